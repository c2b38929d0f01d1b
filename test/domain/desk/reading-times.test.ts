import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { ReadingTimes } from '../../../src/domain/desk/reading-times.js';
import { readingHours, readingTimes } from '../../../src/domain/desk/reading-times.js';
import { nextReading } from '../../../src/domain/reading-hours.js';
import { formatLocalDate } from '../../../src/domain/recurrence/plain-day.js';
import { WEEKDAYS } from '../../../src/domain/recurrence/rule.js';
import type { ReadingHours } from '../../../src/domain/sealing/manifest.js';
import { verifyManifest } from '../../../src/domain/sealing/manifest.js';
import { aBox } from '../sealing/a-box.js';

const TUESDAYS: ReadingTimes = {
  timeZone: 'Europe/London',
  days: ['TU'],
  time: '19:00',
  minutes: 60,
  from: '2026-11-23',
};

const hoursOf = (parts: Partial<ReadingTimes> = {}): ReadingHours => {
  const hours = readingHours({ ...TUESDAYS, ...parts });
  return hours ?? expect.fail('no hours came out');
};

describe('the hours when a group reads', () => {
  it('are written as one rule that begins with a reading', () => {
    expect(hoursOf()).to.deep.equal({
      timeZone: 'Europe/London',
      times: [{ start: '2026-11-24T19:00', rule: 'FREQ=WEEKLY;BYDAY=TU', minutes: 60 }],
    });
    const { minutes: _, ...open } = TUESDAYS;
    expect(
      readingHours({ ...open, days: ['TH', 'MO'], everyWeeks: 2, awayUntil: '2027-01-05' }),
    ).to.deep.equal({
      timeZone: 'Europe/London',
      times: [{ start: '2026-11-23T19:00', rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH' }],
      awayUntil: '2027-01-05',
    });
  });

  it('are what a manifest may sign and what a visitor is told', async () => {
    const box = await aBox();
    const signed = await box.signManifest({ hours: hoursOf({ everyWeeks: 2, days: ['TU', 'TH'] }) });
    const { hours } = await verifyManifest(signed, box);
    const next = nextReading(hours, Date.UTC(2026, 10, 21, 12));
    expect(next.kind === 'next' && next.local).to.equal('2026-11-24T19:00');
    const later = nextReading(hours, Date.UTC(2026, 10, 27, 12));
    expect(later.kind === 'next' && later.local).to.equal('2026-12-08T19:00');
  });

  it('come back into the form as they were said', () => {
    const form = fc.record(
      {
        timeZone: fc.constantFrom('Europe/London', 'America/Mexico_City', 'UTC'),
        days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
        time: fc
          .tuple(fc.nat(23), fc.nat(59))
          .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
        minutes: fc.integer({ min: 1, max: 1440 }),
        everyWeeks: fc.constant(2 as const),
        from: fc.integer({ min: 20_000, max: 40_000 }).map(formatLocalDate),
        awayUntil: fc.integer({ min: 20_000, max: 40_000 }).map(formatLocalDate),
      },
      { requiredKeys: ['timeZone', 'days', 'time', 'from'] },
    );
    fc.assert(
      fc.property(form, (times) => {
        const { from, ...said } = hoursOfAny(times);
        const { from: asked, ...wanted } = times;
        expect(said).to.deep.equal(wanted);
        // The first reading, within a week of the day that was asked for.
        expect(from >= asked).to.equal(true);
      }),
    );
  });

  it('that nobody said wholly are none', () => {
    for (const parts of [
      { days: [] },
      { time: '' },
      { time: '7:00' },
      { time: '24:00' },
      { time: '19:60' },
      { from: '' },
      { from: '2026-02-30' },
      { awayUntil: 'soon' },
      { timeZone: 'Nowhere/At_All' },
      { minutes: 0 },
      { minutes: 1441 },
      { minutes: 1.5 },
    ])
      expect(readingHours({ ...TUESDAYS, ...parts }), JSON.stringify(parts)).to.equal(undefined);
  });

  it('written by another program show in the form only if it can say all of them', () => {
    const hours = hoursOf();
    const [only] = hours.times;
    const withRule = (rule: string) =>
      readingTimes({ ...hours, times: [{ start: '2026-11-24T19:00', rule }] });
    expect(withRule('FREQ=WEEKLY')?.days).to.deep.equal(['TU']);
    expect(withRule('FREQ=WEEKLY;INTERVAL=1;BYDAY=SU,MO')?.days).to.deep.equal(['MO', 'SU']);
    expect(withRule('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU')?.everyWeeks).to.equal(2);
    for (const rule of [
      'FREQ=MONTHLY;BYDAY=1TU',
      'FREQ=DAILY',
      'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU',
      'FREQ=WEEKLY;BYDAY=TU;COUNT=4',
      'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270101',
      'FREQ=WEEKLY;BYDAY=TU;BYHOUR=9,19',
      'FREQ=WEEKLY;BYMONTH=1',
      'NONSENSE',
      '',
    ])
      expect(withRule(rule), rule).to.equal(undefined);
    expect(readingTimes({ ...hours, times: [] })).to.equal(undefined);
    expect(readingTimes({ ...hours, times: only ? [only, only] : [] })).to.equal(undefined);
    for (const start of ['2026-11-24', '2026-02-30T19:00', '2026-11-24T19:00:30', 'soon'])
      expect(readingTimes({ ...hours, times: [{ start, rule: 'FREQ=WEEKLY;BYDAY=TU' }] }), start).to.equal(
        undefined,
      );
  });
});

function hoursOfAny(times: ReadingTimes): ReadingTimes {
  const hours = readingHours(times) ?? expect.fail('no hours came out');
  return readingTimes(hours) ?? expect.fail('they did not come back');
}
