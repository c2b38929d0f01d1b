import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Meeting } from '../../../src/domain/meeting.js';
import { nextOccurrence, occurrences } from '../../../src/domain/recurrence/occurrences.js';
import { parseRule, type Rule, WEEKDAYS } from '../../../src/domain/recurrence/rule.js';
import { aMeeting } from './a-meeting.js';

const DAY = 86_400_000;
const HORIZON = 3 * 366;

/** A day as the oracle sees it: everything comes from `Date` in UTC, nothing from the engine. */
const date = (day: number) => {
  const when = new Date(day * DAY);
  return {
    month: when.getUTCMonth() + 1,
    date: when.getUTCDate(),
    // Day 0 of the next month is the last of this one.
    length: new Date(Date.UTC(when.getUTCFullYear(), when.getUTCMonth() + 1, 0)).getUTCDate(),
    weekday: (when.getUTCDay() + 6) % 7,
    months: when.getUTCFullYear() * 12 + when.getUTCMonth(),
    year: when.getUTCFullYear(),
  };
};

/** Walks every day from the start, one by one, and asks of each whether RFC 5545 has it. */
function bruteForce(rule: Rule, start: number, days: number): number[] {
  const first = date(start);
  const weekOf = (day: number) => {
    let monday = day;
    while (WEEKDAYS[date(monday).weekday] !== (rule.weekStart ?? 'MO')) monday--;
    return monday / 7;
  };
  const period = (day: number) => {
    if (rule.frequency === 'DAILY') return day - start;
    if (rule.frequency === 'WEEKLY') return Math.round(weekOf(day) - weekOf(start));
    return rule.frequency === 'MONTHLY' ? date(day).months - first.months : date(day).year - first.year;
  };
  const bare = !rule.byDay && !rule.byMonthDay;
  const onMonthDay = (that: ReturnType<typeof date>) =>
    !rule.byMonthDay || rule.byMonthDay.some((d) => d === that.date || that.length + 1 + d === that.date);
  const onceAYear = rule.frequency === 'YEARLY' && rule.byMonthDay && !rule.byDay && !rule.byMonth;
  const has = (day: number) => {
    const that = date(day);
    if (onceAYear && onMonthDay(first) && that.month !== first.month) return false;
    if (period(day) % (rule.interval ?? 1) !== 0) return false;
    if (rule.byMonth && !rule.byMonth.includes(that.month)) return false;
    if (!onMonthDay(that)) return false;
    if (rule.byDay) {
      const inYear = rule.frequency === 'YEARLY' && !rule.byMonth;
      const same = (other: number) =>
        inYear ? date(other).year === that.year : date(other).months === that.months;
      let nth = 1;
      for (let other = day - 7; same(other); other -= 7) nth++;
      let last = -1;
      for (let other = day + 7; same(other); other += 7) last--;
      const found = rule.byDay.some(
        (entry) =>
          entry.weekday === WEEKDAYS[that.weekday] &&
          (entry.nth === undefined || entry.nth === nth || entry.nth === last),
      );
      if (!found) return false;
    }
    if (!bare) return true;
    if (rule.frequency === 'WEEKLY') return that.weekday === first.weekday;
    if (rule.frequency === 'MONTHLY') return that.date === first.date;
    if (rule.frequency === 'YEARLY')
      return that.date === first.date && (rule.byMonth !== undefined || that.month === first.month);
    return true;
  };

  // Whole periods, also the part before the start: BYSETPOS counts in them.
  const sets = new Map<number, number[]>();
  for (let day = start - 366; day < start + days + 366; day++) {
    if (!has(day)) continue;
    const set = sets.get(period(day)) ?? [];
    set.push(day);
    sets.set(period(day), set);
  }
  const until =
    rule.until === undefined ? Number.POSITIVE_INFINITY : Date.parse(rule.until.slice(0, 10)) / DAY;
  return [...sets.values()]
    .flatMap((set) =>
      rule.bySetPos
        ? set.filter((_, i) => rule.bySetPos?.includes(i + 1) || rule.bySetPos?.includes(i - set.length))
        : set,
    )
    .filter((day) => day >= start)
    .slice(0, rule.count)
    .filter((day) => day < start + days && day <= until);
}

const startDay = fc.integer({ min: Date.UTC(1996, 0, 1) / DAY, max: Date.UTC(2032, 0, 1) / DAY });
const weekday = fc.constantFrom(...WEEKDAYS);
const some = <T>(item: fc.Arbitrary<T>, maxLength = 3) => fc.array(item, { minLength: 1, maxLength });
const not0 = (most: number) => fc.integer({ min: -most, max: most }).filter((value) => value !== 0);
const plainDays = some(fc.record({ weekday }));
const ordinals = some(fc.oneof(fc.record({ weekday }), fc.record({ weekday, nth: not0(5) })));
const months = some(fc.integer({ min: 1, max: 12 }));
const monthDays = some(not0(31));
const common = {
  interval: fc.integer({ min: 1, max: 5 }),
  count: fc.integer({ min: 1, max: 80 }),
  untilAfter: fc.integer({ min: 0, max: HORIZON }),
  weekStart: weekday,
  byMonth: months,
  bySetPos: some(not0(6), 2),
};
const drafts = fc.oneof(
  fc.record(
    { frequency: fc.constant('DAILY' as const), byDay: plainDays, byMonthDay: monthDays, ...common },
    { requiredKeys: ['frequency'] },
  ),
  fc.record(
    { frequency: fc.constant('WEEKLY' as const), byDay: plainDays, ...common },
    { requiredKeys: ['frequency'] },
  ),
  fc.record(
    { frequency: fc.constant('MONTHLY' as const), byDay: ordinals, byMonthDay: monthDays, ...common },
    { requiredKeys: ['frequency'] },
  ),
  fc.record(
    { frequency: fc.constant('YEARLY' as const), byDay: ordinals, byMonthDay: monthDays, ...common },
    { requiredKeys: ['frequency'] },
  ),
);
const isoDay = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

