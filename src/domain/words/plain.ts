/** What people type differs in case, accents, dashes and spaces; the readers of words see it in one shape. */
import { fold } from '../plain-letters.js';

/** Folded, with one kind of dash, apostrophe and space. */
export function plain(text: string): string {
  return fold(text)
    .replace(/[‐-―−]/g, '-')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** One understood word or phrase. */
export interface Token {
  readonly kind: string;
  readonly word: string;
}

/** Regular expressions (of plain text) by the kind of token that they find; the first that fits a whole word wins. */
export type Vocabulary = Readonly<Record<string, string>>;

/** A reader that takes a text apart into tokens: all of it, or `undefined`. Nothing is passed over silently; a dash is `TO`. */
export function tokens(vocabulary: Vocabulary): (text: string) => Token[] | undefined {
  const kinds = Object.keys(vocabulary);
  const next = new RegExp(
    `(?:${kinds.map((kind) => `(${vocabulary[kind]})`).join('|')})(?![\\p{L}\\d])`,
    'uy',
  );
  const between = /[\s.,;:&+/()'"]*/y;
  return (text) => {
    const words = plain(text);
    const found: Token[] = [];
    for (let at = 0; ; at = next.lastIndex) {
      between.lastIndex = at;
      between.test(words);
      next.lastIndex = between.lastIndex;
      if (next.lastIndex >= words.length) return found;
      if (words[next.lastIndex] === '-') {
        found.push({ kind: 'TO', word: '-' });
        next.lastIndex++;
        continue;
      }
      const match = next.exec(words);
      if (!match) return undefined;
      const which = match.findIndex((group, index) => index > 0 && group !== undefined);
      found.push({ kind: kinds[which - 1] ?? '', word: match[0] });
    }
  };
}
