import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { schemaOrg } from '../../../src/backend/adapters/schema-org.js';
import type { ReadContext } from '../../../src/backend/ports.js';
import { Problem } from '../../../src/backend/problem.js';
import { jsonLdScripts } from '../../../src/backend/schema-org-scripts.js';
import { FAMILY } from '../../../src/domain/group.js';
import { occurrences } from '../../../src/domain/recurrence/occurrences.js';
import { problemOf } from '../../problem-of.js';

const context: ReadContext = {
  today: '2026-11-21',
  address: 'https://example.org/events/',
  pause: async () => {},
};
const LONDON = { timeZone: 'Europe/London' };
const read = (json: unknown, more: Partial<ReadContext> = {}) =>
  schemaOrg.read({ text: '', json }, { ...context, ...more });
const readPage = (text: string, more: Partial<ReadContext> = {}) =>
  schemaOrg.read({ text }, { ...context, ...more });
const event = (more: object = {}) => ({
  '@type': 'Event',
  name: 'Calm',
  startDate: '2026-12-01T18:30',
  ...more,
});
const graph = (...nodes: object[]) => ({ '@context': 'https://schema.org', '@graph': nodes });
const one = async (more: object, about: Partial<ReadContext> = {}) => {
  const reading = await read(graph(event(more)), about);
  const group = reading.directory.groups[0]!;
  return {
    reading,
    group,
    meeting: (group?.meetings ?? [])[0]!,
    reasons: reading.remarks.map(({ reason }) => reason),
  };
};
const scheduled = (schedule: object, more: object = {}, about: Partial<ReadContext> = {}) =>
  one(
    {
      startDate: undefined,
      eventSchedule: { '@type': 'Schedule', startTime: '18:30', ...schedule },
      ...more,
    },
    about,
  );
const names = async (json: unknown) => (await read(json)).directory.groups.map(({ name }) => name);

describe('schema.org', () => {
  it('reads its own example', async () => {
    const json = await (await fetch(new URL('../../../fixtures/schema-org.json', import.meta.url))).json();
    const { directory, kept, leftOut, remarks } = await read(json, LONDON);
    expect(kept).to.equal(9);
    expect(leftOut).to.deep.equal([]);
    expect(remarks).to.deep.equal([{ reason: 'One event is over and is not shown' }]);
    expect(directory.groups.map(({ name, meetings }) => [name, meetings.length])).to.deep.equal([
      ['Low Tide Circle', 1],
      ['Sea Legs: first steps after the ward', 1],
      ['Carers’ Coffee', 1],
      ['Sleep and Worry, Online', 1],
    ]);
    const venue = {
      name: 'The Old Boathouse',
      address: '3 Quay Row, Liverpool, L3 4BX, GB',
      locality: 'Liverpool',
      postalCode: 'L3 4BX',
      country: 'GB',
      position: { latitude: 53.3994, longitude: -2.9916 },
    };
    const contact = {
      name: 'Harbour Peer Network',
      phone: '0151 496 0140',
      email: 'hello@harbour.example.org',
      url: 'https://harbour.example.org/',
    };
    expect(directory.groups[0]).to.deep.equal({
      id: 'low-tide-circle',
      name: 'Low Tide Circle',
      summary: 'A quiet evening for people who live with low mood.',
      notes: 'Tea is free. You don’t have to talk.',
      url: 'https://harbour.example.org/low-tide/',
      topics: ['low mood', 'depression'],
      audience: ['Adults', '18+'],
      languages: ['en-GB'],
      cost: 'free',
      contact,
      datesOnly: true,
      meetings: [
        {
          start: '2026-01-06T18:30',
          durationMinutes: 90,
          timeZone: 'Europe/London',
          rule: { frequency: 'WEEKLY', byDay: [{ weekday: 'TU' }] },
          exceptDates: ['2026-12-29'],
          changes: [{ recurrenceId: '2026-12-22T18:30', status: 'cancelled' }],
          attendance: 'in-person',
          venue,
          access: ['Step-free entrance'],
        },
      ],
    });
    expect(directory.groups[1]!.meetings).to.deep.equal([
      {
        start: '2026-12-03T14:00',
        durationMinutes: 90,
        timeZone: 'Europe/London',
        extraDates: ['2026-12-17T14:00', '2026-12-31T14:00'],
        changes: [{ recurrenceId: '2026-12-31T14:00', status: 'moved', start: '2027-01-08T14:00' }],
        attendance: 'hybrid',
        venue,
        joinUrl: 'https://meet.example.org/sea-legs',
        access: ['Step-free entrance'],
      },
    ]);
    expect(directory.groups[2]!.audience).to.deep.equal([FAMILY]);
    expect(directory.groups[2]!.meetings[0]!.extraDates).to.deep.equal(['2027-01-02T10:00']);
    expect(directory.groups[3]).to.deep.include({
      url: 'https://harbour.example.org/book/sleep',
      leader: 'Imani',
      cost: '3.50 GBP',
    });
    expect(directory.groups[3]!.meetings[0]).to.deep.include({
      attendance: 'online',
      joinUrl: 'https://meet.example.org/sleep',
      durationMinutes: 60,
    });
  });
});

