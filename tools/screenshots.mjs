/**
 * `npm run screenshots [-- names…]`: pictures of the clinic site at a fixed moment, for eyes to look at, in .cache/screenshots/.
 * `npm run screenshots -- --readme` makes the README's pictures, docs/finder.png and docs/calendar.png.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './browsers.mjs';
import { ensureInstalled, root } from './install.mjs';

/** A Tuesday evening: one list has a group that starts in 20 minutes, the other one that is cancelled today. */
const EVENING = '2026-11-24T18:10:00Z';
/** A group is on, and the month has a moved and a changed evening ahead. */
const FIRST_OF_MONTH = '2026-12-01T18:40:00Z';
const NIGHT = '2026-11-25T02:10:00Z';
const PATIENCE_MS = 20_000;
const LIMIT_README = 250_000;
const README_SCALE = 1.15;

const PHONE = { width: 360, height: 780 };
const DESKTOP = { width: 1180, height: 900 };
/** A sheet of A4 at 96 dots to the inch, less what a printer leaves blank. */
const SHEET = { width: 718, height: 1046 };

const filters = (page) => page.getByRole('button', { name: /^Filters/ }).click();
const search = (words) => (page) => page.getByLabel('Topic, place or name').fill(words);
const openGroup = (id) => (page) => page.locator(`[data-group="${id}"]`).click();

const openChanges = (page) => page.locator('[part~=changes] summary').click();
const onDay = (date) => (page) => page.locator(`[data-date="${date}"]`).click();
/** What a printer gets. */
const onPaper = (view) => async (page) => {
  await page.locator('kith-meeting-calendar').evaluate((calendar, as) => {
    calendar.view = as;
    dispatchEvent(new Event('beforeprint'));
    return calendar.updateComplete;
  }, view);
  await page.emulateMedia({ media: 'print' });
};
/** What a visitor gets who has set letters of twice the size. */
const largeText = (page) =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
    document.body.style.fontSize = '34px';
  });
const CALENDAR = { path: 'calendar.html' };
const QUIZ = { path: 'quiz.html' };
/** What a visitor thinks of the first statement, and what research says. */
const answer = async (page) => {
  await page.getByLabel('I am not sure').check();
  await page.getByRole('button', { name: 'See what research says' }).click();
};
const end = async (page) => {
  await answer(page);
  await page.getByRole('button', { name: 'Stop here' }).click();
};

