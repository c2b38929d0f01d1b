import { expect } from '@open-wc/testing';
import type { Change } from '../../../src/domain/meeting.js';
import { occurrences } from '../../../src/domain/recurrence/occurrences.js';
import { aMeeting, between, LONDON, locals, said } from './a-meeting.js';

const weekly = { rule: 'FREQ=WEEKLY' };
const november = (parts: Parameters<typeof aMeeting>[0]) =>
  between(aMeeting({ ...weekly, ...parts }), '2026-11-01T00:00', '2026-12-01T00:00');

describe('extra dates', () => {
  it('join the rule, in order and once', () => {
    const extraDates = [
      '2026-11-12T10:00',
      '2026-11-10T18:30',
      '2026-11-12T10:00',
      '2026-11-05',
      '20261106T120000Z',
      'soon',
    ];
    expect(said(november({ rule: 'FREQ=WEEKLY;COUNT=2', extraDates }))).to.deep.equal([
      '2026-11-03T18:30 scheduled',
      '2026-11-05T18:30 scheduled',
      '2026-11-06T12:00 scheduled',
      '2026-11-10T18:30 scheduled',
      '2026-11-12T10:00 scheduled',
    ]);
  });

  it('add to a single start', () => {
    const meeting = aMeeting({ extraDates: ['2026-11-20T18:30', '2027-01-20T18:30'] });
    expect(locals(between(meeting, '2026-11-01T00:00', '2026-12-01T00:00'))).to.deep.equal([
      '2026-11-03T18:30',
      '2026-11-20T18:30',
    ]);
  });

  it('do not count into COUNT and outlive UNTIL', () => {
    const extraDates = ['2026-11-26T18:30'];
    expect(november({ rule: 'FREQ=WEEKLY;COUNT=2', extraDates })).to.have.length(3);
    expect(november({ rule: 'FREQ=WEEKLY;UNTIL=20261110', extraDates })).to.have.length(3);
  });
});

describe('excepted dates', () => {
  for (const [except, why] of [
    ['2026-11-10T18:30', 'by start'],
    ['20261110T183000', 'by start in basic form'],
    ['2026-11-10', 'by day'],
    ['2026-11-10T18:30:00Z', 'by instant'],
  ] as const) {
    it(`are said as cancelled, ${why}`, () => {
      const found = november({ exceptDates: [except] });
      expect(said(found)).to.deep.equal([
        '2026-11-03T18:30 scheduled',
        '2026-11-10T18:30 cancelled',
        '2026-11-17T18:30 scheduled',
        '2026-11-24T18:30 scheduled',
      ]);
      expect(found[1]).not.to.have.property('change');
    });
  }

  it('in UTC are read as instants in summer too', () => {
    const meeting = aMeeting({
      start: '2026-07-07T18:30',
      ...weekly,
      exceptDates: ['20260714T173000Z', '20260721T183000Z'],
    });
    expect(said(between(meeting, '2026-07-10T00:00', '2026-07-24T00:00'))).to.deep.equal([
      '2026-07-14T18:30 cancelled',
      '2026-07-21T18:30 scheduled',
    ]);
  });

  it('by day mean the day at the place, not the day in UTC', () => {
    const meeting = aMeeting({
      timeZone: 'Pacific/Auckland',
      start: '2026-11-03T09:00',
      ...weekly,
      exceptDates: ['2026-11-10'],
    });
    expect(said(between(meeting, '2026-11-09T00:00', '2026-11-12T00:00'))).to.deep.equal([
      '2026-11-10T09:00 cancelled',
    ]);
  });

  it('that hit no session say nothing', () => {
    expect(
      said(november({ exceptDates: ['2026-11-11', '2026-11-10T18:00', 'Christmas', ''] })),
    ).to.deep.equal(said(november({})));
  });

  it('count into COUNT and reach the first start', () => {
    expect(said(november({ rule: 'FREQ=WEEKLY;COUNT=2', exceptDates: ['2026-11-03'] }))).to.deep.equal([
      '2026-11-03T18:30 cancelled',
      '2026-11-10T18:30 scheduled',
    ]);
  });

  it('cancel a session inside a gap under its written time', () => {
    const meeting = aMeeting({ start: '2026-03-22T01:30', ...weekly, exceptDates: ['2026-03-29T01:30'] });
    expect(said(between(meeting, '2026-03-29T00:00', '2026-03-30T00:00'))).to.deep.equal([
      '2026-03-29T02:30 cancelled',
    ]);
  });
});

