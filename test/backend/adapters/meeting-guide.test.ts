import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { meetingGuide } from '../../../src/backend/adapters/meeting-guide.js';
import type { ReadContext } from '../../../src/backend/ports.js';
import { FAMILY } from '../../../src/domain/group.js';
import { problemOf } from '../../problem-of.js';

const context: ReadContext = { today: '2026-11-21', pause: async () => {} };
const read = (json: unknown, more: Partial<ReadContext> = {}) =>
  meetingGuide.read({ text: '', json }, { ...context, ...more });
const record = (more: object) => ({ name: 'Group', slug: 'group', day: 1, time: '19:00', ...more });
const one = async (more: object, about: Partial<ReadContext> = {}) => {
  const reading = await read([record(more)], about);
  const group = reading.directory.groups[0]!;
  return { reading, group, meeting: group.meetings[0]! };
};

describe('Meeting Guide', () => {
  it('reads the whole of a record', async () => {
    const { group, reading } = await one({
      name: 'Sunday Serenity',
      slug: 'sunday-serenity-14',
      day: 0,
      time: '18:00',
      end_time: '19:30',
      timezone: 'America/Chicago',
      types: ['O', 'ST', 'LGBTQ', 'X', 'S'],
      location: 'Alano Club',
      location_notes: 'Ring the buzzer',
      group: 'The Serenity Group',
      notes: 'Second floor',
      group_notes: 'Cake on birthdays',
      updated: '2026-05-31 14:32:23',
      url: 'https://example.org/m/1',
      website: 'https://example.org/serenity',
      address: '123 Main Street',
      city: 'Anytown',
      state: 'CA',
      postal_code: '98765',
      country: 'US',
      region: 'Bay',
      sub_region: 'North Bay',
      latitude: 37.1,
      longitude: -122.2,
      approximate: 'no',
      conference_url: 'https://example.org/room',
      conference_url_notes: 'Password: tea',
      conference_phone: '+15550100100,,12#',
      attendance_option: 'hybrid',
      contact_1_name: 'Lee',
      contact_2_phone: '555 010 0101',
      email: 'lee@example.org',
      entity: 'District 123',
      entity_email: 'info@example.org',
      entity_phone: '+1-555-010-0102',
      entity_website_url: 'https://example.org',
      feedback_emails: ['updates@example.org'],
      venmo: '@x',
    });
    expect(reading.remarks).to.deep.equal([]);
    expect(reading.directory.organisation).to.deep.equal({
      name: 'District 123',
      phone: '+1-555-010-0102',
      email: 'info@example.org',
      url: 'https://example.org/',
      reportUrl: 'mailto:updates@example.org',
    });
    expect(group).to.deep.equal({
      id: 'sunday-serenity-14',
      name: 'Sunday Serenity',
      notes: 'Second floor\n\nCake on birthdays',
      url: 'https://example.org/serenity',
      topics: ['Step study'],
      audience: ['open', 'LGBTQ+'],
      languages: ['es'],
      contact: { name: 'Lee', phone: '555 010 0101', email: 'lee@example.org' },
      lastChecked: '2026-05-31',
      meetings: [
        {
          id: 'sunday-serenity-14',
          start: '2000-01-09T18:00',
          durationMinutes: 90,
          rule: { frequency: 'WEEKLY', byDay: [{ weekday: 'SU' }] },
          timeZone: 'America/Chicago',
          attendance: 'hybrid',
          venue: {
            name: 'Alano Club',
            address: '123 Main Street, Anytown, CA 98765, US',
            locality: 'Anytown',
            district: 'North Bay',
            region: 'CA',
            postalCode: '98765',
            country: 'US',
            position: { latitude: 37.1, longitude: -122.2 },
            directions: 'Ring the buzzer',
          },
          joinUrl: 'https://example.org/room',
          joinNote: 'Password: tea',
          joinPhone: '+15550100100,,12#',
          access: ['Wheelchair access'],
        },
      ],
    });
  });

  it('reads its own example feed, and says why it left six records out', async () => {
    const json = await (await fetch(new URL('../../../fixtures/meeting-guide.json', import.meta.url))).json();
    const { directory, kept, leftOut, remarks } = await read(json);
    expect(kept).to.equal(19);
    expect(directory.groups).to.have.length(16);
    expect(leftOut).to.deep.equal([
      { row: 11, reason: 'temporarily closed' },
      { row: 13, reason: 'marked as inactive, without a link or number to join' },
      { row: 21, reason: 'time ":30 PM" is no time that can be read' },
      { row: 22, reason: 'day "8" is not 0 (Sunday) to 6 (Saturday)' },
      { row: 23, reason: 'has no name' },
      { row: 24, reason: 'is no record ("{…}")' },
    ]);
    expect(remarks).to.deep.equal([
      { row: 25, reason: 'conference_url is no link that can be opened: "Zoom"' },
      { reason: 'type code "ZZ9" is not known and not shown (once, in record 17)' },
    ]);
    expect(directory.groups.map(({ id }) => id).sort()).to.deep.equal(
      [...new Set(directory.groups.map(({ id }) => id))].sort(),
    );
  });

  it('gives an empty directory for an empty feed', async () => {
    expect(await read([])).to.deep.equal({ directory: { groups: [] }, kept: 0, leftOut: [], remarks: [] });
  });

  it('refuses what is no array, and a feed of which nothing is left, by its commonest reason', async () => {
    for (const json of [{}, { meetings: [] }, 'x', null, undefined, 3]) {
      expect((await problemOf(read(json))).kind).to.equal('malformed');
    }
    const none = await problemOf(read([record({ types: ['TC'] }), record({ types: ['TC'] }), 7]));
    expect(none.kind).to.equal('malformed');
    expect(none.hint).to.contain('temporarily closed').and.contain('3 records');
  });

  describe('when', () => {
    for (const [day, start] of [
      [0, '2000-01-09T19:00'],
      [1, '2000-01-03T19:00'],
      ['6', '2000-01-08T19:00'],
      [[2], '2000-01-04T19:00'],
      [['3'], '2000-01-05T19:00'],
      ['Thursday', '2000-01-06T19:00'],
    ] as const) {
      it(`knows the day ${JSON.stringify(day)}`, async () =>
        expect((await one({ day })).meeting.start).to.equal(start));
    }

    it('makes one meeting of each day, next to other such rows', async () => {
      const { directory } = await read([
        record({ day: [4, 5], name: 'A', slug: 'a' }),
        record({ day: ['1', '4'], name: 'B', slug: 'b' }),
      ]);
      expect(
        directory.groups.map(({ meetings }) => meetings.map(({ id, start }) => `${id} ${start}`)),
      ).to.deep.equal([
        ['a-th 2000-01-06T19:00', 'a-fr 2000-01-07T19:00'],
        ['b-mo 2000-01-03T19:00', 'b-th 2000-01-06T19:00'],
      ]);
    });

    for (const [time, start] of [
      ['11:00 AM', '11:00'],
      ['12:00 PM', '12:00'],
      ['12:01 PM', '12:01'],
      ['12:15 AM', '00:15'],
      ['23:59', '23:59'],
    ] as const) {
      it(`knows the time ${time}`, async () =>
        expect((await one({ time })).meeting.start).to.equal(`2000-01-03T${start}`));
    }

    for (const [end_time, minutes] of [
      ['20:15', 75],
      ['00:30', 330],
      ['19:00', undefined],
      ['', undefined],
      [null, undefined],
    ] as const) {
      it(`lasts ${minutes ?? 'nobody knows how long'} until ${JSON.stringify(end_time)}`, async () =>
        expect((await one({ end_time })).meeting.durationMinutes).to.equal(minutes));
    }

    it('is by appointment without day and time', async () => {
      for (const missing of [
        { day: null, time: null },
        { day: '', time: '' },
        { day: [], time: undefined },
      ]) {
        const { meeting, reading } = await one(missing);
        expect(reading.directory.groups[0]!.joining).to.equal('book');
        expect(meeting.text).to.equal(undefined);
        expect(meeting.start).to.equal(undefined);
        expect(reading.remarks).to.deep.equal([]);
      }
    });

    it('says the half that is known when the other is missing, and tells', async () => {
      const { meeting, reading } = await one({ time: '' });
      expect(meeting.rule).to.deep.equal({ frequency: 'WEEKLY', byDay: [{ weekday: 'MO' }] });
      expect(meeting.start).to.equal(undefined);
      expect(reading.remarks).to.have.length(1);
    });

    it('stands in the zone of the record, else of the page, else in none', async () => {
      const about = { timeZone: 'Europe/London' };
      expect((await one({ timezone: 'Asia/Kathmandu' }, about)).meeting.timeZone).to.equal('Asia/Kathmandu');
      const nonsense = await one({ timezone: 'Mars/Olympus' }, about);
      expect(nonsense.meeting.timeZone).to.equal('Europe/London');
      expect(nonsense.reading.remarks).to.have.length(1);
      expect((await one({})).meeting.timeZone).to.equal(undefined);
    });
  });

  describe('one group', () => {
    it('is made of records that differ only in when they meet', async () => {
      const { directory, kept } = await read([
        record({ slug: 'a', day: 1, updated: '2026-10-01', url: 'https://example.org/a' }),
        record({ slug: 'b', day: 2, updated: '2026-09-01', url: 'https://example.org/b' }),
        record({ slug: 'c', day: 1, time: '07:00', name: 'GROUP ' }),
      ]);
      expect(kept).to.equal(3);
      expect(directory.groups).to.have.length(1);
      expect(directory.groups[0]).to.include({ id: 'a', url: 'https://example.org/a' });
      expect(directory.groups[0]!.meetings.map(({ id }) => id)).to.deep.equal(['a', 'b', 'c']);
    });

    it('is as fresh as its oldest record', async () => {
      const dates = async (...updated: (string | undefined)[]) =>
        (await read(updated.map((date, day) => record({ day, updated: date })))).directory.groups[0]!
          .lastChecked;
      expect(await dates('2026-10-01 10:00:00', '2026-09-01 10:00:00', '2026-09-15 10:00:00')).to.equal(
        '2026-09-01',
      );
      expect(await dates('2026-10-01', undefined, '2026-09-15')).to.equal(undefined);
      expect(await dates(undefined, '2026-10-01')).to.equal(undefined);
      expect(await dates('12/13/2020 10:42:52 AM')).to.equal('2020-12-13');
      expect(await dates('4/5/2021 10:28:35 AM')).to.equal(undefined);
      expect(await dates('2999-01-01')).to.equal(undefined);
    });

    it('never swallows what differs', async () => {
      for (const other of [
        { notes: 'x' },
        { group: 'x' },
        { location: 'x' },
        { types: ['W'] },
        { conference_url: 'https://example.org' },
        { timezone: 'UTC' },
      ]) {
        const { directory } = await read([record({ slug: 'a' }), record({ slug: 'a', day: 2, ...other })]);
        expect(
          directory.groups.map(({ id }) => id),
          JSON.stringify(other),
        ).to.deep.equal(['a', 'a-2']);
      }
    });

    it('says the same only once', async () => {
      const { kept, leftOut, directory } = await read([record({}), record({ slug: 'again' })]);
      expect([kept, directory.groups.length, directory.groups[0]!.meetings.length]).to.deep.equal([1, 1, 1]);
      expect(leftOut).to.deep.equal([{ row: 2, reason: 'says the same as record 1' }]);
    });

    it('takes a number or the name for a missing slug', async () => {
      expect((await one({ slug: 5202 })).group.id).to.equal('5202');
      expect((await one({ slug: undefined, name: 'Ünser Kreis' })).group.id).to.equal('ünser-kreis');
    });
  });

  describe('attendance', () => {
    const exact = { formatted_address: '1 Main St, Ashford, OH 44001, USA' };
    const town = { formatted_address: 'Ashford, OH, USA' };
    const link = { conference_url: 'https://example.org/room' };
    const cases: [string, object, string][] = [
      ['a building', exact, 'in-person'],
      ['a building and a link', { ...exact, ...link }, 'hybrid'],
      ['a town and a link', { ...town, ...link }, 'online'],
      ['a number to dial and nothing else', { conference_phone: '+1 555 010 0166' }, 'online'],
      ['"Zoom" as a location', { ...exact, location: 'Zoom' }, 'online'],
      ['type ONL', { ...town, types: ['ONL'] }, 'online'],
      ['a closed building and a link', { ...exact, ...link, types: ['TC'] }, 'online'],
      ['an unknown service', { ...town, conference_url: 'https://unheard-of.example/1' }, 'online'],
      ['inactive, but with a link', { ...exact, ...link, attendance_option: 'inactive' }, 'online'],
      ['what the feed says', { ...exact, ...link, attendance_option: 'in_person' }, 'in-person'],
    ];
    for (const [what, more, attendance] of cases) {
      it(`is ${attendance} for ${what}`, async () =>
        expect((await one(more)).meeting.attendance).to.equal(attendance));
    }

    it('keeps no address, point or ramp of an online meeting, only where it comes from', async () => {
      const { meeting } = await one({
        ...town,
        ...link,
        latitude: 41,
        longitude: -82,
        location: 'Online Meeting',
        types: ['X', 'ASL'],
      });
      expect(meeting.venue).to.deep.equal({
        locality: 'Ashford',
        region: 'OH',
        country: 'US',
        approximate: true,
      });
      expect(meeting.access).to.deep.equal(['American Sign Language']);
    });
  });

  describe('where', () => {
    it('has no place at 0,0, outside of the Earth or in words', async () => {
      for (const [latitude, longitude, remarks] of [
        [0, 0, 0],
        ['0.0', '0.0', 0],
        [-121.9, 37.3, 1],
        [Number.NaN, 5, 1],
        ['north', 'west', 0],
        [null, null, 0],
      ]) {
        const { meeting, reading } = await one({ location: 'Hall', latitude, longitude });
        expect(meeting.venue?.position).to.equal(undefined);
        expect(reading.remarks, String([latitude, longitude])).to.have.length(remarks as number);
      }
    });

    it('gives a number for a postcode its zeros back', async () => {
      const { meeting } = await one({
        address: '1 Elm St',
        city: 'Boston',
        state: '.MA',
        postal_code: 2138,
        country: 'USA',
      });
      expect(meeting.venue).to.include({ postalCode: '02138', region: 'MA', country: 'US' });
    });

    it('reads a whole address in the address field', async () => {
      const { meeting } = await one({
        address: '5012 51 Avenue, Stony Plain, Alberta, T7Z 1C2, Canada',
        region: 'Stony Plain',
      });
      expect(meeting.venue).to.deep.equal({
        address: '5012 51 Avenue, Stony Plain, Alberta, T7Z 1C2, Canada',
        locality: 'Stony Plain',
        region: 'Alberta',
        postalCode: 'T7Z 1C2',
        country: 'CA',
      });
    });

    it('takes no country from anything but country and address', async () => {
      const { meeting } = await one({
        formatted_address: '1 Main St, Lewes, DE 19958',
        entity: 'Sussex',
        timezone: 'Europe/London',
      });
      expect(meeting.venue?.country).to.equal(undefined);
    });
  });

  describe('types', () => {
    it('are read from arrays, text and words', async () => {
      for (const types of [['O', 'W'], 'O, W', '["O","W"]', ['o', 'Women']]) {
        expect((await one({ types })).group.audience, String(types)).to.deep.equal(['open', 'Women']);
      }
      const { group } = await one({ types: '[closed]' });
      expect(group.audience).to.deep.equal(['closed']);
      expect(group.joiningNote).to.equal(undefined);
    });

    it('that nobody knows are told once, with how often', async () => {
      const { remarks, directory } = await read([
        record({ types: ['QQ', 'ZZ'] }),
        record({ types: ['QQ'], day: 3 }),
        record({ types: [['O'], {}, null, 7] }),
      ]);
      expect(remarks.map(({ reason }) => reason)).to.deep.equal([
        'type code "QQ" is not known and not shown (2 times, first in record 1)',
        'type code "ZZ" is not known and not shown (once, in record 1)',
        'type code "7" is not known and not shown (once, in record 3)',
      ]);
      expect(directory.groups.flatMap(({ topics }) => topics)).to.deep.equal([]);
    });

    it('mean what Al-Anon means by them in a feed of Al-Anon', async () => {
      const alAnon = await one({ name: 'Serenity AFG', types: ['AC', 'POA', 'Y'] });
      expect(alAnon.group.audience).to.deep.equal([
        FAMILY,
        'Adult children',
        'Parents',
        'Alateen (young people)',
      ]);
      const aa = await one({ types: ['POA', 'Y'] });
      expect(aa.group.audience).to.deep.equal(['Young people']);
      expect(aa.group.topics).to.deep.equal(['Proof of attendance']);
    });

    it('do not make a feed one for families by a single stray code', async () => {
      const records = Array.from({ length: 40 }, (_, n) =>
        record({ slug: n, name: `N${n}`, types: n ? ['O'] : ['AC'] }),
      );
      expect((await read(records)).directory.groups[5]!.audience).to.deep.equal(['open']);
    });
  });

  describe('hostile or careless text', () => {
    it('has its escapes decoded and its tags kept as text', async () => {
      const { group, meeting } = await one({
        name: 'St. Mary&#8217;s &amp; Friends &lt;img src=x onerror=alert(1)&gt;',
        notes: '<script>alert(1)</script>&#x27;&nbsp;&hellip;&unknown;&#0;&#xD800;',
        conference_url: 'https://example.org/j?a=1&amp;b=2',
      });
      expect(group.name).to.equal('St. Mary’s & Friends <img src=x onerror=alert(1)>');
      expect(group.notes).to.equal("<script>alert(1)</script>' …&unknown;");
      expect(meeting.joinUrl).to.equal('https://example.org/j?a=1&b=2');
    });

    it('never becomes a link of another kind', async () => {
      const { meeting, group, reading } = await one({
        conference_url: 'javascript:alert(1)',
        url: 'data:text/html,x',
        website: 'java&#115;cript:alert(1)',
        conference_phone: 'javascript:alert(1)',
        email: 'a@b.org?bcc=c@d.org',
      });
      expect([meeting.joinUrl, group.url, meeting.joinPhone, group.contact]).to.deep.equal([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(reading.remarks).to.have.length(4);
    });

    it('is cut where it is too long, and told', async () => {
      const { group, reading } = await one({ name: 'n'.repeat(1_000_000), notes: 'x '.repeat(500_000) });
      expect(group.name).to.have.length(200);
      expect(group.notes!.length).to.be.at.most(5000);
      expect(reading.remarks).to.have.length(2);
    });

    it('never takes the good records with it', async () => {
      const good = record({ name: 'Good', slug: 'good' });
      const deep: Record<string, unknown> = {};
      deep['name'] = deep;
      const bad = [
        null,
        7,
        'text',
        [],
        [record({})],
        {},
        deep,
        { name: null },
        { name: {} },
        record({ day: 9 }),
        record({ time: 'late' }),
        record({
          day: { a: 1 },
          time: [],
          types: { a: 1 },
          latitude: {},
          regions: [{}],
          __proto__: null,
          constructor: 1,
        }),
      ];
      const { directory, kept, leftOut } = await read([...bad, good]);
      expect(directory.groups.map(({ name }) => name)).to.contain('Good');
      expect(kept + leftOut.length).to.equal(bad.length + 1);
    });

    it('counts every record once, whatever is in it', async function () {
      this.timeout(20_000);
      const value = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.integer(),
        fc.double(),
        fc.constant(null),
        fc.boolean(),
        fc.array(fc.oneof(fc.integer(), fc.string())),
        fc.object({ maxDepth: 2 }),
      );
      const names = [
        'name',
        'slug',
        'day',
        'time',
        'end_time',
        'types',
        'notes',
        'formatted_address',
        'address',
        'city',
        'country',
        'latitude',
        'longitude',
        'conference_url',
        'conference_phone',
        'attendance_option',
        'approximate',
        'regions',
        'updated',
        'timezone',
        'feedback_emails',
        'entity_website_url',
      ];
      const wild = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
      await fc.assert(
        fc.asyncProperty(fc.array(wild, { maxLength: 6 }), async (records) => {
          const { kept, leftOut, directory } = await read([
            record({ name: 'Good', slug: 'good', day: 1 }),
            ...records,
          ]);
          expect(kept + leftOut.length).to.equal(records.length + 1);
          const ids = directory.groups.map(({ id }) => id);
          expect(new Set(ids).size).to.equal(ids.length);
        }),
        { numRuns: 40 },
      );
    });
  });

  it('lets the page breathe, and stops when the load is given up', async () => {
    const records = Array.from({ length: 300 }, (_, n) => record({ slug: n, name: `N${n}` }));
    let pauses = 0;
    await read(records, { pause: async () => void pauses++ });
    expect(pauses).to.be.greaterThan(2);
    const given = read(records, { pause: () => Promise.reject(new DOMException('gone', 'AbortError')) });
    expect(await given.catch((error: Error) => error.name)).to.equal('AbortError');
  });
});
