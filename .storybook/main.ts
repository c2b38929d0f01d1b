/** Storybook shows every widget in every state; what it finds in stories/ is also what the tests render. */
import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: {
    name: '@storybook/web-components-vite',
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  staticDirs: [
    { from: '../fixtures', to: '/fixtures' },
    // Host pages load what users get, at the addresses that they have in the tests.
    { from: '../test/pages', to: '/test/pages' },
    { from: '../dist/cdn', to: '/dist/cdn' },
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
