/**
 * What feeds with one record for each weekly meeting have in common, whatever their fields are called: escapes of web pages,
 * reasons to leave a record out, and the way from records that differ only in when they meet to one group.
 */
import type { Group } from '../domain/group.js';
import { telUrl } from '../domain/links.js';
import type { Meeting } from '../domain/meeting.js';
import type { Weekday } from '../domain/recurrence/rule.js';
import { isTimeZone } from '../domain/recurrence/zone.js';
import { clockText, type TimeOfDay } from '../domain/words/clock.js';
import type { ReadContext } from './ports.js';
import { fields, given, type RecordReader, type Tally, text, uniqueIds } from './record.js';
import { EscapedRecord } from './record-escaped.js';

export { EscapedRecord };

/** Both count the week from Sunday. */
export const DAYS: readonly Weekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
export const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const ONLINE_NAME = /^(?:zoom|online|virtual|skype|google meet|telephone|phone|conference call)\b/i;

/** A record that cannot be kept, with the reason. */
export class LeftOut extends Error {}

/** Reads every record by itself; what cannot be kept is told. */
export async function readEach(
  list: readonly unknown[],
  context: ReadContext,
  tally: Tally,
  make: typeof EscapedRecord,
  read: (record: EscapedRecord) => void,
): Promise<void> {
  for (const [index, value] of list.entries()) {
    if (index % 20 === 19) await context.pause();
    const row = index + 1;
    const found = fields(value);
    if (!found) {
      tally.leaveOut(row, 'is no record ("{…}")');
      continue;
    }
    try {
      read(new make(found, tally, row, '', context.address));
      tally.kept++;
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error;
      tally.leaveOut(row, error.message);
    }
  }
}

export type When = Pick<Meeting, 'start' | 'durationMinutes' | 'rule' | 'text'>;

/** Every week on one day, counted from Sunday. */
export function weekly(day: number, time: TimeOfDay): When {
  return {
    // Any week serves to start from: that of Monday 3 January 2000.
    start: `2000-01-0${(day || 7) + 2}T${clockText(time)}`,
    rule: { frequency: 'WEEKLY', byDay: [{ weekday: DAYS[day] ?? 'MO' }] },
  };
}

/** On one day, nobody knows at what time: which days is said, and no date. */
export const someTimeOn = (days: readonly number[]): When => ({
  rule: { frequency: 'WEEKLY', byDay: days.map((day) => ({ weekday: DAYS[day] ?? 'MO' })) },
});

/** The zone that the record names, else the one that the page names. */
export function zoneOf(record: RecordReader, name: string, context: ReadContext): string | undefined {
  const zone = record.text(name);
  if (!zone) return context.timeZone;
  if (isTimeZone(zone)) return zone;
  record.remark(`${name} "${text(zone, 40)}" is no zone of the tz database`);
  return context.timeZone;
}

/** Digits, and `+ , * #` for one-tap dialling. */
export function joinPhoneOf(record: RecordReader, name: string): string | undefined {
  const written = record.text(name);
  if (!written) return undefined;
  if (/^\+?[\d (]/.test(written) && /(?:\d\D{0,3}){7}/.test(written) && telUrl(written)) return written;
  record.remark(`${name} "${text(written, 40)}" is no number that can be called`);
  return undefined;
}

/** What one record says. */
export interface Told {
  readonly group: Omit<Group, 'id' | 'meetings'>;
  readonly meeting: Meeting;
  readonly whens: readonly When[];
  /** The feed's own name for the record. */
  readonly slug: string;
  /** What else tells groups of the same name and place apart. */
  readonly keeper?: string | undefined;
}

interface Gathered {
  readonly group: Omit<Group, 'meetings' | 'lastChecked'>;
  readonly meetings: Meeting[];
  /** The record that told of a start first, by what it told. */
  readonly rows: Map<string, number>;
  /** A group is as fresh as the record of it that was looked at longest ago. */
  lastChecked: string | undefined;
}

/** Groups by all that their records say but when they meet, so that no two are joined by a guess. */
export class WeeklyGroups {
  readonly #groups = new Map<string, Gathered>();
  readonly #idFor = uniqueIds();

  add({ group, meeting, whens, slug, keeper }: Told, row = 0): void {
    const { url, lastChecked, ...same } = group;
    const name = same.name.toLowerCase();
    const key = JSON.stringify([{ ...same, name }, meeting, keeper]);
    let gathered = this.#groups.get(key);
    if (!gathered) {
      gathered = {
        group: { ...same, ...given({ url }), id: this.#idFor(slug) },
        meetings: [],
        rows: new Map(),
        lastChecked,
      };
      this.#groups.set(key, gathered);
    }
    const { meetings, rows } = gathered;
    const fresh = whens.filter((when) => !rows.has(JSON.stringify(when)));
    if (!fresh.length) throw new LeftOut(`says the same as record ${rows.get(JSON.stringify(whens[0]))}`);
    for (const when of fresh) {
      rows.set(JSON.stringify(when), row);
      const day = whens.length > 1 ? `-${when.rule?.byDay?.[0]?.weekday.toLowerCase()}` : '';
      meetings.push({ id: slug + day, ...when, ...meeting });
    }
    if (!lastChecked || (gathered.lastChecked && lastChecked < gathered.lastChecked))
      gathered.lastChecked = lastChecked;
  }

  all(): Group[] {
    return [...this.#groups.values()].map(({ group, meetings, lastChecked }) => ({
      ...group,
      ...given({ lastChecked }),
      meetings,
    }));
  }
}
