/**
 * Letting somebody in: a secret handed over in person proves that the keys which arrive are that person's, so that the server in between
 * cannot put its own in their place.
 */

import type { Bytes } from '../encoding.js';
import { fromBase64url, labelled, sameBytes, toBase64url } from '../encoding.js';
import { refuse } from '../sealing-error.js';
import type { Random } from '../web-crypto.js';
import { hkdf, randomBytes, sha256, subtle } from '../web-crypto.js';

/** How long an invitation may be used, once. */
export const INVITATION_HOURS = 72;

/** What the invited person sends: two public keys and the proof that they came from whoever has the secret. */
export interface Enrolment {
  readonly pk: Bytes;
  readonly verifyPk: Bytes;
  /** HMAC-SHA-256, 32 bytes. */
  readonly mac: Bytes;
}

/** 128 bits. */
export const makeInvitation = (random: Random = randomBytes): Bytes => random(16);

/** As it stands in the fragment of the link, which no browser sends to a server. */
export const invitationFragment = (secret: Bytes): string => `#${toBase64url(secret)}`;

/** @throws SealingError `malformed`. */
export const readInvitation = (fragment: string): Bytes =>
  fromBase64url(fragment.replace(/^#/, ''), 'invitation', 16);

/** What the invited person shows to the server, 32 bytes. */
export const claimOf = (secret: Bytes): Promise<Bytes> => hkdf(secret, labelled('claim'), 32);

/** What the server stores of an invitation: SHA-256 of the claim. */
export const hashClaim = (claim: Bytes): Promise<Bytes> => sha256(claim);

async function macOf(secret: Bytes, boxId: Bytes, pk: Bytes, verifyPk: Bytes): Promise<Bytes> {
  const raw = await hkdf(secret, labelled('enrol'), 32);
  const key = await subtle().importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await subtle().sign('HMAC', key, labelled('kith-box/1/enrol', boxId, pk, verifyPk)));
}

/** Made by the invited person's desk. */
export const enrol = async (
  secret: Bytes,
  boxId: Bytes,
  { pk, verifyPk }: { readonly pk: Bytes; readonly verifyPk: Bytes },
): Promise<Enrolment> => ({ pk, verifyPk, mac: await macOf(secret, boxId, pk, verifyPk) });

/** Checked by the inviter's desk. @throws SealingError `wrong-mac`. */
export async function checkEnrolment(
  secret: Bytes,
  boxId: Bytes,
  { pk, verifyPk, mac }: Enrolment,
): Promise<void> {
  if (!sameBytes(mac, await macOf(secret, boxId, pk, verifyPk))) refuse('wrong-mac', 'enrolment');
}
