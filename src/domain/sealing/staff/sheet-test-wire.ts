/** A sheet's test as it is stored and travels; apart from the making of it, which needs the list of words. */

import type { Bytes } from '../encoding.js';
import { isRecord, sameBytes, toBase64url } from '../encoding.js';
import { keyIdOf, readPublicKey } from '../public-key.js';
import type { SealedQuestion } from '../question-header.js';
import { questionFromWire, questionToWire } from '../question-wire.js';
import { refuse } from '../sealing-error.js';
import type { SealedKey } from './sealed-key.js';
import { sealedKeyFromWire, sealedKeyToWire } from './sealed-key.js';

export interface SheetTest {
  /** Public key that the question is sealed to, 65 bytes. */
  readonly pk: Bytes;
  /** Its private half, sealed to the sheet. */
  readonly key: SealedKey;
  readonly question: SealedQuestion;
}

export const sheetTestToWire = ({ pk, key, question }: SheetTest) => ({
  pk: toBase64url(pk),
  key: sealedKeyToWire(key),
  question: questionToWire(question),
});

/**
 * Reads a test. Whether its parts belong together is looked at too, as far as that can be seen without opening it.
 *
 * @throws SealingError `malformed`, `foreign-key`, `unknown-version` or `unknown-suite`.
 */
export async function sheetTestFromWire(wire: unknown): Promise<SheetTest> {
  if (!isRecord(wire)) return refuse('malformed', 'sheet test');
  const pk = readPublicKey(wire['pk'], 'sheet test.pk');
  const key = sealedKeyFromWire(wire['key']);
  const question = questionFromWire(wire['question']);
  const keyId = await keyIdOf(pk);
  if (key.kind !== 'epoch' || !sameBytes(key.keyId, keyId) || !sameBytes(question.keyId, keyId))
    refuse('foreign-key', 'sheet test');
  return { pk, key, question };
}
