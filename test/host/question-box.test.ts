import { expect } from '@open-wc/testing';
import { questionFromWire, questionToWire } from '../../src/domain/sealing/question-wire.js';
import { en } from '../../src/i18n/en.js';
import { enBox } from '../../src/i18n/en-box.js';
import { enBoxLater } from '../../src/i18n/en-box-later.js';
import type { QuestionBox } from '../../src/index.js';
import { type BoxAtHand, boxAtHand } from '../../stories/box-at-hand.js';
import { byRole, queryByRole, textOf } from '../by-role.js';
import { NOW } from '../domain/small-groups.js';
import { expectConsole } from '../expect-console.js';
import { press } from '../keys.js';
import { waitUntil } from '../wait-until.js';
import { type HostPage, openHostPage } from './a-host-page.js';
import { changes, hostSnapshot } from './host-snapshot.js';

const PATIENCE = { timeout: 20_000 };
/** A visitor's own doing. */
const MOVED_ON = ['scroll', 'focus'];

const boxesOf = (page: HostPage): QuestionBox[] => [
  ...page.document.querySelectorAll<QuestionBox>('kith-question-box'),
];
const boxOf = (page: HostPage): QuestionBox => boxesOf(page)[0]!;
const partOf = (box: QuestionBox, name: string): HTMLElement | null =>
  box.shadowRoot!.querySelector(`[part~=${name}]`);

const there = async (box: QuestionBox, selector: string): Promise<HTMLElement> => {
  const found = () => box.shadowRoot!.querySelector<HTMLElement>(selector);
  await waitUntil(found, `there is ${selector}`, PATIENCE);
  return found()!;
};

/** A page with boxes before any script of ours has come, and the server that stands in for theirs. */
async function opened(name: string, width = 760): Promise<HostPage & { readonly server: BoxAtHand }> {
  const server = await boxAtHand({ now: NOW });
  const page = await openHostPage(name, { width });
  for (const box of boxesOf(page)) {
    box.setAttribute('box-id', server.boxId);
    box.setAttribute('key-id', server.keyId);
    // Bytes of the frame's own realm become ours, as on a wire.
    box.inbox = {
      ...server.inbox,
      send: (question, options) => server.inbox.send(questionFromWire(questionToWire(question)), options),
    };
    box.clock = () => NOW;
  }
  // What a test did to the page is no change of ours.
  return { ...page, before: hostSnapshot(page.window), server };
}

async function started(name: string, width?: number): Promise<HostPage & { readonly server: BoxAtHand }> {
  const page = await opened(name, width);
  await page.release();
  await waitUntil(() => boxesOf(page).every(({ shadowRoot }) => shadowRoot), 'boxes are upgraded', PATIENCE);
  await Promise.all(boxesOf(page).map(({ ready }) => ready));
  return page;
}

async function tap(box: QuestionBox, name: string | RegExp): Promise<void> {
  byRole(box, 'button', name).click();
  await box.updateComplete;
}

function write(box: QuestionBox, selector: string, text: string): void {
  const field = box.shadowRoot!.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)!;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Asks by keyboard, writes the code down, and reads the answer. */
async function visit(box: QuestionBox, server: BoxAtHand): Promise<void> {
  const view = box.ownerDocument.defaultView!;
  await there(box, '#text');
  write(box, '#text', 'Do I have to talk?');
  await box.updateComplete;
  view.focus();
  byRole(box, 'button', enBox.boxSend).focus();
  await press('Enter');
  const code = (await there(box, '[part~=code]')).textContent!;
  await tap(box, enBoxLater.boxWrote);
  await server.answer('No. You can listen as long as you like.');
  await tap(box, enBox.boxLook);
  await there(box, '#code');
  write(box, '#code', code);
  await tap(box, enBoxLater.boxShow);
  expect(textOf(await there(box, '[part~=answer]'))).to.contain('listen as long as you like');
  await tap(box, enBoxLater.boxHide);
}

function expectAtHome(box: QuestionBox, place: HTMLElement): void {
  const base = partOf(box, 'base')!;
  const style = box.ownerDocument.defaultView!.getComputedStyle(base);
  expect(Number.parseFloat(style.fontSize)).to.be.at.least(16);
  expect([style.letterSpacing, style.textTransform, style.fontStyle, style.whiteSpace]).to.deep.equal([
    'normal',
    'none',
    'normal',
    'normal',
  ]);
  const field = box.shadowRoot!.querySelector('#text')!.getBoundingClientRect();
  expect(field.width).to.be.above(Math.min(place.clientWidth, 640) - 60);
  expect(field.height).to.be.at.least(120);
  for (const name of [enBox.boxSend, enBox.boxAsk, enBox.boxRead])
    expect(byRole(box, 'button', name).getBoundingClientRect().height, name).to.be.at.least(44);
  expect(base.getBoundingClientRect().width).to.be.at.most(place.clientWidth);
  const page = box.ownerDocument.documentElement;
  expect(page.scrollWidth, 'nothing hangs over the edge').to.be.at.most(page.clientWidth);
}

