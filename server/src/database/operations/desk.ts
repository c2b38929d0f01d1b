/** The staff's work on questions: to list them, to take one up, to answer and to close. */
import type { Bytes, SealedAnswer } from '../../../../src/domain/sealing/server.js';
import { sameBytes } from '../../../../src/domain/sealing/server.js';
import type { QuestionState, Session, WaitingQuestion } from '../../store.js';
import { numberOf, stateOf } from '../rows.js';
import type { Look, Turn } from '../turn.js';
import { dayOf } from '../turn.js';
import { audit } from './audit.js';

export const CLAIM_SECONDS = 30 * 60;

export interface Wanted {
  readonly state: QuestionState;
  readonly after?: { readonly day: number; readonly locator: Bytes };
  readonly limit: number;
}

export async function questions(
  { db, now }: Look,
  { boxId }: Session,
  { state, after, limit }: Wanted,
): Promise<readonly WaitingQuestion[]> {
  let query = db
    .selectFrom('question')
    .selectAll()
    .where('box_id', '=', boxId)
    .where('state', '=', numberOf(state));
  if (after) {
    const { day, locator } = after;
    query = query.where((row) =>
      row.or([row('day', '>', day), row.and([row('day', '=', day), row('locator', '>', locator)])]),
    );
  }
  const rows = await query.orderBy('day').orderBy('locator').limit(limit).execute();
  const given = new Map<string, SealedAnswer[]>();
  const nameOf = (locator: Bytes) => Buffer.from(locator).toString('hex');
  if (rows.length > 0) {
    const sealed = await db
      .selectFrom('answer')
      .select(['locator', 'seq', 'iv', 'ct'])
      .where('box_id', '=', boxId)
      .where(
        'locator',
        'in',
        rows.map(({ locator }) => locator),
      )
      .orderBy('seq')
      .execute();
    for (const { locator, ...answer } of sealed) {
      const name = nameOf(locator);
      given.set(name, [...(given.get(name) ?? []), answer]);
    }
  }
  return rows.map((row) => {
    const claimed = row.claim_until !== null && row.claim_until > now;
    return {
      question: {
        v: 1,
        // No other suite passes the form that questions are read by.
        suite: row.suite as 1,
        boxId,
        keyId: row.key_id,
        locator: row.locator,
        eraseHash: row.erase_hash,
        enc: row.enc,
        ct: row.ct,
      },
      day: row.day,
      state: stateOf(row.state),
      expiresDay: row.expires_day,
      claimBy: claimed ? row.claim_by : null,
      claimUntil: claimed ? row.claim_until : null,
      draft: row.draft,
      answers: given.get(nameOf(row.locator)) ?? [],
    };
  });
}

const one = ({ db }: Turn, { boxId }: Session, locator: Bytes) =>
  db.updateTable('question').where('box_id', '=', boxId).where('locator', '=', locator).returning('locator');

/** What the claim of a question says to this member. */
async function look({ db, now }: Turn, { boxId, memberId }: Session, locator: Bytes) {
  const row = await db
    .selectFrom('question')
    .select(['claim_by', 'claim_until', 'expires_day'])
    .where('box_id', '=', boxId)
    .where('locator', '=', locator)
    .executeTakeFirst();
  if (!row) return undefined;
  const claimed = row.claim_until !== null && row.claim_until > now && row.claim_by !== memberId;
  return { claimed, expiresDay: row.expires_day };
}

export async function claimQuestion(
  turn: Turn,
  session: Session,
  locator: Bytes,
): Promise<{ readonly claimUntil: number } | 'no-such-question' | 'claimed'> {
  const question = await look(turn, session, locator);
  if (!question) return 'no-such-question';
  if (question.claimed) return 'claimed';
  const claimUntil = turn.now + CLAIM_SECONDS;
  const held = await one(turn, session, locator)
    .set({ claim_by: session.memberId, claim_until: claimUntil })
    .executeTakeFirst();
  if (!held) return 'no-such-question';
  await audit(turn, session, 'claimed', 'question');
  return { claimUntil };
}

export async function releaseQuestion(turn: Turn, session: Session, locator: Bytes): Promise<void> {
  await one(turn, session, locator)
    .set({ claim_by: null, claim_until: null })
    .where('claim_by', '=', session.memberId)
    .execute();
}

export async function saveDraft(
  turn: Turn,
  session: Session,
  locator: Bytes,
  draft: Bytes | null,
): Promise<'saved' | 'no-such-question' | 'claimed'> {
  const question = await look(turn, session, locator);
  if (!question) return 'no-such-question';
  if (question.claimed) return 'claimed';
  return (await one(turn, session, locator).set({ draft }).executeTakeFirst()) ? 'saved' : 'no-such-question';
}

export async function answer(
  turn: Turn,
  session: Session,
  locator: Bytes,
  { seq, iv, ct }: SealedAnswer,
): Promise<'kept' | 'no-such-question' | 'claimed' | 'seq-taken' | 'gap'> {
  const { db, now } = turn;
  const { boxId } = session;
  const question = await look(turn, session, locator);
  if (!question) return 'no-such-question';
  const given = await db
    .selectFrom('answer')
    .select(['seq', 'iv', 'ct'])
    .where('box_id', '=', boxId)
    .where('locator', '=', locator)
    .execute();
  const same = given.find((other) => other.seq === seq);
  if (same) {
    if (!sameBytes(same.iv, iv) || !sameBytes(same.ct, ct)) return 'seq-taken';
    await one(turn, session, locator)
      .set((row) => ({ state: row.ref('state') }))
      .execute();
    return 'kept';
  }
  // What was kept already is acknowledged above, whoever is at it now.
  if (question.claimed) return 'claimed';
  if (seq !== given.length + 1) return 'gap';
  const { retention_days } = await db
    .selectFrom('manifest')
    .select('retention_days')
    .where('box_id', '=', boxId)
    .orderBy('epoch', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  // Never earlier than the day that the visitor was shown, though a newer manifest may keep for shorter.
  const expiresDay = Math.max(question.expiresDay, dayOf(now) + retention_days);
  // The question is written first: what has just expired gets no answer.
  const held = await one(turn, session, locator)
    .set({ state: numberOf('answered'), expires_day: expiresDay })
    .executeTakeFirst();
  if (!held) return 'no-such-question';
  await db.insertInto('answer').values({ box_id: boxId, locator, seq, iv, ct }).execute();
  await audit(turn, session, 'answered', 'question');
  return 'kept';
}

export async function closeQuestions(
  turn: Turn,
  session: Session,
  locators: readonly Bytes[],
): Promise<number> {
  if (locators.length === 0) return 0;
  const { db, now } = turn;
  const closed = await db
    .updateTable('question')
    .set({ state: numberOf('closed'), claim_by: null, claim_until: null, draft: null })
    .where('box_id', '=', session.boxId)
    .where('locator', 'in', locators)
    .where('state', '<>', numberOf('closed'))
    .where((row) =>
      row.or([
        row('claim_until', 'is', null),
        row('claim_until', '<=', now),
        row('claim_by', '=', session.memberId),
      ]),
    )
    .returning('locator')
    .execute();
  if (closed.length > 0) await audit(turn, session, 'closed', 'question');
  return closed.length;
}
