import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { bmlt } from '../../../src/backend/adapters/bmlt.js';
import type { ReadContext } from '../../../src/backend/ports.js';
import { Problem } from '../../../src/backend/problem.js';
import { adapterContract, context } from '../../contracts/adapter-contract.js';

const fixture = async (): Promise<string> =>
  (await fetch(new URL('../../../fixtures/bmlt.json', import.meta.url))).text();

const record = (more: object = {}) => ({
  id_bigint: '7',
  meeting_name: 'Calm',
  weekday_tinyint: '3',
  start_time: '18:30:00',
  duration_time: '01:30:00',
  venue_type: '1',
  location_street: '1 High St',
  location_municipality: 'Elmwick',
  ...more,
});
const format = (key_string: string, more: object = {}) => ({
  key_string,
  name_string: key_string,
  description_string: '',
  lang: 'en',
  id: key_string,
  world_id: '',
  format_type_enum: 'FC1',
  ...more,
});
const read = (json: unknown, more: Partial<ReadContext> = {}) => bmlt.read({ text: '', json }, context(more));
const one = async (more: object, rest: object = {}, about: Partial<ReadContext> = {}) => {
  const reading = await read({ meetings: [record(more)], ...rest }, about);
  const group = reading.directory.groups[0]!;
  return { reading, group, meeting: group.meetings[0]! };
};
const reasonOf = async (more: object): Promise<string> => {
  const { leftOut } = await read([record({ id_bigint: '8', meeting_name: 'Other' }), record(more)]);
  return leftOut[0]?.reason ?? 'kept';
};
const problem = async (json: unknown): Promise<Problem> => {
  try {
    await read(json);
  } catch (error) {
    expect(error).to.be.instanceOf(Problem);
    return error as Problem;
  }
  throw new Error('expected a Problem');
};

adapterContract({
  adapter: bmlt,
  fixture,
  groups: 6,
  empty: '{ "meetings": [], "formats": [] }',
  hostile: (text) =>
    JSON.stringify({
      meetings: [
        record({
          meeting_name: text,
          comments: text,
          location_text: text,
          virtual_meeting_link: text,
          phone_meeting_number: text,
          virtual_meeting_additional_info: text,
          formats: text,
          format_shared_id_list: text,
          service_body_bigint: text,
          lang_enum: text,
        }),
      ],
      formats: [format(text, { name_string: text, description_string: text, lang: text })],
      serviceBodies: [{ id: text, parent_id: text, name: text, url: text, helpline: text }],
    }),
  leftOut: JSON.stringify([null, record({ meeting_name: '' }), record()]),
});

