/** Coming onto a team by an invitation: whose it is, as the signed roster says, and keys that only whoever holds the link can have sent. */
import { type Role, StaffRefusal } from '../../../backend/staff-api.js';
import type { Bytes } from '../../../domain/sealing/encoding.js';
import { refuse } from '../../../domain/sealing/sealing-error.js';
import { fingerprintOf } from '../../../domain/sealing/staff/fingerprint.js';
import { claimOf, enrol } from '../../../domain/sealing/staff/invitation.js';
import { keepersOf, verifyRosters } from '../../../domain/sealing/staff/roster.js';
import type { NewAccount } from './account.js';
import type { BoxAt } from './opened-box.js';

export interface Invited {
  /** How the invited person will be called. */
  readonly name: string;
  readonly role: Role;
  /** Name of the keeper who invites. */
  readonly by: string;
}

/**
 * @throws StaffRefusal `claim-refused` when the link was used or is too old; SealingError when the roster is not by the key that the link
 *   pins, or the inviter does not stand in it as a keeper.
 */
export async function lookAtInvitation({ api, boxId, pins }: BoxAt, secret: Bytes): Promise<Invited> {
  const { name, role, by, rosters } = await api.lookAtInvitation(await claimOf(secret));
  const { roster } = await verifyRosters(rosters, { pins, boxId });
  const inviter = keepersOf(roster).find(({ id }) => id === by) ?? refuse('malformed', 'invitation.by');
  return { name, role, by: inviter.name };
}

/**
 * @param again Whether it was sent before and no reply came: then a used invitation is most likely one's own, and the words that both
 *   compare will tell.
 * @returns Eight words for the inviter's ear.
 */
export async function enrolWith(
  { api, boxId }: BoxAt,
  secret: Bytes,
  { keys, account }: NewAccount,
  again: boolean,
): Promise<readonly string[]> {
  const shown = { pk: keys.opening.pk, verifyPk: keys.signing.pk };
  try {
    await api.enrol(await claimOf(secret), await enrol(secret, boxId, shown), account);
  } catch (error) {
    if (!(again && error instanceof StaffRefusal && error.reason === 'claim-refused')) throw error;
  }
  return fingerprintOf(shown);
}
