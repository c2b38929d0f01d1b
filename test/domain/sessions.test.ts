import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { displayed } from '../../src/domain/agenda.js';
import type { Group } from '../../src/domain/group.js';
import type { Change, Meeting } from '../../src/domain/meeting.js';
import { occurrences } from '../../src/domain/recurrence/occurrences.js';
import {
  byDay,
  changesAhead,
  excerptOf,
  isOn,
  isOnNow,
  isOver,
  nextOf,
  Programme,
  type Session,
  sessionNamed,
  sessionsOf,
} from '../../src/domain/sessions.js';
import { aGroup, aMeeting, DAY, HOUR, LONDON, NOW, noPause, weekly } from './small-groups.js';

const NEW_YORK = 'America/New_York';
const AUCKLAND = 'Pacific/Auckland';

const told = ({ date, time, away, occurrence }: Session): string =>
  `${date} ${time} ${away ? 'away' : occurrence.status}`;
const under = (meeting: Meeting, first: string, last = first, zone = LONDON): string[] =>
  sessionsOf([aGroup({ meetings: [meeting] })], first, last, zone)
    .map(told)
    .sort();

const moved = (recurrenceId: string, start: string, rest: Partial<Change> = {}): Change => ({
  recurrenceId,
  start,
  status: 'moved',
  ...rest,
});

describe('the sessions of a day', () => {
  it('stand under the day on which people come together, wherever the visitor is', () => {
    const late = weekly('TU', '23:30');
    for (const zone of [LONDON, NEW_YORK, AUCKLAND, 'Pacific/Kiritimati', 'Pacific/Niue'])
      expect(under(late, '2026-11-24', '2026-11-24', zone), zone).to.deep.equal([
        '2026-11-24 23:30 scheduled',
      ]);
  });

  it('stand online under the visitor’s own day', () => {
    const late = weekly('TU', '23:30', { attendance: 'online' });
    expect(under(late, '2026-11-23', '2026-11-25', NEW_YORK)).to.deep.equal(['2026-11-24 18:30 scheduled']);
    expect(under(late, '2026-11-23', '2026-11-25', AUCKLAND)).to.deep.equal(['2026-11-25 12:30 scheduled']);
    expect(under(late, '2026-11-30', '2026-12-01', 'Pacific/Kiritimati')).to.deep.equal([]);
    expect(under(late, '2026-12-02', '2026-12-02', 'Pacific/Kiritimati')).to.deep.equal([
      '2026-12-02 13:30 scheduled',
    ]);
  });

  it('stand as they are written where the listing names no zone', () => {
    const { timeZone: _, ...floating } = weekly('TU', '00:15');
    const strange = weekly('TU', '00:15', { timeZone: 'Nowhere/Atall', attendance: 'online' });
    for (const zone of [LONDON, NEW_YORK, AUCKLAND]) {
      for (const meeting of [floating, strange])
        expect(under(meeting, '2026-11-24', '2026-11-24', zone)).to.deep.equal([
          '2026-11-24 00:15 scheduled',
        ]);
    }
  });

  it('keep their hour when the clocks change', () => {
    const sunday = weekly('SU', '09:00', { start: '2026-03-01T09:00' });
    expect(under(sunday, '2026-03-22', '2026-04-05')).to.deep.equal([
      '2026-03-22 09:00 scheduled',
      '2026-03-29 09:00 scheduled',
      '2026-04-05 09:00 scheduled',
    ]);
    const online = weekly('SU', '09:00', { start: '2026-03-01T09:00', attendance: 'online' });
    // In New York the clocks change two weeks before those of London do.
    expect(
      under(online, '2026-03-01', '2026-04-05', NEW_YORK).map((text) => text.slice(5, 16)),
    ).to.deep.equal([
      '03-01 04:00',
      '03-08 05:00',
      '03-15 05:00',
      '03-22 05:00',
      '03-29 04:00',
      '04-05 04:00',
    ]);
  });

  it('say what is cancelled and what is left out', () => {
    const meeting = weekly('TU', '18:30', {
      exceptDates: ['2026-11-24'],
      changes: [{ recurrenceId: '2026-12-01T18:30', status: 'cancelled' }],
    });
    expect(under(meeting, '2026-11-24', '2026-12-08')).to.deep.equal([
      '2026-11-24 18:30 cancelled',
      '2026-12-01 18:30 cancelled',
      '2026-12-08 18:30 scheduled',
    ]);
  });

  it('stand under the day on which they begin alone', () => {
    const retreat = aMeeting({ start: '2026-11-20T18:00', durationMinutes: 44 * 60, timeZone: LONDON });
    expect(under(retreat, '2026-11-20', '2026-11-22')).to.deep.equal(['2026-11-20 18:00 scheduled']);
    expect(under(retreat, '2026-11-21', '2026-11-22')).to.deep.equal([]);
  });

  it('are none for a meeting that is only told in words', () => {
    expect(under(aMeeting({ text: 'Most Tuesdays' }), '2026-11-01', '2026-11-30')).to.deep.equal([]);
  });
});

