/**
 * Kysely over a single connection that somebody else opens, locks and commits. Here alone the two databases' values become the same plain
 * ones: bytes as `Uint8Array`s of their own, numbers as numbers.
 */
import type { DatabaseConnection, Driver } from 'kysely';
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Tables } from './tables.js';

export type DatabaseKind = 'sqlite' | 'postgres';

export interface Ran {
  readonly rows: readonly unknown[];
  readonly affected: number;
}

export type Run = (sql: string, parameters: readonly unknown[]) => Promise<Ran>;

function plain(row: unknown): unknown {
  const columns = row as Record<string, unknown>;
  for (const name in columns) {
    const value = columns[name];
    if (value instanceof ArrayBuffer) columns[name] = new Uint8Array(value);
    // A Buffer may be a view of a larger one that is used again.
    else if (value instanceof Uint8Array) columns[name] = new Uint8Array(value);
    else if (typeof value === 'bigint') columns[name] = Number(value);
  }
  return columns;
}

export function kyselyOver(kind: DatabaseKind, run: Run): Kysely<Tables> {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) {
      const { rows, affected } = await run(sql, parameters);
      return { rows: rows.map(plain) as R[], numAffectedRows: BigInt(affected) };
    },
    streamQuery() {
      throw new Error('Rows are read at once here.');
    },
  };
  const notHere = async () => {
    throw new Error('Transactions are begun by whoever holds the connection.');
  };
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: notHere,
    commitTransaction: notHere,
    rollbackTransaction: notHere,
    releaseConnection: async () => {},
    destroy: async () => {},
  };
  const sqlite = kind === 'sqlite';
  return new Kysely<Tables>({
    dialect: {
      createDriver: () => driver,
      createAdapter: () => (sqlite ? new SqliteAdapter() : new PostgresAdapter()),
      createQueryCompiler: () => (sqlite ? new SqliteQueryCompiler() : new PostgresQueryCompiler()),
      createIntrospector: (db) => (sqlite ? new SqliteIntrospector(db) : new PostgresIntrospector(db)),
    },
  });
}
