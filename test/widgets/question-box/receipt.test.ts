import { expect } from '@open-wc/testing';
import { en } from '../../../src/i18n/en.js';
import { boxAtHand } from '../../../stories/box-at-hand.js';
import { byRole } from '../../by-role.js';
import { DAY, HOUR, NOW } from '../../domain/small-groups.js';
import { press } from '../../keys.js';
import { waitUntil } from '../../wait-until.js';
import {
  aBox,
  aPlace,
  click,
  codeOf,
  everything,
  find,
  here,
  keep,
  makeBox,
  offers,
  said,
  says,
  send,
  shown,
} from './a-box.js';

/** A clipboard that takes what it is given, or refuses. */
function stubClipboard(works: boolean): { readonly taken: string[]; end(): void } {
  const taken: string[] = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      writeText: async (text: string) => {
        if (!works) throw new DOMException('no', 'NotAllowedError');
        taken.push(text);
      },
    },
  });
  return { taken, end: () => Reflect.deleteProperty(navigator, 'clipboard') };
}

describe('the receipt', () => {
  it('shows a code of five groups of five, as the one big thing', async () => {
    const { box } = await aBox();
    const code = await send(box);
    expect(code).to.match(/^(?:[0-9A-HJKMNP-TV-Z]{5} ){4}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(said(box)).to.contain(en.boxSent);
    expect(said(box)).to.contain(en.boxCodeHint);
    const size = (selector: string) => Number.parseFloat(getComputedStyle(find(box, selector)).fontSize);
    expect(size('.code')).to.be.above(size('.receipt > p:not(.code)'));
    expect(find(box, '.code').dir).to.equal('ltr');
    expect(find(box, '.code').getAttribute('translate')).to.equal('no');
  });

  it('is not left by accident: no way elsewhere but the way out, and no key does it', async () => {
    const { box } = await aBox();
    const code = await send(box);
    for (const name of [en.boxAsk, en.boxLook, en.boxRead, en.boxSend])
      expect(offers(box, name), name).to.equal(false);
    expect(offers(box, en.exit)).to.equal(true);
    await waitUntil(() => here(box) === `heading ${en.boxSent}`);
    for (const key of ['Enter', 'Escape', 'Space', 'Backspace', 'Delete', 'ArrowDown']) {
      await press(key);
      await box.updateComplete;
    }
    expect(codeOf(box)).to.equal(code);
  });

  it('stays through a new load of the box, another language and time that goes by', async () => {
    const { box } = await aBox();
    const code = await send(box);
    await box.reload();
    expect(codeOf(box)).to.equal(code);
    box.lang = 'es';
    await says(box, 'código');
    expect(codeOf(box)).to.equal(code);
    box.clock = () => NOW + 200 * DAY;
    window.dispatchEvent(new Event('focus'));
    await box.updateComplete;
    expect(codeOf(box)).to.equal(code);
  });

  it('is gone with its code once somebody says that they wrote it down', async () => {
    const { box } = await aBox();
    const code = await send(box);
    await keep(box);
    expect(said(box)).to.contain(en.boxDoneHint);
    expect(everything(box).includes(code.slice(0, 5))).to.equal(false);
    await waitUntil(() => here(box) === `heading ${en.boxDone}`);
  });

  it('asks before it goes on without the code', async () => {
    const { box } = await aBox();
    const code = await send(box);
    await click(box, en.boxWithout);
    expect(said(box)).to.contain(en.boxWithoutSure);
    expect(codeOf(box)).to.equal(code);
    expect(here(box)).to.equal(`paragraph ${en.boxWithoutSure}`);
    await click(box, en.boxWithoutNo);
    expect(codeOf(box)).to.equal(code);
    expect(offers(box, en.boxWrote)).to.equal(true);
    await click(box, en.boxWithout);
    await click(box, en.boxWithoutYes);
    await shown(box, '.done');
    expect(everything(box).includes(code.slice(0, 5))).to.equal(false);
    expect(said(box)).to.contain(en.boxDoneNoCode);
    expect(said(box), 'nobody who has no code is told to come back with it').not.to.contain(en.boxDoneHint);
  });

  it('copies the code and nothing else, with a word about where it may stay', async () => {
    const clipboard = stubClipboard(true);
    try {
      const { box } = await aBox();
      const code = await send(box);
      await click(box, en.boxCopy);
      await says(box, en.boxCopied);
      expect(clipboard.taken).to.deep.equal([code.replaceAll(' ', '-')]);
      expect(codeOf(box)).to.equal(code);
      await waitUntil(() => find(box, '[role=status]').textContent === en.boxCopied);
    } finally {
      clipboard.end();
    }
  });

  it('says so when the device does not let it copy, and keeps the code', async () => {
    const clipboard = stubClipboard(false);
    try {
      const { box } = await aBox();
      const code = await send(box);
      await click(box, en.boxCopy);
      await says(box, en.boxCopyFailed);
      expect(codeOf(box)).to.equal(code);
    } finally {
      clipboard.end();
    }
  });

  it('says so where there is no clipboard at all', async () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    try {
      const { box } = await aBox();
      await send(box);
      await click(box, en.boxCopy);
      await says(box, en.boxCopyFailed);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('prints when asked, and stays', async () => {
    const { print } = window;
    let printed = 0;
    window.print = () => {
      printed++;
    };
    try {
      const { box } = await aBox();
      const code = await send(box);
      await click(box, en.boxPrint);
      expect(printed).to.equal(1);
      expect(codeOf(box)).to.equal(code);
    } finally {
      window.print = print;
    }
  });

  it('can be selected as text in one go', async () => {
    const { box } = await aBox();
    const code = await send(box);
    const range = document.createRange();
    range.selectNodeContents(find(box, '.code'));
    expect(range.toString().replace(/\s+/g, ' ').trim()).to.equal(code);
    expect(getComputedStyle(find(box, '.code')).userSelect).to.not.equal('none');
  });

  // Read next on Tuesday 24 November at 19:00 in London; kept for ninety days from 21 November.
  it('names the day after the next reading, and the day until which the question is kept', async () => {
    const { box } = await aBox();
    await says(box, 'Questions are next read');
    await send(box);
    expect(said(box)).to.match(/Look from (?:Wednesday,? )?25 November(?: 2026)? on\./);
    expect(said(box)).to.match(/Kept until (?:Friday,? )?19 February 2027\./);
  });

  it('counts these days by the clock where the visitor is', async () => {
    const { box } = await aBox({ attributes: { 'time-zone': 'Pacific/Auckland' } });
    await says(box, 'Questions are next read');
    await send(box);
    expect(said(box)).to.match(/Look from (?:Thursday,? )?26 November(?: 2026)? on\./);
  });

  it('names the day after today while questions are being read', async () => {
    const { box } = await aBox({ now: Date.UTC(2026, 10, 24, 19) + HOUR });
    await says(box, en.boxReadNow);
    await send(box);
    expect(said(box)).to.match(/Look from (?:Wednesday,? )?25 November(?: 2026)? on\./);
  });

  it('names no day where nobody knows when questions are read', async () => {
    const { box } = await aBox({ hours: { timeZone: 'Europe/London', times: [] } });
    await send(box);
    expect(said(box)).to.not.contain('Look from');
    expect(said(box)).to.contain('Kept until');
  });

  it('shows the day of expiry that the server promised', async () => {
    const hand = await boxAtHand({
      now: NOW,
      server: { send: async () => ({ outcome: 'kept', expiresDay: Date.UTC(2027, 5, 1) / DAY }) },
    });
    const { box } = await makeBox({ hand });
    aPlace().append(box);
    await box.ready;
    await send(box);
    expect(said(box)).to.match(/Kept until (?:Tuesday,? )?1 June 2027\./);
    expect(byRole(box, 'group', en.boxCode).classList.contains('code')).to.equal(true);
  });
});
