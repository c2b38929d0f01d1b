/** A member's own two pairs, wrapped so that the server can keep them and only the passphrase opens them. */

import type { Bytes } from '../encoding.js';
import { joined, labelled, utf8 } from '../encoding.js';
import { orRefuse, refuse } from '../sealing-error.js';
import type { Random } from '../web-crypto.js';
import { aesKey, randomBytes, subtle } from '../web-crypto.js';
import type { KeyPair } from './key-pair.js';
import { KEY_PAIR_LENGTH, readKeyPair, writeKeyPair } from './key-pair.js';

export interface StaffKeys {
  /** Opens what is sealed to the member; its public key is `pk` of the roster. */
  readonly opening: KeyPair;
  /** Signs; its public key is `verifyPk` of the roster. */
  readonly signing: KeyPair;
}

/** `iv` has 12 bytes, `ct` 210. */
export interface WrappedKeys {
  readonly iv: Bytes;
  readonly ct: Bytes;
}

const parametersOf = (iv: Bytes, boxId: Bytes, facilitatorId: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: labelled('kith-box/1/staff-keys', boxId, utf8(facilitatorId)),
});

/** Wraps with kWrap; the pairs must be exportable, as `makeKeyPair` makes them. */
export async function wrapStaffKeys(
  { opening, signing }: StaffKeys,
  kWrap: Bytes,
  { boxId, facilitatorId }: { readonly boxId: Bytes; readonly facilitatorId: string },
  random: Random = randomBytes,
): Promise<WrappedKeys> {
  const plain = joined(await writeKeyPair(opening), await writeKeyPair(signing));
  const iv = random(12);
  const ct = await subtle().encrypt(
    parametersOf(iv, boxId, facilitatorId),
    await aesKey(kWrap, 'encrypt'),
    plain,
  );
  return { iv, ct: new Uint8Array(ct) };
}

/**
 * @param exportable Only to wrap them again, with another passphrase.
 * @throws SealingError `cannot-open` (another passphrase, another member, altered) or `malformed`.
 */
export async function unwrapStaffKeys(
  { iv, ct }: WrappedKeys,
  kWrap: Bytes,
  { boxId, facilitatorId }: { readonly boxId: Bytes; readonly facilitatorId: string },
  exportable = false,
): Promise<StaffKeys> {
  const key = await aesKey(kWrap, 'decrypt');
  const plain = new Uint8Array(
    await orRefuse(
      () => subtle().decrypt(parametersOf(iv, boxId, facilitatorId), key, ct),
      'cannot-open',
      'staff keys',
    ),
  );
  if (plain.length !== KEY_PAIR_LENGTH * 2) refuse('malformed', 'staff keys');
  return {
    opening: await readKeyPair(plain.slice(0, KEY_PAIR_LENGTH), 'ECDH', exportable),
    signing: await readKeyPair(plain.slice(KEY_PAIR_LENGTH), 'ECDSA', exportable),
  };
}
