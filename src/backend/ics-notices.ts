/** Notices that call evenings off: events of their own beside the series, which few calendars have. */
import type { Meeting } from '../domain/meeting.js';
import { occurrences } from '../domain/recurrence/occurrences.js';
import { DAY_MS, formatLocalDate, parseWritten } from '../domain/recurrence/plain-day.js';
import type { Draft, Notice } from './ics-groups.js';
import type { Told } from './ics-series.js';

/** Meetings looked at between two pauses. */
const SLICE = 20;

/** Notices, times the meetings that each may mean: real calendars stay under a thousand. */
const MOST_WORK = 10_000;

/** Calls off sessions that begin like this: on a day, or at one time of it. */
async function callOff(
  meetings: Meeting[],
  starts: readonly string[],
  note: string | undefined,
  pause: () => Promise<void>,
): Promise<boolean> {
  let found = false;
  const [first = 0, last = first] = [starts[0], starts.at(-1)].map(
    (start) => parseWritten(start ?? '')?.wall,
  );
  for (const [index, meeting] of meetings.entries()) {
    if (index % SLICE === 0) await pause();
    if (!meeting.rule && !meeting.extraDates) continue;
    const off = occurrences(meeting, first - DAY_MS, last + 2 * DAY_MS, 'UTC')
      .map(({ recurrenceId }) => recurrenceId)
      .filter((id) => starts.some((start) => id.startsWith(start)));
    if (!off.length) continue;
    const others = (meeting.changes ?? []).filter(({ recurrenceId }) => !off.includes(recurrenceId));
    const changes = off.map(
      (recurrenceId) => ({ recurrenceId, status: 'cancelled', ...(note ? { note } : {}) }) as const,
    );
    meetings[index] = { ...meeting, changes: [...others, ...changes] };
    found = true;
  }
  return found;
}

/**
 * Says of every notice what it calls off: sessions of the group it names, or of the only one.
 * @returns How many were of no use; they are told.
 */
export async function settle(
  notices: readonly Notice[],
  drafts: ReadonlyMap<string, Draft>,
  key: (name: string) => string,
  join: (told: Told, meeting: Meeting) => void,
  pause: () => Promise<void>,
): Promise<number> {
  let work = 0;
  let unused = 0;
  for (const { told, leaveOut } of notices) {
    const { facts, meeting, days, cancelled } = told;
    const [only, ...others] = facts.title ? [drafts.get(key(facts.title))] : drafts.values();
    const starts = days?.map(formatLocalDate) ?? [cancelled?.recurrenceId ?? ''];
    work += only?.meetings.length ?? 0;
    if (work > MOST_WORK) {
      leaveOut('is one notice too many: the calendar calls off thousands of sessions one by one');
      unused++;
    } else if (only && !others.length && (await callOff(only.meetings, starts, cancelled?.note, pause))) {
      // Done.
    } else if (meeting && facts.title) join(told, meeting);
    else {
      leaveOut('calls something off, but no group of the calendar meets then: give it the name of the group');
      unused++;
    }
  }
  return unused;
}
