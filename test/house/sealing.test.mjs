import assert from 'node:assert/strict';
import {
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  hkdfSync,
  pbkdf2Sync,
  verify,
} from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { build } from 'vite';
import { root } from '../../tools/install.mjs';
import { KITH_BOX_1, RFC_9180 } from '../domain/sealing/vectors.mjs';

const folder = path.join(root, 'dist/domain/sealing');
const module = (name) => import(pathToFileURL(path.join(folder, `${name}.js`)).href);
const bytes = (hex) => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (array) => Buffer.from(array).toString('hex');

/** Minified and as a page gets it: gzip bytes of one bundle with everything that it needs. */
async function bundled(entry) {
  const output = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: path.join(folder, `${entry}.js`),
        preserveEntrySignatures: 'strict',
        output: { codeSplitting: false },
      },
    },
  });
  const chunks = [output].flat().flatMap((one) => one.output);
  assert.equal(chunks.length, 1);
  return { code: chunks[0].code, size: gzipSync(chunks[0].code, { level: 9 }).length };
}

describe('the visitor’s part of the sealing', () => {
  it('is at most 10 kB with HPKE, and has nothing of the staff’s', async (test) => {
    const { code, size } = await bundled('visitor');
    test.diagnostic(`${size} bytes of gzip`);
    assert.ok(size <= 10_000, `${size} bytes`);
    for (const word of ['abacus', 'staff-wrap', 'kith-box/1/roster', 'publishing'])
      assert.ok(!code.includes(word), word);
    for (const word of ['kith-box/1/question', 'kith-box/1/manifest', 'kith-box/1/catalogue'])
      assert.ok(code.includes(word), word);
  });

  it('gives the list of words to nobody but the desk', async () => {
    const { size } = await bundled('staff/word-list');
    assert.ok(size > 20_000, 'the list was bundled');
  });
});

describe('the sealing in Node', () => {
  it('has modules that are all imported without a page', async () => {
    const names = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.js'));
    assert.ok(names.length > 25, `${names.length} modules`);
    for (const name of names) assert.ok(await module(name.slice(0, -3)));
  });

  it('opens 1,000 messages of RFC 9180’s published vectors, as a second library seals them', async () => {
    const { info, ikmE, ikmR, enc, pkRm, accumulated, aad, ct, pt } = RFC_9180;
    const { hpke } = await module('hpke');
    const core = new CipherSuite({
      kem: new DhkemP256HkdfSha256(),
      kdf: new HkdfSha256(),
      aead: new Aes256Gcm(),
    });
    const recipient = await hpke().DeriveKeyPair(bytes(ikmR));
    assert.equal(hex(await hpke().SerializePublicKey(recipient.publicKey)), pkRm);
    const sender = await core.createSenderContext({
      recipientPublicKey: await core.kem.deserializePublicKey(bytes(pkRm).buffer),
      info: bytes(info).buffer,
      ekm: bytes(ikmE).buffer,
    });
    assert.equal(hex(sender.enc), enc);
    const receiver = await hpke().SetupRecipient(recipient, bytes(enc), { info: bytes(info) });
    const source = createHash('shake128', { outputLength: 600_000 }).digest();
    let at = 0;
    const draw = () => {
      const length = source[at++];
      at += length;
      return Uint8Array.from(source.subarray(at - length, at));
    };
    const sink = createHash('shake128', { outputLength: 16 });
    for (let count = 0; count < 1000; count++) {
      const [data, plain] = [draw(), draw()];
      const sealed = new Uint8Array(await sender.seal(plain.buffer, data.buffer));
      if (count === 0) assert.deepEqual([hex(data), hex(plain), hex(sealed)], [aad, pt, ct]);
      sink.update(sealed);
      assert.equal(hex(await receiver.Open(sealed, data)), hex(plain));
    }
    assert.equal(sink.digest('hex'), accumulated);
  });
});

