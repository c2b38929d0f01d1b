/**
 * Measures the group finder in Chromium, beside a peer when one is given, and writes RESULTS.md. Nothing here passes or fails:
 * numbers differ from machine to machine, so that what counts is the ratio within one run.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../tools/browsers.mjs';
import { listing, repeated } from './listing.mjs';
import { report } from './report.mjs';
import { startSite } from './site.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values: given } = parseArgs({
  options: {
    feeds: { type: 'string' },
    sizes: { type: 'string', default: '50,500,2000,6841' },
    runs: { type: 'string', default: '5' },
    cpu: { type: 'string', default: '1,4' },
    dist: { type: 'string', default: path.join(here, '../dist/cdn') },
    'peer-script': { type: 'string' },
    'peer-name': { type: 'string', default: 'peer' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: path.join(here, 'RESULTS.md') },
  },
});
const numbers = (text) =>
  text
    .split(',')
    .map(Number)
    .filter((number) => number > 0);
const sizes = numbers(given.sizes);
const runs = Number(given.runs);

if (!existsSync(path.join(given.dist, 'loader.js'))) {
  console.error(`There is no built loader in ${given.dist}. Run npm run build first.`);
  process.exit(1);
}

/** The listings to measure: made up, or those of a folder and the largest repeated to the largest size. */
function feeds() {
  if (!given.feeds) return sizes.map((size) => ({ title: `${size} records`, records: listing(size) }));
  const all = readdirSync(given.feeds)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(given.feeds, name), 'utf8')))
    .filter(Array.isArray)
    .sort((a, b) => a.length - b.length);
  const together = all.flat();
  return [
    ...all.map((records) => ({ title: `${records.length} records (a listing given)`, records })),
    ...sizes
      .filter((size) => size > together.length)
      .map((size) => ({
        title: `${size} records (the listings given, repeated)`,
        records: repeated(together, size),
      })),
  ];
}

const WORDS = 5;

