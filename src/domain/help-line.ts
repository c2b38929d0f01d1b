/**
 * Which help lines belong beside a listing, and for which country. A wrong number is worse than none:
 * whatever is not known stays out, and a number never goes without its country.
 */
import { countryOfZone } from './country-of-zone.js';
import type { Directory } from './directory.js';
import type { LocalDate } from './meeting.js';
import { dayOf, formatLocalDateTime, WEEKDAYS, weekdayOf } from './recurrence/plain-day.js';
import type { Weekday } from './recurrence/rule.js';
import { toWall, zoneNamed } from './recurrence/zone.js';

/** ISO 3166-1 alpha-2, upper case. */
export type HelpCountry = string;

/** When a line answers, where that is not day and night. */
export interface OpeningHours {
  /** Days on which it opens; absent: every day. */
  readonly days?: readonly Weekday[];
  /** `HH:MM` in `zone`. */
  readonly from: string;
  /** `HH:MM`; at or before `from` it is on the next day. */
  readonly to: string;
  /** IANA zone. */
  readonly zone: string;
}

/** Where to send a text message, and the word that opens the conversation. */
export interface TextLine {
  readonly number: string;
  readonly keyword?: string;
}

export interface HelpLine {
  readonly country: HelpCountry;
  readonly tier: 'urgent' | 'talk';
  /** As the line calls itself. */
  readonly name: string;
  /** Part of the country it serves; absent: all of it. */
  readonly where?: string;
  /** As it is written in its country. */
  readonly phone?: string;
  readonly text?: TextLine;
  /** http(s). */
  readonly url?: string;
  /** Absent: nobody has told, so say neither open nor closed. */
  readonly hours?: '24/7' | OpeningHours;
  /** BCP 47. */
  readonly languages?: readonly string[];
  /** Day when someone last checked the row against its source. */
  readonly checkedOn: LocalDate;
}

/** The number to ring when a life is in danger. */
export interface EmergencyNumber {
  readonly country: HelpCountry;
  readonly number: string;
  readonly checkedOn: LocalDate;
}

/** All lines that ship, as the content hands them in. */
export interface HelpLines {
  /** Lists lines of every country. */
  readonly directory: string;
  /** By day of the check, then by number: the countries it holds for, parted by spaces. */
  readonly emergency: Readonly<Record<LocalDate, Readonly<Record<string, string>>>>;
  readonly lines: readonly HelpLine[];
}

/** Three tiers for one country. */
export interface Help {
  /** Absent: unknown, and then there is no number at all. */
  readonly country?: HelpCountry;
  /** Life in danger now. Absent: say "call your local emergency number". */
  readonly emergency?: EmergencyNumber;
  readonly urgent: readonly HelpLine[];
  readonly talk: readonly HelpLine[];
  readonly directory: string;
}

/** Which country a widget stands in, or why that is not known. */
export interface CountryFinding {
  readonly country?: HelpCountry;
  /** The countries between which the listing does not decide. */
  readonly conflict?: readonly HelpCountry[];
  /** English, for the webmaster. */
  readonly hint?: string;
}

export function helpFor(country: HelpCountry | undefined, lines: HelpLines): Help {
  const { directory } = lines;
  if (!country) return { urgent: [], talk: [], directory };
  const of = (tier: HelpLine['tier']) =>
    lines.lines.filter((line) => line.country === country && line.tier === tier);
  const emergency = emergencyOf(country, lines);
  return { country, ...(emergency && { emergency }), urgent: of('urgent'), talk: of('talk'), directory };
}

function emergencyOf(country: HelpCountry, lines: HelpLines): EmergencyNumber | undefined {
  for (const [checkedOn, numbers] of Object.entries(lines.emergency))
    for (const [number, countries] of Object.entries(numbers))
      if (countries.split(' ').includes(country)) return { country, number, checkedOn };
  return undefined;
}

/**
 * The page's own `country` wins, then a listing that speaks with one voice. The page's language
 * never chooses: it says what people read, not where a telephone rings.
 */
export function countryOf(attribute: string | undefined, directory: Directory | undefined): CountryFinding {
  const given = attribute?.trim();
  const named = given ? countryCode(given) : undefined;
  if (named) return { country: named };
  const nonsense = given
    ? `country="${given}" is no country that I know: write its two letters (ISO 3166-1), such as country="GB".`
    : undefined;
  const found = directory ? findingOf(directory) : {};
  const hint = nonsense ?? found.hint;
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

/** CLDR names these too, but nobody rings from there. */
const NO_COUNTRY = /^(?:EU|EZ|UN|QO|X[AB]|ZZ)$/;

/** Two letters in any case; UK and EL stand for GB and GR, as in the European Union. */
function countryCode(text: string): HelpCountry | undefined {
  const letters = text.trim().toUpperCase();
  const code = letters === 'UK' ? 'GB' : letters === 'EL' ? 'GR' : letters;
  if (!/^[A-Z]{2}$/.test(code) || NO_COUNTRY.test(code)) return undefined;
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) && code;
}

/** Does somebody answer at `now` (milliseconds since the epoch)? Undefined: not known. */
export function isOpen(line: Pick<HelpLine, 'hours'>, now: number): boolean | undefined {
  const { hours } = line;
  if (!hours) return undefined;
  if (hours === '24/7') return true;
  const zone = zoneNamed(hours.zone);
  if (!zone) return undefined;
  const wall = toWall(now, zone);
  const day = dayOf(wall);
  const time = formatLocalDateTime(wall).slice(11);
  const { days, from, to } = hours;
  const opens = (on: number) => !days || days.some((name) => name === WEEKDAYS[weekdayOf(on)]);
  if (from < to) return opens(day) && time >= from && time < to;
  return (opens(day) && time >= from) || (opens(day - 1) && time < to);
}

/**
 * Link that rings a number. Digits alone: RFC 3966 would have `;phone-context=` after a national number,
 * but telephones dial that badly, and every one of them takes the plain form.
 */
export function callLink(phone: string): string {
  return `tel:${phone.replace(/[^\d*#+]/g, '')}`;
}

/** Link that opens a text message to a number, with its keyword (RFC 5724). */
export function textLink({ number, keyword }: TextLine): string {
  const body = keyword ? `?body=${encodeURIComponent(keyword)}` : '';
  return `sms:${number.replace(/[^\d+]/g, '')}${body}`;
}
