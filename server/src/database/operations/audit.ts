/** What staff did, by the day: who, what, to what kind of thing, and how often. Never to which question, and in no order within the day. */
import type { Session } from '../../store.js';
import type { Turn } from '../turn.js';
import { dayOf } from '../turn.js';

export type AuditAction = 'made' | 'opened' | 'claimed' | 'answered' | 'closed' | 'signed';
export type AuditKind = 'box' | 'session' | 'question' | 'manifest' | 'roster' | 'catalogue';

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
