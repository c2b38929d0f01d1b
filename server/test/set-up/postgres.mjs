/**
 * A PostgreSQL of the tests' own: a cluster in a temporary folder, on a free loopback port and its own socket, with fsync on as in real life.
 * It refuses to run as root, so root starts it as another user. It goes when the tests end, however they end.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { ensurePostgresPrograms, isRoot } from './programs.mjs';

/** By this variable one run shares one cluster among all its test files. */
export const SHARED = 'KITH_TEST_POSTGRES';

const SETPRIV = '/usr/bin/setpriv';

/** Whom root runs it as: Debian's own user for it, else nobody. */
function otherUser() {
  if (!isRoot()) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody.');
}

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .on('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
      });
  });

/** Resolves once the file has the text, after `from`; rejects when the program ended before. */
function lineIn(file, text, from, child) {
  return new Promise((resolve, reject) => {
    const written = () => readFileSync(file, 'utf8').slice(from);
    const watcher = watch(file, look);
    const end = (settle, value) => {
      watcher.close();
      child.off('exit', gone);
      settle(value);
    };
    const gone = () => end(reject, new Error(`PostgreSQL ended:\n${written()}`));
    function look() {
      if (written().includes(text)) end(resolve);
    }
    child.on('exit', gone);
    look();
  });
}

/** Every process whose parent is this one: PostgreSQL's have a process group each. */
function childrenOf(parent) {
  const parentOf = (pid) => {
    try {
      return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
    } catch {
      return 0;
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number);
}

/** What anybody may ask of the cluster that `url` names. */
function asker(url) {
  const query = async (text) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await client.query(text);
    } finally {
      await client.end();
    }
  };
  return {
    url,
    async freshDatabase() {
      const name = `kith_${randomBytes(6).toString('hex')}`;
      // From template0, to which nobody is connected: several test files may do this at once.
      await query(`CREATE DATABASE ${name} TEMPLATE template0`);
      const fresh = new URL(url);
      fresh.pathname = `/${name}`;
      return fresh.href;
    },
    async checkpoint() {
      await query('CHECKPOINT');
    },
  };
}

/**
 * The cluster of this run when there is one, else a new one.
 *
 * @param {{ own?: boolean, settings?: Record<string, string | number> }} [options] `own`: a new one in any case, as for somebody who will kill it.
 * @returns {Promise<{
 *   url: string,
 *   freshDatabase(): Promise<string>,
 *   checkpoint(): Promise<void>,
 *   stop(): Promise<void>,
 *   folder: string,
 *   programs: string,
 *   log(): string,
 *   kill(): Promise<void>,
 *   start(): Promise<void>,
 * }>} `folder` holds its data, `programs` the folder of `pg_dump` and the others, `kill` ends all its processes with SIGKILL, `start` starts it again.
 */
export async function startPostgres({ own = false, settings = {} } = {}) {
  const shared = process.env[SHARED];
  if (shared && !own) {
    const { url, folder, logFile, programs } = JSON.parse(shared);
    const notOurs = async () => {
      throw new Error('This PostgreSQL is shared: ask for one with { own: true }.');
    };
    return {
      ...asker(url),
      folder,
      programs,
      stop: async () => {},
      log: () => readFileSync(logFile, 'utf8'),
      kill: notOurs,
      start: notOurs,
    };
  }

  const programs = ensurePostgresPrograms();
  const user = otherUser();
  const home = mkdtempSync(path.join(os.tmpdir(), 'kith-pg-'));
  const folder = path.join(home, 'data');
  const logFile = path.join(home, 'log');
  const passwordFile = path.join(home, 'password');
  const password = randomBytes(12).toString('hex');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  writeFileSync(logFile, '');
  if (user.uid !== undefined) for (const each of [home, passwordFile]) chownSync(each, user.uid, user.gid);
  const options = { ...user, cwd: home, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } };
  const program = (name) => path.join(programs, name);

  const made = spawnSync(
    program('initdb'),
    [
      '-D',
      folder,
      '-U',
      'kith',
      '-E',
      'UTF8',
      '--locale=C',
      '-A',
      'scram-sha-256',
      '--pwfile',
      passwordFile,
      '-N',
    ],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.error ?? made.stderr}`);

  let child;
  let port;

  async function launch() {
    const log = openSync(logFile, 'a');
    const before = readFileSync(logFile, 'utf8').length;
    const set = {
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      max_connections: 200,
      ...settings,
    };
    const flags = Object.entries(set).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const command = [
      program('postgres'),
      '-D',
      folder,
      '-k',
      home,
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      ...flags,
    ];
    // Where Linux can do it, it ends even when the tests are killed outright.
    const [first, ...rest] = existsSync(SETPRIV) ? [SETPRIV, '--pdeathsig', 'QUIT', ...command] : command;
    child = spawn(first, rest, { ...options, stdio: ['ignore', log, log] });
    closeSync(log);
    await lineIn(logFile, 'ready to accept connections', before, child);
    // A test that forgets to stop it ends all the same.
    child.unref();
  }

  const running = () => child && child.exitCode === null && child.signalCode === null;
  const ended = () =>
    new Promise((resolve) => {
      if (!running()) return resolve();
      child.ref();
      child.once('exit', resolve);
    });
  const remove = () => rmSync(home, { recursive: true, force: true });

  const leave = () => {
    if (running())
      spawnSync(program('pg_ctl'), ['-D', folder, '-m', 'immediate', '-w', 'stop'], {
        ...options,
        stdio: 'ignore',
      });
    remove();
  };
  const interrupted = () => process.exit(130);
  process.once('exit', leave);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, interrupted);

  try {
    for (let attempt = 1; ; attempt += 1) {
      // Somebody else may take the port between asking and listening.
      port = await freePort();
      try {
        await launch();
        break;
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
  } catch (error) {
    leave();
    throw error;
  }

  const url = `postgres://kith:${password}@127.0.0.1:${port}/postgres`;
  return {
    ...asker(url),
    folder,
    programs,
    log: () => readFileSync(logFile, 'utf8'),
    shared: JSON.stringify({ url, folder, logFile, programs }),
    async stop() {
      const done = ended();
      // Fast: sessions are ended, what was written is kept in order.
      if (running()) child.kill('SIGINT');
      await done;
      process.off('exit', leave);
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, interrupted);
      remove();
    },
    async kill() {
      if (!running()) return;
      const done = ended();
      // Stopped first, so that it starts nobody anew between the list and the kills.
      child.kill('SIGSTOP');
      for (const pid of childrenOf(child.pid)) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // Went by itself.
        }
      }
      child.kill('SIGKILL');
      await done;
    },
    start: launch,
  };
}
