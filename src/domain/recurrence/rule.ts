/** The only parser of RFC 5545 recurrence rules (RRULE). */
import { dayOf, formatLocalDate, formatLocalDateTime, parseWritten, WEEKDAYS } from './plain-day.js';
import { RuleError } from './rule-error.js';
import { FREQUENCIES, faultOf, LISTS, type RuleFault } from './rule-fault.js';

export { WEEKDAYS } from './plain-day.js';
export { RuleError } from './rule-error.js';

/** Two-letter weekday of RFC 5545. */
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

export type Frequency = 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY';

/** One BYDAY entry: a weekday, with `nth` counted from the start (1…) or the end (-1…) of the month or year. */
export interface ByDay {
  readonly weekday: Weekday;
  readonly nth?: number;
}

export interface Rule {
  readonly frequency: Frequency;
  /** Default 1. */
  readonly interval?: number;
  readonly count?: number;
  /** Last start: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` (local, with seconds if need be) or `YYYY-MM-DDTHH:MM:SSZ` (UTC). */
  readonly until?: string;
  readonly byMonth?: readonly number[];
  /** Weeks of the year, as ISO 8601 numbers them, with weeks that begin on `weekStart`. */
  readonly byWeekNo?: readonly number[];
  readonly byYearDay?: readonly number[];
  readonly byMonthDay?: readonly number[];
  readonly byDay?: readonly ByDay[];
  readonly byHour?: readonly number[];
  readonly byMinute?: readonly number[];
  readonly bySecond?: readonly number[];
  readonly bySetPos?: readonly number[];
  /** Default MO. */
  readonly weekStart?: Weekday;
}

/** Real rules stay under 200 characters; a hostile feed's may not slow every expansion down. */
const LONGEST_RULE = 2000;

type Draft = { -readonly [Part in keyof Rule]: Rule[Part] };

/** Reads one part's value into the rule. */
const PARTS: Readonly<Record<string, (draft: Draft, value: string) => void>> = {
  FREQ(draft, value) {
    const frequency = FREQUENCIES.find((known) => known === value);
    if (!frequency) refuse(`FREQ=${quoted(value)} cannot be read: write DAILY, WEEKLY, MONTHLY or YEARLY.`);
    draft.frequency = frequency;
  },
  INTERVAL: (draft, value) => {
    draft.interval = positive('INTERVAL', value);
  },
  COUNT: (draft, value) => {
    draft.count = positive('COUNT', value);
  },
  UNTIL(draft, value) {
    const written = parseWritten(value);
    if (!written) refuse(`UNTIL=${quoted(value)} is no date: write it as 20261231 or 20261231T225959Z.`);
    const { wall, utc, dateOnly } = written;
    const seconds = (wall / 1000) % 60;
    const withSeconds = utc || seconds ? `:${String(seconds).padStart(2, '0')}` : '';
    draft.until = dateOnly
      ? formatLocalDate(dayOf(wall))
      : `${formatLocalDateTime(wall)}${withSeconds}${utc ? 'Z' : ''}`;
  },
  BYDAY: (draft, value) => {
    draft.byDay = value.split(',').map((item): ByDay => {
      const found = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item.trim());
      const weekday = WEEKDAYS.find((known) => known === found?.[2]);
      if (!weekday) refuse(`BYDAY=${quoted(item)} is no weekday: write MO, TU, WE, TH, FR, SA or SU.`);
      return found?.[1] === undefined ? { weekday } : { weekday, nth: Number(found[1]) };
    });
  },
  WKST(draft, value) {
    const weekday = WEEKDAYS.find((known) => known === value);
    if (!weekday) refuse(`WKST=${quoted(value)} is no weekday: write MO, TU, WE, TH, FR, SA or SU.`);
    draft.weekStart = weekday;
  },
};

/** The parts that are lists of numbers, by the name that RFC 5545 gives them. */
const LIST_PARTS = new Map(LISTS.map(([part]) => [part.toUpperCase(), part] as const));

/** Parts of RFC 7529 with the one value that changes nothing. */
const GREGORIAN: ReadonlyMap<string, string> = new Map([
  ['RSCALE', 'GREGORIAN'],
  ['SKIP', 'OMIT'],
]);

/**
 * Reads an RRULE, forgiving case, spaces, `RRULE:` in front and a semicolon at the end. Throws a `RuleError` for
 * every rule that `occurrences` would not expand exactly.
 */