describe('where events stand in JSON-LD', () => {
  const calm = event();
  const bold = event({ name: 'Bold', url: 'https://example.org/bold' });
  const context = 'http://schema.org';
  const shapes: Record<string, [unknown, string[]]> = {
    'alone, with a context in every form': [
      { ...calm, '@context': { '@vocab': 'https://schema.org/' } },
      ['Calm'],
    ],
    'in a bare list': [
      [
        { '@context': context, ...calm },
        { '@context': context, ...bold },
      ],
      ['Calm', 'Bold'],
    ],
    'in a graph': [graph(calm, bold), ['Calm', 'Bold']],
    'in an ItemList, as items and bare': [
      {
        '@context': [context, { '@language': 'en' }],
        '@type': 'ItemList',
        itemListElement: [{ '@type': 'ListItem', position: 1, item: calm }, bold],
      },
      ['Calm', 'Bold'],
    ],
    'under an organisation': [
      { '@context': context, '@type': 'NGO', name: 'Us', events: [calm, bold] },
      ['Calm', 'Bold'],
    ],
    'under a page': [{ '@context': context, '@type': 'WebPage', mainEntity: calm }, ['Calm']],
    'with prefixed names, and several classes': [
      {
        '@context': { schema: 'https://schema.org/' },
        '@type': ['schema:Event', 'other:Thing'],
        'schema:name': { '@value': 'Calm', '@language': 'en' },
        'schema:startDate': '2026-12-01T18:30',
      },
      ['Calm'],
    ],
    'with full addresses for names': [
      { '@type': 'https://schema.org/SocialEvent', 'https://schema.org/name': [{ '@value': 'Calm' }] },
      ['Calm'],
    ],
    'of which one tells only where it stands': [
      graph(
        { '@type': 'NGO', event: { '@id': '#a' } },
        { ...calm, '@id': '#a' },
        { '@type': 'Event', '@id': '#a', url: '/x' },
      ),
      ['Calm'],
    ],
    'beside what is no gathering': [
      graph(calm, { '@type': 'PublicationEvent', name: 'First edition' }),
      ['Calm'],
    ],
    'beside another vocabulary': [
      [
        { '@context': 'https://www.w3.org/ns/activitystreams', ...bold },
        { '@context': context, ...calm },
      ],
      ['Calm'],
    ],
  };
  for (const [where, [json, expected]] of Object.entries(shapes)) {
    it(`finds them ${where}`, async () => expect(await names(json)).to.deep.equal(expected));
  }

  it('gives events the organiser or the place under which they stand', async () => {
    const { directory } = await read([
      { '@context': context, '@type': 'NGO', name: 'Us', telephone: '0113 496 0000', event: calm },
      { '@context': context, '@type': 'Library', name: 'Hall', event: bold },
    ]);
    expect(directory.groups[0]!.contact).to.deep.equal({ name: 'Us', phone: '0113 496 0000' });
    expect(directory.groups[1]!.meetings[0]!.venue).to.deep.equal({ name: 'Hall' });
    expect(directory.groups[1]!.contact).to.equal(undefined);
  });

  it('says that a JSON file of another kind is none', async () => {
    expect((await problemOf(read({ hello: 1 }))).hint).to.contain('@context');
    expect(
      (await problemOf(read({ '@context': 'https://www.w3.org/ns/activitystreams', ...calm }))).hint,
    ).to.contain('schema.org');
  });

  it('takes JSON-LD without events for an empty list, and a page without any for a mistake', async () => {
    const { directory, remarks } = await read({
      '@context': context,
      '@type': 'ItemList',
      itemListElement: [],
    });
    expect(directory.groups).to.deep.equal([]);
    expect(remarks).to.deep.equal([{ reason: 'There is no Event in it' }]);
    const page =
      '<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebPage"}</script>';
    expect((await problemOf(readPage(page))).hint).to.contain('no Event');
    expect((await problemOf(readPage('<p>Hello</p>'))).hint).to.contain('application/ld+json');
  });
});

