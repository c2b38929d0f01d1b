import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { expect } from '@open-wc/testing';
import { answerAad, openAnswer } from '../../../src/domain/sealing/answer.js';
import { bodyHash } from '../../../src/domain/sealing/body-hash.js';
import { deriveCode, makeCode, readCode, showCode } from '../../../src/domain/sealing/code.js';
import type { Bytes } from '../../../src/domain/sealing/encoding.js';
import { toBase64url, u32, utf8 } from '../../../src/domain/sealing/encoding.js';
import { hashLocator } from '../../../src/domain/sealing/erase.js';
import { hpke, sealTo } from '../../../src/domain/sealing/hpke.js';
import { verifyManifest } from '../../../src/domain/sealing/manifest.js';
import { pad } from '../../../src/domain/sealing/padding.js';
import { keyIdOf } from '../../../src/domain/sealing/public-key.js';
import { sealQuestion } from '../../../src/domain/sealing/question.js';
import { questionAad } from '../../../src/domain/sealing/question-header.js';
import { fingerprintOf } from '../../../src/domain/sealing/staff/fingerprint.js';
import { checkEnrolment, claimOf, enrol, hashClaim } from '../../../src/domain/sealing/staff/invitation.js';
import { openWith, readKeyPair } from '../../../src/domain/sealing/staff/key-pair.js';
import { openQuestion } from '../../../src/domain/sealing/staff/open-question.js';
import { makeSheetCode, openSheet, showSheetCode } from '../../../src/domain/sealing/staff/recovery.js';
import { sealAnswer } from '../../../src/domain/sealing/staff/seal-answer.js';
import { makeSheetTest, solveSheetTest } from '../../../src/domain/sealing/staff/sheet-test.js';
import { deriveStaffSecrets } from '../../../src/domain/sealing/staff/staff-auth.js';
import { openTeamNote, sealTeamNote } from '../../../src/domain/sealing/staff/team-note.js';
import { words } from '../../../src/domain/sealing/staff/word-list.js';
import { sha256 } from '../../../src/domain/sealing/web-crypto.js';
import { aBox, fromHex, toHex } from './a-box.js';
import { aPerson, aRoster } from './staff/a-staff.js';
import { KITH_BOX_1, RFC_9180 } from './vectors.mjs';

const hex = (bytes: ArrayBuffer | Uint8Array) => toHex(new Uint8Array(bytes));
const boxId = fromHex(KITH_BOX_1.boxId);
const pkOf = (pair: string) => fromHex(pair.slice(64));

/** The same suite of a second library. */
const other = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

const publicKey = (pk: Bytes) => other.kem.deserializePublicKey(pk.buffer);

describe('HPKE', () => {
  it('derives and opens what RFC 9180 publishes for this suite', async () => {
    const { info, ikmR, skRm, pkRm, enc, aad, ct, pt } = RFC_9180;
    const derived = await hpke().DeriveKeyPair(fromHex(ikmR), true);
    expect(hex(await hpke().SerializePublicKey(derived.publicKey))).to.equal(pkRm);
    expect(hex(await hpke().SerializePrivateKey(derived.privateKey))).to.equal(skRm);
    const pair = await readKeyPair(fromHex(skRm + pkRm), 'ECDH');
    const text = String.fromCharCode(...fromHex(info));
    const opened = await openWith(pair, { enc: fromHex(enc), ct: fromHex(ct) }, text, fromHex(aad));
    expect(hex(opened)).to.equal(pt);
  });

  it('seals what a second library opens, and opens what that one seals', async () => {
    const { seed, pair } = KITH_BOX_1.epoch;
    const [info, aad, plain] = ['kith-box/1/test', utf8('aad'), utf8('A question?')];
    const sealed = await sealTo(pkOf(pair), plain, info, aad);
    const { privateKey } = await other.kem.deriveKeyPair(fromHex(seed).buffer);
    const recipient = { recipientKey: privateKey, enc: sealed.enc.buffer, info: utf8(info).buffer };
    expect(hex(await other.open(recipient, sealed.ct.buffer, aad.buffer))).to.equal(hex(plain));
    const back = await other.seal(
      { recipientPublicKey: await publicKey(pkOf(pair)), info: utf8(info).buffer },
      plain.buffer,
      aad.buffer,
    );
    const mine = await readKeyPair(fromHex(pair), 'ECDH');
    const rows = { enc: new Uint8Array(back.enc), ct: new Uint8Array(back.ct) };
    expect(hex(await openWith(mine, rows, info, aad))).to.equal(hex(plain));
  });
});

