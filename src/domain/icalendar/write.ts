/**
 * Writes meetings as an iCalendar text (RFC 5545) for a diary: the whole series with what is different about single sessions, or
 * one evening. Nothing in it comes from a clock or from chance, so the same meeting gives the same text and a later one replaces it.
 */
import type { Change, Meeting, Occurrence, Venue } from '../meeting.js';
import { occurrences } from '../recurrence/occurrences.js';
import { DAY_MS, dayOf, formatLocalDateTime, MINUTE_MS, parseWritten } from '../recurrence/plain-day.js';
import { formatRule, type Rule } from '../recurrence/rule.js';
import { toInstant, toWall, UTC, type Zone, zoneNamed } from '../recurrence/zone.js';
import { escapeText, fold, oneLine } from './write-line.js';
import { zoneLines } from './write-zone.js';

/** A meeting as it should stand in a diary. */
export interface DiaryEntry {
  /** The same for every version of the entry. */
  readonly uid: string;
  readonly meeting: Meeting;
  /** What the diary shows; on a shared phone better something neutral. */
  readonly title: string;
  readonly description?: string;
  /** http(s) page about it. */
  readonly url?: string;
  /** Higher in each later version (RFC 5545 3.8.7.4). Default 0. */
  readonly sequence?: number;
  /** It does not take place any more. */
  readonly cancelled?: boolean;
  /** Title of a session of it that is off, since not every diary shows STATUS. Default: `title`. */
  readonly cancelledTitle?: string;
  /** A reminder so many minutes before each session that takes place; it says the title and no more. */
  readonly reminderMinutes?: number;
}

export interface Diary {
  /** When this is written, milliseconds. */
  readonly stamp: number;
  /** Name of the calendar, for programs that subscribe to it. */
  readonly name?: string;
  /** What wrote the file (RFC 5545 3.7.3), where naming this library would tell too much. */
  readonly product?: string;
}

/** An entry with what its lines need. */
interface Sheet extends DiaryEntry {
  readonly zone: Zone;
  readonly zoneName: string | undefined;
  readonly stamp: number;
}

const basic = (wall: number): string => `${formatLocalDateTime(wall).replace(/[-:]/g, '')}00`;

