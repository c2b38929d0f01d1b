/** Says dates, times and repeats as a person would: "Tonight, 18:30 to 20:00", "Every 2 weeks on Tuesday". */
import { displayed, displayZone, endOf } from '../domain/agenda.js';
import type { LocalDate, Meeting, Occurrence } from '../domain/meeting.js';
import { DAY_MS, parseLocalDate, WEEKDAYS, weekdayOf } from '../domain/recurrence/plain-day.js';
import type { Rule, Weekday } from '../domain/recurrence/rule.js';
import { localTime } from '../domain/recurrence/zone.js';
import type { Locale } from '../i18n/locale.js';

const MINUTE = 60_000;
/** "Starts in …" is said within this many minutes. */
const SOON_MINUTES = 60;
/** From this hour on today is "tonight". */
const TONIGHT_HOUR = 17;

/** One evening in words. */
export interface WhenInWords {
  /** The big line: day and hours. */
  readonly day: string;
  /** "On now, until 20:00" or "Starts in 20 minutes". */
  readonly soon?: string;
  /** Both zones, where a visitor's differs from an online group's. */
  readonly zones?: string;
}

/** "Today", "Tonight", "Tomorrow" or the date; the year only when it is not this one. */
export function dayInWords(locale: Locale, date: LocalDate, today: LocalDate, time?: string): string {
  const { strings } = locale;
  if (date === today)
    return time && Number(time.slice(0, 2)) >= TONIGHT_HOUR ? strings.tonight : strings.today;
  if (parseLocalDate(date) === (parseLocalDate(today) ?? 0) + 1) return strings.tomorrow;
  return locale.day(date, today.slice(0, 4));
}

/** Today where a meeting's times are shown. */
export const todayAt = (meeting: Meeting, now: number, viewerZone: string): LocalDate =>
  localTime(now, displayZone(meeting, viewerZone) ?? viewerZone).slice(0, 10);

/** When a session ends: the hour, which past midnight says enough, and the day too where that is a day later or more. */
export function endInWords(
  locale: Locale,
  { meeting, start, end }: Occurrence,
  viewerZone: string,
): string | undefined {
  if (end === undefined) return undefined;
  const zone = displayZone(meeting, viewerZone) ?? viewerZone;
  const wall = localTime(end, zone);
  const from = locale.time(wall.slice(11, 16));
  if (end - start < DAY_MS) return from;
  const day = locale.day(wall.slice(0, 10), localTime(start, zone).slice(0, 4));
  return locale.say(locale.strings.dayFrom, { day, from });
}

/** The last part of an IANA name is its city. */
const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/**
 * @param now Milliseconds since the epoch.
 * @param viewerZone The visitor's IANA zone.
 * @param lasting Dates in full, for paper and the clipboard: "tomorrow" would lie there the day after.
 */
export function whenInWords(
  locale: Locale,
  occurrence: Occurrence,
  now: number,
  viewerZone: string,
  lasting = false,
): WhenInWords {
  const { strings } = locale;
  const { meeting, start } = occurrence;
  const zone = displayZone(meeting, viewerZone) ?? viewerZone;
  const shown = displayed(occurrence, viewerZone);
  const today = todayAt(meeting, now, viewerZone);
  const from = locale.time(shown.time);
  const to = endInWords(locale, occurrence, viewerZone);
  const day = lasting
    ? locale.day(shown.date, today.slice(0, 4))
    : dayInWords(locale, shown.date, today, shown.time);
  const minutes = Math.ceil((start - now) / MINUTE);
  let soon: string | undefined;
  if (minutes <= 0 && now < endOf(occurrence)) {
    soon = to ? locale.say(strings.onNowUntil, { time: to }) : locale.say(strings.startedAt, { time: from });
  } else if (minutes > 0 && minutes <= SOON_MINUTES) soon = locale.say(strings.startsIn, { n: minutes });
  const own = meeting.timeZone && meeting.timeZone !== zone ? localTime(start, meeting.timeZone) : undefined;
  const differs = own !== undefined && own !== `${shown.date}T${shown.time}`;
  return {
    day: to ? locale.say(strings.dayFromTo, { day, from, to }) : locale.say(strings.dayFrom, { day, from }),
    ...(soon ? { soon } : {}),
    ...(differs
      ? {
          zones: locale.say(strings.bothZones, {
            time: locale.time(own.slice(11, 16)),
            city: cityOf(meeting.timeZone ?? ''),
            yours: from,
          }),
        }
      : {}),
  };
}

