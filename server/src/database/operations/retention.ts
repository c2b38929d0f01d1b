/**
 * What has had its day goes, a batch in a turn, on whichever node comes to it. A clock that jumped must not empty a box: the last day that
 * was seen is kept, and from a day far from it nothing is deleted until a person has said that the clock is right.
 */
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';
import type { Look, Turn } from '../turn.js';
import { dayOf } from '../turn.js';
import { ABSOLUTE_SECONDS, IDLE_SECONDS } from './sessions.js';

/** A server that was off for longer has to be told that its clock is right. */
export const MOST_DAYS_BETWEEN = 14;

/** Rows of one table in one turn. */
export const BATCH = 200;

export type Batch =
  | { readonly deleted: number; readonly more: boolean }
  | { readonly refused: 'clock-jumped' };

async function keepInLedger(db: Kysely<Tables>, name: string, value: number): Promise<void> {
  await db
    .insertInto('ledger')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** For the desk: the day of the last backup. */
export const noteBackup = ({ db, now }: Look): Promise<void> => keepInLedger(db, 'backup-day', dayOf(now));

async function expiredQuestions({ db }: Turn, today: number): Promise<number> {
  // The day is asked for twice: an answer may have moved it while the row was waited for.
  const gone = await db
    .deleteFrom('question')
    .where((row) =>
      row(
        row.refTuple('box_id', 'locator'),
        'in',
        row
          .selectFrom('question')
          .select(['box_id', 'locator'])
          .where('expires_day', '<', today)
          .orderBy('expires_day')
          .limit(BATCH)
          .$asTuple('box_id', 'locator'),
      ),
    )
    .where('expires_day', '<', today)
    .returning(['box_id', 'locator'])
    .execute();
  for (const { box_id, locator } of gone)
    await db.deleteFrom('answer').where('box_id', '=', box_id).where('locator', '=', locator).execute();
  return gone.length;
}

async function endedTombstones({ db }: Turn, today: number): Promise<number> {
  const gone = await db
    .deleteFrom('tombstone')
    .where('locator_hash', 'in', (row) =>
      row.selectFrom('tombstone').select('locator_hash').where('until_day', '<', today).limit(BATCH),
    )
    .where('until_day', '<', today)
    .returning('locator_hash')
    .execute();
  return gone.length;
}

async function endedSessions({ db, now }: Turn): Promise<number> {
  const gone = await db
    .deleteFrom('session_hash')
    .where((row) =>
      row.or([row('seen', '<=', now - IDLE_SECONDS), row('started', '<=', now - ABSOLUTE_SECONDS)]),
    )
    .returning('token_hash')
    .execute();
  const claims = await db
    .deleteFrom('first_claim')
    .where('until', '<=', now)
    .returning('claim_hash')
    .execute();
  const invitations = await db
    .deleteFrom('invitation')
    .where('until', '<=', now)
    .returning('claim_hash')
    .execute();
  return gone.length + claims.length + invitations.length;
}

export async function retainBatch(turn: Turn, clockIsRight: boolean): Promise<Batch> {
  const { db, now } = turn;
  const today = dayOf(now);
  const seen = await db
    .selectFrom('ledger')
    .select('value')
    .where('name', '=', 'seen-day')
    .executeTakeFirst();
  const days = seen ? today - seen.value : 0;
  // A day back is what two nodes around midnight may see; further back, the days to come would count as a jump forward.
  if (!clockIsRight && (days > MOST_DAYS_BETWEEN || days < -1)) return { refused: 'clock-jumped' };
  await keepInLedger(db, 'seen-day', clockIsRight || !seen ? today : Math.max(today, seen.value));
  const questions = await expiredQuestions(turn, today);
  const tombstones = await endedTombstones(turn, today);
  const others = await endedSessions(turn);
  turn.scrub(questions > 0);
  return {
    deleted: questions + tombstones + others,
    more: questions === BATCH || tombstones === BATCH,
  };
}
