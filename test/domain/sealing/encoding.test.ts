import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Bytes } from '../../../src/domain/sealing/encoding.js';
import {
  fromBase64url,
  joined,
  labelled,
  lengthPrefixed,
  readJson,
  sameBytes,
  toBase64url,
  u32,
  utf8,
} from '../../../src/domain/sealing/encoding.js';
import { hpke } from '../../../src/domain/sealing/hpke.js';
import { pad, unpad } from '../../../src/domain/sealing/padding.js';
import { refuse } from '../../../src/domain/sealing/sealing-error.js';
import { randomBytes, sha256 } from '../../../src/domain/sealing/web-crypto.js';
import { expectRefusal, flipped, refusalOf, toHex } from './a-box.js';

const someBytes = (maxLength = 80) =>
  fc.uint8Array({ maxLength }).map((bytes): Bytes => Uint8Array.from(bytes));

const read = (text: unknown, length?: number) => fromBase64url(text, 'field', length);

describe('base64url', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(someBytes(), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).to.match(/^[\w-]*$/);
        expect([...read(text)]).to.deep.equal([...bytes]);
        expect([...read(text, bytes.length)]).to.deep.equal([...bytes]);
      }),
    );
  });

  it('has one way to write each byte string: whatever is accepted is written back alike', async () => {
    const anything = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'AQgwxyz019-_+/= \n'), maxLength: 12 }),
      fc.string({ maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        let bytes: Bytes;
        try {
          bytes = read(text);
        } catch {
          return expectRefusal(() => read(text), 'malformed');
        }
        expect(toBase64url(bytes)).to.equal(text);
      }),
      { numRuns: 1000 },
    );
  });

  for (const [text, why] of [
    ['AQ==', 'padding'],
    ['AR', 'bits left over'],
    ['AQI+', 'the other alphabet'],
    ['AQ I', 'white space'],
    ['A', 'half a byte'],
    ['AQ\n', 'a line end'],
    [7, 'a number'],
    [undefined, 'nothing'],
  ] as const) {
    it(`is refused with ${why}`, () => expectRefusal(() => read(text), 'malformed'));
  }

  it('is refused when it is longer or shorter than it must be', async () => {
    for (const length of [0, 15, 17, 18])
      await expectRefusal(() => read(toBase64url(new Uint8Array(length)), 16), 'malformed');
  });

  it('names the field in the refusal, never the value', async () => {
    const { message, field } = await refusalOf(() => fromBase64url('a secret!', 'manifest.pk'));
    expect([message, field]).to.deep.equal(['malformed: manifest.pk', 'manifest.pk']);
  });
});

describe('fields behind their lengths', () => {
  it('are never the same for other fields', () => {
    const fields = fc.array(someBytes(6), { maxLength: 4 });
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        const same =
          one.length === other.length && one.every((field, at) => sameBytes(field, other[at] as Bytes));
        expect(sameBytes(lengthPrefixed(...one), lengthPrefixed(...other))).to.equal(same);
        expect(sameBytes(labelled('a', ...one), labelled('a', ...other))).to.equal(same);
        expect(sameBytes(labelled('a', ...one), labelled('b', ...one))).to.equal(false);
      }),
      { numRuns: 500 },
    );
  });

  it('are written as agreed', async () => {
    expect(toHex(labelled('ab', utf8('c'), u32(258)))).to.equal('6162000001630004' + '00000102');
    await expectRefusal(() => lengthPrefixed(new Uint8Array(65_536)), 'malformed');
  });
});

describe('bytes', () => {
  it('are the same only when all of them are', () => {
    fc.assert(
      fc.property(someBytes(), someBytes(), (one, other) => {
        expect(sameBytes(one, Uint8Array.from(one))).to.equal(true);
        expect(sameBytes(one, other)).to.equal(toHex(one) === toHex(other));
        expect(sameBytes(one, joined(one, Uint8Array.of(0)))).to.equal(false);
        expect(sameBytes(joined(one, Uint8Array.of(0)), one)).to.equal(false);
      }),
    );
  });

  it('are read as an object of JSON in UTF-8 and as nothing else', async () => {
    expect(readJson(utf8('{"a":"ü"}'), 'field')).to.deep.equal({ a: 'ü' });
    for (const text of ['', '[]', 'null', '"a"', '7', '{', '\uFEFF{}', '{"a":1}x'])
      await expectRefusal(() => readJson(utf8(text), 'field'), 'malformed');
    await expectRefusal(() => readJson(Uint8Array.of(123, 34, 0xff, 34, 58, 49, 125), 'field'), 'malformed');
  });
});

describe('padding', () => {
  it('comes back as it went, and is of one size', () => {
    fc.assert(
      fc.property(someBytes(60), (bytes) => {
        expect(pad(bytes, 64)).to.have.length(64);
        expect([...unpad(pad(bytes, 64), 64)]).to.deep.equal([...bytes]);
      }),
    );
  });

  it('refuses every changed byte of the tail, a wrong length and a wrong size', async () => {
    const padded = pad(utf8('twelve bytes'), 64);
    for (let at = 16; at < 64; at++) await expectRefusal(() => unpad(flipped(padded, at), 64), 'malformed');
    for (const length of [0, 11, 61, 64, 0x7fff_ffff, 0xffff_ffff])
      await expectRefusal(() => unpad(joined(u32(length), padded.slice(4)), 64), 'malformed');
    await expectRefusal(() => unpad(padded.slice(0, 63), 64), 'malformed');
    await expectRefusal(() => unpad(joined(padded, Uint8Array.of(0)), 64), 'malformed');
  });

  it('refuses what does not fit', async () => {
    expect(unpad(pad(new Uint8Array(60), 64), 64)).to.have.length(60);
    await expectRefusal(() => pad(new Uint8Array(61), 64), 'too-long');
  });
});

describe('where there is no secure context', () => {
  it('everything is refused', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
    try {
      await expectRefusal(() => randomBytes(1), 'insecure-context');
      await expectRefusal(() => sha256(utf8('')), 'insecure-context');
      await expectRefusal(() => hpke(), 'insecure-context');
    } finally {
      if (own) Object.defineProperty(globalThis, 'crypto', own);
      else Reflect.deleteProperty(globalThis, 'crypto');
    }
    expect(randomBytes(3)).to.have.length(3);
  });
});

describe('a refusal', () => {
  it('is an error with a name, a reason and a field', async () => {
    const error = await refusalOf(() => refuse('expired', 'manifest.notAfter'));
    expect(error).to.be.instanceOf(Error);
    expect([error.name, error.reason]).to.deep.equal(['SealingError', 'expired']);
    expect((await refusalOf(() => refuse('expired'))).message).to.equal('expired');
  });
});
