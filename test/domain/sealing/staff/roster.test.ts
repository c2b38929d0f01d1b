import { expect } from '@open-wc/testing';
import { toBase64url } from '../../../../src/domain/sealing/encoding.js';
import { pinOf } from '../../../../src/domain/sealing/public-key.js';
import type { SignedDocument } from '../../../../src/domain/sealing/signed-document.js';
import type { KeyPair } from '../../../../src/domain/sealing/staff/key-pair.js';
import { makeKeyPair } from '../../../../src/domain/sealing/staff/key-pair.js';
import type { Member } from '../../../../src/domain/sealing/staff/roster.js';
import { keepersOf, verifyRoster, verifyRosters } from '../../../../src/domain/sealing/staff/roster.js';
import { signDocument } from '../../../../src/domain/sealing/staff/sign-document.js';
import { randomBytes } from '../../../../src/domain/sealing/web-crypto.js';
import { aBox, type Box, expectRefusal, flipped, withPart } from '../a-box.js';
import { aPerson, type Person, rosterContent } from './a-staff.js';

const LABEL = 'kith-box/1/roster';

describe('a roster', () => {
  let box: Box;
  let amina: Person;
  let ben: Person;
  let recovery: KeyPair;
  const expected = () => ({ pins: box.pins, boxId: box.boxId });
  const sign = (people: readonly Member[], parts: object = {}, signer: KeyPair = box.identity) =>
    signDocument(LABEL, rosterContent(box, people, recovery, parts), signer);
  const next = async (before: SignedDocument, people: readonly Member[], signer = box.identity) => {
    const { version, hash } = await verifyRoster(before, {
      ...expected(),
      pins: [await pinOf(box.identity.pk)],
    });
    return sign(people, { version: version + 1, previousHash: hash }, signer);
  };

  before(async () => {
    box = await aBox();
    [amina, ben] = await Promise.all([aPerson('amina', 'keeper'), aPerson('ben')]);
    recovery = await makeKeyPair('ECDH');
  });

  it('names everybody who may read, and who keeps the identity key', async () => {
    const { roster, version } = await verifyRoster(await sign([amina, ben]), expected());
    expect(version).to.equal(1);
    expect(roster.members.map(({ id, role }) => [id, role])).to.deep.equal([
      ['amina', 'keeper'],
      ['ben', 'facilitator'],
    ]);
    expect(keepersOf(roster).map(({ id }) => id)).to.deep.equal(['amina']);
    expect([...roster.recoveryPk]).to.deep.equal([...recovery.pk]);
    expect([...(roster.members[1]?.pk ?? [])]).to.deep.equal([...ben.pk]);
  });

  it('put in its place by a server is refused', async () => {
    const mallory = await aPerson('mallory', 'keeper');
    const foreign = await sign([amina, ben, mallory], {}, mallory.signing);
    await expectRefusal(() => verifyRoster(foreign, expected()), 'wrong-pin');
    const genuine = await sign([amina, ben]);
    await expectRefusal(
      () => verifyRoster({ ...foreign, idPk: genuine.idPk, sig: genuine.sig }, expected()),
      'bad-signature',
    );
    await expectRefusal(
      () =>
        verifyRoster(
          withPart(genuine, 'payload', (bytes) => flipped(bytes, 40)),
          expected(),
        ),
      'bad-signature',
    );
    await expectRefusal(
      async () => verifyRoster(await sign([amina], { boxId: randomBytes(16) }), expected()),
      'wrong-box',
    );
  });

  it('continues the one before it, one version at a time', async () => {
    const first = await sign([amina]);
    const second = await next(first, [amina, ben]);
    const third = await next(second, [amina]);
    const seen = await verifyRoster(first, expected());
    expect((await verifyRoster(second, { ...expected(), seen })).version).to.equal(2);
    expect((await verifyRoster(first, { ...expected(), seen })).version).to.equal(1);
    expect((await verifyRosters([second, third], { ...expected(), seen })).version).to.equal(3);
    expect((await verifyRosters([first, second, third], expected())).roster.members).to.have.length(1);
    await expectRefusal(() => verifyRoster(third, { ...expected(), seen }), 'broken-chain');
    await expectRefusal(() => verifyRosters([second, second, first], expected()), 'rolled-back');
    await expectRefusal(() => verifyRosters([third, second], expected()), 'rolled-back');
    await expectRefusal(() => verifyRosters([], expected()), 'malformed');
  });

  it('of the same version with other people is refused', async () => {
    const seen = await verifyRoster(await sign([amina, ben]), expected());
    await expectRefusal(
      async () => verifyRoster(await sign([amina]), { ...expected(), seen }),
      'broken-chain',
    );
  });

  it('that continues another is refused', async () => {
    const seen = await verifyRoster(await sign([amina]), expected());
    const other = await next(await sign([amina, ben]), [amina, ben]);
    await expectRefusal(() => verifyRoster(other, { ...expected(), seen }), 'broken-chain');
  });

  it('may be signed by a new identity key while the page names both', async () => {
    const fresh = await makeKeyPair('ECDSA');
    const first = await sign([amina, ben]);
    const second = await next(first, [ben, { ...amina, role: 'keeper' }], fresh);
    await expectRefusal(() => verifyRosters([first, second], expected()), 'wrong-pin');
    const both = { ...expected(), pins: [...box.pins, await pinOf(fresh.pk)] };
    expect((await verifyRosters([first, second], both)).version).to.equal(2);
  });

  it('with nonsense in it is refused', async () => {
    const hash = toBase64url(new Uint8Array(32));
    for (const parts of [
      { version: 0 },
      { version: 1.5 },
      { version: 2 },
      { previousHash: hash },
      { version: 2, previousHash: hash.slice(1) },
      { previousHash: undefined },
      { members: null },
      { members: [] },
      { members: ['amina'] },
      { members: new Array(101).fill(amina) },
      { members: [{ ...ben, id: 'ben' }] },
      { members: [{ ...amina, role: 'owner' }] },
      { members: [{ ...amina, id: '' }] },
      { members: [{ ...amina, id: 'a b' }] },
      { members: [{ ...amina, pk: 'x' }] },
      { members: [{ ...amina, verifyPk: undefined }] },
      { members: [amina, { ...ben, id: 'amina' }] },
      { members: [amina, { ...ben, pk: amina.pk }] },
      { members: [amina, { ...ben, pk: recovery.pk }] },
      { members: [{ ...amina, verifyPk: amina.pk }] },
      { recoveryPk: undefined },
    ])
      await expectRefusal(async () => verifyRoster(await sign([amina], parts), expected()), 'malformed');
    for (const [name, reason] of [
      ['', 'empty'],
      ['x'.repeat(81), 'too-long'],
      ['a\nb', 'control-character'],
    ] as const)
      await expectRefusal(async () => verifyRoster(await sign([{ ...amina, name }]), expected()), reason);
  });
});
