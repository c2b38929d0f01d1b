/** What stands around a sealed question in the open, and the order in which it is bound: who sends or keeps a question needs no more of it. */
import type { Bytes } from './encoding.js';
import { labelled, u32 } from './encoding.js';
import type { Sealed } from './hpke.js';
import type { SUITE, VERSION } from './version.js';

/** Bytes of every question before it is sealed. */
export const QUESTION_SIZE = 8192;

/** Says to HPKE what is sealed; the label of the AAD too. */
export const QUESTION_INFO = 'kith-box/1/question';

/** What stands in the open around a sealed question, and is bound to it. */
export interface QuestionHeader {
  readonly v: typeof VERSION;
  readonly suite: typeof SUITE;
  /** 16 bytes. */
  readonly boxId: Bytes;
  /** 8 bytes: which key it is sealed to. */
  readonly keyId: Bytes;
  /** 16 bytes. */
  readonly locator: Bytes;
  /** 32 bytes. */
  readonly eraseHash: Bytes;
}

/** A question as it is sent: `enc` has 65 bytes, `ct` 8,208, whatever was asked. */
export interface SealedQuestion extends QuestionHeader, Sealed {}

/** The header's fields in the order in which they are bound and hashed. */
export const headerFields = ({
  v,
  suite,
  boxId,
  keyId,
  locator,
  eraseHash,
}: QuestionHeader): readonly Bytes[] => [u32(v), u32(suite), boxId, keyId, locator, eraseHash];

export const questionAad = (header: QuestionHeader): Bytes =>
  labelled(QUESTION_INFO, ...headerFields(header));
