import { expect } from '@open-wc/testing';
import { addFormat, formatNames, loadDirectory } from '../../src/backend/catalogue.js';
import type { Format, LoadRequest } from '../../src/backend/ports.js';
import { Problem } from '../../src/backend/problem.js';
import { held, stubFetch } from '../stub-fetch.js';

const signal = new AbortController().signal;
const request = (parts: Partial<LoadRequest> = {}): LoadRequest => ({
  addresses: ['/groups.json'],
  today: '2026-11-21',
  ...parts,
});
const kith = (...names: string[]) => Response.json({ groups: names.map((name) => ({ id: name, name })) });

async function problemOf(wanted: LoadRequest): Promise<Problem> {
  try {
    await loadDirectory(wanted, signal);
  } catch (error) {
    expect(error).to.be.instanceOf(Problem);
    return error as Problem;
  }
  throw new Error('it was loaded');
}

const texts: Readonly<Record<string, string>> = {
  'kith-json': '{"groups": [{"name": "Calm"}]}',
  'meeting-guide':
    '[{"name": "Calm", "slug": "calm", "day": 1, "time": "18:30", "formatted_address": "Leeds, UK"}]',
  csv: 'group name,day,time\nCalm,Monday,18:30',
};

describe('loading a directory', () => {
  for (const [format, text] of Object.entries(texts)) {
    it(`knows ${format} by its content, whatever the address ends in`, async () => {
      expect(formatNames()).to.include(format);
      stubFetch(() => new Response(text));
      const { directory, sources } = await loadDirectory(request({ addresses: ['/list.php?x=1'] }), signal);
      expect(sources.map((source) => source.format)).to.deep.equal([format]);
      expect(directory.groups.map(({ name }) => name)).to.deep.equal(['Calm']);
    });
  }

  it('takes the format that the page forces, and says when it knows none of that name', async () => {
    stubFetch(() => new Response('group name;day;time\nCalm;Monday;18:30'));
    const { sources } = await loadDirectory(request({ format: 'csv' }), signal);
    expect(sources[0]?.format).to.equal('csv');
    expect((await problemOf(request({ format: 'xml' }))).kind).to.equal('unsupported');
  });

  it('gives the zone of the page to a listing that names none', async () => {
    stubFetch(() => new Response(texts['csv']));
    const { directory } = await loadDirectory(request({ timeZone: 'Europe/Dublin' }), signal);
    expect(directory.groups[0]?.meetings[0]?.timeZone).to.equal('Europe/Dublin');
  });

  it('asks for a shared sheet as CSV', async () => {
    const asked = stubFetch(() => new Response(texts['csv']));
    await loadDirectory(
      request({ addresses: ['https://docs.google.com/spreadsheets/d/abc/edit#gid=7'] }),
      signal,
    );
    expect(asked.urls[0]).to.match(/^https:\/\/docs\.google\.com\/spreadsheets\/d\/abc\/.*csv/);
  });

  it('says in words that a sheet is not shared', async () => {
    stubFetch(() => new Response('<!doctype html><title>Sign in</title>'));
    expect((await problemOf(request())).hint).to.contain('Anyone with the link');
  });

  it('merges several sources and tells what became of each', async () => {
    stubFetch((url) =>
      url.pathname === '/gone.json' ? new Response('', { status: 404 }) : kith(url.pathname.slice(1, 4)),
    );
    const { directory, sources } = await loadDirectory(
      request({ addresses: ['/one.json', '/gone.json', '/two.json'] }),
      signal,
    );
    expect(directory.groups.map(({ name }) => name)).to.deep.equal(['one', 'two']);
    expect(sources.map(({ problem }) => problem?.kind)).to.deep.equal([undefined, 'not-found', undefined]);
  });

  it('fails with the first problem when no source can be used', async () => {
    stubFetch((url) => new Response('', { status: url.pathname === '/one.json' ? 404 : 500 }));
    expect((await problemOf(request({ addresses: ['/one.json', '/two.json'] }))).kind).to.equal('not-found');
  });

  it('asks once for one address at one time, and again afterwards', async () => {
    const { answer, give } = held();
    const asked = stubFetch(answer);
    const both = Promise.all([loadDirectory(request(), signal), loadDirectory(request(), signal)]);
    give(kith('Calm'));
    const [one, other] = await both;
    expect(asked.urls).to.have.lengthOf(1);
    expect(one).to.deep.equal(other);
    stubFetch(() => kith('Bold'));
    const { directory } = await loadDirectory(request(), signal);
    expect(directory.groups.map(({ name }) => name)).to.deep.equal(['Bold']);
  });

  it('asks twice where zone or format differ', async () => {
    const asked = stubFetch(() => new Response(texts['csv']));
    await Promise.all([
      loadDirectory(request(), signal),
      loadDirectory(request({ timeZone: 'Europe/Dublin' }), signal),
      loadDirectory(request({ format: 'csv' }), signal),
    ]);
    expect(asked.urls).to.have.lengthOf(3);
  });

  it('breaks the request off when the last of those who wait goes away, and not before', async () => {
    const { answer } = held();
    const asked = stubFetch(answer);
    const [one, other] = [new AbortController(), new AbortController()];
    const first = loadDirectory(request(), one.signal).catch((reason: unknown) => reason);
    const second = loadDirectory(request(), other.signal).catch((reason: unknown) => reason);
    one.abort('one');
    expect(await first).to.equal('one');
    expect(asked.inits[0]?.signal?.aborted).to.equal(false);
    other.abort('other');
    expect(await second).to.equal('other');
    expect(asked.inits[0]?.signal?.aborted).to.equal(true);
  });

  it('asks anew when a load was broken off just before', async () => {
    const first = held();
    stubFetch(first.answer);
    const abort = new AbortController();
    const broken = loadDirectory(request(), abort.signal).catch((reason: unknown) => reason);
    abort.abort('gone');
    await broken;
    stubFetch(() => kith('Calm'));
    const { directory } = await loadDirectory(request(), signal);
    expect(directory.groups).to.have.lengthOf(1);
  });

  it('does not even ask when it was broken off before', async () => {
    const asked = stubFetch(() => kith('Calm'));
    const reason = await loadDirectory(request(), AbortSignal.abort('early')).catch(
      (error: unknown) => error,
    );
    expect(reason).to.equal('early');
    expect(asked.inits.every(({ signal: own }) => own?.aborted !== false)).to.equal(true);
  });
});