describe('a BMLT list', () => {
  it('reads the whole of a record', async () => {
    const { directory, remarks } = await read(JSON.parse(await fixture()));
    expect(remarks).to.deep.equal([]);
    expect(directory.groups[0]).to.deep.equal({
      id: '101',
      name: 'Morning Lantern',
      topics: ['Step'],
      audience: ['open'],
      languages: [],
      joiningNote: 'Anyone is welcome to come along.',
      contact: { name: 'Elm Valley Area' },
      meetings: (['MO', 'TH'] as const).map((weekday, index) => ({
        id: String(101 + index),
        start: index ? '2000-01-06T07:30' : '2000-01-03T07:30',
        durationMinutes: 90,
        rule: { frequency: 'WEEKLY', byDay: [{ weekday }] },
        timeZone: 'America/Chicago',
        attendance: 'in-person',
        venue: {
          name: 'Harbour Hall',
          address: '12 Mill Street, Elmwick, IL 62701, USA',
          locality: 'Elmwick',
          region: 'IL',
          postalCode: '62701',
          country: 'US',
          position: { latitude: 39.8, longitude: -89.65 },
          directions: 'Blue door at the side\n\nBus: 14, stop Mill Street',
        },
        access: ['Wheelchair access'],
      })),
    });
    expect(directory.organisation).to.deep.equal({ name: 'Elm Valley Area' });
  });

  it('reads a bare array as well, numbers in place of strings, and "null" as nothing', async () => {
    const { directory } = await read([
      record({
        id_bigint: 7,
        weekday_tinyint: 1,
        venue_type: 3,
        latitude: 53.8,
        longitude: '-1.5',
        comments: 'null',
      }),
    ]);
    const [group] = directory.groups;
    expect(group?.notes).to.equal(undefined);
    expect(group?.meetings[0]).to.deep.include({
      attendance: 'hybrid',
      rule: { frequency: 'WEEKLY', byDay: [{ weekday: 'SU' }] },
    });
    expect(group?.meetings[0]?.venue?.position).to.deep.equal({ latitude: 53.8, longitude: -1.5 });
  });

  it('says what to ask for when it is the list of formats, or of service bodies', async () => {
    for (const json of [
      [format('O')],
      { formats: [format('O')] },
      [{ id: '1', parent_id: '0', name: 'Area', helpline: '' }],
      { meetings: null },
    ]) {
      expect((await problem(json)).hint).to.contain('GetSearchResults');
    }
  });

  it('leaves out what is not published', async () => {
    for (const published of ['0', 0, false])
      expect(await reasonOf({ published })).to.equal('is not published');
    for (const published of ['1', 1, true, '', undefined])
      expect(await reasonOf({ published })).to.equal('kept');
  });

  it('never shows the names, numbers and addresses of members', async () => {
    const { reading } = await one({
      contact_name_1: 'Member A',
      contact_phone_1: '555 010 0199',
      contact_email_1: 'a@example.org',
      email_contact: 'b@example.org',
    });
    expect(JSON.stringify(reading)).to.not.match(/Member A|0199|@example/);
  });

  it('keeps groups apart whose records differ in more than when they meet', async () => {
    const { directory } = await read([
      record({ id_bigint: '1' }),
      record({ id_bigint: '2', weekday_tinyint: '5' }),
      record({ id_bigint: '3', weekday_tinyint: '6', location_street: '2 Low Rd' }),
      record({ id_bigint: '4', weekday_tinyint: '6', service_body_bigint: '9' }),
    ]);
    expect(directory.groups.map(({ meetings }) => meetings.length)).to.deep.equal([2, 1, 1]);
  });

  it('takes no good record along with a bad one, whatever it is', async () => {
    const value = fc.anything({ maxDepth: 2 });
    const names = Object.keys({
      ...record(),
      formats: 1,
      format_shared_id_list: 1,
      published: 1,
      comments: 1,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(value, fc.dictionary(fc.constantFrom(...names), value)), { maxLength: 5 }),
        value,
        async (bad, beside) => {
          const meetings = [...bad, record({ meeting_name: 'The good one' })];
          const { directory, kept, leftOut } = await read({
            meetings,
            formats: beside,
            serviceBodies: beside,
          });
          expect(directory.groups.some(({ name }) => name === 'The good one')).to.equal(true);
          expect(kept + leftOut.length).to.equal(meetings.length);
        },
      ),
      // The one was found by chance, and is tried each time since.
      { numRuns: 60, examples: [[[{ published: [{ toString: '' }] }], []]] },
    );
  });
});

const DAY = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

