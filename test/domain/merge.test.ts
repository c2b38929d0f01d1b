import { expect } from '@open-wc/testing';
import type { Directory } from '../../src/domain/directory.js';
import type { Group } from '../../src/domain/group.js';
import { mergeDirectories } from '../../src/domain/merge.js';
import { parseRule } from '../../src/domain/recurrence/rule.js';

const group = (id: string, name: string, more: Partial<Group> = {}): Group => ({
  id,
  name,
  topics: [],
  audience: [],
  languages: [],
  meetings: [{ attendance: 'online', access: [] }],
  ...more,
});

const merged = (directories: readonly Directory[]) => mergeDirectories(directories).directory;

describe('several lists', () => {
  it('join the meetings of one group, and keep two groups of one number apart', () => {
    const { groups } = merged([
      { groups: [group('1', 'Anxiety circle')] },
      { groups: [group('1', 'anxiety circle'), group('1', 'Walk and talk')] },
    ]);
    expect(groups.map(({ id, name, meetings }) => [id, name, meetings.length])).to.deep.equal([
      ['1', 'Anxiety circle', 2],
      ['1~2', 'Walk and talk', 1],
    ]);
  });

  it('say of no group what only another list says', () => {
    const all = merged([
      { groups: [group('a', 'A')], organisation: { phone: '0113 496 0001' }, lastChecked: '2026-11-01' },
      { groups: [group('b', 'B')], organisation: { phone: '0113 496 0002' } },
    ]);
    expect(all.organisation).to.equal(undefined);
    expect(all.lastChecked).to.equal(undefined);
    expect(all.groups.map(({ contact, lastChecked }) => [contact?.phone, lastChecked])).to.deep.equal([
      ['0113 496 0001', '2026-11-01'],
      ['0113 496 0002', undefined],
    ]);
  });

  it('keep the organisation that all of them name', () => {
    const organisation = { name: 'PeerNorth', email: 'hello@example.org' };
    const all = merged([
      { groups: [group('a', 'A', { contact: { name: 'Ann' } })], organisation },
      { groups: [], organisation },
    ]);
    expect(all.organisation).to.deep.equal(organisation);
    expect(all.groups[0]?.contact).to.deep.equal({ name: 'Ann', email: 'hello@example.org' });
  });
});