describe('sessions and their series', () => {
  const times = async (...nodes: object[]) => {
    const { directory } = await read(graph(...nodes), LONDON);
    return directory.groups.map(({ name, meetings }) => [
      name,
      ...meetings.map(({ start, extraDates = [] }) =>
        [start, ...extraDates].map((date) => date?.slice(0, 10)),
      ),
    ]);
  };

  it('makes one group of what is linked to one series, from either side, also where the series is described nowhere', async () => {
    const nested = {
      '@type': 'EventSeries',
      '@id': '#s',
      name: 'Calm',
      subEvent: [event({ name: 'Week 1' }), { '@id': '#2' }],
    };
    expect(
      await times(nested, event({ '@id': '#2', name: undefined, startDate: '2026-12-08T18:30' })),
    ).to.deep.equal([['Calm', ['2026-12-01'], ['2026-12-08']]]);
    const named = (day: string) =>
      event({ superEvent: { '@id': 'https://example.org/#s' }, startDate: `${day}T18:30` });
    expect(await times(named('2026-12-01'), named('2026-12-08'))).to.deep.equal([
      ['Calm', ['2026-12-01', '2026-12-08']],
    ]);
  });

  it('reads the schedule of a series that stands only within its session', async () => {
    const { directory, kept } = await read(
      graph(
        event({
          startDate: '2026-12-08T18:30',
          eventStatus: 'EventCancelled',
          superEvent: {
            '@type': 'EventSeries',
            name: 'Calm',
            eventSchedule: { byDay: 'Tuesday', startTime: '18:30' },
          },
        }),
      ),
    );
    expect(kept).to.equal(2);
    expect(directory.groups).to.have.lengthOf(1);
    expect(directory.groups[0]!.meetings).to.have.lengthOf(1);
    expect(directory.groups[0]!.meetings[0]!.changes).to.deep.equal([
      { recurrenceId: '2026-12-08T18:30', status: 'cancelled' },
    ]);
  });

  it('does not list a series whose sessions are all over', async () => {
    const series = {
      '@type': 'EventSeries',
      name: 'Calm',
      subEvent: [event({ startDate: '2026-01-06T18:30' })],
    };
    const { directory, kept, remarks } = await read(graph(series));
    expect([directory.groups.length, kept, remarks.length]).to.deep.equal([0, 0, 1]);
  });

  it('tells a session’s own name as a note', async () => {
    const { directory } = await read(
      graph({ '@type': 'EventSeries', name: 'Calm', subEvent: event({ name: 'Sleep &amp; rest' }) }),
    );
    expect(directory.groups[0]!.meetings[0]!.note).to.equal('Sleep & rest');
  });

  it('keeps the parts of a festival apart', async () => {
    const week = event({
      '@type': 'Festival',
      name: 'Recovery Week',
      subEvent: [event({ name: 'Art' }), event({ name: 'Walk' })],
    });
    expect((await times(week)).map(([name]) => name)).to.deep.equal(['Recovery Week', 'Art', 'Walk']);
  });

  const place = { '@type': 'Place', name: 'Hall', address: '1 High St, Leeds, UK' };
  it('makes one group of equal names on one page but for the date, or with equal organiser and place', async () => {
    const on = (day: string, more: object) => event({ startDate: `${day}T18:30`, ...more });
    const page = (day: string) => on(day, { url: `https://example.org/event/calm/${day}/` });
    expect(await times(page('2026-12-01'), page('2026-12-08'))).to.deep.equal([
      ['Calm', ['2026-12-01', '2026-12-08']],
    ]);
    const there = { organizer: 'Us', location: place };
    expect(
      await times(on('2026-12-08', there), on('2026-12-01', { ...there, name: ' CALM ' })),
    ).to.deep.equal([['Calm', ['2026-12-01', '2026-12-08']]]);
  });

  it('keeps two meetings of one group where time or place differ', async () => {
    const url = 'https://example.org/calm';
    expect(
      await times(
        event({ url }),
        event({ url, startDate: '2026-12-02T10:00' }),
        event({ url, startDate: '2026-12-08T18:30' }),
      ),
    ).to.deep.equal([['Calm', ['2026-12-01', '2026-12-08'], ['2026-12-02']]]);
  });

  it('never joins by a name alone, nor by a page that lists several groups', async () => {
    const other = { startDate: '2026-12-08T18:30' };
    expect(await times(event(), event(other))).to.have.lengthOf(2);
    expect(
      await times(
        event({ organizer: 'Us', location: place }),
        event({ ...other, organizer: 'Them', location: place }),
      ),
    ).to.have.lengthOf(2);
    const url = 'https://example.org/groups';
    expect(
      await times(event({ url }), event({ ...other, url }), event({ url, name: 'Bold' })),
    ).to.have.lengthOf(3);
    const listing = 'https://example.org/events/';
    expect(await times(event({ url: listing }), event({ ...other, url: listing }))).to.have.lengthOf(2);
  });

  it('leaves out what is said twice, and tells where it was said first', async () => {
    const { directory, leftOut } = await read(graph(event({ url: '/a' }), event({ url: '/a' })));
    expect(directory.groups[0]!.meetings).to.have.lengthOf(1);
    expect(leftOut).to.deep.equal([{ row: 2, reason: 'says the same as record 1' }]);
  });

  it('lays single sessions on the schedule of their series: cancelled, moved, elsewhere, further ones', async () => {
    const { directory } = await read(
      graph({
        ...event({ startDate: undefined, location: place }),
        '@id': '#s',
        eventSchedule: {
          byDay: 'Tuesday',
          startTime: '18:30',
          endTime: '20:00',
          scheduleTimezone: 'Europe/London',
        },
        subEvent: [
          {
            '@type': 'Event',
            startDate: '2026-12-01T18:30:00Z',
            eventStatus: 'https://schema.org/EventCancelled',
          },
          {
            '@type': 'Event',
            startDate: '2026-12-09T19:00:00+00:00',
            previousStartDate: '2026-12-08T18:30:00+00:00',
            eventStatus: 'EventRescheduled',
          },
          { '@type': 'Event', startDate: '2026-12-15T18:30:00Z', location: 'Library, 2 Low St, Leeds, UK' },
          {
            '@type': 'Event',
            startDate: '2026-12-22T18:30:00Z',
            eventStatus: 'EventMovedOnline',
            location: { '@type': 'VirtualLocation', url: 'https://meet.example.org/1' },
          },
          { '@type': 'Event', startDate: '2026-12-29T18:30:00Z' },
          { '@type': 'Event', startDate: '2027-01-02T10:00:00Z' },
          { '@type': 'Event' },
        ],
      }),
    );
    const [group, none] = directory.groups;
    expect(none).to.equal(undefined);
    const [weekly, further] = group!.meetings;
    expect(weekly!.changes).to.deep.equal([
      { recurrenceId: '2026-12-01T18:30', status: 'cancelled' },
      { recurrenceId: '2026-12-08T18:30', status: 'moved', start: '2026-12-09T19:00' },
      {
        recurrenceId: '2026-12-15T18:30',
        status: 'changed',
        venue: { address: 'Library, 2 Low St, Leeds, UK', locality: 'Leeds', country: 'GB' },
      },
      { recurrenceId: '2026-12-22T18:30', status: 'moved', joinUrl: 'https://meet.example.org/1' },
    ]);
    expect(further).to.deep.include({ start: '2027-01-02T10:00' });
  });
});