describe('kith-box/1 beside node:crypto', () => {
  const { boxId, code, epoch, answer, staff, invitation, manifest, question } = KITH_BOX_1;
  const box = bytes(boxId);
  const lengthPrefixed = (...fields) =>
    Buffer.concat(
      fields.flatMap((field) => [Buffer.of(field.length >> 8, field.length & 255), Buffer.from(field)]),
    );
  const labelled = (label, ...fields) =>
    Buffer.concat([Buffer.from(`${label}\0`), lengthPrefixed(...fields)]);
  const hkdf = (secret, info, length) => hex(hkdfSync('sha256', secret, Buffer.alloc(0), info, length));
  const sha256 = (data) => createHash('sha256').update(data).digest('hex');

  it('derives a code alike', async () => {
    const salt = `kith-box/1/${Buffer.from(box).toString('base64url')}`;
    const secret = pbkdf2Sync(code.symbols, salt, 600_000, 32, 'sha256');
    const theirs = {
      locator: hkdf(secret, labelled('kith-box/1/locator'), 16),
      erase: hkdf(secret, labelled('kith-box/1/erase'), 32),
      kAns: hkdf(secret, labelled('kith-box/1/answer-key'), 32),
    };
    const { deriveCode, readCode } = await module('code');
    const ours = await deriveCode(readCode(code.shown.toLowerCase()), box);
    for (const [name, value] of Object.entries(theirs))
      assert.deepEqual([name, hex(ours[name])], [name, value]);
    assert.equal(hex(ours.eraseHash), sha256(bytes(theirs.erase)));
  });

  it('derives what a passphrase stands for alike', async () => {
    const plain = staff.passphrase.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
    const master = pbkdf2Sync(plain, bytes(staff.salt), 600_000, 32, 'sha256');
    const { deriveStaffSecrets } = await module('staff/staff-auth');
    const ours = await deriveStaffSecrets(staff.passphrase, {
      salt: bytes(staff.salt),
      iterations: 600_000,
      boxId: box,
      facilitatorId: staff.facilitatorId,
    });
    const theirs = (label) => hkdf(master, labelled(label, box, Buffer.from(staff.facilitatorId)), 32);
    assert.equal(hex(ours.kAuth), theirs('kith-box/1/staff-auth'));
    assert.equal(hex(ours.kWrap), theirs('kith-box/1/staff-wrap'));
  });

  it('seals answers that AES-256-GCM of Node opens', async () => {
    const { sealAnswer } = await module('staff/seal-answer');
    const mailbox = { boxId: box, locator: bytes(code.locator), kAns: bytes(code.kAns) };
    const { iv, ct } = await sealAnswer(answer, mailbox);
    const cipher = createDecipheriv('aes-256-gcm', mailbox.kAns, iv);
    const seq = Buffer.from([0, 0, 0, answer.seq]);
    cipher.setAAD(labelled('kith-box/1/answer', box, mailbox.locator, Buffer.from('answer'), seq));
    cipher.setAuthTag(ct.slice(-16));
    const padded = Buffer.concat([cipher.update(ct.slice(0, -16)), cipher.final()]);
    assert.equal(padded.length, 16_384);
    const plain = JSON.parse(padded.subarray(4, 4 + padded.readUInt32BE(0)).toString());
    assert.deepEqual(plain, { v: 1, seq: answer.seq, text: answer.text, day: answer.day });
    assert.ok(padded.subarray(4 + padded.readUInt32BE(0)).every((byte) => byte === 0));
  });

  it('signs documents that Node verifies, and verifies what Node signed', async () => {
    const { verifyManifest } = await module('manifest');
    const { openDocument } = await module('signed-document');
    const { makeKeyPair } = await module('staff/key-pair');
    const { signDocument } = await module('staff/sign-document');
    assert.equal((await verifyManifest(manifest.document, { pins: [manifest.pin], boxId: box })).epoch, 3);
    const pair = await makeKeyPair('ECDSA');
    const signed = await signDocument('kith-box/1/roster', { version: 7 }, pair);
    const opened = await openDocument(signed, 'kith-box/1/roster', () => true);
    assert.deepEqual(opened.content, { version: 7 });
    const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey);
    const payload = Buffer.concat([
      Buffer.from('kith-box/1/roster\0'),
      Buffer.from(signed.payload, 'base64url'),
    ]);
    const key = { key: createPrivateKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' };
    assert.ok(verify('sha256', payload, key, Buffer.from(signed.sig, 'base64url')));
  });

  it('proves an enrolment alike', async () => {
    const { enrol } = await module('staff/invitation');
    const keys = { pk: bytes(epoch.pair.slice(64)), verifyPk: bytes(invitation.verifyPk) };
    const { mac } = await enrol(bytes(invitation.secret), box, keys);
    const key = bytes(hkdf(bytes(invitation.secret), labelled('enrol'), 32));
    const data = labelled('kith-box/1/enrol', box, keys.pk, keys.verifyPk);
    assert.equal(hex(mac), createHmac('sha256', key).update(data).digest('hex'));
  });

  it('seals a question from end to end', async () => {
    const { sealQuestion } = await module('question');
    const { verifyManifest } = await module('manifest');
    const { questionFromWire, questionToWire } = await module('question-wire');
    const { bodyHash } = await module('body-hash');
    const { readKeyPair } = await module('staff/key-pair');
    const { openQuestion } = await module('staff/open-question');
    const verified = await verifyManifest(manifest.document, { pins: [manifest.pin], boxId: box });
    const secrets = {
      locator: bytes(code.locator),
      eraseHash: bytes(code.eraseHash),
      kAns: bytes(code.kAns),
    };
    const sealed = await sealQuestion(question, secrets, verified, 20_778);
    const arrived = questionFromWire(JSON.parse(JSON.stringify(questionToWire(sealed))));
    const four = (number) => Buffer.from([0, 0, 0, number]);
    const fields = [four(1), four(1), box, arrived.keyId, secrets.locator, secrets.eraseHash];
    assert.equal(hex(await bodyHash(arrived)), sha256(lengthPrefixed(...fields, arrived.enc, arrived.ct)));
    const opened = await openQuestion(arrived, await readKeyPair(bytes(epoch.pair), 'ECDH'));
    assert.equal(opened.text, question.text);
  });
});
