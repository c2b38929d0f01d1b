import { expect } from '@open-wc/testing';
import type { Delivery, Inbox, SendOptions, WaitReason } from '../../../src/backend/ports.js';
import { Problem } from '../../../src/backend/problem.js';
import { toBase64url } from '../../../src/domain/sealing/encoding.js';
import type { SealedQuestion } from '../../../src/domain/sealing/question-header.js';
import { en } from '../../../src/i18n/en.js';
import { boxAtHand } from '../../../stories/box-at-hand.js';
import { byRole } from '../../by-role.js';
import { NOW } from '../../domain/small-groups.js';
import { stubFetch } from '../../stub-fetch.js';
import { waitUntil } from '../../wait-until.js';
import {
  aBox,
  aPlace,
  choose,
  click,
  codeOf,
  find,
  has,
  keep,
  makeBox,
  offers,
  said,
  says,
  send,
  shown,
  tick,
  WORDS,
  write,
  written,
} from './a-box.js';

/** A server that is told what to say to each try, and what it was sent. */
function aServer(...ends: readonly (Delivery | 'hangs' | 'throws')[]) {
  const sent: SealedQuestion[] = [];
  const left = [...ends];
  const server: Partial<Inbox> = {
    send: (question, { signal }) => {
      sent.push(question);
      const end = left.shift() ?? { outcome: 'kept', expiresDay: 20_868 };
      if (end === 'throws') return Promise.reject(new Error('odd'));
      if (end !== 'hangs') return Promise.resolve(end);
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve({ outcome: 'stopped' }));
      });
    },
  };
  return { server, sent };
}

const bytesOf = ({ boxId, keyId, locator, eraseHash, enc, ct }: SealedQuestion): string =>
  [boxId, keyId, locator, eraseHash, enc, ct].map((part) => toBase64url(part)).join('.');

/** Sends, and stops while the server does not answer. */
async function stopWhileSending(box: Parameters<typeof write>[0]): Promise<void> {
  await click(box, en.boxSend);
  await says(box, en.boxSending);
  await click(box, en.boxStop);
  await shown(box, '#text');
}

