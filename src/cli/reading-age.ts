/**
 * How old a reader has to be for a text, by the formula of Flesch and Kincaid (1975): US school grade, five
 * years added. It counts syllables, so it is for English alone, and it only guesses: a short odd word passes.
 */

const VOWELS = /[aeiouy]+/g;

/** Syllables of an English word, by its letters. */
function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  // A silent e at the end; "-ed" after most letters; "-les" and "-ted" are heard.
  const heard = letters
    .replace(/(?:[^laeiouy]es|[^aeioutdy]ed|[^laeiouy]e)$/, (end) => end[0] ?? '')
    .replace(/^y/, '');
  const groups = heard.match(VOWELS)?.length ?? 0;
  // Two vowels that are said apart: "re-al", "va-ri-ous", "cre-ate".
  const apart = heard.match(/i(?:a|o(?!u?s?$|n)|um)|eo(?!p)|ea(?:l$|te)|ua|uo|ism$/g)?.length ?? 0;
  return Math.max(1, groups + apart);
}

/** Age in years; `undefined` for less than a sentence's worth of words, of which nothing can be said. */
export function readingAge(text: string): number | undefined {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  if (words.length < 10) return undefined;
  const sentences = Math.max(1, text.match(/[.!?:;](?=\s|$)/g)?.length ?? 1);
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  const grade = 0.39 * (words.length / sentences) + 11.8 * (spoken / words.length) - 15.59;
  return Math.max(5, grade + 5);
}
