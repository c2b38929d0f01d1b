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
