/** Says why a rule would not be expanded exactly, wherever it came from: the parser's last word, and the expansion's first. */
import { parseWritten } from './plain-day.js';
import type { Frequency, Rule, Weekday } from './rule.js';

/** In the order of RFC 5545's default week; the index is the weekday of `weekdayOf`. */
export const WEEKDAYS: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

export const FREQUENCIES: readonly Frequency[] = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'];

/** Why a rule is refused, in one sentence for whoever keeps the listing. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
}

/** Throws a `RuleError` for a rule that contradicts RFC 5545 3.3.10: for rules that were not read by `parseRule`. */
export function checkRule(rule: Rule): void {
  const { frequency, interval, count, until, byMonth, byMonthDay, byDay, bySetPos } = rule;
  if (!FREQUENCIES.includes(frequency)) refuse(`The frequency ${quoted(String(frequency))} is unknown.`);
  if (interval !== undefined) atLeastOne('INTERVAL', interval, interval);
  if (count !== undefined) atLeastOne('COUNT', count, count);
  if (until !== undefined) {
    if (count !== undefined) refuse('COUNT and UNTIL cannot stand together: keep one.');
    if (!parseWritten(until)) refuse(`UNTIL=${quoted(until)} is no date.`);
  }
  if (byMonth) within('BYMONTH', byMonth, 1, 12);
  if (byMonthDay) {
    within('BYMONTHDAY', byMonthDay, -31, 31);
    if (frequency === 'WEEKLY') refuse('BYMONTHDAY cannot stand in a weekly rule: write FREQ=MONTHLY.');
  }
  if (byDay) {
    if (byDay.length === 0) refuse('BYDAY is empty.');
    const most = frequency === 'MONTHLY' || byMonth ? 5 : 53;
    for (const { weekday, nth } of byDay) {
      if (!WEEKDAYS.includes(weekday)) refuse(`${quoted(String(weekday))} is no weekday.`);
      if (nth === undefined) continue;
      if (frequency === 'WEEKLY' || frequency === 'DAILY') {
        refuse('BYDAY with a number, such as 1TU, needs FREQ=MONTHLY or FREQ=YEARLY.');
      }
      within('The number in BYDAY', [nth], -most, most);
    }
  }
  if (rule.weekStart !== undefined && !WEEKDAYS.includes(rule.weekStart))
    refuse(`${quoted(rule.weekStart)} is no weekday.`);
  if (bySetPos) {
    within('BYSETPOS', bySetPos, -366, 366);
    if (!byMonth && !byMonthDay && !byDay) {
      refuse('BYSETPOS picks from other parts: add BYDAY, BYMONTHDAY or BYMONTH.');
    }
  }
}

export function atLeastOne(name: string, number: number, written: string | number): void {
  if (!(Number.isSafeInteger(number) && number > 0)) {
    refuse(`${name}=${quoted(String(written))} must be a whole number from 1 on.`);
  }
}

function within(name: string, values: readonly number[], least: number, most: number): void {
  if (values.length === 0) refuse(`${name} is empty.`);
  for (const value of values) {
    if (!Number.isInteger(value) || value === 0 || value < least || value > most) {
      refuse(
        `${name} cannot be ${value}: it runs from 1 to ${most}${least < 0 ? `, or from -1 to ${least}` : ''}.`,
      );
    }
  }
}

/** What stands in a feed may be a megabyte long: enough of it to find the place. */
export function quoted(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}

export function refuse(sentence: string): never {
  throw new RuleError(sentence);
}
