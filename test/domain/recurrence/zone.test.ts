import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { formatLocalDateTime, parseLocalDateTime } from '../../../src/domain/recurrence/plain-day.js';
import {
  isTimeZone,
  localTime,
  toInstant,
  toWall,
  type Zone,
  zoneNamed,
} from '../../../src/domain/recurrence/zone.js';

function zone(name: string): Zone {
  const known = zoneNamed(name);
  if (!known) throw new Error(`${name} is unknown here`);
  return known;
}

const instantOf = (local: string, name: string) =>
  toInstant(parseLocalDateTime(local) ?? Number.NaN, zone(name));
const utcOf = (local: string, name: string) => new Date(instantOf(local, name)).toISOString().slice(0, 16);

describe('time zones', () => {
  describe('a wall clock becomes an instant', () => {
    for (const [name, local, expected, why] of [
      ['Europe/London', '2026-01-15T19:00', '2026-01-15T19:00', 'winter'],
      ['Europe/London', '2026-07-15T19:00', '2026-07-15T18:00', 'summer'],
      ['Europe/London', '2026-03-29T00:59', '2026-03-29T00:59', 'last minute before the gap'],
      ['Europe/London', '2026-03-29T01:00', '2026-03-29T01:00', 'first minute of the gap becomes 02:00'],
      ['Europe/London', '2026-03-29T01:30', '2026-03-29T01:30', 'in the gap becomes 02:30'],
      ['Europe/London', '2026-03-29T02:00', '2026-03-29T01:00', 'first minute after the gap'],
      ['Europe/London', '2026-10-25T00:59', '2026-10-24T23:59', 'last minute before the overlap'],
      ['Europe/London', '2026-10-25T01:00', '2026-10-25T00:00', 'overlap takes the first'],
      ['Europe/London', '2026-10-25T01:59', '2026-10-25T00:59', 'overlap takes the first to its end'],
      ['Europe/London', '2026-10-25T02:00', '2026-10-25T02:00', 'after the overlap'],
      ['America/New_York', '2007-03-11T02:30', '2007-03-11T07:30', "the RFC's own gap: 3:30 EDT"],
      ['America/New_York', '2007-11-04T01:30', '2007-11-04T05:30', "the RFC's own overlap: 1:30 EDT"],
      ['America/New_York', '2026-03-08T03:00', '2026-03-08T07:00', 'after the gap'],
      ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45', 'half-hour gap: 02:45'],
      ['Australia/Lord_Howe', '2026-10-04T02:30', '2026-10-03T15:30', 'after the half-hour gap'],
      ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45', 'half-hour overlap takes the first'],
      ['Australia/Lord_Howe', '2026-04-05T02:00', '2026-04-04T15:30', 'after the half-hour overlap'],
      ['America/Asuncion', '2022-10-02T00:00', '2022-10-02T04:00', 'a gap at midnight: 01:00'],
      ['America/Asuncion', '2022-10-02T00:30', '2022-10-02T04:30', 'in the gap after midnight: 01:30'],
      ['America/Asuncion', '2022-10-01T23:59', '2022-10-02T03:59', 'before the gap at midnight'],
      ['America/Asuncion', '2023-03-25T23:30', '2023-03-26T02:30', 'an overlap before midnight: the first'],
      ['Africa/Cairo', '2008-04-25T00:15', '2008-04-24T22:15', 'a gap at midnight: 01:15'],
      ['Africa/Cairo', '2008-04-25T01:00', '2008-04-24T22:00', 'after the gap at midnight'],
      ['Africa/Cairo', '2008-08-28T23:30', '2008-08-28T20:30', 'an overlap before midnight: the first'],
      ['Asia/Kathmandu', '2026-11-24T18:30', '2026-11-24T12:45', 'three quarters of an hour'],
      ['Pacific/Auckland', '2026-09-27T02:30', '2026-09-26T14:30', 'gap: 03:30'],
      ['Pacific/Auckland', '2026-04-05T02:30', '2026-04-04T13:30', 'overlap: the first'],
      ['Pacific/Auckland', '2026-12-24T19:00', '2026-12-24T06:00', 'summer in the south'],
      ['Pacific/Apia', '2011-12-30T10:00', '2011-12-30T20:00', 'a whole day left out'],
      ['Pacific/Apia', '2011-12-31T05:00', '2011-12-30T15:00', 'after the day left out'],
      ['Etc/UTC', '2026-11-24T18:30', '2026-11-24T18:30', 'no offset'],
    ] as const) {
      it(`${name} ${local}: ${why}`, () => {
        expect(utcOf(local, name)).to.equal(expected);
      });
    }
  });

  it('says what clocks show, midnight as 00:00', () => {
    expect(localTime(Date.UTC(2026, 0, 1), 'Etc/UTC')).to.equal('2026-01-01T00:00');
    expect(localTime(Date.UTC(2026, 6, 31, 23), 'Europe/London')).to.equal('2026-08-01T00:00');
    expect(localTime(Date.UTC(2026, 6, 31, 23), 'no such zone')).to.equal('2026-07-31T23:00');
  });

  it('knows real zones and refuses everything else', () => {
    for (const name of ['Europe/London', 'Asia/Kathmandu', 'Etc/UTC', 'UTC'])
      expect(isTimeZone(name), name).to.equal(true);
    for (const name of [
      '',
      'Leeds',
      'GMT Standard Time',
      '+01:00',
      '-0500',
      'Europe/London ',
      '__proto__',
      'x'.repeat(9999),
    ]) {
      expect(isTimeZone(name), name.slice(0, 20)).to.equal(false);
    }
  });

  it('agrees with Intl at any instant of any zone, shifts included', () => {
    const names = [
      'Europe/London',
      'America/New_York',
      'Australia/Lord_Howe',
      'America/Asuncion',
      'Africa/Cairo',
      'Africa/Casablanca',
      'Asia/Kathmandu',
      'Asia/Gaza',
      'Pacific/Auckland',
      'Pacific/Apia',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.integer({ min: 0, max: 2_145_916_800 }), (name, seconds) => {
        const instant = seconds * 1000;
        const parts = new Map(
          new Intl.DateTimeFormat('en-US', {
            timeZone: name,
            hourCycle: 'h23',
            year: 'numeric',
            month: '2-digit',
            day: '2-digit',
            hour: '2-digit',
            minute: '2-digit',
          })
            .formatToParts(instant)
            .map(({ type, value }) => [type, value]),
        );
        const shown = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}T${parts.get('hour')}:${parts.get('minute')}`;
        expect(formatLocalDateTime(toWall(instant, zone(name)))).to.equal(shown);
      }),
      { numRuns: 500 },
    );
  });

  it('comes back to the same wall clock, or later by a gap, never earlier', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'Europe/London',
          'Australia/Lord_Howe',
          'America/Asuncion',
          'Africa/Cairo',
          'Pacific/Auckland',
        ),
        fc.integer({ min: 0, max: 40 * 366 * 48 }),
        (name, halfHours) => {
          const wall = halfHours * 1_800_000;
          const later = toWall(toInstant(wall, zone(name)), zone(name)) - wall;
          expect([0, 1_800_000, 3_600_000]).to.include(later);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('stands at the ends of the calendar', () => {
    for (const local of ['0001-01-01T00:00', '9999-12-31T23:59']) {
      for (const name of ['Pacific/Kiritimati', 'America/New_York']) {
        expect(localTime(instantOf(local, name), name)).to.equal(local);
      }
    }
  });
});
