import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { queryByRole } from '../../by-role.js';
import {
  answer,
  aPack,
  aQuiz,
  aStatement,
  atTheEnd,
  finish,
  focused,
  partText,
  press,
  root,
  said,
} from './a-quiz.js';

const KEY = 'kith-myth-quiz:moon';
const RESUME = { attributes: { resume: '', seed: 'a' } };

const stored = (): string => JSON.stringify({ ...localStorage, ...sessionStorage });

describe('a quiz that a page lets go on later', () => {
  beforeEach(() => localStorage.removeItem(KEY));
  afterEach(() => localStorage.removeItem(KEY));

  it('keeps nothing where the page does not ask for it, nor before a visitor has begun', async () => {
    const before = stored();
    const plain = await aQuiz();
    await finish(plain);
    expect(queryByRole(plain, 'button', en.quizForget)).to.equal(undefined);
    await aQuiz(RESUME);
    expect(stored()).to.equal(before);
  });

  it('goes on at the next question, with the facts that were met, and leaves the focus to the page', async () => {
    const first = await aQuiz(RESUME);
    await answer(first);
    const fact = partText(first, 'fact');
    await press(first, en.quizNext);
    const statement = partText(first, 'statement');
    first.remove();
    const second = await aQuiz(RESUME);
    expect(partText(second, 'progress')).to.equal('2 of 3');
    expect(partText(second, 'statement')).to.equal(statement);
    expect(focused(second)).to.equal(null);
    await press(second, en.quizStop);
    await atTheEnd(second);
    expect(partText(second, 'facts')).to.contain(fact);
  });

  it('comes back to the last page', async () => {
    const first = await aQuiz(RESUME);
    await finish(first);
    first.remove();
    const second = await aQuiz(RESUME);
    await atTheEnd(second);
    expect(root(second).querySelectorAll('.met')).to.have.lengthOf(3);
    expect(focused(second)).to.equal(null);
  });

  it('keeps which facts were met, never what was answered', async () => {
    const kept = async (given: string): Promise<string | null> => {
      localStorage.removeItem(KEY);
      const quiz = await aQuiz(RESUME);
      await answer(quiz, given);
      quiz.remove();
      return localStorage.getItem(KEY);
    };
    const [agreed, other] = [await kept(en.quizFalse), await kept(en.quizTrue)];
    expect(agreed).to.equal(other);
    expect(Object.keys(JSON.parse(agreed ?? '{}') as object).sort()).to.deep.equal(['done', 'met', 'order']);
  });

  it('says in sight what it keeps, with a way to be forgotten that holds for this visit', async () => {
    const quiz = await aQuiz(RESUME);
    expect(partText(quiz, 'remembers')).to.contain(en.quizRemembers);
    await answer(quiz);
    expect(localStorage.getItem(KEY)).to.be.a('string');
    await press(quiz, en.quizForget);
    expect(localStorage.getItem(KEY)).to.equal(null);
    expect(partText(quiz, 'progress')).to.equal('1 of 3');
    expect(focused(quiz)!.part.contains('progress')).to.equal(true);
    await answer(quiz);
    expect(localStorage.getItem(KEY)).to.equal(null);
    expect(said(quiz)).to.not.contain(en.quizRemembers);
  });

  it('forgets what a pack no longer has, and asks what is new last', async () => {
    const first = await aQuiz({ ...RESUME, items: ['cheese', 'chalk'] });
    await answer(first);
    const met = /rock, and (\w+)/.exec(partText(first, 'fact'))?.[1] ?? '';
    first.remove();
    const left = met === 'cheese' ? 'chalk' : 'cheese';
    const content = aPack([aStatement('butter'), aStatement(left)]);
    const second = await aQuiz({ ...RESUME, content });
    expect(partText(second, 'progress')).to.equal('1 of 2');
    expect(partText(second, 'statement')).to.contain(left);
  });

  for (const nonsense of [
    '',
    '{',
    'null',
    '[]',
    '{"order":1,"done":"x","met":{}}',
    '{"order":[{}],"done":9,"met":[null]}',
  ])
    it(`begins at the first question where something else stands in its place: ${nonsense}`, async () => {
      localStorage.setItem(KEY, nonsense);
      const quiz = await aQuiz(RESUME);
      expect(partText(quiz, 'progress')).to.equal('1 of 3');
    });

  it('works as if nothing were kept where the browser refuses', async () => {
    const { setItem, getItem } = Storage.prototype;
    const refuse = (): never => {
      throw new DOMException('', 'SecurityError');
    };
    Storage.prototype.setItem = refuse;
    Storage.prototype.getItem = refuse;
    try {
      const quiz = await aQuiz(RESUME);
      await finish(quiz);
      expect(root(quiz).querySelectorAll('.met')).to.have.lengthOf(3);
    } finally {
      Object.assign(Storage.prototype, { setItem, getItem });
    }
  });
});
