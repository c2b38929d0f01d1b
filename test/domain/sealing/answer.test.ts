import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { SealedAnswer } from '../../../src/domain/sealing/answer.js';
import { answerAad, dummyAnswer, openAnswers } from '../../../src/domain/sealing/answer.js';
import type { KeptSecrets } from '../../../src/domain/sealing/code.js';
import type { Bytes } from '../../../src/domain/sealing/encoding.js';
import { toBase64url, utf8 } from '../../../src/domain/sealing/encoding.js';
import { pad } from '../../../src/domain/sealing/padding.js';
import { sealAnswer } from '../../../src/domain/sealing/staff/seal-answer.js';
import { randomBytes } from '../../../src/domain/sealing/web-crypto.js';
import { expectRefusal, flipped, someSecrets, TODAY, toHex } from './a-box.js';

const wire = ({ seq, iv, ct }: SealedAnswer) => ({ seq, iv: toBase64url(iv), ct: toBase64url(ct) });

describe('answers', () => {
  const boxId = randomBytes(16);
  let secrets: KeptSecrets;
  let three: readonly SealedAnswer[];
  const seal = (seq: number, text = `Answer ${seq}`, day = TODAY) =>
    sealAnswer({ seq, text, day }, { boxId, ...secrets });
  const open = (rows: readonly SealedAnswer[]) => openAnswers(rows.map(wire), secrets, boxId);

  before(async () => {
    secrets = await someSecrets();
    three = await Promise.all([1, 2, 3].map((seq) => seal(seq)));
  });

  it('come back as they were written, one to three of them', async () => {
    for (const count of [1, 2, 3]) {
      const answers = await open(three.slice(0, count));
      expect(answers).to.deep.equal(
        Array.from({ length: count }, (_, at) => ({ seq: at + 1, text: `Answer ${at + 1}`, day: TODAY })),
      );
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
        const plain = `!${text.replace(/[\0-\x08\x0b-\x1f]/g, '')}`;
        const [answer] = await open([await seal(1, plain)]);
        expect(answer?.text).to.equal(plain.normalize('NFC'));
      }),
      { numRuns: 30 },
    );
  });

  it('are of one size, whatever was answered', async () => {
    for (const text of ['!', '🙂'.repeat(3500), '"'.repeat(3500)]) {
      const { iv, ct } = await seal(1, text);
      expect([iv.length, ct.length]).to.deep.equal([12, 16_400]);
    }
    expect(toHex((await seal(1)).ct)).not.to.equal(toHex((await seal(1)).ct));
  });

  it('are refused before sealing when they break a rule', async () => {
    await expectRefusal(() => seal(1, ''), 'empty');
    await expectRefusal(() => seal(1, 'x'.repeat(3501)), 'too-long');
    await expectRefusal(() => seal(1, 'a\0b'), 'control-character');
    await expectRefusal(() => seal(1, '\ud800'), 'ill-formed-text');
    for (const seq of [0, 4, 1.5, Number.NaN]) await expectRefusal(() => seal(seq), 'malformed');
    await expectRefusal(() => seal(1, 'a', -1), 'malformed');
  });

  it('reordered, doubled or with one missing between are refused', async () => {
    const [one, two, last] = three as [SealedAnswer, SealedAnswer, SealedAnswer];
    for (const rows of [
      [two, one],
      [one, last, two],
      [one, one],
      [one, two, two],
      [one, last],
      [two],
      [last],
      [two, last],
    ])
      await expectRefusal(() => open(rows), 'out-of-order');
  });

  it('renumbered are refused', async () => {
    const [one, two] = three as [SealedAnswer, SealedAnswer];
    await expectRefusal(() => open([one, { ...one, seq: 2 }]), 'cannot-open');
    await expectRefusal(
      () =>
        open([
          { ...two, seq: 1 },
          { ...one, seq: 2 },
        ]),
      'cannot-open',
    );
  });

  it('forged or altered beside a good one are refused', async () => {
    const [one, two] = three as [SealedAnswer, SealedAnswer];
    await expectRefusal(() => open([one, { ...dummyAnswer(), seq: 2 }]), 'cannot-open');
    await expectRefusal(() => open([dummyAnswer(), two]), 'cannot-open');
    await fc.assert(
      fc.asyncProperty(fc.nat(16_399), fc.integer({ min: 1, max: 255 }), (at, bits) =>
        expectRefusal(() => open([one, { ...two, ct: flipped(two.ct, at, bits) }]), 'cannot-open'),
      ),
      { numRuns: 60 },
    );
    for (let at = 0; at < 12; at++)
      await expectRefusal(() => open([one, { ...two, iv: flipped(two.iv, at) }]), 'cannot-open');
    for (let at = 16_384; at < 16_400; at++)
      await expectRefusal(() => open([one, { ...two, ct: flipped(two.ct, at) }]), 'cannot-open');
  });

  it('of nobody look like a single answer, and are none', async () => {
    const dummy = dummyAnswer();
    const real = wire(three[0] as SealedAnswer);
    expect(Object.entries(wire(dummy)).map(([name, value]) => [name, String(value).length])).to.deep.equal(
      Object.entries(real).map(([name, value]) => [name, String(value).length]),
    );
    expect(dummy.seq).to.equal(real.seq);
    expect(await open([dummy])).to.deep.equal([]);
    expect(await open([{ ...(three[0] as SealedAnswer), ct: dummy.ct }])).to.deep.equal([]);
    expect(toHex(dummyAnswer().ct)).not.to.equal(toHex(dummy.ct));
  });

  it('to another question, in another box or with another code are none of ours', async () => {
    const row = wire(three[0] as SealedAnswer);
    for (const [other, box] of [
      [{ ...secrets, locator: randomBytes(16) }, boxId],
      [{ ...secrets, kAns: randomBytes(32) }, boxId],
      [secrets, randomBytes(16)],
    ] as const)
      expect(await openAnswers([row], other, box)).to.deep.equal([]);
  });

  it('are refused when the list is not of the form', async () => {
    const row = wire(three[0] as SealedAnswer);
    for (const rows of [
      undefined,
      {},
      [],
      [null],
      [7],
      [row, row, row, row],
      [{ ...row, seq: 0 }],
      [{ ...row, seq: 4 }],
      [{ ...row, seq: '1' }],
      [{ ...row, iv: row.iv.slice(1) }],
      [{ ...row, ct: row.ct.slice(4) }],
      [{ ...row, ct: `${row.ct}AAAA` }],
      [{ ...row, ct: undefined }],
    ])
      await expectRefusal(() => openAnswers(rows, secrets, boxId), 'malformed');
  });

  describe('sealed by a desk that keeps to no rule', () => {
    const forge = async (padded: Bytes, seq = 1): Promise<SealedAnswer> => {
      const key = await crypto.subtle.importKey('raw', secrets.kAns, 'AES-GCM', false, ['encrypt']);
      const iv = randomBytes(12);
      const additionalData = answerAad(boxId, secrets.locator, seq);
      const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, padded);
      return { seq, iv, ct: new Uint8Array(ct) };
    };
    const forgeJson = (value: unknown) => forge(pad(utf8(JSON.stringify(value)), 16_384));
    const good = { v: 1, seq: 1, text: 'Hello', day: TODAY };

    it('are refused by what is in them', async () => {
      expect(await open([await forgeJson(good)])).to.deep.equal([{ seq: 1, text: 'Hello', day: TODAY }]);
      await expectRefusal(async () => open([await forgeJson({ ...good, v: 2 })]), 'unknown-version');
      await expectRefusal(
        async () => open([await forgeJson({ ...good, text: 'x'.repeat(3501) })]),
        'too-long',
      );
      await expectRefusal(
        async () => open([await forgeJson({ ...good, text: 'a\x1bb' })]),
        'control-character',
      );
      for (const parts of [{ seq: 2 }, { seq: undefined }, { day: 1.5 }, { day: null }, { text: 7 }])
        await expectRefusal(async () => open([await forgeJson({ ...good, ...parts })]), 'malformed');
      for (const value of [null, [], 'text'])
        await expectRefusal(async () => open([await forgeJson(value)]), 'malformed');
    });

    it('are refused with a tail that is not all zeros', async () => {
      const padded = pad(utf8(JSON.stringify(good)), 16_384);
      await expectRefusal(async () => open([await forge(flipped(padded, 16_383))]), 'malformed');
      await expectRefusal(async () => open([await forge(flipped(padded, 0, 128))]), 'malformed');
    });
  });
});