/** Its server lives by the real clock. */
const ASK = { path: 'ask.html', at: 'now' };
const QUESTION = 'Do I have to talk when I come on my first evening? You can ring me on 07700 900123.';
const write = async (page) => {
  await page.locator('#text').fill(QUESTION);
  await page.locator('[part~=similar]').waitFor();
};
const send = async (page) => {
  await page.locator('#text').fill(QUESTION);
  await page.locator('.write [part~=button-primary]').click();
  await page.locator('[part~=code]').waitFor();
};
const readAnswers = async (page) => {
  await page.locator('.nav button').last().click();
  await page.locator('[part~=result] summary').first().click();
};
const lookUp = async (page) => {
  await send(page);
  const code = await page.locator('[part~=code]').textContent();
  await page.locator('.receipt [part~=button-primary]').click();
  await page.locator('.nav button').nth(1).click();
  await page.locator('#code').fill(code);
  await page.locator('.look [part~=button-primary]').click();
  await page.locator('[part~=answers]').waitFor();
};
/** The page as an Arabic one would be. */
const inArabic = (act) => async (page) => {
  await page.evaluate(() => Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' }));
  await page.locator('kith-question-box .kith[dir=rtl]').waitFor();
  await act?.(page);
};

/** What is pictured: a page of demo/, how it is looked at, and what a visitor did before. */
const SCENES = {
  phone: {},
  'phone-sheet': { path: 'sheet.html' },
  desktop: { size: DESKTOP },
  dark: { scheme: 'dark' },
  arabic: { path: 'ar.html', locale: 'ar' },
  'arabic-opened': { path: 'ar.html', locale: 'ar', act: openGroup('worry-less-leeds') },
  spanish: { path: 'es.html', locale: 'es-ES' },
  meetings: { path: 'meetings.html', locale: 'en-US', zone: 'America/New_York' },
  'forced-colours': { forced: 'active' },
  'forced-colours-filters': { forced: 'active', act: filters },
  empty: { act: search('zebra') },
  search: { act: search('anxeity') },
  failed: { without: '**/*.json' },
  opened: { act: openGroup('worry-less-leeds') },
  'opened-desktop': { size: DESKTOP, act: openGroup('worry-less-leeds') },
  'opened-sparse': { act: openGroup('one-to-one') },
  night: { at: NIGHT },
  filters: {
    act: async (page) => {
      await filters(page);
      await page
        .getByLabel(/Online/)
        .first()
        .check();
      await page
        .getByLabel(/Thursday/)
        .first()
        .check();
    },
  },
  'filters-desktop': { size: DESKTOP, act: filters },
  near: {
    act: async (page) => {
      await page.getByLabel('Near a town or postcode').fill('brad');
      await page.getByRole('button', { name: 'Bradford', exact: true }).click();
    },
  },
  shortlist: {
    act: async (page) => {
      for (const index of [0, 1, 2]) await page.locator('[part~=keep]').nth(index).click();
      await page.getByRole('button', { name: /^3 kept/ }).click();
    },
  },
  debug: {
    path: 'sheet.html?kith-debug',
    act: (page) => page.locator('[part~=debug]').scrollIntoViewIfNeeded(),
  },
  narrow: { size: { width: 320, height: 640 } },
  calendar: CALENDAR,
  'calendar-desktop': { ...CALENDAR, size: DESKTOP },
  'calendar-desktop-dark': { ...CALENDAR, size: DESKTOP, scheme: 'dark' },
  'calendar-dark': { ...CALENDAR, scheme: 'dark' },
  'calendar-arabic': { path: 'ar.html', locale: 'ar', of: 'kith-meeting-calendar' },
  'calendar-arabic-desktop': { path: 'ar.html', locale: 'ar', size: DESKTOP, of: 'kith-meeting-calendar' },
  'calendar-spanish': { path: 'es.html', locale: 'es-ES', size: DESKTOP, of: 'kith-meeting-calendar' },
  'calendar-forced-colours': { ...CALENDAR, forced: 'active' },
  'calendar-forced-colours-desktop': { ...CALENDAR, size: DESKTOP, forced: 'active' },
  'calendar-list-desktop': {
    ...CALENDAR,
    size: DESKTOP,
    act: (page) => page.getByRole('button', { name: 'List', exact: true }).click(),
  },
  'calendar-day-desktop': { ...CALENDAR, size: DESKTOP, act: onDay('2026-12-05') },
  'calendar-next-month-desktop': {
    ...CALENDAR,
    size: DESKTOP,
    act: (page) => page.locator('[part~=next]').click(),
  },
  'calendar-opened': { ...CALENDAR, act: (page) => page.locator('[data-from=off]').first().click() },
  'calendar-opened-desktop': {
    ...CALENDAR,
    size: DESKTOP,
    act: (page) => page.locator('[data-from=off]').first().click(),
  },
  'calendar-take-home': {
    ...CALENDAR,
    act: async (page) => {
      await page.locator('[data-from=lead]').click();
      await page.locator('[part~=diary] summary').click();
    },
  },
  'calendar-filters': {
    ...CALENDAR,
    act: async (page) => {
      await filters(page);
      await page
        .getByLabel(/Online/)
        .first()
        .check();
    },
  },
  'calendar-filters-desktop': { ...CALENDAR, size: DESKTOP, act: filters },
  'calendar-changes': { ...CALENDAR, act: openChanges },
  'calendar-changes-desktop': { ...CALENDAR, size: DESKTOP, act: openChanges },
  'calendar-on-now': { ...CALENDAR, at: FIRST_OF_MONTH },
  'calendar-night': { ...CALENDAR, at: NIGHT },
  'calendar-failed': { ...CALENDAR, without: '**/*.json' },
  'calendar-sheet-desktop': { path: 'sheet.html', size: DESKTOP, of: 'kith-meeting-calendar' },
  'calendar-month-on-paper': { ...CALENDAR, size: SHEET, act: onPaper('month') },
  'calendar-list-on-paper': { ...CALENDAR, size: SHEET, act: onPaper('agenda') },
  'calendar-narrow': { ...CALENDAR, size: { width: 320, height: 640 } },
  'calendar-large-text': { ...CALENDAR, act: largeText },
  'calendar-large-text-desktop': { ...CALENDAR, size: DESKTOP, act: largeText },
  quiz: QUIZ,
  'quiz-desktop': { ...QUIZ, size: DESKTOP },
  'quiz-fact': { ...QUIZ, act: answer },
  'quiz-fact-dark': { ...QUIZ, scheme: 'dark', act: answer },
  'quiz-fact-forced-colours': { ...QUIZ, forced: 'active', act: answer },
  'quiz-end': { ...QUIZ, act: end },
  'quiz-end-desktop': { ...QUIZ, size: DESKTOP, act: end },
  'quiz-narrow': { ...QUIZ, size: { width: 320, height: 640 } },
  'quiz-large-text': { ...QUIZ, act: largeText },
  ask: ASK,
  'ask-desktop': { ...ASK, size: DESKTOP },
  'ask-dark': { ...ASK, scheme: 'dark' },
  'ask-arabic': { ...ASK, locale: 'ar', act: inArabic() },
  'ask-forced-colours': { ...ASK, forced: 'active' },
  'ask-written': { ...ASK, act: write },
  'ask-receipt': { ...ASK, act: send },
  'ask-receipt-desktop': { ...ASK, size: DESKTOP, act: send },
  'ask-receipt-arabic': { ...ASK, locale: 'ar', act: inArabic(send) },
  'ask-looked-up': { ...ASK, act: lookUp },
  'ask-answers': { ...ASK, act: readAnswers },
  'ask-failed': { ...ASK, without: '**/v1/**' },
  'ask-narrow': { ...ASK, size: { width: 320, height: 640 } },
  'ask-large-text': { ...ASK, act: largeText },
};

/** Starts the clinic site on a free port. */
async function startSite() {
  const child = spawn(process.execPath, [path.join(root, 'tools/start.mjs')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '' },
  });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
      const found = /http:\/\/localhost:\d+\//.exec(said);
      if (found) resolve(found[0]);
    });
    child.on('exit', () => reject(new Error(`The clinic site did not start.\n${said}`)));
  });
  return { address, stop: () => child.kill() };
}

