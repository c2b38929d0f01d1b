/** Yes and no, as a sheet says them: words, ticks and a checkbox's TRUE. */
import type { Lexicon } from './lexicon.js';
import { plain } from './plain.js';

/** `undefined` for anything that is neither. */
export function parseYesNo(text: string, lexicon: Lexicon): boolean | undefined {
  const words = plain(text).replace(/[.!]$/, '');
  if (lexicon.pattern('^(?:<yes>|[x1✓✔✅])$').test(words)) return true;
  return lexicon.pattern('^(?:<no>|[0✗✘-])$').test(words) ? false : undefined;
}
