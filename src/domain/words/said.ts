/** What the words for a repeat say, before anything is made of them: days, ordinals, how often. */

import { WEEKDAYS } from '../recurrence/plain-day.js';
import type { ByDay, Weekday } from '../recurrence/rule.js';
import { RuleError } from '../recurrence/rule-error.js';
import { DAY_WORDS, isDay, spelledOut } from './days.js';
import type { Lexicon } from './lexicon.js';
import { type Token, tokens } from './tokens.js';

const read = tokens({
  // Idioms first, so that their words are not read one by one.
  FORTNIGHT: '<fortnight>',
  BIWEEKLY: '<biweekly>',
  WEEKLY: '<weekly>',
  MONTHLY: '<monthly>',
  DAILY: '<daily>',
  ONCE: '<once>',
  OTHER: '<other>',
  EACH: '<each>',
  NTH: '\\d{1,2}(?:<suffix>|[°.])|<ordinals>',
  DAY: '<days>',
  WEEK: '<weeks>',
  MONTH: '<months>',
  COUNT: '\\d{1,2}|<numbers>',
  ...DAY_WORDS,
});

/** What the words of one cell, or of several, say about repeating. */
export interface Said {
  /** "Tuesday". */
  readonly days: readonly Weekday[];
  /** "1st and 3rd Tuesday". */
  readonly nth: readonly ByDay[];
  /** "15th of the month". */
  readonly monthDays: readonly number[];
  readonly every?: { readonly unit: 'DAILY' | 'WEEKLY' | 'MONTHLY'; readonly interval: number };
  readonly once: boolean;
  /** "every 2nd Tuesday": every 2 weeks, or the 2nd of the month? */
  readonly twoWays: boolean;
}

const UNITS = { DAY: 'DAILY', WEEK: 'WEEKLY', MONTH: 'MONTHLY' } as const;

const number = (word: string, kind: 'ordinals' | 'numbers', values: readonly number[], lexicon: Lexicon) =>
  /\d/.test(word) ? Number.parseInt(word, 10) : (values[lexicon.place(kind, word)] ?? 0);

/** Gathers what the tokens say, in order; `undefined` when they contradict each other or say too little. */
function gather(found: readonly Token[], lexicon: Lexicon): Said | undefined {
  const days = new Set<Weekday>();
  const nth: ByDay[] = [];
  const everies: NonNullable<Said['every']>[] = [];
  let waiting: number[] = [];
  let [count, each, other, once, ofMonth, twoWays] = [0, false, false, false, false, false];
  for (const { kind, word } of found) {
    if (isDay(kind)) {
      if (count) return undefined;
      for (const n of waiting) nth.push({ weekday: kind, nth: n });
      if (!waiting.length) days.add(kind);
      twoWays ||= each && waiting.length === 1 && (waiting[0] ?? 0) > 1;
      waiting = [];
    } else if (kind === 'NTH') waiting.push(number(word, 'ordinals', [1, 2, 3, 4, 5, -1], lexicon));
    else if (kind === 'COUNT') {
      if (count) return undefined;
      count = number(word, 'numbers', [2, 3, 4, 5, 6], lexicon);
    } else if (kind === 'DAY' || kind === 'WEEK' || kind === 'MONTH') {
      let interval = count;
      if (!interval && kind === 'WEEK' && each && waiting.length === 1) interval = waiting.pop() ?? 0;
      else if (!interval && other) interval = 2;
      else if (!interval && kind === 'MONTH' && (nth.length || waiting.length)) ofMonth = true;
      else if (!interval && each) interval = 1;
      else if (!interval && kind !== 'MONTH') return undefined;
      if (interval < 0) return undefined;
      if (interval) everies.push({ unit: UNITS[kind], interval });
      [count, other] = [0, false];
    } else if (kind === 'FORTNIGHT' || kind === 'BIWEEKLY') everies.push({ unit: 'WEEKLY', interval: 2 });
    else if (kind === 'WEEKLY' || kind === 'MONTHLY' || kind === 'DAILY')
      everies.push({ unit: kind, interval: 1 });
    else if (kind === 'OTHER') other = true;
    else if (kind === 'ONCE') once = true;
    each = kind === 'EACH' || (each && kind === 'NTH');
  }
  if (count) return undefined;
  if (other) everies.push({ unit: 'WEEKLY', interval: 2 });
  let monthDays: number[] = [];
  if (waiting.length) {
    const [only] = days;
    const monthly = ofMonth || everies.some(({ unit }) => unit === 'MONTHLY');
    // "Tuesday, 1st and 3rd"; "Tuesday 2nd" alone would rather be a date.
    if (days.size === 1 && only && (monthly || waiting.length > 1))
      for (const n of waiting) nth.push({ weekday: only, nth: n });
    else if (!days.size && monthly) monthDays = waiting;
    else return undefined;
  }
  // The day column often repeats the weekday of "1st and 3rd Tuesday"; any other weekday beside it is a puzzle.
  const named = new Set(nth.map(({ weekday }) => weekday));
  if (nth.length)
    for (const day of days)
      if (!named.delete(day) && !nth.some(({ weekday }) => weekday === day)) return undefined;
  if (nth.some(({ nth: n }) => n !== undefined && (n > 5 || n === 0))) return undefined;
  if (monthDays.some((day) => day > 31 || day === 0)) return undefined;
  const [every, ...more] = everies;
  if (more.some(({ unit, interval }) => unit !== every?.unit || interval !== every.interval))
    return undefined;
  if (found.some(({ kind }) => kind === 'BIWEEKLY') && days.size > 1) twoWays = true;
  return {
    days: nth.length ? [] : WEEKDAYS.filter((day) => days.has(day)),
    nth,
    monthDays,
    ...(every && { every }),
    once,
    twoWays: twoWays && !ofMonth && !everies.some(({ unit }) => unit === 'MONTHLY'),
  };
}

export const unreadable = (words: string) => new RuleError(`'${words}' is no time that I can read`);

/** What these cells say together. Throws a `RuleError` when a word is unknown, or one contradicts another. */
export function readSaid(cells: readonly string[], lexicon: Lexicon): Said {
  const found = cells.flatMap((cell) => {
    const part = spelledOut(read(cell, lexicon) ?? []);
    if (!part?.length) throw unreadable(cell);
    return part;
  });
  const said = gather(found, lexicon);
  if (!said) throw unreadable(cells.join(', '));
  return said;
}
