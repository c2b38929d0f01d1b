/** Takes a text apart into the words that a reader understands. Nothing is passed over silently. */
import type { Lexicon } from './lexicon.js';
import { plain } from './plain.js';

/** One understood word or phrase. */
export interface Token {
  readonly kind: string;
  readonly word: string;
}

const BETWEEN = /[\s.,;:&+/()'"]*/y;

/**
 * A reader that finds these kinds of token, the first that fits a whole word: all of a text, or
 * `undefined`. A dash is `TO`; what is found as `_` is left out.
 */
export function tokens(
  patterns: Readonly<Record<string, string>>,
): (text: string, lexicon: Lexicon) => Token[] | undefined {
  const kinds = Object.keys(patterns);
  const source = `(?:${kinds.map((kind) => `(${patterns[kind]})`).join('|')})(?![\\p{L}\\d])`;
  return (text, lexicon) => {
    const next = lexicon.pattern(source, 'uy');
    const words = plain(text);
    const found: Token[] = [];
    for (let at = 0; ; ) {
      BETWEEN.lastIndex = at;
      BETWEEN.test(words);
      at = next.lastIndex = BETWEEN.lastIndex;
      if (at >= words.length) return found;
      if (words[at] === '-') {
        found.push({ kind: 'TO', word: '-' });
        at++;
        continue;
      }
      const match = next.exec(words);
      if (!match) return undefined;
      at = next.lastIndex;
      const kind = kinds[match.findIndex((group, index) => index > 0 && group !== undefined) - 1] ?? '_';
      if (kind !== '_') found.push({ kind, word: match[0] });
    }
  };
}