describe('dates without a group of their own', () => {
  const tuesday = {
    start: '2026-12-01T18:30',
    timeZone: 'Europe/London',
    rule: parseRule('FREQ=WEEKLY'),
    attendance: 'in-person',
    access: [],
  } as const;
  const dates = (id: string, name: string, meetings: Group['meetings'] = [tuesday]) =>
    group(id, name, { datesOnly: true, meetings });
  const names = (groups: readonly Group[]) =>
    groups.map(({ id, name, meetings }) => [id, name, meetings.filter(({ start }) => start).length]);

  it('join the group of their id, whatever it is called', () => {
    const { directory, unmatched } = mergeDirectories([
      { groups: [dates('calm', 'Room 4')] },
      { groups: [group('calm', 'Calm evening'), group('bold', 'Room 4')] },
    ]);
    expect(names(directory.groups)).to.deep.equal([
      ['calm', 'Calm evening', 1],
      ['bold', 'Room 4', 0],
    ]);
    expect(unmatched).to.deep.equal([]);
  });

  it('join the group that names their calendar before one that has their name', () => {
    const { directory } = mergeDirectories([
      { groups: [group('a', 'Room 4'), group('b', 'Calm', { calendarName: 'ROOM  4' })] },
      { groups: [dates('uid-1', 'Room 4')] },
    ]);
    expect(names(directory.groups)).to.deep.equal([
      ['a', 'Room 4', 0],
      ['b', 'Calm', 1],
    ]);
  });

  it('join by name in any spelling of case, accents and spaces', () => {
    const { directory } = mergeDirectories([
      { groups: [group('a', 'Café  calme')] },
      { groups: [dates('uid-1', 'cafe CALME ')] },
    ]);
    expect(names(directory.groups)).to.deep.equal([['a', 'Café  calme', 1]]);
  });

  it('leave the organisation of the list as it is', () => {
    const organisation = { name: 'PeerNorth', reportUrl: 'https://example.org/report' };
    const { directory } = mergeDirectories([
      { groups: [group('a', 'Calm')], organisation },
      { groups: [dates('uid-1', 'Calm')] },
    ]);
    expect(directory.organisation).to.deep.equal(organisation);
  });

  it('join neither of two groups of one name, and are told', () => {
    const { directory, unmatched } = mergeDirectories([
      { groups: [group('a', 'Calm'), group('b', 'Calm')] },
      { groups: [dates('uid-1', 'Calm'), dates('uid-2', 'Open day')] },
    ]);
    expect(names(directory.groups)).to.deep.equal([
      ['a', 'Calm', 0],
      ['b', 'Calm', 0],
      ['uid-1', 'Calm', 1],
      ['uid-2', 'Open day', 1],
    ]);
    expect(unmatched).to.deep.equal(['Calm', 'Open day']);
  });

  it('are groups like any other where no list of groups is there', () => {
    const { directory, unmatched } = mergeDirectories([
      { groups: [dates('uid-1', 'Calm')] },
      { groups: [dates('uid-2', 'Bold')] },
    ]);
    expect(directory.groups).to.have.lengthOf(2);
    expect(unmatched).to.deep.equal([]);
  });

  it('replace the listed dates of the same meeting, and keep its place', () => {
    const venue = { name: 'Hall' };
    const listed = { ...tuesday, rule: parseRule('FREQ=WEEKLY;BYDAY=TU'), start: '2026-11-24T18:30', venue };
    const friday = { ...tuesday, start: '2026-12-04T18:30' };
    const { directory } = mergeDirectories([
      { groups: [group('a', 'Calm', { meetings: [listed, friday] })] },
      {
        groups: [
          dates('a', 'Calm', [
            { ...tuesday, exceptDates: ['2026-12-29'], venue: { address: 'Hall, 1 Street' } },
          ]),
        ],
      },
    ]);
    const [first, second, ...more] = directory.groups[0]?.meetings ?? [];
    expect(first).to.include({ start: '2026-12-01T18:30', venue });
    expect(first?.exceptDates).to.deep.equal(['2026-12-29']);
    expect(second).to.deep.equal(friday);
    expect(more).to.deep.equal([]);
  });

  it('keep every part of a series that was parted, whichever the calendar names first', () => {
    const until = { ...tuesday, start: '2026-09-01T18:30', rule: parseRule('FREQ=WEEKLY;UNTIL=20261124') };
    const place = { venue: { name: 'Library' } };
    for (const parts of [
      [until, tuesday],
      [tuesday, until],
    ]) {
      const [joined] = merged([
        { groups: [group('calm', 'Calm', { meetings: [{ ...tuesday, ...place }] })] },
        { groups: [dates('calm', 'Calm', parts)] },
      ]).groups;
      expect(joined?.meetings).to.deep.equal(parts.map((part) => ({ ...part, ...place })));
    }
  });

  it('are as old as the oldest copy among them', () => {
    const copy = (copiedOn?: string) => ({ groups: [group('a', 'A')], ...(copiedOn ? { copiedOn } : {}) });
    const merged = mergeDirectories([copy('2026-11-20'), copy(), copy('2026-11-18')]);
    expect(merged.directory.copiedOn).to.equal('2026-11-18');
    expect(mergeDirectories([copy(), copy()]).directory).not.to.have.property('copiedOn');
  });

  it('fill what the list leaves open, but never say that somebody has checked it', () => {
    const { directory } = mergeDirectories([
      { groups: [group('a', 'Calm', { summary: 'A quiet circle' })] },
      {
        lastChecked: '2026-11-20',
        groups: [{ ...dates('a', 'Calm'), summary: 'Weekly', url: 'https://example.org/calm' }],
      },
    ]);
    const [calm] = directory.groups;
    expect(calm).to.include({ summary: 'A quiet circle', url: 'https://example.org/calm' });
    expect(calm?.lastChecked).to.equal(undefined);
    expect(calm?.datesOnly).to.equal(undefined);
  });

  it('stand at the place that the list names without a date, unless they name one themselves', () => {
    const venue = { locality: 'Leeds' };
    const elsewhere = { ...tuesday, start: '2026-12-04T18:30', venue: { name: 'Mill House' } };
    const { directory } = mergeDirectories([
      {
        groups: [
          group('a', 'Calm', {
            meetings: [{ id: 'row', attendance: 'hybrid', venue, access: ['Step-free'] }],
          }),
        ],
      },
      { groups: [dates('a', 'Calm', [{ ...tuesday, id: 'uid' }, elsewhere])] },
    ]);
    expect(directory.groups[0]?.meetings).to.deep.equal([
      { ...tuesday, id: 'uid', attendance: 'hybrid', venue, access: ['Step-free'] },
      elsewhere,
    ]);
  });

  it('leave two places without dates as they are: nobody knows which one is meant', () => {
    const places = ['Leeds', 'York'].map((locality) => ({
      attendance: 'in-person' as const,
      venue: { locality },
      access: [],
    }));
    const { directory } = mergeDirectories([
      { groups: [group('a', 'Calm', { meetings: places })] },
      { groups: [dates('a', 'Calm')] },
    ]);
    expect(directory.groups[0]?.meetings).to.deep.equal([...places, tuesday]);
  });
});
