/**
 * Whether a repeat meets on one day, for checking what people wrote beside it. It needs no window and no zone,
 * and says `undefined` for what only the whole engine can tell.
 */
import type { LocalDate } from '../meeting.js';
import { civil, daysInMonth, parseLocalDate, WEEKDAYS, weekdayOf } from '../recurrence/plain-day.js';
import type { Rule } from '../recurrence/rule.js';

/** True when the rule has a session on that day, as far as its days go; `undefined` when that takes the whole engine. */
export function fallsOn(rule: Rule, first: number, day: number): boolean | undefined {
  const { frequency, interval = 1, byDay, byMonth, byMonthDay, bySetPos } = rule;
  if (bySetPos || frequency === 'YEARLY') return undefined;
  const { year, month, day: dayOfMonth } = civil(day);
  const weekday = WEEKDAYS[weekdayOf(day)];
  const length = daysInMonth(year, month);
  const start = civil(first);
  if (byMonth && !byMonth.includes(month)) return false;
  if (byMonthDay && !byMonthDay.some((n) => (n > 0 ? n : length + 1 + n) === dayOfMonth)) return false;
  if (byDay) {
    const fits = byDay.some((by) => {
      if (by.weekday !== weekday) return false;
      const nth = by.nth ?? 0;
      return (
        !nth ||
        (nth > 0 ? Math.ceil(dayOfMonth / 7) === nth : Math.ceil((length - dayOfMonth + 1) / 7) === -nth)
      );
    });
    if (!fits) return false;
  } else if (frequency === 'WEEKLY' && weekdayOf(day) !== weekdayOf(first)) return false;
  else if (frequency === 'MONTHLY' && !byMonthDay && dayOfMonth !== start.day) return false;
  const weekStart = WEEKDAYS.indexOf(rule.weekStart ?? 'MO');
  const week = (at: number) => Math.floor((at + 3 - weekStart) / 7);
  const steps =
    frequency === 'DAILY'
      ? day - first
      : frequency === 'WEEKLY'
        ? week(day) - week(first)
        : (year - start.year) * 12 + month - start.month;
  return steps % interval === 0;
}

/** Whether a repeat that began on `start` meets on `date`; `undefined` when that takes the whole engine. */
export function meetsOn(start: LocalDate, rule: Rule | undefined, date: LocalDate): boolean | undefined {
  const [first, day] = [parseLocalDate(start), parseLocalDate(date)];
  if (first === undefined || day === undefined) return undefined;
  if (!rule) return first === day;
  if (day < first || (rule.until && date > rule.until)) return false;
  return rule.count ? undefined : fallsOn(rule, first, day);
}
