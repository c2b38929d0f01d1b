/** Drives Chromium: opens a finder's page under one condition, uses it as a visitor would, and brings back its figures. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { FIRST, SECOND, TOWNS } from './feeds.mjs';
import { inSequence, median } from './figures.mjs';
import { isFeed } from './site.mjs';
import { ZONE } from './subjects.mjs';

const probe = readFileSync(path.join(path.dirname(fileURLToPath(import.meta.url)), 'probe.js'), 'utf8');

/** A phone where the network is bad: 400 kbit/s each way, 400 ms until an answer begins. */
const PHONE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** How long a finder may take to show its first row before it counts as not showing it. */
export const PATIENCE = 90_000;
/** How long a change may take to be painted. */
const PATIENCE_INPUT = 20_000;
const MEGABYTE = 1_000_000;
/** What every answer waits in the run that counts requests, so that their order can be told. */
const LATENCY = 80;
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const launch = (executablePath) =>
  chromium.launch({
    executablePath,
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

/** Opens a subject's page in a fresh profile: nothing is cached, nothing compiled before. Undefined where no row came in time. */
async function open({ browser, site, subject, condition, eager }) {
  const context = await browser.newContext({ viewport: { width: 412, height: 915 }, timezoneId: ZONE });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const settings = {
    first: FIRST,
    second: SECOND,
    towns: TOWNS.map(([town]) => town),
    field: subject.field,
    eager,
  };
  await page.addInitScript(`window.benchSettings = ${JSON.stringify(settings)};\n${probe}`);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: condition.cpu });
  if (condition.network === 'phone') {
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', PHONE);
  }
  // Processor time of the page's main thread: other work on the machine hardly touches it.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const holds = (what) => page.waitForFunction(what, undefined, { timeout: PATIENCE, polling: 200 });
  try {
    await page.goto(`${site.origin}/${subject.id}`, { timeout: PATIENCE });
    await holds('benchProbe.marks.firstRow');
    if (!subject.openField) await holds('benchProbe.marks.searchable');
    if (subject.settled) await page.evaluate(subject.settled);
  } catch (reason) {
    await context.close();
    if (reason.name === 'TimeoutError') return undefined;
    throw reason;
  }
  return { context, page, devtools };
}

/** Stops the run where what was taken for the first row is no group of the listing as it was made. */
function checkRow({ number, around }, groups, subject) {
  const group = groups[number - 1];
  const said = around.toLowerCase().replace(/\s+/g, ' ');
  const twelve = group && group.hour % 12 === 0 ? 12 : (group?.hour ?? 0) % 12;
  const minutes = String(group?.minute ?? 0).padStart(2, '0');
  const times = [
    `${twelve}:${minutes}`,
    `${group?.hour}:${minutes}`,
    `0${group?.hour}:${minutes}`,
    ...(group?.minute ? [] : [`${twelve} ${group?.hour < 12 ? 'a' : 'p'}`, 'midday', 'noon']),
  ];
  const days = [DAYS[group?.weekday]?.slice(0, 3).toLowerCase(), 'today', 'tonight', 'tomorrow'];
  const right = times.some((time) => said.includes(time)) && days.some((day) => said.includes(day));
  if (!group || !right)
    throw new Error(`${subject.name}: its first row is not group ${number} of the listing:\n${around}`);
}

/** Another weekday than the next days', so that the list must change. */
const otherDay = () => DAYS[(new Date().getDay() + 3) % 7];

/** Types words and takes them away again, each in one event as a phone's keyboard does it. */
async function type(page, words, timed, cpu) {
  const times = [];
  const rest = () => page.waitForTimeout(60 * cpu);
  for (const word of words) {
    times.push(await timed('input', () => page.keyboard.insertText(word)));
    await rest();
    await page.evaluate(() => benchProbe.field().select());
    times.push(await timed('input', () => page.keyboard.press('Backspace')));
    await rest();
  }
  return times.filter((time) => time !== null);
}

/** Loads a finder and uses it: one row of figures, or `gaveUp` where it showed no group in time. */
export async function measure({ browser, site, subject, condition, groups, words }) {
  const opened = await open({ browser, site, subject, condition });
  if (!opened) return { gaveUp: PATIENCE };
  const { context, page, devtools } = opened;
  const { cpu } = condition;
  // What is still going on behind the first rows is part of the load.
  await page.waitForTimeout(400 * cpu);
  const { group, figures } = await page.evaluate(() => {
    const { marks, group, longestTask, nodes } = benchProbe;
    return { group, figures: { ...marks, longestTask: longestTask(), ...nodes() } };
  });
  checkRow(group, groups, subject);
  const { metrics } = await devtools.send('Performance.getMetrics');
  figures.busy = 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  await devtools.send('HeapProfiler.collectGarbage');
  figures.heap = (await devtools.send('Runtime.getHeapUsage')).usedSize / MEGABYTE;

  if (condition.network === 'none') {
    const timedAs = (changes) => async (event, act) => {
      await page.evaluate(
        ([name, what, patience]) => benchProbe.arm(name, what, patience),
        [event, changes, PATIENCE_INPUT],
      );
      await act();
      return page.evaluate(() => benchProbe.change);
    };
    if (subject.openField) {
      await subject.openField(page);
      await page.waitForFunction('benchProbe.field()');
      await page.waitForTimeout(60 * cpu);
    }
    await page.evaluate(() => benchProbe.field().focus());
    const inputs = await type(page, subject.words ?? words, timedAs(subject.changes), cpu);
    figures.input = median(inputs);
    figures.slowestInput = Math.max(...inputs);
    figures.day = await subject.pickDay(page, otherDay(), timedAs('groups'));
  }
  await context.close();

  if (condition.network === 'none' && subject.changes === 'groups') {
    const hasty = await open({ browser, site, subject, condition, eager: words[0] });
    try {
      await hasty.page.waitForFunction('benchProbe.marks.eager', undefined, {
        timeout: PATIENCE_INPUT,
        polling: 100,
      });
      figures.eager = await hasty.page.evaluate(() => benchProbe.marks.eager);
    } catch {
      // This word changed nothing on the screen.
    }
    await hasty?.context.close();
  }
  return figures;
}

/** What is asked for, one after another, when every answer takes a while; and the bytes, packed. */
export async function trafficOf({ browser, site, subject }) {
  site.latency = LATENCY;
  site.requests.length = 0;
  const opened = await open({ browser, site, subject, condition: { cpu: 1, network: 'none' } });
  site.latency = 0;
  if (!opened) return undefined;
  const { context, page } = opened;
  const firstRow = await page.evaluate(() => performance.timeOrigin + benchProbe.marks.firstRow);
  await page.waitForTimeout(5 * LATENCY);
  await context.close();
  // The page itself is the host's, not the finder's.
  const asked = site.requests.filter(({ path: name, until }) => name !== `/${subject.id}` && until);
  const feed = asked.find(isFeed);
  const bytes = (list) => list.filter((one) => !isFeed(one)).reduce((sum, one) => sum + one.bytes, 0);
  const early = asked.filter(({ until }) => until <= firstRow);
  return {
    requests: asked.length,
    missing: asked.filter(({ missing }) => missing).map(({ path: name }) => name),
    sequence: inSequence(early),
    beforeFeed: feed && inSequence(asked.filter(({ until }) => until <= feed.from)),
    bytes: bytes(early),
    allBytes: bytes(asked),
    feedBytes: feed?.bytes,
  };
}
