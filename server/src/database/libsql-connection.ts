/**
 * One connection to an SQLite file. Pragmas belong to a connection, not to the file, and one that is not taken is silently another promise:
 * each is set and read back, or the file is not used.
 */

import type { Kysely } from 'kysely';
import Database from 'libsql';
import { kyselyOver } from './one-connection.js';
import { StartRefused } from './start-refused.js';
import type { Tables } from './tables.js';

const BUSY_MILLISECONDS = 5000;

/** Statements are prepared once; lists of different lengths make more of them than one would think. */
const MOST_STATEMENTS = 300;

const PRAGMAS = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['secure_delete', 'ON', 1],
  ['busy_timeout', String(BUSY_MILLISECONDS), BUSY_MILLISECONDS],
] as const;

export interface LibsqlConnection {
  readonly db: Kysely<Tables>;
  /** Runs SQL that gives nothing back. */
  exec(sql: string): void;
  /** The first column of the first row. */
  value(sql: string): unknown;
  /** False after an error that ended the transaction by itself. */
  readonly inTransaction: boolean;
  /** Copies the log into the file and empties it; false while a reader holds on to it. */
  truncateLog(): boolean;
  close(): void;
}

const firstValue = (row: unknown): unknown => Object.values(row as Record<string, unknown>)[0];

/** What the driver takes. It ends the whole process at a boolean, so nothing else may come as far. */
function bindable(value: unknown): unknown {
  const plain =
    value === null || typeof value === 'number' || typeof value === 'string' || value instanceof Uint8Array;
  if (!plain) throw new TypeError(`A ${typeof value} is no value of a column.`);
  return value;
}

export function connectLibsql(file: string, { readOnly = false } = {}): LibsqlConnection {
  const native = new Database(file, { timeout: BUSY_MILLISECONDS });
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    if (statements.size >= MOST_STATEMENTS) statements.clear();
    const statement = native.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const value = (sql: string) => firstValue(native.prepare(sql).all([])[0]);
  try {
    for (const [name, wanted, read] of PRAGMAS) {
      native.prepare(`PRAGMA ${name}=${wanted}`).all([]);
      const is = value(`PRAGMA ${name}`);
      if (is !== read)
        throw new StartRefused(
          `SQLite keeps ${name}=${String(is)} for ${file}, and ${wanted} is needed. Put the file on a local disk that this user may write to.`,
        );
    }
    if (readOnly) native.exec('PRAGMA query_only=ON');
  } catch (error) {
    native.close();
    throw error;
  }
  return {
    db: kyselyOver('sqlite', async (sql, parameters) => {
      const statement = prepared(sql);
      const values = parameters.map(bindable);
      if (!statement.reader) return { rows: [], affected: statement.run(values).changes };
      const rows = statement.all(values);
      return { rows, affected: rows.length };
    }),
    exec: (sql) => {
      native.exec(sql);
    },
    value,
    get inTransaction() {
      return native.inTransaction;
    },
    truncateLog() {
      // Nobody who writes waits for somebody who reads.
      native.prepare('PRAGMA busy_timeout=0').all([]);
      try {
        return value('PRAGMA wal_checkpoint(TRUNCATE)') === 0;
      } finally {
        native.prepare(`PRAGMA busy_timeout=${BUSY_MILLISECONDS}`).all([]);
      }
    },
    close: () => {
      statements.clear();
      native.close();
    },
  };
}

/** Errors after which the same thing may be asked again: the disk, the lock, the memory. Others are faults of a query. */
export function isOfTheDisk(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(BUSY|LOCKED|FULL|IOERR|NOMEM|READONLY|CANTOPEN|PROTOCOL|CORRUPT|NOTADB)/.test(code);
}
