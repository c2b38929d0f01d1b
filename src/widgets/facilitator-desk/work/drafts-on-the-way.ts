/**
 * Drafts that a server did not take before the desk locked: sealed like any other, held in memory and nowhere else, and sent when somebody of
 * the team signs in again. The words themselves are gone with the keys.
 */
import { StaffRefusal } from '../../../backend/staff-api.js';
import { type Bytes, toBase64url } from '../../../domain/sealing/encoding.js';
import type { OpenedBox } from './opened-box.js';
import { type AnswerDraft, type OpenedRow, sealDraft } from './questions.js';

interface OnTheWay {
  /** Who wrote it: what somebody else wrote since is not overwritten. */
  readonly by: string;
  readonly draft: Bytes;
}

/** One question that is in a colleague's hands, or gone, keeps nobody from the others. */
const NOT_NOW: ReadonlySet<string> = new Set(['claimed', 'no-such-question']);

/** By box and question. */
const onTheWay = new Map<string, OnTheWay>();

const nameOf = (box: OpenedBox, locator: string): string => `${toBase64url(box.boxId)} ${locator}`;

export async function keepSealed(
  box: OpenedBox,
  { row }: OpenedRow,
  draft: Omit<AnswerDraft, 'by'>,
): Promise<void> {
  const sealed = await sealDraft(box, row, draft);
  if (sealed) onTheWay.set(nameOf(box, row.locator), { by: box.me.id, draft: sealed });
}

/** @returns Whether any was delivered, so that the rows are others now. */
export async function deliverDrafts(box: OpenedBox, rows: readonly OpenedRow[]): Promise<boolean> {
  let delivered = false;
  for (const { row, draft } of rows) {
    const name = nameOf(box, row.locator);
    const held = onTheWay.get(name);
    if (!held) continue;
    if (!draft || draft.by === held.by) {
      try {
        await box.api.saveDraft(row.locator, held.draft);
        delivered = true;
      } catch (error) {
        if (!(error instanceof StaffRefusal && NOT_NOW.has(error.reason))) throw error;
        // It waits for as long as a colleague is at the question; one that is gone shows no row to wait for.
        continue;
      }
    }
    onTheWay.delete(name);
  }
  return delivered;
}
