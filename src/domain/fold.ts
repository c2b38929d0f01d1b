/**
 * Text as people type it: blind to case, accents and spelling marks, so that "cafe" finds "Café".
 * Also says which part of the original text a typed word stands for, to mark it.
 */

import { ASCII, fold } from './plain-letters.js';

export { fold } from './plain-letters.js';

const WORD = /[\p{L}\p{N}]+(?:['’‘`]+[\p{L}\p{N}]+)*/gu;
const APOSTROPHE = /['’‘`ʼʻ]/;
const APOSTROPHES = /['’‘`ʼʻ]+/g;
/** Scripts written without spaces: a typed word may stand in the middle of a run. */
const SPACELESS = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
/** Nobody reads further in one line, and a name of a megabyte must not stop the page. */
const MARKED_CHARACTERS = 2000;

const withoutApostrophes = (word: string) => word.replace(APOSTROPHES, '');

/** The folded words of a text: "Women's café" → "womens", "cafe". */
export function wordsOf(text: string): string[] {
  return (fold(text).match(WORD) ?? []).map(withoutApostrophes);
}

/** True for a word in a script that is written without spaces: it is looked for anywhere in a run. */
export function isSpaceless(word: string): boolean {
  return SPACELESS.test(word);
}

/**
 * Where in a raw word typing may begin: at its start, after an elision ("l'hôpital"), and
 * where Latin letters follow a script without spaces ("互助会AA").
 */
function beginnings(raw: string): number[] {
  const found = [0];
  if (ASCII.test(raw) && !APOSTROPHE.test(raw)) return found;
  for (let at = 1; at < raw.length; at++) {
    const before = raw.charAt(at - 1);
    const here = raw.charAt(at);
    const afterElision = APOSTROPHE.test(before) && raw.length - at > 2;
    if ((afterElision || isSpaceless(before)) && !isSpaceless(here) && !APOSTROPHE.test(here)) found.push(at);
  }
  return found;
}

/** Every form under which a text's words can be found, for an index: "l'hôpital" → "lhopital", "hopital". */
export function findableWords(text: string): string[] {
  const folded = fold(text);
  const words = folded.match(WORD) ?? [];
  if (ASCII.test(folded) && !APOSTROPHE.test(folded)) return words;
  return words.flatMap((raw) => beginnings(raw).map((at) => withoutApostrophes(raw.slice(at))));
}

/** A stretch of a text, and whether it answers what was typed. */
export interface Stretch {
  readonly text: string;
  readonly hit: boolean;
}

/** How many characters of `raw`, from `at` on, stand for `word`; 0 when they do not begin with it. */
function covered(raw: string, at: number, word: string): number {
  let here = at;
  for (let next = 0; next < word.length; here++) {
    const character = raw.charAt(here);
    if (character === word.charAt(next)) next++;
    else if (next === 0 || !APOSTROPHE.test(character)) return 0;
  }
  return here - at;
}

/** Ranges of a folded text that stand for one of `words`, in order, without overlap. */
function foundRanges(folded: string, words: readonly string[]): [number, number][] {
  const ranges: [number, number][] = [];
  const add = (from: number, to: number) => {
    const last = ranges.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else ranges.push([from, to]);
  };
  for (const match of folded.matchAll(WORD)) {
    const [raw] = match;
    const found: [number, number][] = [];
    for (const word of words) {
      for (const at of isSpaceless(word) ? raw.split('').keys() : beginnings(raw)) {
        const length = covered(raw, at, word);
        if (length) found.push([at, at + length]);
      }
    }
    found.sort((a, b) => a[0] - b[0]);
    for (const [from, to] of found) add(match.index + from, match.index + to);
  }
  return ranges;
}

/**
 * Splits a text where its words begin with one of the typed (folded) words, to mark them.
 * The stretches joined give the text back. Of very long texts only the beginning is marked.
 */
export function matches(text: string, words: readonly string[]): Stretch[] {
  const typed = words.filter(Boolean);
  if (!text || !typed.length) return text ? [{ text, hit: false }] : [];
  // Position in the text of the character behind each position of the folded text; marks that
  // fold to nothing belong to the character before them.
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    if (at >= MARKED_CHARACTERS) break;
    const plain = fold(character);
    const end = at + character.length;
    if (!plain && ends.length) ends[ends.length - 1] = end;
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(at);
      ends.push(end);
    }
    folded += plain;
    at = end;
  }
  const stretches: Stretch[] = [];
  let done = 0;
  const push = (to: number, hit: boolean) => {
    if (to <= done) return;
    stretches.push({ text: text.slice(done, to), hit });
    done = to;
  };
  for (const [from, to] of foundRanges(folded, typed)) {
    push(starts[from] ?? done, false);
    push(ends[to - 1] ?? done, true);
  }
  push(text.length, false);
  return stretches;
}
