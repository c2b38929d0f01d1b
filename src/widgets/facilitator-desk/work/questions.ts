/**
 * The evening's work: questions opened one by one, answers sealed with the key that came inside. What was typed by strangers is
 * checked by the sealing and shown as text; a row that cannot be opened is told apart and blocks nothing.
 */
import type { QuestionRow, QuestionState } from '../../../backend/staff-api.js';
import { StaffRefusal } from '../../../backend/staff-api.js';
import { type Answer, MOST_ANSWERS, openAnswer } from '../../../domain/sealing/answer.js';
import { type Bytes, fromBase64url } from '../../../domain/sealing/encoding.js';
import { SealingError } from '../../../domain/sealing/sealing-error.js';
import { type OpenedQuestion, openQuestion } from '../../../domain/sealing/staff/open-question.js';
import { sealAnswer } from '../../../domain/sealing/staff/seal-answer.js';
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
  });
  const text = content['text'];
  return { by, text: typeof text === 'string' ? text : '' };
}

/** Enough for an evening; the rest comes when these are done. */
const MOST_ROWS = 400;

/** Questions in a state, opened, the oldest first. */
export async function openQuestions(box: OpenedBox, state: QuestionState): Promise<readonly OpenedRow[]> {
  const opened: OpenedRow[] = [];
  let after: Parameters<OpenedBox['api']['questions']>[1];
  do {
    const { rows, next } = await box.api.questions(state, after);
    opened.push(...(await Promise.all(rows.map((row) => openRow(box, row)))));
    after = next;
  } while (after && opened.length < MOST_ROWS);
  return opened;
}

/** Keeps what was typed so far, sealed for the team; nothing takes it away. */
export async function saveDraft(box: OpenedBox, row: QuestionRow, text: string): Promise<void> {
  if (!text) return box.api.saveDraft(row.locator, undefined);
  const { pk } = await box.currentKey();
  const about = locatorOf(row);
  const place = { boxId: box.boxId, about, writer: box.writer, epochPk: pk };
  const note = await sealTeamNote('draft', { text }, place);
  await box.api.saveDraft(row.locator, noteToBytes(note));
}

/**
 * Seals an answer and sends it. Where a colleague was quicker it takes the next number.
 * @returns The number under which it stands.
 * @throws StaffRefusal `seq-taken` when three stand already, `claimed`, `no-such-question` when it was taken back.
 */
export async function sendAnswer(box: OpenedBox, opened: OpenedRow, text: string): Promise<number> {
  const kAns = opened.question?.kAns;
  if (!kAns) throw new Error('Nobody can read an answer to this question.');
  const mailbox = { boxId: box.boxId, locator: locatorOf(opened.row), kAns };
  for (let seq = opened.row.answers.length + 1; ; seq += 1) {
    if (seq > MOST_ANSWERS) throw new StaffRefusal('seq-taken', 0);
    const answer = await sealAnswer({ seq, text, day: box.server.today }, mailbox);
    try {
      await box.api.answer(opened.row.locator, answer);
      return seq;
    } catch (error) {
      if (!(error instanceof StaffRefusal && error.reason === 'seq-taken')) throw error;
    }
  }
}
