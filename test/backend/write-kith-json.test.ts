import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { bmlt } from '../../src/backend/adapters/bmlt.js';
import { csv } from '../../src/backend/adapters/csv.js';
import { hsds } from '../../src/backend/adapters/hsds.js';
import { kithJson } from '../../src/backend/adapters/kith-json.js';
import { meetingGuide } from '../../src/backend/adapters/meeting-guide.js';
import { schemaOrg } from '../../src/backend/adapters/schema-org.js';
import type { DirectoryAdapter, ReadContext } from '../../src/backend/ports.js';
import { writeKithJson } from '../../src/backend/write-kith-json.js';
import type { Directory } from '../../src/domain/directory.js';

const context: ReadContext = { today: '2026-11-21', pause: async () => {} };
const read = async (adapter: DirectoryAdapter, text: string): Promise<Directory> => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // A sheet.
  }
  return (await adapter.read({ text, json }, context)).directory;
};
const again = async (directory: Directory) => read(kithJson, writeKithJson(directory));

describe('a snapshot', () => {
  for (const [file, adapter] of Object.entries({
    'kith-directory.json': kithJson,
    'meeting-guide.json': meetingGuide,
    'bmlt.json': bmlt,
    'hsds.json': hsds,
    'schema-org.json': schemaOrg,
    'groups.csv': csv,
    'gruppen.csv': csv,
  })) {
    it(`of ${file} is the same directory`, async () => {
      const text = await (await fetch(new URL(`../../fixtures/${file}`, import.meta.url))).text();
      const directory = await read(adapter, text);
      expect(directory.groups).not.to.have.length(0);
      expect(await again(directory)).to.deep.equal(directory);
    });
  }

  /** Words of any length, in lines or in one. */
  const long = fc
    .tuple(fc.array(fc.string({ maxLength: 30 }), { maxLength: 4 }), fc.integer({ min: 1, max: 250 }))
    .map(([words, times]) => `a ${words.join('\n')} b `.repeat(times));
  const grown = (make: (text: string) => [DirectoryAdapter, string]) =>
    fc.assert(
      fc.asyncProperty(long, async (words) => {
        const directory = await read(...make(words));
        expect(await again(directory)).to.deep.equal(directory);
      }),
      { numRuns: 40 },
    );

  it('loses nothing of long texts of services', () =>
    grown((words) => [
      hsds,
      JSON.stringify([
        {
          id: words,
          name: `N${words}`,
          description: words,
          alert: words,
          application_process: words,
          fees_description: words,
          alternate_name: words,
          cost_options: [
            { amount: 0, option: words },
            { amount: 5, amount_description: words },
          ],
          schedules: [{ description: words, notes: words }],
          service_at_locations: [
            { location: { name: words, addresses: [{ address_1: words, city: words }] } },
          ],
        },
      ]),
    ]));

  it('loses nothing of long texts of weekly meetings', () =>
    grown((words) => [
      bmlt,
      JSON.stringify([
        {
          meeting_name: `N${words}`,
          id_bigint: words,
          comments: words,
          location_text: words,
          location_street: words,
          location_municipality: words,
          location_info: words,
          virtual_meeting_additional_info: words,
          phone_meeting_additional_info: words,
          weekday_tinyint: '2',
        },
      ]),
    ]));

  it('keeps all meetings of a group that has many', async () => {
    const times = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:15`);
    const records = times.flatMap((time) =>
      [0, 1, 2, 3, 4, 5, 6].map((day) => ({ name: 'Calm', day, time, slug: `${day}-${time}` })),
    );
    const directory = await read(meetingGuide, JSON.stringify(records));
    expect(directory.groups[0]?.meetings).to.have.length(168);
    expect(await again(directory)).to.deep.equal(directory);
  });

  it('of a calendar still holds nothing but dates, under the name that joins them', async () => {
    const directory: Directory = {
      groups: [
        { id: 'a', name: 'A', topics: [], audience: [], languages: [], meetings: [], datesOnly: true },
        { id: 'b', name: 'B', topics: [], audience: [], languages: [], meetings: [], calendarName: 'Room 4' },
      ],
    };
    expect(await again(directory)).to.deep.equal(directory);
  });
});
