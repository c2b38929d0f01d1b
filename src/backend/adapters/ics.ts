/**
 * Reads iCalendar (RFC 5545) as Google, Outlook, Apple and Nextcloud publish it: a source of dates, which join the groups of a
 * list by name. What is over is passed over, so that years of history weigh nothing.
 */
import {
  type Component,
  type FoundEvent,
  first,
  foundEvents,
  valueIn,
} from '../../domain/icalendar/components.js';
import { parameter, unescapeText } from '../../domain/icalendar/content-line.js';
import { zoneIdOf } from '../../domain/icalendar/date-value.js';
import { type FurtherZones, zoneNamedBy } from '../../domain/icalendar/zone-names.js';
import { DAY_MS, formatLocalDate, parseLocalDate } from '../../domain/recurrence/plain-day.js';
import { parseRule } from '../../domain/recurrence/rule.js';
import { RuleError } from '../../domain/recurrence/rule-error.js';
import { called, type Further, isPrivate } from '../ics-facts.js';
import { CalendarGroups } from '../ics-groups.js';
import { type Entry, reasonOf, toldBy, type Window } from '../ics-series.js';
import type { DirectoryAdapter, ReadContext, Reading } from '../ports.js';
import { Problem, refuseMany } from '../problem.js';
import { Tally, text } from '../record.js';

/** Events worked out between two pauses. */
const SLICE = 10;

/** Nobody changes more sessions of a series ahead. */
const MOST_CHANGES = 500;

const datesOf = ({ properties }: Component) =>
  ['DTSTART', 'DTEND', 'RDATE', 'EXDATE', 'RECURRENCE-ID'].flatMap((name) => properties.get(name) ?? []);

/** Whether every date of an event is over for a week: exact answers come later, but most of an old calendar need not wait. */
function isHistory(event: Component, weekAgo: string): boolean {
  const late = (text: string): boolean =>
    (text.match(/\d{4}-?\d\d-?\d\d/g) ?? []).some((day) => day.replaceAll('-', '') >= weekAgo);
  const rules = event.properties.get('RRULE') ?? [];
  const id = first(event, 'RECURRENCE-ID');
  const dated = datesOf(event);
  return (
    dated.length > 0 &&
    !dated.some(({ value }) => late(value) || !/\d{8}|\d{4}-\d\d/.test(value)) &&
    rules.every(({ value }) => /UNTIL=\d{4}/i.test(value) && !late(value)) &&
    !(id && parameter(id, 'RANGE')) &&
    !/[DW]/i.test(valueIn(event, 'DURATION') ?? '')
  );
}

/** What a later version of the same event replaces. */
const keyOf = (event: Component, uid: string): string =>
  `${uid}\n${(first(event, 'RECURRENCE-ID')?.value ?? '').trim().toUpperCase()}`;

/** SEQUENCE first, then when it was written. */
function isNewer(event: Component, than: Component): boolean {
  const sequence = (one: Component) => Number(valueIn(one, 'SEQUENCE') ?? 0) || 0;
  const stamp = (one: Component) => valueIn(one, 'LAST-MODIFIED') ?? valueIn(one, 'DTSTAMP') ?? '';
  return sequence(event) === sequence(than) ? stamp(event) >= stamp(than) : sequence(event) > sequence(than);
}

interface Series {
  master?: FoundEvent;
  readonly overrides: FoundEvent[];
}

/** The events of a text that are not over, each in its newest version, by UID. */
class Events {
  readonly #newest = new Map<string, FoundEvent>();
  readonly #hidden = new Set<string>();
  #unnamed = 0;

  constructor(
    readonly weekAgo: string,
    readonly leaveOut: (event: Component, reason: string) => void,
    readonly address: string | undefined,
  ) {}

  add(found: FoundEvent): void {
    const { event, fault } = found;
    if (fault) {
      this.leaveOut(event, fault);
      return;
    }
    const uid = valueIn(event, 'UID') ?? `?${++this.#unnamed}`;
    if (isPrivate(event)) this.#hidden.add(uid);
    const key = keyOf(event, uid);
    const known = this.#newest.get(key);
    if (known && !isNewer(event, known.event)) return;
    // What is over stays here too, so that an older version of it does not come back.
    this.#newest.set(key, isHistory(event, this.weekAgo) ? { ...found, fault: 'over' } : found);
  }

  series(): Series[] {
    const all = new Map<string, Series>();
    let count = 0;
    for (const [key, found] of this.#newest) {
      if (found.fault) continue;
      refuseMany(++count, this.address);
      const uid = key.slice(0, key.indexOf('\n'));
      if (this.#hidden.has(uid)) {
        this.leaveOut(found.event, 'is private (CLASS)');
        continue;
      }
      const series = all.get(uid) ?? { overrides: [] };
      if (first(found.event, 'RECURRENCE-ID')) series.overrides.push(found);
      else series.master = found;
      all.set(uid, series);
    }
    return [...all.values()];
  }
}

