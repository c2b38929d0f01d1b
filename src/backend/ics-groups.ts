/** From meetings to groups: events of one name are one group, and a notice that calls an evening off is about that evening. */
import { fold } from '../domain/fold.js';
import type { Group } from '../domain/group.js';
import type { Meeting } from '../domain/meeting.js';
import { occurrences } from '../domain/recurrence/occurrences.js';
import { DAY_MS, formatLocalDate, parseWritten } from '../domain/recurrence/plain-day.js';
import type { Further } from './ics-facts.js';
import type { Told } from './ics-series.js';
import { given, uniqueIds } from './record.js';

/** A notice: what it calls off, and how to tell that nothing was found. */
interface Notice {
  readonly told: Told;
  readonly leaveOut: (reason: string) => void;
}

interface Draft {
  readonly name: string;
  readonly meetings: Meeting[];
  readonly topics: Set<string>;
  notes: string | undefined;
  url: string | undefined;
}

/** Meetings looked at between two pauses. */
const SLICE = 20;

/** Notices, times the meetings that each may mean: real calendars stay under a thousand. */
const MOST_WORK = 10_000;

/** Longest look ahead for the end of a series that is counted. */
const YEARS_MS = 3660 * DAY_MS;

/** Whether nothing of a meeting is left from yesterday on. */
export function isOver(meeting: Meeting, today: number): boolean {
  const { start = '', durationMinutes = 0, rule, extraDates, changes } = meeting;
  const from = today - DAY_MS;
  if (rule && rule.count === undefined) {
    const until = parseWritten(rule.until ?? '');
    if (!until || until.wall >= from) return false;
  } else if (!rule && !extraDates && !changes) {
    return (parseWritten(start)?.wall ?? 0) + durationMinutes * 60_000 < from;
  }
  // Most end soon or not at all: a short look first.
  return ![40 * DAY_MS, YEARS_MS].some((ahead) => occurrences(meeting, from, from + ahead, 'UTC').length);
}

const key = (name: string): string => fold(name).replace(/\s+/g, ' ').trim();

const slug = (name: string): string =>
  key(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);

/** The groups of a whole file. */
export class CalendarGroups {
  readonly #drafts = new Map<string, Draft>();
  readonly #notices: Notice[] = [];
  #work = 0;

  /** @returns Whether it is kept; what is not kept is told to `leaveOut`. */
  add(told: Told, leaveOut: (reason: string) => void): boolean {
    const { facts, meeting, cancelled } = told;
    if (cancelled) {
      this.#notices.push({ told, leaveOut });
      return true;
    }
    if (!meeting) {
      leaveOut('lasts whole days: give it hours, so that people know when to come');
      return false;
    }
    if (!facts.title) {
      leaveOut('has no name (SUMMARY)');
      return false;
    }
    this.#meeting(told, meeting);
    return true;
  }

  #meeting({ facts }: Told, meeting: Meeting): void {
    const { title: name, note, topics, url } = facts;
    let draft = this.#drafts.get(key(name));
    if (!draft) {
      draft = { name, meetings: [], topics: new Set(), notes: note, url };
      this.#drafts.set(key(name), draft);
    }
    draft.notes ??= note;
    draft.url ??= url;
    for (const topic of topics) draft.topics.add(topic);
    draft.meetings.push(note && note !== draft.notes ? { ...meeting, note } : meeting);
  }

  /** Says of every notice what it calls off: sessions of the group it names, or of the only one. */
  async #settle({ told, leaveOut }: Notice, further: Further, pause: () => Promise<void>): Promise<boolean> {
    const { facts, meeting, days, cancelled } = told;
    const [only, ...others] = facts.title ? [this.#drafts.get(key(facts.title))] : this.#drafts.values();
    const starts = days?.map(formatLocalDate) ?? [cancelled?.recurrenceId ?? ''];
    this.#work += only?.meetings.length ?? 0;
    if (this.#work > MOST_WORK) {
      leaveOut('is one notice too many: the calendar calls off thousands of sessions one by one');
      return false;
    }
    if (only && !others.length) {
      const { callOff } = await further();
      if (await callOff(only.meetings, starts, cancelled?.note, pause)) return true;
    }
    if (meeting && facts.title) {
      this.#meeting(told, meeting);
      return true;
    }
    leaveOut('calls something off, but no group of the calendar meets then: give it the name of the group');
    return false;
  }

  /** @returns The groups, and how many notices were of no use. */
  async all(
    today: number,
    further: Further,
    pause: () => Promise<void>,
  ): Promise<{ groups: Group[]; unused: number }> {
    let unused = 0;
    for (const notice of this.#notices) {
      if (!(await this.#settle(notice, further, pause))) unused++;
    }
    const idFor = uniqueIds();
    const groups: Group[] = [];
    for (const { name, meetings, topics, notes, url } of this.#drafts.values()) {
      const coming: Meeting[] = [];
      for (const [index, meeting] of meetings.entries()) {
        if (index % SLICE === 0) await pause();
        if (!isOver(meeting, today)) coming.push(meeting);
      }
      if (!coming.length) continue;
      groups.push({
        id: idFor(`calendar-${slug(name) || 'event'}`),
        name,
        ...given({ notes, url }),
        topics: [...topics],
        audience: [],
        languages: [],
        meetings: coming,
        datesOnly: true,
      });
    }
    return { groups, unused };
  }
}
