/** Makes the rules of the recurrence bench up: the same size is always the same rules, and fewer are the first of more. */
import { seeded } from './feeds.mjs';

export const ZONE = 'Europe/London';

/** Clocks there go forward on 29 March and back on 25 October. */
export const WINDOWS = {
  month: { name: 'March 2026', from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 31, 23) },
  year: { name: '2026', from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) },
};

const DAY_MS = 86_400_000;
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const two = (number) => String(number).padStart(2, '0');

/** What rules ask of a day, which is midnight in UTC of that day. */
const weekday = (day) => new Date(day).getUTCDay();
const date = (day) => new Date(day).getUTCDate();
const month = (day) => new Date(day).getUTCMonth() + 1;
const fromEnd = (day) =>
  date(day) - 1 - new Date(Date.UTC(new Date(day).getUTCFullYear(), month(day), 0)).getUTCDate();
/** Whether it is the nth (from the end below 0) of its weekday in its month. */
const nth = (day, number) =>
  (number > 0 ? Math.ceil(date(day) / 7) : -Math.ceil(-fromEnd(day) / 7)) === number;
const working = (day) => weekday(day) > 0 && weekday(day) < 6;

/**
 * A shape is a rule with the days that it may begin on. `every` is the days between two sessions where that is not
 * decided by the day alone, `often` about how many there are in ten years.
 */
const weekly = (random, interval, often) => {
  const day = Math.floor(random() * 7);
  const said = random() < 0.7 ? `;BYDAY=${DAYS[day]}` : '';
  return {
    text: `FREQ=WEEKLY${interval > 1 ? `;INTERVAL=${interval}` : ''}${said}`,
    fits: (one) => weekday(one) === day,
    every: 7 * interval,
    often,
  };
};

/** Parts of the whole and how to make one: as peer support groups meet. */
const EVERYDAY = [
  [0.55, 'weekly', (random) => weekly(random, 1, 520)],
  [
    0.1,
    'weekly on several days',
    (random) => {
      const first = Math.floor(random() * 7);
      const days = [...new Set([first, (first + 2) % 7, ...(random() < 0.4 ? [(first + 4) % 7] : [])])];
      return {
        text: `FREQ=WEEKLY;BYDAY=${days.map((day) => DAYS[day]).join()}`,
        fits: (one) => days.includes(weekday(one)),
        often: 520 * days.length,
      };
    },
  ],
  [0.15, 'fortnightly', (random) => weekly(random, 2, 260)],
  [
    0.15,
    'monthly on a weekday',
    (random) => {
      const day = Math.floor(random() * 7);
      const number = [1, 2, 3, 4, -1][Math.floor(random() * 5)];
      return {
        text: `FREQ=MONTHLY;BYDAY=${number}${DAYS[day]}`,
        fits: (one) => weekday(one) === day && nth(one, number),
        often: 120,
      };
    },
  ],
  [0.02, 'daily', () => ({ text: 'FREQ=DAILY', fits: () => true, often: 3650 })],
  [
    0.01,
    'yearly',
    (random) => {
      const [inMonth, on] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)];
      return { text: 'FREQ=YEARLY', fits: (one) => month(one) === inMonth && date(one) === on, often: 10 };
    },
  ],
  [
    0.01,
    'monthly on a date',
    (random) => {
      const on = 1 + Math.floor(random() * 28);
      return { text: `FREQ=MONTHLY;BYMONTHDAY=${on}`, fits: (one) => date(one) === on, often: 120 };
    },
  ],
  [0.01, 'every four weeks', (random) => weekly(random, 4, 130)],
];

const same = (name, text, fits, often, more) => [1, name, () => ({ text, fits, often, ...more })];

