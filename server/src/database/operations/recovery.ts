/** The recovery sheet: what is kept of it, that it was proven, and what it opens when nobody can sign in any more. */
import type { Bytes } from '../../../../src/domain/sealing/server.js';
import { sameBytes } from '../../../../src/domain/sealing/server.js';
import { BY_THE_SHEET } from '../../audit-words.js';
import type { NewSheet, Recovery, SheetHashes } from '../../store.js';
import { toDocument } from '../rows.js';
import type { Look, Turn } from '../turn.js';
import { dayOf } from '../turn.js';
import { audit } from './audit.js';
import { allManifests, allRosters, keysFor, namedIn } from './documents.js';

/** In place of the one before. It has to be proven anew. */
export async function keepSheet(
  { db }: Turn,
  boxId: Bytes,
  { authHash, test, answerHash }: NewSheet,
): Promise<void> {
  const columns = { auth_hash: authHash, test, answer_hash: answerHash, proven_day: null };
  await db
    .insertInto('sheet')
    .values({ box_id: boxId, ...columns })
    .onConflict((conflict) => conflict.column('box_id').doUpdateSet(columns))
    .execute();
}

export async function isProven({ db }: Look, boxId: Bytes): Promise<boolean> {
  const row = await db
    .selectFrom('sheet')
    .select('proven_day')
    .where('box_id', '=', boxId)
    .executeTakeFirst();
  return (row?.proven_day ?? null) !== null;
}

export async function sheet({ db }: Look, boxId: Bytes): Promise<SheetHashes | undefined> {
  const row = await db
    .selectFrom('sheet')
    .select(['auth_hash', 'answer_hash'])
    .where('box_id', '=', boxId)
    .executeTakeFirst();
  return row && { authHash: row.auth_hash, answerHash: row.answer_hash };
}

export async function recover(turn: Turn, boxId: Bytes): Promise<Recovery | undefined> {
  const kept = await turn.db
    .selectFrom('sheet')
    .select('test')
    .where('box_id', '=', boxId)
    .executeTakeFirst();
  const rosters = await allRosters(turn, boxId);
  const newest = rosters.at(-1);
  if (!kept || !newest) return undefined;
  await audit(turn, { boxId, memberId: BY_THE_SHEET }, 'opened', 'sheet');
  return {
    rosters: rosters.map(toDocument),
    manifests: await allManifests(turn, boxId),
    keys: await keysFor(turn, boxId, [namedIn(newest).recoveryPk]),
    test: kept.test,
  };
}

export async function sheetProven(
  turn: Turn,
  boxId: Bytes,
  answerHash: Bytes,
): Promise<'proven' | 'refused'> {
  const kept = await sheet(turn, boxId);
  if (!kept || !sameBytes(kept.answerHash, answerHash)) return 'refused';
  await turn.db
    .updateTable('sheet')
    .set({ proven_day: dayOf(turn.now) })
    .where('box_id', '=', boxId)
    .where('answer_hash', '=', answerHash)
    .execute();
  await audit(turn, { boxId, memberId: BY_THE_SHEET }, 'proved', 'sheet');
  return 'proven';
}
