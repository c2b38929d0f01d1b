import { expect } from '@open-wc/testing';
import type { Bytes } from '../../../../src/domain/sealing/encoding.js';
import { labelled, toBase64url, utf8 } from '../../../../src/domain/sealing/encoding.js';
import { sealTo } from '../../../../src/domain/sealing/hpke.js';
import { pad } from '../../../../src/domain/sealing/padding.js';
import { keyIdOf } from '../../../../src/domain/sealing/public-key.js';
import type { Verified } from '../../../../src/domain/sealing/signed-document.js';
import type { KeyPair } from '../../../../src/domain/sealing/staff/key-pair.js';
import { makeKeyPair } from '../../../../src/domain/sealing/staff/key-pair.js';
import type { Roster } from '../../../../src/domain/sealing/staff/roster.js';
import type { SealedNote } from '../../../../src/domain/sealing/staff/team-note.js';
import {
  noteFromBytes,
  noteFromWire,
  noteToBytes,
  noteToWire,
  openTeamNote,
  sealTeamNote,
  TEAM_NOTE,
} from '../../../../src/domain/sealing/staff/team-note.js';
import { randomBytes } from '../../../../src/domain/sealing/web-crypto.js';
import { aBox, type Box, expectRefusal, flipped, refusalOf } from '../a-box.js';
import { aPerson, aRoster, type Person } from './a-staff.js';

const LABEL = 'kith-box/1/team-note';
const KINDS = ['draft', 'publication', 'rules'] as const;

