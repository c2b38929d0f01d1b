/**
 * Measures the server and writes SERVER.md and server-results.json: durable sends beside a bare insert into the same table of the same database on the same
 * disk, reads beside a bare Hono. Nothing here passes or fails: figures differ from machine to machine, so that the ratio within a round counts.
 */
import { fork, spawn } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureServerBuilt } from '../tools/build-if-stale.mjs';
import { ensureInstalled } from '../tools/install.mjs';
import { sourceState } from './ready.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    folder: { type: 'string', default: os.tmpdir() },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: here },
  },
});
const rounds = Number(given.rounds ?? (given.quick ? 3 : 5));
/** Sends and reads of one round. */
const SENDS = given.quick ? { 1: 300, 16: 1500 } : { 1: 600, 16: 2500 };
const READS = given.quick ? 5000 : 20_000;
const READERS = 16;

/** Types of statfs(2) that keep nothing: a sync there costs nothing and promises nothing. */
const IN_MEMORY = new Map([
  [0x01021994, 'tmpfs'],
  [0x858458f6, 'ramfs'],
]);
const inMemory = IN_MEMORY.get(statfsSync(given.folder).type);
if (inMemory) {
  console.error(
    `${given.folder} is ${inMemory}: what is synced there is on no disk. Name a folder that is: npm run bench:server -- --folder /var/tmp`,
  );
  process.exit(1);
}

ensureInstalled();
await ensureServerBuilt();
// The database's own folder is made there too.
process.env.TMPDIR = path.resolve(given.folder);
const { startPostgres } = await import('../server/test/set-up/postgres.mjs');
const { startServer } = await import('../server/test/set-up/process.mjs');
const { sealing } = await import('../server/test/set-up/sealing.mjs');
const { makeBox } = await import('../server/test/set-up/staff-client.mjs');
const { visit } = await import('../server/test/set-up/visitor-client.mjs');
const { report } = await import('./server-report.mjs');

const home = mkdtempSync(path.join(given.folder, 'kith-bench-'));
process.once('exit', () => rmSync(home, { recursive: true, force: true }));
let folders = 0;
const aFolder = () => {
  folders += 1;
  return mkdtempSync(path.join(home, `${folders}-`));
};

/** Least, quartiles, most. */
function spread(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (part) => {
    const place = part * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return low + (high - low) * (place - Math.floor(place));
  };
  return { least: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), most: at(1) };
}

function syncTimes() {
  const file = path.join(home, 'synced');
  const handle = openSync(file, 'w');
  const page = Buffer.alloc(4096, 1);
  const times = [];
  for (let at = 0; at < 300; at += 1) {
    writeSync(handle, page);
    const from = performance.now();
    fdatasyncSync(handle);
    times.push(performance.now() - from);
  }
  closeSync(handle);
  rmSync(file);
  return spread(times);
}

/** A process that gets ready, runs once, and goes. */
async function measured(script, message) {
  const child = fork(path.join(here, script));
  const said = () =>
    new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (status) => reject(new Error(`${script} ended with ${status}.`)));
    });
  child.send(message);
  await said();
  child.send({ go: true });
  const result = await said();
  child.disconnect();
  return result;
}

/** Limits wide open, and a proof that is found at once. */
const OPEN = {
  KITH_RATES: 'send=100000/9000000 look-up=100000/9000000 erase=100000/9000000',
  KITH_PROOF_PREFIX: '0',
  KITH_BOX_LIMIT: '9000000',
};

async function openServer(env) {
  const server = await startServer({ folder: aFolder(), env: { ...OPEN, ...env } });
  const desk = await makeBox({ base: server.base, link: await server.firstLink() });
  const page = await visit({ base: server.base, boxId: desk.boxId, pins: [desk.pin] });
  const keyId = sealing.toBase64url(await sealing.keyIdOf(page.manifest.pk));
  return { server, desk, page, keyId };
}

/** A database with the server's own tables and nothing else in it. */
async function emptyTables(url) {
  const { server } = await openServer(url ? { DATABASE_URL: url } : {});
  await server.stop();
  if (url) return { url };
  const file = path.join(aFolder(), 'bare.sqlite');
  copyFileSync(path.join(server.folder, 'kith.sqlite'), file);
  return { file };
}

