import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { connectLibsql } from '../../dist/parts.js';
import {
  accountNamed,
  bytes,
  makeBox,
  manifestOf,
  onBoth,
  questionFor,
  rosterOf,
  sheetOf,
  stoppedClock,
} from './places.mjs';

const fileOf = (place) => place.url.slice('file:'.length);

/** Another process on the same file; `lines` are what it says. */
function child(script, args, { through = [] } = {}) {
  const program = fileURLToPath(new URL(script, import.meta.url));
  const [command, ...rest] = [...through, process.execPath, program, ...args];
  const started = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
  // A test that fails leaves nobody waiting.
  after(() => started.kill('SIGKILL'));
  const lines = createInterface({ input: started.stdout })[Symbol.asyncIterator]();
  return {
    pid: started.pid,
    say: (line) => started.stdin.write(`${line}\n`),
    line: async () => JSON.parse((await lines.next()).value),
    async end() {
      started.stdin.end();
      if (started.exitCode === null && started.signalCode === null) await once(started, 'exit');
    },
    async kill() {
      started.kill('SIGKILL');
      if (started.exitCode === null && started.signalCode === null) await once(started, 'exit');
    },
  };
}

onBoth(
  'The file',
  (place) => {
    test('numbers no row of a question, an answer, a tombstone or an act: nothing tells which came first', async () => {
      const store = await place.open({ clock: stoppedClock() });
      const box = await makeBox(store);
      for (let sent = 0; sent < 3; sent++) await store.send(questionFor(box), bytes(32));
      const reader = new Database(fileOf(place), { readonly: true });
      for (const table of ['question', 'answer', 'tombstone', 'audit'])
        assert.throws(
          () => reader.prepare(`SELECT rowid FROM ${table}`).all([]),
          /no such column: rowid/,
          table,
        );
      const inOrder = reader
        .prepare('SELECT hex(locator) AS name FROM question')
        .all([])
        .map(({ name }) => name);
      assert.equal(inOrder.length, 3);
      assert.deepEqual(inOrder, inOrder.toSorted());
      reader.close();
      await store.close();
    });

    test('is read by its owner alone, with its log, its lock and the journal', async () => {
      await place.open();
      for (const file of [
        fileOf(place),
        `${fileOf(place)}-wal`,
        `${fileOf(place)}-lock`,
        path.join(place.folder, 'journal'),
      ])
        assert.equal(statSync(file).mode & 0o777, 0o600, file);
    });

    test('is for one store in one process; a command may come beside it', async () => {
      await place.fresh();
      const store = await place.open();
      await assert.rejects(place.open(), {
        name: 'StartRefused',
        message: /^Another kith-server uses .* already/,
      });
      const beside = await place.open({ beside: true });
      const box = await makeBox(beside);
      assert.equal((await store.send(questionFor(box), bytes(32))).outcome, 'kept');
      assert.equal((await beside.staffView(box.session)).counts.new, 1);
      await store.close();
      await (await place.open()).close();
    });

    test('is refused to a second process, and free again when the first was killed', async () => {
      await place.fresh();
      const other = child('another-process.mjs', [place.url, path.join(place.folder, 'journal-2')]);
      assert.deepEqual(await other.line(), { open: true });
      await assert.rejects(place.open(), { name: 'StartRefused', message: /one file is for one process/ });
      await other.kill();
      const store = await place.open();
      const late = child('another-process.mjs', [place.url, path.join(place.folder, 'journal-2')]);
      assert.match((await late.line()).refused, /one file is for one process/);
      await late.end();
      assert.equal(await store.ready(), true);
    });

    test('gets its tables once, from two processes at once and at every start', async () => {
      await place.fresh();
      const starts = [1, 2].map((each) =>
        child('another-process.mjs', [place.url, path.join(place.folder, `journal-${each}`), 'beside']),
      );
      for (const start of starts) assert.deepEqual(await start.line(), { open: true });
      for (const start of starts) await start.end();
      await (await place.open()).close();
      const native = new Database(fileOf(place));
      assert.deepEqual(
        native
          .prepare('SELECT number FROM migration')
          .all([])
          .map(({ number }) => number),
        [0, 1],
      );
      native.close();
    });

    test('of the version before gets what is new at the start and keeps what it has', async () => {
      await place.fresh();
      const before = await place.open({ clock: stoppedClock() });
      const box = await makeBox(before);
      await before.close();
      const native = new Database(fileOf(place));
      for (const table of ['sheet', 'invitation', 'publication', 'team_note', 'page_origin'])
        native.exec(`DROP TABLE ${table}`);
      native.exec('DELETE FROM migration WHERE number = 1');
      native.close();
      const store = await place.open({ clock: stoppedClock() });
      const view = await store.staffView(box.session);
      assert.deepEqual([view.sheetProvenDay, view.invitations, view.origins], [null, [], []]);
      assert.equal(await store.sheet(box.boxId), undefined);
      assert.equal(await store.recover(box.boxId), undefined);
      // A box that is open stays so, though its sheet was never proven here.
      assert.equal(await store.putManifest(box.session, manifestOf(2), []), 'kept');
      await store.close();
    });

    test('is not opened when it is no database, and says what to look at', async () => {
      await place.fresh();
      writeFileSync(fileOf(place), 'A letter to nobody. '.repeat(500));
      await assert.rejects(place.open(), { name: 'StartRefused', message: /cannot be opened/ });
    });

    test('is not opened without a journal of erasures', async () => {
      await place.fresh();
      await assert.rejects(place.open({ journal: place.folder }), {
        name: 'StartRefused',
        message: /journal of erasures, .* cannot be written to \(EISDIR\)/,
      });
      await (await place.open()).close();
    });

    test('is asked for by an address that begins with file: or postgres:', async () => {
      await assert.rejects(place.open({ url: 'mysql://localhost/kith' }), { name: 'StartRefused' });
    });
  },
  ['sqlite'],
);