describe('a note of the staff', () => {
  let box: Box;
  let amina: Person;
  let ben: Person;
  let recovery: KeyPair;
  let roster: Verified<Roster>;
  let about: Bytes;
  let note: SealedNote;
  const content = {
    text: 'Dear you,\n“Zoë” and I \u202e read it. 🙂',
    topic: 'Family',
    at: [1, { b: null, a: 0.5 }],
  };

  const seal = (writer: Person, parts: object = content, kind: keyof typeof TEAM_NOTE = 'draft') =>
    sealTeamNote(kind, parts, {
      boxId: box.boxId,
      about,
      writer: { id: writer.id, signing: writer.signing },
      epochPk: box.epoch.pk,
    });
  const open = (sealed: SealedNote, parts: object = {}, kind: keyof typeof TEAM_NOTE = 'draft') =>
    openTeamNote(kind, sealed, { boxId: box.boxId, about, epochKey: box.epoch, roster, ...parts });

  before(async () => {
    box = await aBox();
    [amina, ben] = await Promise.all([aPerson('amina', 'keeper'), aPerson('ben')]);
    recovery = await makeKeyPair('ECDH');
    ({ roster } = await aRoster(box, [amina, ben], recovery));
    about = randomBytes(16);
    note = await seal(ben);
  });

  it('comes back as it was written, with the name of who wrote it, and is of one size', async () => {
    for (const kind of KINDS) {
      const small = await seal(ben, { text: '' }, kind);
      const large = await seal(amina, { text: 'x'.repeat(12_000) }, kind);
      for (const { keyId, enc, ct } of [small, large])
        expect([keyId.length, enc.length, ct.length]).to.deep.equal([8, 65, TEAM_NOTE[kind] + 16]);
      expect((await open(large, {}, kind)).by).to.equal('amina');
    }
    expect(await open(note)).to.deep.equal({ by: 'ben', content });
  });

  it('without a place of its own belongs to the box', async () => {
    const { boxId, epoch } = box;
    const writer = { id: 'amina', signing: amina.signing };
    const rules = await sealTeamNote('rules', { text: 'Be kind.' }, { boxId, writer, epochPk: epoch.pk });
    const opened = await openTeamNote('rules', rules, { boxId, epochKey: epoch, roster });
    expect(opened).to.deep.equal({ by: 'amina', content: { text: 'Be kind.' } });
    await expectRefusal(() => open(rules, {}, 'rules'), 'cannot-open');
  });

  it('holds the longest answer there may be, in any script', async () => {
    const text = '\u{1f642}'.repeat(3500);
    expect((await open(await seal(ben, { text }))).content['text']).to.equal(text);
    expect((await refusalOf(() => seal(ben, { text: 'x'.repeat(16_300) }))).reason).to.equal('too-long');
    expect((await refusalOf(() => seal(ben, { text: 'x'.repeat(70_000) }))).reason).to.equal('too-long');
  });

  it('is still read when who wrote it was given new keys, and no longer when they left', async () => {
    const anew = await aPerson('ben');
    const { roster: renewed } = await aRoster(box, [amina, anew], recovery);
    await expectRefusal(() => open(note, { roster: renewed }), 'bad-signature');
    expect(await open(note, { roster: renewed, earlier: [roster] })).to.deep.equal({ by: 'ben', content });
    const { roster: without } = await aRoster(box, [amina], recovery);
    await expectRefusal(() => open(note, { roster: without, earlier: [roster, renewed] }), 'bad-signature');
    // Nobody else's old key speaks for them.
    const asBen = await seal({ ...amina, id: 'ben' });
    await expectRefusal(() => open(asBen, { roster: renewed, earlier: [roster] }), 'bad-signature');
  });

  it('is opened nowhere else: another question, kind, box or epoch', async () => {
    await expectRefusal(() => open(note, { about: randomBytes(16) }), 'cannot-open');
    await expectRefusal(() => open(note, { about: undefined }), 'cannot-open');
    await expectRefusal(() => open(note, { boxId: randomBytes(16) }), 'cannot-open');
    await expectRefusal(() => open(note, {}, 'publication'), 'cannot-open');
    await expectRefusal(async () => open(note, { epochKey: await makeKeyPair('ECDH') }), 'foreign-key');
    const other = await makeKeyPair('ECDH');
    const renamed = { ...note, keyId: await keyIdOf(other.pk) };
    await expectRefusal(() => open(renamed, { epochKey: other }), 'cannot-open');
  });

  it('is refused with any byte changed', async () => {
    for (let at = 0; at < 65; at += 3)
      await expectRefusal(() => open({ ...note, enc: flipped(note.enc, at) }), 'cannot-open');
    for (let at = 0; at < note.ct.length; at += 997)
      await expectRefusal(() => open({ ...note, ct: flipped(note.ct, at) }), 'cannot-open');
    for (let at = 0; at < 8; at++)
      await expectRefusal(() => open({ ...note, keyId: flipped(note.keyId, at) }), 'foreign-key');
  });

  /** What a server can do: seal to the public key whatever it likes, in the right place. */
  async function planted(plain: unknown, where: { about?: Bytes; boxId?: Bytes } = {}): Promise<SealedNote> {
    const keyId = await keyIdOf(box.epoch.pk);
    const aad = labelled(LABEL, utf8('draft'), where.boxId ?? box.boxId, keyId, where.about ?? about);
    const text = typeof plain === 'string' ? plain : JSON.stringify(plain);
    return { keyId, ...(await sealTo(box.epoch.pk, pad(utf8(text), TEAM_NOTE.draft), LABEL, aad)) };
  }
  async function signature(
    signer: KeyPair,
    by: string,
    text: string,
    {
      kind = 'draft',
      place = about,
      boxId = box.boxId,
    }: { kind?: string; place?: Bytes; boxId?: Bytes } = {},
  ) {
    const keyId = await keyIdOf(box.epoch.pk);
    const signed = labelled(LABEL, utf8(kind), boxId, keyId, place, utf8(by), utf8(text));
    const sig = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signer.privateKey, signed);
    return toBase64url(new Uint8Array(sig));
  }

  it('that a server planted is refused', async () => {
    const text = JSON.stringify({ text: 'Ring this number.' });
    const mallory = await makeKeyPair('ECDSA');
    const by = { v: 1, content: text };
    const plant = async (part: object) => open(await planted({ ...by, ...part }));
    await expectRefusal(
      async () => plant({ by: 'ben', sig: await signature(mallory, 'ben', text) }),
      'bad-signature',
    );
    await expectRefusal(
      async () => plant({ by: 'mallory', sig: await signature(mallory, 'mallory', text) }),
      'bad-signature',
    );
    await expectRefusal(() => plant({ by: 'ben', sig: toBase64url(new Uint8Array(64)) }), 'bad-signature');
    // Signed by a member, under the name of another.
    await expectRefusal(
      async () => plant({ by: 'amina', sig: await signature(ben.signing, 'ben', text) }),
      'bad-signature',
    );
    await expectRefusal(
      async () => plant({ by: 'amina', sig: await signature(ben.signing, 'amina', text) }),
      'bad-signature',
    );
    // Signed by a member, under a name that nobody has.
    await expectRefusal(
      async () => plant({ by: 'nobody', sig: await signature(amina.signing, 'amina', text) }),
      'bad-signature',
    );
    expect((await plant({ by: 'ben', sig: await signature(ben.signing, 'ben', text) })).by).to.equal('ben');
  });

  it('of another place is not sealed anew for this one: the signature names its place', async () => {
    const text = JSON.stringify(content);
    for (const place of [
      { place: randomBytes(16) },
      { kind: 'publication' },
      { boxId: randomBytes(16) },
      { place: new Uint8Array(0) },
    ]) {
      const sig = await signature(ben.signing, 'ben', text, place);
      await expectRefusal(
        async () => open(await planted({ v: 1, by: 'ben', content: text, sig })),
        'bad-signature',
      );
    }
  });

  it('by somebody who has left is refused, and by somebody whose keys were replaced', async () => {
    const { roster: without } = await aRoster(box, [amina], recovery);
    await expectRefusal(() => open(note, { roster: without }), 'bad-signature');
    const { roster: replaced } = await aRoster(box, [amina, await aPerson('ben')], recovery);
    await expectRefusal(() => open(note, { roster: replaced }), 'bad-signature');
  });

  it('with nonsense in it is refused by a word', async () => {
    const text = JSON.stringify(content);
    const sig = await signature(ben.signing, 'ben', text);
    const good = { v: 1, by: 'ben', content: text, sig };
    for (const [part, reason] of [
      [{ v: 2 }, 'unknown-version'],
      [{ content: undefined }, 'malformed'],
      [{ content }, 'malformed'],
      [{ by: undefined }, 'bad-signature'],
      [{ by: ['ben'] }, 'bad-signature'],
      [{ sig: undefined }, 'malformed'],
      [{ sig: sig.slice(4) }, 'malformed'],
    ] as const)
      await expectRefusal(async () => open(await planted({ ...good, ...part })), reason);
    await expectRefusal(async () => open(await planted('[]')), 'malformed');
    for (const inner of ['[1]', '"text"', 'null', '{'])
      await expectRefusal(
        async () =>
          open(
            await planted({
              v: 1,
              by: 'ben',
              content: inner,
              sig: await signature(ben.signing, 'ben', inner),
            }),
          ),
        'malformed',
      );
    await expectRefusal(
      () =>
        sealTeamNote('draft', content, {
          boxId: box.boxId,
          writer: { id: 'ben', signing: ben.opening },
          epochPk: box.epoch.pk,
        }),
      'malformed',
    );
  });

  it('comes back off the wire and out of a column as it went, and is refused out of form', async () => {
    expect(noteFromWire('draft', JSON.parse(JSON.stringify(noteToWire(note))))).to.deep.equal(note);
    expect(noteFromBytes('draft', noteToBytes(note))).to.deep.equal(note);
    expect(noteToBytes(note)).to.have.length(16_473);
    const wire = noteToWire(note);
    for (const not of [
      null,
      [],
      'x',
      {},
      { ...wire, ct: wire.ct.slice(4) },
      { ...wire, enc: 7 },
      { ...wire, keyId: '' },
    ])
      await expectRefusal(() => noteFromWire('draft', not), 'malformed');
    await expectRefusal(() => noteFromWire('rules', wire), 'malformed');
    await expectRefusal(() => noteFromBytes('rules', noteToBytes(note)), 'malformed');
    await expectRefusal(() => noteFromBytes('draft', noteToBytes(note).slice(1)), 'malformed');
  });
});
