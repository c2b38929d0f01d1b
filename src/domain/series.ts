/**
 * What "every time" means from one session on: the rule with what is different ahead, where that says exactly the same
 * as the listing to any diary, else the sessions one by one. A diary that rounds a series off sends people to a dark room.
 */
import type { Meeting, Occurrence } from './meeting.js';
import { occurrences } from './recurrence/occurrences.js';
import { DAY_MS, dayOf, parseWritten } from './recurrence/plain-day.js';
import { toInstant, UTC, zoneNamed } from './recurrence/zone.js';

/** One meeting that repeats, or each session that takes place. */
export type Series = { readonly meeting: Meeting } | { readonly sessions: readonly Occurrence[] };

/** So far ahead a rule is held against the listing, and sessions are counted out. */
const YEAR_MS = 366 * DAY_MS;
const MOST_DATES = 200;
/** Who meets more often than that in a month is a slip or a trap, and no diary should hold it. */
const MONTH_MS = 31 * DAY_MS;
const MOST_A_MONTH = 200;

/** A floating time has no zone; any will do to count its days, if it is the same one throughout. */
const ANY_ZONE = 'UTC';

/** What a diary must not get wrong about a session. */
const facts = (sessions: readonly Occurrence[]): string =>
  JSON.stringify(sessions.map(({ start, end, change }) => [start, end, change]));

/** The meeting by its rule alone, from a session on, with the changes and exceptions that still lie ahead. */
function ruleFrom(meeting: Meeting, wall: number, from: number, recurrenceId: string): Meeting | undefined {
  const { rule, extraDates, exceptDates, changes, ...rest } = meeting;
  if (!rule || meeting.start === undefined) return undefined;
  // Only who counts has to go back to the beginning.
  const since = rule.count === undefined ? from : (parseWritten(meeting.start)?.wall ?? 0) - 2 * DAY_MS;
  const before = occurrences({ ...rest, rule }, since, from + 1, ANY_ZONE);
  // A date beside the rule cannot begin it.
  if (before.at(-1)?.recurrenceId !== recurrenceId) return undefined;
  const isAhead = (text: string): boolean => {
    const written = parseWritten(text);
    if (!written) return false;
    return written.wall >= (written.utc ? from : written.dateOnly ? dayOf(wall) * DAY_MS : wall);
  };
  // Few diaries know further dates, or changes for all later sessions; of those in the past the comparison finds what is left.
  if (extraDates?.some(isAhead) || changes?.some(({ recurrenceId: id, range }) => range && isAhead(id))) {
    return undefined;
  }
  const excepted = exceptDates?.filter(isAhead) ?? [];
  const changed = changes?.filter(({ recurrenceId: id, range }) => !range && isAhead(id)) ?? [];
  return {
    ...rest,
    start: recurrenceId,
    rule: rule.count === undefined ? rule : { ...rule, count: rule.count - before.length + 1 },
    ...(excepted.length && { exceptDates: excepted }),
    ...(changed.length && { changes: changed }),
  };
}

/** The sessions from this one on; nothing where it is the last or the only one. */
export function seriesFrom({ meeting, recurrenceId, local, start }: Occurrence): Series | undefined {
  const wall = parseWritten(recurrenceId)?.wall;
  if (wall === undefined || !(meeting.rule || meeting.extraDates?.length)) return undefined;
  const zone = (meeting.timeZone && zoneNamed(meeting.timeZone)) || UTC;
  const from = toInstant(wall, zone);
  const begin = Math.min(from, start);
  const ahead = (one: Meeting, reach: number): Occurrence[] =>
    occurrences(one, begin - MONTH_MS, begin + reach, ANY_ZONE).filter(
      (session) =>
        session.status !== 'cancelled' && (session.recurrenceId >= recurrenceId || session.local >= local),
    );
  if (ahead(meeting, MONTH_MS).length > MOST_A_MONTH) return undefined;
  const sessions = ahead(meeting, YEAR_MS);
  if (sessions.length < 2) return undefined;
  const ruled = ruleFrom(meeting, wall, from, recurrenceId);
  return ruled && facts(ahead(ruled, YEAR_MS)) === facts(sessions)
    ? { meeting: ruled }
    : { sessions: sessions.slice(0, MOST_DATES) };
}