describe('changes', () => {
  const changed = (change: Change, parts: Parameters<typeof aMeeting>[0] = {}) =>
    november({ ...parts, changes: [change] });

  for (const recurrenceId of ['2026-11-10T18:30', '2026-11-10', '2026-11-10T18:30:00Z']) {
    it(`cancel the session ${recurrenceId}`, () => {
      const change: Change = { recurrenceId, status: 'cancelled', note: 'The room is flooded' };
      const found = changed(change);
      expect(said(found)).to.deep.equal([
        '2026-11-03T18:30 scheduled',
        '2026-11-10T18:30 cancelled',
        '2026-11-17T18:30 scheduled',
        '2026-11-24T18:30 scheduled',
      ]);
      expect(found[1]?.change).to.equal(change);
    });

    it(`move the session ${recurrenceId}, which then stands at its new start alone`, () => {
      const change: Change = {
        recurrenceId,
        status: 'moved',
        start: '2026-11-12T19:00',
        durationMinutes: 90,
      };
      const found = changed(change);
      expect(said(found)).to.deep.equal([
        '2026-11-03T18:30 scheduled',
        '2026-11-12T19:00 moved',
        '2026-11-17T18:30 scheduled',
        '2026-11-24T18:30 scheduled',
      ]);
      expect(found[1]).to.deep.include({ recurrenceId: '2026-11-10T18:30', change });
      expect((found[1]?.end ?? 0) - (found[1]?.start ?? 0)).to.equal(90 * 60_000);
    });
  }

  it('keep the time of a session that only changes its place', () => {
    const change: Change = { recurrenceId: '2026-11-10', status: 'changed', venue: { name: 'The library' } };
    expect(changed(change)[1]).to.deep.include({ local: '2026-11-10T18:30', status: 'changed', change });
  });

  it('sort a moved session into its new place', () => {
    const change: Change = { recurrenceId: '2026-11-10', status: 'moved', start: '2026-11-25T10:00' };
    expect(locals(changed(change))).to.deep.equal([
      '2026-11-03T18:30',
      '2026-11-17T18:30',
      '2026-11-24T18:30',
      '2026-11-25T10:00',
    ]);
  });

  it('bring a session into the window from far outside of it', () => {
    for (const recurrenceId of ['2027-03-02T18:30', '2027-03-02']) {
      expect(said(changed({ recurrenceId, status: 'moved', start: '2026-11-26T18:30' })).at(-1)).to.equal(
        '2026-11-26T18:30 moved',
      );
    }
  });

  it('take a session out of the window', () => {
    for (const recurrenceId of ['2026-11-10T18:30', '2026-11-10']) {
      expect(locals(changed({ recurrenceId, status: 'moved', start: '2026-12-26T18:30' }))).to.deep.equal([
        '2026-11-03T18:30',
        '2026-11-17T18:30',
        '2026-11-24T18:30',
      ]);
    }
  });

  it('find a session that was made longer and is on still', () => {
    const meeting = aMeeting({
      ...weekly,
      changes: [{ recurrenceId: '2026-11-10', status: 'changed', durationMinutes: 2 * 1440 }],
    });
    expect(locals(between(meeting, '2026-11-12T12:00', '2026-11-12T13:00'))).to.deep.equal([
      '2026-11-10T18:30',
    ]);
  });

  it('list a moved session even when the rule no longer has its old start', () => {
    for (const recurrenceId of ['2026-11-11T18:30', '2026-11-11']) {
      const found = changed({ recurrenceId, status: 'moved', start: '2026-11-12T19:00' });
      expect(said(found)).to.include('2026-11-12T19:00 moved');
      expect(found).to.have.length(5);
      expect(found.find(({ status }) => status === 'moved')?.recurrenceId).to.equal('2026-11-11T18:30');
    }
  });

  it('say nothing when they cancel or change what does not take place', () => {
    for (const status of ['cancelled', 'changed'] as const) {
      expect(said(changed({ recurrenceId: '2026-11-11', status }))).to.deep.equal(said(november({})));
    }
  });

  it('give way to an excepted date, but keep the reason of a cancellation', () => {
    const cancelled: Change = { recurrenceId: '2026-11-10', status: 'cancelled', note: 'Bank holiday' };
    expect(changed(cancelled, { exceptDates: ['2026-11-10'] })[1]).to.deep.include({
      status: 'cancelled',
      change: cancelled,
    });
    const moved: Change = { recurrenceId: '2026-11-10', status: 'moved', start: '2026-11-12T19:00' };
    const found = changed(moved, { exceptDates: ['2026-11-10'] });
    expect(said(found)[1]).to.equal('2026-11-10T18:30 cancelled');
    expect(found).to.have.length(4);
  });

  it('with a new start are moved, whatever they are called', () => {
    expect(
      said(changed({ recurrenceId: '2026-11-10', status: 'changed', start: '2026-11-10T19:00' }))[1],
    ).to.equal('2026-11-10T19:00 moved');
    expect(
      said(changed({ recurrenceId: '2026-11-10', status: 'changed', start: '2026-11-10T18:30' }))[1],
    ).to.equal('2026-11-10T18:30 changed');
  });

  it('that move to another room keep the time', () => {
    const change: Change = { recurrenceId: '2026-11-10', status: 'moved', venue: { name: 'Room 2' } };
    expect(said(changed(change))[1]).to.equal('2026-11-10T18:30 moved');
  });

  it('that move nobody knows where leave the old time cancelled', () => {
    expect(said(changed({ recurrenceId: '2026-11-10', status: 'moved' }))[1]).to.equal(
      '2026-11-10T18:30 cancelled',
    );
    expect(said(changed({ recurrenceId: '2026-11-10', status: 'moved', start: 'next week' }))[1]).to.equal(
      '2026-11-10T18:30 cancelled',
    );
  });

  it('of the same session: the last one holds', () => {
    const changes: Change[] = [
      { recurrenceId: '2026-11-10', status: 'moved', start: '2026-11-12T19:00' },
      { recurrenceId: '2026-11-10', status: 'cancelled' },
    ];
    expect(said(november({ changes }))[1]).to.equal('2026-11-10T18:30 cancelled');
  });

  it('by start go before changes by day', () => {
    const changes: Change[] = [
      { recurrenceId: '2026-11-10T18:30', status: 'changed', note: 'by start' },
      { recurrenceId: '2026-11-10', status: 'moved', start: '2026-11-12T19:00', note: 'by day' },
    ];
    expect(said(november({ changes }))).to.deep.equal([
      '2026-11-03T18:30 scheduled',
      '2026-11-10T18:30 changed',
      '2026-11-17T18:30 scheduled',
      '2026-11-24T18:30 scheduled',
    ]);
  });

  it('of an extra date are found by its day', () => {
    const found = november({
      rule: 'FREQ=WEEKLY;COUNT=1',
      extraDates: ['2026-11-12T10:00'],
      changes: [{ recurrenceId: '2026-11-12', status: 'moved', start: '2026-11-13T11:00' }],
    });
    expect(said(found)).to.deep.equal(['2026-11-03T18:30 scheduled', '2026-11-13T11:00 moved']);
    expect(found[1]?.recurrenceId).to.equal('2026-11-12T10:00');
  });

  it('with a session that cannot be read are passed over', () => {
    expect(
      said(changed({ recurrenceId: 'the second one', status: 'moved', start: '2026-11-12T19:00' })),
    ).to.deep.equal(said(november({})));
  });

  it('in their thousands are no trap', () => {
    const changes = Array.from(
      { length: 150_000 },
      (_, index): Change => ({
        recurrenceId: `${2000 + (index % 7000)}-11-10`,
        status: 'moved',
        start: '1990-01-01T10:00',
      }),
    );
    expect(occurrences(aMeeting({ ...weekly, changes }), 0, 2e12, LONDON)).to.have.length.above(100);
  });
});

