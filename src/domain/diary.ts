/**
 * What leaves for a diary when a visitor takes a date home, and nothing else. The plain way is the default: on a shared
 * phone a group's name, its place or its link tell on the visitor, and so would a file name or an identifier.
 */
import type { Group } from './group.js';
import { type DiaryEntry, locationOf, single, writeCalendar } from './icalendar/write.js';
import { webUrl } from './links.js';
import type { Change, Meeting, Occurrence } from './meeting.js';
import { MINUTE_MS } from './recurrence/plain-day.js';
import { seriesFrom } from './series.js';

export interface DiaryChoice {
  /** Every time from this session on. */
  readonly whole: boolean;
  /** With the group's name, place and link; else the date and the hours alone. */
  readonly named: boolean;
  /** A title of the visitor's own in the place of the plain word; not heeded when `named`. */
  readonly title?: string;
  readonly reminderMinutes?: number;
}

/** The words of the visitor's language. */
export interface DiaryWords {
  /** A title that everybody has in a diary. */
  readonly appointment: string;
  /** How a session that is off is called. */
  cancelled(title: string): string;
  /** What is different about the session, for one that is taken by itself. */
  readonly change?: string | undefined;
}

/** A page of the visitor's diary. */
export interface DiaryPage {
  readonly title: string;
  /** Whole, for links; the file says room and passcode in places of their own. */
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  readonly reminderMinutes?: number;
  readonly fileName: string;
  /** Whether it tells whose date it is. */
  readonly named: boolean;
  /** The session, the series, or, where no rule says it, each session of it. */
  readonly entries: readonly [DiaryEntry, ...DiaryEntry[]];
}

const LONGEST_TITLE = 120;
const LONGEST_FILE_NAME = 60;

/** Nobody's product: the name of this library would tell what kind of page the file comes from. */
const PLAIN_PRODUCT = '-//Diary//EN';

/** The beginning of a text, without cutting a letter in two. */
export const starting = (text: string, most: number): string => [...text].slice(0, most).join('');

/** One line, without what turns the text around it. */
const titled = (text: string): string =>
  starting(
    text
      .replace(/[\p{Cc}\p{Cs}\p{Z}]+/gu, ' ')
      .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .trim(),
    LONGEST_TITLE,
  ).trim();

/** A name that every system takes for a file: letters and figures alone. */
const fileNamed = (text: string): string =>
  starting(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
      .replace(/^[-\p{M}]+|-+$/gu, ''),
    LONGEST_FILE_NAME,
  ).replace(/-$/, '');

/**
 * An identifier that says nothing to people and stays the same, so that a later file replaces an earlier one: FNV-1a from
 * four seeds, in the form of a UUID. It is no seal: whoever has the listing can work out which of its groups it stands for.
 */
