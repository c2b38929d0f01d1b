import { expect } from '@open-wc/testing';
import { stigmaMythsAr } from '../../../src/content/quiz/stigma-myths-ar.js';
import { stigmaMythsEs } from '../../../src/content/quiz/stigma-myths-es.js';
import { ar } from '../../../src/i18n/ar.js';
import { en } from '../../../src/i18n/en.js';
import { es } from '../../../src/i18n/es.js';
import type { MythQuiz } from '../../../src/widgets/myth-quiz/myth-quiz.js';
import { textOf } from '../../by-role.js';
import { expectConsole } from '../../expect-console.js';
import { waitUntil } from '../../wait-until.js';
import {
  aBox,
  answer,
  aPack,
  aQuiz,
  aStatement,
  atTheEnd,
  partText,
  placeQuiz,
  press,
  root,
  said,
} from './a-quiz.js';

const base = (quiz: MythQuiz): HTMLElement => root(quiz).querySelector<HTMLElement>('[part~=base]')!;
const has = (quiz: MythQuiz, words: string): Promise<void> =>
  waitUntil(() => said(quiz).includes(words), `it says "${words}"`);

async function inLanguage(lang: string, setting = {}): Promise<MythQuiz> {
  const into = aBox();
  into.lang = lang;
  return aQuiz({ bare: true, into, ...setting });
}

describe('the language of the quiz', () => {
  for (const [strings, pack] of [
    [es, stigmaMythsEs],
    [ar, stigmaMythsAr],
  ] as const)
    it(`is ${strings.lang}, questions, facts, small print and last page`, async () => {
      const quiz = await inLanguage(strings.lang);
      expect(partText(quiz, 'title')).to.equal(pack.title);
      expect(said(quiz)).to.contain(strings.quizAsk);
      expect(base(quiz).dir).to.equal(strings.dir);
      expect(
        partText(quiz, 'progress').replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit))),
      ).to.contain('8');
      expect(pack.items.map((item) => ('statement' in item ? item.statement : ''))).to.include(
        partText(quiz, 'statement'),
      );
      await answer(quiz, strings.quizUnsure, strings);
      expect(pack.items.map(({ fact }) => fact)).to.include(partText(quiz, 'fact'));
      expect(said(quiz)).to.contain(strings.quizNotSure);
      expect(partText(quiz, 'review')).to.contain(strings.quizDraft);
      await press(quiz, strings.quizStop);
      await atTheEnd(quiz);
      expect(said(quiz)).to.contain(strings.quizEnd);
      expect(said(quiz)).to.contain(strings.quizStepDefault);
      await has(quiz, strings.quizHelps);
      expect(root(quiz).querySelector('[part~=helps] ul')!.getAttribute('lang')).to.equal(strings.lang);
      // Titles of sources keep the language in which they were published.
      const titles = [...root(quiz).querySelectorAll('a')].map((link) => textOf(link));
      const ours = titles.reduce((text, title) => text.replaceAll(title, ''), said(quiz));
      expect(ours).to.not.match(/\b(?:the|and|of) (?:facts|group|page|questions)\b/i);
    });

  it('follows the page when it changes its language, pack and all, and a visitor stays at the same question', async () => {
    const quiz = await inLanguage('en', { attributes: { seed: 'a' } });
    await press(quiz, en.quizSkip);
    const before = partText(quiz, 'statement');
    quiz.parentElement!.lang = 'es';
    await has(quiz, es.quizAsk);
    await quiz.ready;
    await has(quiz, stigmaMythsEs.title);
    expect(partText(quiz, 'progress')).to.equal('2 de 8');
    expect(partText(quiz, 'statement')).to.not.equal(before);
    quiz.parentElement!.lang = 'en';
    await has(quiz, en.quizAsk);
    await waitUntil(() => partText(quiz, 'statement') === before, 'the same question in English');
  });

  it('never shows another language first', async () => {
    const into = aBox();
    into.lang = 'ar';
    const quiz = placeQuiz({ bare: true, into, children: '<p>اتصلوا بنا</p>' });
    const seen = new Set<string>();
    const watch = new MutationObserver(() => seen.add(textOf(root(quiz))));
    watch.observe(root(quiz), { childList: true, subtree: true, characterData: true });
    await quiz.ready;
    await has(quiz, ar.quizAsk);
    watch.disconnect();
    for (const text of seen) expect(text).to.not.match(/True or not|Loading|Skip/);
  });

  it('of a pack is its own: a Polish pack on an English page is marked as Polish', async () => {
    const item = aStatement('ser', { statement: 'Księżyc jest z sera.', fact: 'Księżyc jest ze skały.' });
    const quiz = await aQuiz({
      content: aPack([item], {
        language: 'pl',
        answers: { true: 'Prawda', false: 'Nieprawda', unsure: 'Nie wiem' },
      }),
    });
    const langOf = (part: string) =>
      root(quiz).querySelector(`[part~=${part}]`)!.closest('[lang]')!.getAttribute('lang');
    expect([langOf('statement'), langOf('choice'), langOf('title')]).to.deep.equal(['pl', 'pl', 'pl']);
    expect(langOf('button-primary')).to.equal('en');
    await answer(quiz, 'Nie wiem');
    expect([langOf('fact'), langOf('source')]).to.deep.equal(['pl', 'en']);
  });

  it('is English on a page in a language that is not spoken here, and the webmaster is told', async () => {
    expectConsole('<kith-myth-quiz lang>: the page is in "pl"');
    const quiz = await inLanguage('pl');
    expect(said(quiz)).to.contain(en.quizAsk);
  });

  it('lets a page say single phrases in its own words', async () => {
    const quiz = await aQuiz();
    quiz.strings = { quizAnswer: 'What do studies say?' };
    await quiz.updateComplete;
    expect(said(quiz)).to.contain('What do studies say?');
  });
});
