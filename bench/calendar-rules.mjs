/**
 * Makes the groups of the calendar bench up, each with one rule that repeats: the same size is always the same groups, and fewer
 * are the first of more. Each calendar gets them in the form that its own documentation asks for; the forms are made here or in
 * the page of its peer.
 */
import { FIRST, SECOND, seeded } from './feeds.mjs';

export const ZONE = 'Europe/London';
/** The month that is shown, in which the clocks go forward, and the day that is taken for today. */
export const TODAY = '2026-03-10';
export const MONTH = { name: 'March 2026', next: 'April 2026' };
/** What may be seen of that month and the next: whole weeks around both. */
export const SEEN = { from: Date.UTC(2026, 1, 21), to: Date.UTC(2026, 4, 11) };

const DAY_MS = 86_400_000;
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const HOUSES = ['Library', 'Community Centre', 'Methodist Church', 'Health Centre', 'Village Hall'];
const two = (number) => String(number).padStart(2, '0');
const dayOf = (date) => new Date(date).toISOString().slice(0, 10);
const shifted = (start, days, hours) =>
  new Date(Date.parse(`${start}Z`) + days * DAY_MS + hours * 3_600_000).toISOString().slice(0, 16);
const basic = (start) => `${start.replace(/[-:]/g, '')}00`;

/** Whether a day is the nth (from the end below 0) of its weekday in its month. */
function isNth(day, nth) {
  const date = new Date(day);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const place = nth > 0 ? Math.ceil(date.getUTCDate() / 7) : -Math.ceil((last - date.getUTCDate() + 1) / 7);
  return place === nth;
}

/** A rule as text with the days that it falls on: `first` is the day of the first session. */
function shapeOf(random) {
  const weekday = Math.floor(random() * 7);
  const on = (day) => new Date(day).getUTCDay() === weekday;
  const kind = random();
  if (kind < 0.8) {
    const interval = kind < 0.65 ? 1 : 2;
    const every = 7 * interval * DAY_MS;
    return {
      rule: `FREQ=WEEKLY;${interval > 1 ? `INTERVAL=${interval};` : ''}BYDAY=${DAYS[weekday]}`,
      fits: on,
      falls: (day, first) => (day - first) % every === 0,
    };
  }
  const nth = [1, 2, 3, 4, -1][Math.floor(random() * 5)];
  const fits = (day) => on(day) && isNth(day, nth);
  return { rule: `FREQ=MONTHLY;BYDAY=${nth}${DAYS[weekday]}`, fits, falls: fits };
}

function group(number, random) {
  const name = `${FIRST[Math.floor(random() * FIRST.length)]} ${SECOND[Math.floor(random() * SECOND.length)]} ${number}`;
  const { rule, fits, falls } = shapeOf(random);
  const [hour, minute] = [9 + Math.floor(random() * 12), [0, 0, 30, 15][Math.floor(random() * 4)]];
  let first = Date.UTC(2026, 0, 31) - Math.floor(random() * 730) * DAY_MS;
  while (!fits(first)) first -= DAY_MS;
  const at = (day) => `${dayOf(day)}T${two(hour)}:${two(minute)}`;

  const sessions = [];
  for (let day = SEEN.from; day < SEEN.to; day += DAY_MS) if (falls(day, first)) sessions.push(at(day));
  const place = () => sessions.splice(Math.floor(random() * sessions.length), 1);
  const exceptDates = random() < 0.15 ? place() : [];
  const cancelled = random() < 0.1 ? place() : [];
  const moved = random() < 0.1 ? place().map((from) => ({ from, to: shifted(from, 1, 1) })) : [];
  return {
    number,
    name,
    url: `/groups/${number}`,
    place: HOUSES[Math.floor(random() * HOUSES.length)],
    start: at(first),
    minutes: [60, 60, 75, 90][Math.floor(random() * 4)],
    rule,
    exceptDates,
    cancelled,
    moved,
    /** What takes place as the rule has it, as far as it may be seen. */
    sessions,
  };
}

/** So many groups. */
export function calendarGroups(size) {
  const random = seeded(5546);
  return Array.from({ length: size }, (_, index) => group(index + 1, random));
}

const planted = (number, name, rest) => ({
  number,
  name: `${name} ${number}`,
  url: `/groups/${number}`,
  place: 'Library',
  minutes: 90,
  exceptDates: [],
  cancelled: [],
  moved: [],
  sessions: [],
  ...rest,
});