/** An instant in UTC, with its seconds. */
const utc = (instant: number): string =>
  `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** A property with one local time or several, in the zone of the meeting. */
function timed({ zoneName }: Sheet, name: string, walls: readonly number[]): string[] {
  if (!walls.length) return [];
  const id = zoneName && zoneName !== 'UTC' ? `;TZID=${zoneName}` : '';
  return [`${name}${id}:${walls.map((wall) => basic(wall) + (zoneName === 'UTC' ? 'Z' : '')).join()}`];
}

/** The original starts that a written start or day means. */
function wallsOf({ meeting, zone }: Sheet, text: string): number[] {
  const written = parseWritten(text);
  if (!written) return [];
  if (written.utc) return [toWall(written.wall, zone)];
  if (!written.dateOnly) return [written.wall];
  const { changes: _, exceptDates: __, ...whole } = meeting;
  return occurrences(whole, written.wall - DAY_MS, written.wall + 2 * DAY_MS, 'UTC').flatMap(
    ({ recurrenceId }) => (recurrenceId.startsWith(text) ? [parseWritten(recurrenceId)?.wall ?? 0] : []),
  );
}

/** "If the DTSTART property is specified as a date with local time and time zone reference, then the UNTIL rule part MUST be specified as a date with UTC time" (3.3.10). */
export function ruleLine(rule: Rule, { zone, zoneName }: Pick<Sheet, 'zone' | 'zoneName'>): string {
  const until = parseWritten(rule.until ?? '');
  if (!until) return `RRULE:${formatRule(rule)}`;
  const last = until.dateOnly ? until.wall + DAY_MS - MINUTE_MS : until.wall;
  const written = until.utc
    ? zoneName
      ? utc(until.wall)
      : formatLocalDateTime(toWall(until.wall, zone))
    : zoneName
      ? utc(toInstant(last, zone))
      : formatLocalDateTime(last);
  return `RRULE:${formatRule({ ...rule, until: written })}`;
}

function placeOf(venue: Venue | undefined): string {
  const { name, address, locality, postalCode } = venue ?? {};
  const parts: string[] = [];
  for (const part of [name, address, locality, postalCode]) {
    if (part && !parts.some((before) => before.includes(part))) parts.push(part);
  }
  return parts.join(', ');
}

/** Where to be: the room, or the link where there is none. */
export function locationOf({ attendance, venue, joinUrl }: Meeting, change?: Change): string {
  return attendance === 'online' && !change?.venue
    ? (change?.joinUrl ?? joinUrl ?? '')
    : placeOf(change?.venue ?? venue);
}

function details(sheet: Sheet, change: Change | undefined): string[] {
  const { meeting, url } = sheet;
  const joinUrl = change?.joinUrl ?? meeting.joinUrl;
  const place = locationOf(meeting, change);
  const venue = change?.venue ?? meeting.venue;
  // The centre of a town is not where people meet.
  const position = meeting.attendance === 'online' || venue?.approximate ? undefined : venue?.position;
  const told = [change?.note, sheet.description, joinUrl === place ? '' : joinUrl, meeting.joinNote];
  const description = told.filter((part) => part).join('\n\n');
  return [
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    ...(place ? [`LOCATION:${escapeText(place)}`] : []),
    ...(position ? [`GEO:${position.latitude};${position.longitude}`] : []),
    ...(url ? [`URL:${oneLine(url)}`] : []),
    ...(joinUrl ? [`CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:${oneLine(joinUrl)}`] : []),
  ];
}

/** RFC 5545 3.6.6. Days are said as days: the day before a change of the clocks it still rings at the same hour. */
function alarmLines(minutes: number, title: string): string[] {
  const before =
    minutes % 1440 === 0
      ? `P${minutes / 1440}D`
      : minutes % 60 === 0
        ? `PT${minutes / 60}H`
        : `PT${minutes}M`;
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(title)}`,
    `TRIGGER:-${before}`,
    'END:VALARM',
  ];
}

function eventLines(
  sheet: Sheet,
  start: number,
  dates: readonly string[],
  cancelled: boolean,
  change?: Change,
): string[] {
  const minutes = change?.durationMinutes ?? sheet.meeting.durationMinutes;
  const title = (cancelled && sheet.cancelledTitle) || sheet.title;
  // An evening that is off must not ring.
  const reminder = cancelled ? 0 : Math.floor(sheet.reminderMinutes ?? 0);
  const end = toWall(toInstant(start, sheet.zone) + (minutes ?? 0) * MINUTE_MS, sheet.zone);
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(sheet.uid)}`,
    `DTSTAMP:${utc(sheet.stamp)}`,
    `SEQUENCE:${sheet.sequence ?? 0}`,
    ...timed(sheet, 'DTSTART', [start]),
    ...(minutes ? timed(sheet, 'DTEND', [end]) : []),
    ...dates,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escapeText(title)}`,
    ...details(sheet, change),
    ...(reminder > 0 ? alarmLines(reminder, title) : []),
    'END:VEVENT',
  ];
}

/** A session that differs; one that was moved nobody knows where to is cancelled. */
function changeLines(sheet: Sheet, change: Change, wall: number): string[] {
  const start = change.start === undefined ? undefined : parseWritten(change.start);
  const moved =
    start && !start.dateOnly ? (start.utc ? toWall(start.wall, sheet.zone) : start.wall) : undefined;
  const lost = change.status === 'moved' && moved === undefined && !change.venue && !change.joinUrl;
  const cancelled = change.status === 'cancelled' || lost;
  const range = change.range ? ';RANGE=THISANDFUTURE' : '';
  const id = timed(sheet, `RECURRENCE-ID${range}`, [wall]);
  return eventLines(sheet, cancelled ? wall : (moved ?? wall), id, cancelled, change);
}

