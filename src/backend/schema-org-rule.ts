/** The words of schema.org for how something repeats, as a rule of RFC 5545. What has two readings is not read. */
import type { LocalDate } from '../domain/meeting.js';
import { ruleDays } from '../domain/recurrence/expand.js';
import {
  civil,
  dayNumber,
  daysInMonth,
  formatLocalDate,
  WEEKDAYS,
  weekdayOf,
} from '../domain/recurrence/plain-day.js';
import {
  type ByDay,
  checkRule,
  type Frequency,
  parseRule,
  type Rule,
  RuleError,
} from '../domain/recurrence/rule.js';
import { text } from './record.js';
import { memberOf, type NodeReader } from './schema-org-node.js';

const UNITS: Readonly<Record<string, Frequency>> = { D: 'DAILY', W: 'WEEKLY', M: 'MONTHLY', Y: 'YEARLY' };
/** "Biweekly" is twice a week for some and every two weeks for others. */
const WORDS: Readonly<Record<string, string>> = {
  daily: 'P1D',
  weekly: 'P1W',
  fortnightly: 'P2W',
  monthly: 'P1M',
  quarterly: 'P3M',
  yearly: 'P1Y',
  annually: 'P1Y',
};
const DAY =
  /^([+-]?[1-5])?(mo(?:n(?:day)?)?|tu(?:e(?:s(?:day)?)?)?|we(?:d(?:nesday)?)?|th(?:u(?:rs?(?:day)?)?)?|fr(?:i(?:day)?)?|sa(?:t(?:urday)?)?|su(?:n(?:day)?)?)s?$/i;
/** A rule that has no day within this has none. */
const SEARCHED_DAYS = 800;

/** As much of a feed’s words as finds the place. */
export const quoted = (written: string): string => `"${text(written, 40)}"`;

/** Frequency and interval, `undefined` when none is written. */
function frequencyOf(written: string): Pick<Rule, 'frequency' | 'interval'> | undefined {
  if (!written) return undefined;
  const word = written.toLowerCase();
  const iso = Object.hasOwn(WORDS, word) ? WORDS[word] : written;
  const [, figures, unit] = /^P(\d{1,3})([DWMY])$/i.exec(iso ?? '') ?? [];
  const frequency = UNITS[unit?.toUpperCase() ?? ''];
  const count = Number(figures);
  if (!frequency || !count) {
    throw new RuleError(`repeatFrequency ${quoted(written)} cannot be read: write P1D, P1W, P2W, P1M or P1Y`);
  }
  // Every seven days is every week.
  if (frequency === 'DAILY' && count % 7 === 0) return every('WEEKLY', count / 7);
  return every(frequency, count);
}

const every = (frequency: Frequency, interval: number) => ({ frequency, ...(interval > 1 && { interval }) });

function daysOf(schedule: NodeReader): ByDay[] {
  const words = schedule
    .own('byDay')
    .flatMap((value) => (typeof value === 'string' ? text(value, 500).split(/[,;\s]+/) : [value]));
  return words
    .map(memberOf)
    .filter(Boolean)
    .map((word) => {
      const [, nth, name] = DAY.exec(word) ?? [];
      const weekday = WEEKDAYS.find((day) => day === name?.slice(0, 2).toUpperCase());
      if (!weekday)
        throw new RuleError(`byDay ${quoted(word)} is no weekday such as https://schema.org/Tuesday`);
      return nth ? { weekday, nth: Number(nth) } : { weekday };
    });
}

function numbersOf(schedule: NodeReader, name: string): number[] | undefined {
  const numbers = schedule
    .own(name)
    .flatMap((value) => (typeof value === 'string' ? value.slice(0, 500).split(',') : [value]))
    .map((value) => {
      const number = Number(text(value) || Number.NaN);
      if (!Number.isInteger(number)) throw new RuleError(`${name} ${quoted(text(value))} is no whole number`);
      return number;
    });
  return numbers.length ? numbers : undefined;
}