describe('what becomes of one event', () => {
  const at = '2026-12-01T18:30';
  const change = async (more: object) => (await one(more, LONDON)).meeting.changes;

  it('says cancelled, postponed and rescheduled as changes of the session', async () => {
    expect(await change({ eventStatus: 'https://schema.org/EventCancelled' })).to.deep.equal([
      { recurrenceId: at, status: 'cancelled' },
    ]);
    expect(await change({ eventStatus: { '@id': 'schema:EventPostponed' } })).to.deep.equal([
      { recurrenceId: at, status: 'moved' },
    ]);
    const { meeting } = await one(
      {
        eventStatus: 'EventRescheduled',
        previousStartDate: '2026-11-28',
        startDate: '2026-12-01T18:30:00+00:00',
      },
      LONDON,
    );
    expect(meeting).to.deep.include({ start: '2026-11-28T18:30' });
    expect(meeting.changes).to.deep.equal([{ recurrenceId: '2026-11-28T18:30', status: 'moved', start: at }]);
    expect(await change({ eventStatus: 'EventScheduled' })).to.equal(undefined);
  });

  it('tells of a session that was brought forward until the day on which people would have come', async () => {
    const { meeting } = await one(
      {
        startDate: '2026-11-18T18:30',
        previousStartDate: '2026-11-25T18:30',
        eventStatus: 'EventRescheduled',
      },
      LONDON,
    );
    expect(meeting.start).to.equal('2026-11-25T18:30');
    const gone = {
      startDate: '2026-11-18T18:30',
      previousStartDate: '2026-11-11T18:30',
      eventStatus: 'EventRescheduled',
    };
    expect((await one(gone)).group).to.equal(undefined);
  });

  it('shows a postponed session as one that does not take place', async () => {
    const { meeting } = await one({ eventStatus: 'EventPostponed' }, LONDON);
    const [session] = occurrences(meeting, Date.UTC(2026, 10, 30), Date.UTC(2026, 11, 3), 'Europe/London');
    expect(session!.status).to.equal('cancelled');
  });

  it('has moved online: nobody is sent to the door', async () => {
    const { meeting } = await one({
      eventStatus: 'EventMovedOnline',
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: [
        { '@type': 'Place', name: 'Hall', address: '1 High St, Leeds, UK' },
        { '@type': 'VirtualLocation', url: 'https://meet.example.org/1' },
      ],
    });
    expect(meeting).to.deep.include({
      attendance: 'online',
      joinUrl: 'https://meet.example.org/1',
      venue: { locality: 'Leeds', country: 'GB' },
    });
  });

  it('leaves out a schedule that is cancelled as a whole', async () => {
    const { leftOut } = await read(
      graph(
        event({ eventStatus: 'EventCancelled', eventSchedule: { byDay: 'Monday', startTime: '10:00' } }),
        event({ name: 'Bold' }),
      ),
    );
    expect(leftOut).to.deep.equal([{ row: 1, reason: 'is cancelled as a whole' }]);
  });

  it('leaves out what is over, and tells it once', async () => {
    const past = Array.from({ length: 200 }, (_, day) =>
      event({ name: `Past ${day}`, startDate: `2025-0${(day % 9) + 1}-11T18:30` }),
    );
    const { directory, kept, leftOut, remarks } = await read(graph(...past, event()));
    expect([directory.groups.length, kept, leftOut.length]).to.deep.equal([1, 1, 0]);
    expect(remarks).to.deep.equal([{ reason: '200 events are over and are not shown' }]);
    expect((await read(graph(...past))).directory.groups).to.deep.equal([]);
  });

  it('keeps what is on today, and what began yesterday and goes on after midnight', async () => {
    expect((await one({ startDate: '2026-11-21T00:30' })).group).to.not.equal(undefined);
    expect((await one({ startDate: '2026-11-20T23:00', endDate: '2026-11-21T01:00' })).group).to.not.equal(
      undefined,
    );
    expect((await one({ startDate: '2026-11-20T23:00', endDate: '2026-11-21T00:00' })).group).to.equal(
      undefined,
    );
  });

  it('shows an event without a date, or without a time, in words', async () => {
    const without = await one({ startDate: undefined });
    expect(without.meeting).to.deep.equal({ attendance: 'in-person', access: [] });
    expect(without.reasons[0]).to.contain('no startDate');
    expect((await one({ startDate: '2026-12-01', endDate: '2026-12-03' })).meeting.text).to.equal(
      '2026-12-01 – 2026-12-03',
    );
    expect(
      (await one({ startDate: '2026-12-01T00:00:00', endDate: '2026-12-01T23:59:59' })).meeting,
    ).to.deep.include({ text: '2026-12-01' });
    expect((await one({ startDate: '2026-11-01' })).group).to.equal(undefined);
    expect((await one({ startDate: 'next Tuesday' })).reasons[0]).to.contain('startDate "next Tuesday"');
  });

  it('takes an end weeks later for a season, not for one long session', async () => {
    const { meeting, reasons } = await one({ startDate: '2026-01-06T18:30', endDate: '2026-12-15T20:00' });
    expect(meeting).to.deep.include({ text: '2026-01-06 – 2026-12-15' });
    expect(reasons[0]).to.contain('eventSchedule');
  });
});

describe('an offset in a date', () => {
  const meetingAt = async (startDate: string, about: Partial<ReadContext> = {}, more: object = {}) => {
    const { start, timeZone } = (await one({ startDate, ...more }, about)).meeting;
    return [start, timeZone];
  };

  it('is an instant, told on the clocks of the zone that is known', async () => {
    expect(await meetingAt('2027-07-06T17:30:00Z', LONDON)).to.deep.equal([
      '2027-07-06T18:30',
      'Europe/London',
    ]);
    expect(await meetingAt('2027-07-06T18:30:00+01:00', LONDON)).to.deep.equal([
      '2027-07-06T18:30',
      'Europe/London',
    ]);
    expect(await meetingAt('2027-07-06T01:30:00.000+0200', { timeZone: 'America/New_York' })).to.deep.equal([
      '2027-07-05T19:30',
      'America/New_York',
    ]);
    expect(await meetingAt('2026-12-01T18:30', LONDON)).to.deep.equal(['2026-12-01T18:30', 'Europe/London']);
    expect(await meetingAt('2026-12-01T18:30')).to.deep.equal(['2026-12-01T18:30', undefined]);
  });

  it('stays an instant where no zone is known: the clock on the wall at a place, UTC online', async () => {
    expect(await meetingAt('2027-07-06T18:30:00+01:00')).to.deep.equal(['2027-07-06T18:30', 'Etc/GMT-1']);
    expect(await meetingAt('2027-07-06T18:30-05:00')).to.deep.equal(['2027-07-06T18:30', 'Etc/GMT+5']);
    expect(await meetingAt('2027-07-06T18:30Z')).to.deep.equal(['2027-07-06T18:30', 'UTC']);
    expect(await meetingAt('2027-07-06T18:30+05:30')).to.deep.equal(['2027-07-06T18:30', undefined]);
    const online = { location: { '@type': 'VirtualLocation' } };
    expect(await meetingAt('2027-07-06T18:30+05:30', {}, online)).to.deep.equal(['2027-07-06T13:00', 'UTC']);
    const { meeting } = await one({ startDate: '2027-07-06T18:30:00+01:00' });
    const [session] = occurrences(meeting, Date.UTC(2027, 6, 6), Date.UTC(2027, 6, 7), 'Asia/Tokyo');
    expect(session).to.deep.include({ start: Date.UTC(2027, 6, 6, 17, 30), local: '2027-07-06T18:30' });
  });

  it('tells the webmaster once which attribute is missing', async () => {
    const { remarks } = await read(
      graph(event({ startDate: '2026-12-01T18:30Z' }), event({ name: 'B', startDate: '2026-12-01T18:30Z' })),
    );
    expect(remarks).to.have.lengthOf(1);
    expect(remarks[0]!.reason).to.contain('2 times').and.to.contain('source-time-zone');
  });

  it('counts for the length of a session', async () => {
    const { meeting } = await one(
      { startDate: '2026-12-01T18:30:00+01:00', endDate: '2026-12-01T19:00:00Z' },
      LONDON,
    );
    expect(meeting.durationMinutes).to.equal(90);
    const { reasons } = await one({ endDate: '2026-12-01T17:00' });
    expect(reasons).to.deep.equal(['endDate lies before startDate, so no end is shown']);
  });
});

