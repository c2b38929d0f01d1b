/** Who is on the staff: a roster in place of the one before, and what that does to accounts, sessions and claims; a new passphrase. */
import type { Bytes, SealedKey } from '../../../../src/domain/sealing/server.js';
import type { Account, NewAccount, NewManifest, NewRoster, Session, WithRoster } from '../../store.js';
import type { Turn } from '../turn.js';
import { audit } from './audit.js';
import { putManifest } from './box.js';
import { endInvitation, endInvitationsBy, enrolledAccount } from './invitations.js';
import { isNextRoster, keepAccount, keepKeys, keepRoster, toSecretColumns } from './kept.js';
import { keepSheet } from './recovery.js';

/** Whoever is no longer on the roster is signed out, and has no account and no claims; whom they invited is not let in. */
async function leave(turn: Turn, boxId: Bytes, id: string): Promise<void> {
  const { db } = turn;
  await db.deleteFrom('facilitator').where('box_id', '=', boxId).where('id', '=', id).execute();
  await db.deleteFrom('session_hash').where('box_id', '=', boxId).where('member_id', '=', id).execute();
  await db
    .updateTable('question')
    .set({ claim_by: null, claim_until: null })
    .where('box_id', '=', boxId)
    .where('claim_by', '=', id)
    .execute();
  await endInvitationsBy(turn, boxId, id);
}

/** Accounts get the names and roles of the roster. */
async function followRoster(turn: Turn, boxId: Bytes, { members }: NewRoster): Promise<void> {
  const { db } = turn;
  const accounts = await db
    .selectFrom('facilitator')
    .select(['id', 'name', 'role'])
    .where('box_id', '=', boxId)
    .execute();
  const set = (id: string, columns: { name?: string; role?: 'keeper' | 'facilitator' }) =>
    db.updateTable('facilitator').set(columns).where('box_id', '=', boxId).where('id', '=', id).execute();
  const renamed: { readonly id: string; readonly name: string }[] = [];
  for (const { id, name, role } of accounts) {
    const member = members.find((one) => one.id === id);
    if (!member) {
      await leave(turn, boxId, id);
      continue;
    }
    if (member.role !== role) {
      await set(id, { role: member.role });
      if (member.role !== 'keeper') await endInvitationsBy(turn, boxId, id);
    }
    if (member.name !== name) renamed.push({ id, name: member.name });
  }
  // Two may change names with each other: in between, each has one that nobody can have, with a space before it.
  for (const { id } of renamed) await set(id, { name: ` ${id}` });
  for (const { id, name } of renamed) await set(id, { name });
}

export async function putRoster(
  turn: Turn,
  session: Session,
  roster: NewRoster,
  { keys, accept, sheet }: WithRoster,
): Promise<'kept' | 'version-taken' | 'refused'> {
  const { boxId } = session;
  // All that may be refused comes before the first write.
  if (!(await isNextRoster(turn, boxId, roster))) return 'version-taken';
  const newcomer = accept && (await enrolledAccount(turn, boxId, accept, roster));
  if (accept && !newcomer) return 'refused';
  await keepRoster(turn, boxId, roster);
  await followRoster(turn, boxId, roster);
  if (accept && newcomer) {
    await keepAccount(turn, boxId, newcomer);
    await endInvitation(turn, boxId, accept);
    await audit(turn, session, 'accepted', 'invitation');
  }
  if (sheet) {
    await keepSheet(turn, boxId, sheet);
    await audit(turn, session, 'changed', 'sheet');
  }
  await keepKeys(turn, boxId, keys);
  await audit(turn, session, 'signed', 'roster');
  return 'kept';
}

export async function changeAccount(
  turn: Turn,
  session: Session,
  tokenHash: Bytes,
  oldAuthHash: Bytes,
  account: Omit<NewAccount, 'id'>,
): Promise<'changed' | 'sign-in-refused'> {
  const { db } = turn;
  const { boxId, memberId } = session;
  const changed = await db
    .updateTable('facilitator')
    .set(toSecretColumns(account))
    .where('box_id', '=', boxId)
    .where('id', '=', memberId)
    .where('auth_hash', '=', oldAuthHash)
    .returning('id')
    .executeTakeFirst();
  if (!changed) return 'sign-in-refused';
  await db
    .deleteFrom('session_hash')
    .where('box_id', '=', boxId)
    .where('member_id', '=', memberId)
    .where('token_hash', '<>', tokenHash)
    .execute();
  await audit(turn, session, 'changed', 'account');
  return 'changed';
}

export async function recoverAccount(
  turn: Turn,
  boxId: Bytes,
  roster: NewRoster,
  keys: readonly SealedKey[],
  account: Account,
  manifest?: NewManifest,
): Promise<'kept' | 'version-taken'> {
  if (!(await isNextRoster(turn, boxId, roster))) return 'version-taken';
  const keeper: Session = { boxId, memberId: account.id, role: 'keeper' };
  // Nothing was written yet: either all of it is kept, or nothing.
  if (manifest && (await putManifest(turn, keeper, manifest, [])) !== 'kept') return 'version-taken';
  await keepRoster(turn, boxId, roster);
  await keepAccount(turn, boxId, account);
  await keepKeys(turn, boxId, keys);
  await turn.db
    .deleteFrom('session_hash')
    .where('box_id', '=', boxId)
    .where('member_id', '=', account.id)
    .execute();
  await audit(turn, { boxId, memberId: account.id }, 'recovered', 'account');
  return 'kept';
}
