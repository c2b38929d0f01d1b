/** A peer's page, built by Vite as for a live site, and the versions of what is in it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = path.dirname(fileURLToPath(import.meta.url));

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Where a peer of its own package has another one's files. */
export const installed = (peer, name) =>
  [path.join(peer, 'node_modules', name), path.join(here, 'node_modules', name)].find((folder) =>
    existsSync(path.join(folder, 'package.json')),
  );

/** Versions of the packages that a peer has. */
export const versionsIn = (peer, packages) =>
  Object.fromEntries(
    packages.map((name) => [name, read(path.join(installed(peer, name), 'package.json')).version]),
  );

export const ownVersion = () => ({ 'kith-widgets': read(path.join(here, '..', 'package.json')).version });

/** One minified script, `page.js`, and one stylesheet, `page.css`, in `built`. */
export const builtPage = ({ folder, file = 'page', built, packages }) =>
  build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    // One copy of what a peer's own packages share, as a package manager gives it to a site that has only this peer.
    resolve: { dedupe: packages },
    build: {
      outDir: built,
      emptyOutDir: true,
      target: 'chrome123',
      modulePreload: false,
      cssCodeSplit: false,
      rollupOptions: {
        input: path.join(folder, `${file}.js`),
        output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' },
      },
    },
  });
