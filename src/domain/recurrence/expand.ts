/**
 * The days of a rule, as plain integers: times and zones come later. Every BYxxx part works as a sieve over the days
 * of one period (day, week, month or year), which is what RFC 5545's "expand" and "limit" come to when a rule has
 * one time of day; periods before the window are skipped by arithmetic.
 */
import { civil, dayNumber, daysInMonth, LAST_DAY, weekdayOf } from './plain-day.js';
import type { Rule } from './rule.js';
import { faultOf, WEEKDAYS } from './rule-fault.js';

/**
 * So many days are looked at before an expansion gives up: over 270 years of them, some milliseconds. It ends rules
 * that never match, such as 30 February, and endless rules that are asked for endlessly.
 */
const MOST_DAYS = 100_000;

/** A rule made ready: sets as bits, and what it leaves out filled in from its start. */
interface Sieve {
  readonly rule: Rule;
  /** Bits 1 to 12; 0 lets every month pass. */
  readonly months: number;
  /** Bits 1 to 31, counted from the start and from the end of the month. */
  readonly monthDays: number;
  readonly lastMonthDays: number;
  /** Bits 0 (Monday) to 6. */
  readonly weekdays: number;
  /** The same for the weekdays of BYDAY with a number, which are looked at closer. */
  readonly ordinalWeekdays: number;
  readonly byMonthDay: boolean;
  readonly byDay: boolean;
}

function sieveOf(rule: Rule, start: number): Sieve {
  const { frequency, byDay, byMonthDay } = rule;
  let months = 0;
  let monthDays = 0;
  let lastMonthDays = 0;
  let weekdays = 0;
  let ordinalWeekdays = 0;
  for (const wanted of rule.byMonth ?? []) months |= 1 << wanted;
  for (const wanted of byMonthDay ?? []) {
    if (wanted > 0) monthDays |= 1 << wanted;
    else lastMonthDays |= 1 << -wanted;
  }
  for (const wanted of byDay ?? []) {
    const bit = 1 << WEEKDAYS.indexOf(wanted.weekday);
    if (wanted.nth === undefined) weekdays |= bit;
    else ordinalWeekdays |= bit;
  }
  if (!byDay && !byMonthDay) {
    // RFC 5545 3.3.10: "Information, not contained in the rule, necessary to determine the various recurrence
    // instance start time and dates are derived from the Start Time (DTSTART)".
    if (frequency === 'WEEKLY') weekdays = 1 << weekdayOf(start);
    else if (frequency !== 'DAILY') monthDays = 1 << civil(start).day;
    if (frequency === 'YEARLY' && !rule.byMonth) months = 1 << civil(start).month;
  }
  return {
    rule,
    months,
    monthDays,
    lastMonthDays,
    weekdays,
    ordinalWeekdays,
    byMonthDay: (monthDays | lastMonthDays) !== 0,
    byDay: (weekdays | ordinalWeekdays) !== 0,
  };
}

/** The number of the period that holds a day: the day itself, the first day of its week, its month or its year. */
function periodOf({ frequency, weekStart = 'MO' }: Rule, day: number): number {
  if (frequency === 'DAILY') return day;
  if (frequency === 'WEEKLY') return day - ((weekdayOf(day) - WEEKDAYS.indexOf(weekStart) + 7) % 7);
  const { year, month } = civil(day);
  return frequency === 'YEARLY' ? year : year * 12 + month - 1;
}

/** First day of a period. */
function periodStart({ frequency }: Rule, period: number): number {
  if (frequency === 'MONTHLY') return dayNumber(Math.floor(period / 12), (period % 12) + 1, 1);
  return frequency === 'YEARLY' ? dayNumber(period, 1, 1) : period;
}

/** Last day of a period. */
function periodEnd(rule: Rule, period: number): number {
  if (rule.frequency === 'DAILY') return period;
  return rule.frequency === 'WEEKLY' ? period + 6 : periodStart(rule, period + 1) - 1;
}

