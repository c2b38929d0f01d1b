/** The SQLite file before anybody asks it anything: that it is private, ours alone, and has its tables. */
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { syncFolder } from './journal.js';
import { connectLibsql, isOfTheDisk } from './libsql-connection.js';
import { migrate } from './migrations.js';
import { StartRefused } from './start-refused.js';

/** The path in `file:…`. */
export const pathOf = (url: string): string =>
  path.resolve(url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length));

/** Only whoever runs the server reads these files. SQLite gives its log the same rights. */
export function makePrivate(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // Never opened when it is there: closing it would drop the locks that this process has on it.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  syncFolder(path.dirname(file));
}

/**
 * Holds the file for this process, until it is let go or the process ends, however it ends. The lock is another file, because the database
 * itself is to be read by backups meanwhile.
 */
export function holdAlone(file: string): { release(): void } {
  const lockFile = `${file}-lock`;
  makePrivate(lockFile);
  const lock = new Database(lockFile, { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isOfTheDisk(error)) throw error;
    throw new StartRefused(
      `Another kith-server uses ${file} already, and one file is for one process. Stop the other one, or use PostgreSQL (DATABASE_URL) for several.`,
    );
  }
  return { release: () => lock.close() };
}

/** Brings the tables up to date: two that start at once wait for each other. */
export async function migrateFile(file: string): Promise<number> {
  const connection = connectLibsql(file);
  try {
    connection.exec('BEGIN IMMEDIATE');
    const did = await migrate(connection.db, 'sqlite');
    connection.exec('COMMIT');
    return did;
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  } finally {
    connection.close();
  }
}
