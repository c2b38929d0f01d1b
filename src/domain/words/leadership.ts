/** Who leads: "lived experience", "a nurse", "both". */
import type { Leadership } from '../group.js';
import type { Lexicon } from './lexicon.js';
import { plain } from './plain.js';

/** `undefined` for a name, or for words that say neither. */
export function parseLeadership(text: string, lexicon: Lexicon): Leadership | undefined {
  const words = plain(text);
  const peers = lexicon.pattern('<peers>').test(words);
  const professionals = lexicon.pattern('<professionals>').test(words);
  if ((peers && professionals) || lexicon.pattern('^<both>').test(words)) return 'both';
  return peers ? 'peers' : professionals ? 'professionals' : undefined;
}