describe('a moved session', () => {
  it('stands where it is now, and as gone where it was planned', () => {
    const meeting = weekly('TU', '18:30', { changes: [moved('2026-11-24', '2026-11-26T10:00')] });
    expect(under(meeting, '2026-11-22', '2026-11-29')).to.deep.equal([
      '2026-11-24 18:30 away',
      '2026-11-26 10:00 moved',
    ]);
    expect(under(meeting, '2026-11-24')).to.deep.equal(['2026-11-24 18:30 away']);
    expect(under(meeting, '2026-11-26')).to.deep.equal(['2026-11-26 10:00 moved']);
  });

  it('stands once where only the hour or the room is another', () => {
    const later = weekly('TU', '18:30', { changes: [moved('2026-11-24', '2026-11-24T20:00')] });
    expect(under(later, '2026-11-24')).to.deep.equal(['2026-11-24 20:00 moved']);
    const elsewhere = weekly('TU', '18:30', {
      changes: [{ recurrenceId: '2026-11-24', status: 'moved', venue: { name: 'Library' } }],
    });
    expect(under(elsewhere, '2026-11-24')).to.deep.equal(['2026-11-24 18:30 moved']);
  });

  it('is found under both days however far it was moved, ahead or back', () => {
    const far = weekly('TU', '18:30', {
      changes: [moved('2026-11-24T18:30', '2027-06-05T10:00'), moved('2027-09-07', '2026-11-25T10:00')],
    });
    expect(under(far, '2026-11-24')).to.deep.equal(['2026-11-24 18:30 away']);
    expect(under(far, '2027-06-05')).to.deep.equal(['2027-06-05 10:00 moved']);
    expect(under(far, '2026-11-25')).to.deep.equal(['2026-11-25 10:00 moved']);
    expect(under(far, '2027-09-07')).to.deep.equal(['2027-09-07 18:30 away']);
  });

  it('was online planned for the visitor’s day too', () => {
    const meeting = weekly('TU', '23:30', {
      attendance: 'online',
      changes: [moved('2026-11-24T23:30', '2026-11-27T12:00')],
    });
    expect(under(meeting, '2026-11-22', '2026-11-29', AUCKLAND)).to.deep.equal([
      '2026-11-25 12:30 away',
      '2026-11-28 01:00 moved',
    ]);
    // To an hour that is the same day where the visitor is.
    const near = weekly('TU', '23:30', {
      attendance: 'online',
      changes: [moved('2026-11-24T23:30', '2026-11-25T05:00')],
    });
    expect(under(near, '2026-11-22', '2026-11-29', AUCKLAND)).to.deep.equal(['2026-11-25 18:00 moved']);
  });

  it('is known by its original start in any form', () => {
    for (const id of ['2026-11-24', '2026-11-24T18:30', '20261124T183000', '2026-11-24T18:30:00Z']) {
      const meeting = weekly('TU', '18:30', { changes: [moved(id, '2026-12-31T10:00')] });
      expect(under(meeting, '2026-11-24'), id).to.deep.equal(['2026-11-24 18:30 away']);
    }
  });

  it('stands where it was moved to last', () => {
    const meeting = weekly('TU', '18:30', {
      changes: [moved('2026-11-24', '2026-11-25T18:30'), moved('2026-11-24', '2026-11-26T18:30')],
    });
    expect(under(meeting, '2026-11-23', '2026-11-28')).to.deep.equal([
      '2026-11-24 18:30 away',
      '2026-11-26 18:30 moved',
    ]);
  });

  it('is told once, and those that follow it are as usual on their new day', () => {
    const meeting = weekly('TU', '18:30', {
      changes: [moved('2026-11-24T18:30', '2026-11-26T19:00', { range: 'this-and-future' })],
    });
    expect(under(meeting, '2026-11-16', '2026-12-06')).to.deep.equal([
      '2026-11-17 18:30 scheduled',
      '2026-11-24 18:30 away',
      '2026-11-26 19:00 moved',
      '2026-12-03 19:00 scheduled',
    ]);
  });

  it('is not gone from a day on which it does not take place at all', () => {
    const meeting = weekly('TU', '18:30', {
      exceptDates: ['2026-11-24'],
      changes: [moved('2026-11-24', '2026-11-26T18:30')],
    });
    expect(under(meeting, '2026-11-23', '2026-11-28')).to.deep.equal(['2026-11-24 18:30 cancelled']);
  });
});

