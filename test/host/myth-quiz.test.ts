import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/en.js';
import type { MythQuiz } from '../../src/index.js';
import { allByRole, byRole, queryByRole, textOf } from '../by-role.js';
import { expectConsole } from '../expect-console.js';
import { press } from '../keys.js';
import { waitUntil } from '../wait-until.js';
import { type HostPage, openHostPage } from './a-host-page.js';
import { changes, hostSnapshot } from './host-snapshot.js';

const PATIENCE = { timeout: 30_000 };
/** A visitor's own doing. */
const MOVED_ON = ['scroll', 'focus'];

const quizOf = (page: HostPage): MythQuiz => page.document.querySelector('kith-myth-quiz')!;
const partOf = (quiz: MythQuiz, name: string): HTMLElement | null =>
  quiz.shadowRoot!.querySelector(`[part~=${name}]`);

async function started(name: string, width = 760): Promise<HostPage> {
  const page = await openHostPage(name, { width });
  await page.release();
  await waitUntil(() => quizOf(page).shadowRoot, 'the quiz is upgraded', PATIENCE);
  await quizOf(page).ready;
  return page;
}

async function tap(quiz: MythQuiz, name: string | RegExp): Promise<void> {
  byRole(quiz, 'button', name).click();
  await quiz.updateComplete;
  await quiz.updateComplete;
}

/** Answers, one of them by keyboard, and stops. */
async function visit(quiz: MythQuiz): Promise<void> {
  const view = quiz.ownerDocument.defaultView!;
  const radio = allByRole(quiz, 'radio')[0]!;
  // A frame has the keyboard when its browser gives it, which may be a moment later.
  await waitUntil(
    () => {
      view.focus();
      radio.focus();
      return view.document.hasFocus() && quiz.shadowRoot!.activeElement === radio;
    },
    'the first answer has the keyboard',
    PATIENCE,
  );
  await press('Space');
  await press('Enter');
  await waitUntil(() => partOf(quiz, 'fact'), 'a fact by keyboard', PATIENCE);
  await tap(quiz, en.quizNext);
  allByRole(quiz, 'radio')[0]!.click();
  await tap(quiz, en.quizAnswer);
  if (queryByRole(quiz, 'button', en.quizStop)) await tap(quiz, en.quizStop);
  else await tap(quiz, en.quizToEnd);
  await waitUntil(() => partOf(quiz, 'facts'), 'the last page', PATIENCE);
}

function expectAtHome(quiz: MythQuiz, place: HTMLElement): void {
  const base = partOf(quiz, 'base')!;
  const style = quiz.ownerDocument.defaultView!.getComputedStyle(base);
  expect(Number.parseFloat(style.fontSize)).to.be.at.least(16);
  expect([style.letterSpacing, style.textTransform, style.fontStyle, style.whiteSpace]).to.deep.equal([
    'normal',
    'none',
    'normal',
    'normal',
  ]);
  const statement = partOf(quiz, 'statement')!;
  expect(statement.getBoundingClientRect().height).to.be.above(20);
  const radios = allByRole(quiz, 'radio');
  expect(radios.length).to.be.at.least(3);
  for (const radio of radios)
    expect(radio.closest('label')!.getBoundingClientRect().height).to.be.at.least(44);
  const room = place.clientWidth;
  expect(base.getBoundingClientRect().width)
    .to.be.at.most(room)
    .and.above(Math.min(room, 880) - 40);
  const page = quiz.ownerDocument.documentElement;
  expect(page.scrollWidth, 'nothing hangs over the edge').to.be.at.most(page.clientWidth);
}

describe('on the page', () => {
  for (const name of ['quiz-strict', 'quiz-reset'])
    it(`"${name}" a quiz is at home, and the page stays as it was`, async () => {
      const page = await started(name);
      const quiz = quizOf(page);
      const kept = () => JSON.stringify({ ...page.window.localStorage });
      const before = kept();
      expect(changes(page.before, hostSnapshot(page.window))).to.deep.equal([]);
      expectAtHome(quiz, quiz.parentElement!);
      await visit(quiz);
      // A page that goes away while a list is on its way would leave a complaint behind.
      await waitUntil(() => !quiz.src || partOf(quiz, 'result'), 'the groups are there', PATIENCE);
      expect([page.violations, page.errors]).to.deep.equal([[], []]);
      expect(page.defined).to.deep.equal(['kith-myth-quiz']);
      if (queryByRole(quiz, 'button', en.quizForget)) await tap(quiz, en.quizForget);
      expect(kept()).to.equal(before);
      expect(changes(page.before, hostSnapshot(page.window), MOVED_ON)).to.deep.equal([]);
      const requests = await page.requests();
      expect(new Set(requests).size, 'no file is asked for twice').to.equal(requests.length);
    });

  it('"quiz-strict" a quiz asks for what it needs, when it needs it', async () => {
    const page = await started('quiz-strict');
    const asked = async (of: RegExp) => (await page.requests()).filter((name) => of.test(name)).length;
    expect(await asked(/\/(?:ending|next-groups|csv)-/)).to.equal(0);
    expect(await asked(/\/quiz-pack-/)).to.equal(1);
    const files = () =>
      page.window.performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((name) => name.startsWith('/fixtures/'));
    expect(files().sort()).to.deep.equal(['/fixtures/quiz-overlay.json', '/fixtures/quiz-pack.json']);
    const quiz = quizOf(page);
    await visit(quiz);
    await waitUntil(() => partOf(quiz, 'result'), 'groups out of the sheet', PATIENCE);
    expect(files()).to.include('/fixtures/groups-template.csv');
    await tap(quiz, en.quizForget);
  });

  it('"quiz-reset" a quiz has its place on a narrow phone too', async () => {
    const page = await started('quiz-reset', 320);
    expectAtHome(quizOf(page), quizOf(page).parentElement!);
  });

  it('"quiz-reset" a quiz whose last page is lost keeps the facts, and finds it at the second try', async () => {
    expectConsole('the last page could not be loaded');
    const page = await openHostPage('quiz-reset');
    // Each step of a visitor asks again.
    await page.fail('ending', 99);
    await page.release();
    await waitUntil(() => quizOf(page).shadowRoot, 'the quiz is upgraded', PATIENCE);
    const quiz = quizOf(page);
    await quiz.ready;
    await visit(quiz);
    await waitUntil(() => queryByRole(quiz, 'heading', en.quizEndFailed), 'it says so', PATIENCE);
    expect(textOf(partOf(quiz, 'facts')!)).to.contain(en.quizSource);
    expect(byRole(quiz, 'link', '116 123')).to.exist;
    await page.fail('ending', 0);
    await tap(quiz, en.tryAgain);
    await waitUntil(() => queryByRole(quiz, 'heading', en.quizEnd), 'the last page', PATIENCE);
  });
});
