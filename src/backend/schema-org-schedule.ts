/** Reads a Schedule: from when, until when, at what time and but for which days an event repeats. */
import type { LocalDate, Meeting } from '../domain/meeting.js';
import { ruleDays } from '../domain/recurrence/expand.js';
import { formatLocalDate, parseLocalDate } from '../domain/recurrence/plain-day.js';
import { checkRule, type Rule, RuleError } from '../domain/recurrence/rule.js';
import { isTimeZone } from '../domain/recurrence/zone.js';
import type { ReadContext } from './ports.js';
import { given, text } from './record.js';
import { memberOf, type NodeReader } from './schema-org-node.js';
import { firstDayOf, quoted, ruleOf } from './schema-org-rule.js';
import {
  type Moment,
  minutesFrom,
  parseLength,
  parseMoment,
  parseTimeOfDay,
  settle,
} from './schema-org-time.js';

export type When = Pick<
  Meeting,
  'start' | 'durationMinutes' | 'rule' | 'exceptDates' | 'timeZone' | 'text' | 'note'
>;

/** What the event says beside its schedules. */
export interface Around {
  readonly start: Moment | undefined;
  readonly end: Moment | undefined;
  readonly minutes: number | undefined;
  readonly context: ReadContext;
}

const MOST_DATES = 500;
/** A count is looked for until then. */
const YEARS_AHEAD = 40_000;

/** What is known without a date: the rule, which is said in the visitor's language, else the feed's own words. */
function undated(schedule: NodeReader): Pick<When, 'rule' | 'note' | 'text'> {
  const written = memberOf(schedule.own('repeatFrequency')[0]);
  const isCode = /^P\d+[DWMY]$/i.test(written);
  const times = ['startTime', 'endTime']
    .map((end) => schedule.text(end)?.slice(0, 5))
    .filter(Boolean)
    .join(' – ');
  const rest = [times, schedule.text('startDate')?.slice(0, 10)];
  const said = (...words: (string | undefined)[]): string => text(words.filter(Boolean).join(', '));
  try {
    const rule = ruleOf(schedule, undefined);
    if (rule?.byDay) return given({ rule, note: said(...rest) });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
  }
  // A day alone would be read as every week.
  const days = isCode && !/^P(?:1W|7D)$/i.test(written) ? [] : schedule.own('byDay').map(memberOf);
  return given({ text: said(isCode ? '' : written, ...days, ...rest) });
}

function zoneOf(schedule: NodeReader, context: ReadContext): string | undefined {
  const written = schedule.text('scheduleTimezone');
  if (written && isTimeZone(written)) return written;
  if (written) schedule.remark(`scheduleTimezone ${quoted(written)} is no zone such as Europe/London`);
  return context.timeZone;
}

/** A day, or a wall clock in the zone, for each exception. */
function exceptions(schedule: NodeReader, timeZone: string | undefined): string[] | undefined {
  const dates: string[] = [];
  for (const value of schedule.own('exceptDate').slice(0, MOST_DATES)) {
    for (const written of text(value, 5000).split(',')) {
      const moment = parseMoment(written);
      // Without a zone only what is written can be meant.
      if (moment)
        dates.push(
          timeZone || moment.offset === undefined
            ? settle(moment, timeZone, false).wall
            : `${moment.day}T${moment.time}`,
        );
      else if (written) schedule.remark(`exceptDate ${quoted(written)} is no date such as 2026-12-24`);
    }
  }
  return dates.length ? dates : undefined;
}

/** The end of the last day that is written, or nothing. */
function lastDayOf(
  schedule: NodeReader,
  around: Around,
  timeZone: string | undefined,
): LocalDate | undefined {
  const written = schedule.text('endDate');
  const own = written ? parseMoment(written) : undefined;
  if (written && !own) schedule.remark(`endDate ${quoted(written)} of a Schedule is no date`);
  if (own) return settle(own, timeZone, false).wall.slice(0, 10);
  // An event that ends on the day on which it starts speaks of its first session.
  const { start, end } = around;
  const days = (parseLocalDate(end?.day ?? '') ?? 0) - (parseLocalDate(start?.day ?? '') ?? 0);
  return start && end && days > 1 ? end.day : undefined;
}

/** The first day that is known and the time of day, on the clocks of the zone. */
interface Beginning {
  readonly day: LocalDate | undefined;
  readonly clock: string;
}