describe('Schedule', () => {
  const TU = { weekday: 'TU' };
  const rules: Record<string, [object, object]> = {
    'every week': [
      { repeatFrequency: 'P1W', byDay: 'https://schema.org/Tuesday' },
      { frequency: 'WEEKLY', byDay: [TU] },
    ],
    'days in every form': [
      { repeatFrequency: 'weekly', byDay: ['Tue', 'TH', { '@id': 'schema:Friday' }, 'sunday'] },
      { frequency: 'WEEKLY', byDay: [TU, { weekday: 'TH' }, { weekday: 'FR' }, { weekday: 'SU' }] },
    ],
    'days without a frequency': [
      { byDay: 'MO,WE' },
      { frequency: 'WEEKLY', byDay: [{ weekday: 'MO' }, { weekday: 'WE' }] },
    ],
    'every two weeks': [
      { repeatFrequency: 'P2W', byDay: 'Tuesday', startDate: '2026-12-01' },
      { frequency: 'WEEKLY', interval: 2, byDay: [TU] },
    ],
    'every fourteen days': [
      { repeatFrequency: 'P14D', startDate: '2026-12-01' },
      { frequency: 'WEEKLY', interval: 2 },
    ],
    'every day': [{ repeatFrequency: 'P1D' }, { frequency: 'DAILY' }],
    'weekdays of the month': [
      { repeatFrequency: 'P1M', byDay: 'Tuesday', byMonthWeek: [1, 3] },
      {
        frequency: 'MONTHLY',
        byDay: [
          { ...TU, nth: 1 },
          { ...TU, nth: 3 },
        ],
      },
    ],
    'weeks of the month, weekly': [
      { repeatFrequency: 'P1W', byDay: 'Tuesday', byMonthWeek: '2' },
      { frequency: 'MONTHLY', byDay: [{ ...TU, nth: 2 }] },
    ],
    'days as calendars write them': [
      { repeatFrequency: 'P1M', byDay: '2TU,-1TU' },
      {
        frequency: 'MONTHLY',
        byDay: [
          { ...TU, nth: 2 },
          { ...TU, nth: -1 },
        ],
      },
    ],
    'a weekday of the month, told by the first date': [
      { repeatFrequency: 'P1M', byDay: 'Tuesday', startDate: '2026-12-08' },
      { frequency: 'MONTHLY', byDay: [{ ...TU, nth: 2 }] },
    ],
    'a day of the month': [
      { repeatFrequency: 'P1M', byMonthDay: 15 },
      { frequency: 'MONTHLY', byMonthDay: [15] },
    ],
    'some months': [
      { repeatFrequency: 'P1W', byDay: 'Tuesday', byMonth: [1, 2] },
      { frequency: 'WEEKLY', byDay: [TU], byMonth: [1, 2] },
    ],
    'once a year': [{ repeatFrequency: 'P1Y', startDate: '2026-12-01' }, { frequency: 'YEARLY' }],
    'with a last day': [
      { byDay: 'Tuesday', endDate: '2027-03-30T20:00:00' },
      { frequency: 'WEEKLY', byDay: [TU], until: '2027-03-30' },
    ],
    'with a count': [
      { byDay: 'Tuesday', startDate: '2026-12-01', repeatCount: '6' },
      { frequency: 'WEEKLY', byDay: [TU], count: 6 },
    ],
    'as an RRULE': [{ repeatFrequency: 'FREQ=WEEKLY;BYDAY=TU' }, { frequency: 'WEEKLY', byDay: [TU] }],
  };
  for (const [what, [schedule, rule]] of Object.entries(rules)) {
    it(`reads ${what}`, async () => {
      const { meeting, reasons } = await scheduled(schedule);
      expect(meeting.rule).to.deep.equal(rule);
      expect(reasons).to.deep.equal([]);
      const [session] = occurrences(
        meeting,
        Date.parse(`${meeting.start}Z`),
        Date.parse(`${meeting.start}Z`) + 1,
        'UTC',
      );
      expect(session!.local).to.equal(meeting.start);
    });
  }

  const unclear: Record<string, [object, string]> = {
    'which week of the month': [{ repeatFrequency: 'P1M', byDay: 'Tuesday' }, '18:30'],
    'whether the fourth is the last': [
      { repeatFrequency: 'P1M', byDay: 'Tuesday', startDate: '2027-02-23' },
      '18:30, 2027-02-23',
    ],
    'which day': [{ repeatFrequency: 'P1W', byDay: 'PublicHolidays' }, 'PublicHolidays, 18:30'],
    'what biweekly means': [{ repeatFrequency: 'biweekly', byDay: 'Tuesday' }, 'biweekly, Tuesday, 18:30'],
    'how often': [{ startDate: '2026-12-01', endDate: '2027-01-31' }, '18:30, 2026-12-01'],
  };
  for (const [what, [schedule, words]] of Object.entries(unclear)) {
    it(`says it in words, and tells it, where nobody can know ${what}`, async () => {
      const { meeting, reasons } = await scheduled(schedule);
      expect(meeting.text).to.equal(words);
      expect(meeting.start).to.equal(undefined);
      expect(reasons[0]).to.contain('eventSchedule has no date');
    });
  }

  const dayless: Record<string, [object, object]> = {
    'which weeks': [
      { repeatFrequency: 'P2W', byDay: 'Tuesday' },
      { interval: 2, note: '18:30' },
    ],
    'which of two days': [
      { repeatFrequency: 'P2W', byDay: 'Tuesday', startDate: '2026-12-02' },
      { interval: 2, note: '18:30, 2026-12-02' },
    ],
    when: [{ startTime: undefined, byDay: 'Tuesday' }, {}],
  };
  for (const [what, [schedule, { interval, note }]] of Object.entries(dayless) as [
    string,
    [object, { interval?: number; note?: string }],
  ][]) {
    it(`says the days and no date where nobody can know ${what}`, async () => {
      const { meeting, reasons } = await scheduled(schedule);
      expect(meeting.rule).to.deep.equal({ frequency: 'WEEKLY', ...(interval && { interval }), byDay: [TU] });
      expect(meeting.note).to.equal(note);
      expect(meeting.start).to.equal(undefined);
      expect(reasons[0]).to.contain('eventSchedule has no date');
    });
  }

  it('begins on the first of its own days, whatever day the event itself began', async () => {
    const { meeting } = await scheduled(
      { byDay: 'https://schema.org/Sunday', startTime: '11:00' },
      { startDate: '2026-12-01T09:00' },
    );
    expect(meeting.start).to.equal('2026-12-06T11:00');
  });

  it('takes time and length from the event where it names none', async () => {
    const { meeting } = await scheduled(
      { byDay: 'Tuesday', startTime: undefined },
      { startDate: '2026-12-01T18:30:00+00:00', endDate: '2026-12-01T20:00:00+00:00' },
      LONDON,
    );
    expect(meeting).to.deep.include({
      start: '2026-12-01T18:30',
      durationMinutes: 90,
      timeZone: 'Europe/London',
    });
  });

  it('moves a clock with an offset into its zone, but never onto another day', async () => {
    const start = async (startTime: string) =>
      (await scheduled({ byDay: 'Tuesday', startDate: '2026-12-01', startTime }, {}, LONDON)).meeting.start;
    expect(await start('18:30:00+01:00')).to.equal('2026-12-01T17:30');
    expect(await start('00:30+01:00')).to.equal('2026-12-01T00:30');
  });

  it('is not laid over sessions at another time, nor over those after its last day', async () => {
    const session = (startDate: string) => ({ '@type': 'Event', startDate, eventStatus: 'EventCancelled' });
    const { group } = await scheduled(
      { byDay: 'Tuesday', endDate: '2026-12-08' },
      { subEvent: [session('2026-12-01T10:00'), session('2026-12-15T18:30')] },
    );
    const [weekly, ...further] = group.meetings;
    expect(weekly!.changes).to.equal(undefined);
    expect(further.map(({ start }) => start)).to.deep.equal(['2026-12-01T10:00', '2026-12-15T18:30']);
  });

  it('ends after midnight, or after its duration', async () => {
    expect(
      (await scheduled({ byDay: 'Tuesday', startTime: '23:00:00', endTime: '01:00:00' })).meeting
        .durationMinutes,
    ).to.equal(120);
    expect((await scheduled({ byDay: 'Tuesday', duration: 'PT1H30M' })).meeting.durationMinutes).to.equal(90);
  });

  it('is read in its own zone before the page’s; an exception with an offset too', async () => {
    const { meeting } = await scheduled(
      {
        byDay: 'Tuesday',
        scheduleTimezone: 'America/New_York',
        exceptDate: ['2026-12-22', '2026-12-30T00:30:00+01:00'],
      },
      {},
      LONDON,
    );
    expect(meeting).to.deep.include({
      timeZone: 'America/New_York',
      exceptDates: ['2026-12-22', '2026-12-29T18:30'],
    });
    const wrong = await scheduled({ byDay: 'Tuesday', scheduleTimezone: '+01:00' }, {}, LONDON);
    expect(wrong.meeting.timeZone).to.equal('Europe/London');
    expect(wrong.reasons[0]).to.contain('scheduleTimezone "+01:00"');
  });

  it('is left out when its last day or its count is over', async () => {
    expect((await scheduled({ byDay: 'Tuesday', endDate: '2026-11-20' })).group).to.equal(undefined);
    expect((await scheduled({ byDay: 'Tuesday', startDate: '2026-01-06', repeatCount: 3 })).group).to.equal(
      undefined,
    );
  });

  it('may stand several times', async () => {
    const { group } = await one({
      eventSchedule: [
        { byDay: 'Tuesday', startTime: '18:30' },
        { byDay: 'Friday', startTime: '10:00' },
      ],
    });
    expect(group.meetings.map(({ start }) => start?.slice(11))).to.deep.equal(['18:30', '10:00']);
  });
});