function sheetLines(sheet: Sheet): string[] {
  const { meeting } = sheet;
  const start = parseWritten(meeting.start ?? '');
  if (!start || start.dateOnly) return [];
  const repeats = meeting.rule || meeting.extraDates?.length;
  const changes = meeting.changes ?? [];
  if (!repeats) {
    // What repeats never needs no session to be named.
    const [change] = changes;
    const moved = change?.start === undefined ? undefined : parseWritten(change.start);
    const off = Boolean(meeting.exceptDates?.length) || change?.status === 'cancelled';
    return eventLines(
      sheet,
      moved && !off ? moved.wall : start.wall,
      [],
      off || Boolean(sheet.cancelled),
      change,
    );
  }
  const extra = (meeting.extraDates ?? []).flatMap((date) => {
    const written = parseWritten(date);
    if (!written) return [];
    if (written.utc) return [toWall(written.wall, sheet.zone)];
    return [written.wall + (written.dateOnly ? start.wall - dayOf(start.wall) * DAY_MS : 0)];
  });
  const excepted = (meeting.exceptDates ?? []).flatMap((date) => wallsOf(sheet, date));
  // One a session, as the engine has it: what is left out stays out, a start goes before a day, the last before the first.
  const changed = new Map<number, Change>();
  const [byDay, byStart]: [Change[], Change[]] = [[], []];
  for (const change of changes) (parseWritten(change.recurrenceId)?.dateOnly ? byDay : byStart).push(change);
  for (const change of [...byDay, ...byStart]) {
    const [wall] = wallsOf(sheet, change.recurrenceId);
    if (wall !== undefined && !excepted.includes(wall)) changed.set(wall, change);
  }
  const dates = [
    ...(meeting.rule ? [ruleLine(meeting.rule, sheet)] : []),
    ...timed(sheet, 'RDATE', extra),
    ...timed(sheet, 'EXDATE', excepted),
  ];
  return [
    ...eventLines(sheet, start.wall, dates, Boolean(sheet.cancelled)),
    ...[...changed].flatMap(([wall, change]) => changeLines(sheet, change, wall)),
  ];
}

/** The text of an .ics file. Meetings without a start that can be computed are left out. */
export function writeCalendar(entries: readonly DiaryEntry[], { stamp, name, product }: Diary): string {
  const zones = new Map<string, Zone>();
  const events = entries.flatMap((entry) => {
    const { timeZone } = entry.meeting;
    const known = timeZone === undefined ? undefined : zoneNamed(timeZone);
    if (known && timeZone && timeZone !== 'UTC') zones.set(timeZone, known);
    return sheetLines({ ...entry, zone: known ?? UTC, zoneName: known && timeZone, stamp });
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${oneLine(product ?? '-//kith-widgets//EN')}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(name ? [`NAME:${escapeText(name)}`, `X-WR-CALNAME:${escapeText(name)}`] : []),
    ...[...zones].flatMap(([zoneName, zone]) => zoneLines(zoneName, zone, stamp)),
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map(fold).join('');
}

/** One evening as a meeting of its own, for "put this one into my diary". */
export function single({ meeting, local, start, end, status, change }: Occurrence): Meeting {
  const {
    rule: _,
    extraDates: __,
    exceptDates: ___,
    changes: ____,
    durationMinutes: _____,
    attendance,
    ...rest
  } = meeting;
  const venue = change?.venue ?? meeting.venue;
  const joinUrl = change?.joinUrl ?? meeting.joinUrl;
  return {
    ...rest,
    // For once in a room.
    attendance: attendance === 'online' && change?.venue ? 'hybrid' : attendance,
    start: local,
    ...(end === undefined ? {} : { durationMinutes: (end - start) / MINUTE_MS }),
    ...(venue ? { venue } : {}),
    ...(joinUrl ? { joinUrl } : {}),
    ...(status === 'cancelled' ? { exceptDates: [local] } : {}),
  };
}
