import { expect } from '@open-wc/testing';
import { fromBase64url, toBase64url } from '../../../../src/domain/sealing/encoding.js';
import { pinOf } from '../../../../src/domain/sealing/public-key.js';
import type { SignedDocument } from '../../../../src/domain/sealing/signed-document.js';
import type { KeyPair } from '../../../../src/domain/sealing/staff/key-pair.js';
import { makeKeyPair } from '../../../../src/domain/sealing/staff/key-pair.js';
import type { Member, RosterSeen } from '../../../../src/domain/sealing/staff/roster.js';
import { keepersOf, verifyRoster, verifyRosters } from '../../../../src/domain/sealing/staff/roster.js';
import { signDocument } from '../../../../src/domain/sealing/staff/sign-document.js';
import { randomBytes } from '../../../../src/domain/sealing/web-crypto.js';
import { aBox, type Box, expectRefusal, flipped, signText, withPart } from '../a-box.js';
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
    const both = { ...expected(), pins: [...box.pins, await pinOf(fresh.pk)] };
    const { version, hash } = await verifyRoster(first, expected());
    await expectRefusal(() => verifyRoster(second, { ...expected(), seen: { version, hash } }), 'wrong-pin');
    expect((await verifyRoster(second, { ...both, seen: { version, hash } })).version).to.equal(2);
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
      { nextIdPk: null },
      { nextIdPk: 'x' },
      { nextIdPk: amina.verifyPk },
      { nextIdPk: recovery.pk },
      { nextIdPk: box.identity.pk, idPk: box.identity.pk },
      { idPk: 7 },
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