/** On which Tuesday of the month does what began on this day fall? A fourth may as well be the last. */
function nthOf({ weekday }: ByDay, start: number | undefined): ByDay {
  const { year, month, day } = civil(start ?? 0);
  const nth = Math.ceil(day / 7);
  if (
    start === undefined ||
    WEEKDAYS[weekdayOf(start)] !== weekday ||
    nth > 4 ||
    (nth === 4 && day + 7 > daysInMonth(year, month))
  )
    throw new RuleError('it does not say which day of the month: add byMonthWeek, or write byDay like "2TU"');
  return { weekday, nth };
}

/** The days on which a Schedule repeats; `undefined` where it does not. Throws a `RuleError` for what has two readings. */
export function ruleOf(schedule: NodeReader, start: number | undefined): Rule | undefined {
  const written = memberOf(schedule.own('repeatFrequency')[0]);
  if (/^(?:rrule|freq=)/i.test(text(schedule.own('repeatFrequency')[0])))
    return parseRule(text(schedule.own('repeatFrequency')[0], 500));
  let days = daysOf(schedule);
  const weeks = numbersOf(schedule, 'byMonthWeek');
  const byMonthDay = numbersOf(schedule, 'byMonthDay');
  const byMonth = numbersOf(schedule, 'byMonth');
  let step = frequencyOf(written);
  if (!step && !days.length && !byMonthDay && !weeks && !byMonth) return undefined;
  if (weeks) {
    const weekday = start === undefined ? undefined : WEEKDAYS[weekdayOf(start)];
    const plain = days.length ? days : weekday ? [{ weekday }] : [];
    if (!plain.length) throw new RuleError('byMonthWeek needs byDay beside it');
    days = plain.flatMap((day) => weeks.map((nth) => ({ weekday: day.weekday, nth })));
  }
  const ordinal = days.some(({ nth }) => nth);
  const each = (step?.interval ?? 1) === 1;
  step ??= { frequency: ordinal || byMonthDay ? 'MONTHLY' : days.length ? 'WEEKLY' : 'YEARLY' };
  // Each week, but only the first of the month: each month, then.
  if (ordinal && step.frequency === 'WEEKLY' && each) step = { frequency: 'MONTHLY' };
  if (days.length && step.frequency === 'DAILY' && each) step = { frequency: 'WEEKLY' };
  if (days.length && !ordinal && !byMonthDay) {
    if (step.frequency === 'MONTHLY') {
      if (days.length > 1) throw new RuleError('it does not say which days of the month: add byMonthWeek');
      days = days.map((day) => nthOf(day, start));
    } else if (step.frequency === 'YEARLY') {
      throw new RuleError('once a year on a weekday needs byMonth and byMonthWeek');
    }
  }
  const rule: Rule = {
    ...step,
    ...(days.length && { byDay: days }),
    ...(byMonthDay && { byMonthDay }),
    ...(byMonth && { byMonth }),
  };
  checkRule(rule);
  return rule;
}

/** The first day of a rule that really is one of its days. */
export function firstDayOf(rule: Rule, start: number | undefined, today: LocalDate): number {
  const each = (rule.interval ?? 1) === 1;
  const { count, until, ...bare } = rule;
  const anyStart = each && !count && (rule.byDay || rule.byMonthDay || rule.frequency === 'DAILY');
  if (start === undefined && !anyStart)
    throw new RuleError('it needs a startDate, or no one can tell which weeks or days are meant');
  const from = start ?? dayNumber(Number(today.slice(0, 4)) - 1, 1, 1);
  const [first] = ruleDays(bare, from, from, from + (each ? SEARCHED_DAYS : 0));
  if (first === undefined) {
    throw new RuleError(
      each
        ? 'it has no day on which it ever falls'
        : `its startDate ${formatLocalDate(from)} is not one of its days: correct one of the two`,
    );
  }
  return first;
}
