/** Whether a question box is closed for a while: known at once, before what computes the hours is here. */
import type { LocalDate } from './meeting.js';
import { parseLocalDate } from './recurrence/plain-day.js';
import { localTime } from './recurrence/zone.js';
import type { ReadingHours } from './sealing/manifest.js';

/**
 * The day before which nobody reads; `undefined` when somebody does.
 * @param now Milliseconds since the epoch.
 */
export const awayAt = ({ timeZone, awayUntil }: ReadingHours, now: number): LocalDate | undefined =>
  // Days written YYYY-MM-DD are in their order as text. An unknown zone is read as UTC.
  awayUntil && parseLocalDate(awayUntil) !== undefined && localTime(now, timeZone) < awayUntil
    ? awayUntil
    : undefined;
