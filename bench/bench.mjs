/**
 * Measures the group finder in Chromium beside its peers and writes RESULTS.md and results.json. Nothing here passes or fails:
 * numbers differ from machine to machine, so that what counts is the ratio within one run. What is missing is installed first.
 */
import { writeFileSync } from 'node:fs';
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
    cpu: { type: 'string', default: '1,4' },
    dist: { type: 'string' },
    peer: { type: 'string', multiple: true, default: [] },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: here },
  },
});
const numbers = (text) =>
  text
    .split(',')
    .map(Number)
    .filter((number) => number > 0);
const sizes = numbers(given.sizes ?? (given.quick ? '200,2000' : '200,2000,6841,20000'));
const cpus = numbers(given.cpu);
const runs = Number(given.runs ?? (given.quick ? 1 : 3));
/** Above this a slow network says only how long the listing itself takes. */
const PHONE_UP_TO = 2000;
/** The listing with which requests and bytes are counted. */
const TRAFFIC_SIZE = 200;

ensureInstalled();
ensurePeers();
if (!given.dist) await ensureBuilt();
const { groups: groupsOf, wordsOf } = await import('./feeds.mjs');
const { summed } = await import('./figures.mjs');
const { launch, measure, trafficOf } = await import('./measure.mjs');
const { report, titleOf } = await import('./report.mjs');
const { startSite } = await import('./site.mjs');
const { subjectsOf } = await import('./subjects.mjs');

const { subjects, absent } = subjectsOf(given.dist ?? path.join(root, 'dist/cdn'), given.peer);
const site = await startSite(subjects);
const browser = await launch(ensureBrowser('chromium'));
const load = [os.loadavg()[0]];

const conditions = sizes.flatMap((size) => [
  ...cpus.map((cpu) => ({ size, cpu, network: 'none' })),
  ...(size <= PHONE_UP_TO ? [{ size, cpu: Math.max(...cpus), network: 'phone' }] : []),
]);
for (const condition of conditions) {
  const groups = groupsOf(condition.size);
  condition.feeds = site.list(groups);
  const words = wordsOf(groups);
  const rows = Object.fromEntries(subjects.map(({ id }) => [id, []]));
  for (let run = 0; run < runs; run += 1) {
    // In turn, and another first each time, so that a busy moment of the machine meets all of them.
    for (let turn = 0; turn < subjects.length; turn += 1) {
      const subject = subjects[(run + turn) % subjects.length];
      const mine = rows[subject.id];
      if (!mine.some(({ gaveUp }) => gaveUp))
        mine.push(await measure({ browser, site, subject, condition, groups, words }));
    }
  }
  condition.figures = Object.fromEntries(subjects.map(({ id }) => [id, summed(rows[id])]));
  load.push(os.loadavg()[0]);
  const first = subjects.map(({ id }) => {
    const { firstRow, gaveUp } = condition.figures[id];
    return `${id} ${gaveUp ? `> ${gaveUp}` : Math.round(firstRow.median)} ms`;
  });
  console.log(`${titleOf(condition)}: first row ${first.join(', ')}`);
}

site.list(groupsOf(TRAFFIC_SIZE));
const traffic = {};
for (const subject of subjects) traffic[subject.id] = await trafficOf({ browser, site, subject });

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
  subjects: subjects.map(({ id, name, version, format, note, incomparable }) => ({
    id,
    name,
    version,
    format,
    note,
    incomparable,
  })),
  absent,
  conditions,
  traffic,
  trafficSize: TRAFFIC_SIZE,
};
await browser.close();
site.stop();
const written = (name, text) => {
  const file = path.join(given.out, name);
  writeFileSync(file, text);
  console.log(`Written: ${path.relative(process.cwd(), file)}`);
};
written('RESULTS.md', report(run));
written('results.json', `${JSON.stringify(run)}\n`);
