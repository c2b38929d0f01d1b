/** Drives Chromium: opens a calendar's page under one condition, goes to the next month, and brings back its figures. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MONTH, ZONE } from './calendar-rules.mjs';
import { isPlainSeen, saidOfCancelled, saidOfClocks, saidOfMoved } from './calendar-seen.mjs';
import { FIRST, SECOND } from './feeds.mjs';

const probe = readFileSync(
  path.join(path.dirname(fileURLToPath(import.meta.url)), 'calendar-probe.js'),
  'utf8',
);

/** For so long, at full speed, nothing may change before what is shown counts as all of it. */
const QUIET = 250;
/** A calendar with more tab stops than this is not followed to its end. */
const MOST_TAB_STOPS = 500;
/** What every answer waits in the run that counts bytes, so that their order can be told. */
const LATENCY = 60;
/** How long a button may take that is there already. */
const SHORT_PATIENCE = 10_000;
const HEIGHT = { phone: 740, desktop: 900 };

/** Opens a subject's page in a fresh profile and waits for its sessions. Without `page` where none came in time. */
async function open({ browser, site, subject, width, cpu, patience }) {
  const height = width < 700 ? HEIGHT.phone : HEIGHT.desktop;
  const context = await browser.newContext({
    viewport: { width, height },
    timezoneId: ZONE,
    locale: 'en-GB',
  });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const settings = { first: FIRST, second: SECOND, quiet: QUIET * cpu };
  await page.addInitScript(`window.benchSettings = ${JSON.stringify(settings)};\n${probe}`);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  try {
    await page.goto(`${site.origin}/${subject.id}`, { timeout: patience, waitUntil: 'commit' });
    await page.waitForFunction('benchProbe.marks.all !== undefined', undefined, {
      timeout: patience,
      polling: 100,
    });
  } catch (reason) {
    await context.close();
    if (reason.name !== 'TimeoutError') throw reason;
    if (errors.length > 0) throw new Error(`${subject.name} showed no session: ${errors[0]}`);
    return undefined;
  }
  return { context, page };
}

const hasMonth = (
  name,
) => `document.body.innerText.includes('${name}') || [...document.querySelectorAll('*')].some(
  ({ shadowRoot }) => shadowRoot?.textContent.includes('${name.split(' ')[0]}'))`;

/** Loads a calendar and goes to the next month: one row of figures, or `gaveUp` where it showed no session in time. */
export async function measure(given) {
  const opened = await open(given);
  const { subject, width, patience, cpu } = given;
  if (!opened) return { gaveUp: patience };
  const { context, page } = opened;
  const { marks, counts } = await page.evaluate(() => ({
    marks: benchProbe.marks,
    counts: benchProbe.counts(),
  }));
  const figures = {
    first: marks.first - marks.begun,
    all: marks.all - marks.begun,
    opened: marks.first,
    ...counts,
  };
  // Work that a calendar put off is done before the visitor goes on.
  await page.waitForTimeout(200 * cpu);
  await subject.beforeNext?.(page, width);
  await page.evaluate((changes) => benchProbe.arm(changes), subject.changes(width));
  const button = page.locator(subject.next(width)).first();
  await button.waitFor({ state: 'visible', timeout: SHORT_PATIENCE });
  try {
    await button.click({ timeout: patience });
    await page.waitForFunction('benchProbe.pressed !== undefined', undefined, {
      timeout: patience,
      polling: 100,
    });
    figures.next = await page.evaluate(() => benchProbe.pressed);
  } catch (reason) {
    if (reason.name !== 'TimeoutError') throw reason;
    figures.nextGaveUp = patience;
  }
  if (!figures.nextGaveUp && !(await page.evaluate(hasMonth(MONTH.next))))
    throw new Error(`${subject.name}: its next month is not ${MONTH.next}.`);
  await context.close();
  return figures;
}

/** How many times Tab must be pressed from before the calendar until after it, less the last; `atLeast` where it was given up. */
export async function tabStopsOf(given) {
  const opened = await open({ ...given, cpu: 1 });
  if (!opened) return undefined;
  const { context, page } = opened;
  await page.evaluate(() => {
    const button = (id) => Object.assign(document.createElement('button'), { id, textContent: id });
    document.body.prepend(button('bench-start'));
    document.body.append(button('bench-end'));
    document.getElementById('bench-start').focus();
  });
  let presses = 0;
  do {
    await page.keyboard.press('Tab');
    presses += 1;
  } while (presses <= MOST_TAB_STOPS && (await page.evaluate(() => benchProbe.focused())) !== 'bench-end');
  await context.close();
  return { median: presses - 1, ...(presses > MOST_TAB_STOPS && { atLeast: true }) };
}

/** Bytes of script and style, packed, that have come when the first sessions are painted; then all that come without a press. */
export async function bytesOf(given) {
  const { site, subject } = given;
  site.latency = LATENCY;
  site.requests.length = 0;
  const opened = await open({ ...given, cpu: 1 });
  site.latency = 0;
  if (!opened) return undefined;
  const { context, page } = opened;
  const first = await page.evaluate(() => performance.timeOrigin + benchProbe.marks.first);
  await page.waitForTimeout(10 * LATENCY);
  await context.close();
  const own = site.requests.filter(
    ({ path: name, until }) => until && name !== `/${subject.id}` && !name.startsWith('/data/'),
  );
  const sum = (list) => list.reduce((whole, { bytes }) => whole + bytes, 0);
  return {
    bytes: sum(own.filter(({ until }) => until <= first)),
    allBytes: sum(own),
    requests: own.length,
    missing: own.filter(({ missing }) => missing).map(({ path: name }) => name),
  };
}

/** What is seen of the planted sessions, in the month of a wide page. Undefined where not even a plain one is. */
export async function seenOf(given) {
  const opened = await open({ ...given, cpu: 1 });
  if (!opened) return undefined;
  const sessions = await opened.page.evaluate(() => benchProbe.sessions());
  await opened.context.close();
  if (!isPlainSeen(sessions)) {
    console.warn(`${given.subject.name}: a plain session was not seen with its hour.`, sessions);
    return undefined;
  }
  return {
    cancelled: saidOfCancelled(sessions),
    moved: saidOfMoved(sessions),
    clocks: saidOfClocks(sessions),
    sessions,
  };
}
