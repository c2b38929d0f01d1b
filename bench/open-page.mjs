/** Drives Chromium the same way for every bench of a widget: opens a page in a fresh profile, counts its tab stops and its requests. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const HEIGHT = { phone: 740, desktop: 900 };
/** A widget with more tab stops than this is not followed to its end. */
const MOST_TAB_STOPS = 500;
/** What every answer waits while requests are counted, so that their order can be told. */
const LATENCY = 60;

/** Below this many pixels a page is a phone's. */
export const isPhone = (width) => width < 700;

/**
 * What is opened: `probe` is the name of a script in this folder that sets `benchProbe`, `mark` which of its marks is waited for,
 * `wanted` what is told in a complaint that it never came.
 */
export const openerOf =
  ({ probe, mark, wanted, settingsOf, locale = 'en-GB', timezoneId }) =>
  /** Without `page` where the mark did not come in time. */
  async ({ browser, site, subject, width, cpu, patience }) => {
    const height = isPhone(width) ? HEIGHT.phone : HEIGHT.desktop;
    const context = await browser.newContext({ viewport: { width, height }, timezoneId, locale });
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const scripts = ['watch.js', probe].map((file) => readFileSync(path.join(here, file), 'utf8'));
    await page.addInitScript(
      [`window.benchSettings = ${JSON.stringify(settingsOf(cpu))};`, ...scripts].join('\n'),
    );
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    try {
      await page.goto(`${site.origin}/${subject.id}`, { timeout: patience, waitUntil: 'commit' });
      await page.waitForFunction(`benchProbe.marks.${mark} !== undefined`, undefined, {
        timeout: patience,
        polling: 100,
      });
    } catch (reason) {
      await context.close();
      if (reason.name !== 'TimeoutError') throw reason;
      if (errors.length > 0) throw new Error(`${subject.name} showed no ${wanted}: ${errors[0]}`);
      return undefined;
    }
    return { context, page };
  };

/**
 * How many times Tab must be pressed from before the widget until after it, less the last; `atLeast` where it was given up.
 * `answers`: whether a radio button was among them; `stops`: the words of each.
 */
export async function tabStopsIn(page) {
  await page.evaluate(() => {
    const button = (id) => Object.assign(document.createElement('button'), { id, textContent: id });
    document.body.prepend(button('bench-start'));
    document.body.append(button('bench-end'));
    document.getElementById('bench-start').focus();
  });
  const stops = [];
  let answers = false;
  let isAtEnd = false;
  while (!isAtEnd && stops.length <= MOST_TAB_STOPS) {
    await page.keyboard.press('Tab');
    const { id, type, words } = await page.evaluate(() => {
      const element = benchWatch.focused() ?? document.body;
      const { id, type, labels, ariaLabel, innerText, title, value } = element;
      return { id, type, words: labels?.[0]?.innerText || ariaLabel || innerText || title || value || '' };
    });
    answers ||= type === 'radio';
    isAtEnd = id === 'bench-end';
    if (!isAtEnd) stops.push(words.trim());
  }
  return { median: stops.length, answers, stops, ...(!isAtEnd && { atLeast: true }) };
}

/**
 * What a page asks for beside itself, each request with its moments and its bytes as they were sent; and when its first mark was.
 * Undefined where that never came.
 */
export async function requestsOf(open, given) {
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
  const requests = site.requests.filter(({ path: name, until }) => until && name !== `/${subject.id}`);
  return { first, requests };
}

export const missingOf = (requests) =>
  requests.filter(({ missing }) => missing).map(({ path: name }) => name);
export const bytesIn = (requests) => requests.reduce((whole, { bytes }) => whole + bytes, 0);
