import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { hsds } from '../../../src/backend/adapters/hsds.js';
import type { ReadContext } from '../../../src/backend/ports.js';
import { FAMILY } from '../../../src/domain/group.js';
import { problemOf } from '../../problem-of.js';

const context: ReadContext = {
  today: '2026-11-21',
  timeZone: 'Europe/London',
  address: 'https://example.org/services',
  pause: async () => {},
};
const FLOATING = { today: '2026-11-21', pause: async () => {} };
const read = (json: unknown, about: ReadContext = context) => hsds.read({ text: '', json }, about);
const service = (more: object = {}) => ({ id: 'a', name: 'Calm', status: 'active', ...more });
const one = async (more: object, about?: ReadContext) => {
  const reading = await read([service(more)], about);
  const group = reading.directory.groups[0]!;
  return { reading, group, meeting: group.meetings[0]! };
};
const evening = {
  id: 's',
  freq: 'WEEKLY',
  byday: 'TU',
  dtstart: '2026-01-06',
  opens_at: '18:30',
  closes_at: '20:00',
};
const when = async (schedule: object, about?: ReadContext) => {
  const { reading, group } = await one({ schedules: [schedule] }, about);
  return { ...reading, meeting: group.meetings[0] };
};
const hall = {
  id: 'l',
  name: 'Hall',
  addresses: [{ address_1: '1 High Street', city: 'Leeds', postal_code: 'LS1 1AA', country: 'GB' }],
};

