/** Signing in and staying signed in: accounts, and tokens of which only a hash is kept. */
import type { Bytes } from '../../../../src/domain/sealing/server.js';
import type { Account, Session } from '../../store.js';
import type { Look, Turn } from '../turn.js';
import { audit } from './audit.js';

export const IDLE_SECONDS = 15 * 60;
export const ABSOLUTE_SECONDS = 8 * 60 * 60;

/** A session that is asked for is written down as alive at most so often. */
const SECONDS_BETWEEN_TOUCHES = 60;

export async function account(
  { db }: Look,
  boxId: Bytes,
  by: { readonly name: string } | { readonly id: string },
): Promise<Account | undefined> {
  const row = await db
    .selectFrom('facilitator')
    .selectAll()
    .where('box_id', '=', boxId)
    .$if('name' in by, (query) => query.where('name', '=', 'name' in by ? by.name : ''))
    .$if('id' in by, (query) => query.where('id', '=', 'id' in by ? by.id : ''))
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      name: row.name,
      role: row.role,
      salt: row.salt,
      iterations: row.iterations,
      authHash: row.auth_hash,
      wrapped: { iv: row.wrapped_iv, ct: row.wrapped_ct },
    }
  );
}

export async function openSession(
  turn: Turn,
  boxId: Bytes,
  memberId: string,
  tokenHash: Bytes,
): Promise<void> {
  await turn.db
    .insertInto('session_hash')
    .values({
      token_hash: tokenHash,
      box_id: boxId,
      member_id: memberId,
      started: turn.now,
      seen: turn.now,
    })
    .execute();
  await audit(turn, { boxId, memberId }, 'opened', 'session');
}

/** The session, and whether it is time to write down that it is alive. */
export async function session(
  { db, now }: Look,
  tokenHash: Bytes,
): Promise<{ readonly session: Session; readonly stale: boolean } | undefined> {
  const row = await db
    .selectFrom('session_hash')
    .innerJoin('facilitator', (join) =>
      join
        .onRef('facilitator.box_id', '=', 'session_hash.box_id')
        .onRef('facilitator.id', '=', 'session_hash.member_id'),
    )
    .select(['session_hash.box_id', 'member_id', 'role', 'seen'])
    .where('token_hash', '=', tokenHash)
    .where('seen', '>', now - IDLE_SECONDS)
    .where('started', '>', now - ABSOLUTE_SECONDS)
    .executeTakeFirst();
  return (
    row && {
      session: { boxId: row.box_id, memberId: row.member_id, role: row.role },
      stale: now - row.seen >= SECONDS_BETWEEN_TOUCHES,
    }
  );
}

/** One that ended meanwhile does not come back by it. */
export async function touchSession({ db, now }: Turn, tokenHash: Bytes): Promise<void> {
  await db
    .updateTable('session_hash')
    .set({ seen: now })
    .where('token_hash', '=', tokenHash)
    .where('seen', '<', now)
    .execute();
}

export async function endSession({ db }: Turn, tokenHash: Bytes): Promise<void> {
  await db.deleteFrom('session_hash').where('token_hash', '=', tokenHash).execute();
}
