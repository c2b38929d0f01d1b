/**
 * Measures the meeting calendar in Chromium beside its peers and writes CALENDAR.md and calendar-results.json. Nothing here passes or
 * fails: numbers differ from machine to machine, so that what counts is the ratio within one run. What is missing is installed first.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBrowser } from '../tools/browsers.mjs';
import { ensureBuilt } from '../tools/build-if-stale.mjs';
import { ensureInstalled, root } from '../tools/install.mjs';
import { ensurePeers, sourceState } from './ready.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    runs: { type: 'string' },
    cpu: { type: 'string' },
    widths: { type: 'string', default: '360,1280' },
    only: { type: 'string' },
    patience: { type: 'string' },
    dist: { type: 'string' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: here },
  },
});
const numbers = (text) =>
  text
    .split(',')
    .map(Number)
    .filter((number) => number > 0);
const sizes = numbers(given.sizes ?? (given.quick ? '50,200' : '50,200,1000'));
const widths = numbers(given.widths);
/** How many times slower the processor is made; in a quick look a phone has a slow one and a wide page a fast one. */
const cpusOf = (width) => numbers(given.cpu ?? (given.quick ? (width < 700 ? '4' : '1') : '1,4'));
const runs = Number(given.runs ?? (given.quick ? 1 : 3));
/** A calendar that shows no session in so many ms is left alone. */
const patience = Number(given.patience ?? (given.quick ? 8 : 60)) * 1000;
/** The listing with which bytes are counted: they hardly depend on it. */
const BYTES_SIZE = sizes[0];
/** The listing of which it is known what must be said. */
const PLANTED_NAME = 'planted';

ensureInstalled();
ensurePeers();
if (!given.dist) await ensureBuilt();
const { calendarGroups, icalendar, MONTH, PLANTED } = await import('./calendar-rules.mjs');
const { summed } = await import('./calendar-figures.mjs');
const { bytesOf, measure, seenOf, tabStopsOf } = await import('./calendar-measure.mjs');
const { report } = await import('./calendar-report.mjs');
const { subjectsOf } = await import('./calendar-subjects.mjs');
const { launch } = await import('./measure.mjs');
const { startSite } = await import('./site.mjs');

const wanted = given.only?.split(',');
const isWanted = ({ id, isShort }) =>
  wanted ? id.startsWith('kith') || wanted.includes(id) : !(given.quick && isShort);
const isFor = (width) => (subject) => !subject.isShort || width >= 700;
const found = subjectsOf(given.dist ?? path.join(root, 'dist/cdn'));
const { absent } = found;
const [subjects, feeds] = [found.subjects.filter(isWanted), found.feeds.filter(isWanted)];
const everyone = [...subjects, ...feeds];
for (const subject of everyone) await subject.ready();

// What every page has in hand, written beforehand.
const data = path.join(root, '.cache/bench-calendar/data');
rmSync(data, { recursive: true, force: true });
for (const listing of [...sizes, PLANTED_NAME]) {
  const groups = listing === PLANTED_NAME ? PLANTED : calendarGroups(listing);
  const folder = path.join(data, String(listing));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'groups.ics'), icalendar(groups));
  for (const subject of everyone)
    if (subject.data)
      writeFileSync(
        path.join(folder, `${subject.id}.js`),
        `window.benchData=${JSON.stringify(subject.data(groups, listing))}`,
      );
}

let listing;
const site = await startSite(
  everyone.map(({ id, folders, page }) => ({ id, folders: { ...folders, data }, page: () => page(listing) })),
);
const browser = await launch(ensureBrowser('chromium'));
const load = [os.loadavg()[0]];

// First what takes little and would stop the run where a page is not as it should be.
listing = BYTES_SIZE;
const bytes = {};
const narrowest = Math.min(...widths);
for (const subject of everyone.filter(({ isShort }) => !isShort))
  bytes[subject.id] = await bytesOf({ browser, site, subject, width: narrowest, patience });