describe('HSDS', () => {
  it('reads its own example page, and says why it left two services out', async () => {
    const json = await (await fetch(new URL('../../../fixtures/hsds.json', import.meta.url))).json();
    const { directory, kept, leftOut, remarks } = await read(json);
    expect(kept).to.equal(5);
    expect(leftOut).to.deep.equal([
      { row: 6, reason: 'status is "temporarily closed"' },
      { row: 7, reason: 'has no name' },
    ]);
    expect(remarks).to.deep.equal([
      {
        row: 5,
        reason: 'schedules[0] is not shown: until 2026-08-29 is past, so its times are not shown any more',
      },
    ]);
    expect(directory.groups[0]).to.deep.equal({
      id: '5b0c1f5e-0001-4a51-9d53-6f2d3b1c0001',
      name: 'Low Mood Circle',
      summary: 'A weekly circle for people who live with low mood.',
      notes:
        'You may talk or only listen. Two members who have been there themselves keep the time & make the tea.\n\nTuesday Circle',
      url: 'https://lanterns.example/low-mood',
      topics: ['Low mood'],
      audience: ['Adults with low mood', '18+'],
      languages: ['en', 'ur'],
      joining: 'drop-in',
      joiningNote: 'Just drop in',
      cost: 'Free',
      contact: { name: 'Lanterns of Aireside', phone: '0113 496 0141', email: 'circle@lanterns.example' },
      lastChecked: '2026-10-12',
      meetings: [
        {
          id: 'sch-1',
          start: '2026-01-06T18:30',
          durationMinutes: 90,
          timeZone: 'Europe/London',
          rule: { frequency: 'WEEKLY', byDay: [{ weekday: 'TU' }] },
          text: 'Tuesdays, half past six to eight',
          attendance: 'in-person',
          venue: {
            name: 'Millrace House',
            address: '22 Millrace Lane, Leeds LS9 8AA',
            locality: 'Leeds',
            postalCode: 'LS9 8AA',
            country: 'GB',
            position: { latitude: 53.7991, longitude: -1.5312 },
            directions: 'Bus 14 stops at the gate.\nAsk for the loop at the desk.',
          },
          access: ['Step-free entrance', 'Hearing loop'],
          note: 'In the Garden Room.',
        },
      ],
    });
    expect(directory.groups[1]!.meetings).to.deep.include.members([
      {
        id: 'sch-3',
        start: '2000-01-03T19:00',
        durationMinutes: 90,
        timeZone: 'Europe/London',
        rule: {
          frequency: 'MONTHLY',
          byDay: [
            { weekday: 'MO', nth: 1 },
            { weekday: 'TH', nth: -1 },
          ],
        },
        attendance: 'hybrid',
        venue: {
          name: 'Foundry Library',
          address: '3 Foundry Place, Leeds LS9 6BB',
          locality: 'Leeds',
          postalCode: 'LS9 6BB',
          country: 'GB',
        },
        joinUrl: 'https://meet.example/carers',
        access: [],
      },
    ]);
  });

  describe('the shapes of a source', () => {
    const groupsOf = async (json: unknown) =>
      (await read(json)).directory.groups.map(({ id, meetings }) => [id, meetings[0]?.venue?.name]);

    it('is one service, a list, or a page with contents', async () => {
      const whole = service({ service_at_locations: [{ id: 'x', location: hall }] });
      for (const json of [whole, [whole], { total_items: 1, contents: [whole] }, { services: [whole] }])
        expect(await groupsOf(json)).to.deep.equal([['a', 'Hall']]);
    });

    it('is a link between service and place, and links of one service come together', async () => {
      const link = { id: 'x', location: hall, service: service() };
      expect(await groupsOf(link)).to.deep.equal([['a', 'Hall']]);
      const { directory, kept } = await read({
        total_items: 2,
        contents: [link, { ...link, id: 'y', location: { ...hall, name: 'Library' } }],
      });
      expect(kept).to.equal(2);
      expect(directory.groups).to.have.length(1);
      expect(directory.groups[0]!.meetings.map(({ venue }) => venue?.name)).to.deep.equal([
        'Hall',
        'Library',
      ]);
    });

    it('is an organization with its services, which keeps the listing', async () => {
      const { directory } = await read({
        id: 'o',
        name: 'Lanterns',
        website: 'https://lanterns.example',
        phones: [{ number: '"0113 496 0101"' }],
        locations: [hall],
        services: [service({ service_at_locations: [{ id: 'x', location_id: 'l' }] }), service({ id: 'b' })],
      });
      expect(directory.organisation).to.deep.equal({
        name: 'Lanterns',
        phone: '0113 496 0101',
        url: 'https://lanterns.example/',
      });
      expect(directory.groups[0]!.meetings[0]!.venue!.name).to.equal('Hall');
      expect(directory.groups[1]!.contact).to.include({ name: 'Lanterns', phone: '0113 496 0101' });
    });

    it('names no keeper where the services have several', async () => {
      const { directory } = await read([
        service({ organization: { id: 'o', name: 'Lanterns' } }),
        service({ id: 'b', organization: { id: 'p', name: 'Beacons' } }),
      ]);
      expect(directory.organisation).to.equal(undefined);
      expect(directory.groups.map(({ contact }) => contact?.name)).to.deep.equal(['Lanterns', 'Beacons']);
    });

    it('is tables whose rows name each other by id', async () => {
      for (const suffix of ['.csv', '']) {
        const tables = {
          organizations: [{ id: 'o', name: 'Lanterns' }],
          services: [service({ organization_id: 'o' })],
          service_at_location: [
            { id: 'x', service_id: 'a', location_id: 'l' },
            { id: 'y', service_id: 'a', location_id: 'm' },
          ],
          locations: [
            { id: 'l', name: 'Hall' },
            { id: 'm', name: 'Library' },
          ],
          addresses: [{ location_id: 'l', address_1: '1 High Street', city: 'Leeds' }],
          accessibility: [{ location_id: 'l', description: 'Step-free' }],
          schedules: [
            { ...evening, service_id: 'a', location_id: 'l', service_at_location_id: 'x' },
            { ...evening, id: 't', byday: 'WE', dtstart: '2026-01-07', service_id: 'a' },
          ],
          phones: [{ service_id: 'a', number: '0113 496 0101' }],
          languages: [{ service_id: 'a', code: 'pl' }],
          attributes: [{ link_id: 'a', taxonomy_term_id: 't1' }],
          taxonomy_terms: [{ id: 't1', name: 'Anxiety' }],
        };
        const json = Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name + suffix, rows]));
        const group = (await read(json)).directory.groups[0]!;
        expect(group).to.deep.include({ topics: ['Anxiety'], languages: ['pl'] });
        expect(group.contact).to.deep.equal({ name: 'Lanterns', phone: '0113 496 0101' });
        expect(group.meetings.map(({ venue, start, access }) => [venue?.name, start, access])).to.deep.equal([
          ['Hall', '2026-01-06T18:30', ['Step-free']],
          ['Library', '2026-01-07T18:30', []],
        ]);
      }
    });

    it('is locations, which then stand for themselves, told', async () => {
      const { directory, remarks } = await read({ ...hall, location_type: 'physical', schedules: [evening] });
      expect(directory.groups[0]).to.include({ id: 'l', name: 'Hall' });
      expect(directory.groups[0]!.meetings[0]).to.include({ start: '2026-01-06T18:30' });
      expect(remarks[0]!.reason).to.contain('Locations without services');
    });

    it('is what version 1 and Open Referral UK call it', async () => {
      const { directory, leftOut } = await read({
        totalElements: 1,
        totalPages: 1,
        content: [
          service({
            attending_type: 'venue',
            fees: 'Free',
            eligibilitys: [{ eligibility: 'Carers', minimum_age: '18' }],
            languages: [{ language: 'English' }],
            regular_schedules: [evening],
            holiday_schedules: [{ closed: true, start_date: '2026-12-24', end_date: '2026-12-26' }],
            service_taxonomys: [{ taxonomy: { name: 'Anxiety' } }],
            service_at_locations: [
              {
                location: {
                  name: 'Hall',
                  physical_addresses: [{ address_1: '1 High Street', city: 'Leeds' }],
                  accessibility_for_disabilities: [{ accessibility: 'Step-free' }],
                },
              },
            ],
          }),
        ],
      });
      expect(leftOut).to.deep.equal([]);
      const group = directory.groups[0]!;
      expect(group).to.deep.include({
        topics: ['Anxiety'],
        audience: [FAMILY, '18+'],
        languages: ['en'],
        cost: 'Free',
      });
      expect(group.meetings[0]).to.deep.include({
        start: '2026-01-06T18:30',
        exceptDates: ['2026-12-24', '2026-12-25', '2026-12-26'],
        access: ['Step-free'],
      });
    });

    it('is told as a part where it is one page of several', async () => {
      const page = { total_items: 30, total_pages: 3, page_number: 1, contents: [service()] };
      expect((await read(page)).remarks[0]!.reason).to.match(/page 1 of 3 \(1 of 30 records\).*src/);
      const older = { totalElements: 30, totalPages: 3, number: 2, content: [service()] };
      expect((await read(older)).remarks[0]!.reason).to.contain('page 2 of 3');
      expect((await read({ ...page, total_items: 1, total_pages: 1 })).remarks).to.deep.equal([]);
    });

    it('without services is a Problem that names the mend', async () => {
      expect((await problemOf(read({ version: '3.0', openapi_url: 'https://x' }))).hint).to.contain(
        '/services',
      );
      const organizations = {
        total_items: 1,
        contents: [{ id: 'o', name: 'Lanterns', website: 'https://x.example' }],
      };
      expect((await problemOf(read(organizations))).hint).to.contain('organization without services');
    });

    it('is refused above 20,000 records, however they are nested', async () => {
      const many = Array.from({ length: 20_001 }, () => ({}));
      for (const json of [
        many,
        { contents: many },
        { 'services.csv': many },
        { name: 'O', services: many },
        [{ services: many }],
      ])
        expect((await problemOf(read(json))).kind).to.equal('too-large');
    });
  });

  describe('what a service says', () => {
    it('is left out when it is closed, and kept with a remark when its status is unknown', async () => {
      for (const status of ['inactive', 'Defunct', 'temporarily closed']) {
        const { leftOut } = await read([service({ status }), service({ id: 'b' })]);
        expect(leftOut).to.deep.equal([{ row: 1, reason: `status is "${status}"` }]);
      }
      const { reading } = await one({ status: 'pending' });
      expect(reading.kept).to.equal(1);
      expect(reading.remarks[0]!.reason).to.contain('status "pending"');
    });

    it('is text without markup, its first sentences as the summary', async () => {
      const { group } = await one({
        name: 'Walk &amp; Talk',
        description:
          '&lt;p&gt;Walk &lt;b&gt;with&lt;/b&gt; us.&lt;/p&gt;<ul><li>Tea</li><li>Cake &lt; 5</li></ul>**Bring** a [map](https://example.org/map).',
        alert: 'No walk in snow.',
      });
      expect(group.name).to.equal('Walk & Talk');
      expect(group.summary).to.equal('Walk with us.');
      expect(group.notes).to.equal(
        'No walk in snow.\n\nTea\nCake < 5\nBring a map (https://example.org/map).',
      );
    });

    it('counts the day of assurance before the day of change, and no day to come', async () => {
      const days = { assured_date: '2026-05-01', last_modified: '2026-06-02T10:00:00.000Z' };
      expect((await one(days)).group.lastChecked).to.equal('2026-05-01');
      expect((await one({ ...days, assured_date: null })).group.lastChecked).to.equal('2026-06-02');
      const { group, reading } = await one({ ...days, assured_date: '2027-01-01' });
      expect(group.lastChecked).to.equal('2026-06-02');
      expect(reading.remarks[0]!.reason).to.contain('lies in the future');
    });

    it('reads languages by code of two or three letters, or by name', async () => {
      const { group, reading } = await one({
        languages: [
          { code: 'urd' },
          { code: 'cy', name: 'Welsh' },
          { name: 'Polish' },
          { name: 'British Sign Language' },
          { name: 'Zorblax' },
        ],
      });
      expect(group.languages).to.deep.equal(['ur', 'cy', 'pl', 'bfi']);
      expect(reading.remarks.map(({ reason }) => reason)).to.deep.equal([
        'languages[4] "Zorblax" is no language: write its code, such as "en"',
      ]);
    });

    it('tells prices that hold today', async () => {
      const { group } = await one({
        fees_description: 'Ask us.',
        cost_options: [
          { amount: 35, currency: 'gbp', amount_description: 'an hour', valid_to: '2022-12-31' },
          { amount: '5', currency: 'gbp', option: 'Over 60s', valid_from: '2026-01-01' },
          { amount: 0, option: 'Members' },
        ],
      });
      expect(group.cost).to.equal('Ask us. · 5 GBP (Over 60s); 0 (Members)');
    });

    it('names whom to ring, never a fax', async () => {
      const { group } = await one({
        phones: [
          { number: '0113 496 0109', type: 'fax' },
          { number: '"0113 496 0101"', extension: 100, type: 'voice' },
        ],
        contacts: [{ name: 'Jo', email: 'jo@example.org' }],
      });
      expect(group.contact).to.deep.equal({
        name: 'Jo',
        phone: '0113 496 0101 ext. 100',
        email: 'jo@example.org',
      });
    });
  });

  describe('where it is', () => {
    it('is no address for letters', async () => {
      const { meeting, reading } = await one({
        service_at_locations: [
          { location: { ...hall, addresses: [{ ...hall.addresses[0], address_type: 'postal' }] } },
          { location: { name: 'Post', location_type: 'postal' } },
        ],
      });
      expect(meeting.venue).to.deep.equal({ name: 'Hall' });
      expect(reading.directory.groups[0]!.meetings).to.have.length(1);
      expect(reading.remarks[0]!.reason).to.contain('write "physical"');
    });

    it('is on the web where the location is virtual, or the schedule says so', async () => {
      const room = { location_type: 'virtual', url: 'https://meet.example/a' };
      const web = await one({ schedules: [evening], service_at_locations: [{ location: room }] });
      expect(web.meeting).to.deep.include({ attendance: 'online', joinUrl: 'https://meet.example/a' });
      for (const [attending_type, attendance] of [
        ['ONLINE', 'online'],
        ['PHONE', 'online'],
        ['VENUE', 'in-person'],
        ['You can come in person or by video', 'hybrid'],
      ] as const) {
        const { meeting } = await one({
          schedules: [{ ...evening, attending_type }],
          service_at_locations: [{ location: hall }],
        });
        expect(meeting.attendance).to.equal(attendance);
        expect(meeting.venue?.name).to.equal(attendance === 'online' ? undefined : 'Hall');
      }
    });

    it('tells of a point that is none', async () => {
      const { meeting, reading } = await one({
        service_at_locations: [{ location: { ...hall, latitude: 100, longitude: '101' } }],
      });
      expect(meeting.venue!.position).to.equal(undefined);
      expect(reading.remarks[0]!.reason).to.contain('latitude 100, longitude 101');
    });
  });

  describe('when it is', () => {
    it('is what the closest schedule says: that of the service at the place, of the service, of the place', async () => {
      const at = (more: object) => ({ ...evening, ...more });
      const starts = async (link: object, own: object) =>
        (await one({ ...own, service_at_locations: [link] })).group.meetings.map(({ start }) =>
          start?.slice(11),
        );
      const location = { ...hall, schedules: [at({ opens_at: '09:00' })] };
      const own = { schedules: [at({ opens_at: '10:00' })] };
      expect(await starts({ location, schedules: [at({ opens_at: '11:00' })] }, own)).to.deep.equal([
        '11:00',
      ]);
      expect(await starts({ location }, own)).to.deep.equal(['10:00']);
      expect(await starts({ location }, {})).to.deep.equal(['09:00']);
      const { reading } = await one({ service_at_locations: [{ location }] });
      expect(reading.remarks[0]!.reason).to.contain('hours of its location');
    });

    it('is the wall clock, with the zone of the page; an offset is no zone', async () => {
      for (const opens_at of [
        '18:30',
        '18:30:00',
        '18:30Z',
        '18:30:00.000Z',
        '18:30+01:00',
        '2020-01-01T18:30:00-05:00',
        '6:30 pm',
        '1830',
      ]) {
        const { meeting, remarks } = await when({ ...evening, opens_at, timezone: 1 });
        expect(meeting, opens_at).to.include({ start: '2026-01-06T18:30', timeZone: 'Europe/London' });
        expect(remarks).to.deep.equal([]);
      }
      const { meeting, remarks } = await when({ ...evening, opens_at: '18:30+01:00', timezone: 1 }, FLOATING);
      expect(meeting).to.not.have.property('timeZone');
      expect(remarks).to.have.length(2);
      for (const { reason, row } of remarks) {
        expect(reason).to.contain('source-time-zone');
        expect(row).to.equal(undefined);
      }
      expect((await when({ ...evening, timezone: 'America/New_York' })).meeting!.timeZone).to.equal(
        'America/New_York',
      );
    });

    it('begins on a day of its rule, and not before it is valid', async () => {
      expect((await when({ ...evening, dtstart: '2026-01-01' })).meeting!.start).to.equal('2026-01-06T18:30');
      expect((await when({ ...evening, dtstart: undefined })).meeting!.start).to.equal('2000-01-04T18:30');
      expect((await when({ ...evening, valid_from: '2026-12-10' })).meeting!.start).to.equal(
        '2026-12-15T18:30',
      );
      const fortnight = { ...evening, interval: 2, valid_from: '2026-12-10' };
      expect((await when(fortnight)).meeting).to.deep.include({
        start: '2026-12-22T18:30',
        rule: { frequency: 'WEEKLY', interval: 2, byDay: [{ weekday: 'TU' }] },
      });
    });

    it('reads days as text, list or names, and months by day and by weekday', async () => {
      for (const byday of ['MO,WE', ['MO', 'WE'], 'Monday, Wednesday', 'mo; we'])
        expect((await when({ ...evening, byday })).meeting!.rule!.byDay).to.deep.equal([
          { weekday: 'MO' },
          { weekday: 'WE' },
        ]);
      expect((await when({ ...evening, freq: 'monthly', byday: '-1FR' })).meeting!.rule).to.deep.equal({
        frequency: 'MONTHLY',
        byDay: [{ weekday: 'FR', nth: -1 }],
      });
      expect(
        (await when({ ...evening, freq: 'MONTHLY', byday: '', bymonthday: '1,15' })).meeting!.rule,
      ).to.deep.equal({
        frequency: 'MONTHLY',
        byMonthDay: [1, 15],
      });
    });

    it('ends with the earliest of until, valid_to and count', async () => {
      const untilOf = async (more: object) => (await when({ ...evening, ...more })).meeting?.rule?.until;
      expect(await untilOf({ until: '2027-01-31', valid_to: '2027-03-01' })).to.equal('2027-01-31');
      expect(await untilOf({ until: '2027-01-31', valid_to: '2026-12-20' })).to.equal('2026-12-20');
      expect(await untilOf({ count: 50 })).to.equal('2026-12-15');
      expect(await untilOf({ count: 50, until: '2026-12-01' })).to.equal('2026-12-01');
      expect(await untilOf({ count: 0, until: '' })).to.equal(undefined);
    });

    it('is not shown once it is over, and the group stays', async () => {
      for (const more of [{ until: '2026-11-20' }, { valid_to: '2020-12-20' }, { count: 3 }]) {
        const { directory, kept, remarks } = await when({ ...evening, ...more });
        expect(kept).to.equal(1);
        expect(directory.groups[0]!.meetings).to.deep.equal([]);
        expect(remarks[0]!.reason).to.contain('is past');
      }
      expect((await when({ ...evening, until: '2026-11-21' })).meeting).to.not.equal(undefined);
    });

    it('is a single evening without freq, weekly where only weekdays stand', async () => {
      const single = { dtstart: '2026-12-01', opens_at: '10:00', closes_at: '11:00' };
      const { meeting } = await when(single);
      expect(meeting).to.include({ start: '2026-12-01T10:00', durationMinutes: 60 });
      expect(meeting).to.not.have.property('rule');
      expect(
        (await when({ ...single, dtstart: '2026-12-01T10:00:00Z', opens_at: null })).meeting!.start,
      ).to.equal('2026-12-01T10:00');
      const { meeting: weekly, remarks } = await when({ ...evening, freq: null });
      expect(weekly!.rule!.frequency).to.equal('WEEKLY');
      expect(remarks[0]!.reason).to.contain('freq is missing');
    });

    it('stays in the words of the feed where no date can be told', async () => {
      const description = 'Weekdays in term time';
      for (const schedule of [
        { description },
        { ...evening, description, byweekno: '41,42' },
        { ...evening, description, byday: '1TU' },
        { ...evening, description, freq: 'sometimes' },
        { ...evening, description, interval: 2, dtstart: null },
        { ...evening, description, opens_at: 'late' },
        { description, opens_at: '10:00', closes_at: '12:00' },
      ]) {
        const { meeting } = await when(schedule);
        expect(meeting).to.include({ text: description });
        expect(meeting).to.not.have.property('start');
      }
      expect((await when({ opens_at: '10:00', closes_at: '12:00' })).meeting!.text).to.equal('10:00–12:00');
    });

    it('is closed where neither a time nor words stand', async () => {
      for (const times of [
        { opens_at: null, closes_at: '' },
        { opens_at: '00:00', closes_at: '00:00' },
      ]) {
        const { directory, remarks } = await when({ ...evening, ...times });
        expect(directory.groups[0]!.meetings).to.deep.equal([]);
        expect(remarks[0]!.reason).to.contain('counts as closed');
      }
    });

    it('goes past midnight', async () => {
      expect(
        (await when({ ...evening, opens_at: '22:00', closes_at: '01:00' })).meeting!.durationMinutes,
      ).to.equal(180);
    });
  });

  it('never fails for one bad record, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom(
            'name',
            'status',
            'description',
            'schedules',
            'phones',
            'contacts',
            'languages',
            'attributes',
            'service_at_locations',
            'organization',
            'minimum_age',
            'assured_date',
            'service',
            'services',
            'location_type',
            'addresses',
          ),
          fc.oneof(
            fc.jsonValue(),
            fc.array(
              fc.dictionary(
                fc.constantFrom(
                  'freq',
                  'byday',
                  'interval',
                  'count',
                  'until',
                  'dtstart',
                  'opens_at',
                  'closes_at',
                  'timezone',
                  'location',
                  'name',
                  'code',
                  'number',
                ),
                fc.oneof(
                  fc.jsonValue(),
                  fc.constantFrom('WEEKLY', 'MONTHLY', 'MO', '1FR', '2026-12-01', '18:30', 2, -1, 1e30),
                ),
              ),
            ),
          ),
        ),
        async (strange) => {
          const { directory } = await read([strange, service({ id: 'good' })]);
          expect(directory.groups.map(({ id }) => id)).to.include('good');
        },
      ),
      { numRuns: 300 },
    );
  });
});
