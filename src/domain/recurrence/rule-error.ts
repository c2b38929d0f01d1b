/** Why a rule is refused; it stands by itself, because who catches it may not need the parser that throws it. */

/** One sentence for whoever keeps the listing. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
}
