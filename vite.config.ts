/**
 * The script builds: for pages without a bundler `--mode loader` (small entry, shared chunks) and `--mode single` (one file), and the
 * facilitators' desk `--mode desk`, which is an app of its own and shares no file with them.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { besideTheDesk } from './tools/desk-page.mjs';
import { ownCopies } from './tools/own-copies.mjs';
import { plainAscii } from './tools/plain-ascii.mjs';
import { quietLit } from './tools/quiet-lit.mjs';
import { rareFormatsElsewhere } from './tools/rare-formats.mjs';
import { sharedChunkName } from './tools/shared-chunks.mjs';
import { squeezeCss } from './tools/squeeze-css.mjs';
import { steadyImports } from './tools/steady-imports.mjs';

/** Chunks carry a hash in their name: those of an earlier build are taken away, but not before the new ones are there. */
const sweep: Plugin = {
  name: 'kith-sweep',
  writeBundle({ dir = '' }, bundle) {
    const chunks = path.join(dir, 'chunks');
    for (const name of existsSync(chunks) ? readdirSync(chunks) : []) {
      if (!(`chunks/${name}` in bundle)) rmSync(path.join(chunks, name));
    }
  },
};

const ENTRIES: Readonly<Record<string, string>> = {
  single: 'src/cdn/single.ts',
  desk: 'src/define/facilitator-desk.ts',
};

const SINGLE_PLUGINS = {
  single: () => [rareFormatsElsewhere(), plainAscii()],
  desk: () => [besideTheDesk()],
};

export default defineConfig(({ mode }) => {
  const single = mode === 'single' || mode === 'desk' ? mode : undefined;
  return {
    publicDir: false,
    plugins: [squeezeCss(), quietLit(), ...(single ? SINGLE_PLUGINS[single]() : [ownCopies()])],
    resolve: { dedupe: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: single === 'desk' ? 'dist/desk' : 'dist/cdn',
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      copyPublicDir: false,
      // The library mode leaves dynamic imports as they are written, without Vite's preloading around them.
      lib: {
        entry: ENTRIES[mode] ?? 'src/cdn/loader.ts',
        formats: [single === 'single' ? 'iife' : 'es'],
        name: 'kith',
      },
      rolldownOptions: {
        // Off, so that a module used by a widget and by its later parts stands in the shared file and not in the widget's.
        experimental: { chunkOptimization: false },
        preserveEntrySignatures: 'allow-extension',
        plugins: single ? [] : [steadyImports(), sweep],
        output: single
          ? { entryFileNames: `${single}.js`, codeSplitting: false, minify: true }
          : {
              entryFileNames: 'loader.js',
              chunkFileNames: 'chunks/[name]-[hash].js',
              minify: true,
              // What two files need stands in a third, which every widget asks for at once with itself.
              codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: sharedChunkName }] },
            },
      },
    },
  };
});
