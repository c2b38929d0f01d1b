import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { kithJson } from '../../../src/backend/adapters/kith-json.js';
import type { ReadContext } from '../../../src/backend/ports.js';
import { Problem } from '../../../src/backend/problem.js';

const context: ReadContext = { today: '2026-11-21', pause: async () => {} };
const read = (json: unknown, more: Partial<ReadContext> = {}) =>
  kithJson.read({ text: '', json }, { ...context, ...more });
const load = async (path: string) => (await fetch(new URL(`../../../${path}`, import.meta.url))).json();
const one = async (group: object, top: object = {}, more: Partial<ReadContext> = {}) => {
  const reading = await read({ ...top, groups: [{ name: 'Group', ...group }] }, more);
  return {
    reading,
    group: reading.directory.groups[0]!,
    reasons: reading.remarks.map(({ reason }) => reason),
  };
};
const meeting = async (fields: object, top: object = {}) => {
  const { group, reasons } = await one({ meetings: [{ start: '2026-01-06T18:30', ...fields }] }, top);
  return { meeting: group.meetings[0], reasons };
};

interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  examples?: unknown[];
}

/** An object with every property that the schema has, from its own examples. */
function fullExample(schema: Schema, root: Schema): unknown {
  if (schema.$ref) return fullExample(root.$defs![schema.$ref.replace('#/$defs/', '')]!, root);
  if (schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, part]) => [name, fullExample(part, root)]),
    );
  }
  if (schema.examples) return schema.examples[0];
  if (schema.items) return [fullExample(schema.items, root)];
  throw new Error(`no example: ${JSON.stringify(schema)}`);
}

/** The same shape with nothing said in it but names, so that what stands behind `??` is asked as well. */
function blank(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => blank(item));
  if (typeof value !== 'object' || value === null) return name === 'name' ? value : '';
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, blank(part, key)]));
}

/** The same value, which writes down what is asked of each of its objects. */
function watched(value: unknown, path: string, asked: Set<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => watched(item, `${path}[]`, asked));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, watched(part, `${path}.${name}`, asked)]),
  );
  return new Proxy(copy, {
    getOwnPropertyDescriptor(target, name) {
      asked.add(`${path}.${String(name)}`);
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
    ownKeys: (target) => Reflect.ownKeys(target),
  });
}

function pathsIn(schema: Schema, root: Schema, path = ''): string[] {
  if (schema.$ref) return pathsIn(root.$defs![schema.$ref.replace('#/$defs/', '')]!, root, path);
  if (schema.items) return pathsIn(schema.items, root, `${path}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, part]) => [
    `${path}.${name}`,
    ...pathsIn(part, root, `${path}.${name}`),
  ]);
}

/** Names of the values' own keys that the schema does not have. */
function strangers(value: unknown, schema: Schema, root: Schema, path = ''): string[] {
  if (schema.$ref) return strangers(value, root.$defs![schema.$ref.replace('#/$defs/', '')]!, root, path);
  if (Array.isArray(value))
    return value.flatMap((item, n) => strangers(item, schema.items ?? {}, root, `${path}[${n}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const known = schema.properties?.[name];
    return known ? strangers(part, known, root, `${path}.${name}`) : [`${path}.${name}`];
  });
}

