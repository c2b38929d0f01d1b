/** What the staff writes for everybody before it is published, and the rules of the house: sealed notes, of which the server knows the size. */
import type { Bytes } from '../../../../src/domain/sealing/server.js';
import type { Note, Publication, Session } from '../../store.js';
import { toNote, toNoteColumns } from '../rows.js';
import type { Look, Turn } from '../turn.js';
import { audit } from './audit.js';

/** Drafts of one box: about 8 MB. */
export const MOST_PUBLICATIONS = 500;

export async function putRules(turn: Turn, session: Session, rules: Note): Promise<void> {
  const columns = toNoteColumns(rules);
  await turn.db
    .insertInto('team_note')
    .values({ box_id: session.boxId, name: 'rules', ...columns })
    .onConflict((conflict) => conflict.columns(['box_id', 'name']).doUpdateSet(columns))
    .execute();
  await audit(turn, session, 'changed', 'rules');
}

export async function countPublications({ db }: Look, boxId: Bytes): Promise<number> {
  const { count } = await db
    .selectFrom('publication')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('box_id', '=', boxId)
    .executeTakeFirstOrThrow();
  return count;
}

export async function putPublication(
  turn: Turn,
  session: Session,
  { id, note }: Publication,
): Promise<'kept' | 'box-full'> {
  const { db } = turn;
  const { boxId } = session;
  const columns = toNoteColumns(note);
  const written = await db
    .updateTable('publication')
    .set(columns)
    .where('box_id', '=', boxId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (written) return 'kept';
  if ((await countPublications(turn, boxId)) >= MOST_PUBLICATIONS) return 'box-full';
  await db
    .insertInto('publication')
    .values({ box_id: boxId, id, ...columns })
    .execute();
  await audit(turn, session, 'made', 'publication');
  return 'kept';
}

/** By their ids, which are random: no order says which was written first. */
export async function publications(
  { db }: Look,
  { boxId }: Session,
  limit: number,
  after?: Bytes,
): Promise<readonly Publication[]> {
  let query = db.selectFrom('publication').select(['id', 'key_id', 'enc', 'ct']).where('box_id', '=', boxId);
  if (after) query = query.where('id', '>', after);
  const rows = await query.orderBy('id').limit(limit).execute();
  return rows.map((row) => ({ id: row.id, note: toNote(row) }));
}

/** How many went. */
export async function dropPublications({ db }: Turn, boxId: Bytes, ids: readonly Bytes[]): Promise<number> {
  if (ids.length === 0) return 0;
  const gone = await db
    .deleteFrom('publication')
    .where('box_id', '=', boxId)
    .where('id', 'in', ids)
    .returning('id')
    .execute();
  return gone.length;
}

export async function removePublications(turn: Turn, session: Session, ids: readonly Bytes[]): Promise<void> {
  if ((await dropPublications(turn, session.boxId, ids)) > 0)
    await audit(turn, session, 'removed', 'publication');
}
