import { build } from 'esbuild';

await build({
  entryPoints: ['main.tsx'],
  bundle: true,
  splitting: true,
  format: 'esm',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  outdir: 'dist',
  logLevel: 'warning',
});
