/** The app in this process over a real store, with a clock that tests turn, a log that they read, and a client that holds every answer to the OpenAPI document. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { root } from '../../../tools/install.mjs';
import { startPostgres } from '../set-up/postgres.mjs';
import { ensureServerBuilt, temporaryFolder } from '../set-up/process.mjs';
import { sealing } from '../set-up/sealing.mjs';
import { makeBox } from '../set-up/staff-client.mjs';

await ensureServerBuilt();
export const { listenerOf, makeApp, openStore, readConfig, readScripts, Recent, SignInThrottle } =
  await import(pathToFileURL(path.join(root, 'server/dist/parts.js')).href);

export const PAGE = 'https://clinic.example';
export const DESK = 'https://desk.example';
export const OWN = 'https://ask.example';
/** As where a server is tried out: pages of this machine may be looked at. */
export const TRIED_OUT = { own: [OWN, 'http://localhost:4180'], pages: [PAGE], desk: DESK };

/** Runs the same tests on both databases. `open` gives a store that is empty. */
export function onBothDatabases(name, tests) {
  for (const kind of ['SQLite', 'PostgreSQL']) {
    describe(`${name}, on ${kind}`, () => {
      let postgres;
      const stores = [];
      before(async () => {
        if (kind === 'PostgreSQL') postgres = await startPostgres();
      });
      after(async () => {
        for (const store of stores) await store.close();
        await postgres?.stop();
      });
      const open = async (options = {}) => {
        const folder = temporaryFolder();
        const url = postgres ? await postgres.freshDatabase() : `file:${path.join(folder, 'kith.sqlite')}`;
        const store = await openStore({
          url,
          boxLimit: 1000,
          backupDays: 30,
          journal: path.join(folder, 'erasures.journal'),
          log: () => {},
          ...options,
        });
        stores.push(store);
        return store;
      };
      tests(open, kind);
    });
  }
}

/** A clock in milliseconds that only tests turn. */
export function aClock(at = 1_000_000) {
  let now = at;
  const clock = () => now;
  clock.pass = (seconds) => {
    now += seconds * 1000;
  };
  return clock;
}

const FAST = { perSecond: 1000, burst: 100_000 };

/** An app with settings that let tests be quick: an easy proof, wide buckets. */
export function anApp(store, { env = {}, rates, monotonic = aClock(), files, lookUp, ...config } = {}) {
  const settings = readConfig(
    { KITH_URL: OWN, KITH_ORIGINS: PAGE, KITH_DESK_ORIGIN: DESK, KITH_PROOF_PREFIX: '0', ...env },
    '/',
  );
  const lines = [];
  const app = makeApp({
    store,
    config: {
      ...settings,
      rates: { send: FAST, lookUp: FAST, erase: FAST, ...rates },
      version: '0.0.0',
      ...config,
    },
    log: (event, facts) => lines.push({ event, ...facts }),
    monotonic,
    ...(files ? { files } : {}),
    ...(lookUp ? { lookUp } : {}),
  });
  return { app, lines, monotonic, fetch: (request) => app.fetch(request) };
}

/** A first link of a store, as its fragment. */
export async function aLink(store) {
  const secret = sealing.makeInvitation();
  await store.offerClaim(await sealing.hashClaim(await sealing.claimOf(secret)));
  return { secret, printed: `#${sealing.toBase64url(secret)}` };
}

/** An open box of a store, with the desk of its first keeper. */
export async function aBox(store, fetch, more = {}) {
  const { printed } = await aLink(store);
  return makeBox({ base: OWN, fetch, link: printed, ...more });
}

/** Holds every answer under /v1 to the document, and writes down what was seen. */
export async function watched(fetch) {
  const document = await (await fetch(new Request(`${OWN}/v1/openapi.json`))).json();
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addSchema({ $id: 'kith', components: document.components });
  const templates = Object.keys(document.paths).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replace(/[.]/g, '\\.').replace('{boxId}', '[^/]+')}$`),
  }));
  const seen = new Set();
  const compiled = new Map();
  const validatorOf = (schema) => {
    const text = JSON.stringify(schema).replaceAll('"#/components', '"kith#/components');
    if (!compiled.has(text)) compiled.set(text, ajv.compile(JSON.parse(text)));
    return compiled.get(text);
  };
  const watching = async (request) => {
    const { pathname } = new URL(request.url);
    const { method } = request;
    const response = await fetch(request);
    const found = templates.find(({ pattern }) => pattern.test(pathname));
    const operation = document.paths[found?.template]?.[method.toLowerCase()];
    if (!operation) return response;
    const where = `${method} ${found.template} ${response.status}`;
    const described = operation.responses[response.status];
    assert.ok(described, `${where} is not in the document`);
    const text = await response.clone().text();
    const [type, content] = Object.entries(described.content ?? {})[0] ?? [];
    if (!type) assert.equal(text, '', where);
    else {
      assert.equal(response.headers.get('content-type')?.split(';')[0], type, where);
      const body = JSON.parse(text);
      const validate = validatorOf(content.schema);
      assert.ok(validate(body), `${where}: ${JSON.stringify(validate.errors)}`);
      if (type.includes('problem')) {
        assert.equal(body.status, response.status);
        seen.add(`${where} ${body.type.replace('urn:kith:problem:', '')}`);
      }
    }
    for (const name of Object.keys(described.headers ?? {}))
      if (response.status >= 400 || response.status === 200)
        assert.ok(response.headers.get(name), `${where} ${name}`);
    seen.add(where);
    return response;
  };
  return { fetch: watching, document, seen };
}

/** Everything that the document says an operation may give: `GET /v1/… 404 no-such-box`. */
export const promised = (document) =>
  Object.entries(document.paths).flatMap(([template, operations]) =>
    Object.entries(operations).flatMap(([method, { responses }]) =>
      Object.entries(responses).flatMap(([status, { content }]) => {
        const where = `${method.toUpperCase()} ${template} ${status}`;
        const names = content?.['application/problem+json']?.schema.allOf[1].properties.type.enum;
        return names ? names.map((name) => `${where} ${name.replace('urn:kith:problem:', '')}`) : [where];
      }),
    ),
  );

/** A store in which some operations fail as a database does that is away. */
export const failing = (store, names, error = new Error('a row with ct=secret')) =>
  new Proxy(store, {
    get(target, name) {
      const value = target[name];
      if (names().includes(name))
        return async () => {
          throw error;
        };
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
