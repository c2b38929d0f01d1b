import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { allByRole, byRole, nameOf, queryByRole, textOf } from '../../by-role.js';
import {
  aChoice,
  answer,
  aPack,
  aQuiz,
  aStatement,
  atTheEnd,
  choose,
  finish,
  focused,
  partText,
  press,
  recording,
  root,
  said,
  settled,
  THREE,
} from './a-quiz.js';

const statement = (quiz: Parameters<typeof partText>[0]): string => partText(quiz, 'statement');
const inWords = (number: number, total: number): string =>
  en.quizProgress.replace('{number}', String(number)).replace('{total}', String(total));

describe('a question', () => {
  it('is a native group of radio buttons, named by "True or not?" and its statement, with a button', async () => {
    const quiz = await aQuiz({ items: ['cheese'] });
    const group = byRole(quiz, 'group', `${en.quizAsk} The moon is made of cheese.`);
    expect(group.localName).to.equal('fieldset');
    const radios = [...group.querySelectorAll<HTMLInputElement>('input')];
    expect(radios.map(({ type }) => type)).to.deep.equal(['radio', 'radio', 'radio']);
    expect(new Set(radios.map(({ name }) => name)).size).to.equal(1);
    expect(radios.map(nameOf)).to.deep.equal([en.quizTrue, en.quizFalse, en.quizUnsure]);
    expect(radios.some(({ checked }) => checked)).to.equal(false);
    expect(byRole(quiz, 'button', en.quizAnswer)).to.exist;
  });

  it('says how far one is in words', async () => {
    const quiz = await aQuiz();
    expect(textOf(byRole(quiz, 'heading', inWords(1, 3)))).to.equal('1 of 3');
    await press(quiz, en.quizSkip);
    expect(byRole(quiz, 'heading', inWords(2, 3))).to.exist;
  });

  it('asks kindly for an answer before it shows a fact, and goes on from there', async () => {
    const quiz = await aQuiz({ items: ['cheese'] });
    await press(quiz, en.quizAnswer);
    expect(partText(quiz, 'fact')).to.equal('');
    expect(partText(quiz, 'hint')).to.equal(en.quizChoose);
    expect(focused(quiz)).to.equal(allByRole(quiz, 'radio')[0]);
    const group = byRole(quiz, 'group', /^True or not/);
    expect(root(quiz).getElementById(group.getAttribute('aria-describedby') ?? '')).to.exist;
    await answer(quiz);
    expect(partText(quiz, 'fact')).to.equal('The moon is rock, and cheese is not.');
    expect(said(quiz)).to.not.contain(en.quizChoose);
  });

  it('may have answers of its own, with "not sure" beside them', async () => {
    const quiz = await aQuiz({ items: [aChoice('home')] });
    const group = byRole(quiz, 'group', 'How far away is home?');
    expect([...group.querySelectorAll('input')].map(nameOf)).to.deep.equal([
      'A day’s walk',
      'Three days by rocket',
      en.quizUnsure,
    ]);
    expect(said(quiz)).to.not.contain(en.quizAsk);
    await answer(quiz, 'A day’s walk');
    expect(said(quiz)).to.contain(en.quizNoMatch);
  });

  it('may be skipped, and the next one has no answer yet', async () => {
    const quiz = await aQuiz();
    const first = statement(quiz);
    await choose(quiz, en.quizTrue);
    await press(quiz, en.quizSkip);
    expect(statement(quiz)).to.not.equal(first);
    expect(allByRole(quiz, 'radio').some((radio) => (radio as HTMLInputElement).checked)).to.equal(false);
    expect((focused(quiz) as Element).part.contains('progress')).to.equal(true);
  });

  it('may be the last: one stops wherever one likes', async () => {
    const quiz = await aQuiz();
    await answer(quiz);
    await press(quiz, en.quizNext);
    await press(quiz, en.quizStop);
    await atTheEnd(quiz);
    expect(byRole(quiz, 'heading', en.quizEnd)).to.exist;
    expect(root(quiz).querySelectorAll('.met')).to.have.lengthOf(1);
  });

  it('about something hard says so before, and opens the help line', async () => {
    const quiz = await aQuiz({
      items: [aStatement('cheese', { sensitive: true }), aStatement('chalk')],
      attributes: { seed: 'x' },
    });
    const details = () => root(quiz).querySelector('details')!;
    const isHard = () => statement(quiz).includes('cheese');
    for (const _ of [1, 2]) {
      expect(details().open, statement(quiz)).to.equal(isHard());
      expect(said(quiz).includes(en.quizSensitive)).to.equal(isHard());
      await answer(quiz);
      expect(details().open, 'beside the fact too').to.equal(partText(quiz, 'fact').includes('cheese'));
      await press(quiz, new RegExp(`${en.quizNext}|${en.quizToEnd}`));
    }
  });
});

