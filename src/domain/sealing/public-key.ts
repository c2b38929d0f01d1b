/** Public keys on P-256: how they are written, how the page pins one and how a row names one. */

import type { Bytes } from './encoding.js';
import { fromBase64url, toBase64url } from './encoding.js';
import { refuse } from './sealing-error.js';
import { sha256 } from './web-crypto.js';

/** A point of P-256 in its uncompressed form (SEC 1, section 2.3.3): 0x04, x, y. */
export const PUBLIC_KEY_LENGTH = 65;

/** Reads a public key by its form. Whether it is a point of the curve is seen when it is first used. */
export function readPublicKey(value: unknown, field: string): Bytes {
  const pk = fromBase64url(value, field, PUBLIC_KEY_LENGTH);
  return pk[0] === 4 ? pk : refuse('malformed', field);
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
