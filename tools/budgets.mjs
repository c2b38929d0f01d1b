/**
 * Holds the script build to its sizes: gzip of the files that a page asks for until a widget is first ready.
 *
 *   node tools/budgets.mjs           what pages ask for, against the gates (after `npm run build`)
 *   node tools/budgets.mjs --rooms   also what each room costs: bytes of gzip that go when it is taken out; and the own code of `ics`
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { root } from './install.mjs';

const KILO = 1000;

/**
 * Bytes of gzip: `aim` is where we want to be, above `gate` the check fails. Widgets by the name of their module; with
 * `adapters`, each adapter is added in turn, since a page needs one before the first result. A dearer adapter has a gate of its
 * own. How the finder's came about: docs/decisions/finder-budget.md.
 */
const WIDGETS = {
  'group-finder': {
    aim: 28 * KILO,
    gate: 49.3 * KILO,
    adapters: {
      'meeting-guide': 51.3 * KILO,
      bmlt: 53.4 * KILO,
      csv: 59.6 * KILO,
      ics: 53.5 * KILO,
      hsds: 59.1 * KILO,
      'schema-org': 62.9 * KILO,
    },
  },
  'meeting-calendar': {
    aim: 24 * KILO,
    gate: 58.3 * KILO,
    adapters: {
      'meeting-guide': 60.3 * KILO,
      bmlt: 62.4 * KILO,
      csv: 68.6 * KILO,
      ics: 62.5 * KILO,
      hsds: 68.1 * KILO,
      'schema-org': 71.8 * KILO,
    },
  },
  // Its pack comes apart. Why it is more than it should be: docs/decisions/quiz-budget.md.
  'myth-quiz': { aim: 16 * KILO, gate: 26.1 * KILO, adapters: false },
  // What locks and sends comes right after: docs/decisions/question-box-budget.md.
  'question-box': { aim: 16 * KILO, gate: 33.5 * KILO, adapters: false },
};
const LOADER = { aim: KILO, gate: KILO };
/** One file with every screen and every language: an app, loaded once by those who answer and never by a visitor. */
const DESK = { aim: 120 * KILO, gate: 189 * KILO };
const SINGLE = { aim: 110 * KILO, gate: 214 * KILO };

/** Every script of dist/cdn with its content. */
export function filesOfDist() {
  const folder = path.join(root, 'dist/cdn');
  return readdirSync(folder, { recursive: true })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => ({ name, content: readFileSync(path.join(folder, name), 'utf8') }));
}

/** The facilitators' desk, which stands apart from dist/cdn. */
export const deskScript = () => ({
  name: 'desk/desk.js',
  content: readFileSync(path.join(root, 'dist/desk/desk.js'), 'utf8'),
});

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

/** Files that the loader asks for when a page uses a widget. */
function askedFor(files, widget) {
  const { content } = files.get('loader.js');
  for (const [, list] of content.matchAll(/kithImport\(((?:"[^"]+",?)+)\)/g)) {
    const names = JSON.parse(`[${list}]`).map((name) => `chunks/${name}`);
    if (base(names[0]) === widget) return ['loader.js', ...names];
  }
  throw new Error(`dist/cdn has no file for the widget ${widget}.`);
}

/** Files that may be asked for after these, over any number of steps. */
function laterOf(files, names, found = new Set()) {
  for (const name of names) {
    const { content } = files.get(name);
    const next = [...content.matchAll(/["']([\w.-]+\.js)["']/g)].map(([, file]) => `chunks/${file}`);
    const fresh = name === 'loader.js' ? [] : next.filter((file) => files.has(file) && !found.has(file));
    for (const file of fresh) found.add(file);
    laterOf(files, fresh, found);
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
    row('desk.js', gzip(deskScript().content), DESK),
  ];
  const adapters = readdirSync(path.join(root, 'src/backend/adapters'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3));
  for (const [widget, budget] of Object.entries(WIDGETS)) {
    const first = askedFor(files, widget);
    const loaded = [...laterOf(files, first)].filter((name) => adapters.includes(base(name)));
    if (!budget.adapters || loaded.length === 0) {
      rows.push(row(widget, sum(first), budget));
      continue;
    }
    for (const adapter of loaded) {
      const name = base(adapter);
      const gate = budget.adapters[name] ?? budget.gate;
      rows.push(
        row(`${widget} with ${name}`, sum(new Set([...first, ...closure(files, adapter)])), {
          ...budget,
          gate,
        }),
      );
    }
  }
  return rows;
}

/** A room is a folder of src, or a package. */
const roomOf = (id) =>
  /\/node_modules\/(?:@lit\/|lit)/.test(id) ? 'lit' : (/\/src\/(\w+)/.exec(id)?.[1] ?? 'compiler');

/** The chunks of a build made anew, each with the minified code of its modules. */
async function chunksBuilt() {
  const { build, minifySync } = await import('vite');
  const output = await build({ root, mode: 'loader', logLevel: 'error', build: { write: false } });
  return [output]
    .flat()
    .flatMap((one) => one.output.filter(({ type }) => type === 'chunk'))
    .map((chunk) => ({
      ...chunk,
      minified: Object.entries(chunk.modules).map(([id, { code }]) => ({
        id,
        code: minifySync('module.js', code ?? '').code,
      })),
    }));
}

const together = (modules) => gzip(modules.map(({ code }) => code).join('\n'));

/** What is the calendar reader's own, in each file that has some of it. */
const ownOfIcs = (chunks) =>
  chunks.flatMap(({ fileName, minified }) => {
    const own = minified.filter(({ id }) => /\/(?:ics[-.]|icalendar\/)/.test(id.replace(/\?.*/, '')));
    return own.length ? [{ name: base(fileName), bytes: together(own) }] : [];
  });

/** What each room costs in the files that a widget begins with, by leaving the room out. */
function rooms(widget, chunks) {
  const first = askedFor(new Map(chunks.map(({ fileName, code }) => [fileName, { content: code }])), widget);
  const modules = chunks
    .filter(({ fileName }) => first.includes(fileName) && fileName !== 'loader.js')
    .flatMap(({ minified }) => minified.map(({ id, code }) => ({ room: roomOf(id), code })));
  return [...new Set(modules.map(({ room }) => room))]
    .map((room) => ({
      room,
      bytes: together(modules) - together(modules.filter((module) => module.room !== room)),
    }))
    .sort((a, b) => b.bytes - a.bytes);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const rows = measure();
  const width = Math.max(...rows.map(({ title }) => title.length));
  console.log(`${'gzip, bytes'.padEnd(width)}   size    aim   gate`);
  for (const { title, bytes, aim, gate, verdict } of rows) {
    const numbers = [bytes, aim, gate].map((number) => String(number).padStart(6)).join(' ');
    console.log(`${title.padEnd(width)} ${numbers}  ${verdict}`);
  }
  const chunks = process.argv.includes('--rooms') ? await chunksBuilt() : undefined;
  for (const widget of chunks ? Object.keys(WIDGETS) : []) {
    console.log(`\n${widget}, without an adapter: what goes with a room`);
    for (const { room, bytes } of rooms(widget, chunks))
      console.log(`${room.padEnd(10)} ${String(bytes).padStart(6)}`);
  }
  if (chunks) {
    console.log('\nics: its own code, without what all adapters share');
    for (const { name, bytes } of ownOfIcs(chunks))
      console.log(`${name.padEnd(13)} ${String(bytes).padStart(6)}`);
  }
  process.exit(rows.every(({ bytes, gate }) => bytes <= gate) ? 0 : 1);
}
