/** When questions are read next. A visitor sees it before the first key: nobody should wait at night for somebody who reads on Tuesday. */
import { awayAt } from './away.js';
import type { LocalDate, LocalDateTime, Meeting, Occurrence } from './meeting.js';
import { nextOccurrence } from './recurrence/occurrences.js';
import { parseRule } from './recurrence/rule.js';
import { isTimeZone } from './recurrence/zone.js';
import type { ReadingHours } from './sealing/manifest.js';

/** Instants in milliseconds since the epoch. A `session` is one of the times as the recurrence gives it, for those who put it in words. */
export type NextReading =
  /** Somebody reads at the moment; `until` is absent when the box does not say how long. */
  | { readonly kind: 'now'; readonly until?: number; readonly session: Occurrence }
  /** `local` is the wall clock in the box's zone. */
  | {
      readonly kind: 'next';
      readonly start: number;
      readonly local: LocalDateTime;
      readonly session: Occurrence;
    }
  /** Nobody reads before this day. */
  | { readonly kind: 'away'; readonly until: LocalDate }
  /** Not known. */
  | { readonly kind: 'none' };

/** One of the times as a meeting; undefined when its rule cannot be read. */
function meetingOf(
  { start, rule, minutes }: ReadingHours['times'][number],
  timeZone: string,
): Meeting | undefined {
  try {
    return {
      start,
      rule: parseRule(rule),
      timeZone,
      // Words for online meetings say a time on the visitor's clock too.
      attendance: 'online',
      access: [],
      ...(minutes !== undefined && { durationMinutes: minutes }),
    };
  } catch {
    return undefined;
  }
}

const later = (a: Occurrence, b: Occurrence): Occurrence => ((b.end ?? 0) > (a.end ?? 0) ? b : a);

/**
 * Whether somebody reads now, else when next. Times that cannot be read and unknown zones are passed over.
 * @param now Milliseconds since the epoch.
 */
export function nextReading(hours: ReadingHours, now: number): NextReading {
  const { timeZone, times } = hours;
  const until = awayAt(hours, now);
  if (until) return { kind: 'away', until };
  const sessions = (isTimeZone(timeZone) ? times : []).flatMap((time) => {
    const meeting = meetingOf(time, timeZone);
    return (meeting && nextOccurrence(meeting, now, timeZone)) ?? [];
  });
  const on = sessions.filter(({ start }) => start <= now);
  if (on.length > 0) {
    const session = on.reduce(later);
    return { kind: 'now', session, ...(session.end !== undefined && { until: session.end }) };
  }
  const [session] = sessions.sort((a, b) => a.start - b.start);
  return session ? { kind: 'next', start: session.start, local: session.local, session } : { kind: 'none' };
}
