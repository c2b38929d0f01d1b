import { expect } from '@open-wc/testing';
import type { Bytes } from '../../../../src/domain/sealing/encoding.js';
import { sameBytes } from '../../../../src/domain/sealing/encoding.js';
import { makeKeyPair } from '../../../../src/domain/sealing/staff/key-pair.js';
import {
  decoySalt,
  deriveStaffSecrets,
  hashAuth,
  plainPassphrase,
} from '../../../../src/domain/sealing/staff/staff-auth.js';
import type { StaffKeys } from '../../../../src/domain/sealing/staff/staff-keys.js';
import { unwrapStaffKeys, wrapStaffKeys } from '../../../../src/domain/sealing/staff/staff-keys.js';
import { randomBytes, sha256 } from '../../../../src/domain/sealing/web-crypto.js';
import { expectRefusal, flipped, toHex } from '../a-box.js';

describe('what a passphrase stands for', () => {
  const salt = {
    salt: new Uint8Array(16),
    iterations: 600_000,
    boxId: new Uint8Array(16),
    facilitatorId: 'ben',
  };

  it('is never derived with too few iterations, or with so many that the desk would stand still', async () => {
    for (const iterations of [
      0,
      1,
      599_999,
      5_000_001,
      2 ** 31,
      600_000.5,
      Number.NaN,
      -600_000,
      '600000' as never,
    ])
      await expectRefusal(() => deriveStaffSecrets('a', { ...salt, iterations }), 'iterations');
    await expectRefusal(() => deriveStaffSecrets('a', { ...salt, salt: new Uint8Array(8) }), 'malformed');
  });

  it('is two keys apart, and the server’s hash fits the one it is shown', async () => {
    const { kAuth, kWrap } = await deriveStaffSecrets('one two', salt);
    expect(toHex(kAuth)).not.to.equal(toHex(kWrap));
    expect(sameBytes(await hashAuth(kAuth), await sha256(kAuth))).to.equal(true);
    expect(sameBytes(await hashAuth(kWrap), await hashAuth(kAuth))).to.equal(false);
  });

  it('does not mind how it was typed', () => {
    for (const typed of [
      'One  Two',
      ' one two ',
      'one\ttwo',
      'ｏｎｅ two',
      'ONE\u00a0TWO',
      'One. Two.',
      'one, two',
      'one، two',
    ])
      expect(plainPassphrase(typed)).to.equal('one two');
  });
});

describe('the salt for an unknown name', () => {
  it('is always the same one, and another for each name and box', async () => {
    const secret = randomBytes(32);
    const salt = async (name: string, box = 0) =>
      toHex(await decoySalt(secret, new Uint8Array(16).fill(box), name));
    expect(await salt('ben')).to.have.length(32);
    expect(await salt('ben')).to.equal(await salt('ben'));
    expect(new Set([await salt('ben'), await salt('Ben'), await salt('ben', 1)]).size).to.equal(3);
  });
});

describe('a member’s own keys', () => {
  const owner = { boxId: randomBytes(16), facilitatorId: 'ben' };
  let keys: StaffKeys;
  let kWrap: Bytes;

  before(async () => {
    keys = { opening: await makeKeyPair('ECDH'), signing: await makeKeyPair('ECDSA') };
    kWrap = randomBytes(32);
  });

  it('come back with the right key and for the right member alone', async () => {
    const wrapped = await wrapStaffKeys(keys, kWrap, owner);
    expect([wrapped.iv.length, wrapped.ct.length]).to.deep.equal([12, 210]);
    const back = await unwrapStaffKeys(wrapped, kWrap, owner);
    expect(toHex(back.opening.pk)).to.equal(toHex(keys.opening.pk));
    expect(toHex(back.signing.pk)).to.equal(toHex(keys.signing.pk));
    await expectRefusal(() => unwrapStaffKeys(wrapped, randomBytes(32), owner), 'cannot-open');
    await expectRefusal(
      () => unwrapStaffKeys(wrapped, kWrap, { ...owner, facilitatorId: 'amina' }),
      'cannot-open',
    );
    await expectRefusal(
      () => unwrapStaffKeys(wrapped, kWrap, { ...owner, boxId: randomBytes(16) }),
      'cannot-open',
    );
  });

  it('are wrapped again for another passphrase only if they were opened for that', async () => {
    const wrapped = await wrapStaffKeys(keys, kWrap, owner);
    const open = await unwrapStaffKeys(wrapped, kWrap, owner, true);
    const fresh = randomBytes(32);
    const back = await unwrapStaffKeys(await wrapStaffKeys(open, fresh, owner), fresh, owner);
    expect(toHex(back.opening.pk)).to.equal(toHex(keys.opening.pk));
    await expectRefusal(() => wrapStaffKeys(back, fresh, owner), 'malformed');
  });

  it('are refused with any byte changed', async () => {
    const { iv, ct } = await wrapStaffKeys(keys, kWrap, owner);
    for (let at = 0; at < iv.length; at++)
      await expectRefusal(() => unwrapStaffKeys({ iv: flipped(iv, at), ct }, kWrap, owner), 'cannot-open');
    for (let at = 0; at < ct.length; at++)
      await expectRefusal(() => unwrapStaffKeys({ iv, ct: flipped(ct, at) }, kWrap, owner), 'cannot-open');
    await expectRefusal(() => unwrapStaffKeys({ iv, ct: ct.slice(0, 12) }, kWrap, owner), 'cannot-open');
  });
});
