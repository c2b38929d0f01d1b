/** Drives Chromium: opens a quiz's page, answers its first question, and brings back its figures. */
import { bytesIn, missingOf, openerOf, requestsOf, tabStopsIn } from './open-page.mjs';
import { QUESTIONS } from './quiz-questions.mjs';

/** Opens a subject's page and waits for its first question. */
const open = openerOf({
  probe: 'quiz-probe.js',
  mark: 'first',
  wanted: 'question',
  settingsOf: () => ({ items: QUESTIONS }),
  timezoneId: 'Europe/London',
});

/** Loads a quiz and answers: one row of figures, or `gaveUp` where it showed no question in time. */
export async function measure(given) {
  const { subject, patience, cpu } = given;
  const opened = await open(given);
  if (!opened) return { gaveUp: patience };
  const { context, page } = opened;
  // What a quiz still does behind its first question is done before it is counted and pressed.
  await page.waitForTimeout(300 * cpu);
  const figures = await page.evaluate(() => ({ first: benchProbe.marks.first, ...benchProbe.counts() }));
  // Another question may have other things beside it.
  const { id } = await page.evaluate(() => benchProbe.item);
  if (id !== QUESTIONS[0].id)
    throw new Error(`${subject.name} begins with "${id}" instead of "${QUESTIONS[0].id}".`);
  if (subject.press) {
    await subject.choose?.(page);
    await page.waitForTimeout(100 * cpu);
    await page.evaluate(() => benchProbe.arm());
    await subject.press(page).click({ timeout: patience });
    await page.waitForFunction('benchProbe.pressed !== undefined', undefined, {
      timeout: patience,
      polling: 50,
    });
    figures.feedback = await page.evaluate(() => benchProbe.pressed);
  }
  await context.close();
  return figures;
}

/** Tab stops of the first question, and whether an answer is among them. */
export async function tabStopsOf(given) {
  const opened = await open({ ...given, cpu: 1 });
  if (!opened) return undefined;
  const found = await tabStopsIn(opened.page);
  await opened.context.close();
  return found;
}

const isScriptOrStyle = ({ path: name }) => /\.(?:js|css)$/.test(name);

/** What is asked for until the first question stands, and without a press; of a player alone the least that it can be. */
export async function trafficOf(given) {
  const { subject } = given;
  const found = await requestsOf(open, given);
  if (!found) return undefined;
  // What stands for a content type of H5P is ours; the descriptions that it reads every content type has.
  const names = new Set();
  const asked = found.requests.filter(({ path: name }) => {
    // Nothing may be cached here, but a visitor's browser asks only once for one address.
    const isNew = !names.has(name) && !name.endsWith('/empty.js');
    names.add(name);
    return isNew;
  });
  const early = asked.filter(({ from }) => from <= found.first);
  if (subject.isQuestions && !early.some(({ path: name }) => subject.isQuestions(name)))
    throw new Error(`${subject.name}: no file with its questions is among those that it asked for.`);
  const figures = {
    bytes: bytesIn(early.filter(isScriptOrStyle)),
    withoutQuestions: bytesIn(
      early.filter((one) => isScriptOrStyle(one) && !subject.isQuestions?.(one.path)),
    ),
    allBytes: bytesIn(asked.filter(isScriptOrStyle)),
    requests: early.length,
  };
  const told = subject.isPlayerOnly
    ? Object.fromEntries(Object.entries(figures).map(([key, median]) => [key, { median, atLeast: true }]))
    : figures;
  return { ...told, files: early.map(({ path: name }) => name), missing: missingOf(asked) };
}
