/**
 * Wall clock to instant and back in IANA time zones. Intl knows the offsets but takes about a microsecond for
 * each, so they are kept per stretch of three days, and only a stretch whose ends differ is looked into.
 *
 * RFC 5545 3.3.5 decides the two hard nights. Clocks go forward: "If the local time described does not occur […],
 * the DATE-TIME value is interpreted using the UTC offset before the gap in local times", so 02:30 becomes 03:30.
 * Clocks go back: "If […] the local time described occurs more than once […], the DATE-TIME value refers to the
 * first occurrence of the referenced time."
 */
import type { LocalDateTime } from '../meeting.js';
import { DAY_MS, dayNumber, formatLocalDateTime } from './plain-day.js';

/** The offsets of one zone. */
export interface Zone {
  /** Milliseconds by which its clocks are ahead of UTC at an instant. */
  offset(instant: number): number;
}

interface Shift {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

// In the whole tz database no zone ever shifted twice within 3.9 days (Freetown 1939; since 1970 within 6.9), so a
// stretch holds at most one shift and equal ends mean none.
const STRETCH_MS = 3 * DAY_MS;
// Outside of these no zone has rules, and Intl would count years before Christ or throw.
const EARLIEST = -5e13;
const LATEST = 2.5e14;

export const UTC: Zone = { offset: () => 0 };

const zones = new Map<string, Zone | undefined>();

/** The zone of that name, or `undefined` when the browser knows none. */
export function zoneNamed(name: string): Zone | undefined {
  if (zones.has(name)) return zones.get(name);
  const zone = makeZone(name);
  zones.set(name, zone);
  return zone;
}

/** Whether the browser knows an IANA zone of that name. Bare offsets such as +01:00 know no summer time: no. */
export function isTimeZone(name: string): boolean {
  return zoneNamed(name) !== undefined;
}

function makeZone(name: string): Zone | undefined {
  let format: Intl.DateTimeFormat;
  try {
    if (!/^[A-Za-z]/.test(name)) return undefined;
    // Not `timeZoneName: 'longOffset'`: it is shorter to read but loads every zone's name first (17 ms).
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }

  const ask = (instant: number): number => {
    const at = Math.min(LATEST, Math.max(EARLIEST, Math.floor(instant / 1000) * 1000));
    const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] =
      format.format(at).match(/\d+/g)?.map(Number) ?? [];
    // `% 24`: some engines say 24:00 for midnight, whatever the hour cycle.
    return dayNumber(year, month, day) * DAY_MS + ((hour % 24) * 3600 + minute * 60 + second) * 1000 - at;
  };

  const ends = new Map<number, number>();
  const endOffset = (stretch: number): number => {
    let offset = ends.get(stretch);
    if (offset === undefined) {
      offset = ask(stretch * STRETCH_MS);
      ends.set(stretch, offset);
    }
    return offset;
  };

  /** Halves the stretch until the second of the shift is found. */
  const findShift = (stretch: number, before: number, after: number): Shift => {
    let low = stretch * STRETCH_MS;
    let high = low + STRETCH_MS;
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (ask(middle) === before) low = middle;
      else high = middle;
    }
    return { at: high, before, after };
  };

  const stretches = new Map<number, number | Shift>();
  return {
    offset(instant) {
      const stretch = Math.floor(instant / STRETCH_MS);
      let known = stretches.get(stretch);
      if (known === undefined) {
        const before = endOffset(stretch);
        const after = endOffset(stretch + 1);
        known = before === after ? before : findShift(stretch, before, after);
        stretches.set(stretch, known);
      }
      if (typeof known === 'number') return known;
      return instant < known.at ? known.before : known.after;
    },
  };
}

/** The instant at which the zone's clocks show `wall`; gaps and overlaps as RFC 5545 3.3.5 says (above). */
export function toInstant(wall: number, zone: Zone): number {
  // A day on either side is past any offset, and no zone shifts twice in two days.
  const before = zone.offset(wall - DAY_MS);
  const after = zone.offset(wall + DAY_MS);
  const first = wall - before;
  if (before === after || zone.offset(first) === before) return first;
  const second = wall - after;
  return zone.offset(second) === after ? second : first;
}

/** What the zone's clocks show at an instant. */
export function toWall(instant: number, zone: Zone): number {
  return instant + zone.offset(instant);
}

/** What clocks in the named zone show at an instant; an unknown zone is read as UTC. */
export function localTime(instant: number, timeZone: string): LocalDateTime {
  return formatLocalDateTime(toWall(instant, zoneNamed(timeZone) ?? UTC));
}
