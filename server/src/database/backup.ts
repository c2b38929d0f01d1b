/**
 * A copy of the database while it is in use, and the way back. A backup appears under its name only when it is whole, readable by its owner
 * alone; a restored database appears only after the erasures of the journals were done again.
 */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { syncFolder } from './journal.js';
import { connectLibsql } from './libsql-connection.js';
import { migrate } from './migrations.js';
import { noteBackup } from './operations/retention.js';
import { PostgresPool } from './postgres-engine.js';
import type { Erasures, Replayed } from './replay.js';
import { readJournals, replay } from './replay.js';
import { makePrivate, pathOf } from './sqlite-file.js';
import { StartRefused } from './start-refused.js';
import { dayOf } from './turn.js';

export interface BackupOptions {
  /** As for `openStore`. */
  readonly url: string;
  readonly file: string;
  /** Folder of `pg_dump` and `pg_restore`, where they are not in the path. */
  readonly programs?: string;
}

export interface RestoreOptions extends BackupOptions {
  /** Every journal of every node that wrote since the backup. */
  readonly journals: readonly string[];
}

const isFile = (url: string) => url.startsWith('file:');

function syncFile(file: string): void {
  const handle = openSync(file, constants.O_RDWR);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Runs one of PostgreSQL's programs. The password goes by the environment: arguments can be read by everybody on the machine. */
async function program(
  name: string,
  args: readonly string[],
  { url, programs }: Pick<BackupOptions, 'url' | 'programs'>,
): Promise<void> {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  const child = spawn(programs ? path.join(programs, name) : name, [...args, `--dbname=${address.href}`], {
    env: { ...process.env, ...(password ? { PGPASSWORD: password } : {}) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said = (said + bytes.toString()).slice(-2000);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', () =>
      reject(new StartRefused(`The program ${name} is missing: it comes with PostgreSQL's client package.`)),
    );
    child.once('close', resolve);
  });
  if (code !== 0) throw new StartRefused(`${name} failed: ${said.trim().split('\n').at(-1) ?? ''}`);
}

/** @param name What whoever reads the refusal knows it by. */
function checkWhole(file: string, pragma: 'quick_check' | 'integrity_check', name = file): void {
  let said: unknown;
  try {
    const native = new Database(file);
    try {
      said = Object.values(native.prepare(`PRAGMA ${pragma}`).all([])[0] as object)[0];
      native.prepare('SELECT value FROM ledger').all([]);
    } finally {
      native.close();
    }
  } catch {
    throw new StartRefused(`${name} is no backup of kith-server.`);
  }
  if (said !== 'ok') throw new StartRefused(`${name} is damaged (${String(said)}). Take another backup.`);
}

async function backupSqlite(url: string, part: string): Promise<() => Promise<number>> {
  const source = pathOf(url);
  if (!existsSync(source)) throw new StartRefused(`There is no database at ${source}.`);
  const copy = connectLibsql(source);
  try {
    copy.exec(`VACUUM INTO '${part.replaceAll("'", "''")}'`);
  } finally {
    copy.close();
  }
  checkWhole(part, 'quick_check');
  return async () => {
    const connection = connectLibsql(source);
    try {
      connection.exec('BEGIN IMMEDIATE');
      const now = Number(connection.value('SELECT unixepoch()'));
      await noteBackup({ db: connection.db, now });
      connection.exec('COMMIT');
      return dayOf(now);
    } finally {
      connection.close();
    }
  };
}

async function backupPostgres(options: BackupOptions, part: string): Promise<() => Promise<number>> {
  // Who is signed in, who is invited, and the link of the first run, are nothing to keep.
  const without = ['session_hash', 'first_claim', 'invitation'].map(
    (table) => `--exclude-table-data=${table}`,
  );
  const args = ['--format=custom', '--no-owner', '--no-privileges', ...without, `--file=${part}`];
  await program('pg_dump', args, options);
  return async () => {
    const pool = new PostgresPool(options.url, () => {}, 1);
    try {
      return await pool.use(async (client, db) => {
        const { rows } = await client.query(
          'SELECT floor(extract(epoch FROM clock_timestamp()))::bigint AS now',
        );
        const { now } = rows[0] as { now: number };
        await noteBackup({ db, now });
        return dayOf(now);
      });
    } finally {
      await pool.end();
    }
  };
}

/** Makes one while the server runs; one of the same name is replaced. The day is what the desk is shown. */
export async function backup(
  options: BackupOptions,
): Promise<{ readonly bytes: number; readonly day: number }> {
  const file = path.resolve(options.file);
  const part = `${file}.part`;
  rmSync(part, { force: true });
  // Made first, so that nobody else can read it while it grows.
  closeSync(openSync(part, 'wx', 0o600));
  try {
    const { url } = options;
    const note = isFile(url) ? await backupSqlite(url, part) : await backupPostgres(options, part);
    syncFile(part);
    const bytes = statSync(part).size;
    renameSync(part, file);
    syncFolder(path.dirname(file));
    return { bytes, day: await note() };
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

async function restoreSqlite(url: string, file: string, erasures: Erasures): Promise<Replayed> {
  const target = pathOf(url);
  const taken = [target, `${target}-wal`].find((one) => existsSync(one) && statSync(one).size > 0);
  if (taken)
    throw new StartRefused(
      `There is a database at ${taken} already. A backup goes into an empty place: move it away first.`,
    );
  const part = `${target}.restoring`;
  const remove = () => {
    for (const end of ['', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true });
  };
  remove();
  makePrivate(part);
  try {
    copyFileSync(file, part);
    chmodSync(part, 0o600);
    checkWhole(part, 'integrity_check', file);
    const connection = connectLibsql(part);
    let replayed: Replayed;
    try {
      connection.exec('BEGIN IMMEDIATE');
      await migrate(connection.db, 'sqlite');
      replayed = await replay(connection.db, erasures);
      connection.exec('COMMIT');
      connection.truncateLog();
    } finally {
      connection.close();
    }
    syncFile(part);
    rmSync(`${part}-wal`, { force: true });
    rmSync(`${part}-shm`, { force: true });
    renameSync(part, target);
    syncFolder(path.dirname(target));
    return replayed;
  } catch (error) {
    remove();
    throw error;
  }
}

async function restorePostgres(options: BackupOptions, erasures: Erasures): Promise<Replayed> {
  const pool = new PostgresPool(options.url, () => {}, 1);
  try {
    const taken = await pool.use(async (client) => {
      const { rows } = await client.query(
        "SELECT count(*)::int AS count FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
      );
      return (rows[0] as { count: number }).count > 0;
    });
    if (taken)
      throw new StartRefused(
        'This PostgreSQL database has tables already. A backup goes into an empty place: make a new database for it.',
      );
    // While it stands no server starts here: what was erased since the backup would be there again.
    await pool.use((client) => client.query('CREATE TABLE kith_restoring ()'));
    try {
      const args = ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges'];
      await program('pg_restore', [...args, options.file], options);
    } catch (error) {
      await pool.use((client) => client.query('DROP TABLE kith_restoring'));
      throw error;
    }
    return await pool.use(async (client, db) => {
      await client.query('BEGIN');
      await migrate(db, 'postgres');
      const replayed = await replay(db, erasures);
      await client.query('DROP TABLE kith_restoring');
      await client.query('COMMIT');
      return replayed;
    });
  } finally {
    await pool.end();
  }
}

/** Into an empty place alone. */
export async function restore(options: RestoreOptions): Promise<Replayed> {
  const { url, journals } = options;
  const file = path.resolve(options.file);
  if (!existsSync(file)) throw new StartRefused(`There is no backup at ${file}.`);
  const erasures = await readJournals(journals);
  return isFile(url) ? restoreSqlite(url, file, erasures) : restorePostgres({ ...options, file }, erasures);
}
