/**
 * The starts of a rule on clocks that know no zone, as plain integers. Every part that names days works as a sieve over
 * the days of one period (week, month, year …), which is what RFC 5545's "expand" and "limit" come to for frequencies
 * of a day and longer; periods before the window are skipped by arithmetic.
 */
import {
  civil,
  DAY_MS,
  dayNumber,
  dayOf,
  daysInMonth,
  LAST_DAY,
  MINUTE_MS,
  WEEKDAYS,
  weekdayOf,
} from './plain-day.js';
import type { Rule } from './rule.js';

/**
 * So many days and starts are looked at before an expansion gives up: over 270 years of days, some milliseconds. It
 * ends rules that never match, such as 30 February, and endless rules that are asked for endlessly.
 */
const MOST_WORK = 100_000;

/** Days in which a period is counted; no other frequency is expanded. */
const UNITS: Readonly<Record<Rule['frequency'], number>> = { YEARLY: 1, MONTHLY: 1, WEEKLY: 7, DAILY: 1 };

/** Parts that RFC 5545 3.3.10 does not let stand together; `faultOf` tells whoever wrote them. */
function contradicts({ frequency, byWeekNo, byYearDay, byMonthDay, byDay }: Rule): boolean {
  const numbered = byDay?.some(({ nth }) => nth !== undefined);
  if (frequency === 'YEARLY') return !!(byWeekNo && numbered);
  return !!(
    byWeekNo ||
    byYearDay ||
    (frequency === 'WEEKLY' && byMonthDay) ||
    (frequency !== 'MONTHLY' && numbered)
  );
}

/** The first day of the week, as WKST has it, that a day is in. */
const weekOf = ({ weekStart = 'MO' }: Rule, day: number) =>
  day - ((weekdayOf(day) - WEEKDAYS.indexOf(weekStart) + 7) % 7);

/** The number of the period that holds a day: the day itself, the first day of its week, its month or its year. */
function periodOf(rule: Rule, day: number): number {
  const { frequency } = rule;
  if (frequency === 'DAILY') return day;
  const week = weekOf(rule, day);
  if (frequency === 'WEEKLY') return week;
  // A week belongs to the year that has four of its days: the year of its fourth.
  const { year, month } = civil(rule.byWeekNo ? week + 3 : day);
  return frequency === 'YEARLY' ? year : year * 12 + month - 1;
}

/** First day of a period. */
function periodStart(rule: Rule, period: number): number {
  const { frequency } = rule;
  if (frequency === 'MONTHLY') return dayNumber(Math.floor(period / 12), (period % 12) + 1, 1);
  if (frequency !== 'YEARLY') return period;
  // "Week number one of the calendar year is the first week that contains at least four (4) days in that calendar year".
  return rule.byWeekNo ? weekOf(rule, dayNumber(period, 1, 4)) : dayNumber(period, 1, 1);
}

/** Whether a list lets through the place of something among so many, counted from the start or, below 0, the end. */
const lets = (list: readonly number[] | undefined, place: number, among: number) =>
  !list || list.includes(place) || list.includes(place - among - 1);

/**
 * The rule with what it leaves out. RFC 5545 3.3.10: "Information, not contained in the rule, necessary to determine
 * the various recurrence instance start time and dates are derived from the Start Time (DTSTART)".
 */
function completed(rule: Rule, start: number): Rule {
  const { frequency, byMonth, byWeekNo, byYearDay, byMonthDay, byDay } = rule;
  if (frequency === 'DAILY')
    // Day by day is a week at a time too, where no day is a period to count in.
    return (rule.interval ?? 1) > 1 || rule.bySetPos ? rule : { ...rule, frequency: 'WEEKLY' };
  const { year, month, day } = civil(start);
  if (frequency === 'YEARLY' && byMonthDay && !(byDay || byYearDay || byMonth || byWeekNo)) {
    // Once a year: RFC 8984 4.3.3.1. A start that the rule does not have (undefined) tells no month either.
    const last = day - 1 - daysInMonth(year, month);
    return byMonthDay.some((on) => on === day || on === last) ? { ...rule, byMonth: [month] } : rule;
  }
  if (byDay || byMonthDay || byYearDay) return rule;
  const weekday = WEEKDAYS[weekdayOf(start)];
  if (weekday && (frequency === 'WEEKLY' || byWeekNo)) return { ...rule, byDay: [{ weekday }] };
  return { ...rule, byMonthDay: [day], ...(frequency === 'YEARLY' && { byMonth: byMonth ?? [month] }) };
}

/** The starts within a day, in milliseconds since midnight. */
function timesOf({ byHour, byMinute, bySecond }: Rule, time: number): number[] {
  const times: number[] = [];
  const minutes = Math.floor(time / MINUTE_MS);
  for (const hour of byHour ?? [Math.floor(minutes / 60)]) {
    for (const minute of byMinute ?? [minutes % 60]) {
      // Clocks without leap seconds SHOULD take 60 for 59 (3.3.12).
      for (const second of bySecond ?? [(time / 1000) % 60])
        times.push((hour * 60 + minute) * MINUTE_MS + Math.min(second, 59) * 1000);
    }
  }
  return times.sort((a, b) => a - b);
}

