/**
 * Zones that a calendar does not name as the tz database does: Windows' names, bare offsets, and VTIMEZONEs of one's own,
 * for which a zone with the same offsets is looked for. Loaded only for files that have one.
 */
import { occurrences } from '../recurrence/occurrences.js';
import { DAY_MS, formatLocalDateTime, MINUTE_MS, parseWritten } from '../recurrence/plain-day.js';
import type { Rule } from '../recurrence/rule.js';
import { isTimeZone, zoneNamed } from '../recurrence/zone.js';
import type { Component } from './components.js';
import { unescapeText } from './content-line.js';
import { WINDOWS_ZONES, windowsZone } from './windows-zones.js';
import { type FurtherZones, zoneNamedBy } from './zone-names.js';

/** Dates that a listing shows lie between these. */
const DAYS_BACK = 30;
const DAYS_AHEAD = 400;

const HOUR_MS = 60 * MINUTE_MS;

/** Handed in by whoever loads this, so that it is not loaded twice. */
export type ParseRule = (text: string) => Rule;

const valueIn = ({ properties }: Component, name: string): string | undefined =>
  properties.get(name)?.[0]?.value.trim();

interface Shift {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** "+0100", "-05:00", "+0053.28"-like slips aside. */
function offsetOf(text: string | undefined): number | undefined {
  const [, sign, hours, minutes, seconds = '0'] = /^([-+])(\d\d):?(\d\d):?(\d\d)?$/.exec(text ?? '') ?? [];
  const length = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * 1000;
  return Number.isNaN(length) ? undefined : sign === '-' ? -length : length;
}

/** When clocks change, as the VTIMEZONE says, the last time before the window first; `undefined` when it says it unreadably. */
function shiftsOf(zone: Component, from: number, to: number, parseRule: ParseRule): Shift[] | undefined {
  const shifts: Shift[] = [];
  for (const part of zone.parts) {
    const before = offsetOf(valueIn(part, 'TZOFFSETFROM'));
    const after = offsetOf(valueIn(part, 'TZOFFSETTO'));
    const start = parseWritten(valueIn(part, 'DTSTART') ?? '');
    if (before === undefined || after === undefined || !start) return undefined;
    const walls = [start.wall];
    for (const { value } of part.properties.get('RDATE') ?? []) {
      for (const item of value.split(',').slice(0, 500)) {
        const written = parseWritten(item.trim());
        if (written) walls.push(written.wall);
      }
    }
    for (const { value } of part.properties.get('RRULE') ?? []) {
      const meeting = {
        start: formatLocalDateTime(start.wall),
        // Some write the hour of the start once more.
        rule: parseRule(value.replace(/;?BY(?:HOUR|MINUTE|SECOND)=[^;]*/gi, '')),
        timeZone: 'UTC',
        attendance: 'online',
        access: [],
      } as const;
      // Two years back there is a last change for each yearly rule.
      walls.push(...occurrences(meeting, from - 800 * DAY_MS, to, 'UTC').map((one) => one.start));
    }
    shifts.push(...walls.map((wall) => ({ at: wall - before, before, after })));
  }
  return shifts.sort((a, b) => a.at - b.at).filter(({ at }) => at < to);
}

/** The zone whose clocks agree with a VTIMEZONE in the window: the likely one, else the first of those that have a Windows name. */
function alike(
  zone: Component,
  likely: string | undefined,
  today: number,
  parseRule: ParseRule,
): string | undefined {
  const from = today - DAYS_BACK * DAY_MS;
  const to = today + DAYS_AHEAD * DAY_MS;
  let shifts: Shift[] | undefined;
  try {
    shifts = shiftsOf(zone, from, to, parseRule);
  } catch {
    // A rule that cannot be read makes a zone that is not known.
  }
  const [first] = shifts ?? [];
  if (!shifts || !first) return undefined;
  const probes = new Map<number, number>();
  const offsetAt = (instant: number) => shifts.findLast(({ at }) => at <= instant)?.after ?? first.before;
  for (let at = from; at < to; at += 14 * DAY_MS) probes.set(at, offsetAt(at));
  for (const { at } of shifts) {
    if (at <= from) continue;
    // The night is what counts: files say 23:59:59 for midnight, or 2:00 in summer time for 3:00.
    for (const near of [at - 3 * HOUR_MS, at + 3 * HOUR_MS]) probes.set(near, offsetAt(near));
  }
  const candidates = new Set([...(likely ? [likely] : []), ...WINDOWS_ZONES.values()]);
  for (const name of candidates) {
    const candidate = zoneNamed(name);
    if (candidate && [...probes].every(([at, offset]) => candidate.offset(at) === offset)) return name;
  }
  return undefined;
}

/** "+01:00", "GMT-5", "UTC+0200": whole hours have a zone, whose sign is the other way round. */
function fixed(id: string): string | undefined {
  const [, sign, hours, minutes = '00'] = /^(?:gmt|utc)?([-+])(\d\d?):?(\d\d)?$/i.exec(id) ?? [];
  if (!hours || minutes !== '00') return undefined;
  const name = Number(hours) === 0 ? 'UTC' : `Etc/GMT${sign === '-' ? '+' : '-'}${Number(hours)}`;
  return isTimeZone(name) ? name : undefined;
}

/** "/freeassociation.sourceforge.net/Tzfile/Europe/London" ends in a name; "America/Argentina/Salta" has three parts. */
function nameAtEnd(id: string): string | undefined {
  const parts = id.replace(/\s/g, '_').split('/').slice(-4);
  for (let at = 0; at < parts.length; at++) {
    const name = parts.slice(at).join('/');
    if ((at === 0 || name.includes('/')) && isTimeZone(name)) return name;
  }
  return undefined;
}

const plain = (id: string): string => unescapeText(id).trim().replace(/^"|"$/g, '');

function found(
  id: string,
  { parts }: Component,
  likely: string | undefined,
  today: number,
  parseRule: ParseRule,
): string | undefined {
  const zone = parts.find((part) => plain(valueIn(part, 'TZID') ?? '') === id);
  const inside = zone && valueIn(zone, 'X-LIC-LOCATION');
  const name = zoneNamedBy(id.replace(/^tzone:\/\/microsoft\//i, '')) ?? nameAtEnd(id);
  const written = name ?? (inside ? nameAtEnd(unescapeText(inside)) : undefined);
  if (written) return written;
  const windows = windowsZone(id) ?? fixed(id);
  if (windows && isTimeZone(windows)) return windows;
  return zone && alike(zone, likely, today, parseRule);
}

/**
 * Looks each name of a calendar up once.
 * @param today Midnight in UTC, milliseconds.
 */
export function furtherZones(today: number, parseRule: ParseRule): FurtherZones {
  const known = new Map<Component, Map<string, string | undefined>>();
  return (id, calendar, likely) => {
    const names = known.get(calendar) ?? new Map<string, string | undefined>();
    known.set(calendar, names);
    if (!names.has(id)) names.set(id, found(plain(id), calendar, likely, today, parseRule));
    return names.get(id);
  };
}
