import { expect } from '@open-wc/testing';
import { loadDirectory } from '../../src/backend/catalogue.js';
import { Problem } from '../../src/backend/problem.js';

/** The format as which a text is read, or the kind of problem. */
async function formatOf(text: string): Promise<string | undefined> {
  const { fetch } = globalThis;
  globalThis.fetch = async () => new Response(text);
  try {
    const request = { addresses: ['https://example.org/list'], today: '2026-11-21' };
    const { sources } = await loadDirectory(request, new AbortController().signal);
    return sources[0]?.format;
  } catch (error) {
    expect(error).to.be.instanceOf(Problem);
    return (error as Problem).kind;
  } finally {
    globalThis.fetch = fetch;
  }
}

describe('the format of a text', () => {
  it('is CSV where one of the first lines has cells, also below a title', async () => {
    expect(await formatOf('group name,day,time\nA,Tue,18:30')).to.equal('csv');
    expect(await formatOf('\ufeffOur groups\r\n\r\nWinter\r\ngroup name;day;time\r\nA;Tue;18:30')).to.equal(
      'csv',
    );
  });

  it('is no CSV where a page, a calendar or prose has commas', async () => {
    expect(await formatOf('BEGIN:VCALENDAR\r\nPRODID:-//A, B//EN\r\nEND:VCALENDAR')).to.equal('ics');
    expect(await formatOf('\ufeffNotice: a, b\r\nbegin:vcalendar\r\nend:vcalendar')).to.equal('ics');
    expect(await formatOf('a\nb\nc\nd\ne\nf, g')).to.equal('unsupported');
    expect(await formatOf('<p>\nOne, two')).to.equal('malformed');
    expect(await formatOf('{\n"a": 1, b')).to.equal('malformed');
  });
});

describe('a list of a Basic Meeting List Toolbox', () => {
  const meeting = { id_bigint: '1', meeting_name: 'A', weekday_tinyint: '3', start_time: '18:30:00' };

  it('is known bare and with its formats, whichever fields were asked for', async () => {
    for (const json of [
      [meeting],
      [null, meeting],
      [{ meeting_name: 'A', weekday_tinyint: '3' }],
      [{ meeting_name: 'A', venue_type: '1' }],
      { meetings: [meeting], formats: [] },
      { meetings: [] },
    ])
      expect(await formatOf(JSON.stringify(json)), JSON.stringify(json)).to.equal('bmlt');
  });

  it('without meetings is told, not taken for another format', async () => {
    const formats = [{ key_string: 'O', name_string: 'Open' }];
    const serviceBodies = [{ id: '1', parent_id: '0', name: 'Area', helpline: '' }];
    for (const json of [formats, { formats }, serviceBodies, { serviceBodies }])
      expect(await formatOf(JSON.stringify(json)), JSON.stringify(json)).to.equal('malformed');
  });

  it('is neither Meeting Guide nor our own', async () => {
    expect(await formatOf('[{ "name": "A", "day": 2, "time": "18:30" }]')).to.equal('meeting-guide');
    expect(await formatOf('[]')).to.equal('meeting-guide');
    expect(await formatOf('{ "groups": [{ "name": "A" }], "meetings": [] }')).to.equal('kith-json');
  });
});

describe('HSDS among other JSON', () => {
  const formatOfJson = (json: unknown) => formatOf(JSON.stringify(json));
  const service = { id: 'a', name: 'Calm', status: 'active' };

  it('is known as service, list, page, link, organization, place and tables', async () => {
    for (const json of [
      { ...service, organization: { id: 'o' } },
      [service],
      [null, { ...service, schedules: [] }],
      { total_items: 1, total_pages: 1, contents: [service] },
      { total_items: 0, total_pages: 0, empty: true, contents: [] },
      { totalElements: 1, content: [service] },
      { id: 'x', location: { name: 'Hall' }, service },
      { id: 'o', name: 'Lanterns', services: [service] },
      { services: [service] },
      { 'services.csv': [service], 'schedules.csv': [] },
      { id: 'l', name: 'Hall', location_type: 'physical' },
    ])
      expect(await formatOfJson(json), JSON.stringify(json)).to.equal('hsds');
  });

  it('is neither a Meeting Guide feed, nor Kith JSON, nor an answer that something went wrong', async () => {
    const meeting = {
      name: 'A',
      slug: 'a',
      day: 1,
      time: '19:00',
      location: 'Hall',
      types: [],
      region: 'Leeds',
    };
    expect(await formatOfJson([meeting])).to.equal('meeting-guide');
    expect(await formatOfJson([])).to.equal('meeting-guide');
    expect(await formatOfJson([{ id_bigint: '1', service_body_bigint: '2' }])).to.not.equal('hsds');
    expect(await formatOfJson({ '@type': 'Event', organization: 'A', location: 'Hall' })).to.equal(
      'malformed',
    );
    expect(await formatOfJson({ groups: [{ name: 'A' }], organisation: { name: 'B' } })).to.equal(
      'kith-json',
    );
    expect(await formatOfJson({ status: 404, name: 'NotFound', id: 1 })).to.equal('malformed');
  });
});

describe('JSON-LD', () => {
  it('is known by its own words, in an object, a list or a web page', async () => {
    const one = '{"@context":"https://schema.org","@type":"Event","name":"A"}';
    expect(await formatOf(one)).to.equal('schema-org');
    expect(await formatOf(`[${one}]`)).to.equal('schema-org');
    expect(await formatOf('{"@graph":[{"@type":"Event","name":"A"}]}')).to.equal('schema-org');
    expect(await formatOf(`\n<!doctype html><script type="application/ld+json">${one}</script>`)).to.equal(
      'schema-org',
    );
  });

  it('is not what other lists are', async () => {
    expect(await formatOf('[{"name":"A","slug":"a","day":1,"time":"18:30"}]')).to.equal('meeting-guide');
    expect(await formatOf('[]')).to.equal('meeting-guide');
    expect(await formatOf('{"groups":[]}')).to.equal('kith-json');
    expect(await formatOf('<p>Write your application/json, please</p>')).to.equal('malformed');
    expect(await formatOf('name,day,time,notes\nA,Tue,18:30,application/ld+json')).to.equal('csv');
  });
});

describe('a list that is too long', () => {
  it('is refused in words, in every format', async () => {
    const json = (records: number) => `[${Array.from({ length: records }, () => '{"name":"A"}').join()}]`;
    expect(await formatOf(json(20_001))).to.equal('too-large');
    expect(await formatOf(`{"groups":${json(20_001)}}`)).to.equal('too-large');
    expect(await formatOf(`group name,day,time\n${'A,Tue,18:30\n'.repeat(20_001)}`)).to.equal('too-large');
  });
});
