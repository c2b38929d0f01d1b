import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  asLocalDate,
  daysBetween,
  lastOf,
  monthOf,
  weekStart,
  weeksOf,
} from '../../src/domain/month.js';

/** A day by `Date`, which knows the same calendar but none of our arithmetic. */
const dated = (year: number, month: number, day: number): Date => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date;
};
const written = (date: Date): string => date.toISOString().slice(0, 10);

const aDay = fc
  .tuple(fc.integer({ min: 2, max: 9998 }), fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => dated(year, month, day));
const aFirstDay = fc.integer({ min: 0, max: 6 });

describe('days and months of a calendar', () => {
  it('count on over the ends of months and years, and over leap days', () => {
    expect(addDays('2028-02-28', 1)).to.equal('2028-02-29');
    expect(addDays('2100-02-28', 1)).to.equal('2100-03-01');
    expect(addDays('2026-12-31', 1)).to.equal('2027-01-01');
    expect(addDays('2026-03-01', -1)).to.equal('2026-02-28');
    expect(daysBetween('2026-12-31', '2027-03-01')).to.equal(60);
  });

  it('count as the calendar of the platform does', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -800, max: 800 }), (date, days) => {
        const moved = new Date(date);
        moved.setUTCDate(moved.getUTCDate() + days);
        if (moved.getUTCFullYear() < 1 || moved.getUTCFullYear() > 9999) return;
        expect(addDays(written(date), days)).to.equal(written(moved));
        expect(daysBetween(written(date), written(moved))).to.equal(days);
      }),
    );
  });

  it('keep the day of the month, or take the last that a month has', () => {
    expect(addMonths('2026-01-31', 1)).to.equal('2026-02-28');
    expect(addMonths('2028-01-31', 1)).to.equal('2028-02-29');
    expect(addMonths('2028-02-29', 12)).to.equal('2029-02-28');
    expect(addMonths('2026-01-15', -1)).to.equal('2025-12-15');
    expect(addMonths('2026-11-21', -11)).to.equal('2025-12-21');
    fc.assert(
      fc.property(aDay, fc.integer({ min: -300, max: 300 }), (date, months) => {
        const first = dated(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
        if (first.getUTCFullYear() < 1 || first.getUTCFullYear() > 9999) return;
        const last = dated(first.getUTCFullYear(), first.getUTCMonth() + 1, 0).getUTCDate();
        first.setUTCDate(Math.min(date.getUTCDate(), last));
        expect(addMonths(written(date), months)).to.equal(written(first));
      }),
    );
  });

  it('know the last day of each month', () => {
    expect(['2026-02', '2028-02', '2026-04', '2026-12', '9999-12', '0001-02'].map(lastOf)).to.deep.equal([
      '2026-02-28',
      '2028-02-29',
      '2026-04-30',
      '2026-12-31',
      '9999-12-31',
      '0001-02-28',
    ]);
  });

  it('stay within what four digits of a year can say', () => {
    expect(addDays('9999-12-31', 1)).to.equal('9999-12-31');
    expect(addDays('9999-12-01', 34)).to.equal('9999-12-31');
    expect(addDays('0001-01-01', -1)).to.equal('0001-01-01');
    expect(addMonths('9999-12-15', 1)).to.equal('9999-12-15');
    expect(addMonths('0001-01-15', -12)).to.equal('0001-01-15');
  });

  it('read a day however it is written, and nothing else', () => {
    expect(asLocalDate('2026-03-24')).to.equal('2026-03-24');
    expect(asLocalDate('20260324')).to.equal('2026-03-24');
    for (const text of ['', '2026-02-29', '2026-3-24', '2026-03', '2026-03-24T18:30', 'today', '0000-01-01'])
      expect(asLocalDate(text), text).to.equal(undefined);
  });
});

describe('the weeks of a month', () => {
  it('begin on the day that the place is used to', () => {
    const first = (firstDay: number) => weeksOf('2026-11', firstDay)[0];
    expect(first(0)?.[0]).to.equal('2026-10-26');
    expect(first(5)?.[0]).to.equal('2026-10-31');
    expect(first(6)).to.deep.equal([
      '2026-11-01',
      '2026-11-02',
      '2026-11-03',
      '2026-11-04',
      '2026-11-05',
      '2026-11-06',
      '2026-11-07',
    ]);
    expect([0, 1, 2, 3, 4, 5, 6].map((day) => weekStart('2026-11-21', day))).to.deep.equal([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-15',
    ]);
  });

  it('are four to six', () => {
    expect(weeksOf('2027-02', 0)).to.have.lengthOf(4);
    expect(weeksOf('2026-02', 0)).to.have.lengthOf(5);
    expect(weeksOf('2026-08', 0)).to.have.lengthOf(6);
  });

  it('hold every day once, in order, as a walk from day to day finds them', () => {
    fc.assert(
      fc.property(aDay, aFirstDay, (date, firstDay) => {
        const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
        const walk = dated(year, month, 1);
        while ((walk.getUTCDay() + 6) % 7 !== firstDay) walk.setUTCDate(walk.getUTCDate() - 1);
        const days: string[] = [];
        const last = dated(year, month + 1, 0);
        while (walk <= last || days.length % 7) {
          days.push(written(walk));
          walk.setUTCDate(walk.getUTCDate() + 1);
        }
        const weeks = weeksOf(monthOf(written(dated(year, month, 1))), firstDay);
        expect(weeks.flat()).to.deep.equal(days);
        for (const week of weeks) expect(week).to.have.lengthOf(7);
      }),
    );
  });

  it('hold the first and the last month of all', () => {
    for (const firstDay of [0, 1, 2, 3, 4, 5, 6]) {
      for (const month of ['0001-01', '9999-12']) {
        const days = new Set(weeksOf(month, firstDay).flat());
        expect(days.has(`${month}-01`) && days.has(`${month}-31`), `${month} from ${firstDay}`).to.equal(
          true,
        );
        for (const day of days) expect(day).to.match(/^\d{4}-\d\d-\d\d$/);
      }
    }
  });
});
