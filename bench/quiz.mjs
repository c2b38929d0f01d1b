/**
 * Measures the myth quiz in Chromium beside its peers and writes QUIZ.md and quiz-results.json. Nothing here passes or fails: numbers
 * differ from machine to machine, so that what counts is the ratio within one run. What is missing is installed first.
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
    runs: { type: 'string' },
    cpu: { type: 'string', default: '1,4' },
    width: { type: 'string', default: '360' },
    dist: { type: 'string' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: here },
  },
});
const runs = Number(given.runs ?? (given.quick ? 1 : 7));
const cpus = given.cpu.split(',').map(Number);
const width = Number(given.width);
/** A quiz that shows no question in so many ms is left alone. */
const patience = 20_000;

ensureInstalled();
ensurePeers();
if (!given.dist) await ensureBuilt();
const { summed } = await import('./comparison.mjs');
const { measure, tabStopsOf, trafficOf } = await import('./quiz-measure.mjs');
const { QUESTIONS } = await import('./quiz-questions.mjs');
const { report } = await import('./quiz-report.mjs');
const { subjectsOf } = await import('./quiz-subjects.mjs');
const { launch } = await import('./measure.mjs');
const { startSite } = await import('./site.mjs');

const { subjects, absent } = subjectsOf(given.dist ?? path.join(root, 'dist/cdn'));
for (const subject of subjects) await subject.ready();
const site = await startSite(subjects);
const browser = await launch(ensureBrowser('chromium'));
const load = [os.loadavg()[0]];
const common = { browser, site, width, patience };

const traffic = {};
for (const subject of subjects) traffic[subject.id] = await trafficOf({ ...common, subject });

const asked = subjects.filter(({ isPlayerOnly }) => !isPlayerOnly);
const conditions = [];
for (const cpu of cpus) {
  const rows = Object.fromEntries(asked.map(({ id }) => [id, []]));
  // In turn, and another first each time, so that a busy moment of the machine meets all of them.
  for (let run = 0; run < runs; run += 1)
    for (let turn = 0; turn < asked.length; turn += 1) {
      const subject = asked[(run + turn) % asked.length];
      rows[subject.id].push(await measure({ ...common, subject, cpu }));
    }
  const figures = Object.fromEntries(asked.map(({ id }) => [id, summed(rows[id])]));
  conditions.push({ cpu, figures });
  load.push(os.loadavg()[0]);
  const ms = (one) => (one ? Math.round(one.median) : '–');
  const told = asked.map(({ id }) => `${id} ${ms(figures[id].first)} / ${ms(figures[id].feedback)}`);
  console.log(`×${cpu}: first question / feedback in ms: ${told.join(', ')}`);
}

const still = {};
for (const subject of asked) {
  const found = await tabStopsOf({ ...common, subject });
  if (!found) continue;
  const { elements, nodes } = conditions[0].figures[subject.id];
  const { answers, stops, ...tabStops } = found;
  still[subject.id] = { elements, nodes, tabStops, answers, stops };
}

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
  width,
  patience,
  questions: QUESTIONS.length,
  subjects: subjects.map(({ id, name, versions, note }) => ({ id, name, versions, note })),
  absent,
  traffic,
  conditions,
  still,
};
await browser.close();
site.stop();
for (const [name, text] of [
  ['QUIZ.md', report(run)],
  ['quiz-results.json', `${JSON.stringify(run)}\n`],
]) {
  const file = path.join(given.out, name);
  writeFileSync(file, text);
  console.log(`Written: ${path.relative(process.cwd(), file)}`);
}
