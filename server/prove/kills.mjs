/**
 * Kills the server while visitors are at it, starts it again, and holds what the database has against what the visitors were told: every
 * acknowledged question once and with the bytes that were sent, every acknowledged erasure erased, and nothing that nobody sent.
 */
import { fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientOf } from '../test/set-up/http-client.mjs';
import { startPostgres } from '../test/set-up/postgres.mjs';
import { startServer, temporaryFolder } from '../test/set-up/process.mjs';
import { sealing } from '../test/set-up/sealing.mjs';
import { below, seeded } from '../test/set-up/seeded.mjs';
import { makeBox } from '../test/set-up/staff-client.mjs';
import { hashOfRow, postgresTables, sqliteTables } from './stored.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const WATCHING = path.join(here, 'watch-checkpoints.mjs');

/**
 * What is wrong with a database after all that.
 *
 * @param {Map<string, Record<string, any>[]>} tables
 * @param {readonly { locator: string, hash: string, state: 'sending' | 'kept' | 'erasing' | 'erased' }[]} letters
 */
export async function compare(tables, letters, boxId) {
  const wrong = [];
  const rows = new Map();
  for (const row of tables.get('question')) {
    const locator = row.locator.toString('base64url');
    rows.set(locator, [...(rows.get(locator) ?? []), row]);
  }
  const tombstones = new Set(tables.get('tombstone').map((row) => row.locator_hash.toString('hex')));
  for (const { locator, hash, state } of letters) {
    const found = rows.get(locator) ?? [];
    rows.delete(locator);
    if (found.length > 1) wrong.push(`doubled: ${locator}`);
    for (const row of found) {
      if (row.body_hash.toString('hex') !== hash) wrong.push(`another body hash: ${locator}`);
      if ((await hashOfRow(row)) !== hash) wrong.push(`other bytes: ${locator}`);
    }
    if (state === 'kept' && found.length === 0) wrong.push(`lost: ${locator}`);
    if (state === 'erased') {
      if (found.length > 0) wrong.push(`erased, and there again: ${locator}`);
      const name = await sealing.hashLocator(boxId, sealing.fromBase64url(locator, 'locator', 16));
      if (!tombstones.has(Buffer.from(name).toString('hex')))
        wrong.push(`erased without a tombstone: ${locator}`);
    }
  }
  for (const locator of rows.keys()) wrong.push(`sent by nobody: ${locator}`);
  return wrong;
}

/** Every kind of kill in turn: of the server, of the database's own processes, of both. */
const KINDS = ['server', 'both', 'server', 'database'];

/** So that the load is the proof's and not the limits'. */
const OPEN = {
  KITH_RATES: 'send=100000/1000000 look-up=100000/1000000 erase=100000/1000000',
  KITH_PROOF_PREFIX: '0',
  KITH_BOX_LIMIT: '1000000',
};

/** Visitors in their own process. */
function startVisitors(settings) {
  const child = fork(path.join(here, 'load-client.mjs'), [JSON.stringify(settings)]);
  let acks = 0;
  let heard = () => {};
  let reported = () => {};
  child.on('message', (message) => {
    if (message.acks) acks = message.acks;
    if (message.report) reported(message.report);
    heard();
  });
  const gone = new Promise((resolve, reject) => {
    child.once('exit', (status, signal) =>
      status === 0 ? resolve() : reject(new Error(`The visitors ended with ${status ?? signal}.`)),
    );
  });
  // Whoever waits for something waits for this as well.
  gone.catch(() => {});
  const orGone = (promise) => Promise.race([promise, gone.then(() => new Promise(() => {}))]);
  const ask = (message) => {
    const answer = new Promise((resolve) => (reported = resolve));
    child.send(message);
    return orGone(answer);
  };
  return {
    acks: () => acks,
    tell: (message) => child.send(message),
    /** Resolves after so many more acknowledgements. */
    acknowledged(more) {
      const until = acks + more;
      return orGone(
        new Promise((resolve) => {
          heard = () => acks >= until && resolve();
        }),
      );
    },
    soFar: () => ask({ soFar: true }),
    finish: () => ask({ finish: true }),
    leave: () => child.kill('SIGKILL'),
  };
}

