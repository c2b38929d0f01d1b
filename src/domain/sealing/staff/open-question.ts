/** Opening a question at the desk. What comes out was written by anybody at all, so it is checked like what comes off the wire. */

import type { Bytes } from '../encoding.js';
import { fromBase64url, readJson, sameBytes } from '../encoding.js';
import { readBoolean, readLanguage } from '../fields.js';
import { MOST_OF_QUESTION, MOST_OF_TOPIC } from '../limits.js';
import { unpad } from '../padding.js';
import { readText } from '../plain-text.js';
import { keyIdOf } from '../public-key.js';
import type { QuestionDraft } from '../question.js';
import type { SealedQuestion } from '../question-header.js';
import { QUESTION_INFO, QUESTION_SIZE, questionAad } from '../question-header.js';
import { refuse } from '../sealing-error.js';
import { VERSION } from '../version.js';
import type { KeyPair } from './key-pair.js';
import { openWith } from './key-pair.js';

/** A question in clear. Its text may hold anything that is text: bidi marks and zero-width characters too. */
export interface OpenedQuestion extends QuestionDraft {
  /** 32 bytes that seal the answers; absent when the visitor wanted none. */
  readonly kAns?: Bytes;
}

/**
 * @param epochKey The pair whose public key the manifest of the question's epoch names.
 * @throws SealingError `foreign-key` (sealed to another key), `cannot-open`, `unknown-version`, `malformed`, or what `readText` refuses.
 */
export async function openQuestion(question: SealedQuestion, epochKey: KeyPair): Promise<OpenedQuestion> {
  if (!sameBytes(question.keyId, await keyIdOf(epochKey.pk))) refuse('foreign-key', 'keyId');
  const padded = await openWith(epochKey, question, QUESTION_INFO, questionAad(question));
  const content = readJson(unpad(padded, QUESTION_SIZE), 'question');
  if (content['v'] !== VERSION) refuse('unknown-version', 'question.v');
  const { kAns } = content;
  return {
    text: readText(content['text'], 'question.text', { most: MOST_OF_QUESTION, lines: true, needed: true }),
    topic: readText(content['topic'], 'question.topic', { most: MOST_OF_TOPIC }),
    lang: readLanguage(content['lang'], 'question.lang'),
    mayPublish: readBoolean(content['mayPublish'], 'question.mayPublish'),
    ...(kAns === null ? {} : { kAns: fromBase64url(kAns, 'question.kAns', 32) }),
  };
}
