/** Makes one directory out of several sources: lists of groups, and calendars that only know when groups meet. */
import type { Directory } from './directory.js';
import { contactFor, type Group } from './group.js';
import type { Meeting } from './meeting.js';
import { parseLocalDate, WEEKDAYS, weekdayOf } from './recurrence/plain-day.js';

export interface Merged {
  readonly directory: Directory;
  /** Names in sources of dates that no list of groups knows; they stay groups of their own. */
  readonly unmatched: readonly string[];
}

const plain = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/g, ' ');

/** Time, weekdays and rhythm: what makes two meetings of one group the same meeting. */
function rhythm({ start, rule }: Meeting): string | undefined {
  const day = parseLocalDate(start?.slice(0, 10) ?? '');
  if (!start || day === undefined || !rule) return undefined;
  const { frequency, interval = 1, byDay, byMonthDay, byYearDay } = rule;
  const { byMonth, byWeekNo, byHour, byMinute, bySetPos } = rule;
  const own = frequency === 'WEEKLY' ? [{ weekday: WEEKDAYS[weekdayOf(day)] }] : start.slice(8, 10);
  const days = byDay ?? byMonthDay ?? byYearDay ?? own;
  const others = [byMonth, byWeekNo, byHour, byMinute, bySetPos];
  return JSON.stringify([start.slice(10), frequency, interval, days, ...others]);
}

/** When a meeting is, and nothing else of it. */
function datesOf({ start, durationMinutes, timeZone, rule, extraDates, exceptDates, changes }: Meeting) {
  return {
    ...(start && { start }),
    ...(durationMinutes && { durationMinutes }),
    ...(timeZone && { timeZone }),
    ...(rule && { rule }),
    ...(extraDates && { extraDates }),
    ...(exceptDates && { exceptDates }),
    ...(changes && { changes }),
  };
}

/** A list that leaves the dates to a calendar says only how and where its group meets. */
const isUndated = ({ start, text, rule }: Meeting): boolean => !start && !text && !rule;

/** A calendar's meeting where and how the list says, unless the calendar says it itself. */
function placed(meeting: Meeting, listed: Meeting): Meeting {
  if (meeting.venue || meeting.joinUrl || meeting.joinPhone) return meeting;
  const { id: _, ...where } = listed;
  return { ...meeting, ...where, access: [...new Set([...listed.access, ...meeting.access])] };
}

/**
 * Adds what a calendar knows. A meeting that the list has too keeps the list's place and links; the calendar knows its dates
 * better. Of the group itself the calendar only fills what the list leaves open, but for when it was checked.
 */
function withDates(group: Group, { datesOnly: _, lastChecked: __, ...dates }: Group): Group {
  // A calendar parts a series in two where something changes: both are the listed meeting then.
  const parts = new Map<Meeting, Meeting[]>();
  const added: Meeting[] = [];
  for (const meeting of dates.meetings) {
    const key = rhythm(meeting);
    const same = key === undefined ? undefined : group.meetings.find((listed) => rhythm(listed) === key);
    if (same) {
      const access = [...new Set([...same.access, ...meeting.access])];
      const part = { ...meeting, ...same, ...datesOf(meeting), access };
      parts.set(same, [...(parts.get(same) ?? []), part]);
    } else added.push(meeting);
  }
  const listed = group.meetings.flatMap((meeting) => parts.get(meeting) ?? [meeting]);
  // Of two places without dates nobody knows which one is meant.
  const [undated, another] = listed.filter(isUndated);
  const meetings =
    undated && !another && added.length > 0
      ? [...listed.filter((meeting) => meeting !== undated), ...added.map((one) => placed(one, undated))]
      : [...listed, ...added];
  return { ...dates, ...group, meetings };
}

/**
 * Joins directories in order. A group whose id and name were seen before is the same group: the first source's facts stay and
 * the later source's meetings join its own. The same id with another name is another group (two lists may both number from 1)
 * and gets an id of its own. Dates without a group of their own (`datesOnly`) join a group by its id, else by its calendar
 * name, else by its name in any spelling of case, accents and spaces; where two groups share the name, they join neither.
 */
export function mergeDirectories(directories: readonly Directory[]): Merged {
  const groups = new Map<string, Group>();
  const dates: Group[] = [];
  for (const { groups: list, organisation, lastChecked } of directories) {
    for (const entry of list) {
      // What one list says of all its groups must not be said of another's.
      const contact = contactFor(entry, organisation);
      const group = {
        ...(lastChecked ? { lastChecked } : {}),
        ...entry,
        ...(contact ? { contact } : {}),
      };
      if (group.datesOnly) dates.push(group);
      else add(groups, group);
    }
  }
  const unmatched = joinDates(groups, dates);
  // A calendar says nothing of who keeps the list.
  const lists = directories.filter(
    (directory) => directory.organisation || directory.groups.some(({ datesOnly }) => !datesOnly),
  );
  const [organisation, ...others] = lists.map((directory) => directory.organisation);
  const same = others.every((other) => JSON.stringify(other) === JSON.stringify(organisation));
  // Of several copies the oldest says how much may be missed.
  const [copiedOn] = directories.flatMap((directory) => directory.copiedOn ?? []).sort();
  return {
    directory: {
      groups: [...groups.values()],
      ...(organisation && same ? { organisation } : {}),
      ...(copiedOn ? { copiedOn } : {}),
    },
    unmatched,
  };
}

function add(groups: Map<string, Group>, group: Group): void {
  let { id } = group;
  for (let n = 2; ; n++) {
    const present = groups.get(id);
    if (!present) {
      groups.set(id, id === group.id ? group : { ...group, id });
      return;
    }
    if (plain(present.name) === plain(group.name)) {
      groups.set(id, { ...group, ...present, meetings: [...present.meetings, ...group.meetings] });
      return;
    }
    id = `${group.id}~${n}`;
  }
}

/** Ids by name; `undefined` where two groups have the name. */
function idsBy(groups: Iterable<Group>, nameOf: (group: Group) => string | undefined) {
  const ids = new Map<string, string | undefined>();
  for (const group of groups) {
    const name = nameOf(group);
    if (name) ids.set(plain(name), ids.has(plain(name)) ? undefined : group.id);
  }
  return ids;
}

/** @returns The names that joined nothing. */
function joinDates(groups: Map<string, Group>, dates: readonly Group[]): string[] {
  const isListed = groups.size > 0;
  const byCalendarName = idsBy(groups.values(), ({ calendarName }) => calendarName);
  const byName = idsBy(groups.values(), ({ name }) => name);
  const unmatched: string[] = [];
  for (const entry of dates) {
    const name = plain(entry.name);
    const id = groups.has(entry.id) ? entry.id : (byCalendarName.get(name) ?? byName.get(name));
    const group = id === undefined ? undefined : groups.get(id);
    if (group && !group.datesOnly) {
      groups.set(group.id, withDates(group, entry));
      continue;
    }
    add(groups, entry);
    if (isListed) unmatched.push(entry.name);
  }
  return unmatched;
}

/** So many names are told; a calendar may be full of other things. */
const MOST_NAMES = 10;

/** What a webmaster should know of dates that joined no group. */
export const unmatchedHint = (names: readonly string[]): string =>
  `no group of the list is called ${names
    .slice(0, MOST_NAMES)
    .map((name) => `"${name}"`)
    .join(
      ', ',
    )}${names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''}, so these dates stand as groups of their own. ` +
  'Give a group the same name as its dates have, or put that name into the column "calendar name"';
