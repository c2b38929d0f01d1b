/**
 * Finds what keeps a rule from being expanded exactly, wherever it came from: the parser's last word, and the expansion's
 * first. The sentences stand in rule.ts, since a page that only expands rules has nobody to tell them to.
 */
import { parseWritten } from './plain-day.js';
import type { Frequency, Rule, Weekday } from './rule.js';

/** In the order of RFC 5545's default week; the index is the weekday of `weekdayOf`. */
export const WEEKDAYS: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

export const FREQUENCIES: readonly Frequency[] = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'];

/** What is wrong, in which part, with which value, and between which numbers it should be. */
export type RuleFault = readonly [
  kind: 'frequency' | 'whole' | 'both' | 'until' | 'empty' | 'range' | 'weekly' | 'weekday' | 'nth' | 'alone',
  part?: string,
  value?: unknown,
  least?: number,
  most?: number,
];

/** The first thing about a rule that contradicts RFC 5545 3.3.10. */
export function faultOf(rule: Rule): RuleFault | undefined {
  const { frequency, count, until, byMonth, byMonthDay, byDay, bySetPos, weekStart } = rule;
  if (!FREQUENCIES.includes(frequency)) return ['frequency', '', frequency];
  const weekly = frequency === 'WEEKLY';
  const most = frequency === 'MONTHLY' || byMonth ? 5 : 53;
  if (until !== undefined && count !== undefined) return ['both'];
  if (until !== undefined && !parseWritten(until)) return ['until', '', until];
  for (const { weekday, nth } of byDay ?? []) {
    if (!WEEKDAYS.includes(weekday)) return ['weekday', '', weekday];
    if (nth !== undefined && (weekly || frequency === 'DAILY')) return ['nth'];
    const fault = nth !== undefined && outside('The number in BYDAY', [nth], -most, most);
    if (fault) return fault;
  }
  if (byMonthDay && weekly) return ['weekly'];
  if (byDay?.length === 0) return ['empty', 'BYDAY'];
  if (weekStart !== undefined && !WEEKDAYS.includes(weekStart)) return ['weekday', '', weekStart];
  return (
    notWhole('INTERVAL', rule.interval) ??
    notWhole('COUNT', count) ??
    outside('BYMONTH', byMonth, 1, 12) ??
    outside('BYMONTHDAY', byMonthDay, -31, 31) ??
    outside('BYSETPOS', bySetPos, -366, 366) ??
    (bySetPos && !byMonth && !byMonthDay && !byDay ? ['alone'] : undefined)
  );
}

function notWhole(part: string, value: number | undefined): RuleFault | undefined {
  return value === undefined || (Number.isSafeInteger(value) && value > 0)
    ? undefined
    : ['whole', part, value];
}

function outside(
  part: string,
  values: readonly number[] | undefined,
  least: number,
  most: number,
): RuleFault | undefined {
  if (values?.length === 0) return ['empty', part];
  for (const value of values ?? []) {
    if (!Number.isInteger(value) || value === 0 || value < least || value > most)
      return ['range', part, value, least, most];
  }
  return undefined;
}
