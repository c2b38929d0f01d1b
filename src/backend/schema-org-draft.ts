/**
 * Groups that are put together out of events: many sites publish every session as an event of its own. What becomes one group,
 * and which dates become one meeting, is decided here.
 */
import type { Group } from '../domain/group.js';
import type { Change, Meeting } from '../domain/meeting.js';
import { fold } from '../domain/plain-letters.js';
import { ruleDays } from '../domain/recurrence/expand.js';
import { dayOf, parseLocalDate, parseLocalDateTime } from '../domain/recurrence/plain-day.js';
import { localTime, toInstant, zoneNamed } from '../domain/recurrence/zone.js';
import { given } from './record.js';
import type { GroupFields } from './schema-org-group.js';
import type { Whereabouts } from './schema-org-place.js';
import type { Session } from './schema-org-session.js';

/** What a meeting is but for its dates. */
export type Setting = Whereabouts & Pick<Meeting, 'note'>;

/** Every session is looked for in every schedule of its group. */
const MOST_HOSTS = 100;

interface Placed {
  readonly session: Session;
  readonly setting: Setting;
}

const cached = new WeakMap<Setting, string>();
function settingKey(setting: Setting): string {
  const key = cached.get(setting) ?? JSON.stringify(setting);
  cached.set(setting, key);
  return key;
}

/** The wall clock of one zone as another's. */
function inZone(wall: string, from: string | undefined, to: string | undefined): string {
  const zone = from && to && from !== to ? zoneNamed(from) : undefined;
  const written = parseLocalDateTime(wall);
  return zone && to && written !== undefined ? localTime(toInstant(written, zone), to) : wall;
}

/** Whether a meeting that repeats has a session then. */
function falls({ start = '', rule }: Meeting, wall: string): boolean {
  const first = parseLocalDateTime(start);
  const day = parseLocalDate(wall.slice(0, 10));
  if (!rule || first === undefined || day === undefined || wall.slice(11) !== start.slice(11)) return false;
  return !(rule.until && wall.slice(0, 10) > rule.until) && ruleDays(rule, dayOf(first), day, day).length > 0;
}

/** What a session that is listed by itself says about the one that the schedule has. */
function changeOf({ session, setting }: Placed, meeting: Meeting, recurrenceId: string): Change | undefined {
  const { change, durationMinutes } = session;
  const there = given({ venue: setting.venue, joinUrl: setting.joinUrl });
  if (change && change.status !== 'changed') {
    return given({
      ...change,
      recurrenceId,
      start: change.start && inZone(change.start, session.timeZone, meeting.timeZone),
    });
  }
  // Who would have gone there must not: online it is another meeting than the one at the door.
  if (setting.attendance === 'online' && meeting.attendance === 'in-person')
    return given({ recurrenceId, status: 'moved' as const, joinUrl: setting.joinUrl, note: setting.note });
  const elsewhere =
    (setting.venue && JSON.stringify(setting.venue) !== JSON.stringify(meeting.venue)) ||
    (setting.joinUrl && setting.joinUrl !== meeting.joinUrl);
  const longer = durationMinutes && durationMinutes !== meeting.durationMinutes;
  if (!elsewhere && !longer && !setting.note) return undefined;
  return given({
    recurrenceId,
    status: 'changed' as const,
    ...(elsewhere && there),
    durationMinutes: longer ? durationMinutes : undefined,
    note: setting.note,
  });
}

/** A group while its events come in. */
export class Draft {
  readonly #placed: Placed[] = [];
  readonly #repeats: Meeting[] = [];
  /** The record that told of a date first. */
  readonly #rows = new Map<string, number>();
  /** Shown even without a date: nothing is known of when. */
  #undated: Setting | undefined;

  constructor(
    readonly name: string,
    readonly fields: GroupFields,
    /** What the list itself calls the group: https://schema.org/identifier. */
    readonly identifier: string | undefined,
  ) {}

