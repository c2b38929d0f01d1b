/**
 * Which evening each group shows next, so that a list can be ordered, filtered by day and kept
 * true by the minute without walking through every rule again.
 */
import type { Group } from './group.js';
import type { LocalDate, LocalDateTime, Meeting, Occurrence } from './meeting.js';
import { ASSUMED_MINUTES, nextOccurrence, occurrences } from './recurrence/occurrences.js';
import { DAY_MS, dayOf, MINUTE_MS, parseWritten, WEEKDAYS, weekdayOf } from './recurrence/plain-day.js';
import type { Weekday } from './recurrence/rule.js';
import { isTimeZone, localTime, toInstant, zoneNamed } from './recurrence/zone.js';

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';
export const PARTS_OF_DAY: readonly PartOfDay[] = ['morning', 'afternoon', 'evening', 'night'];

/** Within this, every weekday on which a meeting falls is known. */
const NEAR_DAYS = 35;
/** A group that meets once a year still has a next date. */
const FAR_DAYS = 400;
/** Cancelled evenings are told so far ahead. */
const CANCELLED_DAYS = 21;
/** Sessions told in an opened group, and how far ahead. */
const MOST_TOLD = 6;
const TOLD_DAYS = 92;
/** Meetings worked out between two pauses. */
const SLICE_MEETINGS = 10;

/** When an occurrence is over, or is taken to be. */
export function endOf({ start, end }: Occurrence): number {
  return end ?? start + ASSUMED_MINUTES * MINUTE_MS;
}

/**
 * The zone in which a meeting's times are shown: where people come together that place's own, online
 * the visitor's. Absent for a floating meeting, which is shown as it is written.
 */
export function displayZone({ attendance, timeZone }: Meeting, viewerZone: string): string | undefined {
  // A zone that the browser does not know is no zone: the recurrence reads such a meeting as floating.
  if (!timeZone || !isTimeZone(timeZone)) return undefined;
  return attendance === 'online' ? viewerZone : timeZone;
}

/** What a row says about an occurrence's day and time. */
export interface Displayed {
  readonly date: LocalDate;
  /** HH:MM */
  readonly time: string;
  readonly weekday: Weekday;
  /** IANA zone in which date and time stand; absent: local time there. */
  readonly zone?: string;
}

function displayedWall({ meeting, start, local }: Occurrence, viewerZone: string): string {
  const converted = meeting.attendance === 'online' && displayZone(meeting, viewerZone);
  return converted ? localTime(start, converted) : local;
}

const weekdayIndex = (wall: string) => weekdayOf(dayOf(parseWritten(wall)?.wall ?? 0));

/** Day and time of an occurrence as they are shown: the day that a filter means, too. */
export function displayed(occurrence: Occurrence, viewerZone: string): Displayed {
  const wall = displayedWall(occurrence, viewerZone);
  const zone = displayZone(occurrence.meeting, viewerZone);
  return {
    date: wall.slice(0, 10),
    time: wall.slice(11, 16),
    weekday: WEEKDAYS[weekdayIndex(wall)] ?? 'MO',
    ...(zone && { zone }),
  };
}

/** When a session was planned to begin, as it would have been shown: by the clock that also shows where it is now. */
export function planned({ meeting, recurrenceId }: Occurrence, viewerZone: string): LocalDateTime {
  const zone = meeting.attendance === 'online' && meeting.timeZone ? zoneNamed(meeting.timeZone) : undefined;
  return zone ? localTime(toInstant(parseWritten(recurrenceId)?.wall ?? 0, zone), viewerZone) : recurrenceId;
}

/**
 * Index into `PARTS_OF_DAY`: morning from 5, afternoon from 12, evening from 17, night from 21.
 * @param time HH:MM
 */
export function partOfDay(time: string): number {
  const hour = Number(time.slice(0, 2));
  if (hour < 5 || hour >= 21) return 3;
  return hour < 12 ? 0 : hour < 17 ? 1 : 2;
}

/** An occurrence that a row may show. */
export interface Upcoming {
  readonly occurrence: Occurrence;
  /** Index into `WEEKDAYS` of the displayed day. */
  readonly weekday: number;
  /** Index into `PARTS_OF_DAY` of the displayed time. */
  readonly part: number;
}

/** What comes next of one meeting. */
export interface MeetingAgenda {
  readonly meeting: Meeting;
  /** Soonest first: the first of each weekday and part of day within five weeks, else the next within 400 days. */
  readonly upcoming: readonly Upcoming[];
  /** Sessions of the next three weeks that do not take place, or not on their day. */
  readonly cancelled: readonly Occurrence[];
}

interface Entry extends MeetingAgenda {
  /** What had ended by then is not in it. */
  readonly from: number;
  /** When this has to be worked out again. */
  readonly until: number;
}

