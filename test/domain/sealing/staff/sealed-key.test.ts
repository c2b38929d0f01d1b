import { expect } from '@open-wc/testing';
import { joined, labelled } from '../../../../src/domain/sealing/encoding.js';
import { sealTo } from '../../../../src/domain/sealing/hpke.js';
import { keyIdOf } from '../../../../src/domain/sealing/public-key.js';
import { sealQuestion } from '../../../../src/domain/sealing/question.js';
import type { Verified } from '../../../../src/domain/sealing/signed-document.js';
import type { KeyPair } from '../../../../src/domain/sealing/staff/key-pair.js';
import { makeKeyPair, readKeyPair, writeKeyPair } from '../../../../src/domain/sealing/staff/key-pair.js';
import { openQuestion } from '../../../../src/domain/sealing/staff/open-question.js';
import type { Roster } from '../../../../src/domain/sealing/staff/roster.js';
import type { SealedKey } from '../../../../src/domain/sealing/staff/sealed-key.js';
import {
  openEpochKey,
  openKey,
  sealedKeyFromWire,
  sealedKeyToWire,
  sealKey,
} from '../../../../src/domain/sealing/staff/sealed-key.js';
import { aBox, type Box, expectRefusal, flipped, someSecrets, TODAY, toHex } from '../a-box.js';
import { aPerson, aRoster, type Person } from './a-staff.js';

