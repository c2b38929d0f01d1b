/** Why a source could not be used: a kind for the visitor's sentence, a hint for the webmaster. */

export type ProblemKind =
  | 'offline'
  | 'unreachable'
  | 'timeout'
  | 'refused'
  | 'not-found'
  | 'server-error'
  | 'too-large'
  | 'malformed'
  | 'unsupported'
  | 'mixed';

export class Problem extends Error {
  override readonly name = 'Problem';

  /**
   * @param kind What happened.
   * @param hint English, for the webmaster: names the attribute or address and the mend.
   */
  constructor(
    readonly kind: ProblemKind,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(hint, options);
  }
}

/** More records than this are refused in words. */
const MOST_RECORDS = 20_000;

/**
 * Refuses a list that is too long. Adapters call it before they read: ten megabytes hold millions of empty records.
 * @throws {Problem}
 */
export function refuseMany(records: number, address = 'The list'): void {
  if (records <= MOST_RECORDS) return;
  throw new Problem(
    'too-large',
    `${address} has more than ${MOST_RECORDS} records. Split it, or leave the past out`,
  );
}