describe('what research says', () => {
  it('comes fact first: heading, words for the answer, reason, why it matters, source', async () => {
    const quiz = await aQuiz({ items: ['cheese'] });
    await answer(quiz);
    const feedback = root(quiz).querySelector('[part~=feedback]')!;
    const heading = byRole(quiz, 'heading', 'The moon is rock, and cheese is not.');
    expect(feedback.querySelector('h3')).to.equal(heading);
    expect(textOf(feedback)).to.match(
      /cheese is not\. Many people think so\. .+ People looked, and there was no cheese\. Why it matters: You can stop bringing cheese\. Source: On cheese, Moon Press, 2021\. Checked 2 November 2026\./,
    );
    const link = byRole(quiz, 'link', 'On cheese') as HTMLAnchorElement;
    expect(link.href).to.equal('https://example.org/cheese');
    expect(link.rel).to.equal('noopener noreferrer');
  });

  it('has the focus on its heading', async () => {
    const quiz = await aQuiz({ items: ['cheese'] });
    await answer(quiz);
    expect(textOf(focused(quiz) as Element)).to.equal('The moon is rock, and cheese is not.');
  });

  for (const [given, opener] of [
    [en.quizTrue, en.quizNoMatch],
    [en.quizFalse, en.quizMatch],
    [en.quizUnsure, en.quizNotSure],
  ] as const)
    it(`opens with "${opener}" after "${given}"`, async () => {
      const quiz = await aQuiz({ items: ['cheese'] });
      await answer(quiz, given);
      expect(said(quiz)).to.contain(opener);
    });

  it('leads on by one primary button, and from the last one to the end', async () => {
    const quiz = await aQuiz({ items: ['cheese', 'chalk'] });
    await answer(quiz);
    const primary = () => [...root(quiz).querySelectorAll('[part~=button-primary]')].map(textOf);
    expect(primary()).to.deep.equal([en.quizNext]);
    await press(quiz, en.quizNext);
    expect((focused(quiz) as Element).part.contains('progress')).to.equal(true);
    expect(primary()).to.deep.equal([en.quizAnswer]);
    await answer(quiz);
    expect(primary()).to.deep.equal([en.quizToEnd]);
    expect(queryByRole(quiz, 'button', en.quizStop)).to.equal(undefined);
  });

  it('leaves out what a source does not tell, and links to nothing but the web', async () => {
    const source = { title: 'Leaflet', publisher: 'Moon Press', url: 'javascript:alert(1)' };
    const quiz = await aQuiz({ items: [aStatement('cheese', { source })] });
    await answer(quiz);
    expect(partText(quiz, 'source')).to.equal('Source: Leaflet, Moon Press.');
    expect(root(quiz).querySelector('[part~=source] a')).to.equal(null);
  });
});

describe('nobody can fail', () => {
  it('since there is no score, no count of answers, no timer and no word of right or wrong', async () => {
    const quiz = await aQuiz();
    const { seen, stop } = recording(quiz);
    await finish(quiz);
    stop();
    for (const text of seen)
      expect(text).to.not.match(
        /\b(?:score|points?|correct|incorrect|wrong|fail|passed|well done|\d+ ?%|seconds)\b/i,
      );
    expect(
      root(quiz).querySelector('progress, meter, [role=progressbar], [role=timer], [aria-invalid]'),
    ).to.equal(null);
  });

  it('and no red and no cross: a fact looks the same whatever was answered', async () => {
    const looks = async (given: string) => {
      const quiz = await aQuiz({ items: ['cheese'] });
      await answer(quiz, given);
      const parts = [...root(quiz).querySelectorAll<HTMLElement>('[part~=feedback], [part~=feedback] *')];
      return parts.map((element) => {
        const { color, backgroundColor, borderInlineStartColor } = getComputedStyle(element);
        return [
          element.localName,
          element.getAttribute('part'),
          color,
          backgroundColor,
          borderInlineStartColor,
        ];
      });
    };
    const [right, other, unsure] = [
      await looks(en.quizFalse),
      await looks(en.quizTrue),
      await looks(en.quizUnsure),
    ];
    expect(other).to.deep.equal(right);
    expect(unsure).to.deep.equal(right);
  });
});