export function parseRule(text: string): Rule {
  const parts = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE\s*:/, '')
    .replace(/;\s*$/, '');
  if (parts.length > LONGEST_RULE) refuse(`A rule of ${parts.length} characters is too long to read.`);
  const draft: Partial<Draft> = {};
  const seen = new Set<string>();
  for (const part of parts.split(';')) {
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(0, equals)).trim();
    const value = part.slice(equals + 1).trim();
    if (!name || !value)
      refuse(`${quoted(part.trim())} is no part of a rule: write them like FREQ=WEEKLY;BYDAY=TU.`);
    if (seen.has(name)) refuse(`${quoted(name)} is given twice: keep one.`);
    seen.add(name);
    const unneeded = GREGORIAN.get(name);
    if (unneeded === value) continue;
    if (unneeded) refuse(`${name} cannot be read: only the Gregorian calendar can be repeated in.`);
    const list = LIST_PARTS.get(name);
    const read = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
    if (list) draft[list] = numbers(name, value);
    else if (read) read(draft as Draft, value);
    else
      refuse(
        `${quoted(name)} is unknown: a rule may have ${[...Object.keys(PARTS), ...LIST_PARTS.keys()].join(', ')}.`,
      );
  }
  if (!draft.frequency) refuse('FREQ is missing: start with FREQ=WEEKLY, MONTHLY, YEARLY or DAILY.');
  const rule: Rule = draft as Draft;
  checkRule(rule);
  return rule;
}

/** Where each part may stand: RFC 5545 3.3.10, its table and the sentences around it. */
const STANDS: Readonly<Record<string, string>> = {
  BYWEEKNO: 'FREQ=YEARLY',
  BYYEARDAY: 'FREQ=YEARLY',
  BYMONTHDAY: 'FREQ=DAILY, MONTHLY or YEARLY',
};

const SENTENCES: Readonly<Record<RuleFault[0], (part: string, ...fault: string[]) => string>> = {
  frequency: (_, value = '') => `The frequency ${quoted(value)} is unknown.`,
  whole: (part, value = '') => `${part}=${quoted(value)} must be a whole number from 1 on.`,
  both: () => 'COUNT and UNTIL cannot stand together: keep one.',
  until: (_, value = '') => `UNTIL=${quoted(value)} is no date.`,
  empty: (part) => `${part} is empty.`,
  range: (part, value, least, most) =>
    `${part === 'BYDAY' ? 'The number in BYDAY' : part} cannot be ${value}: it runs from ${least === '0' ? 0 : 1} to ${most}${Number(least) < 0 ? `, or from -1 to ${least}` : ''}.`,
  never: (part, frequency) =>
    `${part} cannot stand in a ${frequency?.toLowerCase()} rule: it needs ${STANDS[part]} (RFC 5545 3.3.10).`,
  weekday: (_, value = '') => `${quoted(value)} is no weekday.`,
  nth: () =>
    'BYDAY with a number, such as 1TU, needs FREQ=MONTHLY, or FREQ=YEARLY without BYWEEKNO (RFC 5545 3.3.10).',
  alone: () => 'BYSETPOS picks from other parts: add BYDAY, BYMONTHDAY or BYMONTH (RFC 5545 3.3.10).',
};

/** Throws a `RuleError` for a rule that contradicts RFC 5545 3.3.10: for rules that were not read by `parseRule`. */
export function checkRule(rule: Rule): void {
  const fault = faultOf(rule);
  if (!fault) return;
  const [kind, part, ...values] = fault;
  refuse(SENTENCES[kind](part.toUpperCase(), ...values.map(String)));
}

/** Writes the rule as RFC 5545 wants it, without `RRULE:`. */
export function formatRule(rule: Rule): string {
  const parts: [string, string | number | undefined][] = [
    ['FREQ', rule.frequency],
    ['INTERVAL', rule.interval],
    ['COUNT', rule.count],
    ['UNTIL', rule.until && basicForm(rule.until)],
    ['BYDAY', rule.byDay?.map(({ weekday, nth }) => `${nth ?? ''}${weekday}`).join()],
    ...LISTS.map(([part]) => [part.toUpperCase(), rule[part]?.join()] as [string, string | undefined]),
    ['WKST', rule.weekStart],
  ];
  return parts.flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`)).join(';');
}

/** `2026-12-31T23:59` to `20261231T235900`: RFC 5545 wants seconds. */
function basicForm(until: string): string {
  const bare = until.replace(/[-:]/g, '');
  return bare.length === 13 ? `${bare}00` : bare;
}

function positive(name: string, value: string): number {
  const number = /^\d+$/.test(value) ? Number(value) : 0;
  if (!Number.isSafeInteger(number) || number < 1) refuse(SENTENCES.whole(name, value));
  return number;
}

function numbers(name: string, value: string): number[] {
  return value.split(',').map((item) => {
    if (!/^\s*[+-]?\d{1,3}\s*$/.test(item)) refuse(`${name}=${quoted(item)} is no whole number.`);
    return Number(item);
  });
}

/** What stands in a feed may be a megabyte long: enough of it to find the place. */
function quoted(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}

function refuse(sentence: string): never {
  throw new RuleError(sentence);
}
