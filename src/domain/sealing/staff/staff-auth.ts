/**
 * Signing in without showing the passphrase: one derivation gives a key that the server may know the hash of, and another that
 * unwraps the member's own keys and never leaves the desk.
 */

import type { Bytes } from '../encoding.js';
import { labelled, utf8 } from '../encoding.js';
import { refuse } from '../sealing-error.js';
import { hkdf, ITERATIONS, pbkdf2, sha256, subtle } from '../web-crypto.js';

/** Above this a server could keep a desk busy for minutes. */
export const MOST_ITERATIONS = 5_000_000;

export interface StaffSalt {
  /** 16 bytes. */
  readonly salt: Bytes;
  /** What the server says; refused under 600,000 and over 5,000,000. */
  readonly iterations: number;
  readonly boxId: Bytes;
  readonly facilitatorId: string;
}

export interface StaffSecrets {
  /** 32 bytes, shown to the server. */
  readonly kAuth: Bytes;
  /** 32 bytes, never shown. */
  readonly kWrap: Bytes;
}

/**
 * A passphrase as it is derived from, however it was typed: NFKC, lower case, single spaces. A keyboard that turns two spaces into a full
 * stop, and whoever writes commas between words, are meant too.
 */
export const plainPassphrase = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,.;،。、؛]+/g, ' ')
    .trim();

/** @throws SealingError `iterations` or `malformed`. */
export async function deriveStaffSecrets(
  passphrase: string,
  { salt, iterations, boxId, facilitatorId }: StaffSalt,
): Promise<StaffSecrets> {
  if (!Number.isInteger(iterations) || iterations < ITERATIONS || iterations > MOST_ITERATIONS)
    refuse('iterations', 'iterations');
  if (salt.length !== 16) refuse('malformed', 'salt');
  const master = await pbkdf2(utf8(plainPassphrase(passphrase)), salt, iterations);
  const derive = (label: string) => hkdf(master, labelled(label, boxId, utf8(facilitatorId)), 32);
  const [kAuth, kWrap] = await Promise.all([
    derive('kith-box/1/staff-auth'),
    derive('kith-box/1/staff-wrap'),
  ]);
  return { kAuth, kWrap };
}

/** What the server stores and compares (`sameBytes`): SHA-256 of kAuth. */
export const hashAuth = (kAuth: Bytes): Promise<Bytes> => sha256(kAuth);

/**
 * The salt that a server shows for a name it does not know: always the same one, so that asking does not tell who is on the staff.
 *
 * @param secret 32 bytes that only the server has.
 */
export async function decoySalt(secret: Bytes, boxId: Bytes, name: string): Promise<Bytes> {
  if (secret.length !== 32) refuse('malformed', 'secret');
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await subtle().importKey('raw', secret, hmac, false, ['sign']);
  const mac = await subtle().sign('HMAC', key, labelled('kith-box/1/decoy-salt', boxId, utf8(name)));
  return new Uint8Array(mac).slice(0, 16);
}
