import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  answerOf,
  bytes,
  DAY,
  dayOf,
  makeBox,
  manifestOf,
  onBoth,
  questionFor,
  START,
  stoppedClock,
} from './places.mjs';

onBoth('Erasing', (place) => {
  const clock = stoppedClock();
  let store;
  const fresh = async (manifest) => {
    clock.now = START;
    store ??= await place.open({ clock });
    return makeBox(store, manifest);
  };

  test('takes the question and its answers, and the same bytes are not taken again', async () => {
    const box = await fresh();
    const question = questionFor(box);
    const hash = bytes(32);
    await store.send(question, hash);
    await store.answer(box.session, question.locator, answerOf(1));
    assert.equal(await store.erase(box.boxId, question.locator, question.eraseHash), 'erased');
    assert.deepEqual(await store.answers(box.boxId, question.locator), []);
    assert.deepEqual(await store.send(question, hash), { outcome: 'erased' });
    assert.deepEqual((await store.staffView(box.session)).counts, { new: 0, answered: 0, closed: 0 });
  });

  test('needs what hashes to the right bytes', async () => {
    const box = await fresh();
    const question = questionFor(box);
    await store.send(question, bytes(32));
    assert.equal(await store.erase(box.boxId, question.locator, bytes(32)), 'wrong-erase');
    assert.equal((await store.questions(box.session, { state: 'new', limit: 9 })).length, 1);
  });

  test('overtakes a late send, and a repeat says the same', async () => {
    const box = await fresh();
    const question = questionFor(box);
    assert.equal(await store.erase(box.boxId, question.locator, question.eraseHash), 'erased');
    assert.equal(await store.erase(box.boxId, question.locator, question.eraseHash), 'erased');
    assert.deepEqual(await store.send(question, bytes(32)), { outcome: 'erased' });
  });

  test('in a box that is not there leaves nothing', async () => {
    await fresh();
    assert.equal(await store.erase(bytes(16), bytes(16), bytes(32)), 'no-such-box');
  });

  test('a tombstone stands as long as its epoch may be sent to, also when the epoch is prolonged', async () => {
    const box = await fresh(manifestOf(1, { notAfter: dayOf(START) + 3 }));
    const question = questionFor(box);
    const hash = bytes(32);
    await store.erase(box.boxId, question.locator, question.eraseHash);
    await store.putManifest(box.session, { ...box.manifest, notAfter: dayOf(START) + 9 }, []);
    const ends = dayOf(START) + 9 + 2;
    while (dayOf(clock.now) < ends) {
      clock.now += DAY;
      assert.ok('deleted' in (await store.retain()));
      assert.deepEqual(await store.send(question, hash), { outcome: 'erased' });
    }
    clock.now += DAY;
    await store.retain();
    assert.deepEqual(await store.send(question, hash), { outcome: 'epoch-expired' });
    const prolonged = { ...box.manifest, notAfter: dayOf(clock.now) + 9 };
    assert.equal(await store.putManifest(box.session, prolonged, []), 'older');
    assert.deepEqual(await store.send(question, hash), { outcome: 'epoch-expired' });
  });

  test('racing a send never leaves a row, whichever comes first', async () => {
    const box = await fresh();
    const questions = Array.from({ length: 100 }, () => questionFor(box));
    await Promise.all(
      questions.flatMap((question, at) => {
        const hash = bytes(32);
        const send = () => store.send(question, hash);
        const erase = () => store.erase(box.boxId, question.locator, question.eraseHash);
        return at % 2 ? [send(), erase(), send()] : [erase(), send(), send()];
      }),
    );
    assert.deepEqual(await store.questions(box.session, { state: 'new', limit: 100 }), []);
  });

  test('is written to a journal that tells of no box and no locator, once for each', async () => {
    const box = await fresh();
    const question = questionFor(box);
    const read = () => readFileSync(path.join(place.folder, 'journal'), 'utf8').trimEnd().split('\n');
    const before = read().length;
    await store.send(question, bytes(32));
    await store.erase(box.boxId, question.locator, bytes(32));
    await store.erase(box.boxId, question.locator, question.eraseHash);
    await store.erase(box.boxId, question.locator, question.eraseHash);
    const lines = read();
    assert.equal(lines.length, before + 1);
    // The protocol's name of a tombstone: SHA-256 of LP(boxId, locator).
    const named = createHash('sha256')
      .update('\0\x10')
      .update(box.boxId)
      .update('\0\x10')
      .update(question.locator);
    assert.equal(lines.at(-1), `${dayOf(START) + 92} ${named.digest('base64url')}`);
    for (const known of [box.boxId, question.locator, question.eraseHash])
      for (const encoding of ['base64url', 'hex'])
        assert.ok(!lines.join('\n').includes(Buffer.from(known).toString(encoding)));
  });
});