  /** Adds what a record says, or names the record that said it before. */
  add(
    row: number,
    sessions: readonly Session[],
    repeats: readonly Partial<Meeting>[],
    setting: Setting,
  ): number | undefined {
    let before: number | undefined;
    let fresh = 0;
    const isFresh = (what: object): boolean => {
      const key = JSON.stringify(what) + settingKey(setting);
      const known = this.#rows.get(key);
      before ??= known;
      if (known === undefined) this.#rows.set(key, row);
      else return false;
      fresh++;
      return true;
    };
    for (const session of sessions) if (isFresh(session)) this.#placed.push({ session, setting });
    for (const repeat of repeats) if (isFresh(repeat)) this.#repeats.push({ ...repeat, ...setting });
    return fresh ? undefined : before;
  }

  /** Records that only say what the group is: its sessions are listed by themselves. */
  heads = 0;

  addUndated(setting: Setting): void {
    this.#undated ??= setting;
  }

  /** The group, when anything of it is still to come. */
  build(id: string): Group | undefined {
    const hosts = this.#repeats.filter(({ rule }) => rule).slice(0, MOST_HOSTS);
    const changes = new Map(hosts.map((meeting) => [meeting, [] as Change[]]));
    const buckets = new Map<string, { first: Placed; starts: string[]; changes: Change[] }>();
    for (const placed of this.#placed) {
      const { session, setting } = placed;
      const host = hosts.find((meeting) =>
        falls(meeting, inZone(session.start, session.timeZone, meeting.timeZone)),
      );
      if (host) {
        const wall = inZone(session.start, session.timeZone, host.timeZone);
        const change = changeOf(placed, host, wall);
        if (change) changes.get(host)?.push(change);
        continue;
      }
      const { start, change, ...lasting } = session;
      const key = JSON.stringify([start.slice(11), lasting]) + settingKey(setting);
      const bucket = buckets.get(key) ?? { first: placed, starts: [], changes: [] };
      buckets.set(key, bucket);
      bucket.starts.push(start);
      if (change) bucket.changes.push(change);
    }
    const meetings: Meeting[] = this.#repeats.map((meeting) => {
      const found = changes.get(meeting);
      return found?.length ? { ...meeting, changes: found } : meeting;
    });
    for (const { first, starts, changes: found } of buckets.values()) {
      const { start: _, change: __, ...lasting } = first.session;
      const [start, ...extraDates] = [...new Set(starts)].sort();
      meetings.push({
        ...given({
          start,
          extraDates: extraDates.length ? extraDates : undefined,
          changes: found.length ? found : undefined,
        }),
        ...lasting,
        ...first.setting,
      });
    }
    if (!meetings.length && this.#undated) meetings.push(this.#undated);
    // Events say when a group meets: where another source tells of the group, these are its dates.
    return meetings.length ? { id, name: this.name, ...this.fields, meetings, datesOnly: true } : undefined;
  }
}

export const nameKey = (name: string): string => fold(name).replace(/\s+/g, ' ').trim();

/** A page without what names one date in it: "/event/calm/2026-12-01/" and "/event/calm/2026-12-08/" are one group's. */
export function pageKey(page: string | undefined): string {
  if (!page || !URL.canParse(page)) return '';
  const url = new URL(page);
  for (const [name, value] of [...url.searchParams])
    if (/^\d{4}-?\d\d-?\d\d/.test(value)) url.searchParams.delete(name);
  const path = url.pathname.replace(/\/\d{4}-\d\d-\d\d(?:-\d+)?(?=\/|$)/g, '').replace(/\/$/, '');
  return url.host + path + url.search;
}

/** Who and where, as far as a feed says: the same name with both the same is one group. */
export function whoAndWhere(organizer: string, { attendance, venue, joinUrl }: Whereabouts): string {
  const where = attendance === 'online' ? joinUrl : (venue?.address ?? venue?.name);
  return organizer || where ? JSON.stringify([fold(organizer), attendance, fold(where ?? '')]) : '';
}
