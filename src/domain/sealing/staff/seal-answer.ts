/** Sealing an answer with the key that came inside the question. */

import type { Answer, SealedAnswer } from '../answer.js';
import { ANSWER_SIZE, answerAad, MOST_ANSWERS } from '../answer.js';
import type { Bytes } from '../encoding.js';
import { utf8 } from '../encoding.js';
import { readDay, readInteger } from '../fields.js';
import { MOST_OF_ANSWER } from '../limits.js';
import { pad } from '../padding.js';
import { readText, tidyText } from '../plain-text.js';
import { VERSION } from '../version.js';
import type { Random } from '../web-crypto.js';
import { aesKey, randomBytes, subtle } from '../web-crypto.js';

/** Which question is answered: its answer key and where it is found. */
export interface Mailbox {
  readonly boxId: Bytes;
  readonly locator: Bytes;
  readonly kAns: Bytes;
}

/**
 * Seals an answer. When the server says that another wrote this `seq` (409), seal again with the next.
 *
 * @throws SealingError what `readText` refuses, or `malformed`.
 */
export async function sealAnswer(
  answer: Answer,
  { boxId, locator, kAns }: Mailbox,
  random: Random = randomBytes,
): Promise<SealedAnswer> {
  const seq = readInteger(answer.seq, 'answer.seq', 1, MOST_ANSWERS);
  const day = readDay(answer.day, 'answer.day');
  const text = readText(tidyText(answer.text, 'answer.text'), 'answer.text', {
    most: MOST_OF_ANSWER,
    lines: true,
    needed: true,
  });
  const plain = pad(utf8(JSON.stringify({ v: VERSION, seq, text, day })), ANSWER_SIZE);
  const iv = random(12);
  const parameters = { name: 'AES-GCM', iv, additionalData: answerAad(boxId, locator, seq) };
  const ct = await subtle().encrypt(parameters, await aesKey(kAns, 'encrypt'), plain);
  return { seq, iv, ct: new Uint8Array(ct) };
}