describe('when a BMLT group meets', () => {
  it('counts the week from Sunday, which is 1', async () => {
    const days = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
    for (const [index, weekday] of days.entries()) {
      const { meeting } = await one({ weekday_tinyint: String(index + 1) });
      expect(meeting.rule?.byDay).to.deep.equal([{ weekday }]);
    }
    expect(await reasonOf({ weekday_tinyint: '0' })).to.contain('1 (Sunday) to 7 (Saturday)');
    expect(await reasonOf({ weekday_tinyint: '8' })).to.contain('1 (Sunday) to 7 (Saturday)');
    expect(await reasonOf({ start_time: '25:00:00' })).to.contain('no time');
  });

  it('takes 00:00 for the beginning of its day and 24:00 for its end', async () => {
    const early = await one({ weekday_tinyint: '7', start_time: '00:00:00' });
    expect(early.meeting).to.deep.include({
      start: '2000-01-08T00:00',
      rule: { frequency: 'WEEKLY', byDay: [{ weekday: 'SA' }] },
    });
    const late = await one({ weekday_tinyint: '7', start_time: '24:00:00' });
    expect(late.meeting).to.deep.include({
      start: '2000-01-09T00:00',
      rule: { frequency: 'WEEKLY', byDay: [{ weekday: 'SU' }] },
    });
  });

  it('names no end where the server writes 00:00:00 or 24:00:00 for an unknown length', async () => {
    for (const duration_time of ['00:00:00', '24:00:00', '', undefined]) {
      const { meeting, reading } = await one({ duration_time });
      expect(meeting.durationMinutes).to.equal(undefined);
      expect(reading.remarks).to.deep.equal([]);
    }
    expect((await one({ duration_time: '1:15' })).meeting.durationMinutes).to.equal(75);
    expect((await one({ duration_time: 'long' })).reading.remarks).to.have.lengthOf(1);
  });

  it('tells no date without a day or a time', async () => {
    const { meeting, reading } = await one({ weekday_tinyint: '', start_time: '18:30:00' });
    expect(meeting.start).to.equal(undefined);
    expect(meeting.text).to.equal('18:30');
    expect(reading.remarks[0]?.reason).to.contain('no date can be told');
  });

  it('uses the zone of the record, else that of the page', async () => {
    const about = { timeZone: 'Europe/London' };
    expect((await one({ time_zone: 'America/Chicago' }, {}, about)).meeting.timeZone).to.equal(
      'America/Chicago',
    );
    expect((await one({ time_zone: '' }, {}, about)).meeting.timeZone).to.equal('Europe/London');
    const odd = await one({ time_zone: 'Elmwick Time' }, {}, about);
    expect(odd.meeting.timeZone).to.equal('Europe/London');
    expect(odd.reading.remarks[0]?.reason).to.contain('Elmwick Time');
  });

  it('meets less often where comments or a format say nothing else', async () => {
    for (const [comments, nths] of [
      ['3rd Tuesday of the month', [3]],
      ['Only meets 1st & 3rd week', [1, 3]],
      ['Meets the first and last Tuesday of each month, 7:30 PM to 9 PM.', [1, -1]],
      ['5th Tuesday only', [5]],
      ['Every 2nd Tuesday of the month', [2]],
    ] as const) {
      const { meeting } = await one({ comments });
      expect(meeting.rule, comments).to.deep.equal({
        frequency: 'MONTHLY',
        byDay: nths.map((nth) => ({ weekday: 'TU', nth })),
      });
      expect(meeting.start, comments).to.match(/^2000-0[12]-\d\dT18:30$/);
      expect(new Date(`${meeting.start}Z`).getUTCDay(), comments).to.equal(2);
    }
    const formats = [format('T3', { name_string: '3rd Tuesday only' })];
    expect((await one({ formats: 'T3' }, { formats })).meeting.rule?.frequency).to.equal('MONTHLY');
  });

  it('starts every monthly rule on a day of the rule', async () => {
    for (let day = 1; day <= 7; day++) {
      for (const [index, nth] of ['1st', '2nd', '3rd', '4th', '5th', 'last'].entries()) {
        const { meeting } = await one({
          weekday_tinyint: String(day),
          comments: `${nth} ${DAY[day - 1]} only`,
        });
        const date = new Date(`${meeting.start}Z`);
        expect(date.getUTCDay()).to.equal(day - 1);
        const dayOfMonth = date.getUTCDate();
        if (index < 5) expect(Math.ceil(dayOfMonth / 7)).to.equal(index + 1);
        else expect(dayOfMonth).to.be.above(24);
      }
    }
  });

  it('tells no date where the words may mean two things', async () => {
    for (const comments of [
      'Every other week',
      'Every 2nd Tuesday',
      'Bi-weekly',
      'monthly',
      'Last Tuesday',
      'Last week only',
    ]) {
      const { meeting, reading } = await one({ comments });
      expect(meeting.start, comments).to.equal(undefined);
      expect(meeting.text).to.equal(`Tuesday, 18:30, ${comments}`);
      expect(reading.remarks[0]?.reason).to.contain('no date is told');
    }
  });

  it('stays weekly where the words speak of what is read in some weeks, or of another day', async () => {
    for (const comments of [
      '1st Tuesday is a step meeting',
      'Last Tuesday: speaker',
      '3rd Friday of the month',
      'Weekly',
    ])
      expect((await one({ comments })).meeting.rule?.frequency, comments).to.equal('WEEKLY');
  });
});

