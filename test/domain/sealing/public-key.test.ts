import { expect } from '@open-wc/testing';
import { joined, toBase64url, utf8 } from '../../../src/domain/sealing/encoding.js';
import { hpke, sealTo } from '../../../src/domain/sealing/hpke.js';
import { isPoint, keyIdOf, pinOf, readPublicKey } from '../../../src/domain/sealing/public-key.js';
import { makeKeyPair, openWith } from '../../../src/domain/sealing/staff/key-pair.js';
import { expectRefusal, flipped, fromHex, toHex } from './a-box.js';

/** The base point of P-256 (SP 800-186, section 3.2.1.3). */
const BASE = fromHex(
  '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
    '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
);

describe('a public key', () => {
  it('is a point of the curve', async () => {
    expect(isPoint(BASE)).to.equal(true);
    expect(toHex(readPublicKey(toBase64url(BASE), 'pk'))).to.equal(toHex(BASE));
    for (let round = 0; round < 20; round++) {
      const { pk } = await makeKeyPair(round % 2 ? 'ECDH' : 'ECDSA');
      expect(isPoint(pk), toHex(pk)).to.equal(true);
    }
  });

  it('is refused with any byte changed, which is no point any more', async () => {
    for (let at = 0; at < 65; at++) {
      const changed = flipped(BASE, at, 1 << (at % 8));
      await expectRefusal(() => readPublicKey(toBase64url(changed), 'pk'), 'malformed');
    }
  });

  it('is refused written in another way: shortened, at infinity, or past the prime', async () => {
    const prime = fromHex('ffffffff00000001000000000000000000000000ffffffffffffffffffffffff');
    // x = 0 is on the curve with this y, and so would be x = p.
    const y = fromHex('66485c780e2f83d72433bd5d84a06bb6541c2af31dae871728bf856a174f93f4');
    expect(isPoint(joined(Uint8Array.of(4), new Uint8Array(32), y))).to.equal(true);
    for (const not of [
      joined(Uint8Array.of(4), prime, y),
      joined(Uint8Array.of(2), BASE.slice(1, 33)),
      joined(Uint8Array.of(6), BASE.slice(1)),
      new Uint8Array(1),
      new Uint8Array(65),
    ])
      expect(isPoint(not), toHex(not)).to.equal(false);
  });

  it('that is no point is neither sealed to nor multiplied with a secret', async () => {
    const off = flipped(BASE, 64);
    const none = new Uint8Array(0);
    await expectRefusal(() => sealTo(off, utf8('x'), 'info', none), 'malformed');
    const pair = await makeKeyPair('ECDH');
    const { ct } = await sealTo(pair.pk, utf8('x'), 'info', none);
    let asked = 0;
    const open = hpke().Open;
    hpke().Open = (...parts) => {
      asked++;
      return open.apply(hpke(), parts);
    };
    try {
      await expectRefusal(() => openWith(pair, { enc: off, ct }, 'info', none), 'cannot-open');
    } finally {
      hpke().Open = open;
    }
    expect(asked).to.equal(0);
  });

  it('has a short id for rows and a long one for pages', async () => {
    expect(await keyIdOf(BASE)).to.have.length(8);
    expect(await pinOf(BASE)).to.match(/^[\w-]{43}$/);
  });
});
