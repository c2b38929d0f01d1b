/** The server as somebody runs it: from an empty folder, stopped in the middle, started anew, told nonsense. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import Database from 'libsql';
import { root } from '../../../tools/install.mjs';
import { clientOf } from '../set-up/http-client.mjs';
import { freePort, startPostgres } from '../set-up/postgres.mjs';
import { ensureServerBuilt, PROGRAM, runCommand, startServer, temporaryFolder } from '../set-up/process.mjs';
import { makeBox } from '../set-up/staff-client.mjs';
import { quickSecrets, visit } from '../set-up/visitor-client.mjs';

await ensureServerBuilt();

/** The fragment of the last first link in what a server printed, as `makeBox` takes it. */
const linkIn = (printed) => {
  const secret = [...printed.matchAll(/\/desk#claim=([\w-]{22})\n/g)].at(-1)?.[1];
  assert.ok(secret, `no link in ${printed}`);
  return `#${secret}`;
};

const events = (printed) =>
  printed
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

/** Resolves once the process has printed what fits. */
const printed = (server, pattern) =>
  new Promise((resolve, reject) => {
    const look = () => {
      if (!pattern.test(server.err())) return;
      server.child.stderr.off('data', look);
      resolve(server.err());
    };
    server.child.stderr.on('data', look);
    server.exited.then(() => reject(new Error(`it ended: ${server.err()}`)));
    look();
  });

const EASY = { KITH_PROOF_PREFIX: '0' };

for (const kind of ['SQLite', 'PostgreSQL']) {
  describe(`the process, on ${kind}`, () => {
    let postgres;
    let env;
    let folder;
    let server;
    let desk;
    let letter;
    before(async () => {
      postgres = kind === 'PostgreSQL' ? await startPostgres() : undefined;
      env = { ...EASY, ...(postgres ? { DATABASE_URL: await postgres.freshDatabase() } : {}) };
      folder = temporaryFolder();
      server = await startServer({ folder, env });
    });
    after(async () => {
      await server.stop();
      await postgres?.stop();
    });
    const again = async () => {
      await server.stop();
      server = await startServer({ folder, env });
      desk.ask = clientOf(server.base);
      return server;
    };

    it('offers the first link while no box stands, anew at each start, and the old one no longer', async () => {
      const first = linkIn(await printed(server, /kith-server claim\n/));
      await server.stop();
      server = await startServer({ folder, env });
      const said = await printed(server, /kith-server claim\n/);
      assert.match(said, /if this box was already claimed/i);
      assert.match(said, /within an hour/);
      const second = linkIn(said);
      assert.notEqual(first, second);
      await assert.rejects(makeBox({ base: server.base, link: first }), /claim-refused/);
      desk = await makeBox({ base: server.base, link: second });
      assert.ok(
        !JSON.stringify(events(server.err())).includes(second.slice(1)),
        'the link is in no line of the log',
      );
    });

    it('keeps sessions and questions over a restart, and offers no link any more', async () => {
      const page = await visit({ base: server.base, boxId: desk.boxId, pins: [desk.pin] });
      letter = await page.write('How do I begin?', { secrets: await quickSecrets() });
      assert.equal((await page.send(letter)).status, 200);
      const { base } = await again();
      await fetch(`${base}/v1/ready`);
      assert.ok(!server.err().includes('#claim='));
      const auth = { authorization: `Bearer ${desk.token}` };
      const { status, body } = await clientOf(base)('GET', `${desk.path}/box`, undefined, auth);
      assert.equal(status, 200);
      assert.equal(body.counts.new, 1);
    });

    it('prints another link when it is asked to, also while it runs', async () => {
      const { status, err } = await runCommand(['claim'], {
        ...env,
        KITH_DATA: folder,
        KITH_URL: 'https://ask.example.org',
      });
      assert.equal(status, 0, err);
      assert.match(err, /https:\/\/ask\.example\.org\/desk#claim=/);
      const second = await makeBox({ base: server.base, link: linkIn(err) });
      assert.notEqual(second.id, desk.id);
    });

    it('makes a backup while it runs, which comes back without what was erased since', async () => {
      const page = await visit({ base: server.base, boxId: desk.boxId, pins: [desk.pin] });
      const kept = await page.write('Does it stay?', { secrets: await quickSecrets() });
      assert.equal((await page.send(kept)).status, 200);
      const file = path.join(temporaryFolder(), 'box.backup');
      const programs = postgres ? { PATH: `${postgres.programs}:${process.env.PATH}` } : {};
      const taken = await runCommand(['backup', file], { ...env, ...programs, KITH_DATA: folder });
      assert.equal(taken.status, 0, taken.err);
      assert.equal(statSync(file).mode & 0o777, 0o600);
      const [line] = events(taken.err).filter(({ event }) => event === 'backup');
      assert.deepEqual(Object.keys(line), ['event', 'bytes', 'day']);
      assert.equal((await page.erase(letter.secrets)).status, 200);
      const elsewhere = temporaryFolder();
      const there = {
        ...env,
        ...programs,
        ...(postgres ? { DATABASE_URL: await postgres.freshDatabase() } : {}),
        KITH_DATA: elsewhere,
      };
      const without = await runCommand(['restore', file, '--journal', path.join(folder, 'no-such')], there);
      assert.equal(without.status, 1);
      assert.match(without.err, /no journal/);
      const back = await runCommand(
        ['restore', file, '--journal', path.join(folder, 'erasures.journal')],
        there,
      );
      assert.equal(back.status, 0, back.err);
      const [restored] = events(back.err).filter(({ event }) => event === 'restored');
      assert.equal(restored.erased, 1);
      assert.equal(restored.questions, 2);
      const taken2 = await runCommand(['restore', file], there);
      assert.equal(taken2.status, 1);
      assert.match(taken2.err, /empty place/);
      const other = await startServer({ folder: elsewhere, env: there });
      try {
        const visitor = await visit({ base: other.base, boxId: desk.boxId, pins: [desk.pin] });
        assert.equal((await visitor.send(letter)).status, 410);
        assert.equal((await visitor.send(kept)).status, 200);
      } finally {
        await other.stop();
      }
    });

    it('deletes what has had its day when it is told to', async () => {
      const { status, err } = await runCommand(['retain'], { ...env, KITH_DATA: folder });
      assert.equal(status, 0, err);
      assert.equal(events(err).at(-1).event, 'retention');
    });

    it('finishes what has begun when it is told to stop, takes nothing new, and ends well', async () => {
      const page = await visit({ base: server.base, boxId: desk.boxId, pins: [desk.pin] });
      const last = await page.write('Am I too late?', { secrets: await quickSecrets() });
      const proof = await page.prove(last.hash);
      const text = JSON.stringify({ question: last.wire, proof });
      const { port } = server;
      const answered = new Promise((resolve, reject) => {
        const request = http.request(`${server.base}${page.path}/questions`, {
          method: 'POST',
          agent: new http.Agent({ keepAlive: true }),
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
        });
        request.on('error', reject);
        request.on('response', (response) => {
          response.resume();
          response.on('end', () => resolve(response.statusCode));
        });
        request.write(text.slice(0, 1000), async () => {
          // Another answer on another connection: the first bytes have been read by then.
          await fetch(`${server.base}/v1/health`);
          server.child.kill('SIGTERM');
          await printed(server, /"stopping"/);
          const refused = await new Promise((done) => {
            const socket = connect(port, '127.0.0.1', () => done(false)).on('error', () => done(true));
            socket.on('close', () => {});
          });
          assert.ok(refused, 'nothing new is taken');
          request.end(text.slice(1000));
        });
      });
      assert.equal(await answered, 200);
      const { status, signal } = await server.exited;
      assert.deepEqual({ status, signal }, { status: 0, signal: null });
      assert.deepEqual(events(server.err()).at(-1), { event: 'stopped' });
      server = await startServer({ folder, env });
      const later = await visit({ base: server.base, boxId: desk.boxId, pins: [desk.pin] });
      const { status: repeated } = await later.send(last);
      assert.equal(repeated, 200);
      const { body } = await clientOf(server.base)('GET', `${desk.path}/box`, undefined, {
        authorization: `Bearer ${desk.token}`,
      });
      assert.equal(body.counts.new, 2);
    });

    it('ends on an interrupt as on a request to end, with open connections that say nothing', async () => {
      const idle = connect(server.port, '127.0.0.1');
      await new Promise((resolve) => idle.once('connect', resolve));
      const gone = new Promise((resolve) => idle.once('close', resolve));
      server.child.kill('SIGINT');
      assert.deepEqual(await server.exited, { status: 0, signal: null });
      await gone;
      server = await startServer({ folder, env });
    });

    it('writes nothing of a visitor into its log, its output or a file beside the database', async () => {
      const marked = {
        'user-agent': 'canary-agent',
        referer: 'https://canary-referrer.example/',
        cookie: 'canary=1',
        'x-forwarded-for': '203.0.113.77',
        forwarded: 'for=203.0.113.77',
        origin: 'https://canary-origin.example',
      };
      const page = await visit({ base: server.base, boxId: desk.boxId, pins: [desk.pin], headers: marked });
      const one = await page.write('canary-question', { secrets: await quickSecrets() });
      assert.equal((await page.send(one)).status, 200);
      await page.lookUp(one.secrets);
      await page.ask('POST', `${page.path}/lookups`, { locator: 'canary-body' });
      await page.ask('GET', '/canary-path?canary=query');
      assert.equal((await page.erase(one.secrets)).status, 200);
      await again();
      const bytes = [server.out(), server.err()];
      for (const name of readdirSync(folder)) bytes.push(readFileSync(path.join(folder, name), 'latin1'));
      for (const word of [
        'canary',
        '203.0.113.77',
        '127.0.0.1',
        one.wire.locator,
        Buffer.from(one.question.locator).toString('hex'),
      ])
        for (const each of bytes) assert.ok(!each.includes(word), word);
    });
  });
}

describe('the process from nothing', () => {
  it('starts in an empty folder with no setting at all', async () => {
    const folder = temporaryFolder();
    // Whoever runs the tests may have that port in use: then it says so, which is another test's business.
    const child = spawn(process.execPath, [PROGRAM], {
      cwd: folder,
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    const ended = new Promise((resolve) => child.once('close', (status) => resolve(status)));
    await new Promise((resolve) => {
      child.stderr.setEncoding('utf8').on('data', (text) => {
        err += text;
        if (/kith-server claim|is taken/.test(err)) resolve();
      });
      ended.then(resolve);
    });
    if (!/is taken/.test(err)) {
      assert.match(err, /http:\/\/localhost:4180\/desk#claim=/);
      const { body } = await clientOf('http://localhost:4180')('GET', '/v1/ready');
      assert.deepEqual(body, { status: 'ok' });
    }
    child.kill('SIGTERM');
    await ended;
    assert.ok(existsSync(path.join(folder, 'kith-data/kith.sqlite')));
    assert.equal(statSync(path.join(folder, 'kith-data')).mode & 0o777, 0o700);
    assert.equal(statSync(path.join(folder, 'kith-data/kith.sqlite')).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(folder), ['kith-data'], 'and writes nowhere else');
  });

  it('says which port is taken and how to take another', async () => {
    const first = await startServer();
    const { status, err } = await runCommand([], {
      KITH_DATA: temporaryFolder(),
      HOST: '127.0.0.1',
      PORT: String(first.port),
    });
    await first.stop();
    assert.equal(status, 1);
    assert.match(err, new RegExp(`Port ${first.port} is taken.*PORT=${first.port + 1}`));
    assert.ok(!/\n\s+at /.test(err), 'no stack');
  });

  it('keeps the journal of erasures where it is told to', async () => {
    const elsewhere = path.join(temporaryFolder(), 'on another disk', 'erasures');
    const server = await startServer({ env: { KITH_JOURNAL: elsewhere } });
    await server.stop();
    assert.ok(existsSync(elsewhere));
    assert.ok(!existsSync(path.join(server.folder, 'erasures.journal')));
  });

  it('runs once over a file', async () => {
    const first = await startServer();
    const { status, err } = await runCommand([], {
      KITH_DATA: first.folder,
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
    });
    await first.stop();
    assert.equal(status, 1);
    assert.ok(err.trim().length > 20 && !/\n\s+at /.test(err), err);
  });

  it('says which file or folder is in the way, and the mend', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    const data = await runCommand([], { KITH_DATA: file });
    assert.equal(data.status, 1);
    assert.match(data.err, /a-file cannot be used \(EEXIST\)\. A file stands where a folder has to be\.\n$/);
    const server = await startServer();
    const nowhere = path.join(folder, 'not-made', 'monday.sqlite');
    const copy = await runCommand(['backup', nowhere], { KITH_DATA: server.folder });
    await server.stop();
    assert.equal(copy.status, 1);
    assert.match(
      copy.err,
      /monday\.sqlite\S* cannot be used \(ENOENT\)\. Its folder is not there: make it first\.\n$/,
    );
  });

  it('names every wrong setting with its mend, all at once, and never what it was', async () => {
    const wrong = {
      PORT: 'eighty',
      KITH_URL: 'ask.example.org/canary',
      KITH_ORIGINS: 'https://good.example https://canary.example/path',
      KITH_DESK_ORIGIN: '*',
      KITH_BACKUP_DAYS: '-1',
      KITH_BOX_LIMIT: '0',
      KITH_RATES: 'send=canary',
      KITH_PROOF_PREFIX: 'abc',
      KITH_ORIGIN: 'https://canary.example',
      DATABASE_URL: 'mysql://root:canary@localhost/x',
    };
    const { status, out, err } = await runCommand([], { ...wrong, KITH_DATA: temporaryFolder() });
    assert.equal(status, 1);
    assert.equal(out, '');
    for (const name of Object.keys(wrong)) assert.match(err, new RegExp(`^- ${name} .*\\.$`, 'm'));
    assert.ok(!err.includes('canary'));
    assert.ok(!/\n\s+at /.test(err));
  });

  it('says of a database that is not there what to do, without its password', async () => {
    const { status, err } = await runCommand([], {
      KITH_DATA: temporaryFolder(),
      DATABASE_URL: `postgres://kith:canary@127.0.0.1:${await freePort()}/kith`,
    });
    assert.equal(status, 1);
    assert.ok(!err.includes('canary'), err);
    assert.ok(!/\n\s+at /.test(err), err);
    assert.ok(err.trim().length > 20, err);
  });

  it('says of an address that is none what to do, without its password', async () => {
    for (const words of [[], ['backup', path.join(temporaryFolder(), 'x')]]) {
      const { status, err } = await runCommand(words, {
        KITH_DATA: temporaryFolder(),
        DATABASE_URL: 'postgres://kith:canary@[nowhere/kith',
      });
      assert.equal(status, 1);
      assert.match(err, /DATABASE_URL/);
      assert.ok(!err.includes('canary'), err);
    }
  });

  it('ends where the first link cannot be kept, rather than serve half', async () => {
    const folder = temporaryFolder();
    const first = await startServer({ folder });
    await first.stop();
    const file = new Database(path.join(folder, 'kith.sqlite'));
    file.exec("CREATE TRIGGER none BEFORE INSERT ON first_claim BEGIN SELECT RAISE(ABORT, 'none'); END");
    file.close();
    const { status, err } = await runCommand([], { KITH_DATA: folder, PORT: String(await freePort()) });
    assert.equal(status, 1, err);
    assert.match(err, /kith-server stopped/);
  });

  it('tells its version and its use, and refuses words that it does not know', async () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'server/package.json'), 'utf8'));
    const told = await runCommand(['--version']);
    assert.deepEqual(told, { status: 0, out: `${version}\n`, err: '' });
    const help = await runCommand(['--help']);
    assert.equal(help.status, 0);
    for (const word of ['claim', 'backup FILE', 'restore FILE', 'retain', 'KITH_ORIGINS', 'DATABASE_URL'])
      assert.ok(help.out.includes(word), word);
    const folder = temporaryFolder();
    for (const words of [
      ['begin'],
      ['serve', 'now'],
      ['claim', 'x'],
      ['backup'],
      ['restore'],
      ['restore', 'x', '--journal'],
      ['restore', 'x', 'y'],
      ['retain', 'x'],
      ['--port', '80'],
    ]) {
      const { status, out, err } = await runCommand(words, { KITH_DATA: folder });
      assert.equal(status, 1, words.join(' '));
      assert.equal(out, '');
      assert.match(err, /kith-server /);
      assert.ok(!/\n\s+at /.test(err));
    }
  });

  it('is a file that can be run', () => {
    assert.match(readFileSync(PROGRAM, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    assert.equal(statSync(PROGRAM).mode & 0o111, 0o111);
  });
});
