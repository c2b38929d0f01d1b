/** What staff did, by the day: who, what, to what kind of thing, and how often. Never to which question, and in no order within the day. */
import type { AuditAction, AuditKind } from '../../audit-words.js';
import type { AuditPage, Session } from '../../store.js';
import type { Look, Turn } from '../turn.js';
import { dayOf } from '../turn.js';

/** So many days are told at once. */
const DAYS_AT_ONCE = 31;

/** The newest first. Within a day there is no order but that of the words. */
export async function auditRows(
  { db }: Look,
  { boxId }: Pick<Session, 'boxId'>,
  before?: number,
): Promise<AuditPage> {
  const days = await db
    .selectFrom('audit')
    .select('day')
    .distinct()
    .where('box_id', '=', boxId)
    .$if(before !== undefined, (query) => query.where('day', '<', before ?? 0))
    .orderBy('day', 'desc')
    .limit(DAYS_AT_ONCE + 1)
    .execute();
  const told = days.slice(0, DAYS_AT_ONCE).map(({ day }) => day);
  if (told.length === 0) return { rows: [], next: null };
  const rows = await db
    .selectFrom('audit')
    .select(['day', 'actor', 'action', 'kind', 'times'])
    .where('box_id', '=', boxId)
    .where('day', 'in', told)
    .orderBy('day', 'desc')
    .orderBy('actor')
    .orderBy('action')
    .orderBy('kind')
    .execute();
  return {
    rows: rows as AuditPage['rows'],
    next: days.length > DAYS_AT_ONCE ? (told.at(-1) ?? null) : null,
  };
}

export async function audit(
  { db, now }: Turn,
  { boxId, memberId }: Pick<Session, 'boxId' | 'memberId'>,
  action: AuditAction,
  kind: AuditKind,
): Promise<void> {
  await db
    .insertInto('audit')
    .values({ box_id: boxId, day: dayOf(now), actor: memberId, action, kind, times: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['box_id', 'day', 'actor', 'action', 'kind'])
        .doUpdateSet((row) => ({ times: row('audit.times', '+', 1) })),
    )
    .execute();
}
