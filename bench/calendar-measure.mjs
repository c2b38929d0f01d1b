/** Drives Chromium: opens a calendar's page under one condition, goes to the next month, and brings back its figures. */
import { MONTH, ZONE } from './calendar-rules.mjs';
import { isPlainSeen, saidOfCancelled, saidOfClocks, saidOfMoved } from './calendar-seen.mjs';
import { FIRST, SECOND } from './feeds.mjs';
import { bytesIn, missingOf, openerOf, requestsOf, tabStopsIn } from './open-page.mjs';

/** For so long, at full speed, nothing may change before what is shown counts as all of it. */
const QUIET = 250;
/** How long a button may take that is there already. */
const SHORT_PATIENCE = 10_000;

/** Opens a subject's page and waits for its sessions. */
const open = openerOf({
  probe: 'calendar-probe.js',
  mark: 'all',
  wanted: 'session',
  settingsOf: (cpu) => ({ first: FIRST, second: SECOND, quiet: QUIET * cpu }),
  timezoneId: ZONE,
});

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

export async function tabStopsOf(given) {
  const opened = await open({ ...given, cpu: 1 });
  if (!opened) return undefined;
  const { median, atLeast } = await tabStopsIn(opened.page);
  await opened.context.close();
  return { median, ...(atLeast && { atLeast }) };
}

/** Bytes of script and style, packed, that have come when the first sessions are painted; then all that come without a press. */
export async function bytesOf(given) {
  const found = await requestsOf(open, given);
  if (!found) return undefined;
  const own = found.requests.filter(({ path: name }) => !name.startsWith('/data/'));
  return {
    bytes: bytesIn(own.filter(({ until }) => until <= found.first)),
    allBytes: bytesIn(own),
    requests: own.length,
    missing: missingOf(own),
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
