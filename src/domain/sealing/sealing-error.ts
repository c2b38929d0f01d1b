/**
 * Every refusal of the sealed box says why in a word that a widget, a desk or a server can act on. Nothing that WebCrypto or a
 * parser throws gets out of this folder, and no refusal carries what somebody typed, a key or a code.
 */

/** Why something was refused. */
export type SealingReason =
  /** No WebCrypto: the page is not a secure context. Nothing may be sent. */
  | 'insecure-context'
  /** Not of the form that the protocol gives it: type, length, encoding, JSON, padding, range. */
  | 'malformed'
  | 'unknown-version'
  | 'unknown-suite'
  /** The document is signed by an identity key that the page does not name. */
  | 'wrong-pin'
  | 'bad-signature'
  /** Of another box. */
  | 'wrong-box'
  /** The manifest is not in force yet by this device's clock: "check the date on this device". */
  | 'not-yet'
  /** The manifest is no longer in force by this device's clock: "check the date on this device". */
  | 'expired'
  /** Older than what is already known: epoch, version of the roster, number of the catalogue. */
  | 'rolled-back'
  /** A roster that does not continue the one before it. */
  | 'broken-chain'
  /** A key that is not the one expected: the question is sealed to another, or its public half differs. */
  | 'foreign-key'
  /** Altered, forged, or sealed to somebody else. */
  | 'cannot-open'
  /** Answers reordered, doubled, or with one missing between others. */
  | 'out-of-order'
  | 'empty'
  | 'too-long'
  | 'control-character'
  /** Half a surrogate pair. */
  | 'ill-formed-text'
  /** Not in Normalization Form C. */
  | 'not-normalised'
  /** A code with too few or too many symbols. */
  | 'code-length'
  /** A code with a character that no code has. */
  | 'code-symbol'
  /** A code of the right form that has a typing slip in it. */
  | 'code-check'
  /** A passphrase that the desk did not make: wrong number of words, or a word that is not on the list. */
  | 'passphrase'
  /** A number of iterations below the floor or above the ceiling, whoever asks for it. */
  | 'iterations'
  /** Enrolment keys that the invited person did not send. */
  | 'wrong-mac';

/** A refusal. `field` names what was looked at, in the protocol's words ("manifest.pk"), never its value. */
export class SealingError extends Error {
  override readonly name = 'SealingError';
  readonly reason: SealingReason;
  readonly field: string | undefined;

  constructor(reason: SealingReason, field?: string) {
    super(field === undefined ? reason : `${reason}: ${field}`);
    this.reason = reason;
    this.field = field;
  }
}

export function refuse(reason: SealingReason, field?: string): never {
  throw new SealingError(reason, field);
}

/** The result of `work`, or a refusal in place of whatever else it throws. */
export async function orRefuse<T>(
  work: () => PromiseLike<T>,
  reason: SealingReason,
  field?: string,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SealingError) throw error;
    return refuse(reason, field);
  }
}