/**
 * A few groups of which it is known what a calendar of the month must say: one session is cancelled, one moved to another day and
 * hour, one meets every week on both sides of the day when the clocks change, and one just takes place.
 */
export const PLANTED = [
  planted(901, 'Lantern Circle', {
    start: '2025-11-18T18:30',
    rule: 'FREQ=MONTHLY;BYDAY=3TU',
    cancelled: ['2026-03-17T18:30'],
  }),
  planted(902, 'Harbour Table', {
    start: '2025-11-20T18:00',
    rule: 'FREQ=MONTHLY;BYDAY=3TH',
    moved: [{ from: '2026-03-19T18:00', to: '2026-03-20T19:15' }],
  }),
  planted(903, 'Quiet Voices', {
    start: '2025-11-03T19:45',
    rule: 'FREQ=WEEKLY;BYDAY=MO',
    sessions: [
      '2026-03-02T19:45',
      '2026-03-09T19:45',
      '2026-03-16T19:45',
      '2026-03-23T19:45',
      '2026-03-30T19:45',
    ],
  }),
  planted(904, 'Garden Path', {
    start: '2025-11-12T17:30',
    rule: 'FREQ=MONTHLY;BYDAY=2WE',
    sessions: ['2026-03-11T17:30'],
  }),
];

/** Hours as the planted sessions have them, and as people write them. */
export const PLANTED_TIMES = {
  cancelled: [18, 30],
  before: [18, 0],
  after: [19, 15],
  weekly: [19, 45],
  plain: [17, 30],
};

/** For calendars that know no rules: the sessions of both months, as a page's own code would have to work them out. */
export const expanded = (groups) =>
  groups.flatMap(({ sessions, moved, ...group }) =>
    [...sessions, ...moved.map(({ to }) => to)].map((start) => ({ ...group, start })),
  );

/** As a `Directory`, with the rules read. */
export const directory = (groups, parseRule) => ({
  groups: groups.map(({ number, name, url, place, start, minutes, rule, exceptDates, cancelled, moved }) => ({
    id: String(number),
    name,
    url: `https://groups.example${url}`,
    topics: [],
    audience: [],
    languages: [],
    meetings: [
      {
        start,
        durationMinutes: minutes,
        timeZone: ZONE,
        rule: parseRule(rule),
        exceptDates,
        changes: [
          ...cancelled.map((recurrenceId) => ({ recurrenceId, status: 'cancelled' })),
          ...moved.map(({ from, to }) => ({ recurrenceId: from, status: 'moved', start: to })),
        ],
        attendance: 'in-person',
        venue: { name: place, country: 'GB' },
        access: [],
      },
    ],
  })),
});

const LONDON = `BEGIN:VTIMEZONE
TZID:${ZONE}
BEGIN:DAYLIGHT
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
DTSTART:19700329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
DTSTART:19701025T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;

/** As an iCalendar file, where a cancelled or moved session stands beside its series. */
export function icalendar(groups) {
  const event = ({ number, name, place }, start, minutes, lines) => `BEGIN:VEVENT
UID:${number}@groups.example
DTSTAMP:20260301T090000Z
SUMMARY:${name}
LOCATION:${place}
DTSTART;TZID=${ZONE}:${basic(start)}
DTEND;TZID=${ZONE}:${basic(shifted(start, 0, minutes / 60))}
${lines.join('\n')}
END:VEVENT`;
  const changed = (original) => `RECURRENCE-ID;TZID=${ZONE}:${basic(original)}`;
  const events = groups.flatMap((group) => {
    const { start, minutes, rule, exceptDates, cancelled, moved } = group;
    const left = exceptDates.map((one) => `EXDATE;TZID=${ZONE}:${basic(one)}`);
    return [
      event(group, start, minutes, [`RRULE:${rule}`, ...left]),
      ...cancelled.map((one) => event(group, one, minutes, [changed(one), 'STATUS:CANCELLED'])),
      ...moved.map(({ from, to }) => event(group, to, minutes, [changed(from), 'SEQUENCE:1'])),
    ];
  });
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kith//Bench//EN',
    LONDON,
    ...events,
    'END:VCALENDAR',
    '',
  ]
    .join('\n')
    .replaceAll('\n', '\r\n');
}
