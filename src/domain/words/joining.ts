/** How one joins: "just turn up", "please book", "GP referral". */
import type { Joining } from '../group.js';
import type { Lexicon } from './lexicon.js';
import { plain } from './plain.js';

/** Turning up wins where both are offered: "drop in or book". */
export function parseJoining(text: string, lexicon: Lexicon): Joining | undefined {
  const words = plain(text);
  if (lexicon.pattern('<dropIn>').test(words)) return 'drop-in';
  if (lexicon.pattern('<referral>').test(words) && !lexicon.pattern('<noReferral>').test(words))
    return 'referral';
  return lexicon.pattern('<book>').test(words) ? 'book' : undefined;
}