async function sends(name, makeUrl) {
  const lines = [];
  for (const [key, count] of Object.entries(SENDS)) {
    // Both begin with empty tables.
    const env = makeUrl ? { DATABASE_URL: await makeUrl() } : {};
    const { server, desk, page, keyId } = await openServer(env);
    const bare = await emptyTables(await makeUrl?.());
    const connections = Number(key);
    const found = [];
    for (let round = -1; round < rounds; round += 1) {
      const inserted = await measured('server-insert.mjs', { inserts: { ...bare, connections, count } });
      const sent = await measured('server-load.mjs', {
        sends: {
          port: server.port,
          boxId: desk.id,
          keyId,
          challenge: await page.challenge(),
          connections,
          count,
        },
      });
      const ours = (count / sent.ms) * 1000;
      const theirs = (count / inserted.ms) * 1000;
      console.log(
        `${name}, ${connections}: ${Math.round(ours)} sends, ${Math.round(theirs)} inserts a second`,
      );
      // The first one warms up.
      if (round >= 0) found.push({ ours, theirs, ratio: ours / theirs, busy: sent.busy });
    }
    lines.push({ what: 'sends', database: name, connections, count, ...summed(found) });
    await server.stop();
  }
  return lines;
}

const summed = (found) =>
  Object.fromEntries(
    ['ours', 'theirs', 'ratio', 'busy'].map((key) => [key, spread(found.map((one) => one[key]))]),
  );

async function reads() {
  const { server, desk, page } = await openServer({});
  await desk.publish(
    Array.from({ length: 10 }, (_, at) => ({
      id: `entry-${at}`,
      topic: 'Family',
      lang: 'en',
      question: 'How did you tell the people at home, and what did they say? '.repeat(4),
      answer: 'We began with one person, at a quiet hour, and said only what was ours to say. '.repeat(8),
    })),
  );
  const { headers } = await page.ask('GET', page.path);
  const bytes = await (await fetch(server.base + page.path)).text();
  const file = path.join(home, 'bytes.json');
  writeFileSync(file, bytes);
  const hono = spawn(process.execPath, [path.join(here, 'server-bare-hono.mjs'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = Number(await new Promise((resolve) => hono.stdout.once('data', resolve)));
  const request = (at, more = '') => `GET ${at} HTTP/1.1\r\nHost: localhost\r\n${more}\r\n`;
  const kinds = [
    {
      what: '304',
      ours: {
        port: server.port,
        request: request(page.path, `If-None-Match: ${headers.get('etag')}\r\n`),
        status: 304,
      },
      theirs: { port, request: request('/'), status: 200 },
    },
    {
      what: '200',
      ours: { port: server.port, request: request(page.path), status: 200 },
      theirs: { port, request: request('/box'), status: 200 },
    },
  ];
  const lines = [];
  for (const { what, ours, theirs } of kinds) {
    const found = [];
    for (let round = -2; round < rounds; round += 1) {
      const ask = (reads) =>
        measured('server-load.mjs', { reads: { ...reads, connections: READERS, count: READS } });
      const bare = await ask(theirs);
      const own = await ask(ours);
      const perSecond = ({ ms }) => (READS / ms) * 1000;
      console.log(`${what}: ${Math.round(perSecond(own))} and ${Math.round(perSecond(bare))} reads a second`);
      if (round >= 0)
        found.push({
          ours: perSecond(own),
          theirs: perSecond(bare),
          ratio: perSecond(own) / perSecond(bare),
          busy: Math.max(own.busy, bare.busy),
        });
    }
    lines.push({ what, connections: READERS, count: READS, bytes: bytes.length, ...summed(found) });
  }
  hono.kill();
  await server.stop();
  return lines;
}

const loads = [os.loadavg()[0]];
const sync = syncTimes();
console.log(`A sync takes ${sync.median.toFixed(2)} ms.`);
const postgres = await startPostgres({ own: true });
const lines = [
  ...(await sends('SQLite')),
  ...(await sends('PostgreSQL', () => postgres.freshDatabase())),
  ...(await reads()),
];
await postgres.stop();
loads.push(os.loadavg()[0]);

const results = {
  date: given.date,
  source: sourceState(),
  node: process.version,
  processor: os.cpus()[0]?.model ?? '',
  cores: os.cpus().length,
  loads,
  folderType: `0x${statfsSync(given.folder).type.toString(16)}`,
  quick: given.quick,
  rounds,
  sync,
  syncAfter: syncTimes(),
  lines,
};
writeFileSync(path.join(given.out, 'server-results.json'), `${JSON.stringify(results, null, 2)}\n`);
writeFileSync(path.join(given.out, 'SERVER.md'), report(results));
console.log(`Written: ${path.join(given.out, 'SERVER.md')}`);
process.exit(0);
