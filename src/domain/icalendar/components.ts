/**
 * The components of iCalendar files, one event at a time. Whatever is broken ends where its parent ends, or where the
 * next of its kind begins, so that one bad event never takes its neighbours along.
 */
import { contentLines, nameOf, type Property, parseLine } from './content-line.js';

export interface Component {
  /** Upper case. */
  readonly name: string;
  /** Number of its BEGIN line. */
  readonly line: number;
  readonly properties: Map<string, Property[]>;
  /** Time zones of a calendar, observances of a time zone. */
  readonly parts: Component[];
}

/** An event that ended, or the reason why it cannot be read. */
export interface FoundEvent {
  readonly event: Component;
  readonly calendar: Component;
  readonly fault?: string;
}

/** What is read; alarms, attachments and the addresses of people are not. */
const READ = new Set(
  (
    'UID SEQUENCE DTSTAMP LAST-MODIFIED DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID STATUS CLASS SUMMARY ' +
    'DESCRIPTION X-ALT-DESC LOCATION GEO URL CONFERENCE CATEGORIES X-GOOGLE-CONFERENCE X-MICROSOFT-SKYPETEAMSMEETINGURL ' +
    'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK METHOD X-WR-TIMEZONE TIMEZONE-ID TZID X-LIC-LOCATION TZOFFSETFROM TZOFFSETTO'
  ).split(' '),
);

/** A property many times over comes from an attacker: dates stand in lists, and few have thousands of lines. */
const MOST_LINES = 2000;

/** Deeper than this nothing real goes. */
const DEEPEST = 20;

/** Lines after which whoever reads may pause. */
const STRIDE = 500;

export const first = ({ properties }: Component, name: string): Property | undefined =>
  properties.get(name)?.[0];
export const valueIn = (component: Component, name: string): string | undefined =>
  first(component, name)?.value.trim() || undefined;

/** Every event of every calendar in a text; `undefined` now and then, for a pause. */
export function* foundEvents(text: string): Generator<FoundEvent | undefined, number> {
  const open: Component[] = [];
  let calendars = 0;
  let lines = 0;
  const faulty = (event: Component, fault: string): FoundEvent[] =>
    event.name === 'VEVENT' && open[0] ? [{ event, calendar: open[0], fault }] : [];

  for (const { number, raw } of contentLines(text)) {
    if (++lines % STRIDE === 0) yield undefined;
    const name = nameOf(raw);
    if (name === 'BEGIN') {
      const kind = parseLine(raw)?.value.trim().toUpperCase() ?? '';
      if (kind === 'VCALENDAR') {
        for (const left of open.splice(0)) yield* faulty(left, 'has no END:VEVENT');
        calendars++;
      } else if (!open.length || open.length > DEEPEST) continue;
      else if (kind === 'VEVENT') {
        for (const left of open.splice(1)) yield* faulty(left, 'has no END:VEVENT');
      }
      const component: Component = { name: kind, line: number, properties: new Map(), parts: [] };
      if (kind === 'VTIMEZONE' || kind === 'STANDARD' || kind === 'DAYLIGHT')
        open.at(-1)?.parts.push(component);
      open.push(component);
    } else if (name === 'END') {
      const kind = parseLine(raw)?.value.trim().toUpperCase();
      const at = open.findLastIndex((component) => component.name === kind);
      if (at < 0) continue;
      const [calendar] = open;
      const [ended, ...inside] = open.splice(at);
      for (const left of inside) yield* faulty(left, 'has no END:VEVENT');
      if (kind === 'VEVENT' && ended && calendar) yield { event: ended, calendar };
    } else if (READ.has(name)) {
      const component = open.at(-1);
      const property = component && parseLine(raw);
      if (!property) continue;
      const known = component.properties.get(name);
      if (!known) component.properties.set(name, [property]);
      else if (known.length < MOST_LINES) known.push(property);
    }
  }
  for (const left of open) yield* faulty(left, 'is cut off: the file ends in the middle of it');
  return calendars;
}
