/** From the events of one UID to one meeting: its rule, its exceptions, and the sessions that were moved, changed or called off. */
import { type Component, first, valueIn } from '../domain/icalendar/components.js';
import { type Property, parameter } from '../domain/icalendar/content-line.js';
import {
  type Moment,
  minutesFrom,
  momentOf,
  momentsOf,
  wallIn,
  type ZoneNames,
} from '../domain/icalendar/date-value.js';
import type { Change, Meeting } from '../domain/meeting.js';
import { DAY_MS, dayOf, formatLocalDate, formatLocalDateTime } from '../domain/recurrence/plain-day.js';
import { parseRule, type Rule } from '../domain/recurrence/rule.js';
import { RuleError } from '../domain/recurrence/rule-error.js';
import { type Facts, type Further, factsOf } from './ics-facts.js';
import { given, text } from './record.js';

/** One VEVENT with what its calendar says. */
export interface Entry {
  readonly event: Component;
  readonly zones: ZoneNames;
  /** The zone in which the calendar shows its times. */
  readonly own: string | undefined;
  /** METHOD:CANCEL. */
  readonly cancels: boolean;
}

/** A meeting, or whole days without hours. */
export interface Told {
  readonly facts: Facts;
  readonly meeting?: Meeting;
  /** Numbers of the days of an event without hours. */
  readonly days?: readonly number[];
  /** It never takes place; of a single one, this session. */
  readonly cancelled?: Change;
  readonly utc?: true;
}

export interface Window {
  /** Midnight of today in UTC. */
  readonly today: number;
  readonly further: Further;
  readonly leaveOut: (event: Component, reason: string) => void;
  readonly remark: (event: Component, reason: string) => void;
}

const MOST_DATES = 2000;

const written = (moment: Moment, zone: string | undefined): string =>
  moment.dateOnly ? formatLocalDate(dayOf(moment.wall)) : formatLocalDateTime(wallIn(moment, zone));

/** Why an event, or a part of it, cannot be read; other errors go on. */
export function reasonOf(error: unknown): string {
  if (error instanceof RuleError) return error.message;
  throw error;
}

/** Dates of a list that are not over; years of history slow every look at the meeting, and so would a hostile feed's millions. */
function dates(entry: Entry, name: string, zone: string | undefined, window: Window): string[] {
  const found: string[] = [];
  for (const property of entry.event.properties.get(name) ?? []) {
    if (found.length > MOST_DATES) break;
    try {
      for (const moment of momentsOf(property, entry.zones)) {
        if (moment.wall > window.today - 8 * DAY_MS) found.push(written(moment, zone));
      }
    } catch (error) {
      window.remark(entry.event, reasonOf(error));
    }
  }
  return found.slice(0, MOST_DATES);
}

/** The length of an event; one whose end cannot be read has a start that can. */
async function minutesOf(
  { event, zones }: Entry,
  start: Moment,
  window: Window,
): Promise<number | undefined> {
  const end = first(event, 'DTEND');
  const duration = valueIn(event, 'DURATION');
  try {
    const minutes = end
      ? minutesFrom(start, momentOf(end, zones))
      : duration && (await window.further()).durationOf(duration);
    return minutes && minutes > 0 ? minutes : undefined;
  } catch (error) {
    window.remark(event, reasonOf(error));
    return undefined;
  }
}

const isCancelled = ({ event, cancels }: Entry): boolean =>
  cancels || /^cancell?ed$/i.test(valueIn(event, 'STATUS') ?? '');

const notes = (...parts: readonly (string | undefined)[]): string | undefined =>
  [...new Set(parts.filter((part) => part))].join('\n') || undefined;

