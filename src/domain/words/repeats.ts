/**
 * How a group repeats, as people write it in English, Spanish, German and French, or as an RRULE.
 * Words that are not known, or that people mean in two ways, never become a date.
 */
import type { LocalDate } from '../meeting.js';
import {
  civil,
  dayNumber,
  daysInMonth,
  formatLocalDate,
  parseLocalDate,
  weekdayOf,
} from '../recurrence/plain-day.js';
import { type ByDay, parseRule, type Rule, RuleError, WEEKDAYS, type Weekday } from '../recurrence/rule.js';
import { DAY_WORDS, isDay, spelledOut } from './days.js';
import { fallsOn } from './meets-on.js';
import { type Token, tokens } from './plain.js';

const ORDINALS: Readonly<Record<string, number>> = {
  'first|primer[oa]?s?|erste[mnrs]?|premiere?s?': 1,
  'second|segund[oa]s?|zweite[mnrs]?|deuxiemes?': 2,
  'third|tercer[oa]?s?|dritte[mnrs]?|troisiemes?': 3,
  'fourth|cuart[oa]s?|vierte[mnrs]?|quatriemes?': 4,
  'fifth|quint[oa]s?|funfte[mnrs]?|cinquiemes?': 5,
  'last|ultim[oa]s?|letzte[mnrs]?|derniere?s?': -1,
};
const NUMBERS: Readonly<Record<string, number>> = {
  'two|dos|zwei|deux': 2,
  'three|tres|drei|trois': 3,
  'four|cuatro|vier|quatre': 4,
  'six|seis|sechs': 6,
};

const numberFor = (word: string, table: Readonly<Record<string, number>>) =>
  Object.entries(table).find(([names]) => new RegExp(`^(?:${names})$`).test(word))?.[1] ??
  Number.parseInt(word, 10);

const read = tokens({
  // Idioms first, so that their words are not read one by one.
  FORTNIGHT:
    '(?:every |each )?fortnight(?:ly)?|quincenal(?:mente)?|(?:cada )?(?:quince|15) dias|(?:14|vierzehn|zwei)-?(?:tagig|taglich|wochentlich|wochig)|(?:tous les )?(?:quinze|15) jours|(?:une )?semaine sur deux|semanas alternas|alternate weeks',
  BIWEEKLY: 'bi-?weekly',
  WEEKLY: '(?:once|one (?:day|time)) (?:a|per|every) week|weekly|semanal(?:mente)?|wochentlich|hebdomadaire',
  MONTHLY: '(?:once) (?:a|per|every) month|monthly|mensual(?:mente)?|monatlich|mensuel(?:le)?',
  DAILY: 'daily|diari[oa](?:mente)?|taglich|quotidien(?:ne)?',
  ONCE: 'once(?: only)?|one-? ?off|single|does not repeat|einmalig|una (?:sola )?vez|une (?:seule )?fois|ponctuel(?:le)?',
  OTHER: 'every other|alternate|alternating|alternos?|si y otro no|sur (?:deux|2)',
  EACH: 'every|each|cada|chaque|jede[mnrs]?|all[es]|todos los|todas las|tous les|toutes les',
  NTH: `\\d{1,2}(?:st|nd|rd|th|er[oa]?|ere|eme|[eoa]|\\.[oa]?|°)|${Object.keys(ORDINALS).join('|')}`,
  DAY: 'days?|dias?|tage?n?|jours?',
  WEEK: 'weeks?|semanas?|wochen?|semaines?',
  MONTH: 'months?|mes(?:es)?|monat(?:s|en?)?|mois',
  COUNT: `\\d{1,2}|${Object.keys(NUMBERS).join('|')}`,
  ...DAY_WORDS,
  _: `${DAY_WORDS._}|of|in|im|der|die|das|dem|den|des|un|une|repeats|on a`,
});