describe('sending a question', () => {
  it('brings it to those who answer, word for word, and nothing in the clear to the server', async () => {
    const { box, hand } = await aBox();
    await send(box);
    expect((await hand.opened()).map(({ text }) => text)).to.deep.equal([WORDS]);
    const [row] = [...hand.rows.values()];
    const raw = row ? String.fromCharCode(...row.question.ct) : '';
    expect(raw.includes('medicine')).to.equal(false);
  });

  for (const [outcome, words] of [
    ['box-full', en.boxFull],
    ['refused', en.boxSendRefused],
    ['erased', en.boxGone],
    ['other-body', en.boxGone],
    ['epoch-expired', en.boxExpired],
  ] as const) {
    it(`has words for "${outcome}", keeps the question, and can be tried again`, async () => {
      const { server, sent } = aServer({ outcome });
      const { box } = await aBox({ server });
      await write(box, WORDS);
      await click(box, en.boxSend);
      await says(box, words);
      expect(written(box)).to.equal(WORDS);
      await waitUntil(() => box.shadowRoot?.activeElement?.id === 'text');
      expect(find(box, '#text').getAttribute('aria-describedby')).to.contain('said');
      await click(box, en.boxSend);
      await shown(box, '.receipt');
      expect(sent).to.have.lengthOf(2);
    });
  }

  it('has words where what sends breaks in an unforeseen way', async () => {
    const { server } = aServer('throws');
    const { box } = await aBox({ server });
    await write(box, WORDS);
    await click(box, en.boxSend);
    await says(box, en.boxSendRefused);
    expect(written(box)).to.equal(WORDS);
  });

  /** The device's own ciphers, as long as the test says so, fail in a way that no page foresees. */
  async function withFailingCiphers(run: (fail: () => void) => Promise<void>): Promise<void> {
    let fail: () => void = () => {};
    crypto.subtle.deriveBits = () =>
      new Promise((_, reject) => {
        fail = () => reject(new DOMException('no memory', 'OperationError'));
      });
    try {
      await run(() => fail());
    } finally {
      Reflect.deleteProperty(crypto.subtle, 'deriveBits');
    }
  }

  it('gives the words back where the device itself cannot seal them', async () => {
    const { server, sent } = aServer();
    const { box } = await aBox({ server });
    await withFailingCiphers(async (fail) => {
      await write(box, WORDS);
      await click(box, en.boxSend);
      await says(box, en.boxLocking);
      await waitUntil(() => {
        fail();
        return has(box, '#text');
      });
      expect(said(box)).to.contain(en.boxSendRefused);
      expect(written(box)).to.equal(WORDS);
    });
    await click(box, en.boxSend);
    await shown(box, '.receipt');
    expect(sent).to.have.lengthOf(1);
  });

  it('says nothing more to somebody who left while the words were being locked', async () => {
    const { server } = aServer();
    const { box } = await aBox({ server });
    await withFailingCiphers(async (fail) => {
      await write(box, WORDS);
      await click(box, en.boxSend);
      await says(box, en.boxLocking);
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      await shown(box, '#text');
      find(box, '[name=publish]').focus();
      fail();
      await new Promise((resolve) => setTimeout(resolve));
      await box.updateComplete;
      expect(said(box)).to.not.contain(en.boxSendRefused);
      expect(box.shadowRoot?.activeElement?.getAttribute('name')).to.equal('publish');
    });
  });

  it('says that a part is missing where what sends could not be loaded, and sends the same bytes when it can', async () => {
    const sent: SealedQuestion[] = [];
    const server: Partial<Inbox> = {
      send: async (question) => {
        if (sent.push(question) === 1) throw new Problem('unreachable', 'x');
        return { outcome: 'kept', expiresDay: 20_868 };
      },
    };
    const { box } = await aBox({ server });
    await write(box, WORDS);
    await click(box, en.boxSend);
    await says(box, en.boxPartFailed);
    expect(written(box)).to.equal(WORDS);
    await click(box, en.boxSend);
    await shown(box, '.receipt');
    expect(new Set(sent.map(bytesOf)).size).to.equal(1);
  });

  for (const [title, words, expected] of [
    ['nothing', '', en.boxEmpty],
    ['blanks', ' \n\t ', en.boxEmpty],
    ['too much', 'a'.repeat(1901), en.boxTooLong],
    ['half a character', 'ab \ud800 c', en.boxOdd],
    ['a control character', 'ab \u0007 c', en.boxOdd],
  ] as const) {
    it(`does not send ${title}, and says so`, async () => {
      const { server, sent } = aServer();
      const { box } = await aBox({ server });
      await write(box, words);
      await click(box, en.boxSend);
      await says(box, expected);
      expect(sent).to.have.lengthOf(0);
      expect(written(box)).to.equal(find<HTMLTextAreaElement>(box, '#text').value);
    });
  }

  it('sends once, however often Send is clicked', async () => {
    const { server, sent } = aServer();
    const { box } = await aBox({ server });
    await write(box, WORDS);
    const button = byRole(box, 'button', en.boxSend);
    for (let n = 0; n < 5; n++) button.click();
    await shown(box, '.receipt');
    expect(sent).to.have.lengthOf(1);
  });

  it('tells once that a question was sent, and nothing about it', async () => {
    const { box } = await aBox();
    const told: Event[] = [];
    box.addEventListener('kith-question-sent', (event) => told.push(event));
    await send(box);
    expect(told).to.have.lengthOf(1);
    expect(Object.keys(told[0] ?? {}).filter((key) => key !== 'isTrusted')).to.deep.equal([]);
  });

  it('says what it waits for, and shows the code meanwhile, in case the page closes', async () => {
    let options: SendOptions | undefined;
    let end: (delivery: Delivery) => void = () => {};
    const server: Partial<Inbox> = {
      send: (_question, given) => {
        options = given;
        return new Promise((resolve) => {
          end = resolve;
        });
      },
    };
    const { box } = await aBox({ server });
    await write(box, WORDS);
    await click(box, en.boxSend);
    await says(box, en.boxSending);
    options?.proving?.();
    await says(box, en.boxProving);
    expect(has(box, '.code')).to.equal(false);
    const waits: readonly [WaitReason, string][] = [
      ['offline', en.boxWaitOffline],
      ['unreachable', en.boxWaitUnreachable],
      ['busy', en.boxWaitBusy],
      ['too-many', en.boxWaitBusy],
    ];
    for (const [why, words] of waits) {
      options?.waiting?.(2, why);
      await says(box, words);
      expect(said(box)).to.contain(en.boxKeepOpen);
    }
    const code = codeOf(box);
    end({ outcome: 'kept', expiresDay: 20_868 });
    await shown(box, '.receipt');
    expect(codeOf(box)).to.equal(code);
  });

  it('sends the same bytes when somebody stops and sends the same words again', async () => {
    const { server, sent } = aServer('hangs', 'hangs');
    const { box } = await aBox({ server });
    await write(box, WORDS);
    await choose(box, '#topic', 'Medicine');
    await stopWhileSending(box);
    expect(said(box)).to.contain(en.boxStopped);
    expect(written(box)).to.equal(WORDS);
    await write(box, `${WORDS}!`);
    await write(box, WORDS);
    await stopWhileSending(box);
    await click(box, en.boxSend);
    await shown(box, '.receipt');
    expect(new Set(sent.map(bytesOf)).size).to.equal(1);
    expect(sent).to.have.lengthOf(3);
  });

  it('is kept once by a server that had it already when somebody stopped', async () => {
    const hand = await boxAtHand({ now: NOW });
    let first = true;
    const inbox: Inbox = {
      ...hand.inbox,
      send: async (question, options) => {
        const delivery = await hand.inbox.send(question, options);
        if (!first) return delivery;
        first = false;
        return new Promise((resolve) => {
          options.signal.addEventListener('abort', () => resolve({ outcome: 'stopped' }));
        });
      },
    };
    const { box } = await makeBox({ hand });
    box.inbox = inbox;
    aPlace().append(box);
    await box.ready;
    await write(box, WORDS);
    await stopWhileSending(box);
    expect(hand.rows.size).to.equal(1);
    const hash = toBase64url([...hand.rows.values()][0]?.hash ?? new Uint8Array());
    await click(box, en.boxSend);
    await shown(box, '.receipt');
    expect([...hand.rows.values()].map((row) => toBase64url(row.hash))).to.deep.equal([hash]);
  });

  for (const [title, change] of [
    ['other words', (box) => write(box, 'Something else')],
    ['another topic', (box) => choose(box, '#topic', 'Work')],
    ['leave to publish', (box) => tick(box, 'publish')],
  ] as readonly [string, (box: Parameters<typeof write>[0]) => Promise<void>][]) {
    it(`makes a new code for ${title}`, async () => {
      const { server, sent } = aServer('hangs');
      const { box } = await aBox({ server });
      await write(box, WORDS);
      await stopWhileSending(box);
      await change(box);
      await click(box, en.boxSend);
      await shown(box, '.receipt');
      const locators = sent.map(({ locator }) => toBase64url(locator));
      expect(new Set(locators).size).to.equal(2);
    });
  }

  it('never sends to one box what was sealed for another', async () => {
    const one = aServer('hangs');
    const two = aServer();
    const hands = [
      await boxAtHand({ now: NOW, server: one.server }),
      await boxAtHand({ now: NOW, server: two.server }),
    ] as const;
    const { box } = await aBox({ hand: hands[0] });
    await write(box, WORDS);
    await stopWhileSending(box);
    box.boxId = hands[1].boxId;
    box.keyId = hands[1].keyId;
    box.inbox = hands[1].inbox;
    await box.ready;
    expect(written(box)).to.equal(WORDS);
    await click(box, en.boxSend);
    await shown(box, '.receipt');
    expect(two.sent.map(({ boxId }) => toBase64url(boxId))).to.deep.equal([hands[1].boxId]);
  });

  describe('after the box has changed its lock', () => {
    async function withANewLock(publish = true) {
      const { server, sent } = aServer({ outcome: 'epoch-expired' });
      let documents = 0;
      const hand = await boxAtHand({ now: NOW, server });
      const inbox: Inbox = {
        ...hand.inbox,
        box: async (signal) => {
          documents++;
          return hand.inbox.box(signal);
        },
      };
      const { box } = await makeBox({ hand });
      box.inbox = inbox;
      aPlace().append(box);
      await box.ready;
      expect(documents).to.equal(1);
      await write(box, WORDS);
      if (publish) await tick(box, 'publish');
      await click(box, en.boxSend);
      await says(box, en.boxExpired);
      await shown(box, '#text');
      return { box, sent, documents: () => documents };
    }

    it('asks for its documents anew, and sends nothing by itself', async () => {
      const { box, sent, documents } = await withANewLock();
      expect(documents()).to.equal(2);
      expect(sent).to.have.lengthOf(1);
      expect(written(box)).to.equal(WORDS);
    });

    it('asks again whether the answer may be published', async () => {
      const { box } = await withANewLock();
      expect(find<HTMLInputElement>(box, '[name=publish]').checked).to.equal(false);
    });

    it('makes a new code when the words are sent again', async () => {
      const { box, sent } = await withANewLock(false);
      await click(box, en.boxSend);
      await shown(box, '.receipt');
      expect(new Set(sent.map(({ locator }) => toBase64url(locator))).size).to.equal(2);
    });
  });

  it('waits offline, and sends the same question when the device is online again', async () => {
    const { hand } = await makeBox();
    let online = false;
    const bodies: string[] = [];
    stubFetch((url, init) => {
      if (url.pathname === `/box/v1/boxes/${hand.boxId}`) return Response.json(hand.file);
      if (!online) throw new TypeError('Failed to fetch');
      if (url.pathname.endsWith('/challenge'))
        return Response.json({ slot: 1, challenge: 'A'.repeat(22), prefix: '0', cost: 1, seconds: 600 });
      bodies.push(String(init.body));
      return Response.json({ expiresDay: Math.floor(Date.now() / 86_400_000) + 90 });
    });
    const { box } = await makeBox({ hand, attributes: { backend: '/box/' } });
    box.inbox = undefined;
    aPlace().append(box);
    await box.ready;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => online });
    try {
      await write(box, WORDS);
      await click(box, en.boxSend);
      await says(box, en.boxWaitOffline);
      const code = codeOf(box);
      online = true;
      window.dispatchEvent(new Event('online'));
      await shown(box, '.receipt');
      expect(codeOf(box)).to.equal(code);
      expect(bodies).to.have.lengthOf(1);
      expect(bodies[0]).to.not.contain('medicine');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('needs no code on purpose: no code is shown, and nobody can look the question up', async () => {
    const { server, sent } = aServer();
    const { box } = await aBox({ server });
    await write(box, WORDS);
    await tick(box, 'no-code');
    await click(box, en.boxSend);
    await shown(box, '.done');
    expect(has(box, '.code')).to.equal(false);
    expect(said(box)).to.contain(en.boxDoneNoCode);
    await click(box, en.boxAnother);
    await shown(box, '#text');
    expect(find<HTMLInputElement>(box, '[name=no-code]').checked).to.equal(false);
    await write(box, WORDS);
    await tick(box, 'no-code');
    await click(box, en.boxSend);
    await shown(box, '.done');
    expect(new Set(sent.map(({ locator }) => toBase64url(locator))).size).to.equal(2);
    expect(new Set(sent.map(({ eraseHash }) => toBase64url(eraseHash))).size).to.equal(2);
  });

  it('gives a question without a code no key to answer it with', async () => {
    const { box, hand } = await aBox();
    await write(box, WORDS);
    await tick(box, 'no-code');
    await click(box, en.boxSend);
    await shown(box, '.done');
    expect((await hand.opened()).map(({ kAns }) => kAns === undefined)).to.deep.equal([true]);
  });

  it('takes a second question after the first, under a code of its own', async () => {
    const { box, hand } = await aBox();
    const first = await send(box, 'One');
    await keep(box);
    await click(box, en.boxAnother);
    await shown(box, '#text');
    expect(written(box)).to.equal('');
    const second = await send(box, 'Two');
    expect(first === second).to.equal(false);
    expect(hand.rows.size).to.equal(2);
    expect(offers(box, en.boxSend)).to.equal(false);
  });
});
