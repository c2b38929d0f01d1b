/** Signing in: the passphrase stays in the desk, the server is shown a key derived from it and gives back the member's own locked keys. */
import { type AccountWire, type StaffApi, StaffRefusal } from '../../../backend/staff-api.js';
import type { Bytes } from '../../../domain/sealing/encoding.js';
import { deriveStaffSecrets } from '../../../domain/sealing/staff/staff-auth.js';
import { unwrapStaffKeys } from '../../../domain/sealing/staff/staff-keys.js';
import { lockKeys } from './account.js';
import { type BoxAt, OpenedBox } from './opened-box.js';

async function secretsOf(api: StaffApi, boxId: Bytes, name: string, passphrase: string) {
  const { id, salt, iterations } = await api.salts(name);
  return {
    id,
    ...(await deriveStaffSecrets(passphrase, { salt, iterations, boxId, facilitatorId: id })),
  };
}

/** @throws StaffRefusal `sign-in-refused` or `too-many`; SealingError where the server's documents do not fit. */
export async function signIn(at: BoxAt, name: string, passphrase: string): Promise<OpenedBox> {
  const { id, kAuth, kWrap } = await secretsOf(at.api, at.boxId, name, passphrase);
  const wrapped = await at.api.signIn(id, kAuth);
  const keys = await unwrapStaffKeys(wrapped, kWrap, { boxId: at.boxId, facilitatorId: id });
  return OpenedBox.open(at, keys);
}

/** A new passphrase that the server has not heard of yet. */
export interface NewPassphrase {
  /** Seven words, to be shown once. */
  readonly words: string;
  readonly account: AccountWire;
  /** What the old one proves. */
  readonly kAuth: Bytes;
}

/**
 * Locks a member's keys with a new passphrase; the old one has to be shown. It is sent only when the new one is on paper: from then on the
 * old one opens nothing.
 *
 * @throws StaffRefusal `sign-in-refused` for another passphrase.
 */
export async function planPassphrase(
  { api, boxId, me }: OpenedBox,
  passphrase: string,
): Promise<NewPassphrase> {
  const { id, kAuth, kWrap } = await secretsOf(api, boxId, me.name, passphrase);
  // The keys in memory cannot be written out; these can, for as long as it takes.
  const wrapped = await api.signIn(id, kAuth);
  const keys = await unwrapStaffKeys(wrapped, kWrap, { boxId, facilitatorId: id }, true);
  const { passphrase: words, account } = await lockKeys(boxId, id, keys);
  return { words, account, kAuth };
}

/**
 * Puts a new passphrase in force.
 *
 * @param again Whether it was sent before and no reply came: then it may be in force already, which it shows by opening.
 */
export async function putPassphrase(
  { api, boxId, me }: OpenedBox,
  { words, account, kAuth }: NewPassphrase,
  again: boolean,
): Promise<void> {
  try {
    await api.changeAccount(kAuth, account);
  } catch (error) {
    if (!(again && error instanceof StaffRefusal && error.reason === 'sign-in-refused')) throw error;
    const made = await secretsOf(api, boxId, me.name, words);
    await api.signIn(made.id, made.kAuth);
  }
}
