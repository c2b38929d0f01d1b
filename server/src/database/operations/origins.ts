/** Pages with the box's widget that a keeper has named, beside those of the server's settings. */
import type { Bytes } from '../../../../src/domain/sealing/server.js';
import type { Session } from '../../store.js';
import type { Look, Turn } from '../turn.js';
import { audit } from './audit.js';

export async function origins({ db }: Look, boxId: Bytes): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('page_origin')
    .select('origin')
    .where('box_id', '=', boxId)
    .orderBy('origin')
    .execute();
  return rows.map(({ origin }) => origin);
}

export async function putOrigins(turn: Turn, session: Session, wanted: readonly string[]): Promise<void> {
  const { db } = turn;
  const { boxId } = session;
  await db.deleteFrom('page_origin').where('box_id', '=', boxId).execute();
  for (const origin of new Set(wanted))
    await db.insertInto('page_origin').values({ box_id: boxId, origin }).execute();
  await audit(turn, session, 'changed', 'origins');
}
