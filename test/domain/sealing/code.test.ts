import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { declineCode, deriveCode, makeCode, readCode, showCode } from '../../../src/domain/sealing/code.js';
import { checkSymbol, SYMBOLS, toSymbols } from '../../../src/domain/sealing/crockford.js';
import { mayErase } from '../../../src/domain/sealing/erase.js';
import { makeSheetCode, readSheetCode, showSheetCode } from '../../../src/domain/sealing/staff/recovery.js';
import { expectRefusal, flipped, refusalOf, toHex } from './a-box.js';

const plain = (shown: string) => shown.replaceAll('-', '');
const codes = fc
  .uint8Array({ minLength: 15, maxLength: 15 })
  .map((bytes) => makeCode(() => Uint8Array.from(bytes)));

/** The text with other symbols from a place on. */
const put = (text: string, at: number, symbols: string) =>
  text.slice(0, at) + symbols + text.slice(at + symbols.length);

function accepted(typed: string): boolean {
  try {
    readCode(typed);
    return true;
  } catch {
    return false;
  }
}

describe('a code', () => {
  it('is shown in five groups of five and comes back as it went', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(showCode(code)).to.match(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(readCode(showCode(code))).to.equal(code);
      }),
    );
  });

  it('is read however people write it', () => {
    const habits = fc.record({
      lower: fc.boolean(),
      between: fc.constantFrom('', ' ', '-', '–', '\u2011', '\n', ' - ', '\u200f', '\u2068'),
      zero: fc.constantFrom('0', 'O', 'o', '٠', '۰', '０'),
      one: fc.constantFrom('1', 'I', 'i', 'L', 'l', '١'),
      vee: fc.constantFrom('V', 'U', 'u'),
    });
    fc.assert(
      fc.property(codes, habits, (code, { lower, between, zero, one, vee }) => {
        const shown = showCode(code).replaceAll('-', between);
        const cased = lower ? shown.toLowerCase() : shown;
        const typed = cased.replaceAll('0', zero).replaceAll('1', one).replace(/v/gi, vee);
        expect(readCode(` ${typed}\u200b`)).to.equal(code);
      }),
      { numRuns: 500 },
    );
  });

  it('with one symbol mistyped is refused: every symbol at every place', () => {
    for (const code of [makeCode(), makeCode(), makeCode(() => new Uint8Array(15))]) {
      const typed = plain(showCode(code));
      for (let at = 0; at < 25; at++)
        for (const symbol of SYMBOLS)
          expect(accepted(put(typed, at, symbol)), `${symbol} at ${at}`).to.equal(symbol === typed[at]);
    }
  });

  it('with two neighbours swapped is refused: every two symbols at every place, the check symbol too', () => {
    const base = makeCode();
    for (let at = 0; at < 24; at++) {
      for (const one of SYMBOLS) {
        // The last neighbour of the data is the check symbol itself, which follows from the data.
        const other = SYMBOLS[(SYMBOLS.indexOf(one) + 1 + (at % 31)) % 32] ?? '';
        const data = at < 23 ? put(base, at, one + other) : put(base, at, one);
        const typed = data + checkSymbol(data);
        const swapped = put(typed, at, `${typed[at + 1]}${typed[at]}`);
        expect(accepted(typed)).to.equal(true);
        expect(accepted(swapped), `${typed} at ${at}`).to.equal(swapped === typed);
      }
    }
  });

  it('has a weight of its own at each place, the check symbol too: so no slip and no swap passes', () => {
    // One symbol "1" alone at a place has that place's weight as its check symbol. A slip e at place i adds e·wᵢ, a swap of places i and j
    // (sᵢ + sⱼ)·(wᵢ + wⱼ): neither is nothing in a field when no weight is nothing and no two are alike.
    const weights = Array.from({ length: 30 }, (_, at) =>
      SYMBOLS.indexOf(checkSymbol(put('0'.repeat(30), at, '1'))),
    );
    expect(new Set([...weights, 1]).size).to.equal(31);
    expect(weights).not.to.include(0);
    expect(weights.slice(0, 6)).to.deep.equal([2, 4, 8, 16, 5, 10]);
  });

  it('sums up in one way: the check symbol of a sum is the sum of the check symbols', () => {
    const symbols = fc.array(fc.nat(31), { minLength: 24, maxLength: 24 });
    const written = (numbers: readonly number[]) => numbers.map((number) => SYMBOLS[number]).join('');
    const check = (numbers: readonly number[]) => SYMBOLS.indexOf(checkSymbol(written(numbers)));
    fc.assert(
      fc.property(symbols, symbols, (one, other) => {
        const sum = one.map((number, at) => number ^ (other[at] ?? 0));
        expect(check(sum)).to.equal(check(one) ^ check(other));
      }),
    );
  });

  it('is refused by the word for what is wrong with it', async () => {
    const shown = showCode(makeCode());
    await expectRefusal(() => readCode(shown.slice(0, -1)), 'code-length');
    await expectRefusal(() => readCode(`${shown}0`), 'code-length');
    await expectRefusal(() => readCode(''), 'code-length');
    await expectRefusal(() => readCode(put(shown, 3, '!')), 'code-symbol');
    await expectRefusal(() => readCode(put(shown, 3, 'é')), 'code-symbol');
    await expectRefusal(() => readCode(put(shown, 0, shown[0] === '2' ? '3' : '2')), 'code-check');
    const error = await refusalOf(() => readCode('MY SECRET CODE'));
    expect(error.message).to.equal('code-length: code');
  });

  it('has 120 bits of chance in it', () => {
    const bits = Array.from({ length: 120 }, (_, bit) =>
      flipped(new Uint8Array(15), bit >> 3, 1 << (bit & 7)),
    );
    expect(new Set(bits.map((bytes) => makeCode(() => bytes))).size).to.equal(120);
    expect(toSymbols(Uint8Array.of(255, 255, 255, 255, 255))).to.equal('ZZZZZZZZ');
  });

  it('stands for other things in another box', async () => {
    const code = makeCode();
    const [one, other] = await Promise.all([
      deriveCode(code, new Uint8Array(16)),
      deriveCode(code, flipped(new Uint8Array(16), 15)),
    ]);
    for (const name of ['locator', 'erase', 'eraseHash', 'kAns'] as const)
      expect(toHex(one[name])).not.to.equal(toHex(other[name]));
    expect(await mayErase(one.erase, one.eraseHash)).to.equal(true);
    expect(await mayErase(other.erase, one.eraseHash)).to.equal(false);
    expect(await mayErase(one.erase.slice(0, 31), one.eraseHash)).to.equal(false);
  });

  it('that was declined leaves nothing that opens or erases', () => {
    const declined = declineCode();
    expect(Object.keys(declined).sort()).to.deep.equal(['eraseHash', 'locator']);
    expect([declined.locator.length, declined.eraseHash.length]).to.deep.equal([16, 32]);
  });
});

describe('the code of a recovery sheet', () => {
  const sheets = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Uint8Array.from(bytes));

  it('is shown in nine groups of three and comes back as it went', () => {
    fc.assert(
      fc.property(sheets, (bytes) => {
        const code = makeSheetCode(() => bytes);
        expect(showSheetCode(code)).to.match(/^(?:\w{3}-){8}\w{3}$/);
        expect(readSheetCode(showSheetCode(code).toLowerCase())).to.equal(code);
      }),
    );
  });

  it('is refused with a slip, with bits that no sheet has, and where a visitor’s code was typed', async () => {
    const shown = plain(showSheetCode(makeSheetCode()));
    for (let at = 0; at < 27; at++) {
      const other = SYMBOLS[(SYMBOLS.indexOf(shown.charAt(at)) + 5) % 32] ?? '';
      await expectRefusal(() => readSheetCode(put(shown, at, other)), 'code-check');
    }
    const data = `${'0'.repeat(25)}1`;
    await expectRefusal(() => readSheetCode(data + checkSymbol(data)), 'code-check');
    await expectRefusal(() => readSheetCode(showCode(makeCode())), 'code-length');
  });
});
