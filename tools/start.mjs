/**
 * `npm start`: installs what is missing, builds the scripts, serves the clinic site of demo/ and prints its address. The site
 * loads the same files that a real one would, under a strict policy. Save a source, reload the page: it is built again. Beside it runs a
 * server with a question box and its desk to try; it and what was asked are gone when this ends.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
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

/**
 * What a hospital's server may well send with every page; the widgets live with it.
 * @param backend Origin of the question box's server, where a page has one.
 */
const policy = (backend = '') =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${backend}`.trim(),
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates'",
  ].join('; ');

/** What a page with a question box pins; without a server it has nothing to pin, and says kindly that nothing can be sent. */
let sampleBox = Promise.resolve({});

/** Starts the server and makes its box, in a process of its own: the site stands meanwhile, and whatever becomes of it. */
const startSampleBox = (origin) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'tools/sample-box.mjs'), origin], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    process.once('exit', () => child.kill());
    let [said, trouble] = ['', ''];
    child.stderr.setEncoding('utf8').on('data', (text) => (trouble += text));
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      if (!said.endsWith('\n')) return;
      const box = JSON.parse(said);
      console.log(`  Its question box is kept by ${box.backend} as long as this runs.`);
      console.log(
        `  Its desk: ${origin}/desk.html, for ${box['desk-name']} with the words\n\n    ${box['desk-words']}\n`,
      );
      resolve(box);
    });
    const lost = (why) => {
      console.error(
        `  No server for the question box, so ${origin}/ask.html takes no questions and ${origin}/desk.html opens no desk. ${why}`,
      );
      resolve({});
    };
    child.once('error', (error) => lost(String(error)));
    child.once('exit', (status, signal) => {
      // Ctrl-C in a terminal reaches both.
      if (status !== 0 && !signal) lost(/^\w*Error.*$/m.exec(trouble)?.[0] ?? trouble.trim());
    });
  });

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

/** A page that names a question box in double braces gets the one that runs. */
async function answerWithBox(file, response) {
  const page = readFileSync(file, 'utf8');
  const box = page.includes('{{') ? await sampleBox : {};
  response.writeHead(200, {
    'content-type': TYPES['.html'],
    'cache-control': 'no-cache',
    'content-security-policy': policy(box.backend),
  });
  const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  response.end(page.replace(/\{\{([a-z-]+)\}\}/g, (_, name) => escaped(box[name] ?? '')));
}

function answer(request, response) {
  const file = fileFor(request.url ?? '/');
  if (file?.endsWith('.html')) build();
  const found = file && statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.\n');
    return;
  }
  if (file.endsWith('.html') && request.method !== 'HEAD') {
    void answerWithBox(file, response);
    return;
  }
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
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
    const origin = `http://localhost:${port}`;
    console.log(`\n  The clinic's site with its widgets: ${origin}/\n\n  Ctrl-C ends it.`);
    sampleBox = startSampleBox(origin);
  });
}

ensureInstalled();
const port = wishedPort();
console.log('Building the scripts.');
if (!build()) process.exit(1);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
listen(createServer(answer), port ?? 4173, port !== undefined);