/** Two frames, so that what was asked for is drawn. */
const drawn = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Opens a scene and does what a visitor did in it. */
async function stage(browser, address, scene) {
  const { size = PHONE, scheme = 'light', forced = 'none', locale = 'en-GB', zone = 'Europe/London' } = scene;
  const context = await browser.newContext({
    viewport: size,
    colorScheme: scheme,
    forcedColors: forced,
    reducedMotion: 'reduce',
    timezoneId: zone,
    locale,
    deviceScaleFactor: scene.scale ?? 1.5,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    console.error(`${scene.path ?? ''}: ${error.message}`);
    process.exitCode = 1;
  });
  if (scene.at !== 'now') await page.clock.setFixedTime(scene.at ?? EVENING);
  if (scene.without) await page.route(scene.without, (route) => route.abort());
  await page.goto(address + (scene.path ?? ''));
  await page.evaluate(
    (patience) =>
      Promise.race([
        (async () => {
          for (const widget of document.querySelectorAll(
            ':is(kith-group-finder, kith-meeting-calendar, kith-myth-quiz, kith-question-box)',
          )) {
            await customElements.whenDefined(widget.localName);
            await (widget.searchable ?? widget.filterable ?? widget.ready);
          }
          await document.fonts.ready;
        })(),
        new Promise((_, reject) => {
          setTimeout(() => reject(new Error('The widgets did not come.')), patience);
        }),
      ]),
    PATIENCE_MS,
  );
  if (scene.act) await scene.act(page);
  // A visitor's finger does not hover.
  await page.mouse.move(0, 0);
  await drawn(page);
  return page;
}

