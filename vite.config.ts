/** The script builds for pages without a bundler: `--mode loader` (small entry, shared chunks) and `--mode single` (one file). */
import { defineConfig } from 'vite';
import { steadyImports } from './tools/steady-imports.mjs';

export default defineConfig(({ mode }) => {
  const single = mode === 'single';
  return {
    publicDir: false,
    resolve: { dedupe: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: 'dist/cdn',
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      copyPublicDir: false,
      // The library mode leaves dynamic imports as they are written, without Vite's preloading around them.
      lib: {
        entry: single ? 'src/cdn/single.ts' : 'src/cdn/loader.ts',
        formats: [single ? 'iife' : 'es'],
        name: 'kith',
      },
      rolldownOptions: {
        // Off, so that a module used by a widget and by its later parts stands in the shared file and not in the widget's.
        experimental: { chunkOptimization: false },
        plugins: single ? [] : [steadyImports()],
        output: single
          ? { entryFileNames: 'single.js', codeSplitting: false, minify: true }
          : {
              entryFileNames: 'loader.js',
              chunkFileNames: 'chunks/[name]-[hash].js',
              minify: true,
              // What two files need stands in a third, which every widget asks for at once with itself.
              codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] },
            },
      },
    },
  };
});
