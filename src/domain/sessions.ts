/**
 * What a calendar shows: every session of a listing under the day on which a visitor would look for it. A session that was moved to
 * another day stands under both: where it is now, and, as gone, where it was planned.
 */
import { displayed, endOf } from './agenda.js';
import { fold } from './fold.js';
import type { Group } from './group.js';
import type { Attendance, LocalDate, LocalDateTime, Meeting, Occurrence } from './meeting.js';
import { addDays, addMonths, type Month, monthOf } from './month.js';
import { nextOccurrence, occurrences } from './recurrence/occurrences.js';
import { DAY_MS, parseLocalDate, parseLocalDateTime } from './recurrence/plain-day.js';
import { localTime, toInstant, zoneNamed } from './recurrence/zone.js';

/** A moved session is looked for so far from the days that are asked for. */
export const FAR_DAYS = 92;
/** Changes are announced so far ahead. */
export const CHANGES_DAYS = 14;

export interface Session {
  readonly group: Group;
  readonly occurrence: Occurrence;
  /** The day under which it stands. */
  readonly date: LocalDate;
  /** Where it stands there, `HH:MM`. */
  readonly time: string;
  /** It was planned for this day, and is on another one now. */
  readonly away?: true;
}

/** What a page shows of a listing, when it does not show all of it. */
export interface Excerpt {
  /** Id or name of one group. */
  readonly group?: string;
  /** One topic, in any case and with or without accents. */
  readonly topic?: string;
  readonly attendance?: 'in-person' | 'online';
}

const attends = (attendance: Attendance, wanted: Excerpt['attendance']): boolean =>
  !wanted || attendance === 'hybrid' || attendance === wanted;

/** The groups of an excerpt, each with the meetings that belong to it. */
export function excerptOf(groups: readonly Group[], { group, topic, attendance }: Excerpt): readonly Group[] {
  if (!group && !topic && !attendance) return groups;
  const name = fold(group ?? '');
  const about = fold(topic ?? '');
  return groups
    .filter((one) => !group || one.id === group || fold(one.name) === name)
    .filter((one) => !topic || one.topics.some((other) => fold(other) === about))
    .map((one) => ({
      ...one,
      meetings: one.meetings.filter((meeting) => attends(meeting.attendance, attendance)),
    }));
}

const isMoved = (meeting: Meeting): boolean =>
  meeting.changes?.some(({ status, start }) => status !== 'cancelled' && start !== undefined) ?? false;

/** When a moved session was planned for, as it would have been shown. */
function planned({ meeting, recurrenceId }: Occurrence, viewerZone: string): LocalDateTime {
  if (meeting.attendance !== 'online' || !meeting.timeZone) return recurrenceId;
  const zone = zoneNamed(meeting.timeZone);
  return zone ? localTime(toInstant(parseLocalDateTime(recurrenceId) ?? 0, zone), viewerZone) : recurrenceId;
}

/**
 * Sessions of some groups that stand under the days from `first` to `last`, both included, in no order.
 * @param viewerZone The visitor's IANA zone: the day of an online session is the visitor's.
 */
export function sessionsOf(
  groups: readonly Group[],
  first: LocalDate,
  last: LocalDate,
  viewerZone: string,
): Session[] {
  const found: Session[] = [];
  // No place is a whole day from UTC.
  const from = ((parseLocalDate(first) ?? 0) - 1) * DAY_MS;
  const to = ((parseLocalDate(last) ?? 0) + 2) * DAY_MS;
  for (const group of groups) {
    for (const meeting of group.meetings) {
      const reach = isMoved(meeting) ? FAR_DAYS * DAY_MS : 0;
      for (const occurrence of occurrences(meeting, from - reach, to + reach, viewerZone)) {
        const { date, time } = displayed(occurrence, viewerZone);
        if (date >= first && date <= last) found.push({ group, occurrence, date, time });
        if (occurrence.status !== 'moved') continue;
        const before = planned(occurrence, viewerZone);
        const day = before.slice(0, 10);
        if (day !== date && day >= first && day <= last)
          found.push({ group, occurrence, date: day, time: before.slice(11, 16), away: true });
      }
    }
  }
  return found;
}

