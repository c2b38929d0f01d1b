import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import type { MythQuiz } from '../../../src/widgets/myth-quiz/myth-quiz.js';
import { allowConsole } from '../../expect-console.js';
import { stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import { aChoice, answer, aPack, aQuiz, aStatement, finish, partText, press, root, said } from './a-quiz.js';

const EVIL = '<img src=x onerror="window.kithWasHere = 1"><script>window.kithWasHere = 1</script><b>bold</b>';

/** Elements that only markup of a pack could have made. */
const injected = (quiz: MythQuiz): Element[] => [
  ...root(quiz).querySelectorAll('img, script, iframe, object, b, a[href^="javascript:"]'),
];

describe('a hostile pack', () => {
  it('keeps markup as text in every field', async () => {
    const item = aStatement('x', {
      statement: EVIL,
      fact: EVIL,
      explanation: EVIL,
      whyItMatters: EVIL,
      source: { title: EVIL, publisher: EVIL, year: 2021, url: 'https://example.org' },
    });
    const choice = {
      ...aChoice('y'),
      question: EVIL,
      choices: [
        { id: 'a', text: EVIL, isTrue: true },
        { id: 'b', text: EVIL, isTrue: false },
      ],
    };
    const pack = aPack([item, choice], {
      title: EVIL,
      intro: EVIL,
      disclaimer: EVIL,
      answers: { true: EVIL, false: EVIL, unsure: EVIL },
      feedbackOpeners: { match: EVIL, noMatch: EVIL, unsure: EVIL },
      review: {
        status: 'reviewed',
        clinicalReviewer: EVIL,
        livedExperienceReviewer: EVIL,
        reviewedOn: '2026-01-01',
      },
    });
    stubFetch(() => Response.json({ packFormat: 1, ...pack }));
    allowConsole('<kith-myth-quiz');
    const quiz = await aQuiz({ bare: true, attributes: { pack: '/evil.json' } });
    for (let n = 0; n < 2; n++) {
      expect(said(quiz)).to.contain('<b>bold</b>');
      expect(injected(quiz)).to.deep.equal([]);
      await answer(quiz, /.*/);
      expect(partText(quiz, 'fact')).to.not.equal('');
      expect(injected(quiz)).to.deep.equal([]);
      await press(quiz, new RegExp(`${en.quizNext}|${en.quizToEnd}`));
    }
    await finish(quiz);
    expect(injected(quiz)).to.deep.equal([]);
    expect('kithWasHere' in window).to.equal(false);
  });

  it('with a script for an address gets no link', async () => {
    allowConsole('<kith-myth-quiz');
    const source = { title: 'T', publisher: 'P', year: 2021, url: 'javascript:window.kithWasHere=1' };
    stubFetch(() => Response.json({ packFormat: 1, ...aPack([aStatement('x', { source })]) }));
    const quiz = await aQuiz({ bare: true, attributes: { pack: '/evil.json' } });
    await answer(quiz);
    expect(root(quiz).querySelector('[part~=source] a')).to.equal(null);
  });

  it('of thousands of items is read up to a bound', async () => {
    allowConsole('<kith-myth-quiz');
    const items = Array.from({ length: 3000 }, (_, n) => aStatement(`item-${n}`));
    stubFetch(() => Response.json({ packFormat: 1, ...aPack(items) }));
    const quiz = await aQuiz({ bare: true, attributes: { pack: '/large.json' } });
    await waitUntil(() => partText(quiz, 'progress') !== '');
    expect(Number(/of ([\d,]+)/.exec(partText(quiz, 'progress'))?.[1]?.replace(',', ''))).to.be.below(1000);
  });

  it('named like a property of all objects is no set', async () => {
    allowConsole('<kith-myth-quiz set>');
    const quiz = await aQuiz({ attributes: { set: 'constructor' } });
    expect(partText(quiz, 'progress')).to.equal('1 of 3');
  });
});

describe('a hostile page', () => {
  it('that hands in nonsense as a clock or address is told, and nothing is thrown', async () => {
    allowConsole('<kith-myth-quiz');
    const quiz = await aQuiz({
      attributes: {
        'exit-url': 'javascript:alert(1)',
        country: 'Narnia',
        region: '%%',
        theme: 'pink',
        seed: '\u0000',
      },
    });
    expect(partText(quiz, 'progress')).to.equal('1 of 3');
    let url = '';
    quiz.addEventListener('kith-quick-exit', (event) => {
      event.preventDefault();
      url = event.url;
    });
    await press(quiz, en.exit);
    expect(url).to.match(/^https:/);
  });
});
