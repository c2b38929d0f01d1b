/** Notices that call evenings off: events of their own beside the series, which few calendars have. */
import type { Meeting } from '../domain/meeting.js';
import { occurrences } from '../domain/recurrence/occurrences.js';
import { DAY_MS, parseWritten } from '../domain/recurrence/plain-day.js';

/** Meetings looked at between two pauses. */
const SLICE = 20;

/** Calls off sessions that begin like this: on a day, or at one time of it. */
export async function callOff(
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
