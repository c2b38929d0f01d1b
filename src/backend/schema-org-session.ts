/** When one event takes place: the single session that it is, or the schedules that it has. */
import type { Attendance, Change, LocalDate, LocalDateTime } from '../domain/meeting.js';
import { parseLocalDate } from '../domain/recurrence/plain-day.js';
import type { ReadContext } from './ports.js';
import { given, text } from './record.js';
import { memberOf, type NodeReader } from './schema-org-node.js';
import { type Around, readSchedule, tellOffset, type When } from './schema-org-schedule.js';
import { lastDay, type Moment, minutesFrom, parseLength, parseMoment, settle } from './schema-org-time.js';

/** A retreat of a weekend is one session; what lasts longer is a season that somebody wrote as one. */
const LONGEST_SESSION = 3 * 1440;

/** One date. */
export interface Session {
  /** Original start, by which a change names it. */
  readonly start: LocalDateTime;
  readonly durationMinutes?: number;
  readonly timeZone?: string;
  readonly change?: Change;
}

/** What an event says of when. */
export interface Times {
  readonly sessions: readonly Session[];
  readonly repeats: readonly When[];
  /** It had dates, and they are past. */
  readonly over: boolean;
  /** It does not take place, as a whole. */
  readonly off?: 'cancelled' | 'postponed';
}

function moment(event: NodeReader, name: string): Moment | undefined {
  const value = event.own(name)[0];
  const written = text(value);
  const found = written ? parseMoment(written) : undefined;
  if (written && !found) event.remark(`${name} "${text(written, 40)}" is no date such as 2026-12-01T18:30`);
  return found;
}

/** A day from its first minute to its last is what software writes for "no time is known". */
function withoutAllDay(start: Moment, end: Moment | undefined): Moment {
  return start.time === '00:00' && end?.time === '23:59' ? { day: start.day } : start;
}

const daysFrom = (from: LocalDate, to: LocalDate): number =>
  (parseLocalDate(to) ?? 0) - (parseLocalDate(from) ?? 0);

function changeOf(
  event: NodeReader,
  start: LocalDateTime,
  zone: string | undefined,
  online: boolean,
  joinUrl: string | undefined,
): Change | undefined {
  const status = memberOf(event.own('eventStatus')[0]);
  if (/^EventCancel+ed$/.test(status)) return { recurrenceId: start, status: 'cancelled' };
  // It will be some other day that nobody knows: on this one the door stays shut.
  if (status === 'EventPostponed') return { recurrenceId: start, status: 'moved' };
  const [previous] = event.own('previousStartDate');
  if (status === 'EventRescheduled' && previous !== undefined) {
    const before = moment(event, 'previousStartDate');
    if (!before) return undefined;
    const { wall } = settle(before.time ? before : { day: before.day, time: start.slice(11) }, zone, online);
    return wall === start ? undefined : { recurrenceId: wall, status: 'moved', start };
  }
  if (status === 'EventMovedOnline' && joinUrl) return { recurrenceId: start, status: 'changed', joinUrl };
  return undefined;
}

/** Each part of an event with several start dates (an array) is a session of its own. */
function startsOf(event: NodeReader): (Moment | undefined)[] {
  const values = event.own('startDate');
  return values.length > 1 ? values.map((value) => parseMoment(text(value))) : [moment(event, 'startDate')];
}

interface Whereabouts {
  readonly attendance: Attendance;
  readonly joinUrl?: string;
}

/** @param headed Its parts are listed by themselves, so that its own dates only say from when to when. */
export function readTimes(
  event: NodeReader,
  where: Whereabouts,
  context: ReadContext,
  headed: boolean,
): Times {
  const online = where.attendance === 'online';
  const starts = startsOf(event);
  const end = starts.length > 1 ? undefined : moment(event, 'endDate');
  const first = starts[0] && withoutAllDay(starts[0], end);
  const written = event.text('duration');
  const length = written ? parseLength(written) : undefined;
  if (written && !length) event.remark(`duration "${text(written, 40)}" is no length such as "PT90M"`);
  const between = first?.time && end?.time ? minutesFrom(first, end) : undefined;
  if (between !== undefined && between < 0) event.remark('endDate lies before startDate, so no end is shown');
  const minutes = between && between > 0 ? between : length;

  const schedules = event.own('eventSchedule').flatMap((value) => event.at(value) ?? []);
  if (schedules.length) {
    const status = memberOf(event.own('eventStatus')[0]);
    if (/^EventCancel+ed$/.test(status)) return { sessions: [], repeats: [], over: false, off: 'cancelled' };
    if (status === 'EventPostponed') return { sessions: [], repeats: [], over: false, off: 'postponed' };
    const around: Around = {
      start: first,
      end,
      minutes: minutes && minutes <= 1440 ? minutes : undefined,
      context,
    };
    const repeats = schedules.slice(0, 50).flatMap((schedule) => readSchedule(schedule, around) ?? []);
    return { sessions: [], repeats, over: !repeats.length };
  }

  if (headed) return { sessions: [], repeats: [], over: false };
  const sessions: Session[] = [];
  const repeats: When[] = [];
  let over = false;
  for (const start of starts.length > 1 ? starts : [first]) {
    if (!start) continue;
    if (start.offset !== undefined && !context.timeZone) tellOffset(event);
    const { wall, timeZone } = settle(start, context.timeZone, online);
    const until = end?.day ?? start.day;
    const season = (minutes ?? 0) > LONGEST_SESSION || daysFrom(start.day, until) * 1440 > LONGEST_SESSION;
    if (start.time === undefined || season) {
      if (until < context.today) over = true;
      else {
        event.remark(
          season
            ? 'endDate lies days after startDate, so no single date can be told: use eventSchedule, or one Event for each date'
            : 'startDate has no time, so it is shown in these words',
        );
        repeats.push({ text: until > start.day ? `${start.day} – ${until}` : start.day });
      }
      continue;
    }
    const change = changeOf(event, wall, timeZone, online, where.joinUrl);
    const original = change?.recurrenceId ?? wall;
    // One that is brought forward is told until the day on which people would have come.
    if (lastDay(wall, minutes) < context.today && original.slice(0, 10) < context.today) over = true;
    else sessions.push(given({ start: original, durationMinutes: minutes, timeZone, change }));
  }
  return { sessions, repeats, over: over && !sessions.length && !repeats.length };
}