describe('how one attends a BMLT meeting', () => {
  const link = 'https://meet.example.org/a';
  it('follows the venue type', async () => {
    expect((await one({ venue_type: '1' })).meeting.attendance).to.equal('in-person');
    expect((await one({ venue_type: '2' })).meeting.attendance).to.equal('online');
    expect((await one({ venue_type: '3' })).meeting.attendance).to.equal('hybrid');
  });

  it('follows formats, link and place where an older server has no venue type', async () => {
    const attends = async (more: object) => (await one({ venue_type: '', ...more })).meeting.attendance;
    expect(await attends({})).to.equal('in-person');
    expect(await attends({ formats: 'VM' })).to.equal('online');
    expect(await attends({ formats: 'VM,HY' })).to.equal('hybrid');
    expect(await attends({ virtual_meeting_link: link })).to.equal('hybrid');
    expect(await attends({ virtual_meeting_link: link, location_street: '' })).to.equal('online');
    expect(await attends({ location_text: 'Zoom' })).to.equal('online');
  });

  it('reads virtual, hybrid and closed also by the codes of the world office', async () => {
    const formats = [format('X9', { world_id: 'VM' }), format('X8', { world_id: 'HYBR' })];
    expect((await one({ venue_type: '', formats: 'X9' }, { formats })).meeting.attendance).to.equal('online');
    expect((await one({ venue_type: '', formats: 'X8' }, { formats })).meeting.attendance).to.equal('hybrid');
  });

  it('leaves out what is temporarily closed, unless one can join it from home', async () => {
    expect(await reasonOf({ formats: 'O,TC' })).to.equal('temporarily closed');
    expect(await reasonOf({ formats: 'O,TC', venue_type: '3' })).to.equal('temporarily closed');
    for (const more of [
      { formats: 'TC,VM' },
      { formats: 'TC', venue_type: '2' },
      { formats: 'TC', virtual_meeting_link: link },
    ]) {
      const { meeting } = await one(more);
      expect(meeting.attendance).to.equal('online');
      expect(meeting.venue?.address).to.equal(undefined);
    }
  });

  it('shows as words what stands in place of a link or a number', async () => {
    const { meeting, reading } = await one({
      venue_type: '2',
      virtual_meeting_link: 'Zoom ID: 812 3456 7890',
      phone_meeting_number: 'Ring Sam for the number, 555 only',
      virtual_meeting_additional_info: 'Passcode: kettle',
    });
    expect(meeting.joinUrl).to.equal(undefined);
    expect(meeting.joinPhone).to.equal(undefined);
    expect(meeting.joinNote).to.equal(
      'Zoom ID: 812 3456 7890\n\nPasscode: kettle\n\nRing Sam for the number, 555 only',
    );
    expect(reading.remarks).to.have.lengthOf(2);
  });
});

describe('where a BMLT group meets', () => {
  it('puts borough and neighbourhood beside the town, each once', async () => {
    const { meeting } = await one({
      location_neighborhood: 'Old Docks',
      location_city_subsection: 'Waterside',
      location_province: 'IL',
      location_postal_code_1: '62701',
      location_nation: 'USA',
    });
    expect(meeting.venue).to.deep.include({
      address: '1 High St, Old Docks, Waterside, Elmwick, IL 62701, USA',
      locality: 'Elmwick',
      district: 'Waterside',
      country: 'US',
    });
    const borough = await one({
      location_municipality: '',
      location_city_subsection: 'Waterside',
      location_neighborhood: 'Waterside',
    });
    expect(borough.meeting.venue).to.deep.include({ locality: 'Waterside', address: '1 High St, Waterside' });
    expect(borough.meeting.venue?.district).to.equal(undefined);
  });

  it('knows 0,0 for no point, and says when there is none on Earth', async () => {
    expect((await one({ latitude: '0', longitude: '0' })).meeting.venue?.position).to.equal(undefined);
    const swapped = await one({ latitude: '-151.2', longitude: '-33.9' });
    expect(swapped.reading.remarks[0]?.reason).to.contain('no place on Earth');
  });

  it('calls a place without a street approximate', async () => {
    expect((await one({ location_street: '' })).meeting.venue?.approximate).to.equal(true);
  });
});

