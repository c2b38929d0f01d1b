import { expect } from '@open-wc/testing';
import type { Erasure, Inbox } from '../../../src/backend/ports.js';
import { Problem } from '../../../src/backend/problem.js';
import { dummyAnswer } from '../../../src/domain/sealing/answer.js';
import { toBase64url } from '../../../src/domain/sealing/encoding.js';
import { sealAnswer } from '../../../src/domain/sealing/staff/seal-answer.js';
import { randomBytes } from '../../../src/domain/sealing/web-crypto.js';
import { en } from '../../../src/i18n/en.js';
import { type BoxAtHand, boxAtHand } from '../../../stories/box-at-hand.js';
import { allByRole, byRole } from '../../by-role.js';
import { NOW } from '../../domain/small-groups.js';
import { waitUntil } from '../../wait-until.js';
import {
  aBox,
  aPlace,
  click,
  everything,
  fill,
  find,
  has,
  here,
  look,
  makeBox,
  said,
  says,
  send,
  shown,
} from './a-box.js';

interface Asked {
  readonly hand: BoxAtHand;
  readonly code: string;
}

/** A question that is in the box, with its code. */
async function asked(hand?: BoxAtHand): Promise<Asked> {
  const made = await aBox(hand ? { hand } : {});
  const code = await send(made.box);
  made.box.remove();
  return { hand: made.hand, code };
}

let one: Asked;
before(async () => {
  one = await asked();
  await one.hand.answer('Ask when to take it.', 'Tell him what it is like.\n\nHe may not know.');
});

/** The page at a later visit, with a server that may have a will of its own. */
async function later({ hand }: Asked, server: Partial<Inbox> = {}) {
  const { box } = await makeBox({ hand });
  box.inbox = { ...hand.inbox, ...server };
  aPlace().append(box);
  await box.ready;
  return box;
}

const rowsOf = async ({ hand }: Asked): Promise<Record<string, unknown>[]> => {
  const [row] = [...hand.rows.values()];
  if (!row) throw new Error('There is no question.');
  return (await hand.inbox.answers(
    row.question.locator,
    row.question.boxId,
    new AbortController().signal,
  )) as Record<string, unknown>[];
};

