/** Public keys on P-256: how they are written, how the page pins one and how a row names one. */

import type { Bytes } from './encoding.js';
import { fromBase64url, toBase64url } from './encoding.js';
import { refuse } from './sealing-error.js';
import { sha256 } from './web-crypto.js';

/** A point of P-256 in its uncompressed form (SEC 1, section 2.3.3): 0x04, x, y. */
export const PUBLIC_KEY_LENGTH = 65;

const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

const numberOf = (bytes: Uint8Array): bigint => {
  let number = 0n;
  for (const byte of bytes) number = (number << 8n) | BigInt(byte);
  return number;
};

/**
 * Whether these bytes are a point of P-256 (SP 800-186, section 3.2.1.3: y² = x³ − 3x + b), as RFC 9180, section 7.1.4, asks. Not every
 * WebCrypto looks: a key from elsewhere, used with a secret, gives the secret away bit by bit.
 */
export function isPoint(pk: Uint8Array): boolean {
  if (pk.length !== PUBLIC_KEY_LENGTH || pk[0] !== 4) return false;
  const x = numberOf(pk.subarray(1, 33));
  const y = numberOf(pk.subarray(33));
  return x < P && y < P && (y * y - x * x * x + 3n * x - B) % P === 0n;
}

/** Reads a public key; what is no point of the curve is refused. */
export function readPublicKey(value: unknown, field: string): Bytes {
  const pk = fromBase64url(value, field, PUBLIC_KEY_LENGTH);
  return isPoint(pk) ? pk : refuse('malformed', field);
}

/** How rows name a public key: the first 8 bytes of its SHA-256. */
export const keyIdOf = async (pk: Bytes): Promise<Bytes> => (await sha256(pk)).slice(0, 8);

/** How a page names the identity key (`key-id`): its whole SHA-256 in base64url, 43 characters. */
export const pinOf = async (idPk: Bytes): Promise<string> => toBase64url(await sha256(idPk));

/**
 * The pins of an attribute `key-id`: one, or two with white space between while the identity key changes.
 * Anything else is refused: a mistyped pin must not silently count as none.
 */
export function readPins(attribute: string): readonly string[] {
  const pins = attribute.trim().split(/\s+/);
  if (pins.length > 2) refuse('malformed', 'key-id');
  for (const pin of pins) fromBase64url(pin, 'key-id', 32);
  return pins;
}
