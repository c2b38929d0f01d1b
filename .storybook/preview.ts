/** What all stories share: the manifest for the tables of properties, and pages in other languages and themes. */

import manifest from 'virtual:kith-manifest';
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';

setCustomElementsManifest(manifest);

const preview: Preview = {
  parameters: {
    controls: { expanded: true },
    a11y: { test: 'error' },
  },
  globalTypes: {
    lang: {
      description: 'Language of the page',
      toolbar: { title: 'Language', items: ['en', 'en-US', 'es', 'ar'], dynamicTitle: true },
    },
    scheme: {
      description: 'Colour scheme of the page',
      toolbar: { title: 'Scheme', items: ['light', 'dark'], dynamicTitle: true },
    },
  },
  initialGlobals: { lang: 'en', scheme: 'light' },
  decorators: [
    (story, { globals }) => {
      document.documentElement.lang = globals.lang;
      document.documentElement.dir = globals.lang === 'ar' ? 'rtl' : 'ltr';
      document.documentElement.style.colorScheme = globals.scheme;
      return story();
    },
  ],
};

export default preview;