describe('Kith JSON', () => {
  describe('and its schema', () => {
    it('know the same fields', async () => {
      const schema: Schema = await load('schema/kith-directory.schema.json');
      const example = fullExample(schema, schema);
      const reading = await read(example);
      expect(reading.remarks, 'every field of the schema is read').to.deep.equal([]);
      const asked = new Set<string>();
      await read(watched(example, '', asked));
      await read(watched(blank(example), '', asked));

      const written = new Set(pathsIn(schema, schema));
      expect(
        [...asked].filter((path) => !written.has(path)),
        'every field read is in the schema',
      ).to.deep.equal([]);
      expect(reading.directory.groups[0]!.meetings[0]!.changes).to.have.length(1);
    });

    it('keep every word of the full example', async () => {
      const schema: Schema = await load('schema/kith-directory.schema.json');
      const { directory } = await read(fullExample(schema, schema));
      const group = directory.groups[0]!;
      expect(directory.organisation).to.have.all.keys('name', 'phone', 'email', 'url', 'reportUrl');
      expect(group).to.include.all.keys(
        'id',
        'name',
        'summary',
        'notes',
        'url',
        'topics',
        'audience',
        'languages',
      );
      expect(group).to.include.all.keys('leadership', 'leader', 'training', 'joining', 'joiningNote', 'cost');
      expect(group).to.include.all.keys(
        'confidentiality',
        'contact',
        'lastChecked',
        'firstVisit',
        'quote',
        'meetings',
      );
      expect(Object.keys(group.firstVisit!)).to.have.length(11);
      expect(group.meetings[0]!.venue).to.have.all.keys(
        ...[
          'name',
          'address',
          'locality',
          'district',
          'region',
          'postalCode',
          'country',
          'position',
          'approximate',
          'directions',
        ],
      );
      expect(group.meetings[0]!.access).to.deep.equal(['Live captions', 'Step-free']);
    });

    it('agree on the example listing', async () => {
      const schema: Schema = await load('schema/kith-directory.schema.json');
      const example = await load('fixtures/kith-directory.json');
      expect(strangers(example, schema, schema)).to.deep.equal([]);
      const { kept, leftOut, remarks, directory } = await read(example);
      expect([kept, leftOut, remarks]).to.deep.equal([15, [], []]);
      expect(directory.groups.flatMap(({ meetings }) => meetings)).to.have.length(
        example.groups.flatMap(({ meetings }: { meetings: unknown[] }) => meetings).length,
      );
    });
  });

  it('reads a group as written', async () => {
    const { group, reasons } = await one(
      {
        name: 'Low mood',
        topics: ['Low mood'],
        leadership: 'peers',
        venue: { name: 'Library', locality: 'Leeds', latitude: 53.8, longitude: -1.5, access: ['Step-free'] },
        meetings: [
          {
            start: '2026-01-06T18:30',
            duration: 'PT90M',
            rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
            exceptDates: ['2026-12-29'],
            changes: [
              { recurrenceId: '2026-12-01T18:30', status: 'cancelled', note: 'Closed' },
              { recurrenceId: '2026-12-15', status: 'moved', start: '2026-12-16 19:00:00' },
            ],
          },
        ],
      },
      { timeZone: 'Europe/London', country: 'gb' },
    );
    expect(reasons).to.deep.equal([]);
    expect(group).to.deep.equal({
      id: 'low-mood',
      name: 'Low mood',
      topics: ['Low mood'],
      audience: [],
      languages: [],
      leadership: 'peers',
      meetings: [
        {
          start: '2026-01-06T18:30',
          durationMinutes: 90,
          timeZone: 'Europe/London',
          rule: { frequency: 'WEEKLY', interval: 2, byDay: [{ weekday: 'TU' }] },
          exceptDates: ['2026-12-29'],
          changes: [
            { recurrenceId: '2026-12-01T18:30', status: 'cancelled', note: 'Closed' },
            { recurrenceId: '2026-12-15', status: 'moved', start: '2026-12-16T19:00' },
          ],
          attendance: 'in-person',
          venue: {
            name: 'Library',
            locality: 'Leeds',
            country: 'GB',
            position: { latitude: 53.8, longitude: -1.5 },
          },
          access: ['Step-free'],
        },
      ],
    });
  });

  it('gives an empty directory for an empty list', async () => {
    expect(await read({ groups: [] })).to.deep.equal({
      directory: { groups: [] },
      kept: 0,
      leftOut: [],
      remarks: [],
    });
  });

  it('refuses what is no listing, and one of which nothing is left', async () => {
    for (const json of [[], {}, null, undefined, 'x', { groups: {} }, { groups: [{}, 3] }]) {
      const error = await read(json).catch((problem: unknown) => problem);
      expect(error).to.be.instanceOf(Problem);
      expect((error as Problem).kind).to.equal('malformed');
    }
  });

  it('leaves bad groups out by number and keeps the good ones', async () => {
    const { kept, leftOut, directory } = await read({
      groups: [{ name: 'A' }, 'B', { summary: 'no name' }, { name: 'A' }],
    });
    expect(kept).to.equal(2);
    expect(leftOut).to.deep.equal([
      { row: 2, reason: 'is no group ("{…}")' },
      { row: 3, reason: 'has no name' },
    ]);
    expect(directory.groups.map(({ id }) => id)).to.deep.equal(['a', 'a-2']);
  });

  it('keeps the good meetings of a group with a bad one', async () => {
    const { group, reasons } = await one({
      meetings: [
        { start: 'Tuesday' },
        { start: '2026-01-06T18:30', rrule: 'FREQ=OFTEN' },
        7,
        { start: '2026-02-30T10:00' },
        { start: '2026-01-06T18:30Z' },
        { start: '2026-01-06T18:30' },
        { text: 'By appointment' },
        { start: '2026-01-06T18:30', rrule: 'FREQ=OFTEN', text: 'Now and then' },
      ],
    });
    expect(group.meetings.map(({ start, text }) => start ?? text)).to.deep.equal([
      '2026-01-06T18:30',
      'By appointment',
      'Now and then',
    ]);
    for (const n of [0, 1, 2, 3, 4]) {
      expect(
        reasons.some((reason) => reason.startsWith(`meetings[${n}] is left out`)),
        String(n),
      ).to.equal(true);
    }
  });

  it('tells unknown fields with their path and keeps the rest', async () => {
    const { group, reasons } = await one({
      sumary: 'x',
      'x-own': 1,
      contact: { fone: '1' },
      meetings: [{ start: '2026-01-06T18:30', wen: 1 }],
    });
    expect(reasons).to.have.members([
      'sumary is no field of the format',
      'contact.fone is no field of the format',
      'meetings[0].wen is no field of the format',
    ]);
    expect(group.meetings).to.have.length(1);
    expect(group.contact).to.equal(undefined);
  });

  for (const [written, minutes] of [
    [90, 90],
    ['90', 90],
    ['PT90M', 90],
    ['PT1H30M', 90],
    ['PT2H', 120],
    ['P1D', 1440],
    ['P1DT2H', 1560],
    [0, undefined],
    [-5, undefined],
    [1.5, undefined],
    ['P', undefined],
    ['PT', undefined],
    ['an hour', undefined],
    ['PT99999M', undefined],
    [{}, undefined],
  ] as const) {
    it(`lasts ${minutes ?? 'nobody knows how many'} minutes for ${JSON.stringify(written)}`, async () =>
      expect((await meeting({ duration: written })).meeting!.durationMinutes).to.equal(minutes));
  }

  for (const [what, fields, attendance] of [
    ['nothing else', {}, 'in-person'],
    ['a link', { joinUrl: 'https://example.org/r' }, 'online'],
    ['a number', { joinPhone: '0113 496 0140' }, 'online'],
    ['a link and a venue', { joinUrl: 'example.org/r', venue: { name: 'Hall' } }, 'hybrid'],
    ['a word of its own', { joinUrl: 'https://example.org/r', attendance: 'Hybrid' }, 'hybrid'],
    ['a word that is none', { attendance: 'telepathy' }, 'in-person'],
  ] as const) {
    it(`is ${attendance} with ${what}`, async () =>
      expect((await meeting(fields)).meeting!.attendance).to.equal(attendance));
  }

  it('does not give an online meeting the venue of its group', async () => {
    const { group } = await one({
      venue: { name: 'Hall', access: ['Step-free'] },
      meetings: [{ start: '2026-01-06T18:30', attendance: 'online', joinUrl: 'https://example.org/r' }],
    });
    expect(group.meetings[0]).to.not.have.property('venue');
    expect(group.meetings[0]!.access).to.deep.equal([]);
  });

  it('stands in the zone of the meeting, the listing, the page, or none', async () => {
    expect(
      (await meeting({ timeZone: 'Asia/Kathmandu' }, { timeZone: 'Europe/London' })).meeting!.timeZone,
    ).to.equal('Asia/Kathmandu');
    const bad = await meeting({ timeZone: 'Mars' }, { timeZone: 'Europe/London' });
    expect(bad.meeting!.timeZone).to.equal('Europe/London');
    expect(bad.reasons).to.have.length(1);
    const { group } = await one(
      { meetings: [{ start: '2026-01-06T18:30' }] },
      {},
      { timeZone: 'Europe/Paris' },
    );
    expect(group.meetings[0]!.timeZone).to.equal('Europe/Paris');
    expect((await meeting({})).meeting!.timeZone).to.equal(undefined);
  });

  it('shows a quote only when the member agreed', async () => {
    expect((await one({ quote: { text: 'It helped', consented: true } })).group.quote).to.deep.equal({
      text: 'It helped',
    });
    for (const quote of [
      { text: 'It helped' },
      { text: 'It helped', consented: 'true' },
      { text: 'x', consented: false },
      { consented: true },
    ]) {
      const { group, reasons } = await one({ quote });
      expect(group.quote).to.equal(undefined);
      expect(
        reasons.some((reason) => reason.startsWith('quote is not shown')),
        JSON.stringify(quote),
      ).to.equal(true);
    }
  });

  it('tells a change that cannot be read and keeps the others', async () => {
    const { meeting: read, reasons } = await meeting({
      changes: [
        { status: 'cancelled' },
        { recurrenceId: '2026-12-01', status: 'moved' },
        { recurrenceId: '2026-12-08', status: 'gone' },
        { recurrenceId: '2026-12-15', status: 'cancelled' },
      ],
    });
    expect(read!.changes).to.deep.equal([{ recurrenceId: '2026-12-15', status: 'cancelled' }]);
    expect(reasons.filter((reason) => reason.includes('is left out'))).to.have.length(3);
  });

  it('follows links relative to the listing, and only the web', async () => {
    const { group, reasons } = await one(
      { url: '/groups/a', contact: { url: 'javascript:alert(1)' } },
      {},
      { address: 'https://example.org/data/list.json' },
    );
    expect(group.url).to.equal('https://example.org/groups/a');
    expect(group.contact).to.equal(undefined);
    expect(reasons).to.have.length(1);
    const { directory } = await read({ organisation: { reportUrl: 'report@example.org' }, groups: [] });
    expect(directory.organisation!.reportUrl).to.equal('mailto:report@example.org');
  });

  it('keeps hostile text as text, cut to size', async () => {
    const { group, reasons } = await one({
      name: '<img src=x onerror=alert(1)>',
      summary: '&lt;b&gt;\u202e\u0000hi',
      notes: 'x'.repeat(1_000_000),
    });
    expect(group.name).to.equal('<img src=x onerror=alert(1)>');
    expect(group.summary).to.equal('&lt;b&gt; hi');
    expect(group.notes).to.have.length(5000);
    expect(reasons).to.have.length(1);
  });

  it('counts every group once, whatever is in it', async function () {
    this.timeout(20_000);
    const schema: Schema = await load('schema/kith-directory.schema.json');
    const names = Object.keys(schema.$defs!['group']!.properties!);
    const inner = Object.keys(schema.$defs!['meeting']!.properties!);
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.constant(null),
      fc.boolean(),
      fc.array(fc.string()),
      fc.object({ maxDepth: 2 }),
    );
    const bag = (keys: string[]) =>
      fc.record(Object.fromEntries(keys.map((name) => [name, value])), { requiredKeys: [] });
    const wild = fc.oneof(
      bag(names),
      fc.record({ name: fc.string(), meetings: fc.array(bag(inner)) }),
      value,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(wild, { maxLength: 5 }), async (groups) => {
        const { kept, leftOut } = await read({ groups: [{ name: 'Good' }, ...groups] });
        expect(kept + leftOut.length).to.equal(groups.length + 1);
      }),
      { numRuns: 40 },
    );
  });

  it('does not count a check that lies in the future: "ring before you go" would never be said', async () => {
    const { directory, remarks } = await read({
      lastChecked: '2062-01-01',
      copiedOn: '2026-11-20',
      groups: [
        { name: 'Slip', lastChecked: '2062-01-01' },
        { name: 'Today', lastChecked: '2026-11-21' },
      ],
    });
    expect(directory.lastChecked).to.equal(undefined);
    expect(directory.copiedOn).to.equal('2026-11-20');
    expect(directory.groups.map(({ lastChecked }) => lastChecked)).to.deep.equal([undefined, '2026-11-21']);
    expect(remarks.filter(({ reason }) => reason.includes('lies in the future'))).to.have.length(2);
  });
});