/** By day and hour as they are shown, then by name. */
export function inOrder(sessions: Session[]): Session[] {
  return sessions.sort(
    (a, b) =>
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
      (a.time < b.time ? -1 : a.time > b.time ? 1 : 0) ||
      (a.group.name < b.group.name ? -1 : 1),
  );
}

/** Sessions under the days on which they stand, in the order in which they come. */
export function byDay(sessions: readonly Session[]): Map<LocalDate, Session[]> {
  const days = new Map<LocalDate, Session[]>();
  for (const session of sessions) {
    const day = days.get(session.date);
    if (day) day.push(session);
    else days.set(session.date, [session]);
  }
  return days;
}

/** Takes place, and not elsewhere. */
export const isOn = ({ occurrence, away }: Session): boolean => !away && occurrence.status !== 'cancelled';

export const isOver = ({ occurrence }: Session, now: number): boolean => endOf(occurrence) <= now;

/** Begun and not over. */
export const isOnNow = (session: Session, now: number): boolean =>
  isOn(session) && session.occurrence.start <= now && !isOver(session, now);

/** Sessions that are cancelled, moved or otherwise not as usual within the next days, each once. */
export function changesAhead(sessions: readonly Session[], now: number, viewerZone: string): Session[] {
  const until = now + CHANGES_DAYS * DAY_MS;
  const lastDay = localTime(until, viewerZone).slice(0, 10);
  const told = new Map<Occurrence, Session>();
  for (const session of sessions) {
    const { occurrence, away, date } = session;
    if (occurrence.status === 'scheduled' || isOver(session, now)) continue;
    if (away ? date > lastDay : occurrence.start > until) continue;
    // What was moved is told where it is now, unless that is too far ahead.
    if (!away || !told.has(occurrence)) told.set(occurrence, session);
  }
  return [...told.values()];
}

/** The first session of all that is still to begin or on, however far ahead within 400 days. */
export function nextOf(groups: readonly Group[], now: number, viewerZone: string): Session | undefined {
  let next: Session | undefined;
  for (const group of groups) {
    for (const meeting of group.meetings) {
      const occurrence = nextOccurrence(meeting, now, viewerZone);
      if (!occurrence || (next && occurrence.start >= next.occurrence.start)) continue;
      const { date, time } = displayed(occurrence, viewerZone);
      next = { group, occurrence, date, time };
    }
  }
  return next;
}

/** Groups worked out between two pauses. */
const SLICE_GROUPS = 100;

/** A listing's sessions month by month, worked out when a month is first looked at. */
export class Programme {
  readonly #months = new Map<Month, readonly Session[]>();

  /** @param viewerZone The visitor's IANA zone. */
  constructor(
    readonly groups: readonly Group[],
    readonly viewerZone: string,
  ) {}

  /** Works out a month in slices. @param pause Called between slices; when it rejects, so does this. */
  async prepare(month: Month, pause: () => Promise<void>): Promise<void> {
    const found: Session[] = [];
    for (let at = 0; at < this.groups.length; at += SLICE_GROUPS) {
      await pause();
      found.push(...this.#work(month, this.groups.slice(at, at + SLICE_GROUPS)));
    }
    await pause();
    this.#months.set(month, inOrder(found));
  }

  #work(month: Month, groups: readonly Group[]): Session[] {
    const first = `${month}-01`;
    return sessionsOf(groups, first, addDays(addMonths(first, 1), -1), this.viewerZone);
  }

  #of(month: Month): readonly Session[] {
    let sessions = this.#months.get(month);
    if (!sessions) {
      sessions = inOrder(this.#work(month, this.groups));
      this.#months.set(month, sessions);
    }
    return sessions;
  }

  /** All sessions under the days from `first` to `last`, both included, in their order. */
  between(first: LocalDate, last: LocalDate): Session[] {
    const found: Session[] = [];
    for (let month = monthOf(first); month <= monthOf(last); month = monthOf(addMonths(`${month}-01`, 1))) {
      for (const session of this.#of(month)) {
        if (session.date >= first && session.date <= last) found.push(session);
      }
    }
    return found;
  }
}
