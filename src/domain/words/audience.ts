/** Finds family, friends and carers among the words for whom a group is, so that they get a door of their own. */
import { FAMILY } from '../group.js';
import type { Lexicon } from './lexicon.js';
import { plain } from './plain.js';

const SOME = '\\b<kin>(?![\\p{L}])';
/** Nothing but such words. Separators stand in one place only, or backtracking would not end. */
const ONLY = '^(?:(?:<and>|<joint>|<kin>)(?![\\p{L}])[ ,\\/&+()]*)+$';

/** The words, with `FAMILY` for those that mean family, friends or carers; words that mean others too stay beside it. */
export function parseAudience(words: readonly string[], lexicon: Lexicon): string[] {
  const found = new Set<string>();
  for (const word of words) {
    const written = plain(word);
    const kin = lexicon.pattern(SOME).test(written) && !lexicon.pattern('\\b<not>\\b').test(written);
    if (!kin || !lexicon.pattern(ONLY).test(written)) found.add(word);
    if (kin) found.add(FAMILY);
  }
  return [...found];
}
