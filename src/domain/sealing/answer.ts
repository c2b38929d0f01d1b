/**
 * Reading the answers with the code. Each says which one it is, so that a server that leaves one out between others, doubles or reorders
 * them is caught; a mailbox without an answer looks like one with a single answer to everybody who has no code.
 */
import type { KeptSecrets } from './code.js';
import type { Bytes } from './encoding.js';
import { fromBase64url, isRecord, labelled, readJson, toBase64url, u32, utf8 } from './encoding.js';
import { readDay, readInteger, readList } from './fields.js';
import { MOST_OF_ANSWER } from './limits.js';
import { unpad } from './padding.js';
import { readText } from './plain-text.js';
import { orRefuse, refuse, SealingError } from './sealing-error.js';
import { VERSION } from './version.js';
import type { Random } from './web-crypto.js';
import { aesKey, randomBytes, subtle } from './web-crypto.js';

export const MOST_ANSWERS = 3;

/** Bytes of every answer before it is sealed. */
export const ANSWER_SIZE = 16_384;

export interface Answer {
  /** 1, 2 or 3. */
  readonly seq: number;
  readonly text: string;
  /** Day on which it was written, UTC, days since 1970-01-01. */
  readonly day: number;
}

/** An answer as it is stored: `iv` has 12 bytes, `ct` 16,400, whatever was answered. */
export interface SealedAnswer {
  readonly seq: number;
  readonly iv: Bytes;
  readonly ct: Bytes;
}

export const answerAad = (boxId: Bytes, locator: Bytes, seq: number): Bytes =>
  labelled('kith-box/1/answer', boxId, locator, utf8('answer'), u32(seq));

/** What a server gives for a mailbox that is empty or that it does not know: of the form and size of one answer, and of chance alone. */
export const dummyAnswer = (random: Random = randomBytes): SealedAnswer => ({
  seq: 1,
  iv: random(12),
  ct: random(ANSWER_SIZE + 16),
});

/** An answer as a server gives it: see `answerFromWire`. */
export const answerToWire = ({ seq, iv, ct }: SealedAnswer) => ({
  seq,
  iv: toBase64url(iv),
  ct: toBase64url(ct),
});

/** An answer on the wire: `{seq, iv, ct}`, the bytes in unpadded base64url. */
export function answerFromWire(wire: unknown): SealedAnswer {
  if (!isRecord(wire)) return refuse('malformed', 'answer');
  return {
    seq: readInteger(wire['seq'], 'answer.seq', 1, MOST_ANSWERS),
    iv: fromBase64url(wire['iv'], 'answer.iv', 12),
    ct: fromBase64url(wire['ct'], 'answer.ct', ANSWER_SIZE + 16),
  };
}

/** Opens one answer. @throws SealingError `cannot-open`, or `malformed` when a facilitator's desk wrote nonsense. */
export async function openAnswer(
  { seq, iv, ct }: SealedAnswer,
  { kAns, locator }: Pick<KeptSecrets, 'kAns' | 'locator'>,
  boxId: Bytes,
): Promise<Answer> {
  const key = await aesKey(kAns, 'decrypt');
  const parameters = { name: 'AES-GCM', iv, additionalData: answerAad(boxId, locator, seq) };
  const padded = await orRefuse(() => subtle().decrypt(parameters, key, ct), 'cannot-open', 'answer');
  const content = readJson(unpad(new Uint8Array(padded), ANSWER_SIZE), 'answer');
  if (content['v'] !== VERSION) refuse('unknown-version', 'answer.v');
  if (content['seq'] !== seq) refuse('malformed', 'answer.seq');
  return {
    seq,
    text: readText(content['text'], 'answer.text', { most: MOST_OF_ANSWER, lines: true, needed: true }),
    day: readDay(content['day'], 'answer.day'),
  };
}

/**
 * Opens what a server gave for a locator.
 *
 * @param rows The list off the wire: a dummy, or every answer in its order.
 * @returns The answers; none when the only row cannot be opened, which is how a mailbox without an answer looks.
 * @throws SealingError `cannot-open` (one of several is forged or altered), `out-of-order` (reordered, doubled, or one missing between
 *   others), `malformed`, `unknown-version`.
 */
export async function openAnswers(
  rows: unknown,
  secrets: Pick<KeptSecrets, 'kAns' | 'locator'>,
  boxId: Bytes,
): Promise<readonly Answer[]> {
  const sealed = readList(rows, 'answers', MOST_ANSWERS).map(answerFromWire);
  if (sealed.length === 0) refuse('malformed', 'answers');
  let answers: readonly Answer[];
  try {
    answers = await Promise.all(sealed.map((row) => openAnswer(row, secrets, boxId)));
  } catch (error) {
    if (sealed.length === 1 && error instanceof SealingError && error.reason === 'cannot-open') return [];
    throw error;
  }
  if (answers.some(({ seq }, at) => seq !== at + 1)) refuse('out-of-order', 'answers');
  return answers;
}
