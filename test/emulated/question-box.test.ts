import { expect } from '@open-wc/testing';
import '../../src/define/question-box.js';
import { en } from '../../src/i18n/en.js';
import { enBox } from '../../src/i18n/en-box.js';
import { enBoxLater } from '../../src/i18n/en-box-later.js';
import type { QuestionBox } from '../../src/index.js';
import { type BoxAtHand, boxAtHand } from '../../stories/box-at-hand.js';
import { byRole } from '../by-role.js';
import { NOW } from '../domain/small-groups.js';
import { waitUntil } from '../wait-until.js';
import { emulate } from './emulate.js';

const FORCED = { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' };
const PATIENCE = { timeout: 15_000 };
const QUESTION = 'Do I have to talk?';

const root = ({ shadowRoot }: QuestionBox): ShadowRoot => shadowRoot!;

async function there(box: QuestionBox, selector: string): Promise<HTMLElement> {
  await waitUntil(() => root(box).querySelector(selector), `there is ${selector}`, PATIENCE);
  return root(box).querySelector<HTMLElement>(selector)!;
}

describe('the question box', () => {
  let server: BoxAtHand;
  let box: QuestionBox;

  before(async () => {
    const day = Math.floor(NOW / 86_400_000);
    server = await boxAtHand({
      now: NOW,
      entries: [
        {
          id: 'one',
          day,
          topic: 'Work',
          lang: 'en',
          question: 'Whom did you tell at work?',
          answer: 'Nobody.',
        },
      ],
    });
  });

  beforeEach(async () => {
    box = document.createElement('kith-question-box');
    box.boxId = server.boxId;
    box.keyId = server.keyId;
    box.country = 'GB';
    box.inbox = server.inbox;
    box.clock = () => NOW;
    document.body.append(box);
    await box.ready;
    await there(box, '#text');
  });

  afterEach(() => box.remove());

  async function tap(name: string): Promise<void> {
    byRole(box, 'button', name).click();
    await box.updateComplete;
  }

  function write(selector: string, text: string): void {
    const field = root(box).querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)!;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** Stands before the code. */
  async function sent(): Promise<HTMLElement> {
    write('#text', QUESTION);
    await tap(enBox.boxSend);
    return there(box, '[part~=code]');
  }

  /** Stands before the answer. */
  async function answered(): Promise<HTMLElement> {
    const code = (await sent()).textContent!;
    await tap(enBoxLater.boxWrote);
    await server.answer('No.');
    await tap(enBox.boxLook);
    await there(box, '#code');
    write('#code', code);
    await tap(enBoxLater.boxShow);
    return there(box, '[part~=answer]');
  }

  describe('in forced colours', () => {
    const hasEdge = (element: Element, side: 'Top' | 'InlineStart') => {
      const style = getComputedStyle(element);
      const what = `${element.localName}.${element.className}`;
      expect(style[`border${side}Style`], what).to.equal('solid');
      expect(Number.parseFloat(style[`border${side}Width`]), what).to.be.at.least(1);
      expect(style[`border${side}Color`], what).to.not.match(/, 0\)$/);
    };

    it('draws its fields, the words before the first key, the code and an answer with an edge', async () => {
      await emulate('', FORCED);
      for (const element of root(box).querySelectorAll('[part~=notice], .input, [part~=help-line]'))
        hasEdge(element, 'Top');
      hasEdge(byRole(box, 'button', en.exit), 'Top');
      hasEdge(byRole(box, 'button', enBox.boxSend), 'Top');
      hasEdge(await answered(), 'InlineStart');
      await tap(enBox.boxAsk);
      await tap(enBoxLater.boxAnother);
      hasEdge(await sent(), 'Top');
    });

    it('tells where one is by more than colour', async () => {
      await emulate('', FORCED);
      const edge = (name: string) => getComputedStyle(byRole(box, 'button', name)).borderBlockEndColor;
      expect(edge(enBox.boxAsk)).to.not.equal(edge(enBox.boxRead));
    });
  });

  describe('on paper', () => {
    const visible = (selector: string): string[] =>
      [...root(box).querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.checkVisibility())
        .map(({ textContent, localName }) => textContent?.trim() || localName);

    it('shows the code, from when to look and whom to call, and neither the question nor a button', async () => {
      const code = await sent();
      await emulate('print');
      expect(code.checkVisibility()).to.equal(true);
      expect(byRole(box, 'link', '116 123').checkVisibility()).to.equal(true);
      expect(root(box).textContent).to.not.contain(QUESTION);
      expect(visible('button, input, textarea, select, form')).to.deep.equal([]);
      const { color, backgroundColor } = getComputedStyle(code);
      expect(color).to.not.equal(backgroundColor);
    });

    it('shows nothing of a question that somebody is writing', async () => {
      write('#text', QUESTION);
      await emulate('print');
      expect(visible('form, textarea, [part~=who], nav, button')).to.deep.equal([]);
      expect(byRole(box, 'link', '116 123').checkVisibility()).to.equal(true);
    });

    it('shows no private answer', async () => {
      const answer = await answered();
      await emulate('print');
      expect(answer.checkVisibility()).to.equal(false);
    });

    it('shows the published answers that stand open, without the search', async () => {
      await tap(enBox.boxRead);
      const entry = await there(box, '[part~=result]');
      entry.querySelector('summary')!.click();
      await emulate('print');
      expect(entry.querySelector('.written')!.checkVisibility()).to.equal(true);
      expect(visible('input, select, button')).to.deep.equal([]);
    });
  });

  describe('and what a visitor’s system wishes', () => {
    it('moves nothing when less motion is wished', async () => {
      await emulate('', { 'prefers-reduced-motion': 'reduce' });
      await sent();
      for (const element of root(box).querySelectorAll('*')) {
        const { transitionDuration, animationName } = getComputedStyle(element);
        expect(transitionDuration.split(',').every((time) => Number.parseFloat(time) === 0)).to.equal(true);
        expect(animationName).to.equal('none');
      }
    });

    it('stays light on a light page when the system is dark', async () => {
      await emulate('', { 'prefers-color-scheme': 'dark' });
      expect(getComputedStyle(root(box).querySelector('[part~=base]')!).backgroundColor).to.equal(
        'rgb(255, 255, 255)',
      );
    });
  });
});
