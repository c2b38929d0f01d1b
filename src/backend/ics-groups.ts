/** From meetings to groups: events of one name are one group, and a notice that calls an evening off is about that evening. */

import type { Group } from '../domain/group.js';
import type { Meeting } from '../domain/meeting.js';
import { fold } from '../domain/plain-letters.js';
import { occurrences } from '../domain/recurrence/occurrences.js';
import { DAY_MS, parseWritten } from '../domain/recurrence/plain-day.js';
import { RuleError } from '../domain/recurrence/rule-error.js';
import type { Further } from './ics-facts.js';
import type { Told } from './ics-series.js';
import { given, slugOf, uniqueIds } from './record.js';

/** A notice: what it calls off, and how to tell that nothing was found. */
export interface Notice {
  readonly told: Told;
  readonly leaveOut: (reason: string) => void;
}

export interface Draft {
  readonly name: string;
  readonly meetings: Meeting[];
  readonly topics: Set<string>;
  notes: string | undefined;
  url: string | undefined;
}

/** Meetings looked at between two pauses. */
const SLICE = 20;

/** Longest look ahead for the end of a series that is counted. */
const YEARS_MS = 3660 * DAY_MS;

/** Whether nothing of a meeting is left from yesterday on. */
function isOver(meeting: Meeting, today: number): boolean {
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

/** The groups of a whole file. */
export class CalendarGroups {
  readonly #drafts = new Map<string, Draft>();
  readonly #notices: Notice[] = [];

  /** @throws {RuleError} For what is not kept. */
  add(told: Told, leaveOut: (reason: string) => void): void {
    const { facts, meeting, cancelled } = told;
    if (cancelled) this.#notices.push({ told, leaveOut });
    else if (!meeting || !facts.title) throw new RuleError('has no name (SUMMARY)');
    else this.#join(told, meeting);
  }

  readonly #join = ({ facts }: Told, meeting: Meeting): void => {
    const { title: name, note, topics, url } = facts;
    const id = key(name);
    const draft = this.#drafts.get(id) ?? { name, meetings: [], topics: new Set(), notes: note, url };
    this.#drafts.set(id, draft);
    draft.notes ??= note;
    draft.url ??= url;
    for (const topic of topics) draft.topics.add(topic);
    draft.meetings.push(note && note !== draft.notes ? { ...meeting, note } : meeting);
  };

  /** @returns The groups, and how many notices were of no use. */
  async all(
    today: number,
    further: Further,
    pause: () => Promise<void>,
  ): Promise<{ groups: Group[]; unused: number }> {
    const notices = this.#notices;
    const unused = notices.length
      ? await (await further()).settle(notices, this.#drafts, key, this.#join, pause)
      : 0;
    const idFor = uniqueIds();
    const groups: Group[] = [];
    let count = 0;
    for (const [id, { name, meetings, topics, notes, url }] of this.#drafts) {
      const coming: Meeting[] = [];
      for (const meeting of meetings) {
        if (count++ % SLICE === 0) await pause();
        if (!isOver(meeting, today)) coming.push(meeting);
      }
      if (!coming.length) continue;
      groups.push({
        id: idFor(`calendar-${slugOf(id)}`),
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
