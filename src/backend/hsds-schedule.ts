/**
 * When an HSDS schedule takes place: a recurrence rule of RFC 5545 whose parts are columns ("Schema Reference",
 * schedule). What cannot be computed exactly stays in the feed's own words.
 */
import type { LocalDate, Meeting } from '../domain/meeting.js';
import { ruleDays } from '../domain/recurrence/expand.js';
import { formatLocalDate, LAST_DAY, parseLocalDate } from '../domain/recurrence/plain-day.js';
import { parseRule, type Rule, RuleError } from '../domain/recurrence/rule.js';
import { isTimeZone } from '../domain/recurrence/zone.js';
import { clockText, minutesBetween, parseClock } from '../domain/words/clock.js';
import type { HsdsRecord } from './hsds-record.js';
import type { ReadContext } from './ports.js';
import { given, text } from './record.js';

export type When = Pick<Meeting, 'start' | 'durationMinutes' | 'rule' | 'text' | 'timeZone'>;

/** What the schedule comes to, or why it is over or says nothing. */
export type ScheduleReading = { readonly when: When } | { readonly none: string };

/** A description no longer than this says when, and no more. */
const SHORT = 60;

/** Where no first day is given any week serves: that of Monday 3 January 2000. */
const ANY_START = '2000-01-03';

/** A time with what may stand around it: a date in front, an offset behind. */
const TIME = /^(?:\d{4}-\d\d-\d\d[T ])?([^+\-ZT]*?)(?:\.\d+)? ?(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** A count that reaches further than this is no end that anyone waits for. */
const FAR_DAYS = 20_000;

const number = (day: LocalDate): number => parseLocalDate(day) ?? 0;

/** A whole number from 1 on; 0 and nothing are what software writes for "not given". */
function count(record: HsdsRecord, name: string): number | undefined {
  const value = record.number(name);
  if (value === undefined || value === 0) return undefined;
  return value;
}

/**
 * The wall clock of `opens_at` or `closes_at`. An offset of the feed's ("18:30Z", "18:30+01:00") cannot follow summer
 * time, and feeds write Z behind local time (so does the specification's worked example, "9am to 12pm"): the wall
 * clock counts, and the source's zone has to be named once.
 */
function clock(record: HsdsRecord, name: string, context: ReadContext) {
  const written = record.text(name, 60);
  if (!written) return undefined;
  const [, bare = '', offset] = TIME.exec(written) ?? [];
  const time = parseClock(bare);
  if (!time) record.remark(`${record.path}${name} "${written}" is no time such as 18:30`);
  else if (offset && !context.timeZone)
    record.tally.repeat(
      'offset',
      record.row,
      (times) =>
        `Times such as "${written}" carry an offset, which does not know summer time, and are read as local time (${times}): ` +
        'name the zone of the list once, such as source-time-zone="Europe/London"',
    );
  return time;
}

/** `timezone` is "expressed as a UTC offset": no zone, since it does not know summer time. Some feeds write a zone's name. */
function zoneOf(record: HsdsRecord, context: ReadContext): string | undefined {
  const written = record.text('timezone', 60);
  if (written && /\/|^UTC$/.test(written) && isTimeZone(written)) return written;
  if (written && !context.timeZone)
    record.tally.repeat(
      'zone',
      record.row,
      (times) =>
        `timezone "${written}" is an offset and does not know summer time, so it is not used (${times}): ` +
        'name the zone of the list once, such as source-time-zone="Europe/London"',
    );
  return context.timeZone;
}

/** "MO,TU", "1MO,-1FR", "Monday", also as an array; `weekday` is the column of versions 1 and 2. */
function byDay(record: HsdsRecord): string {
  const days = [...record.list('byday'), ...record.list('weekday')];
  return days
    .map((day) =>
      day
        .toUpperCase()
        .replace(/\s/g, '')
        .replace(/^([+-]?\d*)(MO|TU|WE|TH|FR|SA|SU)[A-Z]*$/, '$1$2'),
    )
    .join();
}

/** The columns as an RRULE, '' where nothing repeats. COUNT and UNTIL are left to the caller. */
function ruleText(record: HsdsRecord): string {
  const days = byDay(record);
  let freq = record.text('freq', 20)?.toUpperCase();
  const monthDays = record.list('bymonthday').join();
  if (!freq && (days || monthDays)) {
    freq = monthDays || /\d/.test(days) ? 'MONTHLY' : 'WEEKLY';
    record.tally.repeat(
      'freq',
      record.row,
      (times) => `freq is missing and read as ${freq} where byday or bymonthday stands (${times})`,
    );
  }
  if (!freq) return '';
  const parts: [string, string | number | undefined][] = [
    ['FREQ', freq],
    ['INTERVAL', count(record, 'interval')],
    ['BYDAY', days],
    ['BYMONTHDAY', monthDays],
    ['BYWEEKNO', record.list('byweekno').join()],
    ['BYYEARDAY', record.list('byyearday').join()],
    ['WKST', record.text('wkst', 20)?.slice(0, 2)],
  ];
  return parts.flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])).join(';');
}

