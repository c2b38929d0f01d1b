import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { displayed, endOf } from '../../src/domain/agenda.js';
import {
  FACET_KEYS,
  type FacetKey,
  type Filters,
  Finder,
  type Query,
  type Row,
} from '../../src/domain/finder.js';
import type { Group } from '../../src/domain/group.js';
import type { Meeting } from '../../src/domain/meeting.js';
import { distanceKm } from '../../src/domain/places.js';
import { Timetable } from '../../src/domain/timetable.js';
import { aGroup, aMeeting, at, DAY, HOUR, LONDON, NOW, noPause, weekly } from './small-groups.js';

const timetableOf = (...groups: Group[]) => Timetable.create(groups, NOW, LONDON, noPause);
const finderFor = (timetable: Timetable) => new Finder(timetable, () => '', noPause);
const finderOf = async (...groups: Group[]) => finderFor(await timetableOf(...groups));
const withMeetings = (name: string, ...meetings: Meeting[]) => aGroup({ name, meetings });
const query = (filters: Filters = {}, rest: Partial<Query> = {}): Query => ({ words: '', filters, ...rest });
const names = (rows: readonly Row[]) => rows.map(({ group }) => group.name);
const choices = (finder: Finder, key: FacetKey, asked = query()) =>
  finder
    .narrow(asked)
    .facets.find((facet) => facet.key === key)
    ?.choices.map(({ value, count, chosen }) => `${chosen ? '*' : ''}${value} ${count}`);

describe('the order of groups', () => {
  it('is soonest first, what is on leading, and groups without a date last by name', async () => {
    const finder = await finderOf(
      withMeetings('Words only', aMeeting({ text: 'most Mondays' })),
      withMeetings('Tuesday', weekly('TU', '18:30')),
      aGroup({ name: 'Áfter' }),
      withMeetings('On now', weekly('SA', '11:30')),
      withMeetings('Monday', weekly('MO', '18:30')),
    );
    const { rows, online, total } = finder.narrow(query());
    expect(names(rows)).to.deep.equal(['On now', 'Monday', 'Tuesday', 'Áfter', 'Words only']);
    expect(online).to.deep.equal([]);
    expect(total).to.equal(5);
  });

  it('is by name where two start together', async () => {
    const finder = await finderOf(
      withMeetings('Éa 1', weekly('MO', '10:00')),
      withMeetings('ea 2', weekly('MO', '10:00')),
      withMeetings('D', weekly('MO', '10:00')),
    );
    expect(names(finder.narrow(query()).rows)).to.deep.equal(['D', 'Éa 1', 'ea 2']);
  });
});

describe('a row', () => {
  it('shows the soonest evening that satisfies day, time, way and access at once', async () => {
    const finder = await finderOf(
      withMeetings(
        'Mixed',
        weekly('MO', '10:00', { attendance: 'online' }),
        weekly('TU', '18:30', { access: ['step-free'] }),
        weekly('TU', '09:00', { attendance: 'online' }),
      ),
    );
    const local = (filters: Filters) =>
      finder.narrow(query(filters)).rows.map((row) => row.occurrence?.local);
    expect(local({})).to.deep.equal(['2026-11-23T10:00']);
    expect(local({ day: ['TU'] })).to.deep.equal(['2026-11-24T09:00']);
    expect(local({ day: ['TU'], attendance: ['in-person'] })).to.deep.equal(['2026-11-24T18:30']);
    expect(local({ access: ['Step-Free'] })).to.deep.equal(['2026-11-24T18:30']);
    expect(local({ day: ['MO'], attendance: ['in-person'] })).to.deep.equal([]);
    expect(local({ time: ['morning'], access: ['step-free'] })).to.deep.equal([]);
  });

  it('tells the evenings that fall out before it', async () => {
    const rule = { frequency: 'WEEKLY', byDay: [{ weekday: 'TU' }, { weekday: 'TH' }] } as const;
    const timetable = await timetableOf(
      withMeetings('Twice', weekly('TU', '18:30', { rule, exceptDates: ['2026-12-01', '2026-12-03'] })),
    );
    const finder = finderFor(timetable);
    const fallen = (day: string[]) =>
      finder.narrow(query({ day })).rows.map((row) => row.cancelled.map(({ local }) => local.slice(0, 10)));
    expect(fallen([])).to.deep.equal([[]]);
    expect(fallen(['TH'])).to.deep.equal([[]]);
    timetable.refresh(NOW + 6 * DAY);
    expect(fallen(['TU'])).to.deep.equal([['2026-12-01', '2026-12-03']]);
  });
});