describe('changes of this and every later session', () => {
  const from = (change: Omit<Change, 'range'>, parts: Parameters<typeof aMeeting>[0] = {}) =>
    november({ ...parts, changes: [...(parts.changes ?? []), { ...change, range: 'this-and-future' }] });
  const later: Omit<Change, 'range'> = {
    recurrenceId: '2026-11-10T18:30',
    status: 'moved',
    start: '2026-11-10T20:30',
    durationMinutes: 90,
  };

  for (const recurrenceId of ['2026-11-10T18:30', '2026-11-10', '20261110T183000Z']) {
    it(`move them all by as much, and are the new usual, from ${recurrenceId}`, () => {
      const found = from({ ...later, recurrenceId });
      expect(said(found)).to.deep.equal([
        '2026-11-03T18:30 scheduled',
        '2026-11-10T20:30 moved',
        '2026-11-17T20:30 scheduled',
        '2026-11-24T20:30 scheduled',
      ]);
      expect(found.map(({ start, end = 0 }) => (end - start) / 60_000)).to.deep.equal([60, 90, 90, 90]);
      expect(found.map((one) => one.recurrenceId.slice(11))).to.deep.equal([
        '18:30',
        '18:30',
        '18:30',
        '18:30',
      ]);
      expect(found[2]?.change?.durationMinutes).to.equal(90);
    });
  }

  it('keep the new wall clock when the clocks change', () => {
    const meeting = aMeeting({
      start: '2026-10-06T18:30',
      ...weekly,
      changes: [
        {
          recurrenceId: '2026-10-13T18:30',
          range: 'this-and-future',
          status: 'moved',
          start: '2026-10-14T09:00',
        },
      ],
    });
    expect(locals(between(meeting, '2026-10-01T00:00', '2026-11-06T00:00'))).to.deep.equal([
      '2026-10-06T18:30',
      '2026-10-14T09:00',
      '2026-10-21T09:00',
      '2026-10-28T09:00',
      '2026-11-04T09:00',
    ]);
  });

  it('move sessions into the window and out of it', () => {
    const change: Change = {
      recurrenceId: '2026-11-10T18:30',
      range: 'this-and-future',
      status: 'moved',
      start: '2026-12-20T18:30',
    };
    const meeting = aMeeting({ rule: 'FREQ=WEEKLY;COUNT=4', changes: [change] });
    expect(said(between(meeting, '2026-11-01T00:00', '2026-12-01T00:00'))).to.deep.equal([
      '2026-11-03T18:30 scheduled',
    ]);
    expect(said(between(meeting, '2027-01-01T00:00', '2027-02-01T00:00'))).to.deep.equal([
      '2027-01-03T18:30 scheduled',
    ]);
    const sooner = aMeeting({ ...weekly, changes: [{ ...change, start: '2026-10-20T18:30' }] });
    expect(locals(between(sooner, '2026-10-25T00:00', '2026-11-05T00:00'))).to.deep.equal([
      '2026-10-27T18:30',
      '2026-11-03T18:30',
      '2026-11-03T18:30',
    ]);
  });

  it('end a series', () => {
    expect(said(from({ recurrenceId: '2026-11-17', status: 'cancelled' }))).to.deep.equal([
      '2026-11-03T18:30 scheduled',
      '2026-11-10T18:30 scheduled',
      '2026-11-17T18:30 cancelled',
      '2026-11-24T18:30 cancelled',
    ]);
  });

  it('change the room for good', () => {
    const found = from({ recurrenceId: '2026-11-17T18:30', status: 'changed', venue: { name: 'Room 2' } });
    expect(said(found)).to.deep.equal([
      '2026-11-03T18:30 scheduled',
      '2026-11-10T18:30 scheduled',
      '2026-11-17T18:30 changed',
      '2026-11-24T18:30 scheduled',
    ]);
    expect(found.map(({ change }) => change?.venue?.name)).to.deep.equal([
      undefined,
      undefined,
      'Room 2',
      'Room 2',
    ]);
  });

  it('give way to a session of its own, to an excepted date and to a later range', () => {
    const changes: Change[] = [
      {
        recurrenceId: '2026-11-24T18:30',
        range: 'this-and-future',
        status: 'moved',
        start: '2026-11-24T10:00',
      },
      { recurrenceId: '2026-11-10T18:30', status: 'cancelled' },
    ];
    const first = { recurrenceId: '2026-11-03T18:30', status: 'moved', start: '2026-11-03T19:00' } as const;
    const meeting = aMeeting({
      ...weekly,
      exceptDates: ['2026-11-17'],
      changes: [...changes, { ...first, range: 'this-and-future' }],
    });
    expect(said(between(meeting, '2026-11-01T00:00', '2026-12-05T00:00'))).to.deep.equal([
      '2026-11-03T19:00 moved',
      '2026-11-10T18:30 cancelled',
      '2026-11-17T18:30 cancelled',
      '2026-11-24T10:00 moved',
      '2026-12-01T10:00 scheduled',
    ]);
  });

  it('reach extra dates too, and nothing that cannot be read', () => {
    expect(said(from(later, { rule: 'FREQ=WEEKLY;COUNT=1', extraDates: ['2026-11-12T10:00'] }))).to.include(
      '2026-11-12T12:00 scheduled',
    );
    expect(said(from({ ...later, recurrenceId: 'spring' }))).to.deep.equal(said(november({})));
    expect(said(from({ ...later, start: 'later' })).slice(1)).to.deep.equal([
      '2026-11-10T18:30 cancelled',
      '2026-11-17T18:30 cancelled',
      '2026-11-24T18:30 cancelled',
    ]);
  });
});
