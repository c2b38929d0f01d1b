/** Storybook's own: the one at the root builds the scripts for pages. */
import { defineConfig } from 'vite';
import { readManifest } from '../tools/manifest.mjs';
import { scriptVariants } from '../tools/script-variants.mjs';

const MANIFEST = 'virtual:kith-manifest';

export default defineConfig({
  // Storybook brings a Lit of its own, and two on one page warn.
  resolve: { dedupe: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'] },
  plugins: [
    scriptVariants(),
    {
      name: 'kith-manifest',
      resolveId: (id) => (id === MANIFEST ? `\0${MANIFEST}` : undefined),
      load: (id) =>
        id === `\0${MANIFEST}` ? `export default ${JSON.stringify(readManifest())};` : undefined,
    },
  ],
});
