import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { byRole, queryByRole } from '../../by-role.js';
import { waitUntil } from '../../wait-until.js';
import { answer, aQuiz, aStatement, focused, partText, press, said } from './a-quiz.js';

/** Replaces what a browser shares and copies with, for one test. */
function pretend(name: 'share' | 'clipboard', value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(navigator, name);
  Object.defineProperty(navigator, name, { value, configurable: true });
  undo.push(() => {
    if (before) Object.defineProperty(navigator, name, before);
    else Reflect.deleteProperty(navigator, name);
  });
}

const undo: (() => void)[] = [];
afterEach(() => {
  for (const one of undo.splice(0)) one();
});

const TEXT =
  'The moon is rock, and cheese is not.\nSource: On cheese, Moon Press, 2021\nhttps://example.org/cheese';

async function atAFact(parts = {}) {
  const quiz = await aQuiz({ items: [aStatement('cheese', parts)] });
  await answer(quiz);
  return quiz;
}

describe('sharing a fact', () => {
  it('hands the fact and its source to the device, never the statement, the answer or the page', async () => {
    const shared: ShareData[] = [];
    pretend('share', async (data: ShareData) => void shared.push(data));
    const quiz = await atAFact();
    await press(quiz, en.quizShare);
    expect(shared).to.deep.equal([{ text: TEXT }]);
    expect(JSON.stringify(shared)).to.not.contain('made of');
    expect(JSON.stringify(shared)).to.not.contain(location.host);
  });

  it('says nothing when a visitor has changed their mind', async () => {
    pretend('share', async () => {
      throw new DOMException('', 'AbortError');
    });
    const quiz = await atAFact();
    await press(quiz, en.quizShare);
    expect(partText(quiz, 'hint')).to.equal('');
  });

  it('copies where the device cannot share, and says so once', async () => {
    pretend('share', undefined);
    const copied: string[] = [];
    pretend('clipboard', { writeText: async (text: string) => void copied.push(text) });
    const quiz = await atAFact();
    byRole(quiz, 'button', en.quizShare).focus();
    await press(quiz, en.quizShare);
    expect(copied).to.deep.equal([TEXT]);
    await waitUntil(() => partText(quiz, 'hint') === en.quizCopied);
    expect(focused(quiz)).to.equal(byRole(quiz, 'button', en.quizShare));
  });

  it('says what else to do where neither is possible', async () => {
    pretend('share', undefined);
    pretend('clipboard', undefined);
    const quiz = await atAFact();
    await press(quiz, en.quizShare);
    await waitUntil(() => partText(quiz, 'hint') === en.quizCopyFailed);
  });

  it('is not offered for anything sensitive', async () => {
    const quiz = await atAFact({ sensitive: true });
    expect(queryByRole(quiz, 'button', en.quizShare)).to.equal(undefined);
    expect(said(quiz)).to.not.contain(en.quizShare);
  });
});
