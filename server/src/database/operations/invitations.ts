/** Letting somebody in: an invitation is kept as the hash of what its link shows, used once, and accepted with the roster that has the new member. */
import type { Bytes } from '../../../../src/domain/sealing/server.js';
import { fromBase64url, sameBytes, toBase64url } from '../../../../src/domain/sealing/server.js';
import { foldName } from '../../fold-name.js';
import type {
  Account,
  Enrolment,
  Invitation,
  NewInvitation,
  NewRoster,
  Session,
  Store,
} from '../../store.js';
import { toDocument } from '../rows.js';
import type { Tables } from '../tables.js';
import type { Look, Turn } from '../turn.js';
import { audit } from './audit.js';
import { allRosters } from './documents.js';

/** To use it, and once it was used to accept it. */
export const INVITATION_SECONDS = 72 * 60 * 60;

/** Of one box at a time. */
export const MOST_INVITATIONS = 20;

/** An enrolment as it stands in its column. */
interface EnrolmentText {
  readonly pk: string;
  readonly verifyPk: string;
  readonly mac: string;
  readonly id: string;
  readonly salt: string;
  readonly iterations: number;
  readonly authHash: string;
  readonly iv: string;
  readonly ct: string;
}

const toText = ({ pk, verifyPk, mac, account }: Enrolment): string => {
  const { id, salt, iterations, authHash, wrapped } = account;
  const text: EnrolmentText = {
    pk: toBase64url(pk),
    verifyPk: toBase64url(verifyPk),
    mac: toBase64url(mac),
    id,
    salt: toBase64url(salt),
    iterations,
    authHash: toBase64url(authHash),
    iv: toBase64url(wrapped.iv),
    ct: toBase64url(wrapped.ct),
  };
  return JSON.stringify(text);
};

function fromText(column: string): Enrolment {
  const text = JSON.parse(column) as EnrolmentText;
  const read = (name: Exclude<keyof EnrolmentText, 'id' | 'iterations'>) => fromBase64url(text[name], name);
  return {
    pk: read('pk'),
    verifyPk: read('verifyPk'),
    mac: read('mac'),
    account: {
      id: text.id,
      salt: read('salt'),
      iterations: text.iterations,
      authHash: read('authHash'),
      wrapped: { iv: read('iv'), ct: read('ct') },
    },
  };
}

function toInvitation({
  claim_hash,
  name,
  role,
  made_by,
  until,
  enrolment,
}: Tables['invitation']): Invitation {
  const used = enrolment === null ? null : fromText(enrolment);
  return {
    claimHash: claim_hash,
    name,
    role,
    by: made_by,
    until,
    enrolment: used && { pk: used.pk, verifyPk: used.verifyPk, mac: used.mac, id: used.account.id },
  };
}

const standing = ({ db, now }: Look, boxId: Bytes) =>
  db.selectFrom('invitation').selectAll().where('box_id', '=', boxId).where('until', '>', now);

export async function openInvitations(look: Look, boxId: Bytes): Promise<readonly Invitation[]> {
  const rows = await standing(look, boxId).orderBy('until').orderBy('claim_hash').execute();
  return rows.map(toInvitation);
}

export async function invite(
  turn: Turn,
  session: Session,
  { claimHash, name, role }: NewInvitation,
): ReturnType<Store['invite']> {
  const { db, now } = turn;
  const { boxId, memberId } = session;
  const open = await openInvitations(turn, boxId);
  const same = await db
    .selectFrom('invitation')
    .selectAll()
    .where('box_id', '=', boxId)
    .where('claim_hash', '=', claimHash)
    .executeTakeFirst();
  if (same && same.until > now) {
    // Asked again because the first answer was lost.
    const isRepeat = same.name === name && same.role === role && same.made_by === memberId;
    return isRepeat ? { until: same.until } : 'refused';
  }
  const folded = foldName(name);
  const accounts = await db.selectFrom('facilitator').select('name').where('box_id', '=', boxId).execute();
  if ([...accounts, ...open].some((one) => foldName(one.name) === folded)) return 'name-taken';
  if (open.length >= MOST_INVITATIONS) return 'box-full';
  const until = now + INVITATION_SECONDS;
  const columns = { name, role, made_by: memberId, until, enrolment: null };
  await db
    .insertInto('invitation')
    .values({ box_id: boxId, claim_hash: claimHash, ...columns })
    .onConflict((conflict) => conflict.columns(['box_id', 'claim_hash']).doUpdateSet(columns))
    .execute();
  await audit(turn, session, 'made', 'invitation');
  return { until };
}

export async function withdraw(turn: Turn, session: Session, claimHash: Bytes): Promise<void> {
  if (await endInvitation(turn, session.boxId, claimHash))
    await audit(turn, session, 'removed', 'invitation');
}

export async function invitation(
  look: Look,
  boxId: Bytes,
  claimHash: Bytes,
): ReturnType<Store['invitation']> {
  const row = await standing(look, boxId)
    .where('claim_hash', '=', claimHash)
    .where('enrolment', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const rosters = await allRosters(look, boxId);
  return { name: row.name, role: row.role, by: row.made_by, rosters: rosters.map(toDocument) };
}

const isTaken = async ({ db }: Look, boxId: Bytes, id: string): Promise<boolean> =>
  (await db
    .selectFrom('facilitator')
    .select('id')
    .where('box_id', '=', boxId)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined;

export async function enrol(
  turn: Turn,
  boxId: Bytes,
  claimHash: Bytes,
  enrolment: Enrolment,
): Promise<'kept' | 'claim-refused' | 'refused'> {
  const { db, now } = turn;
  if (await isTaken(turn, boxId, enrolment.account.id)) return 'refused';
  const used = await db
    .updateTable('invitation')
    .set({ enrolment: toText(enrolment), until: now + INVITATION_SECONDS })
    .where('box_id', '=', boxId)
    .where('claim_hash', '=', claimHash)
    .where('until', '>', now)
    .where('enrolment', 'is', null)
    .returning('claim_hash')
    .executeTakeFirst();
  return used ? 'kept' : 'claim-refused';
}

/** The account of an enrolment that this roster lets in just as it was invited. */
export async function enrolledAccount(
  turn: Turn,
  boxId: Bytes,
  claimHash: Bytes,
  { members }: NewRoster,
): Promise<Account | undefined> {
  const row = await standing(turn, boxId).where('claim_hash', '=', claimHash).executeTakeFirst();
  if (!row || row.enrolment === null) return undefined;
  const { pk, verifyPk, account } = fromText(row.enrolment);
  const member = members.find(({ id }) => id === account.id);
  const isInvited =
    member !== undefined &&
    member.role === row.role &&
    member.name === foldName(row.name) &&
    sameBytes(member.pk, pk) &&
    sameBytes(member.verifyPk, verifyPk);
  if (!isInvited || (await isTaken(turn, boxId, account.id))) return undefined;
  return { ...account, name: member.name, role: member.role };
}

export async function endInvitation({ db }: Turn, boxId: Bytes, claimHash: Bytes): Promise<boolean> {
  const gone = await db
    .deleteFrom('invitation')
    .where('box_id', '=', boxId)
    .where('claim_hash', '=', claimHash)
    .returning('claim_hash')
    .execute();
  return gone.length > 0;
}

/** Nobody else can tell whether the keys that came back are the invited person's. */
export async function endInvitationsBy({ db }: Turn, boxId: Bytes, memberId: string): Promise<void> {
  await db.deleteFrom('invitation').where('box_id', '=', boxId).where('made_by', '=', memberId).execute();
}
