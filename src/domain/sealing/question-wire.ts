/** A sealed question as JSON: what a visitor's page sends, what a server stores and what a desk fetches. */
import { fromBase64url, isRecord, toBase64url } from './encoding.js';
import { readBoxId } from './manifest.js';
import type { SealedQuestion } from './question-header.js';
import { QUESTION_SIZE } from './question-header.js';
import { refuse } from './sealing-error.js';
import { SUITE, VERSION } from './version.js';

/** The bytes in unpadded base64url. */
export type QuestionWire = {
  readonly [Field in keyof SealedQuestion]: SealedQuestion[Field] extends number
    ? SealedQuestion[Field]
    : string;
};

export const questionToWire = (question: SealedQuestion): QuestionWire => ({
  v: question.v,
  suite: question.suite,
  boxId: toBase64url(question.boxId),
  keyId: toBase64url(question.keyId),
  locator: toBase64url(question.locator),
  eraseHash: toBase64url(question.eraseHash),
  enc: toBase64url(question.enc),
  ct: toBase64url(question.ct),
});

/** @throws SealingError `malformed`, `unknown-version` or `unknown-suite`. */
export function questionFromWire(wire: unknown): SealedQuestion {
  if (!isRecord(wire)) return refuse('malformed', 'question');
  if (wire['v'] !== VERSION) refuse('unknown-version', 'v');
  if (wire['suite'] !== SUITE) refuse('unknown-suite', 'suite');
  return {
    v: VERSION,
    suite: SUITE,
    boxId: readBoxId(wire['boxId']),
    keyId: fromBase64url(wire['keyId'], 'keyId', 8),
    locator: fromBase64url(wire['locator'], 'locator', 16),
    eraseHash: fromBase64url(wire['eraseHash'], 'eraseHash', 32),
    enc: fromBase64url(wire['enc'], 'enc', 65),
    ct: fromBase64url(wire['ct'], 'ct', QUESTION_SIZE + 16),
  };
}
