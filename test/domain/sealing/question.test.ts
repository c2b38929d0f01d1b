import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { bodyHash } from '../../../src/domain/sealing/body-hash.js';
import type { KeptSecrets } from '../../../src/domain/sealing/code.js';
import { declineCode } from '../../../src/domain/sealing/code.js';
import type { Bytes } from '../../../src/domain/sealing/encoding.js';
import { toBase64url, utf8 } from '../../../src/domain/sealing/encoding.js';
import { sealTo } from '../../../src/domain/sealing/hpke.js';
import { pad } from '../../../src/domain/sealing/padding.js';
import type { QuestionDraft } from '../../../src/domain/sealing/question.js';
import { readDraft, sealQuestion } from '../../../src/domain/sealing/question.js';
import type { SealedQuestion } from '../../../src/domain/sealing/question-header.js';
import { questionAad } from '../../../src/domain/sealing/question-header.js';
import { questionFromWire, questionToWire } from '../../../src/domain/sealing/question-wire.js';
import { makeKeyPair } from '../../../src/domain/sealing/staff/key-pair.js';
import { openQuestion } from '../../../src/domain/sealing/staff/open-question.js';
import { aBox, type Box, expectRefusal, flipped, someSecrets, TODAY, toHex } from './a-box.js';

const draft: QuestionDraft = {
  text: 'How do I tell my sister?',
  topic: 'Family',
  lang: 'en',
  mayPublish: true,
};

