/**
 * Asks the server many odd things, always the same ones for a seed: half are valid requests with one field changed, the others lead to what has
 * been answered least or are noise. Every answer is held to the OpenAPI document, and every answer that the document promises has to come.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Session } from 'node:inspector/promises';
import path from 'node:path';
import { aClock, anApp, OWN, openStore, promised, TRIED_OUT, watched } from '../test/http/an-app.mjs';
import { startPostgres } from '../test/set-up/postgres.mjs';
import { temporaryFolder } from '../test/set-up/process.mjs';
import { sealing } from '../test/set-up/sealing.mjs';
import { pick, seeded } from '../test/set-up/seeded.mjs';
import { MARK, mutate, noise } from './mutate.mjs';
import { BOX_LIMIT, requestsOf } from './requests.mjs';

/** How often each answer has to be seen, where there are requests enough. */
const LEAST = 20;

/** Requests after which the box is emptied, and how many are under way at once. */
const ROUND = 1000;
const TOGETHER = 8;

const inspector = new Session();
inspector.connect();

/** Bytes that are left of the heap once everything that can go is gone; what is finalised after one collection is freed by the next. */
async function heap() {
  for (let round = 0; round < 3; round += 1) {
    await inspector.post('HeapProfiler.collectGarbage');
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed;
}

/** What the store throws when it is to be away. */
class Away extends Error {
  name = 'Away';
}

const FORBIDDEN = ['set-cookie', 'server', 'x-powered-by'];

/**
 * @param {{ database: 'sqlite' | 'postgres', requests: number, seed: number, least?: number, spoil?: (store: object) => object, say?: (line: string) => void }} options
 *   `least` is how often each answer has to be seen; `spoil` puts a store in its place that the fuzz has to find wrong.
 * @returns {Promise<{ wrong: string[], counts: Map<string, number>, missing: string[], heap: { fifth: number, end: number } }>}
 */
export async function runFuzz({
  database,
  requests,
  seed,
  least = LEAST,
  spoil = (store) => store,
  say = () => {},
}) {
  /** Each request has its own chance, so that the same seed gives the same requests whoever is quicker. */
  const chances = new AsyncLocalStorage();
  const random = () => chances.getStore()();
  const postgres = database === 'postgres' ? await startPostgres() : undefined;
  const folder = temporaryFolder();
  const store = await openStore({
    url: postgres ? await postgres.freshDatabase() : `file:${path.join(folder, 'kith.sqlite')}`,
    boxLimit: BOX_LIMIT,
    backupDays: 30,
    journal: path.join(folder, 'erasures.journal'),
    log: () => {},
  });

  const token = sealing.randomBytes(32);
  const tokenHash = Buffer.from(await sealing.sha256(token));
  const grace = { token: sealing.toBase64url(token), session: undefined };
  /** `instead` takes the place of some methods. */
  const over = (target, instead) =>
    new Proxy(target, {
      get(_, name) {
        const value = instead(name) ?? target[name];
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const spoilt = spoil(store);
  const session = async (hash) =>
    grace.session && Buffer.from(hash).equals(tokenHash) ? grace.session : spoilt.session(hash);
  const sound = over(spoilt, (name) => (name === 'session' ? session : undefined));
  const turn = aClock();
  const one = { perSecond: 0.001, burst: 1 };
  const usual = anApp(sound, { monotonic: turn, origins: TRIED_OUT });
  const still = aClock();
  const narrow = anApp(sound, {
    monotonic: still,
    rates: { send: one, lookUp: one, erase: one },
    pageChecks: one,
  });
  /** Signing in still works there, so that it is the route itself that finds nobody. */
  const away = anApp(
    over(sound, (name) => {
      if (name === 'session' || typeof spoilt[name] !== 'function') return undefined;
      return async () => {
        throw new Away();
      };
    }),
  );
  const { document, fetch: askUsual } = await watched(usual.fetch);
  const { fetch: askNarrow } = await watched(narrow.fetch);
  const { fetch: askAway } = await watched(away.fetch);
  const making = await chances.run(seeded(seed), () =>
    requestsOf({ store, plain: usual.fetch, random, turn, grace }),
  );
  const boxId = making.paths.find((each) => each.endsWith('/challenge')).split('/')[3];
  grace.session = {
    boxId: sealing.fromBase64url(boxId, 'boxId', 16),
    memberId: 'grace',
    role: 'facilitator',
  };

  const wanted = promised(document);
  const counts = new Map(wanted.map((each) => [each, 0]));
  /** Under way. */
  const aimed = new Map(counts);
  const wrong = [];
  const note = (what, request) => {
    if (wrong.length < 50) wrong.push(`${what} (${request.method} ${request.path})`);
  };
  const operations = Object.keys(making.valid);

  async function ask(request) {
    const { method, path: at, headers = {}, body, raw } = request;
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    let made;
    try {
      made = new Request(`${OWN}${at}`, {
        method,
        headers: { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(text === undefined || method === 'GET' || method === 'HEAD' ? {} : { body: text }),
      });
    } catch {
      // Not even a request.
      return;
    }
    const fetch = request.away ? askAway : request.narrow ? askNarrow : askUsual;
    let response;
    try {
      if (request.narrow) {
        // Long enough to look at the database's clock again, not to have a token more.
        still.pass(6);
        await (await fetch(made.clone())).text();
      }
      response = await fetch(made);
    } catch (error) {
      note(error.message, request);
      return;
    }
    const said = await response.text();
    // Staff may name guests and pages as it likes, and is shown those names.
    const isNamed = response.status === 200 && /\/staff\/(?:box|enrolment)$/.test(at);
    if (said.includes(MARK) && !isNamed) note('an answer repeats what was sent', request);
    if (response.status === 500) note('500', request);
    if (response.status === 503) {
      if (!(Number(response.headers.get('retry-after')) >= 1)) note('503 without Retry-After', request);
      if (!request.away && !said.includes('box-full')) note('busy for no reason', request);
    }
    for (const name of FORBIDDEN) if (response.headers.has(name)) note(`has ${name}`, request);
    if (response.headers.get('x-content-type-options') !== 'nosniff') note('no nosniff', request);
    const { pathname } = new URL(made.url);
    const found = wanted.filter(
      (each) => each.startsWith(`${method} `) && each.includes(` ${response.status}`),
    );
    const template = pathname.replace(/^\/v1\/boxes\/[^/]+/, '/v1/boxes/{boxId}');
    const name = /urn:kith:problem:([\w-]+)/.exec(said)?.[1];
    const where = `${method} ${template} ${response.status}${response.status >= 400 ? ` ${name}` : ''}`;
    if (found.includes(where)) counts.set(where, counts.get(where) + 1);
  }

  const turnsFor = (operation) => (operation === 'POST /v1/boxes' ? making.alone : (work) => work());

  async function step(at) {
    // What is made beforehand may be asked for in vain, where a changed request came in between.
    if (at % 2 === 0) {
      const operation = pick(random, operations);
      return turnsFor(operation)(async () => ask(mutate(random, await making.valid[operation]())));
    }
    if (random() < 0.02) return ask(noise(random, making.paths));
    // Towards what came too rarely so far, any of it, so that an answer that never comes does not stop the others.
    const rare = wanted.filter((each) => counts.get(each) + aimed.get(each) < least);
    const goal = pick(random, rare.length > 0 ? rare : wanted);
    aimed.set(goal, aimed.get(goal) + 1);
    try {
      await towards(goal);
    } finally {
      aimed.set(goal, aimed.get(goal) - 1);
    }
  }

  async function towards(goal) {
    const [method, template, ...answer] = goal.split(' ');
    const operation = `${method} ${template}`;
    return turnsFor(operation)(async () => {
      const request = await making.towards(operation, answer.join(' '));
      if (request) return ask(request);
      note(`nobody knows how to reach ${goal}`, { method, path: template });
    });
  }

  let fifth = 0;
  for (let round = 0; round < requests; round += ROUND) {
    await chances.run(seeded(seed + round), () => making.empty());
    if (fifth === 0 && round >= requests / 5) fifth = await heap();
    let at = round;
    const worker = async () => {
      while (at < Math.min(round + ROUND, requests)) {
        const mine = at;
        at += 1;
        await chances.run(seeded(seed * 1_000_003 + mine), () => step(mine));
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, worker));
    for (const { lines } of [usual, narrow, away]) {
      const said = JSON.stringify(lines);
      if (said.includes(MARK))
        note('the log repeats what was sent', { method: 'round', path: String(round) });
      if (lines !== away.lines && said.includes('failed'))
        note(`failed inside: ${said}`, { method: 'round', path: String(round) });
      lines.length = 0;
    }
    if (round % 10_000 === 0) say(`${round} of ${requests}: ${wrong.length} wrong`);
  }
  // What is left is the server's: the questions that are kept here to be sent again go.
  await chances.run(seeded(seed), () => making.empty());
  const end = await heap();
  await store.close();
  await postgres?.stop();
  const missing = [...counts]
    .filter(([, count]) => count < least)
    .map(([each, count]) => `${each}: ${count}`);
  return { wrong, counts, missing, heap: { fifth, end } };
}
