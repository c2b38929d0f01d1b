/** Which help lines answer now. Asked at night, when nothing else is open. */
import type { HelpLine } from './help-line.js';
import { dayOf, formatLocalDateTime, WEEKDAYS, weekdayOf } from './recurrence/plain-day.js';
import { toWall, zoneNamed } from './recurrence/zone.js';

/** Does somebody answer at `now` (milliseconds since the epoch)? Undefined: not known. */
export function isOpen(line: Pick<HelpLine, 'hours'>, now: number): boolean | undefined {
  const { hours } = line;
  if (!hours) return undefined;
  if (hours === '24/7') return true;
  const zone = zoneNamed(hours.zone);
  if (!zone) return undefined;
  const wall = toWall(now, zone);
  const day = dayOf(wall);
  const time = formatLocalDateTime(wall).slice(11);
  const { days, from, to } = hours;
  const opens = (on: number) => !days || days.some((name) => name === WEEKDAYS[weekdayOf(on)]);
  if (from < to) return opens(day) && time >= from && time < to;
  return (opens(day) && time >= from) || (opens(day - 1) && time < to);
}
