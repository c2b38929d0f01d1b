/** Whether a group meets at all just now: what people write when it does not, and nobody knows until when. */
import { parseYesNo } from './answers.js';
import type { Lexicon } from './lexicon.js';
import { plain } from './plain.js';

/** "Suspended", "Active" in a cell of its own; `undefined` for anything else. */
export function parseStanding(text: string, lexicon: Lexicon): 'off' | 'running' | undefined {
  const words = plain(text);
  if (lexicon.pattern('^(?:<off>)').test(words)) return 'off';
  const answer = parseYesNo(text, lexicon);
  if (answer !== undefined) return answer ? 'running' : 'off';
  return lexicon.pattern('^(?:<running>)[.!]?$').test(words) ? 'running' : undefined;
}

/** The sentence of a note that says so, among others: "Back in May. Not meeting at present." */
export function sentenceOff(note: string, lexicon: Lexicon): string | undefined {
  return note
    .split(/[.;!\n]+/)
    .map((sentence) => sentence.trim())
    .find((sentence) => lexicon.pattern('^(?:<off>)').test(plain(sentence)));
}
