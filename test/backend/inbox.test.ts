import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { answersFrom, inboxOf, staticAnswers } from '../../src/backend/inbox.js';
import type { Delivery, SendOptions, WaitReason } from '../../src/backend/ports.js';
import { Problem } from '../../src/backend/problem.js';
import { bodyHash } from '../../src/domain/sealing/body-hash.js';
import { toBase64url } from '../../src/domain/sealing/encoding.js';
import { checkProof, proofSubjectOfErasure } from '../../src/domain/sealing/proof.js';
import type { SealedQuestion } from '../../src/domain/sealing/question-header.js';
import { questionToWire } from '../../src/domain/sealing/question-wire.js';
import { randomBytes } from '../../src/domain/sealing/web-crypto.js';
import { problemOf } from '../problem-of.js';
import { never, stubFetch } from '../stub-fetch.js';

const BASE = 'https://box.example/';
const NEVER_ABORTED = new AbortController().signal;
const DAY_MS = 86_400_000;

const boxId = randomBytes(16);
const ROOM = `${BASE}v1/boxes/${toBase64url(boxId)}`;
const SECRETS = { locator: randomBytes(16), erase: randomBytes(32) };
const EXPIRES = Math.floor(Date.now() / DAY_MS) + 90;
const CHALLENGE = { slot: 7, challenge: randomBytes(16), prefix: '0', cost: 1 };

const aQuestion = (): SealedQuestion => ({
  v: 1,
  suite: 1,
  boxId,
  keyId: randomBytes(8),
  locator: randomBytes(16),
  eraseHash: randomBytes(32),
  enc: randomBytes(65),
  ct: randomBytes(8208),
});

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const problem = (name: string, status: number, headers: Record<string, string> = {}) =>
  json({ type: `urn:kith:problem:${name}`, title: name, status }, status, headers);
const challenge = (parts: object = {}) =>
  json({ ...CHALLENGE, challenge: toBase64url(CHALLENGE.challenge), seconds: 600, ...parts });
const kept = () => json({ expiresDay: EXPIRES });
const html = () => new Response('<!doctype html><p>Hello', { headers: { 'content-type': 'text/html' } });
/** What `fetch` does when nothing comes back. */
const fails = (): Response => {
  throw new TypeError('Failed to fetch');
};

/** What a request says; its signal says nothing to anybody. */
const saidBy = ({ signal: _signal, ...said }: RequestInit = {}): RequestInit => said;

type Answer = () => Response | Promise<Response>;

/** A server that gives these answers to posts, one after the other, the last one from then on; and challenges. */
function serve(posts: readonly Answer[], challenges: readonly Answer[] = [challenge]) {
  const left = { posts: [...posts], challenges: [...challenges] };
  const bodies: Record<string, unknown>[] = [];
  const next = (list: Answer[]) => (list.length > 1 ? list.shift() : list[0]) ?? fails;
  const asked = stubFetch((url, init) => {
    if (url.pathname.endsWith('/challenge')) return next(left.challenges)();
    bodies.push(JSON.parse(String(init.body)));
    return next(left.posts)();
  });
  return { asked, bodies };
}

/** An inbox that does not really wait, and tells for how long it would have. */
function patient(random = () => 1) {
  const waits: number[] = [];
  const inbox = inboxOf(new URL(BASE), toBase64url(boxId), {
    wait: async (ms) => {
      waits.push(ms / 1000);
    },
    random,
  });
  return { inbox, waits };
}

async function sent(posts: readonly Answer[], challenges?: readonly Answer[], question = aQuestion()) {
  const server = serve(posts, challenges);
  const { inbox, waits } = patient();
  const told: [number, WaitReason][] = [];
  let proofs = 0;
  const delivery = await inbox.send(question, {
    signal: NEVER_ABORTED,
    waiting: (seconds, why) => told.push([seconds, why]),
    proving: () => proofs++,
  });
  return { ...server, delivery, waits, told, proofs, question };
}