describe('a format of one’s own', () => {
  const lines = (format: string, mark: string): Format => ({
    format,
    address: (url) => (url.startsWith('lines:') ? `/${url.slice(6)}.txt` : undefined),
    recognises: ({ text }) => text.startsWith(mark),
    load: async () => ({
      format,
      read: async ({ text }) => {
        const groups = text
          .split('\n')
          .slice(1)
          .map((name) => ({ id: name, name, topics: [], audience: [], languages: [], meetings: [] }));
        return { directory: { groups }, kept: groups.length, leftOut: [], remarks: [] };
      },
    }),
  });

  it('is known by its content, before ours, and may know a better address', async () => {
    addFormat(lines('plain-lines', '# '));
    const asked = stubFetch(() => new Response('# group name,day,time\nCalm\nBold'));
    const { directory, sources } = await loadDirectory(request({ addresses: ['lines:groups'] }), signal);
    expect(sources[0]).to.include({ format: 'plain-lines', address: 'lines:groups' });
    expect(asked.urls[0]).to.match(/\/groups\.txt$/);
    expect(directory.groups.map(({ name }) => name)).to.deep.equal(['Calm', 'Bold']);
    expect(formatNames()).to.include('plain-lines');
  });

  it('takes the place of one of the same name', async () => {
    addFormat(lines('plain-lines', '% '));
    stubFetch(() => new Response('% \nCalm'));
    expect((await loadDirectory(request(), signal)).sources[0]?.format).to.equal('plain-lines');
    expect(formatNames().filter((name) => name === 'plain-lines')).to.have.lengthOf(1);
  });

  it('that stumbles over a text leaves it to the others', async () => {
    addFormat({
      ...lines('stumbling', ''),
      recognises: () => {
        throw new Error('oh');
      },
    });
    stubFetch(() => new Response(texts['csv']));
    expect((await loadDirectory(request(), signal)).sources[0]?.format).to.equal('csv');
  });

  it('needs a name that can be written in an attribute', () => {
    for (const name of ['', 'My Format', 'a--b', 'ä']) {
      expect(() => addFormat(lines(name, '# ')), name).to.throw(TypeError, 'lower case');
    }
  });
});
