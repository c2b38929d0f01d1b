/**
 * Finds what keeps a rule from being expanded exactly, wherever it came from: the parser's last word, and the expansion's
 * first. The sentences stand in rule.ts, since a page that only expands rules has nobody to tell them to.
 */
import { parseWritten, WEEKDAYS } from './plain-day.js';
import type { Frequency, Rule } from './rule.js';

export const FREQUENCIES: readonly Frequency[] = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'];

/**
 * The parts that are lists of numbers, by their names in `Rule`: least and most, where 0 stands only between 0 and more,
 * and the first letters of the frequencies that may have them, after the table of RFC 5545 3.3.10.
 */
export const LISTS = [
  ['byMonth', 1, 12, 'YMWD'],
  ['byWeekNo', -53, 53, 'Y'],
  ['byYearDay', -366, 366, 'Y'],
  ['byMonthDay', -31, 31, 'YMD'],
  ['byHour', 0, 23, 'YMWD'],
  ['byMinute', 0, 59, 'YMWD'],
  ['bySecond', 0, 60, 'YMWD'],
  ['bySetPos', -366, 366, 'YMWD'],
] as const;

/** What is wrong, in which part, with which value, and between which numbers it should be. */
export type RuleFault = readonly [
  kind: 'frequency' | 'whole' | 'both' | 'until' | 'empty' | 'range' | 'never' | 'weekday' | 'nth' | 'alone',
  part: string,
  value?: unknown,
  least?: number,
  most?: number,
];

/** The first thing about a rule that contradicts RFC 5545 3.3.10. */
export function faultOf(rule: Rule): RuleFault | undefined {
  const { frequency, until, count, byDay, bySetPos, weekStart = 'MO' } = rule;
  if (!FREQUENCIES.includes(frequency)) return ['frequency', '', frequency];
  if (until !== undefined && count !== undefined) return ['both', ''];
  if (until !== undefined && !parseWritten(until)) return ['until', '', until];
  for (const part of ['interval', 'count'] as const) {
    const value = rule[part] ?? 1;
    if (!Number.isSafeInteger(value) || value < 1) return ['whole', part, value];
  }
  const numbered = frequency === 'MONTHLY' || (frequency === 'YEARLY' && !rule.byWeekNo);
  const most = frequency === 'MONTHLY' || rule.byMonth ? 5 : 53;
  for (const { weekday, nth } of [...(byDay ?? []), { weekday: weekStart, nth: undefined }]) {
    if (!WEEKDAYS.includes(weekday)) return ['weekday', 'byDay', weekday];
    if (nth === undefined) continue;
    if (!numbered) return ['nth', 'byDay'];
    if (isOutside(nth, -most, most)) return ['range', 'byDay', nth, -most, most];
  }
  if (byDay?.length === 0) return ['empty', 'byDay'];
  let parts = byDay ? 1 : 0;
  for (const [part, least, most, frequencies] of LISTS) {
    const values = rule[part];
    if (!values) continue;
    parts++;
    if (!values.length) return ['empty', part];
    if (!frequencies.includes(frequency.charAt(0))) return ['never', part, frequency];
    const wrong = values.find((value) => isOutside(value, least, most));
    if (wrong !== undefined) return ['range', part, wrong, least, most];
  }
  return bySetPos && parts < 2 ? ['alone', 'bySetPos'] : undefined;
}

/** Whether a number is none of those from `least` to `most`; 0 is one of them only where they begin with it. */
const isOutside = (value: number, least: number, most: number) =>
  !Number.isInteger(value) || value < least || value > most || (value === 0 && least < 0);