describe('a question', () => {
  let box: Box;
  let secrets: KeptSecrets;
  let sealed: SealedQuestion;
  const seal = (parts: Partial<QuestionDraft> = {}) =>
    sealQuestion({ ...draft, ...parts }, secrets, box.manifest, TODAY);
  const open = (question: SealedQuestion) => openQuestion(question, box.epoch);

  before(async () => {
    box = await aBox();
    secrets = await someSecrets();
    sealed = await seal();
  });

  it('comes back as it was written, whatever was written', async () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const someText = fc
      .array(fc.oneof(line, fc.constantFrom('\n', '\t', '"', '\\', '\u2028', 'e\u0301', '🙂', '\u202e')), {
        minLength: 1,
        maxLength: 40,
      })
      .map((parts) => `?${parts.join('').replace(/[\0-\x08\x0b-\x1f]/g, '')}`);
    await fc.assert(
      fc.asyncProperty(someText, fc.boolean(), async (text, mayPublish) => {
        const opened = await open(await seal({ text, mayPublish }));
        expect(opened).to.deep.equal({
          ...draft,
          text: text.normalize('NFC'),
          mayPublish,
          kAns: secrets.kAns,
        });
      }),
      { numRuns: 40 },
    );
  });

  it('is of one size, whatever was asked, and never twice the same', async () => {
    // Four bytes a code point, and every character that JSON writes as two.
    for (const text of [
      '?',
      '🙂'.repeat(1900),
      '"'.repeat(1900),
      `${'\n'.repeat(1899)}?`,
      `${'\u2028'.repeat(1899)}?`,
    ]) {
      const { enc, ct, keyId, locator, eraseHash } = await seal({
        text,
        topic: '🙂'.repeat(40),
        lang: 'x'.repeat(35),
      });
      expect([enc, ct, keyId, locator, eraseHash].map(({ length }) => length)).to.deep.equal([
        65, 8208, 8, 16, 32,
      ]);
    }
    const again = await seal();
    expect(toHex(again.ct)).not.to.equal(toHex(sealed.ct));
    expect(toHex(again.enc)).not.to.equal(toHex(sealed.enc));
  });

  it('without a code says so to the facilitators and looks alike to the server', async () => {
    const question = await sealQuestion(draft, declineCode(), box.manifest, TODAY);
    expect(Object.keys(question)).to.deep.equal(Object.keys(sealed));
    expect(question.ct).to.have.length(8208);
    expect(await open(question)).to.deep.equal(draft);
  });

  it('has its text put into one form: composed letters, line ends of one kind', () => {
    expect(readDraft({ ...draft, text: 'Cafe\u0301\r\nand\rmore' }).text).to.equal('Caf\u00e9\nand\nmore');
    expect(readDraft({ ...draft, topic: 'Cafe\u0301' }).topic).to.equal('Caf\u00e9');
  });

  it('is refused by the word for what is wrong with its text', async () => {
    await expectRefusal(() => seal({ text: '' }), 'empty');
    await expectRefusal(() => seal({ text: ' \n\t ' }), 'empty');
    await expectRefusal(() => seal({ text: 'x'.repeat(1901) }), 'too-long');
    await expectRefusal(() => seal({ text: '🙂'.repeat(1901) }), 'too-long');
    for (const half of ['\ud800', 'a\udc00b', '\udc00\ud800'])
      await expectRefusal(() => seal({ text: half }), 'ill-formed-text');
    for (let code = 0; code < 32; code++) {
      const text = `a${String.fromCharCode(code)}b`;
      if ([9, 10, 13].includes(code)) expect(readDraft({ ...draft, text }).text).to.match(/^a[\t\n]b$/);
      else await expectRefusal(() => seal({ text }), 'control-character');
    }
    await expectRefusal(() => seal({ topic: 'x'.repeat(41) }), 'too-long');
    await expectRefusal(() => seal({ topic: 'a\nb' }), 'control-character');
    await expectRefusal(() => seal({ lang: 'x'.repeat(36) }), 'malformed');
    await expectRefusal(() => seal({ lang: 'de DE' }), 'malformed');
    await expectRefusal(() => seal({ mayPublish: 'yes' as unknown as boolean }), 'malformed');
  });

  it('counts code points after composing them', async () => {
    const opened = await open(await seal({ text: 'e\u0301'.repeat(1900) }));
    expect([...opened.text]).to.have.length(1900);
  });

  it('is refused with any byte around it changed', async () => {
    for (const field of ['boxId', 'keyId', 'locator', 'eraseHash', 'enc'] as const) {
      for (let at = 0; at < sealed[field].length; at++) {
        const changed = { ...sealed, [field]: flipped(sealed[field], at, 1 << (at % 8)) };
        await expectRefusal(() => open(changed), field === 'keyId' ? 'foreign-key' : 'cannot-open');
      }
    }
    for (const other of [{ v: 2 }, { suite: 2 }])
      await expectRefusal(() => open({ ...sealed, ...other } as unknown as SealedQuestion), 'cannot-open');
  });

  it('is refused with a byte of it changed, cut short or made longer', async () => {
    const places = [...Array(40).keys(), ...Array.from({ length: 32 }, (_, at) => 8207 - at)];
    for (const at of places)
      await expectRefusal(() => open({ ...sealed, ct: flipped(sealed.ct, at) }), 'cannot-open');
    await fc.assert(
      fc.asyncProperty(fc.nat(8207), fc.integer({ min: 1, max: 255 }), (at, bits) =>
        expectRefusal(() => open({ ...sealed, ct: flipped(sealed.ct, at, bits) }), 'cannot-open'),
      ),
      { numRuns: 150 },
    );
    for (const length of [0, 1, 16, 8191, 8192, 8207])
      await expectRefusal(() => open({ ...sealed, ct: sealed.ct.slice(0, length) }), 'cannot-open');
    await expectRefusal(() => open({ ...sealed, ct: new Uint8Array([...sealed.ct, 0]) }), 'cannot-open');
    await expectRefusal(() => open({ ...sealed, enc: sealed.enc.slice(0, 64) }), 'cannot-open');
  });

  it('is opened by nobody who has another key', async () => {
    const other = await makeKeyPair('ECDH');
    await expectRefusal(() => openQuestion(sealed, other), 'foreign-key');
    await expectRefusal(() => openQuestion(sealed, { ...other, pk: box.epoch.pk }), 'cannot-open');
  });

  describe('sealed by somebody who keeps to no rule', () => {
    const good = () => ({ v: 1, text: 'Hello', kAns: null, lang: '', topic: '', mayPublish: false });
    const forge = async (padded: Bytes) => {
      const { boxId, keyId, locator, eraseHash } = sealed;
      const header = { v: 1, suite: 1, boxId, keyId, locator, eraseHash } as const;
      return {
        ...header,
        ...(await sealTo(box.epoch.pk, padded, 'kith-box/1/question', questionAad(header))),
      };
    };
    const forgeJson = (value: unknown) =>
      forge(pad(utf8(typeof value === 'string' ? value : JSON.stringify(value)), 8192));

    it('opens when it keeps to them all the same', async () => {
      const { kAns, v, ...rest } = good();
      expect([kAns, v]).to.deep.equal([null, 1]);
      expect(await open(await forgeJson(good()))).to.deep.equal(rest);
    });

    it('is refused by its shape', async () => {
      for (const shape of ['', 'null', '[]', '7', 'no JSON', '{"v":1'])
        await expectRefusal(async () => open(await forgeJson(shape)), 'malformed');
      for (const v of [0, 2, '1', null])
        await expectRefusal(async () => open(await forgeJson({ ...good(), v })), 'unknown-version');
      for (const [field, values] of Object.entries({
        text: [null, 7, ['a'], undefined],
        kAns: [7, '', 'x', toBase64url(new Uint8Array(31)), undefined],
        lang: [null, 'a b', 'x'.repeat(36), undefined],
        topic: [null, {}, undefined],
        mayPublish: [null, 1, 'true', undefined],
      }))
        for (const value of values)
          await expectRefusal(async () => open(await forgeJson({ ...good(), [field]: value })), 'malformed');
    });

    it('is refused by its text', async () => {
      const withText = async (text: string) => open(await forgeJson({ ...good(), text }));
      await expectRefusal(() => withText('x'.repeat(1901)), 'too-long');
      await expectRefusal(() => withText(' '), 'empty');
      await expectRefusal(() => withText('a\0b'), 'control-character');
      await expectRefusal(() => withText('a\r\nb'), 'control-character');
      await expectRefusal(() => withText('e\u0301'), 'not-normalised');
      await expectRefusal(async () => open(await forgeJson('{"v":1,"text":"\\ud800"}')), 'ill-formed-text');
    });

    it('is refused by its padding', async () => {
      const padded = pad(utf8(JSON.stringify(good())), 8192);
      for (const changed of [
        flipped(padded, 8191),
        flipped(padded, 0, 128),
        flipped(padded, 3),
        padded.slice(1),
        new Uint8Array(8193),
      ])
        await expectRefusal(async () => open(await forge(changed)), 'malformed');
      await expectRefusal(async () => open(await forge(new Uint8Array(8192))), 'malformed');
    });
  });

  describe('on the wire', () => {
    it('comes back as it went', () => {
      expect(questionFromWire(JSON.parse(JSON.stringify(questionToWire(sealed))))).to.deep.equal(sealed);
    });

    it('is refused with a field missing, cut short or of another kind', async () => {
      const wire = questionToWire(sealed);
      for (const field of ['boxId', 'keyId', 'locator', 'eraseHash', 'enc', 'ct'] as const) {
        for (const value of [
          undefined,
          null,
          7,
          '',
          wire[field].slice(0, -1),
          `${wire[field]}A`,
          `${wire[field]}=`,
          [wire[field]],
        ])
          await expectRefusal(() => questionFromWire({ ...wire, [field]: value }), 'malformed');
      }
      for (const v of [0, 2, '1', undefined])
        await expectRefusal(() => questionFromWire({ ...wire, v }), 'unknown-version');
      for (const suite of [0, 2, '1', undefined])
        await expectRefusal(() => questionFromWire({ ...wire, suite }), 'unknown-suite');
      for (const not of [null, undefined, [], 'x', 7])
        await expectRefusal(() => questionFromWire(not), 'malformed');
    });
  });

  describe('its hash', () => {
    it('is the same for the same bytes and another for any change', async () => {
      const hash = async (question: SealedQuestion) => toHex(await bodyHash(question));
      const own = await hash(sealed);
      expect(own).to.have.length(64);
      expect(await hash(questionFromWire(questionToWire(sealed)))).to.equal(own);
      const hashes = new Set([own]);
      for (const field of ['boxId', 'keyId', 'locator', 'eraseHash', 'enc', 'ct'] as const)
        for (const at of [0, sealed[field].length - 1])
          hashes.add(await hash({ ...sealed, [field]: flipped(sealed[field], at) }));
      hashes.add(await hash({ ...sealed, v: 2 as unknown as 1 }));
      hashes.add(await hash({ ...sealed, suite: 2 as unknown as 1 }));
      expect(hashes.size).to.equal(15);
    });
  });
});

describe('two questions', () => {
  it('under one locator are still told apart', async () => {
    const box = await aBox();
    const secrets = await someSecrets();
    const hashes = await Promise.all(
      [1, 2].map(async () => toHex(await bodyHash(await sealQuestion(draft, secrets, box.manifest, TODAY)))),
    );
    expect(new Set(hashes).size).to.equal(2);
  });
});
