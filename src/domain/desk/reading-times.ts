/**
 * The form in which a group says when it reads: some weekdays, a time, how long. It becomes the rule that the manifest signs, and comes back
 * out of it when a keeper looks again.
 */
import type { LocalDate, LocalDateTime } from '../meeting.js';
import {
  formatLocalDate,
  parseLocalDate,
  parseLocalDateTime,
  WEEKDAYS,
  weekdayOf,
} from '../recurrence/plain-day.js';
import type { Rule, Weekday } from '../recurrence/rule.js';
import { formatRule, parseRule } from '../recurrence/rule.js';
import { isTimeZone } from '../recurrence/zone.js';
import type { ReadingHours } from '../sealing/manifest.js';

export interface ReadingTimes {
  /** IANA zone of the wall clock. */
  readonly timeZone: string;
  /** At least one, in the order of the week. */
  readonly days: readonly Weekday[];
  /** `HH:MM`. */
  readonly time: string;
  /** How long somebody reads; absent when the box does not say. */
  readonly minutes?: number;
  /** Default 1. */
  readonly everyWeeks?: 1 | 2;
  /** A day of the first week; every second week is counted from that one. */
  readonly from: LocalDate;
  /** Nobody reads before this day. */
  readonly awayUntil?: LocalDate;
}

/** What a manifest may say. */
const MOST_MINUTES = 1440;

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const inOrder = (days: readonly Weekday[]): readonly Weekday[] =>
  WEEKDAYS.filter((day) => days.includes(day));

/** The first of these weekdays from that day on, so that the rule begins with a reading. */
function firstDay(from: number, days: readonly Weekday[]): number {
  let day = from;
  while (!days.includes(WEEKDAYS[weekdayOf(day)] ?? 'MO')) day++;
  return day;
}

/**
 * Writes the form as the manifest has it: one rule, FREQ=WEEKLY.
 *
 * @returns Undefined when something is missing or cannot be: no day, no time, no date, no zone.
 */
export function readingHours({
  timeZone,
  days,
  time,
  minutes,
  everyWeeks = 1,
  from,
  awayUntil,
}: ReadingTimes): ReadingHours | undefined {
  const day = parseLocalDate(from);
  const week = inOrder(days);
  if (day === undefined || week.length === 0 || !TIME.test(time) || !isTimeZone(timeZone)) return undefined;
  if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES))
    return undefined;
  if (awayUntil !== undefined && parseLocalDate(awayUntil) === undefined) return undefined;
  const rule: Rule = {
    frequency: 'WEEKLY',
    ...(everyWeeks === 2 && { interval: 2 }),
    byDay: week.map((weekday) => ({ weekday })),
  };
  const start: LocalDateTime = `${formatLocalDate(firstDay(day, week))}T${time}`;
  return {
    timeZone,
    times: [{ start, rule: formatRule(rule), ...(minutes !== undefined && { minutes }) }],
    ...(awayUntil !== undefined && { awayUntil }),
  };
}

function ruleOf(text: string): Rule | undefined {
  try {
    return parseRule(text);
  } catch {
    return undefined;
  }
}

/** Weekly on plain weekdays: all that the form can say. */
function formOf(rule: Rule, start: number): Pick<ReadingTimes, 'days' | 'everyWeeks'> | undefined {
  const { frequency, interval = 1, byDay, weekStart, ...others } = rule;
  if (frequency !== 'WEEKLY' || Object.keys(others).length > 0) return undefined;
  if (interval !== 1 && interval !== 2) return undefined;
  const days = byDay?.map(({ weekday }) => weekday) ?? [WEEKDAYS[weekdayOf(start)] ?? 'MO'];
  // With one day a week it makes no difference where weeks begin.
  if (weekStart !== undefined && weekStart !== 'MO' && interval === 2 && days.length > 1) return undefined;
  return { days: inOrder(days), ...(interval === 2 && { everyWeeks: 2 }) };
}

/** The inverse; undefined when the hours say what the form cannot show: another program wrote them. */
export function readingTimes({ timeZone, times, awayUntil }: ReadingHours): ReadingTimes | undefined {
  const [only, ...more] = times;
  if (!only || more.length > 0 || parseLocalDateTime(only.start) === undefined) return undefined;
  const [from = '', time = ''] = only.start.split('T');
  const day = parseLocalDate(from);
  const rule = ruleOf(only.rule);
  if (!rule || day === undefined || !TIME.test(time)) return undefined;
  const form = formOf(rule, day);
  if (!form) return undefined;
  return {
    timeZone,
    ...form,
    time,
    ...(only.minutes !== undefined && { minutes: only.minutes }),
    from,
    ...(awayUntil !== undefined && { awayUntil }),
  };
}