function opaque(...parts: readonly (string | undefined)[]): string {
  const text = JSON.stringify(parts);
  const hex = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35]
    .map((seed) => {
      let hash = seed;
      for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
      return ((hash ^ (hash >>> 13)) >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const dayOf = ({ recurrenceId }: Change): string => recurrenceId.slice(0, 10);

/** A change with its times alone; nothing where only the place or a word of it was different. */
function plainChange(change: Change, _: number, changes: readonly Change[]): Change[] {
  const { recurrenceId, status, start, durationMinutes, venue, joinUrl } = change;
  const isElsewhere = status === 'moved' && start === undefined && Boolean(venue || joinUrl);
  const timed = {
    ...(start !== undefined && { start }),
    ...(durationMinutes !== undefined && { durationMinutes }),
  };
  // Beside another one of its day it stays, since it may be the one that counts.
  const isAlone = changes.filter((other) => dayOf(other) === dayOf(change)).length === 1;
  if (isAlone && (status === 'changed' || isElsewhere) && !Object.keys(timed).length) return [];
  return [{ recurrenceId, status: isElsewhere ? 'changed' : status, ...timed }];
}

/** The times of a meeting. What is not named here cannot leave. */
function plainly({ start, durationMinutes, timeZone, rule, exceptDates, changes }: Meeting): Meeting {
  const plainChanges = changes?.flatMap(plainChange) ?? [];
  return {
    attendance: 'in-person',
    access: [],
    ...(start !== undefined && { start }),
    ...(durationMinutes !== undefined && { durationMinutes }),
    ...(timeZone !== undefined && { timeZone }),
    ...(rule && { rule }),
    ...(exceptDates?.length && { exceptDates }),
    ...(plainChanges.length && { changes: plainChanges }),
  };
}

const safeLink = (joinUrl: string | undefined): Pick<Meeting, 'joinUrl'> => {
  const url = webUrl(joinUrl ?? '');
  return url ? { joinUrl: url } : {};
};

/** The meeting as the listing tells it, with links that may be opened. */
const asTold = ({ joinUrl, changes, ...rest }: Meeting): Meeting => ({
  ...rest,
  ...safeLink(joinUrl),
  ...(changes && {
    changes: changes.map(({ joinUrl: link, ...change }) => ({ ...change, ...safeLink(link) })),
  }),
});

const lines = (...told: readonly (string | undefined)[]): string =>
  [...new Set(told.map((line) => line?.trim()))].filter(Boolean).join('\n\n');

/** How to get in, as the listing says it. */
const gettingIn = ({ firstVisit }: Group, { venue, joinPhone, note }: Meeting): string =>
  lines(venue?.directions, firstVisit?.door, joinPhone, note);

/** Nothing where there is nothing to take: a session that is off, or a series without further ones. */
export function diaryPage(
  group: Group,
  occurrence: Occurrence,
  choice: DiaryChoice,
  words: DiaryWords,
): DiaryPage | undefined {
  const { whole, named, reminderMinutes } = choice;
  if (occurrence.status === 'cancelled' || occurrence.meeting.start === undefined) return undefined;
  const series = whole ? seriesFrom(occurrence) : undefined;
  if (whole && !series) return undefined;
  const { meeting } = occurrence;
  const appointment = titled(words.appointment);
  const title = titled((named ? group.name : choice.title) ?? '') || appointment;
  const url = named ? webUrl(group.url ?? '') : undefined;

  const entry = (taken: Meeting, recurrenceId?: string, change?: string): DiaryEntry => {
    const shown = named ? asTold(taken) : plainly(taken);
    const description = named ? lines(change, gettingIn(group, shown)) : '';
    return {
      uid: opaque(group.id, group.name, meeting.id ?? `${meeting.start} ${meeting.timeZone}`, recurrenceId),
      meeting: shown,
      title,
      cancelledTitle: words.cancelled(title),
      ...(description && { description }),
      ...(url && { url }),
      ...(reminderMinutes && { reminderMinutes }),
    };
  };
  const session = (one: Occurrence, change?: string) => entry(single(one), one.recurrenceId, change);

  const [first, ...more] = !series
    ? [session(occurrence, words.change)]
    : 'meeting' in series
      ? [entry(series.meeting)]
      : series.sessions.map((one) => session(one, one.change?.note));
  if (!first) return undefined;
  const location = locationOf(first.meeting);
  const { joinUrl, joinNote } = first.meeting;
  const description = lines(first.description, joinUrl === location ? '' : joinUrl, joinNote);
  return {
    title,
    ...(description && { description }),
    ...(location && { location }),
    ...(url && { url }),
    ...(reminderMinutes && { reminderMinutes }),
    fileName: `${fileNamed(named ? title : appointment) || 'diary'}.ics`,
    named,
    entries: [first, ...more],
  };
}

/**
 * The text of the file.
 * @param now Milliseconds since the epoch.
 */
export function diaryFile({ entries, named }: DiaryPage, now: number): string {
  // A file that is taken again replaces what the first one brought.
  const sequence = Math.floor(now / MINUTE_MS);
  return writeCalendar(
    entries.map((entry) => ({ ...entry, sequence })),
    { stamp: now, ...(!named && { product: PLAIN_PRODUCT }) },
  );
}
