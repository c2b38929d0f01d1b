/**
 * The bare insert: the same row into the same table, one transaction each, on so many connections, with nothing around it. A thread for each connection of
 * SQLite, since there a commit stops whoever asked. Told by messages as server-load.mjs is.
 */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const COLUMNS = [
  ['box_id', 16],
  ['locator', 16],
  ['key_id', 8],
  ['enc', 65],
  ['ct', 8208],
  ['erase_hash', 32],
  ['body_hash', 32],
];
const NUMBERS = { epoch: 1, suite: 1, day: 20_000, state: 0, expires_day: 20_200 };
const names = [...COLUMNS.map(([name]) => name), ...Object.keys(NUMBERS)];
const rowOf = () => [...COLUMNS.map(([, length]) => randomBytes(length)), ...Object.values(NUMBERS)];
const insert = (mark) =>
  `INSERT INTO question (${names.join(', ')}) VALUES (${names.map((_, at) => mark(at)).join(', ')})`;

const rowsOf = ({ count, connections }) =>
  Array.from({ length: connections }, (_, at) =>
    Array.from({ length: Math.ceil((count - at) / connections) }, rowOf),
  );

async function thread({ file, rows }) {
  const { default: Database } = await import('libsql');
  const db = new Database(file);
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'secure_delete = ON',
    'busy_timeout = 60000',
  ])
    db.pragma(pragma);
  const statement = db.prepare(insert(() => '?'));
  // It comes over as plain bytes.
  const ready = rows.map((row) =>
    row.map((value) => (typeof value === 'number' ? value : Buffer.from(value))),
  );
  parentPort.once('message', () => {
    for (const row of ready) statement.run(...row);
    parentPort.postMessage('done');
    db.close();
  });
  parentPort.postMessage('ready');
}

async function overSqlite(inserts) {
  const threads = rowsOf(inserts).map(
    (rows) => new Worker(fileURLToPath(import.meta.url), { workerData: { file: inserts.file, rows } }),
  );
  const said = (worker) =>
    new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  await Promise.all(threads.map(said));
  return async () => {
    const done = threads.map(said);
    for (const worker of threads) worker.postMessage('go');
    await Promise.all(done);
  };
}

async function overPostgres(inserts) {
  const { default: pg } = await import('pg');
  const clients = await Promise.all(
    rowsOf(inserts).map(async (rows) => {
      const client = new pg.Client({ connectionString: inserts.url });
      await client.connect();
      return { client, rows };
    }),
  );
  const text = insert((at) => `$${at + 1}`);
  return async () => {
    await Promise.all(
      clients.map(async ({ client, rows }) => {
        for (const values of rows) await client.query({ name: 'insert', text, values });
      }),
    );
    await Promise.all(clients.map(({ client }) => client.end()));
  };
}

if (isMainThread) {
  let begin;
  process.on('message', async ({ inserts, go }) => {
    if (inserts) {
      begin = await (inserts.file ? overSqlite(inserts) : overPostgres(inserts));
      process.send({ ready: true });
    }
    if (go) {
      const from = performance.now();
      await begin();
      process.send({ ms: performance.now() - from });
    }
  });
} else await thread(workerData);
