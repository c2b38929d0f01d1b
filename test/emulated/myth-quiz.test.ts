import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/en.js';
import { byRole } from '../by-role.js';
import { answer, aQuiz, choose, finish, partText, press, root } from '../widgets/myth-quiz/a-quiz.js';
import { emulate } from './emulate.js';

const FORCED = { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' };

describe('the quiz in forced colours', () => {
  it('draws its answers, buttons, the fact and the help line with an edge', async () => {
    await emulate('', FORCED);
    const quiz = await aQuiz();
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    const hasEdge = (element: Element, side: 'Top' | 'InlineStart') => {
      const style = getComputedStyle(element);
      expect(style[`border${side}Style`]).to.equal('solid');
      expect(Number.parseFloat(style[`border${side}Width`])).to.be.at.least(1);
      expect(style[`border${side}Color`]).to.not.match(/, 0\)$/);
    };
    const inQuestion = [
      byRole(quiz, 'button', en.exit),
      byRole(quiz, 'button', en.quizAnswer),
      byRole(quiz, 'button', en.quizSkip),
      ...root(quiz).querySelectorAll('[part~=choice], [part~=help-line]'),
    ];
    for (const element of inQuestion) hasEdge(element, 'Top');
    await answer(quiz);
    hasEdge(root(quiz).querySelector('[part~=fact]')!, 'InlineStart');
  });

  it('tells a chosen answer from another by more than colour', async () => {
    await emulate('', FORCED);
    const quiz = await aQuiz();
    await choose(quiz, en.quizFalse);
    const style = (label: string) => getComputedStyle(byRole(quiz, 'radio', label).closest('label')!);
    expect(style(en.quizFalse).outlineStyle).to.not.equal(style(en.quizTrue).outlineStyle);
  });
});

describe('the quiz on paper', () => {
  const print = async (): Promise<void> => {
    window.dispatchEvent(new Event('beforeprint'));
    await emulate('print');
  };
  afterEach(() => void window.dispatchEvent(new Event('afterprint')));

  it('shows the facts that were met, and never a statement', async () => {
    const quiz = await aQuiz();
    await answer(quiz);
    const fact = partText(quiz, 'fact');
    await press(quiz, en.quizNext);
    await print();
    const paper = root(quiz).querySelector<HTMLElement>('.paper')!;
    expect(paper.checkVisibility()).to.equal(true);
    expect(paper.textContent).to.contain(fact).and.to.contain('Moon Press').and.to.contain('116 123');
    for (const shown of root(quiz).querySelectorAll<HTMLElement>('[part~=statement], button, input'))
      expect(shown.checkVisibility(), shown.textContent ?? '').to.equal(false);
  });

  it('shows no statement either where the browser tells nobody that it prints', async () => {
    const quiz = await aQuiz();
    await emulate('print');
    expect(root(quiz).querySelector('[part~=statement]')!.checkVisibility()).to.equal(false);
    expect(byRole(quiz, 'link', '116 123')).to.exist;
  });

  it('shows the last page without its buttons', async () => {
    const quiz = await aQuiz();
    await finish(quiz);
    await print();
    expect(root(quiz).querySelector('[part~=facts]')!.checkVisibility()).to.equal(true);
    for (const button of root(quiz).querySelectorAll('button'))
      expect(button.checkVisibility()).to.equal(false);
  });
});

describe('the quiz and what a visitor’s system wishes', () => {
  it('moves nothing when less motion is wished', async () => {
    await emulate('', { 'prefers-reduced-motion': 'reduce' });
    const quiz = await aQuiz();
    await answer(quiz);
    for (const element of root(quiz).querySelectorAll('*')) {
      const { transitionDuration, animationName } = getComputedStyle(element);
      expect(transitionDuration.split(',').every((time) => Number.parseFloat(time) === 0)).to.equal(true);
      expect(animationName).to.equal('none');
    }
  });

  it('stays light on a light page when the system is dark', async () => {
    await emulate('', { 'prefers-color-scheme': 'dark' });
    const quiz = await aQuiz();
    const base = root(quiz).querySelector('[part~=base]')!;
    expect(getComputedStyle(base).backgroundColor).to.equal('rgb(255, 255, 255)');
  });
});