/** Adds the days from `low` to `high` that pass the sieve, a month at a time, since dates are dear and weekdays cheap. */
function sift(sieve: Sieve, low: number, high: number, passed: number[] = []): number[] {
  const { months, monthDays, lastMonthDays, byMonthDay, byDay } = sieve;
  if (months === 0 && !byMonthDay && sieve.ordinalWeekdays === 0) {
    for (let dayNo = low; dayNo <= high; dayNo++) {
      if (!byDay || ((sieve.weekdays >> weekdayOf(dayNo)) & 1) === 1) passed.push(dayNo);
    }
    return passed;
  }
  for (let begin = low; begin <= high; ) {
    const { year, month, day } = civil(begin);
    const length = daysInMonth(year, month);
    const dayZero = begin - day;
    const end = Math.min(high, dayZero + length);
    if (months === 0 || ((months >> month) & 1) === 1) {
      for (let dayNo = begin; dayNo <= end; dayNo++) {
        const date = dayNo - dayZero;
        if (byMonthDay && (((monthDays >> date) | (lastMonthDays >> (length - date + 1))) & 1) === 0)
          continue;
        if (!byDay || passesByDay(sieve, dayNo, date, length, year)) passed.push(dayNo);
      }
    }
    begin = end + 1;
  }
  return passed;
}

function passesByDay(sieve: Sieve, dayNo: number, date: number, length: number, year: number): boolean {
  const weekday = weekdayOf(dayNo);
  if (((sieve.weekdays >> weekday) & 1) === 1) return true;
  if (((sieve.ordinalWeekdays >> weekday) & 1) === 0) return false;
  // An ordinal counts in the year only for yearly rules without BYMONTH, else in the month.
  const inYear = sieve.rule.frequency === 'YEARLY' && sieve.months === 0;
  const nth = Math.floor((inYear ? dayNo - dayNumber(year, 1, 1) : date - 1) / 7) + 1;
  const nthLast = -Math.floor((inYear ? dayNumber(year, 12, 31) - dayNo : length - date) / 7) - 1;
  const name = WEEKDAYS[weekday];
  return (sieve.rule.byDay ?? []).some(
    (wanted) => wanted.weekday === name && (wanted.nth === nth || wanted.nth === nthLast),
  );
}

/** BYSETPOS: the n-th of a period's days, from the start or from the end. */
function pick(days: readonly number[], positions: readonly number[]): number[] {
  return days.filter((_, index) => positions.includes(index + 1) || positions.includes(index - days.length));
}

/**
 * The days from `from` to `to`, both included, on which a rule that starts on `start` takes place. COUNT is kept,
 * UNTIL is the caller's, who knows time and zone. A rule with a fault has no days.
 *
 * A start that the rule itself does not produce is no session: RFC 5545 3.8.5.3 says that the set "generated with a
 * "DTSTART" property value not synchronized with the recurrence rule is undefined", and a visitor sent to a door on
 * a day that is not the group's day is worse off than one who comes a week later. COUNT counts what is produced.
 */
export function ruleDays(rule: Rule, start: number, from: number, to: number): number[] {
  if (faultOf(rule)) return [];
  const low = Math.max(from, start);
  const high = Math.min(to, LAST_DAY);
  if (!(low <= high)) return [];

  const sieve = sieveOf(rule, start);
  const first = periodOf(rule, start);
  const { frequency, interval = 1, count = Number.POSITIVE_INFINITY, bySetPos } = rule;
  const step = frequency === 'WEEKLY' ? interval * 7 : interval;
  const whole = (period: number): number[] => {
    const days = sift(sieve, periodStart(rule, period), periodEnd(rule, period));
    return (bySetPos ? pick(days, bySetPos) : days).filter((day) => day >= start);
  };

  const skipped = Math.max(0, Math.floor((periodOf(rule, low) - first) / step));
  let period = first + skipped * step;
  let counted = 0;
  if (rule.count !== undefined && skipped > 0) {
    // Weeks without BYMONTH, and days without any part, are all as full as the next: no need to walk there.
    const even = sieve.months === 0 && (frequency === 'WEEKLY' || (frequency === 'DAILY' && isBare(rule)));
    if (even) counted = whole(first).length + (skipped - 1) * whole(first + step).length;
    else period = first;
  }

  const found: number[] = [];
  // In part of a period positions and counts would be wrong.
  const inFull = bySetPos !== undefined || rule.count !== undefined;
  for (let work = 0; work < MOST_DAYS && counted < count; period += step) {
    const begin = periodStart(rule, period);
    if (!(begin <= high)) break;
    const end = periodEnd(rule, period);
    work += end - begin + 1;
    if (!inFull) {
      sift(sieve, Math.max(begin, low), Math.min(end, high), found);
      continue;
    }
    for (const day of whole(period)) {
      if (counted >= count || day > high) break;
      counted++;
      if (day >= low) found.push(day);
    }
  }
  return found;
}

const isBare = (rule: Rule) => !rule.byMonth && !rule.byMonthDay && !rule.byDay;
