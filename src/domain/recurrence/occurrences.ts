/** When a group really meets: the days of its rule become evenings in its zone, less exceptions, with changes. */
import type { Change, Meeting, Occurrence } from '../meeting.js';
import { ruleStarts } from './expand.js';
import {
  DAY_MS,
  dayOf,
  formatLocalDateTime,
  MINUTE_MS,
  parseLocalDateTime,
  parseWritten,
  type Written,
} from './plain-day.js';
import { toInstant, toWall, UTC, type Zone, zoneNamed } from './zone.js';

/**
 * How long a session without a known end counts as being on. Most groups last an hour or more; longer than that,
 * "on now" would send people to a room that may be empty.
 */
export const ASSUMED_MINUTES = 60;

/** A longer "session" is a slip in the feed: it is read as having no end, and a year back is far enough to look. */
const LONGEST_MINUTES = 366 * 24 * 60;

type Draft = { -readonly [Part in keyof Occurrence]: Occurrence[Part] };

/** One start before exceptions and changes: what the clocks there were meant to show, and when that is. */
interface Session {
  readonly wall: number;
  readonly instant: number;
}

/** A change that holds from an instant on; `shift` is by how much later the clocks show then, where it says so. */
interface Range {
  readonly at: number;
  readonly shift: number | undefined;
  readonly change: Change;
}

/** Entries of EXDATE or RECURRENCE-ID: exact ones match by instant, whatever form they were written in; days by day. */
interface Marks<T> {
  readonly at: Map<number, T>;
  readonly on: Map<number, T>;
}

/**
 * All sessions that overlap `from` to `to` (milliseconds, `to` not included), by start. Cancelled ones are among
 * them, also those that the feed only leaves out (EXDATE): a visitor must be able to see "no meeting". A moved one
 * stands at its new start alone. A meeting without a readable start has none.
 * @param asPlanned Instead those that were planned to begin then, and begin at another time now, whenever that is.
 */
