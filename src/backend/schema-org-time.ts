/**
 * Dates, times and lengths as schema.org writes them (ISO 8601). An offset is no zone: it fixes an instant, which is then told
 * on the clocks of the zone that is known.
 */
import type { LocalDate, LocalDateTime } from '../domain/meeting.js';
import {
  dayOf,
  formatLocalDate,
  MINUTE_MS,
  parseLocalDateTime,
  parseWritten,
} from '../domain/recurrence/plain-day.js';
import { localTime } from '../domain/recurrence/zone.js';
import { clockText, parseClock } from '../domain/words/clock.js';

/** A day, with what else is said of the moment. */
export interface Moment {
  readonly day: LocalDate;
  /** HH:MM */
  readonly time?: string;
  /** Minutes ahead of UTC. */
  readonly offset?: number;
}

const CLOCK = '(\\d\\d)(?::?(\\d\\d)(?::?\\d\\d(?:[.,]\\d{1,9})?)?)?\\s?(Z|[+-]\\d\\d(?::?\\d\\d)?)?';
const MOMENT = new RegExp(`^(\\d{4}-?\\d\\d-?\\d\\d)(?:[T ]${CLOCK})?$`, 'i');
const TIME = new RegExp(`^T?${CLOCK}$`, 'i');

/** The time of day that `CLOCK` found. */
function clockOf(hours: string | undefined, minutes = '00', zone = ''): Omit<Moment, 'day'> | undefined {
  // 24:00 is the end of a day; that of the next would be another date.
  const time = hours === '24' && minutes === '00' ? '23:59' : `${hours}:${minutes}`;
  if (parseLocalDateTime(`2000-01-01T${time}`) === undefined) return undefined;
  if (!zone) return { time };
  const [, sign, h, m] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  const size = Number(h ?? 0) * 60 + Number(m ?? 0);
  return { time, offset: sign === '-' ? -size : size };
}

/** `undefined` for anything but a date or a date with a time. */
export function parseMoment(written: string): Moment | undefined {
  const [, date, ...clock] = MOMENT.exec(written.trim()) ?? [];
  const found = date ? parseWritten(date) : undefined;
  if (!found) return undefined;
  const day = formatLocalDate(dayOf(found.wall));
  if (clock[0] === undefined) return { day };
  const time = clockOf(...(clock as [string, string?, string?]));
  return time && { day, ...time };
}

/** "18:30", "18:30:00+01:00", "T1830Z", "6:30 PM", or the time of a whole date. */
export function parseTimeOfDay(written: string): Omit<Moment, 'day'> | undefined {
  const moment = parseMoment(written);
  if (moment) return moment;
  const [whole, ...clock] = TIME.exec(written.trim()) ?? [];
  // "18" alone is a number, no time.
  if (whole && /\D|\d{4}/.test(whole)) return clockOf(...(clock as [string, string?, string?]));
  const time = parseClock(written);
  return time && { time: clockText(time) };
}

/** A moment on the clocks of a zone; where no zone is known, of the fixed one that its offset names. */
export function settle(
  { day, time, offset }: Moment,
  timeZone: string | undefined,
  online: boolean,
): { readonly wall: LocalDateTime | LocalDate; readonly timeZone?: string } {
  const zone = timeZone ? { timeZone } : {};
  if (time === undefined) return { wall: day, ...zone };
  const wall = `${day}T${time}`;
  if (offset === undefined) return { wall, ...zone };
  const instant = (parseLocalDateTime(wall) ?? 0) - offset * MINUTE_MS;
  if (timeZone) return { wall: localTime(instant, timeZone), timeZone };
  // Online the visitor's own clock is shown, so the instant is what counts, under a name that people know.
  if (online || offset === 0) return { wall: localTime(instant, 'UTC'), timeZone: 'UTC' };
  // At a place it is the clock on its wall: names of this kind count the other way round. Others have none: floating.
  return offset % 60 === 0 && offset >= -720 && offset <= 840
    ? { wall, timeZone: `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset) / 60}` }
    : { wall };
}

/** Minutes from one moment to another; below zero where they stand the wrong way round. */
export function minutesFrom(start: Moment, end: Moment): number | undefined {
  const from = parseLocalDateTime(`${start.day}T${start.time}`);
  const to = parseLocalDateTime(`${end.day}T${end.time}`);
  if (from === undefined || to === undefined) return undefined;
  const shift = start.offset !== undefined && end.offset !== undefined ? end.offset - start.offset : 0;
  return (to - from) / MINUTE_MS - shift;
}

const NUMBER = '(\\d{1,6}(?:[.,]\\d{1,3})?)';
const LENGTH = new RegExp(
  `^P(?:${NUMBER}W)?(?:${NUMBER}D)?(?:T(?=\\d)(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${NUMBER}S)?)?$`,
  'i',
);

/** Whole minutes of "PT1H30M". */
export function parseLength(written: string): number | undefined {
  const found = LENGTH.exec(written.trim());
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = (found ?? [])
    .slice(1)
    .map((figures) => Number((figures ?? '0').replace(',', '.')));
  const sum = Math.round(weeks * 10_080 + days * 1440 + hours * 60 + minutes);
  return sum > 0 ? sum : undefined;
}

/** The last day of a session: it may end after midnight. */
export function lastDay(start: LocalDateTime, minutes = 0): LocalDate {
  const wall = parseLocalDateTime(start);
  return wall === undefined
    ? start.slice(0, 10)
    : formatLocalDate(dayOf(wall + Math.max(0, minutes - 1) * MINUTE_MS));
}