describe('looking for an answer', () => {
  it('shows the answers in their order, as experience and no medical advice', async () => {
    const box = await later(one);
    await look(box, one.code);
    expect(said(box)).to.contain(en.boxYourAnswers.other);
    const texts = allByRole(box, 'article').map((article) =>
      [...article.querySelectorAll('.written')].map((p) => p.textContent),
    );
    expect(texts).to.deep.equal([
      ['Ask when to take it.'],
      ['Tell him what it is like.', 'He may not know.'],
    ]);
    expect(said(box)).to.contain(en.boxExperience);
    await waitUntil(() => here(box) === `heading ${en.boxYourAnswers.other}`);
    // The code is in the field no more.
    expect(everything(box).includes(one.code.slice(0, 5))).to.equal(false);
    await click(box, en.boxHide);
    expect(everything(box).includes('Ask when to take it')).to.equal(false);
    await waitUntil(() => here(box) === '#code');
  });

  const SPELLINGS: readonly [string, (code: string) => string][] = [
    ['small letters', (code) => code.toLowerCase()],
    ['nothing between the groups', (code) => code.replaceAll(' ', '')],
    ['hyphens', (code) => code.replaceAll(' ', '-')],
    ['long dashes and blanks around', (code) => `  ${code.replaceAll(' ', ' – ')} \t`],
    [
      'O for 0, l for 1 and u for v',
      (code) => code.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('V', 'u'),
    ],
    [
      'full-width letters',
      (code) => code.replace(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ],
    ['marks of direction', (code) => `\u200f\u2068${code}\u2069`],
  ];
  for (const [title, spell] of SPELLINGS) {
    it(`forgives ${title}`, async () => {
      const box = await later(one);
      await look(box, spell(one.code));
      expect(has(box, '.found')).to.equal(true);
    });
  }

  it('says how many letters a code has, that one is none, or that there is a slip, and asks nobody', async () => {
    let lookedUp = 0;
    const box = await later(one, {
      answers: async () => {
        lookedUp++;
        return [];
      },
    });
    const other = one.code.startsWith('7') ? '8' : '7';
    const swapped = [...one.code.replaceAll(' ', '')];
    const at = swapped.findIndex((symbol, n) => symbol !== swapped[n + 1]);
    [swapped[at], swapped[at + 1]] = [swapped[at + 1] ?? '', swapped[at] ?? ''];
    for (const [typed, words] of [
      ['', 'A code has 25 letters and digits. This has 0.'],
      [one.code.slice(0, -1), 'This has 24.'],
      [`${one.code}7`, 'This has 26.'],
      [one.code.replace(/.$/, '?'), en.boxCodeSymbol],
      [other + one.code.slice(1), en.boxCodeCheck],
      [swapped.join(''), en.boxCodeCheck],
    ] as const) {
      await look(box, typed);
      expect(said(box)).to.contain(words);
      const field = find<HTMLInputElement>(box, '#code');
      expect(field.value).to.equal(typed);
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      expect(field.getAttribute('aria-describedby')).to.contain('wrong');
    }
    expect(lookedUp).to.equal(0);
  });

  it('says when there is none yet, when somebody reads, and what a wrong code looks like', async () => {
    const waiting = await asked();
    const box = await later(waiting);
    await look(box, waiting.code);
    expect(said(box)).to.contain(en.boxNoAnswer);
    expect(said(box)).to.contain(en.boxNoAnswerHint);
    expect(find(box, '.found').textContent).to.contain('Questions are next read');
    // A code of another box, and one that never was, look the same.
    const elsewhere = await asked();
    await click(box, en.boxHide);
    await look(box, elsewhere.code);
    expect(said(box)).to.contain(en.boxNoAnswer);
  });

  const GONE: readonly [string, Error, string][] = [
    ['the device is offline', new Problem('offline', 'x'), en.boxLookOffline],
    ['the server is down', new Problem('unreachable', 'x'), en.boxLookFailed],
    ['the server says nothing of sense', new Problem('malformed', 'x'), en.boxLookFailed],
    ['something unforeseen happens', new Error('x'), en.boxLookFailed],
  ];
  for (const [title, error, words] of GONE) {
    it(`has words when ${title}, and keeps the code to try again`, async () => {
      const box = await later(one, { answers: () => Promise.reject(error) });
      await look(box, one.code);
      expect(said(box)).to.contain(words);
      expect(find<HTMLInputElement>(box, '#code').value).to.equal(one.code);
      expect(find(box, '#code').hasAttribute('aria-invalid')).to.equal(false);
      await waitUntil(() => here(box) === '#code');
    });
  }

  it('can be given up by going elsewhere, and pulls nobody back', async () => {
    let give: ((rows: unknown) => void) | undefined;
    const box = await later(one, {
      answers: () =>
        new Promise((resolve) => {
          give = resolve;
        }),
    });
    await click(box, en.boxLook);
    await shown(box, '#code');
    await fill(box, '#code', one.code);
    await click(box, en.boxShow);
    await says(box, en.boxLooking);
    await waitUntil(() => give, 'the server was asked');
    await click(box, en.boxAsk);
    await shown(box, '#text');
    await fill(box, '#text', 'Another');
    find(box, '#text').focus();
    const rows = await rowsOf(one);
    const { requestUpdate } = box;
    let opened = false;
    box.requestUpdate = (...args) => {
      opened = true;
      requestUpdate.apply(box, args);
    };
    give?.(rows);
    await waitUntil(() => opened, 'the answers are open');
    await box.updateComplete;
    await box.updateComplete;
    expect(here(box)).to.equal('#text');
    const way = byRole(box, 'button', en.boxLook);
    way.focus();
    way.click();
    await shown(box, '.found');
    await box.updateComplete;
    expect(here(box)).to.equal(`button ${en.boxLook}`);
  });
});

describe('a server that meddles with answers', () => {
  const MEDDLING: readonly [string, (rows: Record<string, unknown>[]) => unknown | Promise<unknown>][] = [
    ['alters one', ([first, second]) => [first, { ...second, ct: `AAAA${String(second?.['ct']).slice(4)}` }]],
    ['reorders them', ([first, second]) => [second, first]],
    ['doubles one', ([first]) => [first, first]],
    ['leaves out the first', ([, second]) => [second]],
    [
      'numbers them anew',
      ([first, second]) => [
        { ...second, seq: 1 },
        { ...first, seq: 2 },
      ],
    ],
    [
      'forges one',
      async ([first]) => {
        const { seq, iv, ct } = dummyAnswer();
        return [first, { seq: seq + 1, iv: toBase64url(iv), ct: toBase64url(ct) }];
      },
    ],
    [
      'adds one of another question',
      async ([first]) => {
        const boxId = randomBytes(16);
        const { seq, iv, ct } = await sealAnswer(
          { seq: 2, text: 'Take twice as much.', day: 20_778 },
          { boxId, locator: randomBytes(16), kAns: randomBytes(32) },
        );
        return [first, { seq, iv: toBase64url(iv), ct: toBase64url(ct) }];
      },
    ],
    ['sends four', ([first, second]) => [first, second, first, second]],
    ['sends none', () => []],
    ['sends text in place of them', () => ['<b>Take twice as much.</b>']],
    ['sends a page', () => '<!doctype html>'],
    ['sends nothing at all', () => undefined],
    ['cuts one short', ([first, second]) => [first, { ...second, ct: String(second?.['ct']).slice(0, 99) }]],
  ];
  for (const [title, meddle] of MEDDLING) {
    it(`is caught when it ${title}, and shows none of it`, async () => {
      const rows = await rowsOf(one);
      const box = await later(one, { answers: async () => meddle(rows) });
      await look(box, one.code);
      expect(has(box, '.found')).to.equal(false);
      expect(said(box)).to.contain(en.boxForged);
      expect(everything(box)).to.not.contain('Ask when to take it');
      expect(everything(box)).to.not.contain('Take twice as much');
    });
  }

  it('cannot pass the answers to one question off as those to another', async () => {
    const other = await asked();
    await other.hand.answer('For somebody else.');
    const foreign = await rowsOf(other);
    // A single row that cannot be opened looks like a mailbox without an answer: withholding is not noticed.
    const box = await later(one, { answers: async () => foreign });
    await look(box, one.code);
    expect(said(box)).to.contain(en.boxNoAnswer);
    expect(everything(box)).to.not.contain('For somebody else');
  });

  it('gets answers shown as text alone: no markup, no link, no foreign direction beyond its line', async () => {
    const hand = await boxAtHand({ now: NOW });
    const hostile = await asked(hand);
    await hand.answer(
      '<img src=x onerror="window.hacked=1"><a href="javascript:hacked=1">Click</a>\n\nhttps://example.org/ring 0113 496 0100\n\n\u202egnihtemos',
    );
    const box = await later(hostile);
    await look(box, hostile.code);
    const found = find(box, '.found');
    expect(found.querySelectorAll('a, img, script, iframe').length).to.equal(0);
    expect(found.textContent).to.contain('<img src=x onerror="window.hacked=1">');
    expect('hacked' in window).to.equal(false);
    for (const line of found.querySelectorAll('.written')) {
      expect(line.getAttribute('dir')).to.equal('auto');
      expect(getComputedStyle(line).unicodeBidi).to.match(/isolate|plaintext/);
    }
  });
});

describe('taking a question back', () => {
  /** Looks with the code of a fresh question. */
  async function found(erase?: () => Promise<Erasure>) {
    const fresh = await asked();
    await fresh.hand.answer('An answer.');
    const box = await later(fresh, erase ? { erase } : {});
    await look(box, fresh.code);
    return { box, ...fresh };
  }

  it('asks first, and can be called off', async () => {
    const { box, hand } = await found();
    await click(box, en.boxErase);
    expect(said(box)).to.contain(en.boxEraseSure);
    expect(here(box)).to.equal(`paragraph ${en.boxEraseSure}`);
    await click(box, en.boxEraseNo);
    expect(said(box)).to.contain('An answer.');
    expect(hand.rows.size).to.equal(1);
  });

  it('takes question and answers away, and says until when backups keep them', async () => {
    const { box, hand, code } = await found();
    await click(box, en.boxErase);
    await click(box, en.boxEraseYes);
    await shown(box, '.erased');
    expect(hand.rows.size).to.equal(0);
    expect(said(box)).to.contain('within 30 days');
    expect(everything(box)).to.not.contain('An answer.');
    await waitUntil(() => here(box) === `heading ${en.boxErased}`);
    await click(box, en.boxHide);
    await look(box, code);
    expect(said(box)).to.contain(en.boxNoAnswer);
  });

  it('also takes back what nobody has answered yet', async () => {
    const waiting = await asked();
    const box = await later(waiting);
    await look(box, waiting.code);
    await click(box, en.boxErase);
    await click(box, en.boxEraseYes);
    await shown(box, '.erased');
    expect(waiting.hand.rows.size).to.equal(0);
  });

  const FAILING: readonly [string, () => Promise<Erasure>][] = [
    ['the network fails', () => Promise.reject(new Problem('unreachable', 'x'))],
    ['the server takes it for another’s', async () => ({ outcome: 'wrong-erase' })],
    ['the server will not', async () => ({ outcome: 'refused' })],
  ];
  for (const [title, erase] of FAILING) {
    it(`says so when ${title}, and leaves the answer where it was`, async () => {
      const { box } = await found(erase);
      await click(box, en.boxErase);
      await click(box, en.boxEraseYes);
      await says(box, en.boxEraseFailed);
      expect(said(box)).to.contain('An answer.');
      await waitUntil(() => here(box).startsWith('heading'));
      await click(box, en.boxErase);
      expect(said(box)).to.not.contain(en.boxEraseFailed);
    });
  }

  it('is asked for once, however often the button is clicked', async () => {
    let times = 0;
    const { box } = await found(async () => {
      times++;
      return { outcome: 'erased', backupDays: 1 };
    });
    await click(box, en.boxErase);
    const [button] = allByRole(box, 'button', en.boxEraseYes);
    button?.click();
    button?.click();
    await shown(box, '.erased');
    expect(times).to.equal(1);
    expect(said(box)).to.contain('within 1 day.');
  });

  it('leaves nothing behind of a question whose device goes away meanwhile', async () => {
    const { box } = await found(() => new Promise(() => {}));
    await keepOut(box);
    expect(everything(box)).to.not.contain('An answer.');
  });

  async function keepOut(box: Parameters<typeof click>[0]): Promise<void> {
    await click(box, en.boxErase);
    await click(box, en.boxEraseYes);
    await says(box, en.boxErasing);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await box.updateComplete;
  }
});
