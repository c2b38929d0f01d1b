import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { bytes, DAY, makeBox, onBoth, questionFor, stoppedClock } from './places.mjs';

async function ask(url, ...statements) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let last;
    for (const statement of statements) last = await client.query(statement);
    return last.rows;
  } finally {
    await client.end();
  }
}

onBoth(
  'PostgreSQL',
  (place) => {
    test('is not used while it acknowledges what it has not kept', async () => {
      await place.fresh();
      const name = new URL(place.url).pathname.slice(1);
      await ask(place.url, `ALTER DATABASE ${name} SET synchronous_commit = off`);
      await assert.rejects(place.open(), { name: 'StartRefused', message: /synchronous_commit=off here/ });
      await ask(place.url, `ALTER DATABASE ${name} RESET synchronous_commit`);
      await (await place.open()).close();
    });

    test('gets its tables once from several nodes that start at once, which then share a box', async () => {
      await place.fresh();
      const nodes = await Promise.all([1, 2, 3].map(() => place.open({ clock: stoppedClock() })));
      assert.equal((await ask(place.url, 'SELECT count(*)::int AS count FROM migration'))[0].count, 2);
      const box = await makeBox(nodes[0]);
      const questions = Array.from({ length: 60 }, () => [questionFor(box), bytes(32)]);
      const sent = await Promise.all(questions.flatMap((one) => nodes.map((node) => node.send(...one))));
      assert.ok(sent.every(({ outcome }) => outcome === 'kept'));
      assert.equal((await nodes[1].staffView(box.session)).counts.new, 60);
      await Promise.all(
        questions.flatMap(([question, hash], at) => [
          nodes[at % 3].send(question, hash),
          nodes[(at + 1) % 3].erase(box.boxId, question.locator, question.eraseHash),
          nodes[(at + 2) % 3].send(question, hash),
        ]),
      );
      assert.deepEqual((await nodes[2].staffView(box.session)).counts, { new: 0, answered: 0, closed: 0 });
    });

    test('that is not there is told in a sentence', async () => {
      await assert.rejects(place.open({ url: 'postgres://nobody@127.0.0.1:1/nothing' }), {
        name: 'StartRefused',
        message: /PostgreSQL cannot be used \(ECONNREFUSED\)/,
      });
    });

    test('that ends its connections is a busy database, and is used again afterwards', async () => {
      await place.fresh();
      const store = await place.open({ clock: stoppedClock() });
      const box = await makeBox(store);
      const kept = [];
      const sends = async () => {
        for (let times = 0; times < 40; times++) {
          const one = [questionFor(box), bytes(32)];
          try {
            await store.send(...one);
            kept.push(one);
          } catch (error) {
            assert.equal(error.name, 'StoreBusy');
          }
        }
      };
      const cut = async () => {
        for (let times = 0; times < 5; times++)
          await ask(
            place.url,
            'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
          );
      };
      await Promise.all([sends(), sends(), cut(), sends(), sends()]);
      for (const one of kept) assert.equal((await store.send(...one)).outcome, 'kept');
      assert.equal(await store.ready(), true);
    });

    test('that only reads is not ready', async () => {
      await place.fresh();
      const store = await place.open({ clock: stoppedClock() });
      const box = await makeBox(store);
      const name = new URL(place.url).pathname.slice(1);
      await ask(
        place.url,
        `ALTER DATABASE ${name} SET default_transaction_read_only = on`,
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      await assert.rejects(store.send(questionFor(box), bytes(32)), { name: 'StoreBusy' });
      assert.equal(await store.ready(), false);
      await ask(
        place.url,
        'SET default_transaction_read_only = off',
        `ALTER DATABASE ${name} RESET default_transaction_read_only`,
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      assert.equal(await store.ready().then((ready) => ready || store.ready()), true);
    });

    test('does not delete what an answer prolongs while the retention waits for it', async () => {
      await place.fresh();
      const clock = stoppedClock();
      const store = await place.open({ clock });
      const box = await makeBox(store);
      await store.send(questionFor(box), bytes(32));
      clock.now += 31 * DAY;
      const answering = new pg.Client({ connectionString: place.url });
      await answering.connect();
      await answering.query('BEGIN');
      await answering.query('UPDATE question SET expires_day = expires_day + 30');
      const retained = store.retain(true);
      const waits = 'SELECT 1 FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()';
      while ((await ask(place.url, waits)).length === 0);
      await answering.query('COMMIT');
      await answering.end();
      assert.deepEqual(await retained, { deleted: 0 });
      assert.equal((await store.staffView(box.session)).counts.new, 1);
    });
  },
  ['postgres'],
);
