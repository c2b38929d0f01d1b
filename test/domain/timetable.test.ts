import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { Finder } from '../../src/domain/finder.js';
import type { Group } from '../../src/domain/group.js';
import type { Meeting } from '../../src/domain/meeting.js';
import type { Row } from '../../src/domain/query.js';
import { Timetable } from '../../src/domain/timetable.js';
import { aGroup, aMeeting, HOUR, LONDON, MINUTE, NOW, noPause, weekly } from './small-groups.js';

const timetableOf = (...groups: Group[]) => Timetable.create(groups, NOW, LONDON, noPause);
const finderFor = (timetable: Timetable) => new Finder(timetable, () => '', noPause);
const withMeetings = (name: string, ...meetings: Meeting[]) => aGroup({ name, meetings });
const names = (rows: readonly Row[]) => rows.map(({ group }) => group.name);

describe('the timetable', () => {
  it('lists all groups, soonest first, what is on leading, without a date last by name', async () => {
    const timetable = await timetableOf(
      withMeetings('Words only', aMeeting({ text: 'most Mondays' })),
      withMeetings('Tuesday', weekly('TU', '18:30')),
      aGroup({ name: 'Áfter' }),
      withMeetings('On now', weekly('SA', '11:30')),
      withMeetings('Monday', weekly('TU', '18:30'), weekly('MO', '18:30')),
    );
    expect(names(timetable.rows())).to.deep.equal(['On now', 'Monday', 'Tuesday', 'Áfter', 'Words only']);
    expect(finderFor(timetable).row(timetable.groups[1] as Group)).to.deep.equal(timetable.rows()[2]);
    expect(names(timetable.rows(2))).to.deep.equal(['On now', 'Monday']);
  });

  it('begins with the same groups however few are asked for', async () => {
    const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ day: fc.constantFrom(...days), hour: fc.integer({ min: 10, max: 14 }) }), {
          maxLength: 25,
        }),
        fc.integer({ min: 1, max: 30 }),
        async (times, most) => {
          const timetable = await timetableOf(
            ...times.map(({ day, hour }, index) => withMeetings(`${index % 5}`, weekly(day, `${hour}:00`))),
          );
          const ids = (rows: readonly Row[]) => rows.map(({ group }) => group.id);
          expect(ids(timetable.rows(most))).to.deep.equal(ids(timetable.rows()).slice(0, most));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the row of one group on its own', async () => {
    const group = withMeetings('One', weekly('MO', '10:00'));
    const timetable = await timetableOf(aGroup(), group);
    expect(finderFor(timetable).row(group).occurrence?.local).to.equal('2026-11-23T10:00');
    expect(finderFor(timetable).row(aGroup()).occurrence).to.equal(undefined);
  });

  it('moves on when an evening has ended, and says so', async () => {
    const timetable = await timetableOf(
      withMeetings('Hall', weekly('SA', '11:45')),
      withMeetings('Monday', weekly('MO', '10:00')),
    );
    const { version } = timetable;
    expect(timetable.refresh(NOW)).to.equal(false);
    expect(timetable.version).to.equal(version);
    expect(timetable.refresh(NOW + HOUR)).to.equal(true);
    expect(timetable.version).to.be.above(version);
    expect(names(timetable.rows())).to.deep.equal(['Monday', 'Hall']);
  });

  it('is made in slices, and stops when the load is aborted', async () => {
    let pauses = 0;
    const groups = Array.from({ length: 250 }, () => withMeetings('a', weekly('MO', '10:00')));
    await Timetable.create(groups, NOW, LONDON, async () => {
      pauses++;
    });
    expect(pauses).to.be.above(20);
    const stopped = await Timetable.create(groups, NOW, LONDON, () =>
      Promise.reject(new Error('aborted')),
    ).catch((error: Error) => error.message);
    expect(stopped).to.equal('aborted');
  });
});

describe('first steps', () => {
  const groups = [
    withMeetings('Online tonight', weekly('SA', '14:00', { attendance: 'online' })),
    withMeetings('Hybrid on now', weekly('SA', '11:30', { attendance: 'hybrid' })),
    withMeetings('Hall', weekly('SA', '11:45')),
    withMeetings('Online Monday', weekly('MO', '10:00', { attendance: 'online' })),
    withMeetings('In two weeks', aMeeting({ start: '2026-12-05T10:00', timeZone: LONDON })),
    aGroup({ name: 'Undated' }),
  ];

  it('say what is on now', async () => {
    const timetable = await timetableOf(...groups);
    expect(names(timetable.onNow(NOW))).to.deep.equal(['Hybrid on now', 'Hall']);
    expect(names(timetable.onNow(NOW + 30 * MINUTE))).to.deep.equal(['Hall']);
    expect(names(timetable.onNow(NOW + 12 * HOUR))).to.deep.equal([]);
  });

  it('say what one can join from home soon', async () => {
    const finder = finderFor(await timetableOf(...groups));
    expect(names(finder.upcomingOnline(NOW))).to.deep.equal(['Hybrid on now', 'Online tonight']);
    expect(names(finder.upcomingOnline(NOW, 60))).to.deep.equal(['Hybrid on now']);
  });

  it('say what comes next and how many meet this week', async () => {
    const timetable = await timetableOf(...groups);
    expect(timetable.next(NOW + 2 * HOUR)?.group.name).to.equal('Online tonight');
    expect(timetable.next(NOW + 12 * HOUR)?.group.name).to.equal('Online Monday');
    expect(finderFor(timetable).thisWeek(NOW)).to.equal(4);
    expect((await timetableOf(aGroup())).next(NOW)).to.equal(undefined);
  });
});