/** Words to look for that some groups have and most have not: the commonest of five letters or more in under a third of the names. */
function wordsOf(records) {
  const counts = new Map();
  for (const record of records) {
    for (const word of new Set(
      String(record?.name)
        .toLowerCase()
        .match(/\b[a-z]{5,9}\b/g),
    ))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const fitting = [...counts].filter(([, count]) => count < records.length / 3).sort((a, b) => b[1] - a[1]);
  return fitting.slice(0, WORDS).map(([word]) => word);
}

const addressOf = (script) => /^https?:/.test(script);

async function peerText() {
  const script = given['peer-script'];
  if (!script) return undefined;
  return addressOf(script) ? (await fetch(script)).text() : readFileSync(script, 'utf8');
}

const browser = await chromium.launch({
  executablePath: ensureBrowser('chromium'),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // A peer that asks somebody else for something gets no answer: only this machine is measured.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ],
});
const script = await peerText();
const site = await startSite(given.dist, script);
const subjects = script ? ['kith', 'peer'] : ['kith'];
const probe = readFileSync(path.join(here, 'probe.js'), 'utf8');

/** Opens the page of a subject in a fresh profile: nothing is cached, nothing compiled before. */
async function open(subject, cpu, eager) {
  const context = await browser.newContext({
    viewport: { width: 412, height: 915 },
    timezoneId: 'America/Los_Angeles',
  });
  const page = await context.newPage();
  const requests = [];
  page.on('request', (request) => requests.push({ url: request.url(), at: performance.now(), request }));
  page.on('requestfinished', (request) => {
    const found = requests.find((one) => one.request === request);
    if (found) found.done = performance.now();
  });
  if (eager) await page.addInitScript(`window.benchEager = ${JSON.stringify(eager)}`);
  await page.addInitScript(probe);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  // Processor time of the page's main thread: other work on the machine hardly touches it.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${site.origin}/${subject}`);
  const holds = (what) => page.waitForFunction(what, undefined, { timeout: 60_000, polling: 200 });
  await holds('benchProbe.marks.searchable');
  if (subject === 'kith')
    await page.evaluate(() => document.querySelector('kith-group-finder').searchable.then(() => undefined));
  return { context, page, requests, devtools };
}

/** One more change: what happens between an event of that name and the changed list on the screen. */
async function timed(page, event, act) {
  await page.evaluate((name) => benchProbe.arm(name), event);
  await act();
  return page.evaluate(() => benchProbe.change);
}

/** Another weekday than the next days', so that the list must change. */
function weekday() {
  const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  return names[(new Date().getDay() + 3) % 7];
}

async function pickDay(page, subject) {
  const day = weekday();
  if (subject === 'peer') {
    await page.click('#weekday');
    await page.waitForTimeout(300);
    return timed(page, 'click', () => page.click(`[aria-labelledby="weekday"] button:has-text("${day}")`));
  }
  await page.click('[aria-controls="filters"]');
  await page.waitForTimeout(300);
  return timed(page, 'click', () => page.click(`#filters label:has-text("${day}")`));
}

/** Loads a finder and uses it: one row of figures. */
async function once(subject, cpu, words) {
  const { context, page, devtools } = await open(subject, cpu);
  // What is still going on behind the first rows is part of the load.
  await page.waitForTimeout(400 * cpu);
  const figures = await page.evaluate(() => {
    const { marks, longTasks, nodes } = benchProbe;
    const { elements, all } = nodes();
    return {
      firstRow: marks.firstRow,
      searchable: marks.searchable,
      longestTask: Math.max(0, ...longTasks.map(({ duration }) => duration)),
      elements,
      nodes: all,
    };
  });
  const { metrics } = await devtools.send('Performance.getMetrics');
  figures.busy = 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  await page.focus('input[type="search"]');
  const inputs = [];
  for (const word of words) {
    // As a phone's keyboard does it, in one event: every peer then has the same to do, whatever it waits for between letters.
    inputs.push(await timed(page, 'input', () => page.keyboard.insertText(word)));
    await page.waitForTimeout(60 * cpu);
    await page.evaluate(() => benchProbe.field().select());
    inputs.push(await timed(page, 'input', () => page.keyboard.press('Backspace')));
    await page.waitForTimeout(60 * cpu);
  }
  const painted = inputs.filter((one) => one !== null);
  figures.input = median(painted);
  figures.slowestInput = Math.max(...painted);
  figures.filter = await pickDay(page, subject);
  await context.close();

  const hasty = await open(subject, cpu, words[0]);
  try {
    await hasty.page.waitForFunction('benchProbe.marks.eager', undefined, { timeout: 5000, polling: 100 });
    figures.eager = await hasty.page.evaluate(() => benchProbe.marks.eager);
  } catch {
    // This word changed nothing on the screen.
  }
  await hasty.context.close();
  return figures;
}

/** What is asked for, one after another, when every answer takes a while; and the bytes of the scripts. */
async function traffic(subject) {
  site.latency = 80;
  const { context, page, requests } = await open(subject, 1);
  site.latency = 0;
  const firstRow = await page.evaluate(() => performance.timeOrigin + benchProbe.marks.firstRow);
  const began = Date.now() - performance.now();
  await context.close();
  const own = requests.filter(({ url }) => url.startsWith(site.origin) && !url.endsWith(`/${subject}`));
  const feed = own.find(({ url }) => url.endsWith('/feed.json'));
  const before = (one) => own.filter((other) => other.done !== undefined && other.done <= one.at);
  const depth = (one) => Math.max(0, ...before(one).map((other) => 1 + depth(other)));
  const bytes = (list) =>
    list
      .filter(({ url }) => url.endsWith('.js'))
      .reduce(
        (sum, { url }) => sum + gzipSync(site.contentOf(new URL(url).pathname)[1], { level: 9 }).length,
        0,
      );
  return {
    sequence: feed ? depth(feed) : undefined,
    bytes: bytes(own.filter(({ done }) => began + done < firstRow)),
    allBytes: bytes(own),
  };
}

function median(values) {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

function summed(rows) {
  const summary = {};
  for (const key of new Set(rows.flatMap(Object.keys))) {
    const values = rows.map((row) => row[key]).filter((value) => Number.isFinite(value));
    if (values.length > 0)
      summary[key] = { median: median(values), least: Math.min(...values), most: Math.max(...values) };
  }
  return summary;
}

const load = [os.loadavg()[0]];
const measured = [];
for (const { title, records } of feeds()) {
  site.feed = JSON.stringify(records);
  const words = wordsOf(records);
  for (const cpu of numbers(given.cpu)) {
    const rows = Object.fromEntries(subjects.map((subject) => [subject, []]));
    // In turn, so that a busy moment of the machine meets both.
    for (let run = 0; run < runs; run += 1) {
      for (const subject of subjects) rows[subject].push(await once(subject, cpu, words));
    }
    const figures = Object.fromEntries(subjects.map((subject) => [subject, summed(rows[subject])]));
    measured.push({ title, records: records.length, bytes: site.feed.length, cpu, words, figures });
    load.push(os.loadavg()[0]);
    console.log(
      `${title}, CPU ×${cpu}: ${subjects.map((subject) => `${subject} first row ${Math.round(figures[subject].firstRow.median)} ms`).join(', ')}`,
    );
  }
}
const traffics = {};
for (const subject of subjects) traffics[subject] = await traffic(subject);

const text = report({
  browser: `Chromium ${browser.version()}`,
  cores: os.cpus().length,
  load: { least: Math.min(...load), most: Math.max(...load) },
  node: process.version,
  date: given.date,
  runs,
  peer: script ? given['peer-name'] : undefined,
  real: Boolean(given.feeds),
  measured,
  traffics,
});
writeFileSync(given.out, text);
console.log(`Written: ${path.relative(process.cwd(), given.out)}`);
await browser.close();
site.stop();