/**
 * @param {{ database: 'sqlite' | 'postgres', kills: number, seed: number, visitors?: number, killDatabase?: boolean,
 *   script?: string, node?: readonly string[], env?: Record<string, string>, say?: (line: string) => void }} options `killDatabase`: PostgreSQL's own processes are
 *   killed as well; `script`, `node` and `env` put something in the server's place that the proof has to find wrong.
 * @returns {Promise<{ wrong: string[], counts: Record<string, number>, kills: Record<string, number>, letters: number }>}
 */
export async function runKills({
  database,
  kills,
  seed,
  visitors = 12,
  killDatabase = false,
  script,
  node = [],
  env = {},
  say = () => {},
}) {
  const random = seeded(seed);
  const postgres = database === 'postgres' ? await startPostgres({ own: killDatabase }) : undefined;
  const url = await postgres?.freshDatabase();
  const folder = temporaryFolder();
  const checkpoints = path.join(folder, 'checkpoints');
  const start = (port) =>
    startServer({
      folder,
      ...(port ? { port } : {}),
      ...(script ? { script } : {}),
      node: ['--import', WATCHING, ...node],
      env: { ...(url ? { DATABASE_URL: url } : {}), PROVE_CHECKPOINTS: checkpoints, ...OPEN, ...env },
    });

  let server = await start();
  const desk = await makeBox({ base: server.base, link: await server.firstLink() });
  const { manifest } = await desk.view();
  const { pk } = await sealing.verifyManifest(manifest, { pins: [desk.pin], boxId: desk.boxId });
  const keyId = sealing.toBase64url(await sealing.keyIdOf(pk));
  const clients = startVisitors({ boxId: desk.id, keyId, seed: below(random, 2 ** 32), visitors });

  const done = { server: 0, database: 0, both: 0, inCheckpoint: 0 };
  const inCheckpoint = () =>
    existsSync(checkpoints) && readFileSync(checkpoints, 'utf8').endsWith('begins\n');
  const wrong = [];
  const look = async (when, { letters, violations }) => {
    const tables = url ? await postgresTables(url) : sqliteTables(path.join(folder, 'kith.sqlite'));
    const found = await compare(tables, letters, desk.boxId);
    wrong.push(...[...violations, ...found].map((what) => `${when}: ${what}`));
  };

  try {
    clients.tell({ up: server.base });
    for (let kill = 1; kill <= kills; kill += 1) {
      await clients.acknowledged(20 + below(random, 150));
      const kind = killDatabase ? KINDS[(kill - 1) % KINDS.length] : 'server';
      if (!url && kill % 4 === 0) {
        await server.said('checkpoint begins');
      } else {
        // Somewhere between two acknowledgements.
        await new Promise((resolve) => setTimeout(resolve, below(random, 12)));
      }
      if (kind !== 'server') await postgres.kill();
      if (kind !== 'database') {
        await server.kill();
        clients.tell({ down: true });
      }
      done[kind] += 1;
      if (inCheckpoint()) done.inCheckpoint += 1;
      if (kind !== 'server') await postgres.start();
      const told = await clients.soFar();
      // A row that is on its way while we look would seem to be sent by nobody.
      if (kind !== 'database') await look(`kill ${kill}`, told);
      say(`kill ${kill} of ${kills} (${kind}): ${clients.acks()} acknowledgements, ${wrong.length} wrong`);
      if (kind !== 'database') {
        server = await start(server.port);
        clients.tell({ up: server.base });
      } else if (server.child.exitCode !== null) {
        throw new Error(`The server did not outlive its database:\n${server.err()}`);
      }
    }
    await clients.acknowledged(30);
    const told = await clients.finish();
    const ready = await clientOf(server.base)('GET', '/v1/ready');
    if (ready.status !== 200) wrong.push(`not ready at the end: ${ready.status}`);
    const { status } = await server.stop();
    if (status !== 0) wrong.push(`ended with ${status}`);
    await look('at the end', told);
    return { wrong, counts: told.counts, kills: done, letters: told.letters.length };
  } finally {
    clients.leave();
    await server.kill();
    await postgres?.stop();
  }
}
