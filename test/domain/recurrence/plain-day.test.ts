import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  civil,
  DAY_MS,
  dayNumber,
  dayOf,
  daysInMonth,
  formatLocalDate,
  formatLocalDateTime,
  LAST_DAY,
  parseLocalDate,
  parseLocalDateTime,
  parseWritten,
  weekdayOf,
} from '../../../src/domain/recurrence/plain-day.js';

describe('plain days', () => {
  it('number days as the engine of Date does, leap years and centuries included', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: LAST_DAY }), (dayNo) => {
        const date = new Date(dayNo * DAY_MS);
        const { year, month, day } = civil(dayNo);
        expect([year, month, day]).to.deep.equal([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ]);
        expect(dayNumber(year, month, day)).to.equal(dayNo);
        expect(weekdayOf(dayNo)).to.equal((date.getUTCDay() + 6) % 7);
        expect(formatLocalDate(dayNo)).to.equal(date.toISOString().slice(0, 10));
      }),
      { numRuns: 2000 },
    );
  });

  it('agree with every day from 1896 to 2104 in turn', () => {
    let dayNo = dayNumber(1896, 1, 1);
    for (let year = 1896; year <= 2104; year++) {
      for (let month = 1; month <= 12; month++) {
        for (let day = 1; day <= daysInMonth(year, month); day++, dayNo++) {
          if (dayNumber(year, month, day) !== dayNo) expect.fail(`${year}-${month}-${day}`);
        }
      }
    }
    expect(dayNo).to.equal(Date.UTC(2105, 0, 1) / DAY_MS);
  });

  it('know the lengths of February', () => {
    expect([1900, 2000, 2023, 2024, 2100].map((year) => daysInMonth(year, 2))).to.deep.equal([
      28, 29, 28, 29, 28,
    ]);
  });

  it('end with the year 9999', () => {
    expect(formatLocalDate(LAST_DAY)).to.equal('9999-12-31');
  });

  it('read what they write', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162 * 1440, max: LAST_DAY * 1440 }), (minutes) => {
        const wall = minutes * 60_000;
        expect(parseLocalDateTime(formatLocalDateTime(wall))).to.equal(wall);
        expect(parseLocalDate(formatLocalDate(dayOf(wall)))).to.equal(dayOf(wall));
      }),
    );
  });

  it('read basic, extended, UTC and date-only forms', () => {
    const wall = Date.UTC(2026, 10, 24, 18, 30);
    const midnight = Date.UTC(2026, 10, 24);
    expect(parseWritten('2026-11-24T18:30')).to.deep.equal({ wall, dateOnly: false, utc: false });
    expect(parseWritten('20261124T183000')).to.deep.equal({ wall, dateOnly: false, utc: false });
    expect(parseWritten('2026-11-24T18:30:05Z')).to.deep.equal({
      wall: wall + 5000,
      dateOnly: false,
      utc: true,
    });
    expect(parseWritten('20261124')).to.deep.equal({ wall: midnight, dateOnly: true, utc: false });
    expect(parseLocalDateTime('2026-11-24')).to.equal(undefined);
    expect(parseLocalDateTime('2026-11-24T18:30Z')).to.equal(undefined);
    expect(parseLocalDate('2026-11-24T18:30')).to.equal(undefined);
  });

  for (const text of [
    '',
    'Tuesday',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-31',
    '0000-01-01',
    '2026-11-24T24:00',
    '2026-11-24T18:60',
    '2026-11-24T18:30:61',
    '2026-11-24 18:30',
    '2026-11-24T',
    '2026-11-24T18:30+01:00',
    '24/11/2026',
    '2026-11-24T18:30\n',
  ]) {
    it(`do not read ${JSON.stringify(text)}`, () => {
      expect(parseWritten(text)).to.equal(undefined);
    });
  }
});
