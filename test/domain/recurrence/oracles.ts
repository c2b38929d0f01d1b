/** Two other engines, asked the same question: on which wall clocks does a rule fall? They are never part of the product. */
import ICAL from 'ical.js';
import { RRuleTemporal } from 'rrule-temporal';
import type { Drawn } from './any-rule.js';

const basic = (start: string) => start.replace(/[-:]/g, '').padEnd(15, '0');

/** Instants of the starts from the first up to `to`, which is a wall clock there. */
export function rruleTemporal({ text, start }: Drawn, to: number, timeZone = 'UTC'): number[] {
  const from = Date.parse(`${start}Z`);
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=${timeZone}:${basic(start)}\nRRULE:${text}`,
    includeDtstart: false,
  });
  return rule
    .between(new Date(from - 86_400_000), new Date(to + 86_400_000), true)
    .map(({ epochMilliseconds }) => epochMilliseconds);
}

/** Wall clocks, as instants in UTC, of the starts up to `to`. */
export function icalJs({ text, start }: Drawn, to: number): number[] {
  const steps = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateTimeString(start.padEnd(19, ':00')));
  const found: number[] = [];
  for (let next = steps.next(); next; next = steps.next()) {
    const wall = Date.parse(`${next.toString()}Z`);
    if (wall >= to) break;
    found.push(wall);
  }
  return found;
}
