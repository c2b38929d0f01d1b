import { expect } from '@open-wc/testing';
import { fetchText, TIMEOUT_MS } from '../../src/backend/http.js';
import { Problem, type ProblemKind } from '../../src/backend/problem.js';
import { never, stubFetch } from '../stub-fetch.js';

const signal = new AbortController().signal;

async function problemOf(address: string, until = signal): Promise<Problem> {
  try {
    await fetchText(address, until);
  } catch (error) {
    expect(error).to.be.instanceOf(Problem);
    return error as Problem;
  }
  throw new Error(`${address} was read`);
}

describe('a request', () => {
  it('says nothing of the page and of the visitor', async () => {
    const asked = stubFetch(() => new Response('ok'));
    expect(await fetchText('/groups.csv', signal)).to.equal('ok');
    expect(asked.urls).to.deep.equal([new URL('/groups.csv', document.baseURI).href]);
    const [init] = asked.inits;
    expect(init?.referrerPolicy).to.equal('no-referrer');
    expect(init?.credentials ?? 'same-origin').to.equal('same-origin');
    expect(init?.method ?? 'GET').to.equal('GET');
  });

  it('is simple enough for other sites to answer it without being asked first', async () => {
    const asked = stubFetch(() => new Response('ok'));
    await fetchText('https://example.org/groups.csv', signal);
    const headers = [...new Headers(asked.inits[0]?.headers).keys()];
    for (const name of headers) expect(['accept', 'accept-language', 'content-language']).to.include(name);
  });

  const statuses: readonly (readonly [number, ProblemKind])[] = [
    [404, 'not-found'],
    [410, 'not-found'],
    [401, 'refused'],
    [403, 'refused'],
    [400, 'refused'],
    [429, 'server-error'],
    [500, 'server-error'],
    [503, 'server-error'],
  ];
  for (const [status, kind] of statuses) {
    it(`calls status ${status} "${kind}" and names it in the hint`, async () => {
      stubFetch(() => new Response('', { status }));
      const problem = await problemOf('/groups.csv');
      expect(problem.kind).to.equal(kind);
      expect(problem.hint).to.contain(`/groups.csv answered with status ${status}`);
    });
  }

  it('says that something could not be reached, with the causes that a browser hides', async () => {
    stubFetch(() => Promise.reject(new TypeError('Failed to fetch')));
    const problem = await problemOf('https://example.org/groups.csv');
    expect(problem.kind).to.equal('unreachable');
    for (const cause of ['Access-Control-Allow-Origin', 'connect-src', 'name may be wrong'])
      expect(problem.hint).to.contain(cause);
  });

  it('gives up after its time, and only then', async () => {
    const { timeout } = AbortSignal;
    const late = new AbortController();
    const waits: number[] = [];
    AbortSignal.timeout = (ms) => {
      waits.push(ms);
      return late.signal;
    };
    stubFetch(never);
    try {
      const problem = problemOf('/slow.csv');
      late.abort(new DOMException('late', 'TimeoutError'));
      expect((await problem).kind).to.equal('timeout');
      expect(waits).to.deep.equal([TIMEOUT_MS]);
    } finally {
      AbortSignal.timeout = timeout;
    }
  });

  it('rejects with the reason of whoever broke it off', async () => {
    stubFetch(never);
    const abort = new AbortController();
    const reading = fetchText('/slow.csv', abort.signal);
    abort.abort('changed my mind');
    expect(await reading.catch((reason: unknown) => reason)).to.equal('changed my mind');
  });

  for (const address of [
    'ftp://example.org/a.csv',
    'javascript:alert(1)',
    'data:text/csv,a',
    'file:///a.csv',
    'http://[',
  ]) {
    it(`asks for nothing at ${address}`, async () => {
      const asked = stubFetch(() => new Response('ok'));
      expect((await problemOf(address)).kind).to.equal('unsupported');
      expect(asked.urls).to.deep.equal([]);
    });
  }

  it('refuses what says that it is too large, before it is read', async () => {
    stubFetch(() => new Response('a', { headers: { 'content-length': String(11 * 1024 * 1024) } }));
    const problem = await problemOf('/groups.csv');
    expect(problem.kind).to.equal('too-large');
    expect(problem.hint).to.contain('10 MB');
  });

  it('stops reading what turns out to be too large', async () => {
    let sent = 0;
    let cancelled = false;
    const chunk = new Uint8Array(1024 * 1024).fill(97);
    stubFetch(
      () =>
        new Response(
          new ReadableStream({
            pull(stream) {
              sent += 1;
              stream.enqueue(chunk);
            },
            cancel() {
              cancelled = true;
            },
          }),
        ),
    );
    expect((await problemOf('/groups.csv')).kind).to.equal('too-large');
    expect(sent).to.be.below(14);
    expect(cancelled).to.equal(true);
  });

  it('lets a calendar be larger, by its type or by its name', async () => {
    const body = new Uint8Array(12 * 1024 * 1024).fill(97);
    stubFetch(() => new Response(body, { headers: { 'content-type': 'text/calendar' } }));
    expect(await fetchText('/feed', signal)).to.have.lengthOf(body.length);
    stubFetch(() => new Response(body));
    expect(await fetchText('/feed.ics', signal)).to.have.lengthOf(body.length);
  });

  it('puts a text together that comes in many pieces', async () => {
    const text = 'Grüße, “so” '.repeat(40_000);
    const bytes = new TextEncoder().encode(text);
    stubFetch(
      () =>
        new Response(
          new ReadableStream({
            start(stream) {
              for (let at = 0; at < bytes.length; at += 7001) stream.enqueue(bytes.slice(at, at + 7001));
              stream.close();
            },
          }),
        ),
    );
    expect(await fetchText('/groups.csv', signal)).to.equal(text);
  });
});
