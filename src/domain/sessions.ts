/**
 * What a calendar shows: every session of a listing under the day on which a visitor would look for it. A session that was moved to
 * another day stands under both: where it is now, and, as gone, where it was planned.
 */
import { displayed, displayZone, endOf, planned } from './agenda.js';
import { fold } from './fold.js';
import type { Group } from './group.js';
import type { Attendance, LocalDate, LocalDateTime, Meeting, Occurrence } from './meeting.js';
import { addDays, addMonths, lastOf, type Month, monthOf } from './month.js';
import { nextOccurrence, occurrences } from './recurrence/occurrences.js';
import { DAY_MS, parseLocalDate } from './recurrence/plain-day.js';
import { localTime } from './recurrence/zone.js';

/** When all later sessions move they keep the name of their old day, which may be so far away. */
const NAMED_DAYS = 35;
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
    }))
    .filter(({ meetings }) => !attendance || meetings.length > 0);
}

/** A session where it is now. */
const shown = (group: Group, occurrence: Occurrence, viewerZone: string): Session => {
  const { date, time } = displayed(occurrence, viewerZone);
  return { group, occurrence, date, time };
};

/** What names a session among all of a listing, also when it is moved. A group may have two meetings at one hour, in two rooms. */
export const keyOf = ({ group, occurrence: { meeting, recurrenceId } }: Session): string =>
  `${recurrenceId} ${group.meetings.indexOf(meeting)} ${group.id}`;

/** Days, both included, and the time around them in which their sessions begin: no place is a whole day from UTC. */
const spanOf = (first: LocalDate, last: LocalDate) => ({
  first,
  last,
  from: ((parseLocalDate(first) ?? 0) - 1) * DAY_MS,
  to: ((parseLocalDate(last) ?? 0) + 2) * DAY_MS,
});

/** Adds what of one meeting stands under some days. */
function addSessions(
  found: Session[],
  group: Group,
  meeting: Meeting,
  { first, last, from, to }: ReturnType<typeof spanOf>,
  viewerZone: string,
): void {
  const add = (session: Session) => {
    if (session.date >= first && session.date <= last) found.push(session);
  };
  for (const occurrence of occurrences(meeting, from, to, viewerZone))
    add(shown(group, occurrence, viewerZone));
  // Few meetings have any change.
  if (!meeting.changes) return;
  for (const occurrence of occurrences(meeting, from, to, viewerZone, true)) {
    const [date = '', time = ''] = planned(occurrence, viewerZone).split('T');
    if (date !== displayed(occurrence, viewerZone).date) add({ group, occurrence, date, time, away: true });
  }
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
  const span = spanOf(first, last);
  const found: Session[] = [];
  for (const group of groups) {
    for (const meeting of group.meetings) addSessions(found, group, meeting, span, viewerZone);
  }
  return found;
}

/**
 * A session by its original start, where it is now.
 * @param meeting Place of its meeting in the group; where another one begins at that time, that will do.
 */