/** Each as often as the next: what calendars can say and people rarely do. */
const HARDER = [
  same(
    'last working day',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    (one) => {
      // Nothing but a weekend lies between it and the end of the month.
      const left = -fromEnd(one) - 1;
      return working(one) && (left === 0 || (weekday(one) === 5 && left <= 2));
    },
    120,
  ),
  same('last day of the month', 'FREQ=MONTHLY;BYMONTHDAY=-1', (one) => fromEnd(one) === -1, 120),
  same('the 31st', 'FREQ=MONTHLY;BYMONTHDAY=31', (one) => date(one) === 31, 70),
  same(
    'Friday the 13th',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    (one) => weekday(one) === 5 && date(one) === 13,
    17,
  ),
  same(
    'first and third Tuesday',
    'FREQ=MONTHLY;BYDAY=1TU,3TU',
    (one) => weekday(one) === 2 && (nth(one, 1) || nth(one, 3)),
    240,
  ),
  same(
    'every second month',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE',
    (one) => weekday(one) === 3 && nth(one, 2),
    60,
    { alone: true },
  ),
  same(
    'every third week, weeks from Sunday',
    'FREQ=WEEKLY;INTERVAL=3;WKST=SU;BYDAY=SU,TH',
    (one) => weekday(one) === 0,
    350,
    { alone: true },
  ),
  same('every tenth day', 'FREQ=DAILY;INTERVAL=10', () => true, 365, { every: 10 }),
  same('every day in two months', 'FREQ=DAILY;BYMONTH=3,10', (one) => [3, 10].includes(month(one)), 620),
  same(
    'last Sunday of March and October',
    'FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU',
    (one) => [3, 10].includes(month(one)) && weekday(one) === 0 && nth(one, -1),
    20,
  ),
  same(
    'Mother’s and Father’s day',
    'FREQ=YEARLY;BYMONTH=5,6;BYDAY=2SU',
    (one) => [5, 6].includes(month(one)) && weekday(one) === 0 && nth(one, 2),
    20,
  ),
  same(
    '29 February',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    (one) => month(one) === 2 && date(one) === 29,
    2,
  ),
  same(
    'day 100 of the year',
    'FREQ=YEARLY;BYYEARDAY=100',
    (one) => one === Date.UTC(new Date(one).getUTCFullYear(), 0, 100),
    10,
  ),
  same(
    'Monday of week 20',
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
    (one) => {
      const monday = new Date(one);
      // Week 1 is the one with 4 January.
      const first = Date.UTC(monday.getUTCFullYear(), 0, 4);
      return weekday(one) === 1 && one === first - ((weekday(first) + 6) % 7) * DAY_MS + 19 * 7 * DAY_MS;
    },
    10,
  ),
  same(
    'two starts a day',
    'FREQ=WEEKLY;BYDAY=MO,WE;BYHOUR=10,18;BYMINUTE=30',
    (one) => [1, 3].includes(weekday(one)),
    2080,
    { time: [10, 30] },
  ),
  same('in the hour that clocks leave out', 'FREQ=WEEKLY;BYDAY=SU', (one) => weekday(one) === 0, 520, {
    time: [1, 30],
  }),
];

const MIXES = { everyday: EVERYDAY, harder: HARDER };

/**
 * So many rules, each with its first start (`YYYY-MM-DDTHH:MM` in London), its length, the text of its RRULE and the starts
 * that are left out.
 */
export function rules(size, mix = 'everyday') {
  const random = seeded(mix === 'everyday' ? 5545 : 7529);
  const shapes = MIXES[mix];
  const whole = shapes.reduce((sum, [share]) => sum + share, 0);
  return Array.from({ length: size }, () => {
    let place = random() * whole;
    const [, shape, make] =
      shapes.find(([share]) => {
        place -= share;
        return place < 0;
      }) ?? shapes[0];
    const { text, fits, every, often, time, alone } = make(random);
    const [hour, minute] = time ?? [7 + Math.floor(random() * 14), [0, 0, 30, 15][Math.floor(random() * 4)]];
    const years = mix === 'everyday' ? 10 : 20;
    let first = Date.UTC(2025, 11, 31) - Math.floor(random() * years * 365) * DAY_MS;
    while (!fits(first)) first -= DAY_MS;

    const end = random();
    const last = new Date(Date.UTC(2025, 6, 1) + Math.floor(random() * 1000) * DAY_MS);
    const bound =
      end < 0.12
        ? `;UNTIL=${last.toISOString().slice(0, 10).replaceAll('-', '')}T235959Z`
        : end < 0.2
          ? `;COUNT=${1 + Math.ceil(random() * often * (years / 10))}`
          : '';
    const at = (day) => `${new Date(day).toISOString().slice(0, 10)}T${two(hour)}:${two(minute)}`;
    const exceptDates = [];
    // Of a rule that leaves periods out the day alone does not tell whether it is a session.
    if (random() < 0.12 && !alone)
      for (
        let day = Date.UTC(2026, Math.floor(random() * 12), 1), seen = 0;
        seen < 400 && exceptDates.length < 3;
        seen += 1, day += DAY_MS
      )
        if (fits(day) && (!every || (day - first) % (every * DAY_MS) === 0)) exceptDates.push(at(day));
    return {
      shape,
      start: at(first),
      minutes: [60, 60, 75, 90][Math.floor(random() * 4)],
      rule: text + bound,
      exceptDates,
    };
  });
}