/** Read by another process: closing a file drops every lock that this one has on it. */
const stands = (file, marker) =>
  execFileSync(
    process.execPath,
    [
      '-e',
      'const { existsSync, readFileSync } = require("node:fs"); const [, file, marker] = process.argv; console.log(existsSync(file) && readFileSync(file).includes(Buffer.from(marker, "hex")))',
      file,
      Buffer.from(marker).toString('hex'),
    ],
    { encoding: 'utf8' },
  ).trim() === 'true';

onBoth(
  'What was erased',
  (place) => {
    test('is in neither the file nor its log once it is acknowledged, nor after retention', async () => {
      const clock = stoppedClock();
      const store = await place.open({ clock });
      const box = await makeBox(store);
      const file = fileURLToPath(place.url.replace('file:', 'file://'));
      const markers = () => [file, `${file}-wal`];
      const ways = {
        erase: (question) => store.erase(box.boxId, question.locator, question.eraseHash),
        retain: () => {
          clock.now += 14 * DAY;
          return store.retain();
        },
      };
      for (const [name, go] of Object.entries(ways)) {
        const question = questionFor(box);
        const given = answerOf(1);
        // Far into the row, where SQLite has put it on pages of its own.
        const secrets = [
          question.ct.subarray(5000, 5030),
          question.ct.subarray(10, 40),
          given.ct.subarray(9000, 9030),
        ];
        if (name === 'retain') {
          await store.putManifest(box.session, { ...box.manifest, retentionDays: 10 }, []);
        }
        await store.send(question, bytes(32));
        await store.answer(box.session, question.locator, given);
        for (const secret of secrets)
          assert.ok(
            markers().some((one) => stands(one, secret)),
            `${name}: it was there before`,
          );
        await go(question);
        for (const secret of secrets)
          for (const one of markers()) assert.ok(!stands(one, secret), `${name}: left in ${one}`);
      }
    });

    test('of what is not there has an end, so that nobody fills the disk; what is there can always be erased', async () => {
      const { default: Database } = await import('libsql');
      const store = await place.open({ clock: stoppedClock(), beside: true });
      const box = await makeBox(store);
      const question = questionFor(box);
      await store.send(question, bytes(32));
      const early = bytes(16);
      assert.equal(await store.erase(box.boxId, early, bytes(32)), 'erased');
      const writer = new Database(fileURLToPath(place.url.replace('file:', 'file://')));
      writer.exec(
        'WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 100000) INSERT INTO tombstone SELECT randomblob(32), 99999 FROM many',
      );
      writer.close();
      assert.equal(await store.erase(box.boxId, bytes(16), bytes(32)), 'no-room');
      assert.equal(await store.erase(box.boxId, early, bytes(32)), 'erased', 'again');
      assert.equal(await store.erase(box.boxId, question.locator, question.eraseHash), 'erased');
    });

    test('is not acknowledged while a reader holds on to the log, and is as soon as it lets go', async () => {
      const { default: Database } = await import('libsql');
      const store = await place.open({ clock: stoppedClock(), beside: true });
      const box = await makeBox(store);
      const question = questionFor(box);
      await store.send(question, bytes(32));
      const reader = new Database(fileURLToPath(place.url.replace('file:', 'file://')));
      reader.exec('BEGIN');
      reader.prepare('SELECT count(*) FROM question').all([]);
      const { eraseHash, locator } = question;
      await assert.rejects(store.erase(box.boxId, locator, eraseHash), { name: 'StoreBusy' });
      let acknowledged = false;
      const again = store.erase(box.boxId, locator, eraseHash).then((said) => {
        acknowledged = true;
        return said;
      });
      assert.equal((await store.send(questionFor(box), bytes(32))).outcome, 'kept');
      assert.equal(acknowledged, false);
      reader.exec('COMMIT');
      reader.close();
      assert.equal(await again, 'erased');
      assert.ok(
        !stands(
          `${fileURLToPath(place.url.replace('file:', 'file://'))}-wal`,
          question.ct.subarray(5000, 5030),
        ),
      );
    });
  },
  ['sqlite'],
);
