/** A member's account: made in the desk, so that the server learns a hash and locked keys, and never the passphrase. */
import type { AccountWire } from '../../../backend/staff-api.js';
import { type Bytes, toBase64url } from '../../../domain/sealing/encoding.js';
import { makeKeyPair } from '../../../domain/sealing/staff/key-pair.js';
import { makePassphrase } from '../../../domain/sealing/staff/passphrase.js';
import { deriveStaffSecrets, hashAuth } from '../../../domain/sealing/staff/staff-auth.js';
import { type StaffKeys, wrapStaffKeys } from '../../../domain/sealing/staff/staff-keys.js';
import { ITERATIONS, randomBytes } from '../../../domain/sealing/web-crypto.js';

export interface NewAccount {
  /** Seven words, to be shown once. */
  readonly passphrase: string;
  /** Exportable: they are sealed to nobody else, but may be wrapped again. */
  readonly keys: StaffKeys;
  readonly account: AccountWire;
}

/** 16 hexadecimal digits, as the server invents them for names that it does not know. */
const newId = (): string => [...randomBytes(8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Locks keys with a passphrase of its own making. */
export async function lockKeys(boxId: Bytes, id: string, keys: StaffKeys): Promise<NewAccount> {
  const passphrase = makePassphrase();
  const salt = randomBytes(16);
  const at = { boxId, facilitatorId: id };
  const { kAuth, kWrap } = await deriveStaffSecrets(passphrase, { salt, iterations: ITERATIONS, ...at });
  const wrapped = await wrapStaffKeys(keys, kWrap, at);
  return {
    passphrase,
    keys,
    account: {
      id,
      salt: toBase64url(salt),
      iterations: ITERATIONS,
      authHash: toBase64url(await hashAuth(kAuth)),
      wrapped: { iv: toBase64url(wrapped.iv), ct: toBase64url(wrapped.ct) },
    },
  };
}

/** A member with new keys. An id is given where somebody stays who they were. */
export async function makeAccount(boxId: Bytes, id: string = newId()): Promise<NewAccount> {
  const [opening, signing] = await Promise.all([makeKeyPair('ECDH'), makeKeyPair('ECDSA')]);
  return lockKeys(boxId, id, { opening, signing });
}