export function occurrences(
  meeting: Meeting,
  from: number,
  to: number,
  viewerZone: string,
  asPlanned = false,
): Occurrence[] {
  const start = meeting.start === undefined ? undefined : parseLocalDateTime(meeting.start);
  if (start === undefined || !(from < to)) return [];
  const zone = (meeting.timeZone && zoneNamed(meeting.timeZone)) || zoneNamed(viewerZone) || UTC;
  const changes = marks(meeting.changes, zone, (change) => change.recurrenceId);
  const excepted = marks(meeting.exceptDates, zone, (date) => date);
  const ranges = rangesOf(meeting, zone, start);

  const found: Occurrence[] = [];
  const add = (session: Session, status: Occurrence['status'], change?: Change, moved?: number) => {
    const instant = moved ?? session.instant;
    const minutes = lengthOf(change) ?? lengthOf(meeting);
    const end = minutes === undefined ? undefined : instant + minutes * MINUTE_MS;
    const at = asPlanned ? session.instant : instant;
    if (!(at < to && (at >= from || (!asPlanned && end !== undefined && end > from)))) return;
    const recurrenceId = formatLocalDateTime(session.wall);
    const wall = toWall(instant, zone);
    const local = wall === session.wall ? recurrenceId : formatLocalDateTime(wall);
    const one: Draft = { meeting, start: instant, local, recurrenceId, status };
    if (end !== undefined) one.end = end;
    if (change) one.change = change;
    found.push(one);
  };

  /** A session without a change of its own is as the last range before it says, if any, and that is its new usual. */
  const follow = (session: Session) => {
    const range = ranges.findLast(({ at }) => at <= session.instant);
    if (!range) return add(session, 'scheduled');
    const { change, shift } = range;
    const gone = shift === undefined && statusInPlace(change) === 'cancelled';
    add(session, gone ? 'cancelled' : 'scheduled', change, shift && toInstant(session.wall + shift, zone));
  };

  let longest = lengthOf(meeting) ?? 0;
  for (const change of meeting.changes ?? []) longest = Math.max(longest, lengthOf(change) ?? 0);
  // One day more on either side, since the day there may not be the day in UTC.
  let reach = DAY_MS;
  for (const { shift = 0 } of ranges) reach = Math.max(reach, DAY_MS + Math.abs(shift));
  const low = dayOf(from - longest * MINUTE_MS - reach);
  const usual = asPlanned ? [] : sessions(meeting, start, zone, low, dayOf(to + reach));
  for (const session of usual) {
    const change = changes && find(changes, session);
    if (excepted && find(excepted, session))
      add(session, 'cancelled', change?.status === 'cancelled' ? change : undefined);
    else if (!change) follow(session);
    else if (newStart(change, zone) === undefined) add(session, statusInPlace(change), change);
  }
  if (changes) {
    // What moves is listed from the change, since its old start may lie far outside of the window. It counts even
    // if the rule no longer has the old start: the feed says outright that this session takes place.
    const list = (session: Session, change: Change) => {
      const moved = newStart(change, zone);
      if (moved === undefined || (excepted && find(excepted, session))) return;
      if (moved !== session.instant) add(session, 'moved', change, moved);
      else if (!asPlanned) add(session, change.status, change);
    };
    // The original start as the feed wrote it, so that a start inside a gap keeps its name.
    for (const [instant, change] of changes.at)
      list({ instant, wall: parseLocalDateTime(change.recurrenceId) ?? toWall(instant, zone) }, change);
    for (const [day, change] of changes.on) {
      const moved = newStart(change, zone);
      if (moved === undefined) continue;
      if (!asPlanned && (moved >= to || moved < from - longest * MINUTE_MS)) continue;
      const thatDay = sessions(meeting, start, zone, day, day);
      const wall = day * DAY_MS + (start - dayOf(start) * DAY_MS);
      const session = thatDay.length
        ? thatDay.find(({ instant }) => !changes.at.has(instant))
        : { wall, instant: toInstant(wall, zone) };
      if (session) list(session, change);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * The first session that is not cancelled and not over at `now`, looking `horizonDays` ahead; one that is on counts.
 */
export function nextOccurrence(
  meeting: Meeting,
  now: number,
  viewerZone: string,
  horizonDays = 400,
): Occurrence | undefined {
  // Nearly every group meets again within days: a short look first saves most of the work.
  for (const days of [8, 40, horizonDays]) {
    const ahead = occurrences(
      meeting,
      now - ASSUMED_MINUTES * MINUTE_MS,
      now + Math.min(days, horizonDays) * DAY_MS,
      viewerZone,
    );
    const next = ahead.find(
      ({ status, start, end }) =>
        status !== 'cancelled' && (end ?? start + ASSUMED_MINUTES * MINUTE_MS) > now,
    );
    if (next || days >= horizonDays) return next;
  }
  return undefined;
}

/** Original starts between two days of the calendar there, both included, by instant and without doubles. */
function sessions(meeting: Meeting, start: number, zone: Zone, low: number, high: number): Session[] {
  const { rule, extraDates } = meeting;
  const all: Session[] = [];
  const add = (wall: number, last = Number.POSITIVE_INFINITY) => {
    const day = dayOf(wall);
    const instant = toInstant(wall, zone);
    if (day >= low && day <= high && instant <= last) all.push({ wall, instant });
  };
  if (rule) {
    const until = untilOf(rule.until, zone);
    // A day later than UNTIL's own, since in UTC only its instant is exact.
    for (const wall of ruleStarts(rule, start, low, Math.min(high, dayOf(until.wall) + 1))) {
      if (until.instant !== undefined || wall <= until.wall) add(wall, until.instant);
    }
  } else add(start);
  for (const text of extraDates ?? []) {
    const written = parseWritten(text);
    if (written) add(wallOf(written, zone, start));
  }
  return withoutDoubles(all.sort((a, b) => a.instant - b.instant));
}

/** RFC 5545 3.8.5.3: "duplicate instances are ignored". */
function withoutDoubles(sorted: Session[]): Session[] {
  return sorted.filter(({ instant }, index) => instant !== sorted[index - 1]?.instant);
}

/** The last wall clock that UNTIL lets in; its instant too where UNTIL is in UTC, which is exact on any night. */
function untilOf(until: string | undefined, zone: Zone): { wall: number; instant?: number } {
  const written = until === undefined ? undefined : parseWritten(until);
  // An end that cannot be read lets nothing in, rather than everything.
  if (!written) return { wall: until === undefined ? Number.POSITIVE_INFINITY : Number.NaN };
  if (written.utc) return { wall: toWall(written.wall, zone), instant: written.wall };
  return { wall: written.dateOnly ? written.wall + DAY_MS - 1 : written.wall };
}

function marks<T>(
  entries: readonly T[] | undefined,
  zone: Zone,
  name: (entry: T) => string,
): Marks<T> | undefined {
  if (!entries?.length) return undefined;
  const at = new Map<number, T>();
  const on = new Map<number, T>();
  for (const entry of entries) {
    const written = parseWritten(name(entry));
    if (!written) continue;
    if (written.dateOnly) on.set(dayOf(written.wall), entry);
    else at.set(instantOf(written, zone), entry);
  }
  return { at, on };
}

function find<T>({ at, on }: Marks<T>, { instant, wall }: Session): T | undefined {
  return at.get(instant) ?? on.get(dayOf(wall));
}

/**
 * RFC 5545 3.2.13: "if the given recurrence instance is rescheduled to start 2 hours later, then all subsequent instances
 * are also rescheduled 2 hours later".
 */
function rangesOf({ changes = [] }: Meeting, zone: Zone, start: number): Range[] {
  const ranges: Range[] = [];
  for (const change of changes) {
    const written = change.range && parseWritten(change.recurrenceId);
    if (!written) continue;
    const moved = movedTo(change);
    const shift = moved && wallOf(moved, zone, start) - wallOf(written, zone, start);
    ranges.push({ at: instantOf(written, zone), shift, change });
  }
  return ranges.sort((a, b) => a.at - b.at);
}

const instantOf = ({ wall, utc }: Written, zone: Zone) => (utc ? wall : toInstant(wall, zone));

/** What the clocks there were to show; a day alone has the time of the first start. */
const wallOf = ({ wall, utc, dateOnly }: Written, zone: Zone, start: number) =>
  utc ? toWall(wall, zone) : dateOnly ? wall + start - dayOf(start) * DAY_MS : wall;

/** The new start of a changed session, where the change says so. */
function movedTo({ status, start }: Change): Written | undefined {
  const written = status === 'cancelled' || start === undefined ? undefined : parseWritten(start);
  return written?.dateOnly ? undefined : written;
}

function newStart(change: Change, zone: Zone): number | undefined {
  const moved = movedTo(change);
  return moved && instantOf(moved, zone);
}

/**
 * The state of a changed session that keeps its start. "Moved" without a readable new start may have moved to another
 * room; without that either nobody knows where it is, and the old door is the one place that it is not.
 */
function statusInPlace({ status, start, venue, joinUrl }: Change): Occurrence['status'] {
  if (status !== 'moved') return status;
  return start === undefined && (venue || joinUrl) ? 'moved' : 'cancelled';
}

function lengthOf(timed: { readonly durationMinutes?: number } | undefined): number | undefined {
  const minutes = timed?.durationMinutes;
  return minutes !== undefined && minutes > 0 && minutes <= LONGEST_MINUTES ? minutes : undefined;
}
