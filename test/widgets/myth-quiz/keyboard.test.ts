import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import type { MythQuiz } from '../../../src/widgets/myth-quiz/myth-quiz.js';
import { nameOf, roleOf, textOf } from '../../by-role.js';
import { press } from '../../keys.js';
import { waitUntil } from '../../wait-until.js';
import { aBox, aQuiz, atTheEnd, focused, partText, root, settled } from './a-quiz.js';

/** Role and name of what has the focus. */
const here = (quiz: MythQuiz): string => {
  const element = focused(quiz);
  return element ? `${roleOf(element)} ${nameOf(element)}` : (document.activeElement?.localName ?? '');
};

async function between() {
  const box = aBox();
  box.innerHTML = '<button>before</button><div></div><button>after</button>';
  const [before, after] = [...box.querySelectorAll('button')];
  const quiz = await aQuiz({ into: box.querySelector('div')! });
  before!.focus();
  return { quiz, before, after };
}

/** Tabs until the focus is there. */
async function tabTo(quiz: MythQuiz, what: string): Promise<void> {
  for (let n = 0; n < 30; n++) {
    if (here(quiz) === what) return;
    await press('Tab');
  }
  throw new Error(`no way to ${what} by Tab; the last was ${here(quiz)}`);
}

describe('the quiz by keyboard alone', () => {
  it('is walked through in the order in which it is read, and left again', async () => {
    const { quiz, before, after } = await between();
    const walked: string[] = [];
    for (let n = 0; n < 20; n++) {
      await press('Tab');
      if (document.activeElement === after) break;
      walked.push(here(quiz));
    }
    expect(document.activeElement).to.equal(after);
    expect(walked.slice(0, 5)).to.deep.equal([
      `button ${en.exit}`,
      `radio ${en.quizTrue}`,
      `button ${en.quizAnswer}`,
      `button ${en.quizSkip}`,
      `button ${en.quizStop}`,
    ]);
    for (let n = 0; n <= walked.length; n++) await press('Shift+Tab');
    expect(document.activeElement).to.equal(before);
  });

  it('answers, reads, goes on, skips, stops and begins again', async () => {
    const { quiz } = await between();
    await tabTo(quiz, `radio ${en.quizTrue}`);
    await press('ArrowDown');
    expect(here(quiz)).to.equal(`radio ${en.quizFalse}`);
    expect((focused(quiz) as HTMLInputElement).checked).to.equal(true);
    await tabTo(quiz, `button ${en.quizAnswer}`);
    await press('Enter');
    await settled(quiz);
    expect(here(quiz)).to.equal(`heading ${partText(quiz, 'fact')}`);
    await tabTo(quiz, `button ${en.quizNext}`);
    await press('Space');
    await settled(quiz);
    expect(here(quiz)).to.equal('heading 2 of 3');
    await tabTo(quiz, `button ${en.quizSkip}`);
    await press('Enter');
    await settled(quiz);
    expect(here(quiz)).to.equal('heading 3 of 3');
    await tabTo(quiz, `button ${en.quizStop}`);
    await press('Enter');
    await atTheEnd(quiz);
    await waitUntil(() => here(quiz) === `heading ${en.quizEnd}`, 'the last page has the focus');
    await tabTo(quiz, `button ${en.quizAgain}`);
    await press('Enter');
    await settled(quiz);
    expect(here(quiz)).to.equal('heading 1 of 3');
  });

  it('answers by Enter from a radio button as well', async () => {
    const { quiz } = await between();
    await tabTo(quiz, `radio ${en.quizTrue}`);
    await press('Space');
    await press('Enter');
    await settled(quiz);
    expect(here(quiz)).to.equal(`heading ${partText(quiz, 'fact')}`);
  });

  it('shows where the focus is', async () => {
    const { quiz } = await between();
    for (let n = 0; n < 5; n++) {
      await press('Tab');
      const element = focused(quiz)!;
      const ringed = element.closest('.check') ?? element;
      const { outlineStyle, outlineWidth } = getComputedStyle(ringed);
      expect(outlineStyle, here(quiz)).to.not.equal('none');
      expect(Number.parseFloat(outlineWidth)).to.be.at.least(2);
    }
  });

  it('opens more help', async () => {
    const { quiz } = await between();
    await tabTo(quiz, `summary ${en.helpMore}`);
    await press('Enter');
    expect(root(quiz).querySelector('details')!.open).to.equal(true);
    await press('Tab');
    expect(textOf(focused(quiz)!)).to.contain('999');
  });
});
