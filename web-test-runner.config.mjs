/** How the tests run: the same suite in Chromium, Firefox and WebKit, one engine at a time (KITH_BROWSER names it). */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { findBrowser } from './tools/browsers.mjs';
import { builtMiddleware } from './tools/built-middleware.mjs';
import { countingReporter } from './tools/counting-reporter.mjs';
import { emulatePlugin } from './tools/emulate-plugin.mjs';
import { hostPages } from './tools/host-pages-middleware.mjs';
import { readManifest } from './tools/manifest.mjs';
import { notePlugin } from './tools/note-plugin.mjs';
import { pressPlugin } from './tools/press-plugin.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const engine = process.env.KITH_BROWSER ?? 'chromium';

/** Without these Chromium looks for updates and Google's hosts at every start. */
const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

async function launcher() {
  if (engine === 'firefox') {
    const { puppeteerLauncher } = await import('@web/test-runner-puppeteer');
    return puppeteerLauncher({
      launchOptions: { browser: 'firefox', executablePath: findBrowser('firefox'), headless: true },
    });
  }
  if (engine === 'webkit') {
    const { webdriverLauncher } = await import('@web/test-runner-webdriver');
    return webdriverLauncher({
      hostname: '127.0.0.1',
      port: Number(process.env.KITH_WEBKIT_PORT),
      path: '/',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: findBrowser('webkit')?.browser, args: ['--automation'] },
      },
    });
  }
  const { chromeLauncher } = await import('@web/test-runner-chrome');
  return chromeLauncher({
    launchOptions: { executablePath: findBrowser('chromium'), args: CHROMIUM_FLAGS },
  });
}

/** Every test file watches the console: a line that no test announced makes the test fail. */
const consoleGuard = {
  name: 'console-guard',
  transform(context) {
    if (!/\.test\.ts$/.test(context.path)) return undefined;
    return { body: `import '/test/console-guard.ts';${context.body}` };
  },
};

/** Stories read the elements' manifest as they do in Storybook: from the sources. */
const manifest = {
  name: 'kith-manifest',
  resolveImport: ({ source }) => (source === 'virtual:kith-manifest' ? '/kith-manifest.js' : undefined),
  serve: ({ path: asked }) =>
    asked === '/kith-manifest.js' ? `export default ${JSON.stringify(readManifest())};` : undefined,
};

/** The second HPKE of the sealing's tests would ask Node for its crypto where a browser had none. */
const noNodeCrypto = {
  name: 'no-node-crypto',
  resolveImport: ({ source }) => (source === 'crypto' ? '/no-node-crypto.js' : undefined),
  serve: ({ path: asked }) => (asked === '/no-node-crypto.js' ? 'export const webcrypto = {};' : undefined),
};

export default {
  rootDir: root,
  ...(process.env.KITH_PORT ? { port: Number(process.env.KITH_PORT) } : {}),
  files: ['test/**/*.test.ts', ...(engine === 'chromium' ? [] : ['!test/emulated/**'])],
  nodeResolve: { exportConditions: ['browser', 'development'] },
  browsers: [await launcher()],
  // One page at a time: focus, scrolling and media are a page's own, and two cores are what a small machine has.
  concurrency: 1,
  concurrentBrowsers: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  middleware: [builtMiddleware(root), hostPages(root)],
  plugins: [
    consoleGuard,
    manifest,
    noNodeCrypto,
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: path.join(root, 'tsconfig.json') }),
    pressPlugin(),
    emulatePlugin(),
    notePlugin(process.env.KITH_COUNTS),
    a11ySnapshotPlugin(),
  ],
  testFramework: { config: { timeout: 60_000 } },
  filterBrowserLogs: ({ args }) => !args.some((arg) => /lit\.dev\/msg\/|^not announced$/.test(String(arg))),
  reporters: [
    // Bars are for eyes: in a file they would bury the failures.
    defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }),
    countingReporter({ engine, file: process.env.KITH_COUNTS }),
  ],
};
