import { csv } from '../../src/backend/adapters/csv.js';
import { hsds } from '../../src/backend/adapters/hsds.js';
import { kithJson } from '../../src/backend/adapters/kith-json.js';
import { meetingGuide } from '../../src/backend/adapters/meeting-guide.js';
import { schemaOrg } from '../../src/backend/adapters/schema-org.js';
import { adapterContract } from './adapter-contract.js';

const small = (records: unknown) => async () => JSON.stringify(records);

adapterContract({
  adapter: kithJson,
  fixture: small({
    groups: [
      {
        name: 'Calm',
        meetings: [{ start: '2026-12-01T18:30', timeZone: 'Europe/London', rrule: 'FREQ=WEEKLY' }],
      },
      { name: 'Calm', url: 'https://example.org/2' },
    ],
  }),
  groups: 2,
  empty: '{ "groups": [] }',
  hostile: (text) =>
    JSON.stringify({
      groups: [
        {
          name: text,
          summary: text,
          url: text,
          notes: text,
          meetings: [{ joinUrl: text, text, start: text }],
        },
      ],
      organisation: { name: text, url: text, reportUrl: text },
    }),
  leftOut: '{ "groups": [null, { "name": "" }, { "name": "Good" }] }',
});

const evening = {
  name: 'Calm',
  slug: 'calm',
  day: 2,
  time: '18:30',
  formatted_address: '1 High St, Leeds, UK',
};

adapterContract({
  adapter: meetingGuide,
  fixture: small([evening, { ...evening, name: 'Bold', slug: 'bold', day: 3 }]),
  groups: 2,
  empty: '[]',
  hostile: (text) =>
    JSON.stringify([
      { ...evening, name: text, notes: text, url: text, conference_url: text, location: text, types: [text] },
    ]),
  leftOut: JSON.stringify([null, 42, evening]),
});

const service = {
  id: 'a',
  name: 'Calm',
  status: 'active',
  schedules: [{ freq: 'WEEKLY', byday: 'TU', opens_at: '18:30' }],
};

adapterContract({
  adapter: hsds,
  fixture: small({
    total_items: 2,
    contents: [service, { ...service, id: 'b', service_at_locations: [{ location: {} }] }],
  }),
  groups: 2,
  empty: '{ "total_items": 0, "total_pages": 0, "empty": true, "contents": [] }',
  hostile: (text) =>
    JSON.stringify([
      {
        ...service,
        id: text,
        name: text,
        description: text,
        url: text,
        email: text,
        application_process: text,
        languages: [{ code: text, name: text }],
        phones: [{ number: text }],
        schedules: [{ freq: text, byday: text, opens_at: text, description: text, schedule_link: text }],
        service_at_locations: [
          { location: { name: text, addresses: [{ address_1: text, country: text }] } },
          { location: { location_type: 'virtual', url: text } },
        ],
        organization: { name: text, website: text },
      },
    ]),
  leftOut: JSON.stringify([null, { id: 'x' }, service]),
});

const sheet = (...rows: string[][]): string =>
  [['group name', 'day', 'time', 'summary', 'website'], ...rows]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n');

adapterContract({
  adapter: csv,
  fixture: async () =>
    sheet(
      ['Calm', 'Tuesday', '18:30', 'A quiet circle', 'https://example.org'],
      ['Bold', 'Friday', '19:00', '', ''],
    ),
  groups: 2,
  empty: sheet(),
  hostile: (text) => sheet([text, 'Tuesday', '18:30', text, text]),
  leftOut: sheet(
    ['', 'Tuesday', '18:30', 'No name', ''],
    ['', '', '', 'No name', ''],
    ['Good', 'Friday', '19:00', '', ''],
  ),
});

const dated = { '@type': 'Event', startDate: '2026-12-01T18:30' };
const jsonLd = (...events: unknown[]) =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': events });

adapterContract({
  adapter: schemaOrg,
  fixture: async () => jsonLd({ ...dated, name: 'Calm' }, { ...dated, name: 'Bold' }),
  groups: 2,
  empty: jsonLd(),
  hostile: (text) =>
    jsonLd({
      ...dated,
      name: text,
      description: text,
      url: text,
      keywords: text,
      location: [text, { '@type': 'VirtualLocation', name: text, url: text }],
      organizer: { '@type': text, name: text, url: text, email: text },
      eventSchedule: { byDay: text, startTime: '18:30', exceptDate: text },
    }),
  leftOut: jsonLd({ ...dated }, { ...dated, name: '' }, { ...dated, name: 'Good' }),
});
