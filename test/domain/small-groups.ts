/** Small groups made by hand, for tests: say only what matters. */
import type { Group } from '../../src/domain/group.js';
import type { Meeting, Venue } from '../../src/domain/meeting.js';
import type { Weekday } from '../../src/domain/recurrence/rule.js';

/** Saturday 21 November 2026, 12:00 in London. */
export const NOW = Date.UTC(2026, 10, 21, 12);
export const LONDON = 'Europe/London';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const noPause = () => Promise.resolve();

let count = 0;

export function aGroup(parts: Partial<Group> = {}): Group {
  count++;
  return {
    id: `g${count}`,
    name: `Group ${count}`,
    topics: [],
    audience: [],
    languages: [],
    meetings: [],
    ...parts,
  };
}

export function aMeeting(parts: Partial<Meeting> = {}): Meeting {
  return { attendance: 'in-person', access: [], ...parts };
}

/** The first Monday to Sunday of November 2026 from which weekly meetings start. */
const FIRST: Record<Weekday, string> = {
  SU: '2026-11-01',
  MO: '2026-11-02',
  TU: '2026-11-03',
  WE: '2026-11-04',
  TH: '2026-11-05',
  FR: '2026-11-06',
  SA: '2026-11-07',
};

/** Every week on that day at that time in London, for an hour. */
export function weekly(weekday: Weekday, time: string, parts: Partial<Meeting> = {}): Meeting {
  return aMeeting({
    start: `${FIRST[weekday]}T${time}`,
    durationMinutes: 60,
    timeZone: LONDON,
    rule: { frequency: 'WEEKLY' },
    ...parts,
  });
}

export const at = (latitude: number, longitude: number, venue: Partial<Venue> = {}): Venue => ({
  ...venue,
  position: { latitude, longitude },
});