/** Makes the sieve of a complete rule: the days from `low` to `high` of one period that pass. */
function sieveOf(rule: Rule) {
  const { byDay, byMonth, byMonthDay, byYearDay, byWeekNo } = rule;
  /** For each weekday the numbers that BYDAY lets through; none where it lets all. */
  const numbers: (number[] | undefined)[] = WEEKDAYS.map(() => byDay && []);
  for (const { weekday, nth } of byDay ?? []) {
    const index = WEEKDAYS.indexOf(weekday);
    if (nth === undefined) numbers[index] = undefined;
    else numbers[index]?.push(nth);
  }
  // Dates are dear and weekdays cheap.
  const dated = byMonth || byMonthDay || byYearDay || numbers.some((list) => list?.length);
  const inYear = rule.frequency === 'YEARLY' && !byMonth;

  return (low: number, high: number, begin: number, end: number): number[] => {
    const passed: number[] = [];
    for (let day = low; day <= high; day++) {
      const { year, month, day: date } = civil(dated ? day : 0);
      const dayZero = day - date;
      const length = daysInMonth(year, month);
      const last = dated ? Math.min(high, dayZero + length) : high;
      if (lets(byMonth, month, 12)) {
        const yearZero = dayNumber(year, 1, 0);
        const yearLength = 337 + daysInMonth(year, 2);
        for (; day <= last; day++) {
          const wanted = numbers[weekdayOf(day)];
          if (wanted && !wanted[0]) continue;
          const place = day - (inYear ? yearZero : dayZero);
          const nth = Math.ceil(place / 7);
          if (
            lets(wanted, nth, nth + Math.floor(((inYear ? yearLength : length) - place) / 7)) &&
            lets(byMonthDay, day - dayZero, length) &&
            lets(byYearDay, day - yearZero, yearLength) &&
            lets(byWeekNo, Math.floor((day - begin) / 7) + 1, (end - begin + 1) / 7)
          )
            passed.push(day);
        }
      }
      day = last;
    }
    return passed;
  };
}

/**
 * The starts, as wall clocks, of a rule whose first is `start`, on the days from `from` to `to`, both included. COUNT
 * is kept, UNTIL is the caller's, who knows the zone. A rule that contradicts itself has none.
 *
 * A start that the rule itself does not produce is no session: RFC 5545 3.8.5.3 says that the set "generated with a
 * "DTSTART" property value not synchronized with the recurrence rule is undefined", and a visitor sent to a door on
 * a day that is not the group's day is worse off than one who comes a week later. COUNT counts what is produced.
 */
export function ruleStarts(rule: Rule, start: number, from: number, to: number): number[] {
  const firstDay = dayOf(start);
  const low = Math.max(from, firstDay);
  const high = Math.min(to, LAST_DAY);
  if (!(low <= high)) return [];

  const full = completed(rule, firstDay);
  const sieve = sieveOf(full);
  const times = timesOf(rule, start - firstDay * DAY_MS);
  const { frequency, interval = 1, count = Number.POSITIVE_INFINITY, bySetPos } = full;
  const unit = UNITS[frequency];
  if (!unit || !(interval > 0) || contradicts(rule)) return [];
  const step = interval * unit;
  const first = periodOf(full, firstDay);
  // In part of a period positions and counts would be wrong.
  const [least, most] = bySetPos || rule.count ? [-LAST_DAY, LAST_DAY] : [low, high];
  let work = 0;
  /** The starts of a period, or of as much of it as is asked for. */
  const startsIn = (period: number): number[] => {
    const begin = periodStart(full, period);
    const end = periodStart(full, period + unit) - 1;
    const days = sieve(Math.max(begin, least), Math.min(end, most), begin, end);
    work += end - begin + 1;
    const size = days.length * times.length;
    const places = bySetPos?.map((n) => (n < 0 ? size + n : n - 1)).sort((a, b) => a - b);
    const found: number[] = [];
    let last = start - 1;
    for (let i = 0; i < (places?.length ?? size) && work < MOST_WORK; i++, work++) {
      const place = places?.[i] ?? i;
      const day = days[Math.floor(place / times.length)];
      const wall = day === undefined ? last : day * DAY_MS + (times[place % times.length] ?? 0);
      if (wall > last) {
        found.push(wall);
        last = wall;
      }
    }
    return found;
  };

  const skipped = Math.max(0, Math.floor((periodOf(full, low) - first) / step));
  let period = first + skipped * step;
  let counted = 0;
  if (rule.count !== undefined && skipped > 0) {
    const even =
      !full.byMonth && !full.byMonthDay && !full.byYearDay && (frequency === 'WEEKLY' || !full.byDay);
    // Weeks, and days without any part, are all as full as the next: no need to walk there.
    if (even) counted = startsIn(first).length + (skipped - 1) * startsIn(first + step).length;
    else period = first;
  }
  const found: number[] = [];
  for (; work < MOST_WORK && counted < count && periodStart(full, period) <= high; period += step) {
    for (const wall of startsIn(period)) {
      const day = dayOf(wall);
      if (counted++ >= count || day > high) break;
      if (day >= low) found.push(wall);
    }
  }
  return found;
}

/** The days of a rule that starts on the day `start`, whatever the hour. */
export function ruleDays(rule: Rule, start: number, from: number, to: number): number[] {
  return [...new Set(ruleStarts(rule, start * DAY_MS, from, to).map(dayOf))];
}
