import { build } from 'esbuild';

const shared = { bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'warning' };
await build({ ...shared, entryPoints: ['main.js'], splitting: true, outdir: 'dist' });
await build({ ...shared, entryPoints: ['nothing.js'], outdir: 'dist' });
