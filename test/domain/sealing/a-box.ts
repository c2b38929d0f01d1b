/** A box with its keys, its staff and its documents, for the tests of the sealing: real keys, made once per test file. */
import { expect } from '@open-wc/testing';
import type { KeptSecrets } from '../../../src/domain/sealing/code.js';
import type { Bytes } from '../../../src/domain/sealing/encoding.js';
import { fromBase64url, toBase64url, utf8 } from '../../../src/domain/sealing/encoding.js';
import { hashErase } from '../../../src/domain/sealing/erase.js';
import { verifyManifest } from '../../../src/domain/sealing/manifest.js';
import { pinOf } from '../../../src/domain/sealing/public-key.js';
import type { SealingReason } from '../../../src/domain/sealing/sealing-error.js';
import { SealingError } from '../../../src/domain/sealing/sealing-error.js';
import type { DocumentLabel, SignedDocument } from '../../../src/domain/sealing/signed-document.js';
import { makeKeyPair } from '../../../src/domain/sealing/staff/key-pair.js';
import { signDocument } from '../../../src/domain/sealing/staff/sign-document.js';
import { randomBytes } from '../../../src/domain/sealing/web-crypto.js';

export const TODAY = 20_778;

export const fromHex = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A manifest's content before it is signed; parts replace what a test is about. */
export const manifestContent = (box: { boxId: Bytes; pk: Bytes; spk: Bytes }, parts: object = {}) => ({
  v: 1,
  boxId: box.boxId,
  epoch: 3,
  suite: 1,
  pk: box.pk,
  notBefore: TODAY - 30,
  notAfter: TODAY + 60,
  spk: box.spk,
  hours: { timeZone: 'Europe/London', times: [{ start: '2026-11-03T19:00', rule: 'FREQ=WEEKLY;BYDAY=TU' }] },
  topics: ['Family', 'Work'],
  language: 'en-GB',
  retentionDays: 90,
  ...parts,
});

/** Everything that a box has, with a verified manifest. */
export async function aBox() {
  const [identity, epoch, publishing] = await Promise.all([
    makeKeyPair('ECDSA'),
    makeKeyPair('ECDH'),
    makeKeyPair('ECDSA'),
  ]);
  const boxId = randomBytes(16);
  const pins = [await pinOf(identity.pk)];
  const keys = { boxId, pk: epoch.pk, spk: publishing.pk };
  const signManifest = (parts: object = {}) =>
    signDocument('kith-box/1/manifest', manifestContent(keys, parts), identity);
  const manifest = await verifyManifest(await signManifest(), { pins, boxId });
  return { boxId, pins, identity, epoch, publishing, keys, signManifest, manifest };
}

export type Box = Awaited<ReturnType<typeof aBox>>;

/** What a code would give, without the second that deriving it takes. */
export async function someSecrets(): Promise<KeptSecrets> {
  const erase = randomBytes(32);
  return { locator: randomBytes(16), erase, eraseHash: await hashErase(erase), kAns: randomBytes(32) };
}

/** What `work` refuses; anything but a refusal fails the test. */
export async function refusalOf(work: () => unknown): Promise<SealingError> {
  try {
    await work();
  } catch (error) {
    expect(error, String(error)).to.be.instanceOf(SealingError);
    return error as SealingError;
  }
  return expect.fail('it was not refused');
}

/** Fails unless `work` is refused for one of these reasons. */
export async function expectRefusal(
  work: () => unknown,
  ...reasons: readonly SealingReason[]
): Promise<void> {
  expect(reasons).to.include((await refusalOf(work)).reason);
}

/** The bytes with one of them changed by some bits. */
export function flipped(bytes: Uint8Array, at: number, bits = 1): Bytes {
  const changed = Uint8Array.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ bits;
  return changed;
}

/** A document with one part changed. */
export const withPart = (
  signed: SignedDocument,
  part: keyof SignedDocument,
  change: (bytes: Bytes) => Uint8Array,
): SignedDocument => ({ ...signed, [part]: toBase64url(change(fromBase64url(signed[part], part))) });

/** Signs text that need not be JSON. */
export async function signText(
  label: DocumentLabel,
  text: string | Bytes,
  signer: CryptoKeyPair & { pk: Bytes },
) {
  const payload = typeof text === 'string' ? utf8(text) : text;
  const signed = new Uint8Array([...utf8(`${label}\0`), ...payload]);
  const sig = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signer.privateKey, signed);
  return {
    payload: toBase64url(payload),
    idPk: toBase64url(signer.pk),
    sig: toBase64url(new Uint8Array(sig)),
  };
}