/** What is different about one session. */
async function changeOf(
  entry: Entry,
  master: Facts,
  { durationMinutes: minutes, timeZone: zone }: Meeting,
  window: Window,
): Promise<Change | undefined> {
  const { event, zones } = entry;
  const name = first(event, 'RECURRENCE-ID') as Property;
  const id = momentOf(name, zones);
  const facts = await factsOf(event, window.further);
  const property = first(event, 'DTSTART');
  const moment = property && momentOf(property, zones);
  const start = moment && !moment.dateOnly ? written(moment, zone) : undefined;
  const recurrenceId = written(id, zone);
  const moved = start !== undefined && !start.startsWith(recurrenceId);
  const { venue, joinUrl } = facts.way;
  const elsewhere = {
    venue: JSON.stringify(venue) === JSON.stringify(master.way.venue) ? undefined : venue,
    joinUrl: joinUrl === master.way.joinUrl ? undefined : joinUrl,
  };
  const { off } = facts;
  const isElsewhere = Boolean(elsewhere.venue ?? elsewhere.joinUrl);
  // "Moved" without saying where to: the old door is the one place that it is not.
  const isLost = off && (off.state === 'cancelled' || !(moved || isElsewhere));
  const status = isCancelled(entry) || isLost ? 'cancelled' : moved || off ? 'moved' : 'changed';
  const length = moment && (await minutesOf(entry, moment, window));
  const change = given({
    durationMinutes: length === minutes || status === 'cancelled' ? undefined : length,
    ...(status === 'cancelled' ? {} : elsewhere),
    note: notes(
      off?.[off.state === 'cancelled' ? 'more' : 'all'],
      facts.title === master.title || !facts.title ? undefined : facts.title,
      facts.note === master.note ? undefined : facts.note,
    ),
  });
  if (status === 'changed' && !Object.keys(change).length) return undefined;
  const range = /^THISANDFUTURE$/i.test(parameter(name, 'RANGE') ?? '')
    ? ('this-and-future' as const)
    : undefined;
  return {
    recurrenceId,
    ...given({ range }),
    status,
    ...(start && status !== 'cancelled' ? { start } : {}),
    ...change,
  };
}

/** An event by itself or the first of a series. */
async function plainOf(
  entry: Entry,
  facts: Facts,
  start: Moment,
  rule: Rule | undefined,
  window: Window,
): Promise<Meeting> {
  const place = entry.own && (start.zone ?? 'UTC') === 'UTC' ? entry.own : start.zone;
  const inUtc = rule && start.zone === 'UTC' && place !== 'UTC';
  const zone = inUtc ? 'UTC' : place;
  const extraDates = dates(entry, 'RDATE', zone, window);
  const exceptDates = dates(entry, 'EXDATE', place, window);
  const meeting: Meeting = given({
    id: text(valueIn(entry.event, 'UID')) || undefined,
    start: written(start, zone),
    durationMinutes: await minutesOf(entry, start, window),
    timeZone: zone,
    rule,
    extraDates: extraDates.length ? extraDates : undefined,
    exceptDates: exceptDates.length ? exceptDates : undefined,
    ...facts.way,
    access: [],
  });
  return inUtc && place ? (await window.further()).atThePlace(meeting, place, window.today) : meeting;
}

/**
 * The meeting of a series or of a single event.
 * @throws {RuleError} When its dates cannot be read.
 */
export async function toldBy(entry: Entry, overrides: readonly Entry[], window: Window): Promise<Told> {
  const { event, zones } = entry;
  const facts = await factsOf(event, window.further);
  const property = first(event, 'DTSTART');
  if (!property) throw new RuleError('has no start (DTSTART)');
  const start = momentOf(property, zones);
  const called = isCancelled(entry) || Boolean(facts.off && facts.off.state !== 'moved' && facts.isPlain);
  if (start.dateOnly) {
    if (!called) throw new RuleError('lasts whole days: give it hours, so that people know when to come');
    const end = first(event, 'DTEND');
    const length = valueIn(event, 'DURATION') ?? '';
    const { daysOf } = await window.further();
    const days = daysOf(start.wall, end && momentOf(end, zones).wall, length);
    return { facts, days, cancelled: { recurrenceId: '', status: 'cancelled' } };
  }
  const rules = event.properties.get('RRULE') ?? [];
  if (rules.length > 1 || event.properties.has('EXRULE'))
    throw new RuleError('repeats by several rules: make an event of each');
  const rule = rules[0] && parseRule(rules[0].value);
  const meeting = await plainOf(entry, facts, start, rule, window);

  const changes: Change[] = [];
  for (const override of overrides) {
    try {
      const change = await changeOf(override, facts, meeting, window);
      if (change) changes.push(change);
    } catch (error) {
      window.leaveOut(override.event, reasonOf(error));
    }
  }
  const told = changes.length ? { ...meeting, changes } : meeting;
  return {
    facts,
    ...(called || facts.off ? (await window.further()).offAsAWhole(facts, told, called) : { meeting: told }),
    ...(start.zone === 'UTC' && (rule || meeting.timeZone === 'UTC') ? { utc: true } : {}),
  };
}
