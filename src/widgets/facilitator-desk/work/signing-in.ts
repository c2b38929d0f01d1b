/** Signing in: the passphrase stays in the desk, the server is shown a key derived from it and gives back the member's own locked keys. */
import type { StaffApi } from '../../../backend/staff-api.js';
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

/**
 * Gives a member a new passphrase; the old one has to be shown.
 * @returns The new one, to be shown once.
 */
export async function changePassphrase(box: OpenedBox, passphrase: string): Promise<string> {
  const { api, boxId, me } = box;
  const { id, salt, iterations } = await api.salts(me.name);
  const at = { boxId, facilitatorId: id };
  const { kAuth, kWrap } = await deriveStaffSecrets(passphrase, { salt, iterations, ...at });
  // The keys in memory cannot be written out; these can, for as long as it takes.
  const wrapped = await api.signIn(id, kAuth);
  const made = await lockKeys(boxId, id, await unwrapStaffKeys(wrapped, kWrap, at, true));
  await api.changeAccount(kAuth, made.account);
  return made.passphrase;
}