describe('a chain of rosters in which the identity key changes', () => {
  let box: Box;
  let amina: Person;
  let ben: Person;
  let recovery: KeyPair;
  let fresh: KeyPair;
  let mallory: KeyPair;
  let first: SignedDocument;
  let handing: SignedDocument;
  let third: SignedDocument;
  let pins: { old: string[]; fresh: string[]; mallory: string[] };

  const hex = (keys: readonly Uint8Array[]) => keys.map((key) => toBase64url(key));
  const sign = (parts: object, signer: KeyPair) =>
    signDocument(LABEL, rosterContent(box, [amina, ben], recovery, parts), signer);
  const behind = async (before: SignedDocument, signer: KeyPair, parts: object = {}) => {
    const { version, hash } = await verifyRoster(before, {
      boxId: box.boxId,
      pins: [await pinOf(fromBase64url(before.idPk, 'idPk'))],
    });
    return sign({ version: version + 1, previousHash: hash, ...parts }, signer);
  };
  /** The same payload under a signature of another. */
  const resigned = ({ payload }: SignedDocument, signer: KeyPair) =>
    signText(LABEL, fromBase64url(payload, 'payload'), signer);
  const follow = (documents: readonly SignedDocument[], named: readonly string[], seen?: RosterSeen) =>
    verifyRosters(documents, { pins: named, boxId: box.boxId, ...(seen && { seen }) });

  before(async () => {
    box = await aBox();
    [amina, ben] = await Promise.all([aPerson('amina', 'keeper'), aPerson('ben')]);
    [recovery, fresh, mallory] = await Promise.all([
      makeKeyPair('ECDH'),
      makeKeyPair('ECDSA'),
      makeKeyPair('ECDSA'),
    ]);
    pins = { old: box.pins.slice(), fresh: [await pinOf(fresh.pk)], mallory: [await pinOf(mallory.pk)] };
    first = await sign({}, box.identity);
    handing = await behind(first, box.identity, { nextIdPk: fresh.pk, idPk: box.identity.pk });
    third = await behind(handing, fresh);
  });

  it('is followed with the old pin, with the new one and with both', async () => {
    for (const named of [pins.old, pins.fresh, [...pins.old, ...pins.fresh]]) {
      const { version, idPk, successor, identities } = await follow([first, handing, third], named);
      expect(version).to.equal(3);
      expect(hex([idPk, successor])).to.deep.equal(hex([fresh.pk, fresh.pk]));
      expect(hex(identities)).to.deep.equal(hex([box.identity.pk, fresh.pk]));
    }
  });

  it('may begin at any version', async () => {
    expect((await follow([handing, third], pins.fresh)).version).to.equal(3);
    expect(hex((await follow([third], pins.fresh)).identities)).to.deep.equal(hex([fresh.pk]));
    await expectRefusal(() => follow([third], pins.old), 'wrong-pin');
  });

  it('names the next key before that key has signed anything', async () => {
    const { idPk, successor, identities } = await follow([first, handing], pins.old);
    expect(hex([idPk, successor])).to.deep.equal(hex([box.identity.pk, fresh.pk]));
    expect(hex(identities)).to.deep.equal(hex([box.identity.pk, fresh.pk]));
  });

  it('is not followed to a key that nobody named', async () => {
    const self = await behind(handing, mallory);
    for (const named of [pins.old, pins.fresh, [...pins.old, ...pins.mallory]])
      await expectRefusal(() => follow([first, handing, self], named), 'broken-chain');
    const unnamed = await behind(first, fresh);
    await expectRefusal(() => follow([first, unnamed], [...pins.old, ...pins.fresh]), 'broken-chain');
  });

  it('is not believed because a foreign key names the pinned one', async () => {
    const foreign = await sign({ nextIdPk: box.identity.pk }, mallory);
    await expectRefusal(() => follow([foreign], pins.old), 'wrong-pin');
    await expectRefusal(() => follow([foreign, handing], pins.old), 'broken-chain');
  });

  it('is not signed on by who has left, with the key of before', async () => {
    const { version, hash, successor } = await follow([first, handing], pins.old);
    const late = await behind(handing, box.identity);
    await expectRefusal(() => follow([first, handing, late], pins.old), 'broken-chain');
    const seen = { version, hash, successor };
    await expectRefusal(() => follow([late], pins.old, seen), 'broken-chain');
    await expectRefusal(() => verifyRoster(late, { pins: pins.old, boxId: box.boxId, seen }), 'broken-chain');
  });

  it('that forks before the handing on is refused by whoever has seen more, or pins the new key', async () => {
    const fork = await behind(first, box.identity, { nextIdPk: mallory.pk, idPk: box.identity.pk });
    const forkedOn = await behind(fork, mallory);
    await expectRefusal(() => follow([first, fork, forkedOn], pins.fresh), 'wrong-pin');
    await expectRefusal(() => follow([first, fork, third], pins.fresh), 'broken-chain');
    const seen = await follow([first, handing], pins.old);
    await expectRefusal(() => follow([first, fork, forkedOn], pins.old, seen), 'broken-chain');
    await expectRefusal(() => follow([first, fork], pins.old, seen), 'broken-chain');
  });

  it('is refused with a gap, rolled back, or not going through what was seen', async () => {
    const seen = await follow([first, handing, third], pins.fresh);
    const fourth = await behind(third, fresh);
    const fifth = await behind(fourth, fresh);
    await expectRefusal(() => follow([first, third], pins.fresh), 'broken-chain');
    await expectRefusal(() => follow([first, handing], pins.old, seen), 'rolled-back');
    await expectRefusal(() => follow([fifth], pins.fresh, seen), 'broken-chain');
    expect((await follow([fourth, fifth], pins.fresh, seen)).version).to.equal(5);
    expect((await follow([first, handing, third, fourth], pins.fresh, seen)).version).to.equal(4);
    expect((await follow([third], pins.fresh, seen)).version).to.equal(3);
  });

  it('does not let old rosters that were signed anew bring a foreign key in', async () => {
    const [one, two] = [await resigned(first, mallory), await resigned(handing, mallory)];
    await expectRefusal(() => follow([one, two, third], pins.fresh), 'bad-signature');
    await expectRefusal(() => follow([first, one], pins.old), 'broken-chain');
    const bare = await behind(first, box.identity, { nextIdPk: fresh.pk });
    const then = await behind(bare, fresh);
    const again = [await resigned(first, mallory), await resigned(bare, mallory), then];
    expect(hex((await follow(again, pins.fresh)).identities)).to.deep.equal(hex([fresh.pk]));
    expect(hex((await follow([first, bare, then], pins.fresh)).identities)).to.deep.equal(hex([fresh.pk]));
    expect(hex((await follow([first, bare, then], pins.old)).identities)).to.deep.equal(
      hex([box.identity.pk, fresh.pk]),
    );
  });
});
