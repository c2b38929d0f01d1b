/** One hash of everything that is sent: by it a server knows a repeated send from another question, and a test a lost one from a kept one. */

import type { Bytes } from './encoding.js';
import { lengthPrefixed } from './encoding.js';
import type { SealedQuestion } from './question-header.js';
import { headerFields } from './question-header.js';
import { sha256 } from './web-crypto.js';

/** SHA-256 of `LP(v, suite, boxId, key id, locator, eraseHash, enc, ct)`. */
export const bodyHash = (question: SealedQuestion): Promise<Bytes> =>
  sha256(lengthPrefixed(...headerFields(question), question.enc, question.ct));