listing = PLANTED_NAME;
const planted = {};
for (const subject of everyone.filter(({ isShort }) => !isShort))
  planted[subject.id] = await seenOf({ browser, site, subject, width: Math.max(...widths), patience });

/** At how slow a processor a subject showed no session in time, by subject and width. */
const gaveUpAt = new Map();
const conditions = [];
for (const size of sizes) {
  listing = size;
  for (const width of widths) {
    for (const cpu of cpusOf(width)) {
      const rows = Object.fromEntries(subjects.map(({ id }) => [id, []]));
      for (let run = 0; run < runs; run += 1) {
        // In turn, and another first each time, so that a busy moment of the machine meets all of them.
        const asked = subjects.filter(isFor(width));
        for (let turn = 0; turn < asked.length; turn += 1) {
          const subject = asked[(run + turn) % asked.length];
          const mine = rows[subject.id];
          // What was too much for it at full speed, or with fewer groups, is not asked of it again.
          const lost = gaveUpAt.get(`${subject.id} ${width}`) <= cpu;
          if (lost && mine.length === 0) mine.push({ gaveUp: patience });
          if (lost || mine.some(({ all }) => all > patience / 10)) continue;
          const figures = await measure({ browser, site, subject, width, cpu, patience });
          if (figures.gaveUp) gaveUpAt.set(`${subject.id} ${width}`, cpu);
          mine.push(figures);
        }
      }
      const figures = Object.fromEntries(subjects.map(({ id }) => [id, summed(rows[id])]));
      conditions.push({ size, width, cpu, figures });
      load.push(os.loadavg()[0]);
      const first = subjects.filter(isFor(width)).map(({ id }) => {
        const { all, next, gaveUp } = figures[id];
        const ms = (one) => (one ? Math.round(one.median) : '–');
        return `${id} ${gaveUp ? `> ${gaveUp}` : `${ms(all)} / ${ms(next)}`}`;
      });
      console.log(`${size} rules, ${width} px, ×${cpu}: sessions / next month in ms: ${first.join(', ')}`);
    }
  }
}

const still = [];
for (const size of sizes) {
  listing = size;
  for (const width of widths) {
    const { figures } = conditions.find((one) => one.size === size && one.width === width);
    const counted = {};
    for (const subject of subjects.filter(isFor(width))) {
      const { gaveUp, elements, nodes, names } = figures[subject.id];
      counted[subject.id] = gaveUp ? { gaveUp } : { elements, nodes, names };
      // In a quick look of the smallest listing only: hundreds of presses take their time.
      if (!gaveUp && (!given.quick || size === sizes[0]))
        counted[subject.id].tabStops = await tabStopsOf({ browser, site, subject, width, patience });
    }
    still.push({ size, width, figures: counted });
    console.log(
      `${size} rules, ${width} px: tab stops ${subjects.map(({ id }) => `${id} ${counted[id]?.tabStops?.median ?? '–'}`).join(', ')}`,
    );
  }
}

const described = ({ id, name, versions, note }) => ({ id, name, versions, note });
const run = {
  date: given.date,
  source: sourceState(),
  machine: {
    browser: `Chromium ${browser.version()}`,
    node: process.version,
    cores: os.cpus().length,
    load: { least: Math.min(...load), most: Math.max(...load) },
  },
  runs,
  patience,
  widths,
  months: MONTH,
  subjects: subjects.map(described),
  feeds: feeds.map(described),
  absent,
  conditions,
  still,
  bytes,
  bytesSize: BYTES_SIZE,
  planted,
};
await browser.close();
site.stop();
const written = (name, text) => {
  const file = path.join(given.out, name);
  writeFileSync(file, text);
  console.log(`Written: ${path.relative(process.cwd(), file)}`);
};
written('CALENDAR.md', report(run));
written('calendar-results.json', `${JSON.stringify(run)}\n`);