const aDay = fc.integer({ min: 0, max: 120 });
const dayAt = (day: number): string => new Date(Date.UTC(2026, 9, 1) + day * DAY).toISOString().slice(0, 10);
const anHour = fc.constantFrom('00:00', '00:30', '09:00', '18:30', '23:45');
const aZone = fc.constantFrom(LONDON, NEW_YORK, AUCKLAND, 'Asia/Kathmandu', 'UTC');
const aChange = fc.oneof(
  fc.record({
    recurrenceId: aDay.map(dayAt),
    status: fc.constantFrom('cancelled' as const, 'changed' as const),
  }),
  fc
    .tuple(aDay, fc.integer({ min: -60, max: 60 }), anHour)
    .map(([day, by, hour]) => moved(dayAt(day), `${dayAt(Math.max(0, day + by))}T${hour}`)),
);
const aSeries: fc.Arbitrary<Meeting> = fc
  .record({
    day: aDay,
    hour: anHour,
    timeZone: aZone,
    attendance: fc.constantFrom('in-person' as const, 'online' as const, 'hybrid' as const),
    interval: fc.integer({ min: 1, max: 9 }),
    durationMinutes: fc.constantFrom(undefined, 30, 90, 3000),
    changes: fc.array(aChange, { maxLength: 6 }),
    exceptDates: fc.array(aDay.map(dayAt), { maxLength: 3 }),
  })
  .map(({ day, hour, interval, durationMinutes, ...rest }) =>
    aMeeting({
      ...rest,
      start: `${dayAt(Math.floor(day / 2))}T${hour}`,
      rule: { frequency: 'DAILY', interval },
      ...(durationMinutes ? { durationMinutes } : {}),
    }),
  );
const someGroups = fc
  .array(fc.array(aSeries, { maxLength: 2 }), { maxLength: 4 })
  .map((all) => all.map((meetings, index) => aGroup({ id: `p${index}`, name: `P${index}`, meetings })));

/** Walks through every session of half a year and asks of each where it is shown. */
function bySight(groups: readonly Group[], first: string, last: string, zone: string): string[] {
  const found: string[] = [];
  for (const { id, meetings } of groups) {
    for (const meeting of meetings) {
      for (const one of occurrences(meeting, Date.UTC(2026, 5), Date.UTC(2027, 8), zone)) {
        const { date, time } = displayed(one, zone);
        if (date >= first && date <= last) found.push(`${id} ${date} ${time} ${one.status}`);
        if (one.status !== 'moved') continue;
        // The same session as if it had stayed: its rule alone.
        const { changes: _, exceptDates: __, ...plain } = meeting;
        const stayed = occurrences(plain, Date.UTC(2026, 5), Date.UTC(2027, 8), zone).find(
          ({ recurrenceId }) => recurrenceId === one.recurrenceId,
        );
        const was = stayed && displayed(stayed, zone);
        if (was && was.date !== date && was.date >= first && was.date <= last)
          found.push(`${id} ${was.date} ${was.time} away`);
      }
    }
  }
  return found.sort();
}
const seen = (sessions: readonly Session[]): string[] =>
  sessions.map((session) => `${session.group.id} ${told(session)}`).sort();