function beginningOf(schedule: NodeReader, around: Around, timeZone: string | undefined): Beginning {
  const own = moment(schedule, 'startDate');
  const begin = own ?? around.start;
  const written = schedule.text('startTime');
  const time = written ? parseTimeOfDay(written) : own?.time ? own : around.start;
  if (written && !time) throw new RuleError(`startTime ${quoted(written)} is no time such as 18:30`);
  if (!time?.time) throw new RuleError('it has no startTime, so it is shown without a date');
  if (time.offset !== undefined && !timeZone) tellOffset(schedule);
  const day = begin?.day;
  // Summer time must not move a session that repeats: without a zone the clock stays as it is written.
  if (!timeZone) return { day, clock: time.time };
  if (begin && begin.time === time.time) {
    const { wall } = settle(begin, timeZone, false);
    return { day: wall.slice(0, 10), clock: wall.slice(11) };
  }
  // A clock alone has no day to be moved to: where it would leave its own, it is taken as it is written.
  const asDay = day ?? around.context.today;
  const { wall } = settle({ day: asDay, ...time }, timeZone, false);
  return { day, clock: wall.startsWith(asDay) ? wall.slice(11) : time.time };
}

function moment(schedule: NodeReader, name: string): Moment | undefined {
  const written = schedule.text(name);
  const found = written ? parseMoment(written) : undefined;
  if (written && !found) throw new RuleError(`${name} ${quoted(written)} is no date such as 2026-12-01`);
  return found;
}

/** From the end, else as the schedule or the event says. */
function minutesOf(schedule: NodeReader, clock: string, around: Around): number | undefined {
  const started = schedule.text('startTime');
  const written = schedule.text('endTime');
  const end = written ? parseTimeOfDay(written) : undefined;
  if (written && !end) schedule.remark(`endTime ${quoted(written)} is no time such as 20:00`);
  const day = '2000-01-01';
  const from = (started && parseTimeOfDay(started)?.time) || clock;
  const between = end?.time
    ? ((minutesFrom({ day, time: from }, { day, time: end.time }) ?? 0) + 1440) % 1440
    : 0;
  const minutes = between || parseLength(schedule.text('duration') ?? '') || around.minutes;
  return minutes && minutes <= 1440 ? minutes : undefined;
}

/** The rule with its end: a last day says more than a count. */
function endingRule(
  schedule: NodeReader,
  start: number | undefined,
  last: LocalDate | undefined,
): Rule | undefined {
  const rule = ruleOf(schedule, start);
  if (!rule || rule.count || rule.until) return rule;
  const count = schedule.number('repeatCount');
  const ending: Rule = { ...rule, ...(last ? { until: last } : count ? { count } : {}) };
  checkRule(ending);
  return ending;
}

/** When a schedule says that people meet; `undefined` when it is over. In words where no date can be worked out. */
export function readSchedule(schedule: NodeReader, around: Around): When | undefined {
  const { today } = around.context;
  const timeZone = zoneOf(schedule, around.context);
  const last = lastDayOf(schedule, around, timeZone);
  if (last && last < today) return undefined;
  try {
    const { day, clock } = beginningOf(schedule, around, timeZone);
    const start = parseLocalDate(day ?? '');
    const rule = endingRule(schedule, start, last);
    if (!rule && (start === undefined || (last && last !== day)))
      throw new RuleError('it says neither repeatFrequency nor byDay');
    if (!rule && day && day < today) return undefined;
    const first = rule ? firstDayOf(rule, start, today) : (start ?? 0);
    const yesterday = (parseLocalDate(today) ?? 0) - 1;
    if (rule?.count && !ruleDays(rule, first, yesterday, first + YEARS_AHEAD).length) return undefined;
    return given({
      start: `${formatLocalDate(first)}T${clock}`,
      durationMinutes: minutesOf(schedule, clock, around),
      rule,
      exceptDates: exceptions(schedule, timeZone),
      timeZone,
    });
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    schedule.remark(`eventSchedule has no date that can be worked out: ${error.message}`);
    return given({ ...undated(schedule), timeZone });
  }
}

/** Told once for the whole source. */
export function tellOffset(node: NodeReader): void {
  node.tally.repeat(
    'offset',
    node.row,
    (times) =>
      `A time is written with an offset such as +01:00 but no zone is known (${times}): set source-time-zone, for example "Europe/London"`,
  );
}
