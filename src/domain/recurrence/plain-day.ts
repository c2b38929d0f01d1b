/**
 * Calendar arithmetic on plain integers, without zones: a day is its number since 1970-01-01, a wall clock is the
 * milliseconds since then that a clock in UTC would show. `Date` is avoided because it drags the machine's zone in.
 */
import type { LocalDate, LocalDateTime } from '../meeting.js';
import type { Weekday } from './rule.js';

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** 9999-12-31: the last day that four digits of a year can say. */
export const LAST_DAY = 2_932_896;

/** A day of the proleptic Gregorian calendar; January is 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A written DATE or DATE-TIME: `wall` is midnight when only the day is known. */
export interface Written {
  readonly wall: number;
  readonly dateOnly: boolean;
  /** Ends in Z, so that `wall` is an instant. */
  readonly utc: boolean;
}

/** Years are counted from March, so that the leap day is the last of its year. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

/** The inverse of `dayNumber`. */
export function civil(dayNo: number): Civil {
  const shifted = dayNo + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month < 3 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** In the order of RFC 5545's default week; the index is the weekday of `weekdayOf`. */
export const WEEKDAYS: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Monday is 0, Sunday 6: the order of RFC 5545's default week. 1970-01-01 was a Thursday. */
export function weekdayOf(dayNo: number): number {
  return (((dayNo + 3) % 7) + 7) % 7;
}

/** Day on which a wall clock stands. */
export function dayOf(wall: number): number {
  return Math.floor(wall / DAY_MS);
}

// Basic (RFC 5545) and extended (ISO 8601) forms.
const WRITTEN = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(Z)?)?$/;

/** Reads a DATE, local or UTC DATE-TIME; `undefined` for anything else and for days that do not exist. */
export function parseWritten(text: string): Written | undefined {
  const found = WRITTEN.exec(text);
  if (!found) return undefined;
  const year = Number(found[1]);
  const month = Number(found[2]);
  const day = Number(found[3]);
  const hour = Number(found[4] ?? 0);
  const minute = Number(found[5] ?? 0);
  const second = Number(found[6] ?? 0);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  // 60 is a leap second (RFC 5545 3.3.12).
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const utc = found[7] !== undefined;
  const minutes = hour * 60 + minute;
  const wall = dayNumber(year, month, day) * DAY_MS + minutes * MINUTE_MS + Math.min(second, 59) * 1000;
  return { wall, dateOnly: found[4] === undefined, utc };
}

/** Number of a `LocalDate`, or `undefined` when it is none. */
export function parseLocalDate(text: string): number | undefined {
  const written = parseWritten(text);
  return written?.dateOnly ? dayOf(written.wall) : undefined;
}

/** Wall clock of a `LocalDateTime`, or `undefined` when it is none. */
export function parseLocalDateTime(text: string): number | undefined {
  const written = parseWritten(text);
  return written && !written.dateOnly && !written.utc ? written.wall : undefined;
}

/** Sessions share their days, and writing a day is half the work of an expansion. */
const dayTexts = new Map<number, LocalDate>();
const MOST_WRITTEN = 10_000;

export function formatLocalDate(dayNo: number): LocalDate {
  let text = dayTexts.get(dayNo);
  if (text === undefined) {
    // `toISOString` reads no zone.
    text = new Date(dayNo * DAY_MS).toISOString().slice(0, 10);
    if (dayTexts.size >= MOST_WRITTEN) dayTexts.clear();
    dayTexts.set(dayNo, text);
  }
  return text;
}

const two = (number: number) => (number < 10 ? `0${number}` : number);

export function formatLocalDateTime(wall: number): LocalDateTime {
  const day = dayOf(wall);
  const minute = Math.floor((wall - day * DAY_MS) / MINUTE_MS);
  return `${formatLocalDate(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