/** Of what a change names in vain nobody knows an original start by its rule. */
const follows = (groups: readonly Group[]): boolean =>
  groups.every(({ meetings }) =>
    meetings.every((meeting) => {
      const { changes = [], exceptDates: _, ...plain } = meeting;
      const days = new Set(
        occurrences(plain, Date.UTC(2026, 5), Date.UTC(2027, 8), 'UTC').map(({ recurrenceId }) =>
          recurrenceId.slice(0, 10),
        ),
      );
      return changes.every(({ recurrenceId, status }) => status !== 'moved' || days.has(recurrenceId));
    }),
  );

describe('any sessions', () => {
  it('stand under the days on which each of them is shown', () => {
    fc.assert(
      fc.property(someGroups, aDay, fc.integer({ min: 0, max: 40 }), aZone, (groups, day, days, zone) => {
        fc.pre(follows(groups));
        const [first, last] = [dayAt(day), dayAt(day + days)];
        expect(seen(sessionsOf(groups, first, last, zone))).to.deep.equal(bySight(groups, first, last, zone));
      }),
      { numRuns: 60 },
    );
  });

  it('are the same in a programme, whichever months were looked at before', async () => {
    await fc.assert(
      fc.asyncProperty(
        someGroups,
        fc.array(fc.tuple(aDay, fc.integer({ min: -3, max: 70 }), fc.boolean()), { maxLength: 4 }),
        aZone,
        async (groups, asked, zone) => {
          const programme = new Programme(groups, zone);
          for (const [day, days, prepared] of asked) {
            const [first, last] = [dayAt(day), dayAt(day + days)];
            if (prepared) await programme.prepare(first.slice(0, 7), noPause);
            const found = programme.between(first, last);
            expect(seen(found)).to.deep.equal(seen(sessionsOf(groups, first, last, zone)));
            const order = found.map(({ date, time, group }) => `${date} ${time} ${group.name}`);
            expect(order).to.deep.equal([...order].sort());
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a programme', () => {
  const groups = Array.from({ length: 250 }, (_, index) =>
    aGroup({ name: `${index}`, meetings: [weekly('TU', '18:30'), weekly('FR', '10:00')] }),
  );

  it('works out a month between pauses, and it is the same', async () => {
    let pauses = 0;
    const programme = new Programme(groups, LONDON);
    await programme.prepare('2026-11', () => {
      pauses++;
      return Promise.resolve();
    });
    expect(pauses).to.be.greaterThan(3);
    const whole = new Programme(groups, LONDON).between('2026-11-01', '2026-11-30');
    expect(programme.between('2026-11-01', '2026-11-30')).to.deep.equal(whole);
    expect(whole).to.have.lengthOf(250 * 8);
  });

  it('stops where the pause says so', async () => {
    let pauses = 0;
    const stop = () => (++pauses > 1 ? Promise.reject(new Error('enough')) : Promise.resolve());
    const failure = await new Programme(groups, LONDON).prepare('2026-11', stop).then(
      () => undefined,
      (reason: Error) => reason.message,
    );
    expect(failure).to.equal('enough');
  });

  it('holds more sessions of one group than a call takes arguments', async () => {
    const busy = Array.from({ length: 5_000 }, () => weekly('SU', '10:00', { rule: { frequency: 'DAILY' } }));
    const programme = new Programme([aGroup({ meetings: busy })], LONDON);
    await programme.prepare('2026-11', noPause);
    expect(programme.between('2026-11-01', '2026-11-30')).to.have.lengthOf(150_000);
  });

  it('puts what begins at the same hour in the order of names, blind to case and accents', () => {
    const named = ['zulu', 'Älter', 'alpha', 'Bravo'].map((name) =>
      aGroup({ name, meetings: [weekly('TU', '18:30')] }),
    );
    const names = new Programme(named, LONDON)
      .between('2026-11-24', '2026-11-24')
      .map((one) => one.group.name);
    expect(names).to.deep.equal(['alpha', 'Älter', 'Bravo', 'zulu']);
  });

  it('ends at the first and the last month of all', () => {
    const programme = new Programme([aGroup({ meetings: [weekly('FR', '18:30')] })], LONDON);
    expect(programme.between('9999-12-01', '9999-12-31').map(({ date }) => date)).to.deep.equal([
      '9999-12-03',
      '9999-12-10',
      '9999-12-17',
      '9999-12-24',
      '9999-12-31',
    ]);
    expect(programme.between('0001-01-01', '0001-01-31')).to.deep.equal([]);
    expect(programme.between('2026-11-30', '2026-11-01')).to.deep.equal([]);
  });
});

describe('what is on in a programme', () => {
  it('began as many days ago at most as its longest session lasts', () => {
    const reach = (...minutes: number[]) =>
      new Programme(
        [aGroup({ meetings: minutes.map((durationMinutes) => weekly('SA', '12:00', { durationMinutes })) })],
        LONDON,
      ).reach;
    expect([reach(), reach(60), reach(60, 24 * 60), reach(2_640), reach(525_600)]).to.deep.equal([
      1, 1, 1, 2, 14,
    ]);
  });

  it('is the next, until it is over', () => {
    const programme = new Programme(
      [aGroup({ meetings: [weekly('SA', '12:30'), weekly('SU', '10:00')] })],
      LONDON,
    );
    const at = (after: number) => told(programme.next(NOW + after)!);
    expect(at(0)).to.equal('2026-11-21 12:30 scheduled');
    expect(at(90 * 60_000 - 1)).to.equal('2026-11-21 12:30 scheduled');
    expect(at(90 * 60_000)).to.equal('2026-11-22 10:00 scheduled');
    // A clock may be set back.
    expect(at(0)).to.equal('2026-11-21 12:30 scheduled');
  });

  it('comes into sight a year ahead', () => {
    const programme = new Programme(
      [aGroup({ meetings: [aMeeting({ start: '2028-01-01T10:00', timeZone: LONDON })] })],
      LONDON,
    );
    expect(programme.next(NOW)).to.equal(undefined);
    expect(programme.next(NOW + 10 * DAY)?.date).to.equal('2028-01-01');
  });
});

describe('a session by its name', () => {
  const group = (meeting: Meeting) => aGroup({ meetings: [meeting] });
  const named = (meeting: Meeting, name: string, zone = LONDON): string | undefined => {
    const found = sessionNamed(group(meeting), name, zone);
    return found && told(found);
  };

  it('is found where it is now, however far it was moved', () => {
    const meeting = weekly('TU', '18:30', { changes: [moved('2026-11-24', '2027-08-05T10:00')] });
    expect(named(meeting, '2026-11-24T18:30')).to.equal('2027-08-05 10:00 moved');
    expect(named(meeting, '2026-12-01T18:30')).to.equal('2026-12-01 18:30 scheduled');
  });

  it('keeps its name where all later ones moved with it', () => {
    const meeting = weekly('TU', '18:30', {
      changes: [moved('2026-11-24T18:30', '2026-11-26T19:00', { range: 'this-and-future' })],
    });
    expect(named(meeting, '2026-12-01T18:30')).to.equal('2026-12-03 19:00 scheduled');
  });

  it('is none for a name that nothing has', () => {
    for (const name of ['2026-11-25T18:30', '2026-11-24', 'tomorrow', ''])
      expect(named(weekly('TU', '18:30'), name), name).to.equal(undefined);
  });
});

describe('sessions by day', () => {
  it('keep their order under each day', () => {
    const meetings = [weekly('TU', '18:30'), weekly('TU', '10:00'), weekly('WE', '09:00')];
    const found = new Programme([aGroup({ meetings })], LONDON).between('2026-11-24', '2026-11-26');
    expect([...byDay(found)].map(([day, of]) => [day, of.map(({ time }) => time)])).to.deep.equal([
      ['2026-11-24', ['10:00', '18:30']],
      ['2026-11-25', ['09:00']],
    ]);
  });
});

describe('a session in time', () => {
  const one = (meeting: Meeting, date = '2026-11-21'): Session =>
    sessionsOf([aGroup({ meetings: [meeting] })], date, date, LONDON)[0]!;

  it('is on from its start to its end, or for an hour', () => {
    const evening = one(weekly('SA', '12:00'));
    expect([-1, 0, HOUR - 1, HOUR].map((after) => isOnNow(evening, NOW + after))).to.deep.equal([
      false,
      true,
      true,
      false,
    ]);
    const { durationMinutes: _, ...open } = weekly('SA', '12:00');
    expect([0, HOUR - 1, HOUR].map((after) => isOnNow(one(open), NOW + after))).to.deep.equal([
      true,
      true,
      false,
    ]);
    expect(isOver(one(open), NOW + HOUR)).to.equal(true);
  });

  it('is on after midnight under the day on which it began', () => {
    const night = one(weekly('FR', '22:00', { durationMinutes: 240 }), '2026-11-20');
    expect(night.date).to.equal('2026-11-20');
    expect(isOnNow(night, Date.UTC(2026, 10, 21, 1))).to.equal(true);
  });

  it('is not on where it is cancelled or has moved away', () => {
    const off = one(weekly('SA', '12:00', { exceptDates: ['2026-11-21'] }));
    expect([isOn(off), isOnNow(off, NOW)]).to.deep.equal([false, false]);
    const away = one(weekly('SA', '12:00', { changes: [moved('2026-11-21', '2026-11-23T12:00')] }));
    expect([away.away, isOn(away), isOnNow(away, NOW)]).to.deep.equal([true, false, false]);
  });
});

describe('changes ahead', () => {
  /** As the calendar asks: month by month. */
  const ahead = (meetings: readonly Meeting[], zone = LONDON, now = NOW): string[] => {
    const groups = meetings.map((meeting, index) => aGroup({ name: `G${index}`, meetings: [meeting] }));
    const first = new Date(now - 2 * DAY).toISOString().slice(0, 10);
    const last = new Date(now + 40 * DAY).toISOString().slice(0, 10);
    return changesAhead(new Programme(groups, zone).between(first, last), now, zone).map(told);
  };

  it('are what is not as usual in the next 14 days', () => {
    const meeting = weekly('TU', '18:30', {
      exceptDates: ['2026-11-24'],
      changes: [
        { recurrenceId: '2026-12-01', status: 'changed', note: 'Side door' },
        { recurrenceId: '2026-12-08', status: 'cancelled' },
      ],
    });
    expect(ahead([meeting])).to.deep.equal(['2026-11-24 18:30 cancelled', '2026-12-01 18:30 changed']);
  });

  it('reach to the minute 14 days from now', () => {
    const off = (time: string) => weekly('SA', time, { exceptDates: ['2026-12-05'] });
    expect(ahead([off('12:00'), off('12:01')])).to.deep.equal(['2026-12-05 12:00 cancelled']);
  });

  it('leave out what is over', () => {
    const off = (time: string) => weekly('SA', time, { exceptDates: ['2026-11-21'] });
    expect(ahead([off('10:59'), off('11:01')])).to.deep.equal(['2026-11-21 11:01 cancelled']);
  });

  it('tell a moved session once, where it is now, also over the end of a month', () => {
    const within = weekly('TU', '18:30', { changes: [moved('2026-11-24', '2026-11-26T18:30')] });
    expect(ahead([within])).to.deep.equal(['2026-11-26 18:30 moved']);
    const over = weekly('MO', '18:30', { changes: [moved('2026-11-30', '2026-12-02T18:30')] });
    expect(ahead([over])).to.deep.equal(['2026-12-02 18:30 moved']);
    const back = weekly('WE', '18:30', { changes: [moved('2026-12-02', '2026-11-30T18:30')] });
    expect(ahead([back])).to.deep.equal(['2026-11-30 18:30 moved']);
  });

  it('tell a session that moves out of sight on the day that it leaves', () => {
    const far = weekly('TU', '18:30', { changes: [moved('2026-11-24', '2026-12-16T18:30')] });
    expect(ahead([far])).to.deep.equal(['2026-11-24 18:30 away']);
    const gone = weekly('FR', '18:30', { changes: [moved('2026-11-20', '2026-12-16T18:30')] });
    expect(ahead([gone])).to.deep.equal([]);
  });

  it('come in the order in which they stand', () => {
    const first = weekly('TU', '18:30', { changes: [moved('2026-11-24', '2026-11-28T18:30')] });
    const then = weekly('WE', '18:30', { exceptDates: ['2026-11-25'] });
    expect(ahead([first, then])).to.deep.equal(['2026-11-25 18:30 cancelled', '2026-11-28 18:30 moved']);
  });

  it('tell both of two meetings of a group at the same hour', () => {
    const meetings = [
      weekly('TU', '18:30', { exceptDates: ['2026-11-24'] }),
      weekly('TU', '18:30', { attendance: 'online', exceptDates: ['2026-11-24'] }),
    ];
    const programme = new Programme([aGroup({ meetings })], LONDON);
    expect(changesAhead(programme.between('2026-11-21', '2026-11-30'), NOW, LONDON)).to.have.lengthOf(2);
  });

  it('count a day by where it is shown', () => {
    // Half past midnight on Saturday in Auckland; in London it is Friday.
    const now = Date.UTC(2026, 10, 20, 11, 30);
    const gone = weekly('FR', '23:00', { changes: [moved('2026-11-20', '2026-12-16T18:30')] });
    expect(ahead([gone], AUCKLAND, now)).to.deep.equal(['2026-11-20 23:00 away']);
  });
});

describe('the next session', () => {
  const next = (meetings: readonly Meeting[], now = NOW, zone = LONDON): string | undefined => {
    const found = nextOf([aGroup({ meetings })], now, zone);
    return found && told(found);
  };

  it('is the first that is on or still to begin, not a cancelled one', () => {
    expect(next([weekly('MO', '10:00'), weekly('SU', '10:00')])).to.equal('2026-11-22 10:00 scheduled');
    expect(next([weekly('SU', '10:00', { exceptDates: ['2026-11-22'] })])).to.equal(
      '2026-11-29 10:00 scheduled',
    );
    expect(next([weekly('SA', '11:30'), weekly('SA', '12:30')])).to.equal('2026-11-21 11:30 scheduled');
  });

  it('is far ahead where nothing comes before', () => {
    const yearly = aMeeting({ start: '2026-10-10T10:00', timeZone: LONDON, rule: { frequency: 'YEARLY' } });
    expect(next([yearly])).to.equal('2027-10-10 10:00 scheduled');
    expect(next([aMeeting({ start: '2026-11-20T10:00' }), aMeeting({ text: 'Now and then' })])).to.equal(
      undefined,
    );
  });

  it('stands under the visitor’s day when it is online', () => {
    const night = weekly('SA', '23:30', { attendance: 'online' });
    expect(next([night], NOW, AUCKLAND)).to.equal('2026-11-22 12:30 scheduled');
  });
});

describe('an excerpt', () => {
  const groups = [
    aGroup({ id: 'calm', name: 'Café calm', topics: ['Grief'], meetings: [weekly('TU', '18:30')] }),
    aGroup({
      id: 'bold',
      name: 'Bold',
      topics: ['Été', 'Grief'],
      meetings: [weekly('WE', '18:30', { attendance: 'online' }), weekly('TH', '18:30')],
    }),
    aGroup({
      id: 'both',
      name: 'Both',
      topics: ['Anxiety'],
      meetings: [weekly('FR', '18:30', { attendance: 'hybrid' })],
    }),
  ];
  const ids = (excerpt: Parameters<typeof excerptOf>[1]) => excerptOf(groups, excerpt).map(({ id }) => id);

  it('is all of it where nothing is asked', () => {
    expect(excerptOf(groups, {})).to.equal(groups);
  });

  it('is one group by its id, or by its name in any spelling', () => {
    expect(ids({ group: 'bold' })).to.deep.equal(['bold']);
    expect(ids({ group: 'CAFE CALM' })).to.deep.equal(['calm']);
    expect(ids({ group: 'nobody' })).to.deep.equal([]);
  });

  it('is a topic in any case and with or without accents', () => {
    expect(ids({ topic: 'grief' })).to.deep.equal(['calm', 'bold']);
    expect(ids({ topic: 'ete' })).to.deep.equal(['bold']);
    expect(ids({ topic: 'Grief', group: 'bold' })).to.deep.equal(['bold']);
  });

  it('is one way to attend, with the meetings of that way and the groups that have some', () => {
    expect(ids({ attendance: 'online' })).to.deep.equal(['bold', 'both']);
    expect(excerptOf(groups, { attendance: 'online' }).flatMap(({ meetings }) => meetings)).to.deep.equal([
      groups[1]?.meetings[0],
      groups[2]?.meetings[0],
    ]);
    expect(ids({ attendance: 'in-person' })).to.deep.equal(['calm', 'bold', 'both']);
  });

  it('takes nothing away from the listing', () => {
    excerptOf(groups, { attendance: 'online' });
    expect(groups.map(({ meetings }) => meetings.length)).to.deep.equal([1, 2, 1]);
  });
});