export function sessionNamed(
  group: Group,
  recurrenceId: LocalDateTime,
  viewerZone: string,
  meeting = 0,
): Session | undefined {
  const day = recurrenceId.slice(0, 10);
  const around = sessionsOf([group], addDays(day, -NAMED_DAYS), addDays(day, NAMED_DAYS), viewerZone);
  const same = around.filter(({ occurrence }) => occurrence.recurrenceId === recurrenceId);
  const found =
    same.find(({ occurrence }) => group.meetings.indexOf(occurrence.meeting) === meeting) ?? same[0];
  return found && shown(group, found.occurrence, viewerZone);
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

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** By day and hour as they are shown; those that begin together stay as they are. */
const inOrder = (sessions: readonly Session[]): Session[] =>
  [...byDay(sessions)]
    .sort(([one], [other]) => compare(one, other))
    .flatMap(([, ofDay]) => ofDay.sort((one, other) => compare(one.time, other.time)));

/** Takes place, and not elsewhere. */
export const isOn = ({ occurrence, away }: Session): boolean => !away && occurrence.status !== 'cancelled';

export const isOver = ({ occurrence }: Session, now: number): boolean => endOf(occurrence) <= now;

/** Begun and not over. */
export const isOnNow = (session: Session, now: number): boolean =>
  isOn(session) && session.occurrence.start <= now && !isOver(session, now);

/** Sessions that are cancelled, moved or otherwise not as usual within the next days, each once and in order. */
export function changesAhead(sessions: readonly Session[], now: number, viewerZone: string): Session[] {
  const until = now + CHANGES_DAYS * DAY_MS;
  const told = new Map<string, Session>();
  for (const session of sessions) {
    const { occurrence, away, date } = session;
    if (occurrence.status === 'scheduled' || isOver(session, now)) continue;
    if (away) {
      const zone = displayZone(occurrence.meeting, viewerZone) ?? viewerZone;
      if (date < localTime(now, zone).slice(0, 10) || date > localTime(until, zone).slice(0, 10)) continue;
    } else if (occurrence.start > until) continue;
    const key = keyOf(session);
    // What was moved is told where it is now, unless that is too far ahead.
    if (!away || !told.has(key)) told.set(key, session);
  }
  return inOrder([...told.values()]);
}

/** The first session of all that is still to begin or on, however far ahead within 400 days. */
export function nextOf(groups: readonly Group[], now: number, viewerZone: string): Session | undefined {
  let next: Session | undefined;
  for (const group of groups) {
    for (const meeting of group.meetings) {
      const occurrence = nextOccurrence(meeting, now, viewerZone);
      if (!occurrence || (next && occurrence.start >= next.occurrence.start)) continue;
      next = shown(group, occurrence, viewerZone);
    }
  }
  return next;
}

/** Meetings worked out between two pauses. */
const SLICE_MEETINGS = 200;
/** What is on may have begun so many days ago at most: a longer session is a season. */
const LONGEST_DAYS = 14;

/** So many days before it is over a session of some groups may have begun. */
const reachOf = (groups: readonly Group[]): number => {
  let minutes = 1;
  for (const { meetings } of groups) {
    for (const { durationMinutes = 0 } of meetings) minutes = Math.max(minutes, durationMinutes);
  }
  return Math.min(LONGEST_DAYS, Math.ceil(minutes / (24 * 60)));
};

const byName = (groups: readonly Group[]): Group[] =>
  groups
    .map((group) => ({ group, key: fold(group.name) }))
    .sort((one, other) => compare(one.key, other.key))
    .map(({ group }) => group);

/** A listing's sessions month by month, worked out when a month is first looked at. */
export class Programme {
  /** By name, and so are sessions that begin at the same time. */
  readonly groups: readonly Group[];
  /** A session that is on now began no more than so many days ago. */
  readonly reach: number;
  readonly #months = new Map<Month, readonly Session[]>();
  #next: { readonly session: Session | undefined; readonly from: number; readonly until: number } | undefined;

  /** @param viewerZone The visitor's IANA zone. */
  constructor(
    groups: readonly Group[],
    readonly viewerZone: string,
  ) {
    this.groups = byName(groups);
    this.reach = reachOf(groups);
  }

  /** Works out a month in slices. @param pause Called between slices; when it rejects, so does this. */
  async prepare(month: Month, pause: () => Promise<void>): Promise<void> {
    const found: Session[] = [];
    await pause();
    for (const _ of this.#work(month, found)) await pause();
    this.#months.set(month, inOrder(found));
  }

  /** Stops after each slice. */
  *#work(month: Month, found: Session[]): Generator<undefined> {
    const span = spanOf(`${month}-01`, lastOf(month));
    let count = 0;
    for (const group of this.groups) {
      for (const meeting of group.meetings) {
        addSessions(found, group, meeting, span, this.viewerZone);
        if (++count % SLICE_MEETINGS === 0) yield;
      }
    }
    yield;
  }

  #of(month: Month): readonly Session[] {
    let sessions = this.#months.get(month);
    if (!sessions) {
      const found: Session[] = [];
      Array.from(this.#work(month, found));
      sessions = inOrder(found);
      this.#months.set(month, sessions);
    }
    return sessions;
  }

  /** All sessions under the days from `first` to `last`, both included, in their order. */
  between(first: LocalDate, last: LocalDate): Session[] {
    const found: Session[] = [];
    const lastMonth = monthOf(last);
    for (let month = monthOf(first); month <= lastMonth; month = monthOf(addMonths(`${month}-01`, 1))) {
      for (const session of this.#of(month)) {
        if (session.date >= first && session.date <= last) found.push(session);
      }
      // The last month of all has no next one.
      if (month === lastMonth) break;
    }
    return found;
  }

  /** As `nextOf`. Worked out again when that session is over, or a day later. */
  next(now: number): Session | undefined {
    if (!this.#next || now < this.#next.from || now >= this.#next.until) {
      const session = nextOf(this.groups, now, this.viewerZone);
      this.#next = { session, from: now, until: session ? endOf(session.occurrence) : now + DAY_MS };
    }
    return this.#next.session;
  }
}
