/** The server as it is published: three files for Node that carry the sealing with them, and the widgets' scripts to serve. */
import { chmodSync, cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = path.dirname(fileURLToPath(import.meta.url));
const built = path.join(here, '../dist/cdn');
const desk = path.join(here, '../dist/desk/desk.js');
const { dependencies, version } = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8'));

const entries: Readonly<Record<string, string>> = {
  'kith-server': 'src/kith-server.ts',
  writer: 'src/database/writer.ts',
  parts: 'src/parts.ts',
};

/** The command is run as a file; the scripts come from the widgets' own build. */
const afterwards: Plugin = {
  name: 'kith-server-files',
  buildStart() {
    if (!existsSync(path.join(built, 'loader.js')))
      throw new Error(
        'dist/cdn is missing: build the widgets first, with `npm run build` in the root folder.',
      );
  },
  writeBundle({ dir = '' }) {
    chmodSync(path.join(dir, 'kith-server.js'), 0o755);
    cpSync(built, path.join(dir, 'public/kith'), { recursive: true });
    // Not the desk's page for a disk: it is there for whoever would not take it from this server.
    if (existsSync(desk)) cpSync(desk, path.join(dir, 'public/kith/desk.js'));
  },
};

export default defineConfig({
  root: here,
  publicDir: false,
  plugins: [afterwards],
  define: { KITH_SERVER_VERSION: JSON.stringify(version) },
  ssr: {
    // The sealing comes along; what npm installs beside the server does not.
    noExternal: true,
    external: Object.keys(dependencies),
  },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(
        Object.entries(entries)
          .map(([name, file]) => [name, path.join(here, file)] as const)
          .filter(([, file]) => existsSync(file)),
      ),
      output: {
        entryFileNames: '[name].js', // Beside the entries, since the writer is found beside whoever asks for it.
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
});