describe('on the page', () => {
  for (const name of ['box-strict', 'box-reset'])
    it(`"${name}" a question box is at home, and the page stays as it was`, async () => {
      const page = await started(name);
      const box = boxOf(page);
      const kept = () => JSON.stringify([{ ...page.window.localStorage }, { ...page.window.sessionStorage }]);
      const before = kept();
      expect(changes(page.before, hostSnapshot(page.window))).to.deep.equal([]);
      expectAtHome(box, box.parentElement!);
      await visit(box, page.server);
      expect([page.violations, page.errors]).to.deep.equal([[], []]);
      expect(page.defined).to.deep.equal(['kith-question-box']);
      expect(kept()).to.equal(before);
      expect(changes(page.before, hostSnapshot(page.window), MOVED_ON)).to.deep.equal([]);
      const requests = await page.requests();
      expect(new Set(requests).size, 'no file is asked for twice').to.equal(requests.length);
    });

  it('"box-strict" a question box has asked for all that it needs before the first key', async () => {
    const page = await started('box-strict');
    const box = boxOf(page);
    const asked = async (of: RegExp) => (await page.requests()).some((name) => of.test(name));
    await waitUntil(() => asked(/\/exchange-/), 'the part that sends is there', PATIENCE);
    await waitUntil(() => textOf(partOf(box, 'notice')!).includes('19:00'), 'reading times stand', PATIENCE);
    const before = (await page.requests()).length;
    const files = page.window.performance.getEntriesByType('resource').length;
    await visit(box, page.server);
    expect((await page.requests()).length).to.equal(before);
    expect(page.window.performance.getEntriesByType('resource').length).to.equal(files);
  });

  for (const name of ['box-strict', 'box-reset'])
    it(`"${name}" a question box has its place on a narrow phone too`, async () => {
      const page = await started(name, 320);
      const box = boxOf(page);
      expectAtHome(box, box.parentElement!);
      write(box, '#text', 'Do I have to talk?');
      await tap(box, enBox.boxSend);
      const code = await there(box, '[part~=code]');
      expect(code.scrollWidth, 'the code is not cut').to.be.at.most(code.clientWidth);
      const { scrollWidth, clientWidth } = page.document.documentElement;
      expect(scrollWidth, 'nothing hangs over the edge').to.be.at.most(clientWidth);
    });

  it('"box-strict" a question stays where it was written while the part that sends is lost, and goes at the second try', async () => {
    expectConsole('could not be loaded');
    expectConsole('could not be loaded');
    const page = await opened('box-strict');
    await page.fail('exchange', 99);
    await page.release();
    await waitUntil(() => boxOf(page).shadowRoot, 'the box is upgraded', PATIENCE);
    const box = boxOf(page);
    await box.ready;
    const field = (await there(box, '#text')) as HTMLTextAreaElement;
    write(box, '#text', 'Do I have to talk?');
    await tap(box, enBox.boxSend);
    await waitUntil(() => textOf(box.shadowRoot!).includes(enBox.boxPartFailed), 'it says so', PATIENCE);
    expect(field.value).to.equal('Do I have to talk?');
    await page.fail('exchange', 0);
    await tap(box, enBox.boxSend);
    await there(box, '[part~=code]');
    const [question] = await page.server.opened();
    expect(question?.text).to.equal('Do I have to talk?');
  });

  it('"box-link" a link to a page of its own is at home in a line, a row and a float', async () => {
    const page = await started('box-link');
    expect(boxesOf(page)).to.have.lengthOf(3);
    for (const box of boxesOf(page)) {
      const link = byRole(box, 'link', enBox.boxOwnPage) as HTMLAnchorElement;
      expect(link.href).to.equal(`https://ask.example.org/kith/ask/${page.server.boxId}?country=GB`);
      expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
      expect(link.getBoundingClientRect().height).to.be.at.least(44);
      const style = page.window.getComputedStyle(link);
      expect([style.fontStyle, style.textTransform, style.whiteSpace]).to.deep.equal([
        'normal',
        'none',
        'normal',
      ]);
      expect(style.color).to.not.equal('rgb(255, 0, 0)');
      expect(box.getBoundingClientRect().width).to.be.within(200, 760);
      expect(queryByRole(box, 'button', enBox.boxLook), 'codes are for that page').to.not.exist;
      expect(byRole(box, 'button', en.exit)).to.exist;
    }
    const { scrollWidth, clientWidth } = page.document.documentElement;
    expect(scrollWidth, 'nothing hangs over the edge').to.be.at.most(clientWidth);
    expect([page.violations, page.errors]).to.deep.equal([[], []]);
    expect(changes(page.before, hostSnapshot(page.window), MOVED_ON)).to.deep.equal([]);
  });
});