describe('the formats of a BMLT server', () => {
  it('are found by id before key, by server, and in the language of the meeting', async () => {
    const formats = [
      format('O', {
        id: '17',
        name_string: 'Offen',
        lang: 'de',
        world_id: 'OPEN',
        format_type_enum: 'O',
        description_string: 'Für alle.',
      }),
      format('O', { id: '17', name_string: 'Open', lang: 'en', world_id: 'OPEN', format_type_enum: 'O' }),
      format('W', {
        id: '1',
        name_string: 'Women',
        format_type_enum: 'FC3',
        root_server_uri: 'https://a.example.org',
      }),
      format('W', { id: '1', name_string: 'Workshop', root_server_uri: 'https://b.example.org' }),
    ];
    const german = await one({ formats: 'O', format_shared_id_list: '17', lang_enum: 'de' }, { formats });
    expect(german.group).to.deep.include({ audience: ['open'], joiningNote: 'Für alle.' });
    const other = await one({ formats: 'O', lang_enum: 'fi' }, { formats });
    expect(other.group).to.deep.include({
      audience: ['open'],
    });
    const second = await one(
      { formats: 'W', format_shared_id_list: '1', root_server_uri: 'https://b.example.org' },
      { formats },
    );
    expect(second.group).to.deep.include({ topics: ['Workshop'], audience: [] });
  });

  it('are sorted by code, else by type, else by name', async () => {
    const formats = [
      format('a', { name_string: 'Wheelchair', world_id: 'WCHR', format_type_enum: 'FC2' }),
      format('b', { name_string: 'ASL', format_type_enum: 'FC2' }),
      format('c', { name_string: 'Persian speaking', world_id: 'LANG', format_type_enum: 'LANG' }),
      format('d', { name_string: 'No Children', format_type_enum: 'FC3' }),
      format('e', {
        name_string: 'Closed Holidays',
        description_string: 'Shut on holidays.',
        format_type_enum: 'FC3',
      }),
      format('f', { name_string: 'Young People', format_type_enum: 'COMMON_NEEDS_OR_RESTRICTION' }),
      format('g', { name_string: 'Bring ID', format_type_enum: '' }),
      format('h', { name_string: 'Bi-Lingual', world_id: 'LANG', format_type_enum: 'LANG' }),
    ];
    const { group, meeting } = await one({ formats: 'a,b,c,d,e,f,g,h' }, { formats });
    expect(meeting.access).to.have.members(['Wheelchair access', 'ASL', 'No Children']);
    expect(group).to.deep.include({ languages: ['fa'], audience: ['Young People'], topics: [] });
    expect(group.notes).to.equal('Shut on holidays.\n\nBring ID\n\nBi-Lingual');
  });

  it('say nothing of a building to people who join from home', async () => {
    const { meeting } = await one({ venue_type: '2', formats: 'WC' });
    expect(meeting.access).to.deep.equal([]);
  });

  it('without their list are read where every server means the same by them', async () => {
    const { group, meeting, reading } = await one({ formats: 'O,WC,St,ZZ9', lang_enum: 'en' });
    expect(group).to.deep.include({ topics: ['Step study'], audience: ['open'] });
    expect(meeting.access).to.deep.equal(['Wheelchair access']);
    expect(reading.remarks).to.deep.equal([
      {
        reason:
          'format "ZZ9" is not known and not shown (once, in record 1); get_used_formats=1 in the address brings the list of formats',
      },
    ]);
    // Portuguese servers mean women by it.
    expect((await one({ formats: 'M', lang_enum: 'pt' })).group.audience).to.deep.equal([]);
  });
});

describe('who keeps a BMLT list', () => {
  const serviceBodies = [
    {
      id: '1',
      parent_id: '0',
      name: 'Region',
      url: 'https://example.org',
      helpline: '555 010 0100',
      contact_email: 'hi@example.org',
    },
    { id: '2', parent_id: '1', name: 'Area', url: '', helpline: '' },
    { id: '3', parent_id: '1', name: 'Coast', url: 'https://coast.example.org', helpline: 'none' },
  ];
  it('is the service body, or the nearest above it that can be reached', async () => {
    const { directory } = await read({
      meetings: [
        record({ id_bigint: '1', service_body_bigint: '2' }),
        record({ id_bigint: '2', service_body_bigint: '3' }),
      ],
      serviceBodies,
    });
    const region = {
      name: 'Region',
      phone: '555 010 0100',
      email: 'hi@example.org',
      url: 'https://example.org/',
    };
    expect(directory.organisation).to.deep.equal(region);
    expect(directory.groups.map(({ contact }) => contact)).to.deep.equal([
      region,
      { name: 'Coast', url: 'https://coast.example.org/' },
    ]);
  });

  it('is nobody where several keep it and none stands above', async () => {
    const { directory } = await read([
      record({ service_body_bigint: '2', service_body_name: 'Area' }),
      record({ service_body_bigint: '3', service_body_name: 'Coast', weekday_tinyint: '4' }),
    ]);
    expect(directory.organisation).to.equal(undefined);
    expect(directory.groups.map(({ contact }) => contact)).to.deep.equal([
      { name: 'Area' },
      { name: 'Coast' },
    ]);
  });

  it('may stand below itself in a broken list', async () => {
    const { group } = await one(
      { service_body_bigint: '1' },
      { serviceBodies: [{ id: '1', parent_id: '1', name: 'Loop' }] },
    );
    expect(group.contact).to.deep.equal({ name: 'Loop' });
  });
});
