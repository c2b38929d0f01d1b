/** Holds the script build to its sizes: gzip of the files that a page asks for until a widget is first ready. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { root } from './install.mjs';

const KILO = 1000;

/**
 * Bytes of gzip: `aim` is where we want to be, above `gate` the check fails. Widgets by the name of their module; with
 * `adapters`, each adapter is added in turn, since a page needs one before the first result.
 */
const WIDGETS = {
  'group-finder': { aim: 22 * KILO, gate: 28 * KILO, adapters: true },
};
const LOADER = { aim: KILO, gate: KILO };
const SINGLE = { aim: 110 * KILO, gate: 110 * KILO };

/** Every script of dist/cdn with its content. */
export function filesOfDist() {
  const folder = path.join(root, 'dist/cdn');
  return readdirSync(folder, { recursive: true })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => ({ name, content: readFileSync(path.join(folder, name), 'utf8') }));
}

const gzip = (text) => gzipSync(text, { level: 9 }).length;

const base = (name) => name.replace(/^chunks\//, '').replace(/-[\w-]{8}\.js$/, '');

/** Files that a chunk needs before it runs, itself included. */
function closure(files, name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  const { content } = files.get(name);
  for (const [, next] of content.matchAll(
    /(?:^|[;}\n])\s*(?:import|export)\b[^;'"`()]*?["']\.\/([\w.-]+\.js)["']/g,
  )) {
    closure(files, `chunks/${next}`, found);
  }
  return found;
}

function row(title, bytes, { aim, gate }) {
  const verdict = bytes > gate ? 'TOO LARGE' : bytes > aim ? 'over the aim' : 'good';
  return { title, bytes, aim, gate, verdict };
}

/** One row per budget. */
export function measure() {
  const all = filesOfDist();
  const files = new Map(all.map((file) => [file.name, file]));
  const sizes = new Map(all.map(({ name, content }) => [name, gzip(content)]));
  const sum = (names) => [...names].reduce((total, name) => total + sizes.get(name), 0);
  const rows = [
    row('loader.js', sizes.get('loader.js'), LOADER),
    row('single.js', sizes.get('single.js'), SINGLE),
  ];
  const adapters = readdirSync(path.join(root, 'src/backend/adapters'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3));
  for (const [widget, budget] of Object.entries(WIDGETS)) {
    const own = [...files.keys()].find((name) => base(name) === widget);
    if (!own) throw new Error(`dist/cdn has no file for the widget ${widget}.`);
    const first = closure(files, own);
    const loaded = [...files.keys()].filter((name) => adapters.includes(base(name)));
    if (!budget.adapters || loaded.length === 0) {
      rows.push(row(widget, sizes.get('loader.js') + sum(first), budget));
      continue;
    }
    for (const adapter of loaded) {
      const names = new Set([...first, ...closure(files, adapter)]);
      rows.push(row(`${widget} with ${base(adapter)}`, sizes.get('loader.js') + sum(names), budget));
    }
  }
  return rows;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const rows = measure();
  const width = Math.max(...rows.map(({ title }) => title.length));
  console.log(`${'gzip, bytes'.padEnd(width)}   size    aim   gate`);
  for (const { title, bytes, aim, gate, verdict } of rows) {
    const numbers = [bytes, aim, gate].map((number) => String(number).padStart(6)).join(' ');
    console.log(`${title.padEnd(width)} ${numbers}  ${verdict}`);
  }
  process.exit(rows.every(({ bytes, gate }) => bytes <= gate) ? 0 : 1);
}
