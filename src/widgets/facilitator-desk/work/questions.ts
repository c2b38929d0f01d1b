/**
 * The evening's questions, opened one by one, and the drafts of their answers. What was typed by strangers is
 * checked by the sealing and shown as text; a row that cannot be opened is told apart and blocks nothing.
 */
import type { QuestionRow, QuestionState } from '../../../backend/staff-api.js';
import { type Answer, openAnswer } from '../../../domain/sealing/answer.js';
import { type Bytes, fromBase64url } from '../../../domain/sealing/encoding.js';
import { SealingError } from '../../../domain/sealing/sealing-error.js';
import { type OpenedQuestion, openQuestion } from '../../../domain/sealing/staff/open-question.js';
import {
  noteFromBytes,
  noteToBytes,
  openTeamNote,
  sealTeamNote,
} from '../../../domain/sealing/staff/team-note.js';
import type { OpenedBox } from './opened-box.js';

/** A draft of an answer, by whom it was begun. */
export interface AnswerDraft {
  readonly by: string;
  readonly text: string;
  /** The question is one for a clinician, and was sent there. */
  readonly handedOn: boolean;
}

export interface OpenedRow {
  readonly row: QuestionRow;
  /** `undefined` for one that cannot be opened. */
  readonly question: OpenedQuestion | undefined;
  readonly draft: AnswerDraft | undefined;
  /** What was answered before, where it can be read. */
  readonly answers: readonly Answer[];
}

const locatorOf = ({ locator }: QuestionRow): Bytes => fromBase64url(locator, 'locator', 16);

/** The result, or nothing where what was opened does not hold. */
async function ifItOpens<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SealingError) return undefined;
    throw error;
  }
}

async function openRow(box: OpenedBox, row: QuestionRow): Promise<OpenedRow> {
  const { question: sealed, draft: kept } = row;
  const question =
    sealed && (await ifItOpens(async () => openQuestion(sealed, await box.epochKey(sealed.keyId))));
  const draft = kept && (await ifItOpens(() => openDraft(box, locatorOf(row), kept)));
  const kAns = question?.kAns;
  const answers: Answer[] = [];
  for (const one of kAns ? row.answers : []) {
    const opened =
      kAns && (await ifItOpens(() => openAnswer(one, { kAns, locator: locatorOf(row) }, box.boxId)));
    if (opened) answers.push(opened);
  }
  return { row, question, draft, answers };
}

async function openDraft(box: OpenedBox, about: Bytes, kept: Bytes): Promise<AnswerDraft> {
  const note = noteFromBytes('draft', kept);
  const { by, content } = await openTeamNote('draft', note, {
    boxId: box.boxId,
    about,
    epochKey: await box.epochKey(note.keyId),
    roster: box.roster,
    earlier: box.earlier,
  });
  const { text, handedOn } = content;
  return { by, text: typeof text === 'string' ? text : '', handedOn: handedOn === true };
}

/** Enough for an evening; the rest comes when these are done. */
const MOST_ROWS = 400;

/** Questions in a state, opened, the oldest first. */
export async function openQuestions(box: OpenedBox, state: QuestionState): Promise<readonly OpenedRow[]> {
  const opened = new Map<string, OpenedRow>();
  let after: Parameters<OpenedBox['api']['questions']>[1];
  do {
    const { rows, next } = await box.api.questions(state, after);
    const fresh = rows.filter(({ locator }) => !opened.has(locator));
    for (const one of await Promise.all(fresh.map((row) => openRow(box, row))))
      opened.set(one.row.locator, one);
    // A list that brings nothing new would never end.
    after = fresh.length > 0 ? next : undefined;
  } while (after && opened.size < MOST_ROWS);
  return [...opened.values()];
}

/** Sealed for the team and signed by whoever wrote it; `undefined` where there is neither a word nor a mark. */
export async function sealDraft(
  box: OpenedBox,
  row: QuestionRow,
  { text, handedOn }: Omit<AnswerDraft, 'by'>,
): Promise<Bytes | undefined> {
  if (!text && !handedOn) return undefined;
  const { pk } = await box.currentKey();
  const place = { boxId: box.boxId, about: locatorOf(row), writer: box.writer, epochPk: pk };
  return noteToBytes(await sealTeamNote('draft', { text, ...(handedOn && { handedOn }) }, place));
}

/** Keeps what was typed so far in the place of what was kept before. */
export async function saveDraft(
  box: OpenedBox,
  row: QuestionRow,
  draft: Omit<AnswerDraft, 'by'>,
): Promise<void> {
  await box.api.saveDraft(row.locator, await sealDraft(box, row, draft));
}
