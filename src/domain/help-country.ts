/** For which country a widget with a listing shows help lines: what the page says, else what the listing agrees on. */
import { countryOfZone } from './country-of-zone.js';
import type { Directory } from './directory.js';
import { type CountryFinding, countryCode, countryGiven, type HelpCountry } from './help-line.js';

/**
 * The page's own `country` wins, then a listing that speaks with one voice. The page's language
 * never chooses: it says what people read, not where a telephone rings.
 */
export function countryOf(attribute: string | undefined, directory: Directory | undefined): CountryFinding {
  const given = countryGiven(attribute ?? '');
  if (given.country) return given;
  const found = directory ? findingOf(directory) : {};
  const hint = given.hint ?? found.hint;
  return { ...found, ...(hint && { hint }) };
}

/** A directory never changes, and a widget asks with every keystroke. */
const findings = new WeakMap<Directory, CountryFinding>();

function findingOf(directory: Directory): CountryFinding {
  const finding = findings.get(directory) ?? countryOfDirectory(directory);
  findings.set(directory, finding);
  return finding;
}

function countryOfDirectory(directory: Directory): CountryFinding {
  const venues = new Set<string>();
  const zones = new Set<string>();
  for (const { meetings } of directory.groups)
    for (const { venue, timeZone } of meetings) {
      if (venue?.country) venues.add(venue.country);
      if (timeZone) zones.add(timeZone);
    }
  const named = known([...venues].map(countryCode));
  const zoned = [...zones].map(countryOfZone);
  const all = [...new Set([...named, ...known(zoned)])].sort();
  const [only] = all;
  if (all.length > 1)
    return {
      conflict: all,
      hint: `The listing speaks of several countries (${all.join(', ')}), so no help-line number is shown. ${MEND}`,
    };
  // A venue names its country outright; zones only hint at one, so each of them has to.
  if (only && (named.length || !zoned.includes(undefined))) return { country: only };
  return { hint: `The listing does not tell its country, so no help-line number is shown. ${MEND}` };
}

const known = (countries: readonly (HelpCountry | undefined)[]) =>
  countries.filter((country) => country !== undefined);

const MEND = 'Add the attribute country to the element, for example country="GB".';
