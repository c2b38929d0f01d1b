/** What a visitor's page asks: to keep a question, to give its answers, to erase it. Each is one turn. */
import type { Bytes, SealedAnswer, SealedQuestion } from '../../../../src/domain/sealing/server.js';
import { sameBytes } from '../../../../src/domain/sealing/server.js';
import type { Erased, Sent } from '../../store.js';
import { hashLocator } from '../hash-locator.js';
import { numberOf } from '../rows.js';
import type { Look, Turn } from '../turn.js';
import { DAYS_AFTER_EPOCH, dayOf, HOURS_48 } from '../turn.js';

/**
 * Everything that decides about a send, in one query: the two newest epochs, each row with what is kept under this locator.
 */
const standing = ({ db }: Look, { boxId, locator }: SealedQuestion, locatorHash: Bytes) =>
  db
    .selectFrom('manifest')
    .select(['epoch', 'suite', 'key_id', 'not_after', 'retention_days', 'replaced_at'])
    .select((row) => {
      const kept = row
        .selectFrom('question')
        .where('question.box_id', '=', boxId)
        .where('locator', '=', locator);
      return [
        kept.select('body_hash').as('keptHash'),
        kept.select('expires_day').as('keptUntil'),
        row
          .selectFrom('tombstone')
          .select('until_day')
          .where('locator_hash', '=', locatorHash)
          .as('tombstone'),
      ];
    })
    .where('manifest.box_id', '=', boxId)
    .orderBy('epoch', 'desc')
    .limit(2)
    .execute();

type Epoch = Awaited<ReturnType<typeof standing>>[number];

/** Whether one may still seal to it: to the newest, or to the one before it for 48 hours. */
const isOpen = ({ replaced_at, not_after }: Epoch, now: number): boolean =>
  (replaced_at === null || now - replaced_at < HOURS_48) && dayOf(now) <= not_after + DAYS_AFTER_EPOCH;

export async function send(turn: Turn, question: SealedQuestion, bodyHash: Bytes): Promise<Sent> {
  const { db, now } = turn;
  const { boxId, locator, suite, keyId } = question;
  const epochs = await standing(turn, question, hashLocator(boxId, locator));
  const [newest] = epochs;
  if (!newest) return { outcome: 'no-such-box' };
  const { keptHash, keptUntil, tombstone } = newest;
  if (keptHash && keptUntil !== null) {
    if (!sameBytes(keptHash, bodyHash)) return { outcome: 'other-body' };
    // A write, so that this answer too stands on a durable commit and not on a row that was merely visible.
    await db
      .updateTable('question')
      .set((row) => ({ state: row.ref('state') }))
      .where('box_id', '=', boxId)
      .where('locator', '=', locator)
      .execute();
    return { outcome: 'kept', expiresDay: keptUntil };
  }
  if (tombstone !== null) return { outcome: 'erased' };
  const epoch = epochs.find((one) => one.suite === suite && sameBytes(one.key_id, keyId));
  if (!epoch || !isOpen(epoch, now)) return { outcome: 'epoch-expired' };
  const count = async () => {
    const { alive } = await db
      .selectFrom('question')
      .select((row) => row.fn.countAll<number>().as('alive'))
      .where('box_id', '=', boxId)
      .executeTakeFirstOrThrow();
    return alive;
  };
  if (!(await turn.room.take(boxId, count))) return { outcome: 'box-full' };
  const today = dayOf(now);
  const expiresDay = today + epoch.retention_days;
  await db
    .insertInto('question')
    .values({
      box_id: boxId,
      locator,
      epoch: epoch.epoch,
      suite,
      key_id: keyId,
      enc: question.enc,
      ct: question.ct,
      erase_hash: question.eraseHash,
      body_hash: bodyHash,
      day: today,
      state: numberOf('new'),
      expires_day: expiresDay,
    })
    .execute();
  return { outcome: 'kept', expiresDay };
}

export const answers = ({ db }: Look, boxId: Bytes, locator: Bytes): Promise<readonly SealedAnswer[]> =>
  db
    .selectFrom('answer')
    .select(['seq', 'iv', 'ct'])
    .where('box_id', '=', boxId)
    .where('locator', '=', locator)
    .orderBy('seq')
    .execute();

/** Erasures that overtook their question, or never had one: so many may stand at a time, so that nobody fills the disk with them. */
const MOST_TOMBSTONES = 100_000;

const isCrowded = async ({ db }: Turn): Promise<boolean> =>
  (await db
    .selectFrom('tombstone')
    .select('until_day')
    .offset(MOST_TOMBSTONES - 1)
    .limit(1)
    .executeTakeFirst()) !== undefined;

export async function erase(turn: Turn, boxId: Bytes, locator: Bytes, eraseHash: Bytes): Promise<Erased> {
  const { db } = turn;
  const locatorHash = hashLocator(boxId, locator);
  const { last } = await db
    .selectFrom('manifest')
    .select((row) => row.fn.max('not_after').as('last'))
    .where('box_id', '=', boxId)
    .executeTakeFirstOrThrow();
  // The types do not know that the greatest of none is null.
  const lastDay: number | null = last;
  if (lastDay === null) return 'no-such-box';
  const kept = await db
    .selectFrom('question')
    .select('erase_hash')
    .where('box_id', '=', boxId)
    .where('locator', '=', locator)
    .executeTakeFirst();
  if (kept && !sameBytes(kept.erase_hash, eraseHash)) return 'wrong-erase';
  const untilDay = lastDay + DAYS_AFTER_EPOCH;
  const tombstone = await db
    .selectFrom('tombstone')
    .select('until_day')
    .where('locator_hash', '=', locatorHash)
    .executeTakeFirst();
  if (!kept && !tombstone && (await isCrowded(turn))) return 'no-room';
  await db
    .insertInto('tombstone')
    .values({ locator_hash: locatorHash, until_day: untilDay })
    .onConflict((conflict) =>
      conflict
        .column('locator_hash')
        .doUpdateSet({ until_day: Math.max(untilDay, tombstone?.until_day ?? 0) }),
    )
    .execute();
  if (kept) {
    await db.deleteFrom('answer').where('box_id', '=', boxId).where('locator', '=', locator).execute();
    await db.deleteFrom('question').where('box_id', '=', boxId).where('locator', '=', locator).execute();
  }
  // A repeat stands in the journal already.
  if (kept || !tombstone) turn.erasures.push({ locatorHash, untilDay });
  turn.scrub(kept !== undefined);
  return 'erased';
}
