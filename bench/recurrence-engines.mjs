/**
 * Kith and its peers behind one question, each used as its own documentation says: `read` takes rules as a page would keep
 * them between two questions, `starts` gives the instants of each in [from, to), without sessions that are left out.
 */
import ICAL from 'ical.js';
import rrule from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';
import { occurrences } from '../dist/domain/recurrence/occurrences.js';
import { parseRule } from '../dist/domain/recurrence/rule.js';
import { versionOf } from './ready.mjs';
import { ZONE } from './recurrence-rules.mjs';

const basic = (start) => `${start.replace(/[-:]/g, '')}00`;

/** The lines of iCalendar that say when. */
function lines({ start, rule, exceptDates }) {
  const left = exceptDates.length ? [`EXDATE;TZID=${ZONE}:${exceptDates.map(basic).join()}`] : [];
  return [`DTSTART;TZID=${ZONE}:${basic(start)}`, `RRULE:${rule}`, ...left];
}

const LONDON = `BEGIN:VTIMEZONE
TZID:${ZONE}
BEGIN:DAYLIGHT
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;

/** More starts than any rule of the bench has before its window ends. */
const MOST_STARTS = 100_000;

/** An instant as rrule.js writes it: the machine's wall clock in the fields of UTC. */
function asWall(instant) {
  const there = new Date(instant);
  return new Date(instant - there.getTimezoneOffset() * 60_000);
}

/** The inverse, as its documentation does with Luxon. */
const asInstant = (date) =>
  new Date(
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ).getTime();

export const engines = [
  {
    id: 'kith',
    name: 'Kith',
    use: '`occurrences`, without those that are cancelled',
    read: (rules) =>
      rules.map(({ start, minutes, rule, exceptDates }) => ({
        start,
        durationMinutes: minutes,
        timeZone: ZONE,
        rule: parseRule(rule),
        exceptDates,
        attendance: 'in-person',
        access: [],
      })),
    starts(meeting, from, to) {
      const found = [];
      // It gives what overlaps the window; the others give what begins in it.
      for (const { start, status } of occurrences(meeting, from, to, ZONE))
        if (start >= from && status !== 'cancelled') found.push(start);
      return found;
    },
  },
  {
    id: 'rrule-temporal',
    name: 'rrule-temporal',
    version: versionOf('rrule-temporal'),
    use: '`between` of one `RRuleTemporal` a rule, from DTSTART, RRULE and EXDATE with TZID',
    read: (rules) => rules.map((rule) => new RRuleTemporal({ rruleString: lines(rule).join('\n') })),
    starts: (rule, from, to) =>
      rule.between(new Date(from), new Date(to - 1), true).map(({ epochMilliseconds }) => epochMilliseconds),
  },
  {
    id: 'ical.js',
    name: 'ical.js',
    version: versionOf('ical.js'),
    use: '`Event.iterator()` of one VEVENT a rule, in one calendar with a VTIMEZONE; it can only be walked from the first start',
    read(rules) {
      const events = rules.map(
        (rule, index) => `BEGIN:VEVENT\nUID:${index}\n${lines(rule).join('\n')}\nEND:VEVENT`,
      );
      const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', LONDON, ...events, 'END:VCALENDAR'].join('\n');
      const calendar = new ICAL.Component(ICAL.parse(text.replaceAll('\n', '\r\n')));
      return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    },
    starts(event, from, to) {
      const found = [];
      const steps = event.iterator();
      for (let step = 0; step < MOST_STARTS; step += 1) {
        const next = steps.next();
        if (!next) break;
        const instant = next.toUnixTime() * 1000;
        if (instant >= to) break;
        if (instant >= from) found.push(instant);
      }
      return found;
    },
  },
  {
    id: 'rrule',
    name: 'rrule.js',
    version: versionOf('rrule'),
    use: '`between` of what `rrulestr` reads with TZID, unseen before, so that its cache does not answer; its dates are wall clocks of the machine and are made instants as its documentation does',
    read: (rules) => rules.map((rule) => rrule.rrulestr(lines(rule).join('\n'))),
    starts: (rule, from, to) => rule.between(asWall(from), asWall(to - 1), true).map(asInstant),
  },
];
