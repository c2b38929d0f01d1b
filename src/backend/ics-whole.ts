/** Events that are off as a whole, and those without hours that say so. */
import { durationOf } from '../domain/icalendar/duration.js';
import type { Change, Meeting } from '../domain/meeting.js';
import { dayOf } from '../domain/recurrence/plain-day.js';
import type { Facts } from './ics-facts.js';
import { given } from './record.js';

const MOST_DAYS = 60;

/** Numbers of the days of an event that has no hours. */
export function daysOf(start: number, end: number | undefined, duration: string): number[] {
  const begin = dayOf(start);
  const length = end === undefined ? Math.round((durationOf(duration) ?? 0) / 1440) : dayOf(end) - begin;
  return Array.from({ length: Math.min(MOST_DAYS, Math.max(1, length)) }, (_, index) => begin + index);
}

/** What becomes of a meeting that never takes place, or of a single evening whose words say something of it. */
export function offAsAWhole(
  { off }: Facts,
  meeting: Meeting,
  isCalled: boolean,
): { meeting: Meeting; cancelled?: Change } {
  const recurrenceId = meeting.start ?? '';
  const repeats = Boolean(meeting.rule ?? meeting.extraDates);
  if (isCalled || (!repeats && off && off.state !== 'moved')) {
    const note = off?.[off.state === 'postponed' ? 'all' : 'more'];
    const range = repeats ? ('this-and-future' as const) : undefined;
    const cancelled: Change = { recurrenceId, ...given({ range }), status: 'cancelled', ...given({ note }) };
    return { meeting: { ...meeting, changes: [cancelled] }, ...(repeats ? {} : { cancelled }) };
  }
  if (repeats || !off) return { meeting };
  // It may stand at its new time already, or still at the old one: the visitor is told the word.
  const change: Change = { recurrenceId, status: 'changed', note: off.all };
  return { meeting: { ...meeting, changes: [...(meeting.changes ?? []), change] } };
}