describe('a moved evening', () => {
  it('is told in the rows after its day, and not in the one that shows it', async () => {
    const changes = [{ recurrenceId: '2026-11-24', status: 'moved', start: '2026-12-04T18:30' }] as const;
    const finder = await finderOf(withMeetings('Tuesday', weekly('TU', '18:30', { changes })));
    const fallen = (day: string) =>
      finder.narrow(query({ day: [day] })).rows.map((row) => row.cancelled.map((one) => one.recurrenceId));
    expect(fallen('TU')).to.deep.equal([['2026-11-24T18:30']]);
    expect(fallen('FR')).to.deep.equal([[]]);
  });

  it('is told in no row before its day', async () => {
    const changes = [{ recurrenceId: '2026-12-01', status: 'moved', start: '2026-12-04T18:30' }] as const;
    const finder = await finderOf(withMeetings('Tuesday', weekly('TU', '18:30', { changes })));
    expect(finder.narrow(query()).rows[0]?.cancelled).to.deep.equal([]);
  });
});

describe('filters', () => {
  it('mean the day that the row displays', async () => {
    const late = weekly('TU', '23:30', { timeZone: 'America/New_York', attendance: 'online' });
    const finder = await finderOf(withMeetings('Overseas', late));
    expect(finder.narrow(query({ day: ['WE'], time: ['night'] })).total).to.equal(1);
    expect(finder.narrow(query({ day: ['TU'] })).total).to.equal(0);
  });

  it('part the day at 5, 12, 17 and 21', async () => {
    const times = ['04:59', '05:00', '11:59', '12:00', '16:59', '17:00', '20:59', '21:00'];
    const finder = await finderOf(...times.map((time) => withMeetings(time, weekly('MO', time))));
    const found = (...time: string[]) => names(finder.narrow(query({ time })).rows);
    expect(found('morning')).to.deep.equal(['05:00', '11:59']);
    expect(found('afternoon')).to.deep.equal(['12:00', '16:59']);
    expect(found('evening')).to.deep.equal(['17:00', '20:59']);
    expect(found('night', 'morning')).to.deep.equal(['04:59', '05:00', '11:59', '21:00']);
  });

  it('find hybrid groups in person and online, and offer those two', async () => {
    const finder = await finderOf(
      withMeetings('Hybrid', weekly('MO', '10:00', { attendance: 'hybrid' })),
      withMeetings('Online', weekly('TU', '10:00', { attendance: 'online' })),
    );
    expect(names(finder.narrow(query({ attendance: ['in-person'] })).rows)).to.deep.equal(['Hybrid']);
    expect(names(finder.narrow(query({ attendance: ['online'] })).rows)).to.deep.equal(['Hybrid', 'Online']);
    expect(choices(finder, 'attendance')).to.deep.equal(['in-person 1', 'online 2']);
  });

  it('find groups led by both under either', async () => {
    const finder = await finderOf(
      aGroup({ name: 'a', leadership: 'both' }),
      aGroup({ name: 'b', leadership: 'peers' }),
      aGroup(),
    );
    expect(names(finder.narrow(query({ leadership: ['peers'] })).rows)).to.deep.equal(['a', 'b']);
    expect(names(finder.narrow(query({ leadership: ['professionals'] })).rows)).to.deep.equal(['a']);
  });

  it('want any of several values, but all kinds of access', async () => {
    const finder = await finderOf(
      aGroup({ name: 'a', topics: ['Grief'], meetings: [weekly('MO', '10:00', { access: ['loop'] })] }),
      aGroup({
        name: 'b',
        topics: ['Sleep'],
        meetings: [weekly('MO', '10:00', { access: ['loop', 'step-free'] })],
      }),
    );
    expect(finder.narrow(query({ topic: ['Grief', 'Sleep'] })).total).to.equal(2);
    expect(names(finder.narrow(query({ access: ['loop', 'step-free'] })).rows)).to.deep.equal(['b']);
  });

  it('combine with words and name the words to mark', async () => {
    const finder = await finderOf(
      aGroup({ name: 'Grief café', topics: ['Grief'] }),
      aGroup({ name: 'Grief', topics: ['Sleep'] }),
    );
    const found = finder.narrow({ words: 'GRIE', filters: { topic: ['grief'] } });
    expect(names(found.rows)).to.deep.equal(['Grief café']);
    expect(found.words).to.deep.equal(['grie']);
  });

  it('can ask for what starts soon', async () => {
    const finder = await finderOf(
      withMeetings('Soon', weekly('SA', '14:00')),
      withMeetings('Monday', weekly('MO', '14:00')),
      aGroup({ name: 'Undated' }),
    );
    expect(names(finder.narrow(query({}, { before: NOW + 3 * HOUR })).rows)).to.deep.equal(['Soon']);
  });
});