describe('where an event takes place', () => {
  const whereabouts = async (more: object) => {
    const { attendance, venue, joinUrl } = (await one(more)).meeting;
    return [attendance, venue?.name ?? venue?.address, joinUrl];
  };
  const virtual = { '@type': 'VirtualLocation', url: 'https://meet.example.org/1' };
  const hall = { '@type': 'Place', name: 'Hall' };

  it('is a place, a room online, or both', async () => {
    expect(await whereabouts({ location: hall })).to.deep.equal(['in-person', 'Hall', undefined]);
    expect(await whereabouts({ location: virtual })).to.deep.equal([
      'online',
      undefined,
      'https://meet.example.org/1',
    ]);
    expect(await whereabouts({ location: [hall, virtual] })).to.deep.equal([
      'hybrid',
      'Hall',
      'https://meet.example.org/1',
    ]);
    expect(await whereabouts({ location: '1 High St, Leeds, UK' })).to.deep.equal([
      'in-person',
      '1 High St, Leeds, UK',
      undefined,
    ]);
    expect(await whereabouts({ location: 'Online via Zoom' })).to.deep.equal([
      'online',
      undefined,
      undefined,
    ]);
    expect(await whereabouts({ location: 'https://meet.example.org/2' })).to.deep.equal([
      'online',
      undefined,
      'https://meet.example.org/2',
    ]);
    expect(
      await whereabouts({ location: { '@type': 'Place', name: 'Zoom', url: 'https://meet.example.org/3' } }),
    ).to.deep.equal(['online', undefined, 'https://meet.example.org/3']);
  });

  it('follows the mode that the event names, but for an offline one that is online only', async () => {
    const mode = (name: string) => ({ eventAttendanceMode: `https://schema.org/${name}EventAttendanceMode` });
    expect(await whereabouts({ location: hall, ...mode('Mixed') })).to.deep.equal([
      'hybrid',
      'Hall',
      undefined,
    ]);
    expect(await whereabouts({ location: hall, ...mode('Online') })).to.deep.equal([
      'online',
      undefined,
      undefined,
    ]);
    expect(await whereabouts({ location: virtual, ...mode('Offline') })).to.deep.equal([
      'online',
      undefined,
      'https://meet.example.org/1',
    ]);
  });

  it('is no room to join where the link is the event’s own page', async () => {
    const url = 'https://example.org/calm';
    expect(await whereabouts({ url, location: { '@type': 'VirtualLocation', url } })).to.deep.equal([
      'online',
      undefined,
      undefined,
    ]);
  });
});

