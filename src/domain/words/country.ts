/** Countries as people write them, to the two letters of ISO 3166: the device knows their English names. */

/** How people write countries: short forms, own languages, and the commonest names, which then need no list. */
const WRITTEN: Readonly<Record<string, string>> = {
  US: 'usa|us|united states|u.s.a.|u.s.|united states of america|estados unidos',
  GB: 'uk|gb|united kingdom|u.k.|gbr|great britain|england|scotland|wales|northern ireland',
  CA: 'canada|can',
  IE: 'ireland|irl|éire|eire|republic of ireland',
  AU: 'australia|aus',
  NZ: 'new zealand|nzl|aotearoa',
  DE: 'germany|deutschland|deu|alemania|allemagne',
  AT: 'österreich',
  CH: 'schweiz|suisse|svizzera',
  FR: 'france|fra|francia|frankreich',
  ES: 'spain|españa|esp|espagne|spanien',
  MX: 'mexico|méxico',
  IT: 'italia',
  NL: 'holland|nederland|the netherlands',
  BE: 'belgië|belgique',
  BR: 'brasil',
  TR: 'turkey',
};
const written = new Map(
  Object.entries(WRITTEN).flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)),
);

let english: Map<string, string> | undefined;

/** English names of all countries, from what the device knows. */
function englishNames(): Map<string, string> {
  if (english) return english;
  english = new Map();
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const display = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      const name = display.of(code)?.toLowerCase();
      // Groups of countries, private use and former states have names too.
      if (!name || /^(?:E[UZ]|QO|UN|X[AB]|ZZ)$/.test(code) || english.has(name)) continue;
      if (new Intl.Locale(`und-${code}`).region === code) english.set(name, code);
    }
  }
  return english;
}

/** Alpha-2 of a country's name or common short form; a bare code may as well be a state ("CA"). */
export function countryNamed(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  return written.get(name) ?? (/^[^\d]{4,50}$/.test(name) ? englishNames().get(name) : undefined);
}

/** Alpha-2 of what a field for the country says: a name, "USA", or a code. */
export function countryCode(text: string): string | undefined {
  const named = countryNamed(text);
  if (named) return named;
  const code = text.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) && [...englishNames().values()].includes(code) ? code : undefined;
}