describe('facets', () => {
  it('appear only where there is something to choose', async () => {
    const same = { topics: ['Grief'], meetings: [weekly('MO', '10:00')] };
    const alike = await finderOf(aGroup(same), aGroup(same));
    expect(alike.narrow(query()).facets).to.deep.equal([]);
    const differing = await finderOf(
      aGroup(same),
      aGroup({ meetings: [weekly('MO', '10:00')], languages: ['pl'] }),
    );
    expect(differing.narrow(query()).facets.map(({ key }) => key)).to.deep.equal(['topic', 'language']);
  });

  it('merge spellings under the most frequent one, the largest first, then by the alphabet', async () => {
    const finder = await finderOf(
      aGroup({ topics: ['anxiété', ' Sleep '] }),
      aGroup({ topics: ['Anxiete', 'ANXIÉTÉ'] }),
      aGroup({ topics: ['anxiété', 'Grief', ''] }),
    );
    expect(choices(finder, 'topic')).to.deep.equal(['anxiété 3', 'Grief 1', 'Sleep 1']);
  });

  it('keep days and times in their own order', async () => {
    const finder = await finderOf(
      withMeetings('a', weekly('SU', '19:00')),
      withMeetings('b', weekly('SU', '19:00')),
      withMeetings('c', weekly('TU', '09:00')),
    );
    expect(choices(finder, 'day')).to.deep.equal(['TU 1', 'SU 2']);
    expect(choices(finder, 'time')).to.deep.equal(['morning 1', 'evening 2']);
  });

  it('keep what is chosen, even when nothing has it', async () => {
    const finder = await finderOf(aGroup({ topics: ['Grief'] }), aGroup({ topics: ['Sleep'] }));
    const asked = query({ topic: ['Gone', 'grief'] });
    expect(choices(finder, 'topic', asked)).to.deep.equal(['*Grief 1', 'Sleep 1', '*Gone 0']);
    expect(choices(finder, 'access', query({ access: ['Loop'] }))).to.deep.equal(['*Loop 0']);
    expect(finder.narrow(query({ access: ['Loop'] })).total).to.equal(0);
  });
});

