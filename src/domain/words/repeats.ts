/**
 * How a group repeats, as people write it, or as an RRULE.
 * Words that are not known, or that people mean in two ways, never become a date.
 */
import type { LocalDate } from '../meeting.js';
import {
  civil,
  dayNumber,
  daysInMonth,
  formatLocalDate,
  parseLocalDate,
  WEEKDAYS,
  weekdayOf,
} from '../recurrence/plain-day.js';
import type { ByDay, Rule, Weekday } from '../recurrence/rule.js';
import type { Lexicon } from './lexicon.js';
import { fallsOn } from './meets-on.js';
import { readSaid, unreadable } from './said.js';

/** What came of the words: a first day and a rule, or a sentence that says what is missing for one. */
export type Repeat =
  | { readonly start: LocalDate; readonly rule?: Rule }
  | { readonly start?: undefined; readonly unclear: string };

/** A rule with its first day: the given one or the next that fits; without one, the first since last year began. */
function anchored(rule: Rule, start: LocalDate | undefined, today: LocalDate, words: string): Repeat {
  if (
    !start &&
    ((rule.interval ?? 1) > 1 ||
      rule.count ||
      (rule.frequency !== 'DAILY' && !rule.byDay && !rule.byMonthDay))
  ) {
    return {
      unclear: `"${words}" needs a start date in the column "start date", so that everyone can tell which weeks are meant`,
    };
  }
  const given = parseLocalDate(start ?? '');
  if (given !== undefined && (rule.interval ?? 1) > 1 && fallsOn(rule, given, given) === false) {
    return {
      unclear: `the start date ${start} is not one of the days of "${words}": correct one of the two`,
    };
  }
  const from = given ?? dayNumber(Number(today.slice(0, 4)) - 1, 1, 1);
  for (let day = from; day < from + 800; day++) {
    const fits = fallsOn(rule, from, day);
    if (fits === undefined) break;
    if (fits) return { start: formatLocalDate(day), rule };
  }
  return start
    ? { start, rule }
    : { unclear: `"${words}" needs a start date in the column "start date", or no date can be worked out` };
}

/** "Tuesday", monthly, first on that date: on which Tuesday of the month? Unknown where a 4th may as well be the last. */
function nthOf(start: LocalDate | undefined, weekday: Weekday): ByDay | undefined {
  const { year, month, day } = civil(parseLocalDate(start ?? '') ?? 0);
  const nth = Math.ceil(day / 7);
  const fits = start && WEEKDAYS[weekdayOf(dayNumber(year, month, day))] === weekday;
  return fits && (nth < 4 || (nth === 4 && day + 7 <= daysInMonth(year, month)))
    ? { weekday, nth }
    : undefined;
}

export interface RepeatWords {
  /** Cells that speak of days and repeats: "every 2 weeks", "Tuesday". */
  readonly cells: readonly string[];
  /** First date, when there is one. */
  readonly start?: LocalDate | undefined;
  readonly today: LocalDate;
}

/**
 * The first day and the rule that the words mean. "Tuesday" alone is weekly; a date alone is once.
 * Throws a `RuleError` for a cell that cannot be read.
 */
export function parseRepeats({ cells, start, today }: RepeatWords, lexicon: Lexicon): Repeat {
  const written = cells.map((cell) => cell.trim()).filter(Boolean);
  const ruleCell = written.find((cell) => /^(?:rrule\s*:|freq\s*=)/i.test(cell));
  const wordCells = written.filter((cell) => cell !== ruleCell);
  const words = written.join(', ');
  const unclear = (why: string): Repeat => ({ unclear: `"${words}" ${why}` });
  const { days, nth, monthDays, every, once, twoWays } = readSaid(wordCells, lexicon);
  const byDay = days.map((weekday) => ({ weekday }));
  const from = (rule: Rule) => anchored(rule, start, today, ruleCell ?? words);
  if (ruleCell) {
    const rule = lexicon.parseRule?.(ruleCell);
    if (!rule) throw unreadable(ruleCell);
    return from(rule.frequency === 'WEEKLY' && !rule.byDay && days.length ? { ...rule, byDay } : rule);
  }
  if (twoWays)
    return unclear(
      'can mean two things: write "every 2 weeks" with a start date, or "2nd Tuesday of the month"',
    );
  if (once || !wordCells.length) {
    if (start) return { start };
    return once ? unclear('needs a date in the column "start date"') : { unclear: 'it has no day' };
  }
  const { unit = 'WEEKLY', interval = 1 } = every ?? {};
  const monthly = { frequency: 'MONTHLY', ...(interval > 1 && { interval }) } as const;
  if (nth.length || monthDays.length) {
    if (every && unit !== 'MONTHLY') throw unreadable(words);
    return from({ ...monthly, ...(nth.length ? { byDay: nth } : { byMonthDay: monthDays }) });
  }
  if (unit === 'MONTHLY') {
    const [day, another] = days;
    const same = day && !another ? nthOf(start, day) : undefined;
    return same
      ? from({ ...monthly, byDay: [same] })
      : unclear('does not say which day of the month: write for example "2nd Tuesday" or "last Friday"');
  }
  if (unit === 'DAILY' && interval === 1 && !days.length) return from({ frequency: 'DAILY' });
  // "every 14 days" is every 2 weeks; "daily" beside days is each of them.
  const weeks = unit === 'WEEKLY' || interval === 1 ? interval : interval / 7;
  if (weeks % 1) throw unreadable(words);
  if (!days.length && !start && weeks === 1)
    return unclear('needs a day in the column "day", or a start date');
  return from({ frequency: 'WEEKLY', ...(weeks > 1 && { interval: weeks }), ...(days.length && { byDay }) });
}