describe('words of an event', () => {
  it('lose their markup, keep their paragraphs, and are read once where they are escaped twice', async () => {
    const { group } = await one({
      name: 'Stitcher&#8217;s <b>Circle</b>, for <18s',
      description: '&lt;p&gt;Come &amp;amp; sew.&lt;/p&gt;\\n&lt;p&gt;Tea.&lt;br&gt;Cake.&lt;/p&gt;',
    });
    expect(group.name).to.equal('Stitcher’s Circle , for <18s');
    expect(group).to.deep.include({ summary: 'Come & sew.', notes: 'Tea.\nCake.' });
  });

  it('say topics, ages, languages and prices', async () => {
    const { group } = await one({
      about: [{ '@type': 'Thing', name: 'Grief' }, { '@type': 'Organization', name: 'Us' }, 'Loss'],
      keywords: ['grief, loss', { '@type': 'DefinedTerm', name: 'Bereavement' }],
      audience: { '@type': 'PeopleAudience', audienceType: 'Men, Carers' },
      typicalAgeRange: '16-25',
      inLanguage: [{ '@type': 'Language', name: 'Spanish' }, 'en'],
      offers: [{ price: 0 }, { '@type': 'AggregateOffer', lowPrice: 2, highPrice: 5, priceCurrency: 'EUR' }],
    });
    expect(group).to.deep.include({
      topics: ['Grief', 'Loss', 'grief', 'loss', 'Bereavement'],
      audience: ['Men', FAMILY, '16–25'],
      languages: ['es', 'en'],
      cost: '0 / 2–5 EUR',
    });
  });
});

describe('JSON-LD in a web page', () => {
  const script = (json: unknown, type = 'type="application/ld+json"') =>
    `<script ${type}>${typeof json === 'string' ? json : JSON.stringify(json)}</script>`;
  const calm = { '@context': 'https://schema.org', ...event() };

  it('is read from every script of its kind, however it is written', async () => {
    const page = `<!doctype html><title>Us</title><script>var a = '<p>'</script>
      <SCRIPT class="yoast" data-x="a > b" TYPE='application/ld+json'>${JSON.stringify(calm)}</SCRIPT >
      ${script({ ...calm, name: 'Bold' }, 'id=x type=application/ld+json')}
      <!-- ${script({ ...calm, name: 'Old' })} -->
      ${script(`//<![CDATA[\n${JSON.stringify({ ...calm, name: 'Wrapped' })}\n//]]>`)}`;
    const { directory } = await readPage(page);
    expect(directory.groups.map(({ name }) => name)).to.deep.equal(['Calm', 'Bold', 'Wrapped']);
  });

  it('loses only the block that is broken, and mends line breaks in strings', async () => {
    const { directory, remarks } = await readPage(
      `<html>${script('{"@type": "Event", "name": "Ca')}${script(JSON.stringify({ ...calm, name: 'Two lines' }).replace('Two ', 'Two\n'))}`,
    );
    expect(directory.groups.map(({ name }) => name)).to.deep.equal(['Two lines']);
    expect(remarks[0]!.reason).to.contain('Block 1');
    expect((await problemOf(readPage(`<html>${script('{')}`))).hint).to.contain('none of it is whole');
  });

  it('joins nodes of several blocks by id, but not by ids that count within one', async () => {
    const org = { '@context': 'https://schema.org', '@type': 'NGO', name: 'Us' };
    const { directory } = await readPage(
      `<html>${script({ ...org, '@id': '#us' })}${script({ ...org, '@id': '_:b0', name: 'Others' })}
       ${script({ ...calm, organizer: { '@id': '#us' } })}${script({ ...calm, name: 'Bold', organizer: { '@id': '_:b0' } })}`,
    );
    expect(directory.groups.map(({ contact }) => contact)).to.deep.equal([{ name: 'Us' }, undefined]);
  });

  it('is found wherever it stands, and nothing else is taken for it', () => {
    const noise = fc.string({
      unit: fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '!',
        '-',
        '/',
        's',
        ' ',
        '=',
        'script',
        '<!--',
        '-->',
        '\n',
        'type',
      ),
      maxLength: 40,
    });
    const markup = fc.constantFrom(
      '<p class="a">x</p>',
      '<script>var a="<p"</script>',
      '<!-- <script> -->',
      '<br/>',
      'a < b',
      '<script type="module" src="x"></script>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(markup, fc.jsonValue()), { maxLength: 12 }), (parts) => {
        const written = parts
          .filter((part) => typeof part === 'object' && part !== null)
          .map((part) => JSON.stringify(part).replaceAll('<', '\\u003c'));
        const page = parts
          .map((part) =>
            typeof part === 'string'
              ? part.startsWith('<') || part === 'a < b'
                ? part
                : ''
              : typeof part === 'object' && part !== null
                ? script(JSON.stringify(part).replaceAll('<', '\\u003c'))
                : '',
          )
          .join('\n');
        const known = [
          '<p class="a">x</p>',
          '<script>var a="<p"</script>',
          '<!-- <script> -->',
          '<br/>',
          'a < b',
          '<script type="module" src="x"></script>',
        ];
        fc.pre(parts.every((part) => typeof part !== 'string' || known.includes(part) || !/[<]/.test(part)));
        expect(jsonLdScripts(page)).to.deep.equal(written);
      }),
    );
    fc.assert(fc.property(noise, (page) => jsonLdScripts(page).every((block) => page.includes(block))));
  });

  it('is sought in a time that grows with the page, whatever stands in it', () => {
    for (const piece of [
      '<script',
      '<script ',
      '<!--',
      '<script type="application/ld+json">',
      '<script>',
      '<script a="',
      '<script x></script',
      '-->',
      '"',
    ]) {
      expect(jsonLdScripts(piece.repeat(Math.ceil(2_000_000 / piece.length)))).to.deep.equal([]);
    }
    expect(jsonLdScripts(script('1').repeat(5000))).to.have.lengthOf(2000);
  });
});