/** What the words of one cell, or of several, say about repeating. */
interface Said {
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

/** Gathers what the tokens say, in order; `undefined` when they contradict each other or say too little. */
function gather(found: readonly Token[]): Said | undefined {
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
    } else if (kind === 'NTH') waiting.push(numberFor(word, ORDINALS));
    else if (kind === 'COUNT') {
      if (count) return undefined;
      count = numberFor(word, NUMBERS);
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

/** What came of the words: a first day and a rule, or a sentence that says what is missing for one. */
export type Repeat =
  | { readonly start: LocalDate; readonly rule?: Rule }
  | { readonly start?: undefined; readonly unclear: string };

/** A rule with its first day: the given one or the next that fits; without one, the first since last year began. */
function anchored(rule: Rule, start: LocalDate | undefined, today: LocalDate, words: string): Repeat {
  if (
    !start &&
    ((rule.interval ?? 1) > 1 ||
      rule.count ||
      (rule.frequency !== 'DAILY' && !rule.byDay && !rule.byMonthDay))
  ) {
    return {
      unclear: `"${words}" needs a start date in the column "start date", so that everyone can tell which weeks are meant`,
    };
  }
  const given = parseLocalDate(start ?? '');
  if (given !== undefined && (rule.interval ?? 1) > 1 && fallsOn(rule, given, given) === false) {
    return {
      unclear: `the start date ${start} is not one of the days of "${words}": correct one of the two`,
    };
  }
  const from = given ?? dayNumber(Number(today.slice(0, 4)) - 1, 1, 1);
  for (let day = from; day < from + 800; day++) {
    const fits = fallsOn(rule, from, day);
    if (fits === undefined) break;
    if (fits) return { start: formatLocalDate(day), rule };
  }
  return start
    ? { start, rule }
    : { unclear: `"${words}" needs a start date in the column "start date", or no date can be worked out` };
}

/** "Tuesday", monthly, first on that date: on which Tuesday of the month? Unknown where a 4th may as well be the last. */
function nthOf(start: LocalDate | undefined, weekday: Weekday): ByDay | undefined {
  const { year, month, day } = civil(parseLocalDate(start ?? '') ?? 0);
  const nth = Math.ceil(day / 7);
  const fits = start && WEEKDAYS[weekdayOf(dayNumber(year, month, day))] === weekday;
  return fits && (nth < 4 || (nth === 4 && day + 7 <= daysInMonth(year, month)))
    ? { weekday, nth }
    : undefined;
}

export interface RepeatWords {
  /** Cells that speak of days and repeats: "every 2 weeks", "Tuesday". */
  readonly cells: readonly string[];
  /** First date, when there is one. */
  readonly start?: LocalDate | undefined;
  readonly today: LocalDate;
}

/**
 * The first day and the rule that the words mean. "Tuesday" alone is weekly; a date alone is once.
 * Throws a `RuleError` for a cell that cannot be read.
 */
export function parseRepeats({ cells, start, today }: RepeatWords): Repeat {
  const written = cells.map((cell) => cell.trim()).filter(Boolean);
  const words = written.join(', ');
  const ruleCell = written.find((cell) => /^(?:rrule\s*:|freq\s*=)/i.test(cell));
  const found: Token[] = [];
  for (const cell of written) {
    if (cell === ruleCell) continue;
    const part = spelledOut((read(cell) ?? []).filter(({ kind }) => kind !== '_'));
    if (!part?.length) throw new RuleError(`'${cell}' is no time that I can read`);
    found.push(...part);
  }
  const said = gather(found);
  if (!said) throw new RuleError(`'${words}' is no time that I can read`);
  const { days, nth, monthDays, every, once, twoWays } = said;
  if (ruleCell) {
    const rule = parseRule(ruleCell);
    const plainDays = rule.frequency === 'WEEKLY' && !rule.byDay && days.length > 0;
    return anchored(
      plainDays ? { ...rule, byDay: days.map((weekday) => ({ weekday })) } : rule,
      start,
      today,
      ruleCell,
    );
  }
  if (twoWays) {
    return {
      unclear: `"${words}" can mean two things: write "every 2 weeks" with a start date, or "2nd Tuesday of the month"`,
    };
  }
  if (once || !found.length) {
    return start
      ? { start }
      : { unclear: once ? `"${words}" needs a date in the column "start date"` : 'it has no day' };
  }
  const interval = every && every.interval > 1 ? { interval: every.interval } : {};
  if (nth.length || monthDays.length) {
    if (every && every.unit !== 'MONTHLY') throw new RuleError(`'${words}' is no time that I can read`);
    const by = nth.length ? { byDay: nth } : { byMonthDay: monthDays };
    return anchored({ frequency: 'MONTHLY', ...interval, ...by }, start, today, words);
  }
  if (every?.unit === 'MONTHLY') {
    const [day, another] = days;
    const same = day && !another ? nthOf(start, day) : undefined;
    return same
      ? anchored({ frequency: 'MONTHLY', ...interval, byDay: [same] }, start, today, words)
      : {
          unclear: `"${words}" does not say which day of the month: write for example "2nd Tuesday" or "last Friday"`,
        };
  }
  const byDay = days.map((weekday) => ({ weekday }));
  if (every?.unit === 'DAILY' && !days.length) {
    if (every.interval > 1 && every.interval % 7)
      throw new RuleError(`'${words}' is no time that I can read`);
    if (every.interval === 1) return anchored({ frequency: 'DAILY' }, start, today, words);
  }
  const weeks = every?.unit === 'DAILY' ? every.interval / 7 : (every?.interval ?? 1);
  if (weeks > 1 && weeks % 1) throw new RuleError(`'${words}' is no time that I can read`);
  if (!days.length && !start && weeks === 1) {
    return { unclear: `"${words}" needs a day in the column "day", or a start date` };
  }
  return anchored(
    { frequency: 'WEEKLY', ...(weeks > 1 && { interval: weeks }), ...(days.length && { byDay }) },
    start,
    today,
    words,
  );
}
