/**
 * Asks Kith's recurrence engine and its peers when the same rules fall, in one process, and writes RECURRENCE.md: first whether
 * they say the same, then how long they take. Nothing here passes or fails, since times differ from machine to machine.
 */
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../tools/build-if-stale.mjs';
import { ensureInstalled } from '../tools/install.mjs';
import { ensurePeers, sourceState } from './ready.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    runs: { type: 'string' },
    patience: { type: 'string', default: '60' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: here },
  },
});
const sizes = (given.sizes ?? (given.quick ? '1000' : '1000,5000'))
  .split(',')
  .map(Number)
  .filter((number) => number > 0);
const runs = Number(given.runs ?? (given.quick ? 3 : 7));
/** An engine that takes longer over one question is stopped, and not asked it again. */
const patience = Number(given.patience) * 1000;
/** Rules of the mix that is asked about once, and with which other machines' zones are tried. */
const HARDER_SIZE = 1000;
const ZONE_SIZE = given.quick ? 20 : 50;
const OTHER_ZONES = ['Europe/London', 'America/New_York'];

ensureInstalled();
ensurePeers();
await ensureBuilt();
// rrule.js gives wall clocks of the machine: in UTC these are instants, which is the best that it can be asked in.
process.env.TZ = 'UTC';
const { engines } = await import('./recurrence-engines.mjs');
const { rules: rulesOf, WINDOWS } = await import('./recurrence-rules.mjs');
const { agreement, report } = await import('./recurrence-report.mjs');
const { median } = await import('./figures.mjs');

/** One engine's answers, and how long it took to read the rules and to find the starts. It may not reach the end. */
function ask(engine, rules, { from, to }) {
  const begun = performance.now();
  const readable = engine.read(rules);
  const asked = performance.now();
  const answers = [];
  // Since an average rule takes microseconds, the clock is not looked at after each.
  for (let index = 0; index < readable.length; index += 1) {
    if (index % 10 === 0 && performance.now() - asked > patience) break;
    try {
      answers.push(engine.starts(readable[index], from, to));
    } catch (error) {
      answers.push(error);
    }
  }
  return { read: asked - begun, took: performance.now() - asked, answers };
}

/** All engines over the same rules, in turn and another first each time, so that a busy moment meets all of them. */
function compare(mix, size, window) {
  const rules = rulesOf(size, mix);
  const asked = Object.fromEntries(engines.map(({ id }) => [id, { read: [], took: [] }]));
  const first = {};
  for (let run = 0; run < runs; run += 1) {
    for (let turn = 0; turn < engines.length; turn += 1) {
      const engine = engines[(run + turn) % engines.length];
      const { read, took } = asked[engine.id];
      // A fifth of the patience, since it will be asked so many times more.
      if (took.some((time) => time > patience / 5)) continue;
      const said = ask(engine, rules, WINDOWS[window]);
      first[engine.id] ??= said.answers;
      read.push(said.read);
      took.push(said.took);
    }
  }
  const figures = {};
  for (const { id } of engines) {
    const { read, took } = asked[id];
    // What was not reached is taken to go on as it began.
    const share = size / first[id].length;
    figures[id] = {
      runs: took.length,
      reached: first[id].length,
      read: median(read),
      first: took[0] * share,
      took: median(took) * share,
      ...agreement(rules, first.kith, first[id]),
    };
  }
  const sessions = first.kith.flat().length;
  const line = engines.map(({ id }) => `${id} ${Math.round(figures[id].took)} ms`);
  console.log(`${mix}, ${size} rules, ${window}: ${line.join(', ')}`);
  return { mix, size, window, sessions, figures };
}

const load = [os.loadavg()[0]];
const conditions = [];
for (const window of Object.keys(WINDOWS)) {
  for (const size of sizes) {
    conditions.push(compare('everyday', size, window));
    load.push(os.loadavg()[0]);
  }
  conditions.push(compare('harder', HARDER_SIZE, window));
  load.push(os.loadavg()[0]);
}

const elsewhere = OTHER_ZONES.map((zone) => {
  process.env.TZ = zone;
  const rules = rulesOf(ZONE_SIZE);
  const answers = engines.map((engine) => ask(engine, rules, WINDOWS.year).answers);
  const figures = engines.map(({ id }, index) => [id, agreement(rules, answers[0], answers[index])]);
  return { zone, size: ZONE_SIZE, figures: Object.fromEntries(figures) };
});

const file = path.join(given.out, 'RECURRENCE.md');
const run = {
  date: given.date,
  source: sourceState(),
  machine: {
    node: process.version,
    tzdata: process.versions.tz,
    cores: os.cpus().length,
    load: { least: Math.min(...load), most: Math.max(...load) },
  },
  runs,
  patience,
  windows: WINDOWS,
  engines: engines.map(({ id, name, version, use }) => ({ id, name, version, use })),
  conditions,
  elsewhere,
};
writeFileSync(file, report(run));
console.log(`Written: ${path.relative(process.cwd(), file)}`);