describe('a statement', () => {
  it('stands only in its own question with its answers: nowhere else in the widget, the page, its title or address', async () => {
    document.title = 'A clinic';
    const quiz = await aQuiz({ items: [...THREE, aChoice('home')] });
    const isClaim = /made of|How far away/;
    const elsewhere = (): string[] => {
      const outside = [...root(quiz).querySelectorAll('*')].filter(
        (element) => !element.closest('fieldset legend'),
      );
      const texts = outside.flatMap(({ childNodes, attributes }) => [
        ...[...childNodes].map(({ nodeType, nodeValue }) => (nodeType === Node.TEXT_NODE ? nodeValue : '')),
        ...[...attributes].map(({ value }) => value),
      ]);
      const page = [document.title, location.href, document.body.textContent, quiz.outerHTML];
      return [...texts, ...page].flatMap((text) => (text && isClaim.test(text) ? [text] : []));
    };
    const check = () => {
      expect(elsewhere()).to.deep.equal([]);
      for (const legend of root(quiz).querySelectorAll('legend'))
        expect(legend.closest('fieldset')!.querySelectorAll('input').length).to.be.at.least(3);
    };
    check();
    for (let n = 0; n < 4; n++) {
      await press(quiz, en.quizAnswer);
      check();
      await answer(quiz, en.quizUnsure);
      check();
      await press(quiz, new RegExp(`${en.quizNext}|${en.quizToEnd}`));
      check();
    }
    await atTheEnd(quiz);
    check();
    expect(said(quiz)).to.not.match(isClaim);
  });

  it('is never announced', async () => {
    const quiz = await aQuiz();
    const status = root(quiz).querySelector('[role=status]')!;
    const log = new Set<string>();
    const watch = new MutationObserver(() => log.add(textOf(status)));
    watch.observe(status, { childList: true, subtree: true, characterData: true });
    await finish(quiz);
    watch.disconnect();
    for (const text of log) expect(text).to.not.contain('made of');
  });
});

describe('the order of questions', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const order = async (seed: string): Promise<string[]> => {
    const quiz = await aQuiz({ items: many, attributes: { seed } });
    const all: string[] = [];
    for (let n = 0; n < many.length; n++) {
      all.push(statement(quiz));
      await press(quiz, en.quizSkip);
    }
    return all;
  };

  it('is the same for the same seed, and another for another', async () => {
    const one = await order('one');
    expect(await order('one')).to.deep.equal(one);
    expect(await order('two')).to.not.deep.equal(one);
    expect([...one].sort()).to.deep.equal(many.map((id) => `The moon is made of ${id}.`));
  });

  it('begins anew with another seed before anybody has begun, and stays once they have', async () => {
    const quiz = await aQuiz({ items: many, attributes: { seed: 'one' } });
    quiz.seed = 'two';
    await settled(quiz);
    const [first, second] = await order('two');
    expect(statement(quiz)).to.equal(first);
    await press(quiz, en.quizSkip);
    quiz.seed = 'three';
    await settled(quiz);
    expect(statement(quiz)).to.equal(second);
  });
});

describe('small print', () => {
  it('says that a draft was reviewed by nobody yet', async () => {
    const quiz = await aQuiz();
    expect(partText(quiz, 'review')).to.equal(`${en.quizDraft} This is general information.`);
    await answer(quiz);
    expect(partText(quiz, 'review')).to.contain(en.quizDraft);
  });

  it('says who is still missing', async () => {
    const clinician = { status: 'draft', clinicalReviewer: 'Dr. Luna' } as const;
    const quiz = await aQuiz({ content: aPack([aStatement('cheese')], { review: clinician }) });
    expect(partText(quiz, 'review')).to.contain(en.quizDraftLived);
    const lived = { status: 'draft', livedExperienceReviewer: 'Rosa' } as const;
    const other = await aQuiz({ content: aPack([aStatement('cheese')], { review: lived }) });
    expect(partText(other, 'review')).to.contain(en.quizDraftClinician);
  });

  it('says who has reviewed it, and when', async () => {
    const review = {
      status: 'reviewed',
      clinicalReviewer: 'Dr. Luna',
      livedExperienceReviewer: 'the Tuesday group',
      reviewedOn: '2026-10-01',
    } as const;
    const quiz = await aQuiz({ content: aPack([aStatement('cheese')], { review }) });
    expect(partText(quiz, 'review')).to.contain('Reviewed 1 October 2026 by Dr. Luna and the Tuesday group.');
  });

  it('speaks of an item by itself where an overlay has changed it', async () => {
    const review = {
      status: 'reviewed',
      clinicalReviewer: 'Dr. Luna',
      livedExperienceReviewer: 'the Tuesday group',
      reviewedOn: '2026-10-01',
    } as const;
    const changed = aStatement('cheese', { review: { status: 'draft' } });
    const quiz = await aQuiz({ content: aPack([changed], { review }) });
    expect(partText(quiz, 'review')).to.contain(en.quizDraft);
  });
});