async function picture(browser, address, names) {
  const folder = path.join(root, '.cache/screenshots');
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    const page = await stage(browser, address, SCENES[name]);
    // A window as tall as the page: what sticks to an edge then stands where it belongs.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ ...(SCENES[name].size ?? PHONE), height });
    const of = SCENES[name].of ? page.locator(SCENES[name].of) : page;
    await of.screenshot({ path: path.join(folder, `${name}.png`) });
    await page.context().close();
    console.log(path.relative(root, path.join(folder, `${name}.png`)));
  }
}

const README_PHONE = { size: { width: 360, height: 840 }, scale: README_SCALE };

/** The README's pictures: scenes side by side, from a thing in them downwards. */
const README_PICTURES = {
  // A list, an opened group, and a list in the dark.
  'docs/finder.png': [
    { ...README_PHONE, path: 'sheet.html', from: '.card' },
    { ...README_PHONE, act: openGroup('worry-less-leeds'), from: '.card' },
    { ...README_PHONE, scheme: 'dark', from: '.narrowing' },
  ],
  // A month, and the same on a phone.
  'docs/calendar.png': [
    {
      ...CALENDAR,
      at: FIRST_OF_MONTH,
      scale: README_SCALE,
      size: { width: 940, height: 840 },
      from: '.months',
    },
    { ...README_PHONE, ...CALENDAR, at: FIRST_OF_MONTH, from: '.card' },
  ],
};

async function pictureForReadme(browser, address, file, scenes) {
  const shots = [];
  for (const scene of scenes) {
    const page = await stage(browser, address, scene);
    // The widget, not the site's own head.
    await page
      .locator(scene.from)
      .first()
      .evaluate((top) => scrollTo(0, top.getBoundingClientRect().top + scrollY - 16));
    // What sticks to an edge would lie over the month here.
    if (scene.path === CALENDAR.path)
      await page.locator('.reach').evaluate(({ style }) => style.setProperty('position', 'static'));
    await drawn(page);
    shots.push({
      width: scene.size.width,
      image: (await page.screenshot({ type: 'png' })).toString('base64'),
    });
    await page.context().close();
  }
  const widths = shots.reduce((sum, { width }) => sum + width, 20 * (shots.length + 1));
  const context = await browser.newContext({
    viewport: { width: widths, height: README_PHONE.size.height + 40 },
    deviceScaleFactor: README_SCALE,
  });
  const page = await context.newPage();
  await page.setContent(
    `<style>body{margin:0;display:flex;gap:20px;padding:20px;background:#e9e7e2}img{border-radius:16px}</style>${shots
      .map(({ width, image }) => `<img width="${width}" src="data:image/png;base64,${image}">`)
      .join('')}`,
  );
  const bytes = await page.screenshot({ type: 'png' });
  writeFileSync(path.join(root, file), bytes);
  await context.close();
  console.log(`${file}: ${Math.round(bytes.length / 1000)} kB`);
  if (bytes.length > LIMIT_README) {
    console.error(`That is more than ${LIMIT_README / 1000} kB.`);
    process.exitCode = 1;
  }
}

ensureInstalled();
const wanted = process.argv.slice(2);
const readme = wanted.includes('--readme');
const unknown = wanted.filter((word) => word !== '--readme' && !(word in SCENES));
if (unknown.length > 0) {
  console.error(
    `There is no picture called ${unknown.join(', ')}. There are: ${Object.keys(SCENES).join(', ')}.`,
  );
  process.exit(1);
}
const { chromium } = await import('playwright-core');
const site = await startSite();
const browser = await chromium.launch({
  executablePath: ensureBrowser('chromium'),
  args: [
    ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    ...['--disable-component-update', '--disable-sync', '--disable-lcd-text', '--font-render-hinting=none'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});
try {
  if (readme)
    for (const [file, scenes] of Object.entries(README_PICTURES))
      await pictureForReadme(browser, site.address, file, scenes);
  else await picture(browser, site.address, wanted.length > 0 ? wanted : Object.keys(SCENES));
} finally {
  await browser.close();
  site.stop();
}
