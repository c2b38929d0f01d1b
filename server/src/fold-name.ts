/** A name is found however it was typed: the same folding where an account is made and where somebody signs in. */

/** NFKC, lower case, single spaces. */
export const foldName = (typed: string): string =>
  typed.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