interface Span {
  /** First day of the series. */
  readonly first: LocalDate | undefined;
  readonly from: LocalDate | undefined;
  /** Last day on which it takes place or, with `valid_to`, is known to. */
  readonly until: LocalDate | undefined;
}

/** The rule with its first real day and its last. Throws a `RuleError` where either would be a guess. */
function dated(written: string, { first, from, until }: Span, times: number | undefined): [Rule, LocalDate] {
  let rule = parseRule(written);
  const anchor = first ?? from ?? ANY_START;
  // "dtstart … Necessary when using the 'interval' feature".
  if ((rule.interval ?? 1) > 1 && !first && !from)
    throw new RuleError(`interval ${rule.interval} needs dtstart, the day from which to count.`);
  if (!first && !from && rule.frequency !== 'WEEKLY' && !rule.byDay && !rule.byMonthDay && !rule.byYearDay)
    throw new RuleError(`${rule.frequency} needs byday, bymonthday or dtstart.`);
  let last = until;
  if (times !== undefined) {
    if (!first) throw new RuleError(`count ${times} needs dtstart, the day from which to count.`);
    const counted = parseRule(`${written};COUNT=${times}`);
    const days = ruleDays(counted, number(first), number(first), number(first) + FAR_DAYS);
    const end = days[times - 1];
    const day = end === undefined ? undefined : formatLocalDate(end);
    if (day && (!last || day < last)) last = day;
  }
  if (last) rule = { ...rule, until: last };
  // A start that is a day of the rule, so that a diary begins on the right evening.
  const low = number(from && from > anchor ? from : anchor);
  for (const days of [40, 800]) {
    const [start] = ruleDays(rule, number(anchor), low, Math.min(low + days, last ? number(last) : LAST_DAY));
    if (start !== undefined) return [rule, formatLocalDate(start)];
  }
  throw new RuleError('there is no day on which it takes place.');
}

/** What one schedule comes to on `today`. */
export function readSchedule(record: HsdsRecord, context: ReadContext): ScheduleReading {
  const description = record.plain('description', 1000);
  const first = record.day('dtstart');
  const from = record.day('valid_from');
  // `until` is "the date of the last occurrence"; after `valid_to` the times are not known any more.
  const [until, validTo] = [record.day('until'), record.day('valid_to')];
  const last = until && validTo ? (until < validTo ? until : validTo) : (until ?? validTo);
  const inStart = /\d[T ](?!00:00)\d/.test(record.text('dtstart') ?? '') ? 'dtstart' : '';
  const opens = clock(record, record.text('opens_at') ? 'opens_at' : inStart, context);
  const closes = clock(record, 'closes_at', context);
  const written = ruleText(record);
  const over = (day: string, name: string): ScheduleReading => ({
    none: `${name} ${day} is past, so its times are not shown any more`,
  });
  if (last && last < context.today) return over(last, last === until ? 'until' : 'valid_to');

  // Midnight to midnight is what software writes for "not given".
  const known = opens && !(closes && !opens.hour && !opens.minute && !minutesBetween(opens, closes));
  const hours =
    known &&
    [opens, closes]
      .filter((one) => one !== undefined)
      .map(clockText)
      .join('–');
  const said = description ?? (hours || undefined);
  const inWords = (): ScheduleReading =>
    said
      ? { when: { text: said } }
      : { none: 'there is neither a time nor a description, so it counts as closed' };
  if (!known) return inWords();

  const single = first ?? (from === validTo ? from : undefined);
  if (!written && !single) {
    record.remark(`${record.path}freq and dtstart are missing, so no date can be told`);
    return inWords();
  }
  const time = {
    durationMinutes: (closes && minutesBetween(opens, closes)) || undefined,
    timeZone: zoneOf(record, context),
    text: description,
  };
  if (!written && single) {
    if (single < context.today) return over(single, 'dtstart');
    return { when: given({ ...time, start: `${single}T${clockText(opens)}` }) };
  }
  try {
    const [rule, start] = dated(written, { first, from, until: last }, count(record, 'count'));
    if (rule.until && rule.until < context.today) return over(rule.until, 'the last of count');
    return { when: given({ ...time, rule, start: `${start}T${clockText(opens)}` }) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    record.remark(`${record.path.slice(0, -1)} has no date: ${text(error.message)}`);
    return inWords();
  }
}

/** What else a schedule says: its notes, and a description that tells more than the hours. */
export function scheduleNote(record: HsdsRecord): string | undefined {
  const description = record.plain('description', 1000);
  const told = [description && description.length > SHORT ? description : undefined, record.plain('notes')];
  return told.filter((part) => part).join('\n') || undefined;
}
