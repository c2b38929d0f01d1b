/**
 * `npm start`: installs what is missing, builds the scripts, serves the clinic site of demo/ and prints its address. The site
 * loads the same files that a real one would, under a strict policy. Save a source, reload the page: it is built again.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { ensureInstalled, root } from './install.mjs';

const TYPES = {
  '.css': 'text/css',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** What a hospital's server may well send with every page; the widgets live with it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

/** Where an address lies on disk: the site itself, the scripts under /kith/, and the listings. */
const FOLDERS = { kith: 'dist/cdn', fixtures: 'fixtures', schema: 'schema' };

const SOURCES = ['src', 'vite.config.ts', 'tools/steady-imports.mjs'];

function changedAt(entry) {
  const full = path.join(root, entry);
  const found = statSync(full, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  const times = readdirSync(full, { recursive: true }).map((name) => statSync(path.join(full, name)).mtimeMs);
  return Math.max(0, ...times);
}

/** Builds the scripts unless they are newer than every source. True when they stand. */
function build() {
  const built = changedAt('dist/cdn/loader.js');
  if (built > Math.max(...SOURCES.map(changedAt))) return true;
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  for (const mode of ['single', 'loader']) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [vite, 'build', '--mode', mode, '--logLevel', 'error'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    if (status !== 0) {
      console.error(`The scripts could not be built:\n${stdout}${stderr}`);
      return false;
    }
  }
  return true;
}

function fileFor(address) {
  let name;
  try {
    name = decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const [, first] = name.split('/');
  const folder = path.join(root, FOLDERS[first] ?? 'demo');
  const rest = first in FOLDERS ? name.slice(first.length + 2) : name;
  const file = path.join(folder, rest.endsWith('/') || rest === '' ? `${rest}index.html` : rest);
  return file.startsWith(folder + path.sep) ? file : undefined;
}

function answer(request, response) {
  const file = fileFor(request.url ?? '/');
  if (file?.endsWith('.html')) build();
  const found = file && statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.\n');
    return;
  }
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  const policy = type.startsWith('text/html') ? { 'content-security-policy': POLICY } : {};
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache', ...policy });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

function wishedPort() {
  const given = process.argv.slice(2);
  const at = given.findIndex((word) => word === '--port' || word.startsWith('--port='));
  const word = at < 0 ? process.env.PORT : (given[at].split('=')[1] ?? given[at + 1]);
  if (word === undefined || word === '') return undefined;
  const port = Number(word);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  console.error(`"${word}" is no port. Write npm start -- --port 4173`);
  process.exit(1);
}

/** Listens on the port that was asked for, else on the first free one from 4173 up. */
function listen(server, port, fixed) {
  server.once('error', (error) => {
    if (error.code === 'EADDRINUSE' && !fixed && port < 4273) listen(server, port + 1, fixed);
    else {
      console.error(
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken. Write npm start -- --port ${port + 1}`
          : String(error),
      );
      process.exit(1);
    }
  });
  server.listen(port, 'localhost', () => {
    console.log(`\n  The clinic's site with its widgets: http://localhost:${port}/\n\n  Ctrl-C ends it.`);
  });
}

ensureInstalled();
const port = wishedPort();
console.log('Building the scripts.');
if (!build()) process.exit(1);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
listen(createServer(answer), port ?? 4173, port !== undefined);
