/** Names of languages, in English, Spanish, German, French or the language itself, to BCP 47: the device knows them. */
import type { Lexicon } from './lexicon.js';
import { plain } from './plain.js';

/** Codes of three letters that are spoken in groups; those of two letters are tried one and all. */
const LONG_CODES = ['ase', 'bfi', 'ckb', 'fil', 'fsl', 'gsg', 'haw', 'kok', 'ssp', 'syl', 'yue'];

/** What people write and no device's list has. */
const SHORT: Readonly<Record<string, string>> = {
  bsl: 'bfi',
  'british sign language': 'bfi',
  asl: 'ase',
  dgs: 'gsg',
  'deutsche gebardensprache': 'gsg',
  lsf: 'fsl',
  'langue des signes francaise': 'fsl',
  lse: 'ssp',
  'lengua de signos espanola': 'ssp',
  farsi: 'fa',
  castellano: 'es',
  cymraeg: 'cy',
  gaeilge: 'ga',
  mandarin: 'zh',
  cantonese: 'yue',
  flemish: 'nl',
  gaelic: 'gd',
  sylheti: 'syl',
  tagalog: 'tl',
  norwegian: 'no',
};

/** Names by what tells them: English first, the others when a word asks for them. */
const names = new Map(Object.entries(SHORT));
let codes: string[] = [];
let allNames = false;

const namesIn = (language: string) => new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });

function addName(name: string | undefined, code: string): void {
  const key = plain(name ?? '');
  if (key && !names.has(key)) names.set(key, code);
}

function learnEnglishNames(): void {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const english = namesIn('en');
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  // A code that stands for another is out of use.
  codes = pairs.filter((code) => english.of(code) && Intl.getCanonicalLocales(code)[0] === code);
  codes.push(...LONG_CODES);
  for (const code of codes) addName(english.of(code), code);
}

function learnAllNames(): void {
  allNames = true;
  for (const language of ['es', 'de', 'fr']) {
    const display = namesIn(language);
    for (const code of codes) addName(display.of(code), code);
  }
  // Its own name last: a name in any of the four wins over a namesake elsewhere.
  for (const code of codes) addName(namesIn(code).of(code), code);
}

/** BCP 47 of one language's name or code. */
export function languageNamed(text: string): string | undefined {
  if (!codes.length) learnEnglishNames();
  const words = plain(text);
  if (!names.has(words) && codes.includes(words.split(/[-_]/)[0] ?? '')) {
    try {
      return Intl.getCanonicalLocales(words.replaceAll('_', '-'))[0];
    } catch {
      return undefined;
    }
  }
  if (!names.has(words) && !allNames) learnAllNames();
  return names.get(words);
}

/** Every language named, and the words that name none. */
export function parseLanguages(
  text: string,
  lexicon: Lexicon,
): { readonly tags: string[]; readonly unknown: string[] } {
  const tags = new Set<string>();
  const unknown: string[] = [];
  for (const part of text.split(lexicon.pattern('[,;|\\/&+\\n]| <and> ', 'iu'))) {
    const word = part.trim();
    if (!word) continue;
    const tag = languageNamed(word);
    if (tag) tags.add(tag);
    else unknown.push(word);
  }
  return { tags: [...tags], unknown };
}
