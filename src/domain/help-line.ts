/**
 * Which help lines belong beside a listing, and for which country. A wrong number is worse than none:
 * whatever is not known stays out, and a number never goes without its country.
 */
import type { LocalDate } from './meeting.js';
import type { Weekday } from './recurrence/rule.js';

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

/** What the page's attribute `country` says: a country, or a hint where it is nonsense. */
export function countryGiven(attribute: string): CountryFinding {
  const given = attribute.trim();
  const country = given ? countryCode(given) : undefined;
  if (country) return { country };
  return given
    ? {
        hint: `country="${given}" is no country that I know: write its two letters (ISO 3166-1), such as country="GB".`,
      }
    : {};
}

/** CLDR names these too, but nobody rings from there. */
const NO_COUNTRY = /^(?:EU|EZ|UN|QO|X[AB]|ZZ)$/;

/** Two letters in any case; UK and EL stand for GB and GR, as in the European Union. */
export function countryCode(text: string): HelpCountry | undefined {
  const letters = text.trim().toUpperCase();
  const code = letters === 'UK' ? 'GB' : letters === 'EL' ? 'GR' : letters;
  if (!/^[A-Z]{2}$/.test(code) || NO_COUNTRY.test(code)) return undefined;
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) && code;
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