describe('a long list', () => {
  it('is read whole and in slices, also where one series has all of its sessions', async () => {
    const subEvent = Array.from({ length: 1500 }, (_, week) => ({
      '@type': 'Event',
      startDate: `${2027 + (week % 50)}-01-${String(1 + (week % 30)).padStart(2, '0')}T18:30`,
      url: `/${week}`,
    }));
    let pauses = 0;
    const { directory, kept, leftOut } = await read(
      graph({ '@type': 'EventSeries', name: 'Calm', subEvent }),
      {
        pause: async () => {
          pauses++;
        },
      },
    );
    expect(directory.groups).to.have.lengthOf(1);
    expect(directory.groups[0]!.meetings).to.have.lengthOf(1);
    expect(kept + leftOut.length).to.equal(1501);
    expect(pauses).to.be.above(70);
  });
});

describe('hostile JSON-LD', () => {
  const fine = async (json: unknown) => {
    try {
      return await read(json);
    } catch (error) {
      expect(error).to.be.instanceOf(Problem);
      return undefined;
    }
  };

  it('may be nested ten thousand deep, everywhere', async () => {
    const nest = (key: string, inner: unknown) => {
      let node = inner;
      for (let depth = 0; depth < 10_000; depth++) node = { '@type': 'Event', name: 'Deep', [key]: node };
      return node;
    };
    for (const key of [
      'subEvent',
      'superEvent',
      'location',
      'organizer',
      '@graph',
      'item',
      '@list',
      'name',
      '@context',
      'about',
    ])
      await fine(nest(key, {}));
    let list: unknown = [];
    for (let depth = 0; depth < 10_000; depth++) list = [list];
    await fine(list);
    await fine(graph(event({ name: list as object, startDate: list as object, '@type': list as object })));
  });

  it('may go round in circles', async () => {
    const round = graph(
      event({
        '@id': '#a',
        superEvent: { '@id': '#b' },
        subEvent: { '@id': '#a' },
        location: { '@id': '#l' },
      }),
      event({ '@id': '#b', superEvent: { '@id': '#a' }, subEvent: [{ '@id': '#a' }, '#b'] }),
      { '@type': 'EventSeries', '@id': '#c', name: 'C', superEvent: '#c' },
      {
        '@type': 'Place',
        '@id': '#l',
        address: { '@id': '#l' },
        geo: { '@id': '#l' },
        name: { '@id': '#l' },
      },
    );
    expect((await fine(round))!.directory.groups.length).to.be.above(0);
  });

  it('may use the names of JavaScript’s own', async () => {
    const json = JSON.parse(
      '{"@context":"https://schema.org","__proto__":{"polluted":1},"@graph":[{"@type":"Event","@id":"__proto__","name":"constructor","startDate":"2026-12-01T18:30","__proto__":{"url":"https://example.org"},"location":{"@id":"toString"},"eventAttendanceMode":"constructor","eventSchedule":{"repeatFrequency":"constructor","byDay":"__proto__"}}]}',
    );
    const reading = await fine(json);
    expect(reading!.directory.groups[0]).to.deep.include({ id: 'constructor', name: 'constructor' });
    expect(({} as { polluted?: number }).polluted).to.equal(undefined);
  });

  it('may say anything anywhere', async () => {
    const key = fc.constantFrom(
      '@id',
      '@type',
      '@graph',
      '@value',
      '@context',
      'name',
      'startDate',
      'endDate',
      'location',
      'address',
      'geo',
      'url',
      'eventSchedule',
      'byDay',
      'repeatFrequency',
      'startTime',
      'superEvent',
      'subEvent',
      'organizer',
      'offers',
      'price',
      'eventStatus',
      'previousStartDate',
      'keywords',
      'inLanguage',
      'exceptDate',
    );
    const word = fc.constantFrom(
      'Event',
      'EventSeries',
      'Schedule',
      'Place',
      '#a',
      '#b',
      '2026-12-01T18:30Z',
      '2026-12-01',
      'P1W',
      'Tuesday',
      '18:30',
      'EventCancelled',
      'https://schema.org',
      '',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        word,
        fc.jsonValue(),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 8 }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(tree, async (json) => {
        const reading = await fine(graph(event(), json as object));
        for (const { meetings } of reading?.directory.groups ?? [])
          for (const meeting of meetings)
            occurrences(meeting, Date.UTC(2026, 10, 21), Date.UTC(2026, 11, 21), 'UTC');
      }),
      { numRuns: 300 },
    );
  });

  it('calls a group by its identifier where it has one, so that its dates find another list’s group', async () => {
    expect((await one({ identifier: 'calm-1' })).group.id).to.equal('calm-1');
    expect((await one({})).group.id).to.equal('calm');
  });
});