describe('a box on its server', () => {
  it('is asked for without a word about who asks', async () => {
    const asked = stubFetch(() => json({ manifest: { payload: 'x' }, catalogue: null }));
    const { inbox } = patient();
    expect(await inbox.box(NEVER_ABORTED)).to.deep.equal({ manifest: { payload: 'x' }, catalogue: null });
    expect(asked.urls).to.deep.equal([ROOM]);
    expect(saidBy(asked.inits[0])).to.deep.equal({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
  });

  it('is found below whatever path the server has', async () => {
    for (const [base, start] of [
      ['https://a.example', 'https://a.example/v1/boxes/'],
      ['https://a.example/kith/', 'https://a.example/kith/v1/boxes/'],
      ['https://a.example/kith?x=1#y', 'https://a.example/kith/v1/boxes/'],
      ['https://a.example//b.example', 'https://a.example//b.example/v1/boxes/'],
    ] as const) {
      const asked = stubFetch(() => json({ manifest: {}, catalogue: {} }));
      await inboxOf(new URL(base), 'a/b?c').box(NEVER_ABORTED);
      expect(asked.urls).to.deep.equal([`${start}a%2Fb%3Fc`]);
    }
  });

  it('is a Problem when it is not there, or is none', async () => {
    const { inbox } = patient();
    for (const [answer, kind] of [
      [() => problem('no-such-box', 404), 'not-found'],
      [() => problem('busy', 503), 'server-error'],
      [html, 'malformed'],
      [() => json([]), 'malformed'],
      [() => json({ manifest: 'x', catalogue: null }), 'malformed'],
      [() => new Response(new Uint8Array(11 * 1024 * 1024)), 'too-large'],
      [fails, 'unreachable'],
    ] as const) {
      stubFetch(answer);
      expect((await problemOf(inbox.box(NEVER_ABORTED))).kind).to.equal(kind);
    }
    stubFetch(fails);
    expect((await problemOf(inbox.box(NEVER_ABORTED))).hint).to.include('KITH_ORIGINS');
  });

  it('gives up with the signal', async () => {
    stubFetch(never);
    const abort = new AbortController();
    const asking = patient().inbox.box(abort.signal);
    abort.abort('left');
    expect(await asking.catch((reason: unknown) => reason)).to.equal('left');
  });
});

describe('published answers in a file', () => {
  it('are both documents', async () => {
    const text = '{"manifest": {"payload": "x"}, "catalogue": {"payload": "y"}, "more": 1}';
    const both = { manifest: { payload: 'x' }, catalogue: { payload: 'y' } };
    expect(staticAnswers(text)).to.deep.equal(both);
    const asked = stubFetch(() => new Response(text));
    expect(await answersFrom('/answers.json', NEVER_ABORTED)).to.deep.equal(both);
    expect(asked.urls).to.deep.equal([new URL('/answers.json', document.baseURI).href]);
  });

  it('are a Problem that names the file when they are something else', async () => {
    for (const text of ['', '<!doctype html>', 'null', '[]', '{}', '{"manifest": 1}', '{"catalogue": {}}']) {
      stubFetch(() => new Response(text));
      const { kind, hint } = await problemOf(answersFrom('/answers.json', NEVER_ABORTED));
      expect(kind, text).to.equal('malformed');
      expect(hint).to.include('/answers.json');
    }
    stubFetch(() => new Response('', { status: 404 }));
    expect((await problemOf(answersFrom('/answers.json', NEVER_ABORTED))).kind).to.equal('not-found');
  });
});

describe('a question that is sent', () => {
  it('is kept: its bytes, a proof for them, and nothing else', async () => {
    const { delivery, asked, bodies, question, waits, proofs } = await sent([kept]);
    expect(delivery).to.deep.equal({ outcome: 'kept', expiresDay: EXPIRES });
    expect(asked.urls).to.deep.equal([`${ROOM}/challenge`, `${ROOM}/questions`]);
    expect(waits).to.deep.equal([]);
    expect(proofs).to.equal(1);
    const [{ proof, ...rest } = { proof: undefined }] = bodies as [
      { proof: { slot: number; counter: number } },
    ];
    expect(rest).to.deep.equal({ question: questionToWire(question) });
    expect(Object.keys(proof ?? {})).to.have.members(['slot', 'counter']);
    expect(proof?.slot).to.equal(CHALLENGE.slot);
    expect(await checkProof(CHALLENGE, boxId, await bodyHash(question), proof?.counter ?? -1)).to.equal(true);
    const { body, ...said } = saidBy(asked.inits[1]);
    expect(body).to.be.a('string');
    expect(said).to.deep.equal({
      method: 'POST',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      headers: { 'content-type': 'application/json' },
    });
  });

  it('ends as the server says where waiting changes nothing', async () => {
    for (const [name, status, outcome] of [
      ['other-body', 409, 'other-body'],
      ['erased', 410, 'erased'],
      ['epoch-expired', 422, 'epoch-expired'],
      ['box-full', 503, 'box-full'],
      ['malformed', 400, 'refused'],
      ['no-such-box', 404, 'refused'],
      ['too-large', 413, 'refused'],
      ['not-json', 415, 'refused'],
      ['something-of-tomorrow', 418, 'refused'],
    ] as const) {
      const { delivery, waits, asked } = await sent([() => problem(name, status, { 'retry-after': '3600' })]);
      expect(delivery, name).to.deep.equal({ outcome });
      expect(waits, name).to.deep.equal([]);
      expect(asked.urls, name).to.have.lengthOf(2);
    }
  });

  it('is sent again, the same bytes and no others, until it is kept', async () => {
    const { delivery, bodies, waits, told, proofs, question } = await sent([
      fails,
      () => problem('busy', 503),
      () => problem('too-many', 429),
      () => new Response('', { status: 408 }),
      () => new Response('gone wrong', { status: 500 }),
      () => new Response('', { status: 502 }),
      fails,
      fails,
      fails,
      kept,
    ]);
    expect(delivery).to.deep.equal({ outcome: 'kept', expiresDay: EXPIRES });
    expect(waits).to.deep.equal([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(told).to.deep.equal([
      [1, 'unreachable'],
      [2, 'busy'],
      [4, 'too-many'],
      [8, 'busy'],
      [16, 'busy'],
      [32, 'busy'],
      ...[60, 60, 60].map((seconds) => [seconds, 'unreachable']),
    ]);
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).to.equal(1);
    expect(bodies[0]?.['question']).to.deep.equal(questionToWire(question));
    expect(proofs).to.equal(1);
  });

  it('waits for as long as it is asked to, within reason', async () => {
    const { waits } = await sent([
      () => problem('too-many', 429, { 'retry-after': '40' }),
      () => problem('busy', 503, { 'retry-after': '1' }),
      () => problem('busy', 503, { 'retry-after': '999999999' }),
      () => problem('busy', 503, { 'retry-after': '-5' }),
      () => problem('busy', 503, { 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT' }),
      kept,
    ]);
    expect(waits).to.deep.equal([50, 2, 4500, 8, 16]);
  });

  it('waits by chance, at least half of its time and never less than it was asked to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), async (chance) => {
        serve([fails, fails, () => problem('busy', 503, { 'retry-after': '7' }), kept]);
        const { inbox, waits } = patient(() => chance);
        await inbox.send(aQuestion(), { signal: NEVER_ABORTED });
        const [first = 0, second = 0, third = 0] = waits;
        expect(first).to.be.within(0.5, 1);
        expect(second).to.be.within(1, 2);
        expect(third).to.be.within(7, 9);
      }),
      { numRuns: 15 },
    );
  });

  it('waits for the network where the device has none', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      const { told, delivery } = await sent([fails, kept]);
      expect(told).to.deep.equal([[1, 'offline']]);
      expect(delivery.outcome).to.equal('kept');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('goes on at once when the network is back', async () => {
    serve([fails, kept]);
    // With the real wait, which chance makes a long one here.
    const inbox = inboxOf(new URL(BASE), toBase64url(boxId), { random: () => 1e6 });
    const delivery = await inbox.send(aQuestion(), {
      signal: NEVER_ABORTED,
      waiting: () => queueMicrotask(() => window.dispatchEvent(new Event('online'))),
    });
    expect(delivery.outcome).to.equal('kept');
  });

  it('waits for a challenge as for anything else', async () => {
    const { delivery, waits, asked } = await sent(
      [kept],
      [fails, () => problem('too-many', 429, { 'retry-after': '4' }), () => problem('busy', 503), challenge],
    );
    expect(delivery.outcome).to.equal('kept');
    expect(waits).to.deep.equal([1, 5, 4]);
    expect(asked.urls).to.have.lengthOf(5);
    const gone = await sent([kept], [() => problem('no-such-box', 404)]);
    expect(gone.delivery.outcome).to.equal('refused');
  });

  it('comes with a fresh proof when it is asked for one, the bytes the same', async () => {
    const proof = () => problem('proof', 403);
    const first = await sent([proof, kept], [challenge, () => challenge({ slot: 8, cost: 2 })]);
    expect(first.delivery.outcome).to.equal('kept');
    expect(first.waits).to.deep.equal([]);
    expect(first.proofs).to.equal(2);
    expect(first.bodies.map(({ proof: shown }) => (shown as { slot: number }).slot)).to.deep.equal([7, 8]);
    expect(first.bodies.map(({ question }) => question)).to.deep.equal([
      questionToWire(first.question),
      questionToWire(first.question),
    ]);
    // A server that is never content is not asked without a pause.
    const often = await sent([proof, proof, proof, proof, proof, kept]);
    expect(often.delivery.outcome).to.equal('kept');
    expect(often.waits).to.deep.equal([1, 2]);
    expect(often.proofs).to.equal(6);
  });

  it('stops with the signal: before, under way, while it waits and while it proves', async () => {
    const stopped: Delivery = { outcome: 'stopped' };
    const { inbox } = patient();
    const send = (signal: AbortSignal, more: Partial<SendOptions> = {}) =>
      inbox.send(aQuestion(), { ...more, signal });

    const { asked } = serve([kept]);
    expect(await send(AbortSignal.abort())).to.deep.equal(stopped);
    expect(asked.urls).to.deep.equal([]);

    const underWay = new AbortController();
    stubFetch((url, init) => {
      if (url.pathname.endsWith('/challenge')) return challenge();
      queueMicrotask(() => underWay.abort());
      return never(url, init);
    });
    expect(await send(underWay.signal)).to.deep.equal(stopped);

    serve([fails]);
    const waiting = new AbortController();
    const really = inboxOf(new URL(BASE), toBase64url(boxId), { random: () => 1e6 });
    const waits = really.send(aQuestion(), {
      signal: waiting.signal,
      waiting: () => queueMicrotask(() => waiting.abort()),
    });
    expect(await waits).to.deep.equal(stopped);

    const proving = new AbortController();
    const long = serve([kept], [() => challenge({ prefix: '00000', cost: 1 })]);
    expect(
      await send(proving.signal, { proving: () => queueMicrotask(() => proving.abort()) }),
    ).to.deep.equal(stopped);
    expect(long.bodies).to.deep.equal([]);
  });

  it('leaves the page its turns while it proves, however fast small hashes follow each other', async () => {
    const proving = new AbortController();
    const { digest } = crypto.subtle;
    const { now } = performance;
    let hashes = 0;
    // A slow phone: each hash takes longer than a slice may.
    performance.now = () => hashes * 20;
    crypto.subtle.digest = (...given) => {
      hashes++;
      return digest.apply(crypto.subtle, given);
    };
    const turn = new MessageChannel();
    let before = 0;
    let until = 0;
    turn.port1.onmessage = () => {
      until = hashes;
      proving.abort();
    };
    serve([kept], [() => challenge({ prefix: '00000', cost: 1 })]);
    try {
      const delivery = await patient().inbox.send(aQuestion(), {
        signal: proving.signal,
        proving: () => {
          before = hashes;
          turn.port2.postMessage(undefined);
        },
      });
      expect(delivery.outcome).to.equal('stopped');
      expect(until - before).to.be.lessThan(5);
    } finally {
      performance.now = now;
      crypto.subtle.digest = digest;
      turn.port1.close();
    }
  });

  it('is never said to be kept by a server that does not say so plainly', async () => {
    const today = Math.floor(Date.now() / DAY_MS);
    const answers: [Answer, string][] = [
      [html, 'malformed'],
      [() => json({}), 'malformed'],
      [() => json(null), 'malformed'],
      [() => json({ expiresDay: String(EXPIRES) }), 'malformed'],
      [() => json({ expiresDay: EXPIRES + 0.5 }), 'malformed'],
      [() => json({ expiresDay: -1 }), 'malformed'],
      [() => json({ expiresDay: today - 30 }), 'malformed'],
      [() => json({ expiresDay: 1e9 }), 'malformed'],
      [() => json({ expiresDay: EXPIRES }, 202), 'malformed'],
      [() => json({ type: 'urn:kith:problem:erased' }), 'malformed'],
      [() => new Response(null, { status: 204 }), 'malformed'],
      [() => new Response(new Uint8Array(2 * 1024 * 1024)), 'too-large'],
      [() => new Response('', { status: 404 }), 'not-found'],
      [() => json({ type: 'about:blank' }, 403), 'refused'],
      [() => json({ type: ['urn:kith:problem:erased'] }, 410), 'not-found'],
    ];
    for (const [answer, kind] of answers) {
      serve([answer]);
      expect((await problemOf(patient().inbox.send(aQuestion(), { signal: NEVER_ABORTED }))).kind).to.equal(
        kind,
      );
    }
  });

  it('is not worked for without end', async () => {
    for (const parts of [
      { prefix: '000000' },
      { prefix: '' },
      { prefix: 'zz' },
      { prefix: 0 },
      { cost: 0 },
      { cost: 1e9 },
      { cost: 1.5 },
      { prefix: '00000', cost: 2 },
      { challenge: 'AAAA' },
      { challenge: '!' },
      { slot: -1 },
      { slot: 2 ** 32 },
    ]) {
      const { bodies } = serve([kept], [() => challenge(parts)]);
      const { kind } = await problemOf(patient().inbox.send(aQuestion(), { signal: NEVER_ABORTED }));
      expect(kind, JSON.stringify(parts)).to.equal('malformed');
      expect(bodies).to.deep.equal([]);
    }
    serve([kept], [html]);
    expect((await problemOf(patient().inbox.send(aQuestion(), { signal: NEVER_ABORTED }))).kind).to.equal(
      'malformed',
    );
  });

  it('ends in a word or a Problem whatever the server answers', async () => {
    const status = fc.oneof(
      fc.constantFrom(200, 400, 403, 404, 409, 410, 413, 415, 422, 451, 503),
      fc.integer({ min: 200, max: 499 }),
    );
    const name = fc.constantFrom(
      'proof',
      'other-body',
      'erased',
      'epoch-expired',
      'box-full',
      'toString',
      '__proto__',
      'x',
      '',
    );
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.record({ expiresDay: fc.jsonValue() }).map((one) => JSON.stringify(one)),
      name.map((one) => JSON.stringify({ type: `urn:kith:problem:${one}` })),
    );
    await fc.assert(
      fc.asyncProperty(status, body, async (code, text) => {
        let answers = 0;
        serve([
          () =>
            answers++ > 2
              ? kept()
              : new Response([204, 205, 304].includes(code) ? null : text, { status: code }),
        ]);
        const outcome = await patient()
          .inbox.send(aQuestion(), { signal: NEVER_ABORTED })
          .then(
            (delivery) => delivery.outcome,
            (error: unknown) => error,
          );
        if (outcome instanceof Problem) return;
        expect(outcome).to.be.oneOf(['kept', 'other-body', 'erased', 'epoch-expired', 'box-full', 'refused']);
      }),
      { numRuns: 60 },
    );
  });
});

describe('answers that are looked up', () => {
  it('come as they are, for a locator that only the body tells', async () => {
    const rows = [{ seq: 1, iv: 'x', ct: 'y' }];
    const { asked, bodies } = serve([() => json({ answers: rows })]);
    expect(await patient().inbox.answers(SECRETS.locator, boxId, NEVER_ABORTED)).to.deep.equal(rows);
    expect(asked.urls).to.deep.equal([`${ROOM}/lookups`]);
    expect(bodies).to.deep.equal([{ locator: toBase64url(SECRETS.locator) }]);
    const { method, credentials, cache } = saidBy(asked.inits[0]);
    expect([method, credentials, cache]).to.deep.equal(['POST', 'omit', 'no-store']);
  });

  it('are asked for a few times, and then are a Problem', async () => {
    const { inbox, waits } = patient();
    serve([fails, () => problem('busy', 503), () => json({ answers: [] })]);
    expect(await inbox.answers(SECRETS.locator, boxId, NEVER_ABORTED)).to.deep.equal([]);
    expect(waits).to.deep.equal([1, 2]);
    for (const [answer, kind] of [
      [fails, 'unreachable'],
      [() => problem('busy', 503), 'server-error'],
      [() => problem('too-many', 429, { 'retry-after': '300' }), 'server-error'],
      [() => problem('no-such-box', 404), 'not-found'],
      [html, 'malformed'],
      [() => json({ answers: {} }), 'malformed'],
    ] as const) {
      const { asked } = serve([answer]);
      expect((await problemOf(inbox.answers(SECRETS.locator, boxId, NEVER_ABORTED))).kind).to.equal(kind);
      expect(asked.urls.length).to.be.at.most(3);
    }
  });

  it('are not waited for when the server wants a longer pause than somebody who looks has', async () => {
    const { inbox, waits } = patient();
    const { asked } = serve([() => problem('too-many', 429, { 'retry-after': '300' })]);
    await problemOf(inbox.answers(SECRETS.locator, boxId, NEVER_ABORTED));
    expect(waits).to.deep.equal([]);
    expect(asked.urls).to.have.lengthOf(1);
  });

  it('give up with the signal', async () => {
    stubFetch(never);
    const abort = new AbortController();
    const asking = patient().inbox.answers(SECRETS.locator, boxId, abort.signal);
    abort.abort('left');
    expect(await asking.catch((reason: unknown) => reason)).to.equal('left');
  });
});

describe('a question that is erased', () => {
  const erase = () => patient().inbox.erase(SECRETS, boxId, NEVER_ABORTED);

  it('is gone, and the server says until when from its copies', async () => {
    const { asked, bodies } = serve([() => json({ backupDays: 30 })]);
    expect(await erase()).to.deep.equal({ outcome: 'erased', backupDays: 30 });
    expect(asked.urls).to.deep.equal([`${ROOM}/challenge`, `${ROOM}/erasures`]);
    const [{ proof, ...rest } = { proof: undefined }] = bodies as [{ proof: { counter: number } }];
    expect(rest).to.deep.equal({ locator: toBase64url(SECRETS.locator), erase: toBase64url(SECRETS.erase) });
    const subject = await proofSubjectOfErasure(boxId, SECRETS.locator);
    expect(await checkProof(CHALLENGE, boxId, subject, proof?.counter ?? -1)).to.equal(true);
  });

  it('is refused with the wrong bytes, or as the server says', async () => {
    serve([() => problem('wrong-erase', 403)]);
    expect(await erase()).to.deep.equal({ outcome: 'wrong-erase' });
    serve([() => problem('no-such-box', 404)]);
    expect(await erase()).to.deep.equal({ outcome: 'refused' });
  });

  it('is tried a few times', async () => {
    const { inbox, waits } = patient();
    serve([fails, () => problem('busy', 503), () => json({ backupDays: 0 })]);
    expect(await inbox.erase(SECRETS, boxId, NEVER_ABORTED)).to.deep.equal({
      outcome: 'erased',
      backupDays: 0,
    });
    expect(waits).to.deep.equal([1, 2]);
    for (const [answer, kind] of [
      [fails, 'unreachable'],
      [() => problem('busy', 503), 'server-error'],
      [() => problem('proof', 403), 'refused'],
      [html, 'malformed'],
      [() => json({ backupDays: -1 }), 'malformed'],
      [() => json({ backupDays: '30' }), 'malformed'],
      [() => new Response('', { status: 404 }), 'not-found'],
    ] as const) {
      serve([answer]);
      expect((await problemOf(erase())).kind).to.equal(kind);
    }
  });
});

describe('the part that sends', () => {
  it('can be brought before anything is typed', async () => {
    const { asked } = serve([kept]);
    await patient().inbox.prepare?.();
    expect(asked.urls).to.deep.equal([]);
  });
});