/** Sessions of the next three weeks that are cancelled, or that were moved to a later day. */
function fallenOut(
  near: readonly Occurrence[],
  meeting: Meeting,
  now: number,
  viewerZone: string,
): Occurrence[] {
  const until = now + CANCELLED_DAYS * DAY_MS;
  return near.filter((occurrence) => {
    if (occurrence.status === 'cancelled') return endOf(occurrence) > now && occurrence.start <= until;
    if (occurrence.status !== 'moved' || occurrence.recurrenceId >= occurrence.local) return false;
    const zone = meeting.timeZone && isTimeZone(meeting.timeZone) ? meeting.timeZone : viewerZone;
    const { recurrenceId } = occurrence;
    return recurrenceId >= localTime(now, zone) && recurrenceId <= localTime(until, zone);
  });
}

function workOut(meeting: Meeting, now: number, viewerZone: string): Entry {
  if (!meeting.start)
    return {
      meeting,
      upcoming: [],
      cancelled: [],
      from: Number.NEGATIVE_INFINITY,
      until: Number.POSITIVE_INFINITY,
    };
  const near = occurrences(meeting, now - ASSUMED_MINUTES * MINUTE_MS, now + NEAR_DAYS * DAY_MS, viewerZone);
  const coming = near.filter((occurrence) => occurrence.status !== 'cancelled' && endOf(occurrence) > now);
  if (!coming.length) {
    const far = nextOccurrence(meeting, now, viewerZone, FAR_DAYS);
    if (far) coming.push(far);
  }
  const upcoming: Upcoming[] = [];
  const seen = new Set<number>();
  for (const occurrence of coming) {
    const wall = displayedWall(occurrence, viewerZone);
    const weekday = weekdayIndex(wall);
    const part = partOfDay(wall.slice(11));
    const kind = weekday * PARTS_OF_DAY.length + part;
    if (seen.has(kind)) continue;
    seen.add(kind);
    upcoming.push({ occurrence, weekday, part });
  }
  const cancelled = fallenOut(near, meeting, now, viewerZone);
  // Nothing in sight: look again tomorrow, when the horizon has moved.
  let until = upcoming.length ? Number.POSITIVE_INFINITY : now + DAY_MS;
  for (const { occurrence } of upcoming) until = Math.min(until, endOf(occurrence));
  for (const occurrence of cancelled) {
    until = Math.min(until, occurrence.status === 'cancelled' ? endOf(occurrence) : now + DAY_MS);
  }
  return { meeting, upcoming, cancelled, from: now, until };
}

export class Agenda {
  readonly #viewerZone: string;
  /** For each group, its meetings in the feed's order. */
  readonly #entries: Entry[][] = [];

  constructor(viewerZone: string) {
    this.#viewerZone = viewerZone;
  }

  /** Works out all groups in slices, calling `pause` between them. */
  async build(groups: readonly Group[], now: number, pause: () => Promise<void>): Promise<void> {
    let work = 0;
    for (const { meetings } of groups) {
      const entries: Entry[] = [];
      for (const meeting of meetings) {
        entries.push(workOut(meeting, now, this.#viewerZone));
        if (++work % SLICE_MEETINGS === 0) await pause();
      }
      this.#entries.push(entries);
    }
  }

  /** What comes next of each meeting of a group. */
  of(group: number): readonly MeetingAgenda[] {
    return this.#entries[group] ?? [];
  }

  /**
   * Moves on to `now`, working out again only what has ended. A device's clock may also be set back:
   * then what was worked out for later is looked at again. Says which groups changed, by index.
   */
  refresh(now: number): number[] {
    const changed: number[] = [];
    this.#entries.forEach((entries, group) => {
      let stale = false;
      entries.forEach((entry, place) => {
        if (entry.from <= now && now < entry.until) return;
        entries[place] = workOut(entry.meeting, now, this.#viewerZone);
        stale = true;
      });
      if (stale) changed.push(group);
    });
    return changed;
  }
}

/** Works out in slices which evening each group shows next. */
export async function buildAgenda(
  groups: readonly Group[],
  now: number,
  viewerZone: string,
  pause: () => Promise<void>,
): Promise<Agenda> {
  const agenda = new Agenda(viewerZone);
  await agenda.build(groups, now, pause);
  return agenda;
}

/**
 * The next sessions of all meetings of a group, cancelled ones among them; always one that takes place, if there is any.
 * @param now Milliseconds since the epoch.
 */
export function sessionsAhead({ meetings }: Group, now: number, viewerZone: string): Occurrence[] {
  const soonest = (a: Occurrence, b: Occurrence) => a.start - b.start;
  // A session without an end may have begun before now and still be on.
  const from = now - ASSUMED_MINUTES * MINUTE_MS;
  const told = meetings
    .flatMap((meeting) => occurrences(meeting, from, now + TOLD_DAYS * DAY_MS, viewerZone))
    .filter((one) => endOf(one) > now)
    .sort(soonest)
    .slice(0, MOST_TOLD);
  if (told.some(({ status }) => status !== 'cancelled')) return told;
  const [next] = meetings.flatMap((meeting) => nextOccurrence(meeting, now, viewerZone) ?? []).sort(soonest);
  return next ? [...told, next] : told;
}
