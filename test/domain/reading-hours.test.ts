import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { nextReading } from '../../src/domain/reading-hours.js';
import { toInstant, zoneNamed } from '../../src/domain/recurrence/zone.js';
import type { ReadingHours } from '../../src/domain/sealing/manifest.js';

const ZONES = ['UTC', 'Europe/London', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu'];

/** The instant at which clocks in that zone show this. */
function at(wall: string, timeZone: string): number {
  const zone = zoneNamed(timeZone);
  if (!zone) throw new Error(timeZone);
  return toInstant(Date.parse(`${wall}Z`), zone);
}

/** Tuesdays, an hour from seven on, and Fridays at ten without an end. */
const hoursIn = (timeZone: string, parts: Partial<ReadingHours> = {}): ReadingHours => ({
  timeZone,
  times: [
    { start: '2019-01-01T19:00', rule: 'FREQ=WEEKLY;BYDAY=TU', minutes: 90 },
    { start: '2019-01-04T10:00', rule: 'FREQ=WEEKLY;BYDAY=FR' },
  ],
  ...parts,
});

/** What is told, without the session behind it. */
function told(hours: ReadingHours, now: number) {
  const reading = nextReading(hours, now);
  if (!('session' in reading)) return reading;
  const { session, ...rest } = reading;
  expect(session.meeting.timeZone).to.equal(hours.timeZone);
  expect(session.start).to.equal(reading.kind === 'next' ? reading.start : session.start);
  return rest;
}

describe('when questions are read next', () => {
  for (const zone of ZONES) {
    it(`is the soonest of the times, on the clocks of ${zone}`, () => {
      const hours = hoursIn(zone);
      const tuesday = at('2020-03-03T19:00', zone);
      expect(told(hours, at('2020-03-02T12:00', zone))).to.deep.equal({
        kind: 'next',
        start: tuesday,
        local: '2020-03-03T19:00',
      });
      expect(told(hours, at('2020-03-04T12:00', zone))).to.deep.equal({
        kind: 'next',
        start: at('2020-03-06T10:00', zone),
        local: '2020-03-06T10:00',
      });
      expect(told(hours, tuesday - 1)).to.have.property('kind', 'next');
    });

    it(`is now, from the first minute to the last, in ${zone}`, () => {
      const hours = hoursIn(zone);
      const tuesday = at('2020-03-03T19:00', zone);
      const until = tuesday + 90 * 60_000;
      expect(told(hours, tuesday)).to.deep.equal({ kind: 'now', until });
      expect(told(hours, until - 1)).to.deep.equal({ kind: 'now', until });
      expect(told(hours, until)).to.have.property('kind', 'next');
      expect(told(hours, at('2020-03-06T10:30', zone))).to.deep.equal({ kind: 'now' });
    });

    it(`is nobody until a day, by the calendar of ${zone}`, () => {
      const hours = hoursIn(zone, { awayUntil: '2020-03-10' });
      const away = { kind: 'away', until: '2020-03-10' };
      expect(told(hours, at('2020-03-03T19:30', zone))).to.deep.equal(away);
      expect(told(hours, at('2020-03-10T00:00', zone) - 1)).to.deep.equal(away);
      expect(told(hours, at('2020-03-10T00:00', zone))).to.have.property('local', '2020-03-10T19:00');
    });
  }

  it('keeps to the clock on the wall when clocks are put forward or back', () => {
    const hours = hoursIn('Europe/London');
    for (const [now, local, utc] of [
      ['2020-03-25T00:00Z', '2020-03-27T10:00', '2020-03-27T10:00Z'],
      ['2020-03-30T00:00Z', '2020-03-31T19:00', '2020-03-31T18:00Z'],
      ['2020-10-24T00:00Z', '2020-10-27T19:00', '2020-10-27T19:00Z'],
    ] as const) {
      expect(told(hours, Date.parse(now))).to.deep.equal({ kind: 'next', start: Date.parse(utc), local });
    }
    const night = hoursIn('Europe/London', { times: [{ start: '2019-01-01T01:30', rule: 'FREQ=DAILY' }] });
    // 01:30 does not occur in that night: the engine says what the clocks show then.
    expect(told(night, Date.parse('2020-03-28T12:00Z'))).to.deep.equal({
      kind: 'next',
      start: Date.parse('2020-03-29T01:30Z'),
      local: '2020-03-29T02:30',
    });
  });

  it('ends with the last of those who read at the same time', () => {
    const times = [60, 120, 30].map((minutes) => ({
      start: '2020-01-01T12:00',
      rule: 'FREQ=DAILY',
      minutes,
    }));
    const now = Date.parse('2020-02-01T12:10Z');
    expect(told({ timeZone: 'UTC', times }, now)).to.deep.equal({
      kind: 'now',
      until: Date.parse('2020-02-01T14:00Z'),
    });
  });

  it('passes over what cannot be read', () => {
    const good = { start: '2020-01-01T12:00', rule: 'FREQ=DAILY' };
    const bad = [
      { start: '2020-01-01T12:00', rule: 'FREQ=HOURLY' },
      { start: '2020-01-01T12:00', rule: '' },
      { start: '2020-13-41T12:00', rule: 'FREQ=DAILY' },
      { start: '2020-01-01T12:00', rule: 'FREQ=DAILY;COUNT=2' },
    ];
    const now = Date.parse('2020-02-01T15:00Z');
    expect(told({ timeZone: 'UTC', times: bad }, now)).to.deep.equal({ kind: 'none' });
    expect(told({ timeZone: 'UTC', times: [...bad, good] }, now)).to.have.property(
      'local',
      '2020-02-02T12:00',
    );
    expect(told({ timeZone: 'UTC', times: [good], awayUntil: '2020-02-31' }, now)).to.have.property(
      'kind',
      'next',
    );
    expect(told({ timeZone: 'Mars/Olympus', times: [good] }, now)).to.deep.equal({ kind: 'none' });
    expect(told({ timeZone: 'Mars/Olympus', times: [good], awayUntil: '2020-03-01' }, now)).to.have.property(
      'kind',
      'away',
    );
    expect(told({ timeZone: 'UTC', times: [] }, now)).to.deep.equal({ kind: 'none' });
  });

  it('is never in the past and never throws, whatever the box says', () => {
    const rule = fc.oneof(
      fc.constantFrom(
        'FREQ=DAILY',
        'FREQ=WEEKLY;BYDAY=MO,TH',
        'FREQ=MONTHLY;BYDAY=-1SU',
        'FREQ=YEARLY',
        'FREQ=DAILY;COUNT=0',
        'X',
      ),
      fc.stringMatching(/^[A-Z0-9=;,+-]{1,60}$/),
    );
    const start = fc.oneof(
      fc.stringMatching(/^20[12]\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d$/),
      fc.constant('2020-02-30T99:99'),
    );
    const times = fc.array(fc.record({ start, rule, minutes: fc.integer({ min: 1, max: 1440 }) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES, 'Nowhere'),
        times,
        fc.integer({ min: 15e11, max: 19e11 }),
        (timeZone, all, now) => {
          const reading = nextReading({ timeZone, times: all }, now);
          if (reading.kind === 'next') expect(reading.start).to.be.above(now);
          if (reading.kind === 'now') {
            expect(reading.session.start).to.be.at.most(now);
            expect(reading.until).to.be.above(now);
          }
        },
      ),
    );
  });
});