describe('near a place', () => {
  const LEEDS = { latitude: 53.8, longitude: -1.55 };
  const meeting = (venue: Meeting['venue'], parts: Partial<Meeting> = {}) =>
    weekly('MO', '10:00', { ...(venue && { venue }), ...parts });
  const groups = [
    withMeetings('Far', meeting(at(51.5, 0, { locality: 'London' }))),
    withMeetings(
      'Near, Tuesday',
      weekly('TU', '10:00', { venue: at(53.801, -1.551, { locality: 'Leeds' }) }),
    ),
    withMeetings('Near, Monday', meeting(at(53.8, -1.55, { locality: 'Leeds' }))),
    withMeetings('Five away', meeting(at(53.845, -1.55, { locality: 'Leeds' }))),
    withMeetings('Approximate', meeting(at(53.8, -1.55, { locality: 'Leeds', approximate: true }))),
    withMeetings('Online', meeting(at(53.8, -1.55, { locality: 'Leeds' }), { attendance: 'online' })),
    withMeetings('Far hybrid', meeting(at(51.5, 0), { attendance: 'hybrid' })),
    withMeetings('Both', meeting(at(53.8, -1.6)), weekly('SU', '10:00', { attendance: 'online' })),
    withMeetings('Nowhere', meeting(undefined)),
    aGroup({ name: 'No meeting' }),
  ];

  it('are the nearest first, then the soonest; what is online has its own list without distances', async () => {
    const finder = await finderOf(...groups);
    const { rows, online, total } = finder.narrow(query({}, { near: { position: LEEDS, radiusKm: 20 } }));
    expect(names(rows)).to.deep.equal(['Near, Monday', 'Near, Tuesday', 'Both', 'Five away']);
    expect(rows.map(({ distanceKm: km }) => Math.round(km ?? -1))).to.deep.equal([0, 0, 3, 5]);
    expect(names(online)).to.deep.equal(['Far hybrid', 'Online']);
    expect(online.every((row) => row.distanceKm === undefined)).to.equal(true);
    expect(total).to.equal(6);
  });

  it('have no limit without a radius', async () => {
    const finder = await finderOf(...groups);
    const { rows } = finder.narrow(query({}, { near: { position: LEEDS } }));
    expect(names(rows)).to.include.members(['Far', 'Far hybrid']).and.not.include('Nowhere');
  });

  it('include an approximate address that names the place, without a distance and last', async () => {
    const finder = await finderOf(...groups);
    const [place] = finder.places('leeds');
    const { rows } = finder.narrow(query({}, { near: { place, position: place?.position, radiusKm: 2 } }));
    expect(names(rows)).to.deep.equal(['Near, Monday', 'Near, Tuesday', 'Approximate']);
    expect(rows.at(-1)?.distanceKm).to.equal(undefined);
  });

  it('go by the name in a feed without coordinates', async () => {
    const finder = await finderOf(
      withMeetings('Leeds', meeting({ locality: 'Leeds' })),
      withMeetings('York', meeting({ locality: 'York' })),
      withMeetings('Online', meeting(undefined, { attendance: 'online' })),
    );
    const [place] = finder.places('leeds');
    const { rows, online } = finder.narrow(
      query({}, { near: { place, position: place?.position, radiusKm: 5 } }),
    );
    expect(names(rows)).to.deep.equal(['Leeds']);
    expect(names(online)).to.deep.equal(['Online']);
    expect(finder.hasPositions).to.equal(false);
  });

  it('go with the session when it moves to another venue', async () => {
    const changes = [{ recurrenceId: '2026-11-23', status: 'changed', venue: at(51.5, 0) }] as const;
    const finder = await finderOf(withMeetings('Away', meeting(at(53.8, -1.55), { changes })));
    expect(finder.narrow(query({}, { near: { position: LEEDS, radiusKm: 5 } })).total).to.equal(0);
  });

  it('show the soonest evening of a group that is online only', async () => {
    const online = { attendance: 'online' } as const;
    const finder = await finderOf(
      withMeetings('Twice', weekly('TU', '10:00', online), weekly('MO', '10:00', online)),
    );
    const found = finder.narrow(query({}, { near: { position: LEEDS } }));
    expect(found.online.map((row) => row.occurrence?.local)).to.deep.equal(['2026-11-23T10:00']);
  });

  it('list only what one can attend as asked', async () => {
    const finder = await finderOf(...groups);
    const near = { position: LEEDS, radiusKm: 20 };
    const inPerson = finder.narrow(query({ attendance: ['in-person'] }, { near }));
    expect(names(inPerson.online)).to.deep.equal([]);
    expect(inPerson.total).to.equal(4);
    const online = finder.narrow(query({ attendance: ['online'] }, { near }));
    expect(names(online.rows)).to.deep.equal([]);
    expect(names(online.online)).to.deep.equal(['Both', 'Far hybrid', 'Online']);
    expect(choices(finder, 'attendance', query({}, { near }))).to.deep.equal(['in-person 4', 'online 3']);
  });
});

