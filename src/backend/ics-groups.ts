/** From meetings to groups: events of one name are one group, and a notice that calls an evening off is about that evening. */
import { fold } from '../domain/fold.js';
import type { Group } from '../domain/group.js';
import type { Change, Meeting } from '../domain/meeting.js';
import { occurrences } from '../domain/recurrence/occurrences.js';
import { DAY_MS, formatLocalDate, parseWritten } from '../domain/recurrence/plain-day.js';
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

/** Calls off the sessions of a day; of those at one time only, where the notice has hours. */
function callOff(meetings: Meeting[], day: number, { recurrenceId, note }: Change): boolean {
  let found = false;
  const from = day * DAY_MS;
  for (const [index, meeting] of meetings.entries()) {
    if (!meeting.rule && !meeting.extraDates) continue;
    for (const one of occurrences(meeting, from - DAY_MS, from + 2 * DAY_MS, 'UTC')) {
      if (!one.recurrenceId.startsWith(recurrenceId)) continue;
      const change: Change = { recurrenceId: one.recurrenceId, status: 'cancelled', ...given({ note }) };
      const others = (meeting.changes ?? []).filter((other) => other.recurrenceId !== one.recurrenceId);
      meetings[index] = { ...meeting, changes: [...others, change] };
      found = true;
    }
  }
  return found;
}

/** The groups of a whole file. */
export class CalendarGroups {
  readonly #drafts = new Map<string, Draft>();
  readonly #notices: Notice[] = [];

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
  #settle({ told, leaveOut }: Notice): boolean {
    const { facts, meeting, days, cancelled } = told;
    if (!cancelled) return false;
    const named = this.#drafts.get(key(facts.title));
    const [only, ...others] = facts.title ? [] : this.#drafts.values();
    const draft = named ?? (others.length ? undefined : only);
    const on = days ?? [Math.floor((parseWritten(meeting?.start ?? '')?.wall ?? 0) / DAY_MS)];
    let found = false;
    for (const day of on) {
      const change = days ? { ...cancelled, recurrenceId: formatLocalDate(day) } : cancelled;
      if (draft && callOff(draft.meetings, day, change)) found = true;
    }
    if (found) return true;
    if (meeting && facts.title) {
      this.#meeting(told, meeting);
      return true;
    }
    leaveOut('calls something off, but no group of the calendar meets then: give it the name of the group');
    return false;
  }

  /** @returns The groups, and how many notices were of no use. */
  all(today: number): { groups: Group[]; unused: number } {
    const unused = this.#notices.filter((notice) => !this.#settle(notice)).length;
    const idFor = uniqueIds();
    const groups = [...this.#drafts.values()].flatMap(({ name, meetings, topics, notes, url }): Group[] => {
      const coming = meetings.filter((meeting) => !isOver(meeting, today));
      return coming.length
        ? [
            {
              id: idFor(`calendar-${slug(name) || 'event'}`),
              name,
              ...given({ notes, url }),
              topics: [...topics],
              audience: [],
              languages: [],
              meetings: coming,
              datesOnly: true,
            },
          ]
        : [];
    });
    return { groups, unused };
  }
}
