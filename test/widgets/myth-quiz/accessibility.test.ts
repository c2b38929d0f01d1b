import { expect } from '@open-wc/testing';
import { ar } from '../../../src/i18n/ar.js';
import { en } from '../../../src/i18n/en.js';
import type { MythQuiz } from '../../../src/widgets/myth-quiz/myth-quiz.js';
import { expectNoBarriers } from '../../axe.js';
import { byRole, outline, textOf } from '../../by-role.js';
import { aGroup, weekly } from '../../domain/small-groups.js';
import { expectConsole } from '../../expect-console.js';
import { never, stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import {
  aChoice,
  answer,
  aPage,
  aQuiz,
  aStatement,
  atTheEnd,
  choose,
  finish,
  placeQuiz,
  press,
  root,
  said,
} from './a-quiz.js';

const STATES: Readonly<Record<string, () => Promise<MythQuiz>>> = {
  loading: async () => {
    stubFetch(never);
    const quiz = placeQuiz({ bare: true, attributes: { pack: '/slow.json' }, into: aPage() });
    await quiz.updateComplete;
    return quiz;
  },
  'a question': () => aQuiz({ into: aPage() }),
  'our own first question': () => aQuiz({ bare: true, into: aPage() }),
  'a question with answers of its own': () => aQuiz({ items: [aChoice('home')], into: aPage() }),
  'a chosen answer': async () => {
    const quiz = await aQuiz({ into: aPage() });
    await choose(quiz, en.quizUnsure);
    return quiz;
  },
  'asked to choose first': async () => {
    const quiz = await aQuiz({ into: aPage() });
    await press(quiz, en.quizAnswer);
    return quiz;
  },
  'something hard, with the help opened': () =>
    aQuiz({ items: [aStatement('cheese', { sensitive: true })], into: aPage() }),
  'a fact': async () => {
    const quiz = await aQuiz({ into: aPage() });
    await answer(quiz);
    return quiz;
  },
  'the last page': async () => {
    const groups = [aGroup({ name: 'Calm', url: 'https://example.org', meetings: [weekly('MO', '18:30')] })];
    const quiz = await aQuiz({ groups, into: aPage(), attributes: { 'page-url': '/groups' } });
    await finish(quiz);
    await waitUntil(() => said(quiz).includes('Calm') && said(quiz).includes(en.quizHelps));
    byRole(quiz, 'summary', en.quizHelpsWhy).click();
    return quiz;
  },
  'the last page without a fact': async () => {
    const quiz = await aQuiz({ into: aPage() });
    await press(quiz, en.quizStop);
    await atTheEnd(quiz);
    return quiz;
  },
  remembering: async () => {
    const quiz = await aQuiz({ into: aPage(), attributes: { resume: '' } });
    await press(quiz, en.quizForget);
    return quiz;
  },
  'being reviewed': async () => {
    expectConsole('past their day of review');
    return aQuiz({ now: Date.parse('2031-01-01T00:00:00Z'), into: aPage() });
  },
  failed: async () => {
    expectConsole('status 404');
    stubFetch(() => new Response('', { status: 404 }));
    return aQuiz({
      bare: true,
      attributes: { pack: '/none.json' },
      into: aPage(),
      children: '<p>Ring us</p>',
    });
  },
  'in Arabic': async () => {
    const page = aPage();
    page.lang = 'ar';
    const quiz = await aQuiz({ bare: true, into: page });
    await waitUntil(() => said(quiz).includes(ar.quizAsk), 'it speaks Arabic');
    return quiz;
  },
};

describe('the quiz has no barrier that axe knows', () => {
  for (const [state, make] of Object.entries(STATES)) {
    it(`in the state: ${state}`, async () => {
      await expectNoBarriers(await make());
    });

    it(`in the dark, in the state: ${state}`, async () => {
      document.documentElement.style.colorScheme = 'dark';
      document.body.style.background = '#14191b';
      try {
        const quiz = await make();
        quiz.theme = 'dark';
        await quiz.updateComplete;
        await expectNoBarriers(quiz);
      } finally {
        document.documentElement.removeAttribute('style');
        document.body.removeAttribute('style');
      }
    });
  }
});

describe('what a screen reader walks through', () => {
  it('in a question', async () => {
    const quiz = await aQuiz({ items: ['cheese'] });
    expect(outline(quiz)).to.deep.equal([
      `button "${en.exit}"`,
      'heading 2 "What do you know of the moon?"',
      'status',
      'heading 3 "1 of 1"',
      `group "${en.quizAsk} The moon is made of cheese."`,
      `radio "${en.quizTrue}"`,
      `radio "${en.quizFalse}"`,
      `radio "${en.quizUnsure}"`,
      `button "${en.quizAnswer}"`,
      `button "${en.quizSkip}"`,
      `button "${en.quizStop}"`,
      `group "${en.helpTitle}"`,
      `heading 3 "${en.helpTitle}"`,
      'link "116 123"',
      `summary "${en.helpMore}"`,
    ]);
  });

  it('in a fact', async () => {
    const quiz = await aQuiz({ items: ['cheese'] });
    await answer(quiz);
    expect(outline(quiz).slice(1, 8)).to.deep.equal([
      'heading 2 "What do you know of the moon?"',
      'status',
      'heading 3 "The moon is rock, and cheese is not."',
      'link "On cheese"',
      `button "${en.quizToEnd}"`,
      `button "${en.quizShare}"`,
      `group "${en.helpTitle}"`,
    ]);
  });
});

describe('what the live region says', () => {
  it('is one thing once, and nothing that has the focus anyway', async () => {
    const quiz = await aQuiz({ items: ['cheese', 'chalk'] });
    const regions = root(quiz).querySelectorAll('[role=status], [role=alert], [aria-live]');
    expect(regions).to.have.lengthOf(1);
    const log: string[] = [];
    const watch = new MutationObserver(() => log.push(textOf(regions[0]!)));
    watch.observe(regions[0]!, { childList: true, subtree: true, characterData: true });
    await press(quiz, en.quizAnswer);
    await press(quiz, en.quizAnswer);
    await waitUntil(() => log.length > 0, 'it is said');
    await answer(quiz);
    await press(quiz, en.quizNext);
    await finish(quiz);
    watch.disconnect();
    expect(log).to.deep.equal([en.quizChoose]);
  });
});

describe('what is tapped', () => {
  it('is 44 pixels high or more', async () => {
    const quiz = await aQuiz();
    const tapped = () => [...root(quiz).querySelectorAll<HTMLElement>('button, .choice, summary, .call')];
    const look = () => {
      for (const element of tapped())
        expect(element.getBoundingClientRect().height, textOf(element)).to.be.at.least(43.5);
    };
    look();
    await answer(quiz);
    look();
  });
});