describe('when nothing fits', () => {
  it('says what to let go of, the most helpful first, and leaves out what does not help', async () => {
    const finder = await finderOf(
      aGroup({ name: 'a', topics: ['Grief'], meetings: [weekly('MO', '10:00', { access: ['loop'] })] }),
      aGroup({ name: 'b', topics: ['Sleep'], meetings: [weekly('TU', '19:00', { access: ['step-free'] })] }),
      aGroup({ name: 'c', topics: ['Sleep'], meetings: [weekly('TU', '20:00', { access: ['step-free'] })] }),
    );
    expect(finder.rescue(query({ topic: ['Sleep'], day: ['MO'] }))).to.deep.equal([
      { drop: 'day', total: 2 },
      { drop: 'topic', total: 1 },
    ]);
    expect(finder.rescue(query({ access: ['loop', 'step-free'] }))).to.deep.equal([
      { drop: 'access', total: 3 },
      { drop: 'access', value: 'loop', total: 2 },
      { drop: 'access', value: 'step-free', total: 1 },
    ]);
    const near = { position: { latitude: 0, longitude: 0 }, radiusKm: 1 };
    expect(finder.rescue(query({ day: ['MO'] }, { near }))).to.deep.equal([{ drop: 'near', total: 1 }]);
    expect(finder.rescue({ words: 'zzz', filters: {} })).to.deep.equal([{ drop: 'words', total: 3 }]);
    expect(finder.rescue({ words: 'zzz', filters: {}, before: NOW })).to.deep.equal([]);
  });
});

describe('as time passes', () => {
  it('an evening that has ended gives way to the next', async () => {
    const timetable = await timetableOf(
      withMeetings('Hall', weekly('SA', '11:45')),
      withMeetings('Monday', weekly('MO', '10:00')),
    );
    expect(timetable.refresh(NOW)).to.equal(false);
    expect(timetable.refresh(NOW + HOUR)).to.equal(true);
    const { rows } = finderFor(timetable).narrow(query());
    expect(rows.map((row) => row.occurrence?.local)).to.deep.equal(['2026-11-23T10:00', '2026-11-28T11:45']);
  });

  it('a day is no longer offered when its last evening is over', async () => {
    const once = aMeeting({ start: '2026-11-21T13:00', durationMinutes: 60, timeZone: LONDON });
    const timetable = await timetableOf(
      withMeetings('Once', once),
      withMeetings('a', weekly('MO', '10:00')),
      withMeetings('b', weekly('TU', '10:00')),
    );
    const finder = finderFor(timetable);
    expect(choices(finder, 'day')).to.deep.equal(['MO 1', 'TU 1', 'SA 1']);
    timetable.refresh(NOW + DAY);
    expect(choices(finder, 'day')).to.deep.equal(['MO 1', 'TU 1']);
  });
});