/** The start alone: "Today, 10:00". */
export function startInWords(
  locale: Locale,
  occurrence: Occurrence,
  now: number,
  viewerZone: string,
): string {
  const shown = displayed(occurrence, viewerZone);
  const today = todayAt(occurrence.meeting, now, viewerZone);
  return locale.say(locale.strings.dayFrom, {
    day: dayInWords(locale, shown.date, today, shown.time),
    from: locale.time(shown.time),
  });
}

/** "First Tuesday", or nothing for a number that nobody says. */
function nthInWords(locale: Locale, weekday: Weekday, nth?: number): string {
  const { strings } = locale;
  const day = locale.weekday(weekday);
  if (nth === undefined) return day;
  const words = [
    strings.last,
    '',
    strings.first,
    strings.second,
    strings.third,
    strings.fourth,
    strings.fifth,
  ];
  const word = words[nth + 1];
  return word ? locale.say(strings.nthDay, { nth: word, day }) : '';
}

/**
 * How a meeting repeats, or `undefined` for a rule that has no short words.
 * @param startWeekday The weekday of the first start, for rules that name none.
 */
export function repeatInWords(locale: Locale, rule: Rule, startWeekday: string): string | undefined {
  const { strings } = locale;
  const { frequency, interval: n = 1, byDay, byMonthDay, bySetPos } = rule;
  // Of the parts that choose only these have words. BYDAY=TU;BYSETPOS=1 is the first Tuesday, of a month alone.
  if (/by(?!Day|MonthDay|SetPos)/.test(Object.keys(rule).join()) || (byDay && byMonthDay)) return undefined;
  if (bySetPos && !(frequency === 'MONTHLY' && byDay?.length === 1 && !byDay[0]?.nth)) return undefined;
  const words = byDay
    ? byDay.flatMap(({ weekday, nth }) => (bySetPos ?? [nth]).map((one) => nthInWords(locale, weekday, one)))
    : (byMonthDay?.map((day) => (day > 0 ? locale.say(strings.monthDay, { n: day }) : '')) ?? [
        locale.weekday(startWeekday),
      ]);
  if (!words.every(Boolean)) return undefined;
  const days = locale.list(words);
  switch (frequency) {
    case 'DAILY':
      return byDay || byMonthDay
        ? undefined
        : n === 1
          ? strings.everyDay
          : locale.say(strings.everyDays, { n });
    case 'WEEKLY':
      if (n === 1 && byDay?.length === 7) return strings.everyDay;
      return n === 1 ? locale.say(strings.everyWeek, { days }) : locale.say(strings.everyWeeks, { n, days });
    case 'MONTHLY':
      if (!byDay && !byMonthDay) return undefined;
      return n === 1
        ? locale.say(strings.everyMonth, { days })
        : locale.say(strings.everyMonths, { n, days });
    case 'YEARLY':
      return n > 1 || byDay || byMonthDay ? undefined : strings.everyYear;
  }
}

/** How a meeting repeats, in words, or in the feed's own. */
export function repeatOf(locale: Locale, meeting: Meeting): string | undefined {
  const { rule, start, text } = meeting;
  // A list may name a day without a time.
  const own = text && parseLocalDate(text) !== undefined ? locale.date(text) : text;
  // Without a first start only a rule that names its days says which ones.
  if (!rule || !(start || rule.byDay)) return own;
  const weekday = WEEKDAYS[weekdayOf(parseLocalDate(start?.slice(0, 10) ?? '') ?? 0)] ?? 'MO';
  return repeatInWords(locale, rule, weekday) ?? own;
}

/** What stands in the place of a date where none is coming; a series that is over does not say that it repeats. */
export const undatedInWords = (locale: Locale, meeting: Meeting | undefined): string =>
  (meeting && (meeting.start ? meeting.text : repeatOf(locale, meeting))) ?? locale.strings.noDate;