describe('kith-box/1', () => {
  const { code, epoch, question, answer } = KITH_BOX_1;
  const secrets = {
    locator: fromHex(code.locator),
    erase: fromHex(code.erase),
    eraseHash: fromHex(code.eraseHash),
    kAns: fromHex(code.kAns),
  };
  const header = {
    v: 1,
    suite: 1,
    boxId,
    keyId: fromHex(epoch.keyId),
    locator: secrets.locator,
    eraseHash: secrets.eraseHash,
  } as const;

  it('makes, shows, reads and derives a code', async () => {
    const made = makeCode(() => fromHex(code.bytes));
    expect(made).to.equal(code.symbols);
    expect(showCode(made)).to.equal(code.shown);
    expect(readCode(code.shown)).to.equal(made);
    const derived = await deriveCode(made, boxId);
    for (const name of ['locator', 'erase', 'eraseHash', 'kAns'] as const)
      expect(hex(derived[name]), name).to.equal(code[name]);
  });

  it('verifies a manifest', async () => {
    const { pin, document } = KITH_BOX_1.manifest;
    const manifest = await verifyManifest(document, { pins: [pin], boxId });
    expect(hex(manifest.pk)).to.equal(hex(pkOf(epoch.pair)));
    expect(manifest).to.deep.include({ epoch: 3, notBefore: 20_700, notAfter: 20_790, retentionDays: 90 });
    expect(manifest.hours).to.deep.equal({
      timeZone: 'Europe/London',
      times: [{ start: '2026-11-03T19:00', rule: 'FREQ=WEEKLY;BYDAY=TU', minutes: 60 }],
      awayUntil: '2027-01-05',
    });
  });

  it('lays out, seals, hashes and opens a question', async () => {
    expect(hex(await keyIdOf(pkOf(epoch.pair)))).to.equal(epoch.keyId);
    expect(hex(questionAad(header))).to.equal(question.aad);
    // Our HPKE takes no ephemeral key from outside, so the second library seals with the seed of the vector.
    const sender = await other.createSenderContext({
      recipientPublicKey: await publicKey(pkOf(epoch.pair)),
      info: utf8('kith-box/1/question').buffer,
      ekm: fromHex(question.ephemeralSeed).buffer,
    });
    const { text, lang, topic, mayPublish } = question;
    const plain = { v: 1, text, kAns: toBase64url(secrets.kAns), lang, topic, mayPublish };
    const padded = pad(utf8(JSON.stringify(plain)), 8192);
    const ct = new Uint8Array(await sender.seal(padded.buffer, questionAad(header).buffer));
    const sealed = { ...header, enc: new Uint8Array(sender.enc), ct };
    expect(hex(sealed.enc)).to.equal(question.enc);
    expect(hex(await sha256(ct))).to.equal(question.ctSha256);
    expect(hex(await bodyHash(sealed))).to.equal(question.bodyHash);
    const opened = await openQuestion(sealed, await readKeyPair(fromHex(epoch.pair), 'ECDH'));
    expect(opened).to.deep.equal({ text, lang, topic, mayPublish, kAns: secrets.kAns });
  });

  it('seals a question that the second library opens', async () => {
    const { pin, document } = KITH_BOX_1.manifest;
    const manifest = await verifyManifest(document, { pins: [pin], boxId });
    const sealed = await sealQuestion(question, secrets, manifest, 20_778);
    const { privateKey } = await other.kem.deriveKeyPair(fromHex(epoch.seed).buffer);
    const plain = await other.open(
      { recipientKey: privateKey, enc: sealed.enc.buffer, info: utf8('kith-box/1/question').buffer },
      sealed.ct.buffer,
      fromHex(question.aad).buffer,
    );
    const length = new DataView(plain).getUint32(0);
    expect(JSON.parse(new TextDecoder().decode(plain.slice(4, 4 + length)))).to.deep.equal({
      v: 1,
      text: question.text,
      kAns: toBase64url(secrets.kAns),
      lang: 'en-GB',
      topic: 'Family',
      mayPublish: true,
    });
  });

  it('seals and opens an answer', async () => {
    expect(hex(answerAad(boxId, secrets.locator, answer.seq))).to.equal(answer.aad);
    const sealed = await sealAnswer(answer, { boxId, ...secrets }, () => fromHex(answer.iv));
    expect(hex(await sha256(sealed.ct))).to.equal(answer.ctSha256);
    const { seq, text, day } = answer;
    expect(await openAnswer(sealed, secrets, boxId)).to.deep.equal({ seq, text, day });
  });

  it('names a tombstone', async () => {
    expect(hex(await hashLocator(boxId, secrets.locator))).to.equal(KITH_BOX_1.tombstone);
  });

  it('derives what a passphrase stands for, however it was typed', async () => {
    const { passphrase, salt, facilitatorId, kAuth, kWrap } = KITH_BOX_1.staff;
    const derived = await deriveStaffSecrets(passphrase, {
      salt: fromHex(salt),
      iterations: 600_000,
      boxId,
      facilitatorId,
    });
    expect([hex(derived.kAuth), hex(derived.kWrap)]).to.deep.equal([kAuth, kWrap]);
  });

  it('proves an enrolment and gives its fingerprint', async () => {
    const { secret, verifyPk, claim, claimHash, mac } = KITH_BOX_1.invitation;
    const keys = { pk: pkOf(epoch.pair), verifyPk: fromHex(verifyPk) };
    expect(hex(await claimOf(fromHex(secret)))).to.equal(claim);
    expect(hex(await hashClaim(fromHex(claim)))).to.equal(claimHash);
    const enrolment = await enrol(fromHex(secret), boxId, keys);
    expect(hex(enrolment.mac)).to.equal(mac);
    await checkEnrolment(fromHex(secret), boxId, enrolment);
    expect(await fingerprintOf(keys)).to.deep.equal(KITH_BOX_1.fingerprint);
  });

  it('computes the pair of a recovery sheet, and what it shows to the server', async () => {
    const { bytes, shown, pk, auth } = KITH_BOX_1.recovery;
    const sheet = makeSheetCode(() => fromHex(bytes));
    expect(showSheetCode(sheet)).to.equal(shown);
    const opened = await openSheet(sheet, boxId);
    expect([hex(opened.pair.pk), hex(opened.auth)]).to.deep.equal([pk, auth]);
  });

  it('tests a recovery sheet', async () => {
    const { text, answer, answerHash } = KITH_BOX_1.sheetTest;
    const { pair } = await openSheet(
      makeSheetCode(() => fromHex(KITH_BOX_1.recovery.bytes)),
      boxId,
    );
    const numbers = text.split(' ').map((word) => words().indexOf(word));
    const fixed = (length: number) =>
      length === 2 ? u32(numbers.shift() ?? 0).slice(2) : new Uint8Array(length);
    const made = await makeSheetTest(pair.pk, boxId, fixed);
    expect(hex(made.answerHash)).to.equal(answerHash);
    const solved = await solveSheetTest(made.test, pair);
    expect([solved.text, hex(solved.answer)]).to.deep.equal([text, answer]);
  });

  it('lays out, signs, seals and opens a note of the staff', async () => {
    const { pair, content, aad, sig, ephemeralSeed, enc, ctSha256 } = KITH_BOX_1.teamNote;
    const sender = await other.createSenderContext({
      recipientPublicKey: await publicKey(pkOf(epoch.pair)),
      info: utf8('kith-box/1/team-note').buffer,
      ekm: fromHex(ephemeralSeed).buffer,
    });
    const plain = { v: 1, by: 'amina', content, sig: toBase64url(fromHex(sig)) };
    const padded = pad(utf8(JSON.stringify(plain)), 16_384);
    const ct = new Uint8Array(await sender.seal(padded.buffer, fromHex(aad).buffer));
    const note = { keyId: fromHex(epoch.keyId), enc: new Uint8Array(sender.enc), ct };
    expect([hex(note.enc), hex(await sha256(ct))]).to.deep.equal([enc, ctSha256]);
    const box = await aBox();
    const [amina, recovery] = await Promise.all([aPerson('amina', 'keeper'), aPerson('recovery')]);
    const { roster } = await aRoster(box, [{ ...amina, verifyPk: pkOf(pair) }], recovery.opening);
    const epochKey = await readKeyPair(fromHex(epoch.pair), 'ECDH');
    const place = { boxId, about: secrets.locator };
    expect(await openTeamNote('draft', note, { ...place, epochKey, roster })).to.deep.equal({
      by: 'amina',
      content: JSON.parse(content),
    });
    const writer = { id: 'amina', signing: await readKeyPair(fromHex(pair), 'ECDSA') };
    const sealed = await sealTeamNote('draft', JSON.parse(content), {
      ...place,
      writer,
      epochPk: epochKey.pk,
    });
    const { privateKey } = await other.kem.deriveKeyPair(fromHex(epoch.seed).buffer);
    const opened = await other.open(
      { recipientKey: privateKey, enc: sealed.enc.buffer, info: utf8('kith-box/1/team-note').buffer },
      sealed.ct.buffer,
      fromHex(aad).buffer,
    );
    const length = new DataView(opened).getUint32(0);
    const back: unknown = JSON.parse(new TextDecoder().decode(opened.slice(4, 4 + length)));
    expect(back).to.deep.include({ v: 1, by: 'amina', content });
  });
});