/** A rule that `checkRule` lets through, with its start. */
const ruleAndStart = fc
  .tuple(drafts, startDay)
  .map(([{ untilAfter, ...draft }, start]): { rule: Rule; start: number } => {
    const { count, bySetPos, ...rest } = draft;
    const picks = bySetPos && ('byDay' in rest || 'byMonthDay' in rest || 'byMonth' in rest);
    const end =
      count !== undefined ? { count } : untilAfter !== undefined ? { until: isoDay(start + untilAfter) } : {};
    return { rule: { ...rest, ...(picks ? { bySetPos } : {}), ...end }, start };
  });

const meetingOf = (rule: Rule, start: number, timeZone = 'Etc/UTC'): Meeting =>
  aMeeting({ rule, start: `${isoDay(start)}T18:30`, timeZone });

describe('any rule', () => {
  it('has just the days that a walk day by day finds', () => {
    fc.assert(
      fc.property(ruleAndStart, ({ rule, start }) => {
        const found = occurrences(meetingOf(rule, start), start * DAY, (start + HORIZON) * DAY, 'Etc/UTC');
        expect(found.map(({ local }) => local.slice(0, 10))).to.deep.equal(
          bruteForce(rule, start, HORIZON).map(isoDay),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('has the same days when it is asked for a part', () => {
    fc.assert(
      fc.property(
        ruleAndStart,
        fc.integer({ min: -40, max: 4000 }),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('Europe/London', 'Australia/Lord_Howe', 'America/Asuncion', 'Pacific/Auckland'),
        ({ rule, start }, offset, length, timeZone) => {
          const meeting = meetingOf(rule, start, timeZone);
          const from = (start + offset) * DAY;
          const to = from + length * DAY;
          const all = occurrences(meeting, (start - 60) * DAY, (start + 5000) * DAY, timeZone);
          const part = all.filter((one) => one.start < to && (one.end ?? 0) > from);
          expect(occurrences(meeting, from, to, timeZone)).to.deep.equal(part);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('comes next with the first of its occurrences that is not cancelled and not over', () => {
    fc.assert(
      fc.property(
        ruleAndStart,
        fc.integer({ min: -1000, max: 1000 }),
        some(fc.nat(60)),
        ({ rule, start }, hours, gone) => {
          const now = start * DAY + hours * 3_600_000;
          const meeting = {
            ...meetingOf(rule, start, 'Europe/London'),
            exceptDates: gone.map((day) => isoDay(start + day)),
          };
          const first = occurrences(meeting, now, now + 400 * DAY, 'Europe/London').find(
            ({ status }) => status !== 'cancelled',
          );
          expect(nextOccurrence(meeting, now, 'Europe/London')).to.deep.equal(first);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is sorted, without doubles, and every session has its minutes', () => {
    fc.assert(
      fc.property(ruleAndStart, ({ rule, start }) => {
        const found = occurrences(
          meetingOf(rule, start, 'Australia/Lord_Howe'),
          start * DAY,
          (start + 800) * DAY,
          'Etc/UTC',
        );
        found.forEach((one, index) => {
          expect(one.end).to.equal(one.start + 3_600_000);
          expect(one.start).to.be.above(found[index - 1]?.start ?? Number.NEGATIVE_INFINITY);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('never throws, whatever stands in a meeting', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('2026-11-10', '2026-11-10T18:30', '20261110T183000Z'));
    const change = fc.record(
      {
        recurrenceId: text,
        status: fc.constantFrom('cancelled' as const, 'moved' as const, 'changed' as const),
        start: text,
        durationMinutes: fc.double(),
      },
      { requiredKeys: ['recurrenceId', 'status'] },
    );
    fc.assert(
      fc.property(
        text,
        fc.double(),
        text,
        fc.array(text),
        fc.array(change),
        fc.double(),
        fc.double(),
        (start, durationMinutes, timeZone, dates, changes, from, to) => {
          const meeting = aMeeting({
            start,
            durationMinutes,
            timeZone,
            rule: parseRule('FREQ=MONTHLY;BYMONTHDAY=10'),
            extraDates: dates,
            exceptDates: dates,
            changes,
          });
          occurrences(meeting, from, to, timeZone);
          nextOccurrence(meeting, from, timeZone);
        },
      ),
      { numRuns: 500 },
    );
  });
});
