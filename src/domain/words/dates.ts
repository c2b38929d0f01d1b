/**
 * Dates as people write them. Whether 3/12 is in March or in
 * December is decided for a whole column, from all of its values, never date by date.
 */
import type { LocalDate } from '../meeting.js';
import {
  dayNumber,
  daysInMonth,
  formatLocalDate,
  parseLocalDate,
  WEEKDAYS,
  weekdayOf,
} from '../recurrence/plain-day.js';
import { parseDays } from './days.js';
import type { Lexicon } from './lexicon.js';
import { plain } from './plain.js';

export type DateOrder = 'day-first' | 'month-first';

/** The month with a name that begins like this and no other's: "dic", "sept"; "ju" and "jui" are two months' beginning. */
function monthOf(word: string, { vocabularies }: Lexicon): number {
  const months = new Set<number>();
  for (const { words } of vocabularies) {
    for (const [index, names] of (words.monthNames ?? '').split('|').entries())
      if (names.split(' ').some((name) => name.startsWith(word))) months.add(index + 1);
  }
  return word.length > 2 && months.size === 1 ? ([...months][0] ?? 0) : 0;
}

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const NUMBERS = /^(\d{1,2}) ?([./-]) ?(\d{1,2})(?: ?\2 ?(\d{4}|\d\d)?)?$/;
const DAY_THEN_MONTH =
  "^(\\d{1,2})(?:<suffix>|\\.)?[ -]?(?:<of> )?([a-z]{3,})\\.?,?(?: (?:<of> )?|-)?(\\d{4}|'?\\d\\d)?$";
const MONTH_THEN_DAY = "^([a-z]{3,})\\.? (?:<of> )?(\\d{1,2})(?:<suffix>)?(?:,? (\\d{4}|'\\d\\d))?$";

/** Year (0: not said), the first and the second number, and whether day and month could be the other way round. */
function readParts(
  text: string,
  lexicon: Lexicon,
): { year: number; month: number; day: number; open: boolean } | undefined {
  const year = (digits: string | undefined) => {
    const value = Number(digits?.replace("'", '') ?? 0);
    return value && value < 100 ? 2000 + value : value;
  };
  let match = ISO.exec(text);
  if (match) return { year: year(match[1]), month: Number(match[2]), day: Number(match[3]), open: false };
  match = NUMBERS.exec(text);
  // With dots the day comes first, wherever dots are used.
  if (match)
    return { year: year(match[4]), month: Number(match[3]), day: Number(match[1]), open: match[2] !== '.' };
  match = lexicon.pattern(DAY_THEN_MONTH).exec(text);
  if (match)
    return {
      year: year(match[3]),
      month: monthOf(match[2] ?? '', lexicon),
      day: Number(match[1]),
      open: false,
    };
  match = lexicon.pattern(MONTH_THEN_DAY).exec(text);
  return match
    ? { year: year(match[3]), month: monthOf(match[1] ?? '', lexicon), day: Number(match[2]), open: false }
    : undefined;
}

/** A weekday in front of a date; taken off, since it can only confirm the date. */
const WEEKDAY = '^([a-z]{2,10})\\.?,? (?:<of> )?(?=.*\\d)';

interface WrittenDate {
  /** As in `WEEKDAYS`; absent when no weekday is named. */
  readonly weekday?: number;
  readonly text: string;
}

function withoutWeekday(written: string, lexicon: Lexicon): WrittenDate {
  const text = plain(written).replace(lexicon.pattern('^<on> '), '');
  const [prefix = '', word = ''] = lexicon.pattern(WEEKDAY).exec(text) ?? [];
  const [day] = parseDays(word, lexicon) ?? [];
  if (!day || monthOf(word, lexicon)) return { text };
  return { weekday: WEEKDAYS.indexOf(day), text: text.slice(prefix.length) };
}

/** What the dates of a column say about their order: `undefined` when they say nothing, or both. */
export function dateOrder(values: Iterable<string>, lexicon: Lexicon): DateOrder | undefined {
  const said = new Set<DateOrder>();
  for (const value of values) {
    const parts = readParts(withoutWeekday(value, lexicon).text, lexicon);
    if (!parts?.open) continue;
    if (parts.day > 12) said.add('day-first');
    if (parts.month > 12) said.add('month-first');
  }
  return said.size === 1 ? [...said][0] : undefined;
}

/** True when the date could be read both ways, and the two are different days. */
export function isOpenDate(text: string, lexicon: Lexicon): boolean {
  const parts = readParts(withoutWeekday(text, lexicon).text, lexicon);
  return parts?.open === true && parts.day < 13 && parts.month < 13 && parts.day !== parts.month;
}

/**
 * "24/12/2026", "3 de diciembre de 2026", "Thursday 3 Dec". Without a year it is the next such date from `today`.
 * `undefined` for days that do not exist and for a weekday that contradicts the date.
 */
export function parseDate(
  text: string,
  today: LocalDate,
  lexicon: Lexicon,
  order: DateOrder = 'day-first',
): LocalDate | undefined {
  const written = withoutWeekday(text, lexicon);
  const parts = readParts(written.text, lexicon);
  if (!parts) return undefined;
  let { month, day } = parts;
  if (parts.open && ((order === 'month-first' && day < 13) || month > 12)) [month, day] = [day, month];
  const now = parseLocalDate(today) ?? 0;
  const exists = (year: number) => month > 0 && month < 13 && day > 0 && day <= daysInMonth(year, month);
  let year = parts.year;
  if (!year) {
    year = Number(today.slice(0, 4));
    if (!exists(year) || dayNumber(year, month, day) < now) year++;
  }
  if (year < 1900 || year > 2199 || !exists(year)) return undefined;
  const number = dayNumber(year, month, day);
  return written.weekday === undefined || weekdayOf(number) === written.weekday
    ? formatLocalDate(number)
    : undefined;
}