describe('a box’s key', () => {
  let box: Box;
  let amina: Person;
  let ben: Person;
  let recovery: KeyPair;
  let roster: Verified<Roster>;
  let sealed: readonly SealedKey[];
  const forBen = () => sealed[1] as SealedKey;

  before(async () => {
    box = await aBox();
    [amina, ben] = await Promise.all([aPerson('amina', 'keeper'), aPerson('ben')]);
    recovery = await makeKeyPair('ECDH');
    ({ roster } = await aRoster(box, [amina, ben], recovery));
    sealed = await sealKey('epoch', box.epoch, roster);
  });

  it('is opened by each member and by the recovery sheet, and then opens a question', async () => {
    const draft = { text: 'Hello?', topic: '', lang: '', mayPublish: false };
    const question = await sealQuestion(draft, await someSecrets(), box.manifest, TODAY);
    expect(sealed).to.have.length(3);
    for (const [at, recipient] of [amina.opening, ben.opening, recovery].entries()) {
      const one = sealed[at] as SealedKey;
      expect([one.enc.length, one.ct.length]).to.deep.equal([65, 113]);
      expect(toHex(one.to)).to.equal(toHex(await keyIdOf(recipient.pk)));
      const opened = await openEpochKey(one, recipient, box.manifest);
      expect((await openQuestion(question, opened)).text).to.equal('Hello?');
      expect(opened.privateKey.extractable).to.equal(false);
    }
  });

  it('can be sealed again for somebody who joins, if it was opened for that', async () => {
    const cleo = await aPerson('cleo');
    const grown = await aRoster(box, [amina, ben, cleo], recovery);
    const opened = await openEpochKey(forBen(), ben.opening, box.manifest, true);
    const again = await sealKey('epoch', opened, grown.roster);
    expect((await openEpochKey(again[2] as SealedKey, cleo.opening, box.manifest)).pk).to.deep.equal(
      box.epoch.pk,
    );
    const locked = await openEpochKey(forBen(), ben.opening, box.manifest);
    await expectRefusal(() => sealKey('epoch', locked, grown.roster), 'malformed');
  });

  it('is opened by nobody else', async () => {
    await expectRefusal(() => openEpochKey(forBen(), amina.opening, box.manifest), 'cannot-open');
    await expectRefusal(
      () => openEpochKey(forBen(), { ...amina.opening, pk: ben.pk }, box.manifest),
      'cannot-open',
    );
  });

  it('is refused when its public half is not the manifest’s, however it was sealed', async () => {
    const { boxId, manifest } = box;
    const foreign = await makeKeyPair('ECDH');
    const [, plain] = await sealKey('epoch', foreign, roster);
    await expectRefusal(() => openEpochKey(plain as SealedKey, ben.opening, manifest), 'foreign-key');
    // Base mode proves no sender: a server can bind the manifest's key in and still seal its own.
    const aad = labelled('kith-box/1/epoch-key', boxId, manifest.pk, ben.pk);
    const forge = async (written: Uint8Array) => ({
      ...forBen(),
      ...(await sealTo(ben.pk, Uint8Array.from(written), 'kith-box/1/epoch-key', aad)),
    });
    const own = await writeKeyPair(foreign);
    await expectRefusal(async () => openEpochKey(await forge(own), ben.opening, manifest), 'foreign-key');
    const mixed = joined(own.slice(0, 32), manifest.pk);
    await expectRefusal(async () => openEpochKey(await forge(mixed), ben.opening, manifest), 'malformed');
    await expectRefusal(
      async () => openEpochKey(await forge(own.slice(1)), ben.opening, manifest),
      'malformed',
    );
    const genuine = await writeKeyPair(box.epoch);
    expect((await openEpochKey(await forge(genuine), ben.opening, manifest)).pk).to.deep.equal(manifest.pk);
  });

  it('is refused with any byte changed', async () => {
    const one = forBen();
    for (const field of ['enc', 'ct'] as const)
      for (let at = 0; at < one[field].length; at++)
        await expectRefusal(
          () => openEpochKey({ ...one, [field]: flipped(one[field], at) }, ben.opening, box.manifest),
          'cannot-open',
        );
    for (let at = 0; at < 8; at++)
      await expectRefusal(
        () => openEpochKey({ ...one, keyId: flipped(one.keyId, at) }, ben.opening, box.manifest),
        'foreign-key',
      );
  });

  it('of one kind is not one of another, and the identity key is for keepers alone', async () => {
    const { boxId, publishing, identity } = box;
    const publishingKeys = await sealKey('publishing', publishing, roster);
    const identityKeys = await sealKey('identity', identity, roster);
    expect([publishingKeys.length, identityKeys.length]).to.deep.equal([3, 2]);
    const forAmina = identityKeys[0] as SealedKey;
    const opened = await openKey(forAmina, amina.opening, { kind: 'identity', boxId, pk: identity.pk });
    expect(opened.use).to.equal('ECDSA');
    await expectRefusal(
      () => openKey(forAmina, amina.opening, { kind: 'publishing', boxId, pk: identity.pk }),
      'foreign-key',
    );
    const renamed = { ...forAmina, kind: 'publishing' } as const;
    await expectRefusal(
      () => openKey(renamed, amina.opening, { kind: 'publishing', boxId, pk: identity.pk }),
      'cannot-open',
    );
    await expectRefusal(() => sealKey('identity', box.epoch, roster), 'malformed');
    expect(identityKeys.map(({ to }) => toHex(to))).not.to.include(toHex(await keyIdOf(ben.pk)));
  });

  it('comes back off the wire as it went, and is refused out of form', async () => {
    const wire = sealedKeyToWire(forBen());
    expect(sealedKeyFromWire(JSON.parse(JSON.stringify(wire)))).to.deep.equal(forBen());
    for (const not of [null, [], 'x', { ...wire, kind: 'other' }, { ...wire, kind: undefined }])
      await expectRefusal(() => sealedKeyFromWire(not), 'malformed');
    for (const field of ['keyId', 'to', 'enc', 'ct'] as const)
      for (const value of [undefined, 7, '', wire[field].slice(1), `${wire[field]}A`])
        await expectRefusal(() => sealedKeyFromWire({ ...wire, [field]: value }), 'malformed');
  });
});

describe('a key pair that was written down', () => {
  for (const use of ['ECDH', 'ECDSA'] as const) {
    it(`comes back as it went, and is refused when its halves do not belong together: ${use}`, async () => {
      const [pair, other] = await Promise.all([makeKeyPair(use), makeKeyPair(use)]);
      const written = await writeKeyPair(pair);
      expect(written).to.have.length(97);
      const back = await readKeyPair(written, use);
      expect(toHex(back.pk)).to.equal(toHex(pair.pk));
      expect(back.privateKey.extractable).to.equal(false);
      await expectRefusal(() => readKeyPair(joined(written.slice(0, 32), other.pk), use), 'malformed');
      await expectRefusal(() => readKeyPair(joined(new Uint8Array(32), pair.pk), use), 'malformed');
      await expectRefusal(() => readKeyPair(written.slice(1), use), 'malformed');
      for (let at = 0; at < 97; at += 4)
        await expectRefusal(() => readKeyPair(flipped(written, at), use), 'malformed');
    });
  }
});
