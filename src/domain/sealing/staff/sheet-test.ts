/**
 * The test that a recovery sheet has to pass before the box opens: a question like a visitor's that only this sheet opens, so that a sheet
 * which was copied wrongly or never printed is found out before it is needed.
 */

import { declineCode } from '../code.js';
import type { Bytes } from '../encoding.js';
import { labelled, utf8 } from '../encoding.js';
import { sealDraft } from '../question.js';
import { refuse } from '../sealing-error.js';
import type { Random } from '../web-crypto.js';
import { randomBytes, sha256 } from '../web-crypto.js';
import type { KeyPair } from './key-pair.js';
import { makeKeyPair } from './key-pair.js';
import { openQuestion } from './open-question.js';
import { drawWords } from './passphrase.js';
import { openKey, sealKeyTo } from './sealed-key.js';
import type { SheetTest } from './sheet-test-wire.js';
import { words } from './word-list.js';

/** Words of the test question. */
const WORDS = 3;

const answerOf = (boxId: Bytes, text: string): Promise<Bytes> =>
  sha256(labelled('kith-box/1/sheet-test', boxId, utf8(text)));

/** Whether it is a test's text, and not somebody's question. */
function isTest(text: string): boolean {
  const known = new Set(words());
  const given = text.split(' ');
  return given.length === WORDS && given.every((word) => known.has(word));
}

/**
 * Makes a test for a sheet.
 *
 * @param sheetPk Public key of the sheet's pair.
 * @returns The test, and what the server holds the answer against: SHA-256 of the answer.
 */
export async function makeSheetTest(
  sheetPk: Bytes,
  boxId: Bytes,
  random: Random = randomBytes,
): Promise<{ readonly test: SheetTest; readonly answerHash: Bytes }> {
  const pair = await makeKeyPair('ECDH');
  const text = drawWords(WORDS, random);
  const draft = { text, topic: '', lang: '', mayPublish: false };
  const test = {
    pk: pair.pk,
    key: await sealKeyTo('epoch', pair, boxId, sheetPk),
    question: await sealDraft(draft, declineCode(random), { boxId, pk: pair.pk }),
  };
  return { test, answerHash: await sha256(await answerOf(boxId, text)) };
}

/**
 * Passes the test with what was typed in from paper.
 *
 * The sheet opens every question, and the server says which one is the test: a visitor's in its place would be told to the server by the
 * answer, which is a hash of what was read. So only what a test can say is answered.
 *
 * @param sheet The sheet's pair.
 * @returns The words to be shown, and the 32 bytes that prove to the server that they were read.
 * @throws SealingError `cannot-open` or `foreign-key` when the test is another sheet's, `malformed` when it is none, or what `openQuestion` refuses.
 */
export async function solveSheetTest(
  { pk, key, question }: SheetTest,
  sheet: KeyPair,
): Promise<{ readonly text: string; readonly answer: Bytes }> {
  const { boxId } = question;
  const pair = await openKey(key, sheet, { kind: 'epoch', boxId, pk });
  const { text } = await openQuestion(question, pair);
  if (!isTest(text)) refuse('malformed', 'sheet test');
  return { text, answer: await answerOf(boxId, text) };
}