onBoth(
  'A connection',
  (place) => {
    test('has its pragmas, and one that does not take them is not used', async () => {
      await place.open();
      const connection = connectLibsql(fileOf(place));
      const read = (name) => connection.value(`PRAGMA ${name}`);
      assert.deepEqual(['journal_mode', 'synchronous', 'secure_delete', 'busy_timeout'].map(read), [
        'wal',
        2,
        1,
        5000,
      ]);
      connection.truncateLog();
      assert.equal(read('busy_timeout'), 5000);
      connection.close();
      // A database in memory has no log: the pragma is not taken, and says nothing of it.
      assert.throws(() => connectLibsql(':memory:'), {
        name: 'StartRefused',
        message: /journal_mode=memory/,
      });
    });

    test('for reading does not write, and no value that would end the process comes to the driver', async () => {
      const connection = connectLibsql(fileOf(place), { readOnly: true });
      assert.throws(() => connection.exec('DELETE FROM ledger'), { code: 'SQLITE_READONLY' });
      const query = connection.db.selectFrom('box').selectAll().where('box_id', '=', true);
      await assert.rejects(query.execute(), TypeError);
      connection.close();
    });
  },
  ['sqlite'],
);

onBoth(
  'The group commit',
  (place) => {
    const commits = (file) => {
      const native = new Database(file);
      const [{ value }] = native.prepare("SELECT value FROM ledger WHERE name = 'commits'").all([]);
      native.close();
      return value;
    };

    test('writes many together, and what fails among them fails alone and wholly', async () => {
      const store = await place.open({ clock: stoppedClock() });
      const box = await makeBox(store);
      const before = commits(fileOf(place));
      const claim = bytes(32);
      await store.offerClaim(claim);
      const broken = {
        boxId: bytes(16),
        roster: rosterOf(1, [box.ann]),
        account: { ...accountNamed('ann'), salt: undefined },
        keys: [],
        sheet: sheetOf(),
      };
      const [made, ...sent] = await Promise.allSettled([
        store.makeBox(claim, broken),
        ...Array.from({ length: 60 }, () => store.send(questionFor(box), bytes(32))),
      ]);
      assert.equal(made.status, 'rejected');
      for (const { value } of sent) assert.equal(value.outcome, 'kept');
      assert.equal((await store.staffView(box.session)).counts.new, 60);
      assert.equal(await store.makeBox(claim, { ...broken, account: accountNamed('ann') }), 'made');
      const together = commits(fileOf(place)) - before;
      assert.ok(together < 20, `${together} commits`);
    });

    test('writes with every commit, also when nothing but repeats came', async () => {
      const store = await place.open({ clock: stoppedClock(), beside: true });
      const box = await makeBox(store);
      const question = questionFor(box);
      const hash = bytes(32);
      await store.send(question, hash);
      const before = commits(fileOf(place));
      await store.send(question, hash);
      assert.equal(commits(fileOf(place)), before + 1);
    });

    test('does everything that was asked before it closes, and nothing after', async () => {
      await place.fresh();
      const store = await place.open({ clock: stoppedClock() });
      const box = await makeBox(store);
      const sent = Array.from({ length: 30 }, () => store.send(questionFor(box), bytes(32)));
      const closed = store.close();
      for (const one of sent) assert.equal((await one).outcome, 'kept');
      await closed;
      await assert.rejects(store.send(questionFor(box), bytes(32)), { name: 'StoreBusy' });
      const again = await place.open({ clock: stoppedClock() });
      assert.equal((await again.staffView(box.session)).counts.new, 30);
      assert.equal(await again.putManifest(box.session, manifestOf(2), []), 'kept');
    });
  },
  ['sqlite'],
);

onBoth(
  'A full disk',
  (place) => {
    test('is a busy database; nothing acknowledged is lost, and with room it goes on', async () => {
      // Files of this process end at 2 MB: its writes fail from there on, as on a full disk.
      const limited = ['bash', '-c', 'ulimit -S -f 2048; exec "$@"', 'bash'];
      const other = child('small-disk.mjs', [place.url, path.join(place.folder, 'journal')], {
        through: limited,
      });
      const full = await other.line();
      assert.equal(full.refused, 'StoreBusy');
      assert.equal(full.ready, false);
      assert.ok(full.kept > 10);
      const raised = spawn('prlimit', ['--pid', String(other.pid), '--fsize=unlimited:unlimited']);
      const [code] = await once(raised, 'exit');
      assert.equal(code, 0);
      other.say('go on');
      const after = await other.line();
      assert.deepEqual(after, { kept: full.kept + 1, stored: full.kept + 1, ready: true, doubled: 0 });
      await other.end();
    });
  },
  ['sqlite'],
);
