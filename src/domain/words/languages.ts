/** Names of languages, in English, Spanish, German, French or the language itself, to BCP 47: the device knows them. */
import { plain } from './plain.js';

/** ISO 639-1, and what is spoken in groups besides. */
const CODES =
  'aa ab af ak am ar as ay az be bg bi bn bo br bs ca ckb co cs cy da de dv dz ee el en eo es et eu fa ff fi fil fj fo fr fy ga gd gl gn gu gv ha haw he hi hr ht hu hy id ig is it iu ja jv ka kk kl km kn ko kok ks ku kw ky lb ln lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no ny om or pa pl ps pt qu rm ro ru rw sa sd sg si sk sl sm sn so sq sr st su sv sw syl ta te tg th ti tk tl tn to tr ts tt ug uk ur uz ve vi wo xh yi yo yue zh zu ase bfi gsg fsl ssp';

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

let names: Map<string, string> | undefined;

function namesOfLanguages(): Map<string, string> {
  if (names) return names;
  names = new Map(Object.entries(SHORT));
  const codes = CODES.split(' ');
  // Its own name last: "Bosnian" in any of the four wins over a namesake elsewhere.
  for (const language of ['en', 'es', 'de', 'fr', '']) {
    for (const code of codes) {
      let name: string | undefined;
      try {
        name = new Intl.DisplayNames(language || code, { type: 'language', fallback: 'none' }).of(code);
      } catch {
        // A device need not know every language.
      }
      const key = plain(name ?? '');
      if (key && !names.has(key)) names.set(key, code);
    }
  }
  return names;
}

function languageNamed(text: string): string | undefined {
  const words = plain(text);
  const named = namesOfLanguages().get(words);
  if (named) return named;
  if (
    !/^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/.test(words) ||
    !CODES.split(' ').includes(words.split(/[-_]/)[0] ?? '')
  )
    return undefined;
  try {
    return Intl.getCanonicalLocales(words.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** Every language named, and the words that name none. */
export function parseLanguages(text: string): { readonly tags: string[]; readonly unknown: string[] } {
  const tags = new Set<string>();
  const unknown: string[] = [];
  for (const part of text.split(/[,;|/&+\n]| (?:and|y|e|und|et) /i)) {
    const word = part.trim();
    if (!word) continue;
    const tag = languageNamed(word);
    if (tag) tags.add(tag);
    else unknown.push(word);
  }
  return { tags: [...tags], unknown };
}
