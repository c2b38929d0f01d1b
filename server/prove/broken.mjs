/**
 * The server with one thing broken on purpose (PROVE_BREAK names it), made of the same parts: a proof that does not find it proves nothing. It is
 * started in the server's place and stands nowhere in what is published.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { PROGRAM } from '../test/set-up/process.mjs';
import { sealing } from '../test/set-up/sealing.mjs';

const { makeApp, makeLog, openStore, readConfig } = await import(
  pathToFileURL(path.join(path.dirname(PROGRAM), 'parts.js')).href
);

/** Only what is named is another; a method keeps its own `this`. */
const instead = (store, methods) =>
  new Proxy(store, {
    get(target, name) {
      if (name in methods) return methods[name];
      const value = target[name];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

let sends = 0;
const BREAKS = {
  /** Nothing: the harness itself is sound. */
  none: (store) => store,
  /** Tells the visitor before anything is written. */
  'early-ack': (store) =>
    instead(store, {
      async send(question, hash) {
        store.send(question, hash).catch(() => {});
        return { outcome: 'kept', expiresDay: 30_000 };
      },
    }),
  /** Loses one question in forty. */
  loses: (store) =>
    instead(store, {
      async send(question, hash) {
        sends += 1;
        if (sends % 40 === 0) return { outcome: 'kept', expiresDay: 30_000 };
        return store.send(question, hash);
      },
    }),
  /** Keeps one question in forty a second time. */
  doubles: (store) =>
    instead(store, {
      async send(question, hash) {
        sends += 1;
        if (sends % 40 === 0) {
          const locator = sealing.randomBytes(16);
          await store.send({ ...question, locator }, await sealing.bodyHash({ ...question, locator }));
        }
        return store.send(question, hash);
      },
    }),
  /** Says that it erased. */
  'keeps-erased': (store) => instead(store, { erase: async () => 'erased' }),
  /** Changes a byte on the way. */
  alters: (store) =>
    instead(store, {
      async send(question, hash) {
        sends += 1;
        if (sends % 40 !== 0) return store.send(question, hash);
        const ct = question.ct.slice();
        ct[100] ^= 1;
        return store.send({ ...question, ct }, hash);
      },
    }),
};

const name = process.env.PROVE_BREAK ?? 'none';
const log = makeLog();
const config = readConfig(process.env, process.cwd());
mkdirSync(config.data, { recursive: true });
const { databaseUrl: url, boxLimit, backupDays, journal } = config;
const store = await openStore({ url, boxLimit, backupDays, journal, log });
const app = makeApp({
  store: (BREAKS[name] ?? BREAKS.none)(store),
  config: { ...config, version: '0' },
  log,
});

/** Writes down who asked, as any web server does by default. */
const talking = (request, env) => {
  const { remoteAddress } = env.incoming.socket;
  log('request', {
    path: request.url,
    agent: request.headers.get('user-agent') ?? '',
    from: String(remoteAddress),
  });
  return app.fetch(request, env);
};

const server = createAdaptorServer({ fetch: name === 'talks' ? talking : app.fetch });
server.listen(config.port, config.host, async () => {
  if (!(await store.hasBox())) {
    const secret = sealing.makeInvitation();
    await store.offerClaim(await sealing.hashClaim(await sealing.claimOf(secret)));
    process.stderr.write(`#claim=${sealing.toBase64url(secret)}\n`);
  }
  log('listening');
});
process.once('SIGTERM', () => {
  server.close(async () => {
    await store.close();
    process.exit(0);
  });
  server.closeAllConnections();
});