describe('any listing and any question', () => {
  const weekday = fc.constantFrom('MO', 'TU', 'SA') as fc.Arbitrary<'MO' | 'TU' | 'SA'>;
  const meeting = fc
    .record({
      weekday,
      time: fc.constantFrom('04:00', '10:00', '13:00', '19:00'),
      attendance: fc.constantFrom('in-person', 'online', 'hybrid') as fc.Arbitrary<Meeting['attendance']>,
      access: fc.subarray(['loop', 'step-free']),
      dated: fc.boolean(),
      position: fc.option(fc.constantFrom(0, 0.1, 3)),
    })
    .map(({ weekday: on, time, attendance, access, dated, position }) => {
      const venue = position === null ? { locality: 'Town' } : at(0, position, { locality: 'Town' });
      return dated
        ? weekly(on, time, { attendance, access, venue })
        : aMeeting({ attendance, access, venue, text: 'now and then' });
    });
  const group = fc
    .record({
      name: fc.constantFrom('Anna', 'Annex', 'Bella'),
      topics: fc.subarray(['Grief', 'Sleep', 'grief']),
      leadership: fc.constantFrom(undefined, 'peers', 'professionals', 'both') as fc.Arbitrary<
        Group['leadership']
      >,
      meetings: fc.array(meeting, { maxLength: 3 }),
    })
    .map(({ leadership, ...parts }) => aGroup({ ...parts, ...(leadership && { leadership }) }));
  const groups = fc.array(group, { maxLength: 7 });
  const filters: fc.Arbitrary<Filters> = fc.record(
    {
      day: fc.subarray(['MO', 'TU', 'SA']),
      time: fc.subarray(['morning', 'night', 'evening']),
      attendance: fc.subarray(['in-person', 'online']),
      topic: fc.subarray(['Grief', 'Sleep']),
      access: fc.subarray(['loop', 'step-free']),
      leadership: fc.subarray(['peers', 'professionals']),
    },
    { requiredKeys: [] },
  );
  const HERE = { latitude: 0, longitude: 0 };
  const question = fc
    .record({
      words: fc.constantFrom('', '', 'ann', 'bella'),
      filters,
      near: fc.constantFrom(undefined, undefined, { position: HERE, radiusKm: 50 }, { position: HERE }),
      before: fc.constantFrom(undefined, undefined, NOW + 3 * DAY),
    })
    .map((parts): Query => parts);

  it('give rows that satisfy every filter, each group once', async () => {
    await fc.assert(
      fc.asyncProperty(groups, question, async (listing, asked) => {
        const finder = await finderOf(...listing);
        const { rows, online, total } = finder.narrow(asked);
        const all = [...rows, ...online];
        expect(new Set(all.map((row) => row.group)).size).to.equal(all.length);
        expect(all.length).to.equal(total);
        for (const { group: own, meeting: shown, occurrence } of all) {
          const { day, time, attendance, topic, access, leadership } = asked.filters;
          const day_ = occurrence && displayed(occurrence, LONDON);
          if (occurrence) {
            expect(occurrence.meeting).to.equal(shown);
            expect(endOf(occurrence)).to.be.above(NOW);
          }
          if (day?.length) expect(day).to.include(day_?.weekday);
          if (time?.length) {
            const hour = Number(day_?.time.slice(0, 2));
            expect(time).to.include(
              hour < 5 ? 'night' : hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening',
            );
          }
          if (attendance?.length) expect([...attendance, 'hybrid']).to.include(shown?.attendance);
          if (topic?.length)
            expect(
              own.topics.some((one) => topic.some((two) => two.toLowerCase() === one.toLowerCase())),
            ).to.equal(true);
          if (access) expect(shown?.access ?? access).to.include.members(access as string[]);
          if (leadership?.length) expect([...leadership, 'both']).to.include(own.leadership);
          if (asked.words) expect(own.name.toLowerCase().startsWith(asked.words)).to.equal(true);
          if (asked.before) expect(occurrence?.start).to.be.below(asked.before);
        }
        for (const { meeting: shown, distanceKm: km } of rows) {
          if (!asked.near) expect(km).to.equal(undefined);
          else {
            expect(shown?.attendance).not.to.equal('online');
            const position = shown?.venue?.position;
            expect(km).to.equal(position && distanceKm(HERE, position));
            expect(km).to.be.at.most(asked.near.radiusKm ?? Number.POSITIVE_INFINITY);
          }
        }
        for (const { meeting: shown, distanceKm: km } of online) {
          expect(shown?.attendance).not.to.equal('in-person');
          expect(km).to.equal(undefined);
        }
      }),
    );
  });

  it('count for each choice what choosing it brings', async () => {
    await fc.assert(
      fc.asyncProperty(groups, question, async (listing, asked) => {
        const finder = await finderOf(...listing);
        for (const { key, choices: offered } of finder.narrow(asked).facets) {
          for (const { value, count } of offered) {
            const others = key === 'access' ? (asked.filters.access ?? []) : [];
            const chosen = { ...asked.filters, [key]: [...new Set([...others, value])] };
            expect(finder.narrow({ ...asked, filters: chosen }).total, `${key} ${value}`).to.equal(count);
          }
        }
      }),
    );
  });

  it('never find less when something is let go of, and rescue says how many', async () => {
    await fc.assert(
      fc.asyncProperty(groups, question, async (listing, asked) => {
        const finder = await finderOf(...listing);
        const { total } = finder.narrow(asked);
        const rescues = finder.rescue(asked);
        for (const rescue of rescues) expect(rescue.total).to.be.at.least(total);
        for (const key of FACET_KEYS) {
          if (!asked.filters[key]?.length) continue;
          const wider = finder.narrow({ ...asked, filters: { ...asked.filters, [key]: [] } }).total;
          const told = rescues.find(({ drop, value }) => drop === key && value === undefined);
          expect(told?.total ?? 0).to.equal(wider);
        }
      }),
    );
  });

  it('stay the same whether a finder grew older or was made later', async () => {
    await fc.assert(
      fc.asyncProperty(groups, fc.integer({ min: 0, max: 20 * 24 }), async (listing, hours) => {
        const later = NOW + hours * HOUR;
        const timetable = await timetableOf(...listing);
        const aged = finderFor(timetable);
        aged.narrow(query());
        timetable.refresh(later);
        const made = finderFor(await Timetable.create(listing, later, LONDON, noPause));
        expect(aged.narrow(query())).to.deep.equal(made.narrow(query()));
      }),
    );
  });
});

describe('the words of a listing', () => {
  const listing = Array.from({ length: 250 }, () => withMeetings('a'.repeat(200), weekly('MO', '10:00')));

  it('are read in slices', async () => {
    let pauses = 0;
    const finder = new Finder(
      await timetableOf(...listing),
      () => '',
      async () => {
        pauses++;
      },
    );
    await finder.searchable;
    expect(pauses).to.be.above(3);
    expect(finder.narrow({ words: 'a', filters: {} }).total).to.equal(250);
  });

  it('can be searched before they are read, and after the reading was broken off', async () => {
    const finder = new Finder(
      await timetableOf(...listing),
      () => '',
      () => Promise.reject(new Error('aborted')),
    );
    expect(finder.narrow({ words: 'a', filters: {} }).total).to.equal(250);
    await finder.searchable;
    expect(finder.narrow({ words: 'b', filters: {} }).total).to.equal(0);
  });

  it('hold the names of languages', async () => {
    const finder = new Finder(
      await timetableOf(aGroup({ languages: ['pl'] }), aGroup()),
      (code) => (code === 'pl' ? 'Polish' : ''),
      noPause,
    );
    expect(finder.narrow({ words: 'polish', filters: {} }).total).to.equal(1);
  });
});
