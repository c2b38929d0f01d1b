/**
 * Writes a zone as a VTIMEZONE out of its offsets: one STANDARD and one DAYLIGHT, anchored in 1970 and repeated by a rule,
 * which is what Outlook understands; STANDARD alone where clocks never change.
 */
import { ruleDays } from '../recurrence/expand.js';
import {
  civil,
  DAY_MS,
  dayNumber,
  dayOf,
  formatLocalDateTime,
  MINUTE_MS,
  weekdayOf,
} from '../recurrence/plain-day.js';
import { formatRule, type Rule, WEEKDAYS } from '../recurrence/rule.js';
import type { Zone } from '../recurrence/zone.js';

/** After so many years the calendar of weekdays begins anew, so every day of a rule was seen. */
const YEARS = 28;
const STEP_MS = 3 * DAY_MS;

interface Shift {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** When the clocks of a zone change between two instants, to the minute. */
function shiftsOf(zone: Zone, from: number, to: number): Shift[] {
  const shifts: Shift[] = [];
  for (let start = from; start < to; start += STEP_MS) {
    const before = zone.offset(start);
    const after = zone.offset(start + STEP_MS);
    if (before === after) continue;
    let low = start;
    let high = start + STEP_MS;
    while (high - low > MINUTE_MS) {
      const middle = low + Math.floor((high - low) / MINUTE_MS / 2) * MINUTE_MS;
      if (zone.offset(middle) === before) low = middle;
      else high = middle;
    }
    shifts.push({ at: high, before, after });
  }
  return shifts;
}

/** What clocks showed when they changed: RFC 5545 counts the onset in the offset before it. */
const wallOf = ({ at, before }: Shift): number => at + before;

/** The yearly rule that all the days have in common. */
function ruleOf(walls: readonly number[]): Rule | undefined {
  const days = walls.map((wall) => civil(dayOf(wall)));
  const [first] = walls;
  const month = days[0]?.month;
  const weekday = first === undefined ? undefined : WEEKDAYS[weekdayOf(dayOf(first))];
  if (first === undefined || !month || !weekday) return undefined;
  if (walls.some((wall) => wall % DAY_MS !== first % DAY_MS)) return undefined;
  const found = days.map(({ day }) => day);
  const least = Math.min(...found);
  const rule = { frequency: 'YEARLY', byMonth: [month] } as const;
  const candidates: Rule[] = [
    { ...rule, byDay: [{ weekday, nth: -1 }] },
    { ...rule, byDay: [{ weekday, nth: Math.ceil(least / 7) }] },
    { ...rule, byDay: [{ weekday }], byMonthDay: Array.from({ length: 7 }, (_, index) => least + index) },
    { ...rule, byMonthDay: [least] },
  ];
  const from = dayNumber(days[0]?.year ?? 0, 1, 1);
  const to = dayNumber((days.at(-1)?.year ?? 0) + 1, 1, 1) - 1;
  const wanted = String(walls.map(dayOf));
  return candidates.find((candidate) => String(ruleDays(candidate, from, from, to)) === wanted);
}

function written(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / MINUTE_MS);
  const two = (count: number): string => String(count).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

const basic = (wall: number): string => `${formatLocalDateTime(wall).replace(/[-:]/g, '')}00`;

function observance(name: string, { before, after }: Shift, dates: readonly string[]): string[] {
  return [
    `BEGIN:${name}`,
    ...dates,
    `TZOFFSETFROM:${written(before)}`,
    `TZOFFSETTO:${written(after)}`,
    `END:${name}`,
  ];
}

/** One half of the year: by rule, or, where days follow no rule of our calendar, by the dates of the coming years (one a line, since some read no list). */
function half(shifts: readonly Shift[]): string[] {
  const [one] = shifts;
  if (!one) return [];
  const walls = shifts.map(wallOf);
  const rule = ruleOf(walls);
  const name = one.after > one.before ? 'DAYLIGHT' : 'STANDARD';
  if (!rule) {
    const [begin = 0, ...more] = walls.map(basic);
    return observance(name, one, [`DTSTART:${begin}`, ...more.map((date) => `RDATE:${date}`)]);
  }
  const anchor = dayNumber(1970, 1, 1);
  const [day = anchor] = ruleDays(rule, anchor, anchor, anchor + 365);
  const time = wallOf(one) - dayOf(wallOf(one)) * DAY_MS;
  return observance(name, one, [`DTSTART:${basic(day * DAY_MS + time)}`, `RRULE:${formatRule(rule)}`]);
}

/**
 * The lines of a VTIMEZONE, not folded.
 * @param stamp The clocks' rules are taken as they are from the year before this instant on.
 */
export function zoneLines(name: string, zone: Zone, stamp: number): string[] {
  const { year } = civil(dayOf(stamp));
  const start = (at: number): number => dayNumber(at, 1, 1) * DAY_MS;
  const shifts = shiftsOf(zone, start(year - 1), start(year - 1 + YEARS));
  const up = shifts.filter(({ before, after }) => after > before);
  const down = shifts.filter(({ before, after }) => after < before);
  const offset = zone.offset(stamp);
  const fixed = { at: 0, before: offset, after: offset };
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    ...(shifts.length
      ? [...half(down), ...half(up)]
      : observance('STANDARD', fixed, ['DTSTART:19700101T000000'])),
    'END:VTIMEZONE',
  ];
}
