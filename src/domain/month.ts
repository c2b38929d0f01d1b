/** Months of the Gregorian calendar as a wall calendar shows them: whole weeks of plain days. */
import type { LocalDate } from './meeting.js';
import {
  civil,
  dayNumber,
  daysInMonth,
  formatLocalDate,
  LAST_DAY,
  parseLocalDate,
  weekdayOf,
} from './recurrence/plain-day.js';

/** A month, `YYYY-MM`. */
export type Month = string;

const WEEK = 7;
/** What four digits of a year can say. */
const FIRST_DAY = dayNumber(1, 1, 1);
const FIRST_MONTH = 12;
const LAST_MONTH = 9999 * 12 + 11;

const numberOf = (date: LocalDate): number => parseLocalDate(date) ?? 0;

/** The first and the last day of all stand for those beyond them. */
const dateOf = (day: number): LocalDate => formatLocalDate(Math.min(LAST_DAY, Math.max(FIRST_DAY, day)));

/** A day that anybody wrote, as the calendar writes it: `20260324` is `2026-03-24`. */
export function asLocalDate(text: string): LocalDate | undefined {
  const day = parseLocalDate(text);
  return day === undefined ? undefined : formatLocalDate(day);
}

export const monthOf = (date: LocalDate): Month => date.slice(0, 7);

export const addDays = (date: LocalDate, days: number): LocalDate => dateOf(numberOf(date) + days);

/** Days from `from` to `to`. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => numberOf(to) - numberOf(from);

/** The same day so many months on, or that month's last day where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = civil(numberOf(date));
  const wanted = Math.min(LAST_MONTH, Math.max(FIRST_MONTH, year * 12 + month - 1 + months));
  const toYear = Math.floor(wanted / 12);
  const toMonth = (wanted % 12) + 1;
  return formatLocalDate(dayNumber(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))));
}

/** The last day of a month. */
export function lastOf(month: Month): LocalDate {
  const { year, month: inYear } = civil(numberOf(`${month}-01`));
  return `${month}-${daysInMonth(year, inYear)}`;
}

/** The first day of the week in which a day stands. @param firstDay 0 for Monday to 6 for Sunday. */
export const weekStart = (date: LocalDate, firstDay: number): LocalDate =>
  addDays(date, -((weekdayOf(numberOf(date)) - firstDay + WEEK) % WEEK));

/** The whole weeks that hold a month: four to six of seven days each. @param firstDay 0 for Monday to 6 for Sunday. */
export function weeksOf(month: Month, firstDay: number): LocalDate[][] {
  const first = numberOf(`${month}-01`);
  const last = numberOf(lastOf(month));
  const weeks: LocalDate[][] = [];
  for (let day = first - ((weekdayOf(first) - firstDay + WEEK) % WEEK); day <= last; day += WEEK) {
    weeks.push(Array.from({ length: WEEK }, (_, index) => dateOf(day + index)));
  }
  return weeks;
}