/** Names the zones, with what knows more of them only where a name needs it. */
async function entriesOf(
  series: readonly Series[],
  context: ReadContext,
  today: number,
  load: () => Promise<typeof import('../../domain/icalendar/further-zones.js')>,
  tally: Tally,
): Promise<(found: FoundEvent) => Entry> {
  let further: FurtherZones | undefined;
  const likely = context.timeZone;
  const nameOf = (id: string, calendar: Component) => zoneNamedBy(id) ?? further?.(id, calendar, likely);
  const shownIn = (calendar: Component) =>
    unescapeText(valueIn(calendar, 'X-WR-TIMEZONE') ?? valueIn(calendar, 'TIMEZONE-ID') ?? '');
  const isOpen = ({ event, calendar }: FoundEvent) =>
    [shownIn(calendar), ...datesOf(event).map(zoneIdOf)].some((id) => id && !zoneNamedBy(id));
  if (series.some(({ master, overrides }) => (master && isOpen(master)) || overrides.some(isOpen))) {
    further = await load().then(
      (module) => module.furtherZones(today, parseRule),
      () => undefined,
    );
    if (!further)
      tally.remark('The part of Kith that knows more time zones could not be loaded: load the page again');
  }
  return ({ event, calendar }) => {
    const shown = shownIn(calendar);
    const named = shown ? nameOf(shown, calendar) : undefined;
    return {
      event,
      zones: (id) => {
        const name = nameOf(id, calendar);
        // Only the page can say what a name means that nobody knows.
        if (!name && likely)
          tally.repeat(
            `zone ${id}`,
            event.line,
            (times) => `time zone "${text(id, 60)}" is not known (${times}): read as ${likely}`,
          );
        return name ?? likely;
      },
      own: named === 'UTC' ? (likely ?? named) : (named ?? likely),
      cancels: /^cancel$/i.test(valueIn(calendar, 'METHOD') ?? ''),
    };
  };
}

/**
 * @param load Brings what knows Windows' zones and compares rules, for files that name a zone in a way of their own.
 * @param more Brings what finds links and cancellations in words; without it, evenings that are off would be shown as on.
 */
export function icsAdapter(
  load: () => Promise<typeof import('../../domain/icalendar/further-zones.js')>,
  more: Further = () => import('../ics-further.js'),
): DirectoryAdapter {
  const further: Further = () =>
    more().catch((cause) => {
      throw new Problem('unreachable', 'the part of Kith that reads notices could not be loaded', { cause });
    });
  return {
    format: 'ics',

    async read(source, context): Promise<Reading> {
      const tally = new Tally();
      // The same without names, in which one reason of many events is one.
      const reasons = new Tally();
      const today = (parseLocalDate(context.today) ?? 0) * DAY_MS;
      const weekAgo = formatLocalDate(today / DAY_MS - 8).replaceAll('-', '');
      const window: Window = {
        today,
        further,
        leaveOut: (event, reason) => {
          reasons.leaveOut(event.line, reason);
          tally.leaveOut(event.line, `${called(event)} ${reason}`);
        },
        remark: (event, reason) => tally.remark(`${called(event)}: ${reason}`, event.line),
      };
      const events = new Events(weekAgo, window.leaveOut, context.address);
      const reader = foundEvents(source.text);
      let step = reader.next();
      for (let count = 1; !step.done; step = reader.next(), count++) {
        if (step.value) events.add(step.value);
        if (!step.value || count % SLICE === 0) await context.pause();
      }
      if (step.value === 0)
        throw new Problem(
          'malformed',
          `${context.address ?? 'The text'} is no calendar: it has no line BEGIN:VCALENDAR`,
        );

      const series = events.series();
      const entry = await entriesOf(series, context, today, load, tally);
      const groups = new CalendarGroups();
      const tell = async (found: FoundEvent, overrides: readonly FoundEvent[]): Promise<void> => {
        const { event } = found;
        try {
          if (/^busy$/i.test(valueIn(event, 'SUMMARY') ?? ''))
            throw new RuleError('says only that somebody is busy: let the calendar show all details');
          if (overrides.length > MOST_CHANGES)
            throw new RuleError(`has more than ${MOST_CHANGES} changed sessions`);
          const told = await toldBy(entry(found), overrides.map(entry), window);
          if (told.utc)
            tally.repeat(
              'utc',
              event.line,
              (times) =>
                `Events in UTC (${times}): where clocks change, their hour does. Save them with a time zone, or name it in source-time-zone`,
            );
          groups.add(told, (reason) => window.leaveOut(event, reason));
          tally.kept += 1 + overrides.length;
        } catch (error) {
          window.leaveOut(event, reasonOf(error));
        }
      };
      for (const [index, { master, overrides }] of series.entries()) {
        if (index % SLICE === SLICE - 1) await context.pause();
        if (master) await tell(master, overrides);
        // The first of the series is over, or was never in the file.
        else for (const override of overrides) await tell(override, []);
      }
      await context.pause();
      const all = await groups.all(today, further, context.pause);
      tally.kept -= all.unused;
      if (!tally.kept) reasons.reading(all);
      return tally.reading({ groups: all.groups });
    },
  };
}

export const ics = icsAdapter(() => import('../../domain/icalendar/further-zones.js'));
