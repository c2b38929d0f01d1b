/** Makes meetings short enough to read inside a test, and says what came out of them. */
import type { Meeting, Occurrence } from '../../../src/domain/meeting.js';
import { occurrences } from '../../../src/domain/recurrence/occurrences.js';
import { parseLocalDateTime } from '../../../src/domain/recurrence/plain-day.js';
import { parseRule, type Rule } from '../../../src/domain/recurrence/rule.js';
import { toInstant, zoneNamed } from '../../../src/domain/recurrence/zone.js';

export const LONDON = 'Europe/London';

type Parts = Omit<Partial<Meeting>, 'rule'> & { rule?: string | Rule };

/** An hour on Tuesday 3 November 2026 at 18:30 in London, unless told otherwise. */
export function aMeeting({ rule, ...parts }: Parts = {}): Meeting {
  return {
    start: '2026-11-03T18:30',
    durationMinutes: 60,
    timeZone: LONDON,
    attendance: 'in-person',
    access: [],
    ...(rule === undefined ? {} : { rule: typeof rule === 'string' ? parseRule(rule) : rule }),
    ...parts,
  };
}

/** The instant at which clocks in `zone` show `local`. */
export function at(local: string, zone = LONDON): number {
  const wall = parseLocalDateTime(local);
  const known = zoneNamed(zone);
  if (wall === undefined || !known) throw new Error(`${local} in ${zone}?`);
  return toInstant(wall, known);
}

export function between(meeting: Meeting, from: string, to: string, zone = meeting.timeZone ?? LONDON) {
  return occurrences(meeting, at(from, zone), at(to, zone), LONDON);
}

export const locals = (list: readonly Occurrence[]) => list.map(({ local }) => local);

/** `2026-11-03T18:30 cancelled` */
export const said = (list: readonly Occurrence[]) => list.map(({ local, status }) => `${local} ${status}`);

export const utc = (list: readonly Occurrence[]) =>
  list.map(({ start }) => new Date(start).toISOString().slice(0, 16));
