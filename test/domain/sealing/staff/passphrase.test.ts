import { expect } from '@open-wc/testing';
import type { Bytes } from '../../../../src/domain/sealing/encoding.js';
import { u32 } from '../../../../src/domain/sealing/encoding.js';
import { fingerprintOf } from '../../../../src/domain/sealing/staff/fingerprint.js';
import { makePassphrase, readPassphrase } from '../../../../src/domain/sealing/staff/passphrase.js';
import { words } from '../../../../src/domain/sealing/staff/word-list.js';
import { randomBytes } from '../../../../src/domain/sealing/web-crypto.js';
import { expectRefusal, flipped, refusalOf } from '../a-box.js';

/** Two bytes at a time, in this order, and then zeros. */
function numbers(...list: readonly number[]) {
  const left = [...list];
  return (): Bytes => u32(left.shift() ?? 0).slice(2);
}

describe('the list of words', () => {
  it('has 7,776 different words in lower case, none of which begins with another', () => {
    const list = words();
    expect(list).to.have.length(7776);
    expect(new Set(list).size).to.equal(7776);
    const sorted = [...list].sort();
    sorted.forEach((word, at) => {
      expect(word).to.match(/^[a-z]+(?:-[a-z]+)?$/);
      expect(sorted[at + 1]?.startsWith(word) ?? false, word).to.equal(false);
    });
  });
});

describe('a passphrase', () => {
  it('is seven words of the list, and read however it is typed', () => {
    for (let round = 0; round < 50; round++) {
      const made = makePassphrase();
      expect(made.split(' ')).to.have.length(7);
      expect(readPassphrase(`  ${made.toUpperCase().replaceAll(' ', '\u00a0 ')}\n`)).to.equal(made);
    }
  });

  it('takes every word as likely: what would favour the first words is drawn again', () => {
    const list = words();
    const [first, second, last] = [list[0], list[1], list[7775]];
    expect(makePassphrase(numbers(0, 7776, 62_207, 62_208, 65_535, 1, 7777))).to.equal(
      [first, first, last, second, second, first, first].join(' '),
    );
  });

  it('that the desk did not make is refused, saying which word and never what was typed', async () => {
    const made = makePassphrase();
    await expectRefusal(() => readPassphrase(''), 'passphrase');
    await expectRefusal(() => readPassphrase(`${made} abacus`), 'passphrase');
    const typed = made.split(' ').with(4, 'hunter2').join(' ');
    const { reason, message } = await refusalOf(() => readPassphrase(typed));
    expect([reason, message]).to.deep.equal(['passphrase', 'passphrase: word 5']);
  });
});

describe('a fingerprint', () => {
  it('is eight words, others for any other key', async () => {
    const pk = randomBytes(65);
    const verifyPk = randomBytes(65);
    const one = await fingerprintOf({ pk, verifyPk });
    expect(one).to.have.length(8);
    for (const word of one) expect(words()).to.include(word);
    expect(await fingerprintOf({ pk, verifyPk })).to.deep.equal(one);
    for (const other of [
      { pk: flipped(pk, 64), verifyPk },
      { pk, verifyPk: flipped(verifyPk, 0) },
      { pk: verifyPk, verifyPk: pk },
    ])
      expect(await fingerprintOf(other)).not.to.deep.equal(one);
  });
});
