/** Operations on PostgreSQL: each in a transaction of its own, asked again by itself when two of them got into each other's way. */

import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { PoolClient } from 'pg';
import pg from 'pg';
import type { Bytes } from '../../../src/domain/sealing/server.js';
import { StoreBusy } from '../store-busy.js';
import { BoxRoom } from './box-room.js';
import { openJournal } from './journal.js';
import { migrate } from './migrations.js';
import { kyselyOver } from './one-connection.js';
import type { Engine } from './operations.js';
import { aloneName, LOOKS, readNamed, writeNamed } from './operations.js';
import { StartRefused } from './start-refused.js';
import type { StoreOptions } from './store-options.js';
import type { Tables } from './tables.js';
import type { Erasure } from './turn.js';

const MOST_CONNECTIONS = 16;
const MOST_ATTEMPTS = 8;

/** Names the lock under which tables are made; any number that nobody else uses. */
const MIGRATION_LOCK = '5505022023414';

const CLOCK = 'SELECT floor(extract(epoch FROM clock_timestamp()))::bigint AS now';

/** Settings of a session, whatever the server's own are. */
const SETTINGS = [
  "SET statement_timeout = '10s'",
  "SET lock_timeout = '5s'",
  "SET idle_in_transaction_session_timeout = '30s'",
  "SET client_min_messages = 'warning'",
  "SET bytea_output = 'hex'",
].join('; ');

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Serialisation failure, deadlock, and a key that somebody else wrote first: the whole turn again sees what they did. */
const mayTryAgain = (error: unknown) => /^(40001|40P01|23505)$/.test(codeOf(error));

/** A fault of a query, as against a connection, a lock, a disk or a server that is not there. */
const isFault = (error: unknown) =>
  error instanceof TypeError || error instanceof RangeError || /^(0A|22|23|3F|42)/.test(codeOf(error));

export const asBusy = (error: unknown): unknown =>
  error instanceof StoreBusy || isFault(error)
    ? error
    : new StoreBusy(codeOf(error) || (error instanceof Error ? error.name : 'unknown'));

/** A connection that was told its settings, with Kysely over it. */
interface Prepared {
  readonly db: Kysely<Tables>;
}

export class PostgresPool {
  private readonly pool: pg.Pool;
  private readonly prepared = new WeakMap<PoolClient, Prepared>();

  constructor(url: string, log: StoreOptions['log'], most = MOST_CONNECTIONS) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: most,
      connectionTimeoutMillis: 5000,
      idleTimeoutMillis: 30_000,
      application_name: 'kith-server',
      types: {
        // Days, seconds and counts are far from where a number of JavaScript ends.
        getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
          oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) as never,
      },
    });
    // One that is lost while in use: the query that waits is told, and so is the one that asks next.
    this.pool.on('connect', (client) => client.on('error', () => {}));
    // A connection that breaks while nobody uses it: the next one is opened anew.
    this.pool.on('error', (error) => log('database-connection-lost', { kind: codeOf(error) || error.name }));
  }

  /** Runs something with a connection of its own; one that may be in an unknown state is thrown away. */
  async use<T>(run: (client: PoolClient, db: Kysely<Tables>) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken = true;
    try {
      const { db } = await this.prepare(client);
      const value = await run(client, db);
      broken = false;
      return value;
    } catch (error) {
      // What PostgreSQL itself refused leaves the connection whole once it is rolled back.
      if (error instanceof pg.DatabaseError || error instanceof StartRefused) {
        broken = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        );
      }
      throw error;
    } finally {
      client.release(broken);
    }
  }

  end(): Promise<void> {
    return this.pool.end();
  }

  private async prepare(client: PoolClient): Promise<Prepared> {
    const known = this.prepared.get(client);
    if (known) return known;
    await client.query(SETTINGS);
    const { rows } = await client.query(
      "SELECT current_setting('synchronous_commit') AS commit, current_setting('fsync') AS fsync",
    );
    const { commit, fsync } = rows[0] as { commit: string; fsync: string };
    if (commit === 'off' || fsync === 'off') {
      const name = fsync === 'off' ? 'fsync' : 'synchronous_commit';
      throw new StartRefused(
        `PostgreSQL has ${name}=off here: what it acknowledges can be lost. Set ${name}=on for the server, the database and the user of DATABASE_URL.`,
      );
    }
    const prepared = {
      db: kyselyOver('postgres', async (sql, parameters) => {
        const result = await client.query(sql, [...parameters]);
        return { rows: result.rows, affected: result.rowCount ?? 0 };
      }),
    };
    this.prepared.set(client, prepared);
    return prepared;
  }
}

/**
 * Begins, waits for its turn where there is one, and asks the clock, all in one message. Two names with one number do no harm.
 */
async function begin(client: PoolClient, mode: string, alone?: Bytes): Promise<number> {
  const number = alone && createHash('sha256').update(alone).digest().readBigInt64BE(0);
  const lock = number === undefined ? '' : `SELECT pg_advisory_xact_lock(${number});`;
  // Several statements have several results, which the types do not know.
  const results: unknown = await client.query(`BEGIN ${mode}; ${lock} ${CLOCK}`);
  const clock = (results as readonly { readonly rows: readonly { readonly now: number }[] }[]).at(-1);
  return Number(clock?.rows[0]?.now);
}

export async function openPostgres(options: StoreOptions): Promise<Engine> {
  const { clock, log } = options;
  const room = new BoxRoom(options.boxLimit);
  const pool = new PostgresPool(options.url, log);
  const journal = openJournal(options.journal);

  const write = async (name: Parameters<Engine['write']>[0], args: readonly unknown[]) =>
    pool.use(async (client, db) => {
      // Each statement sees what was committed before it, so that those after the lock see everything of whoever held it before.
      const now = await begin(client, 'ISOLATION LEVEL READ COMMITTED', aloneName(name, args));
      const erasures: Erasure[] = [];
      const value = await writeNamed(name)(
        {
          db,
          now: clock?.() ?? now,
          room,
          erasures,
          // PostgreSQL keeps deleted text in its log, and no promise is made of it.
          scrub: () => {},
        },
        ...args,
      );
      if (erasures.length > 0) journal.append(erasures);
      const { command } = await client.query('COMMIT');
      // A transaction that failed before is rolled back by its COMMIT, without an error.
      if (command !== 'COMMIT') throw new StoreBusy('rolled-back');
      return value;
    });

  const again = async (name: Parameters<Engine['write']>[0], args: readonly unknown[]) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await write(name, args);
      } catch (error) {
        if (!mayTryAgain(error)) throw asBusy(error);
        if (attempt >= MOST_ATTEMPTS) throw new StoreBusy(codeOf(error));
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * attempt));
      }
    }
  };

  const read = (name: Parameters<Engine['read']>[0], args: readonly unknown[]) =>
    pool.use(async (client, db) => {
      const look = readNamed(name);
      if (name in LOOKS && name !== 'session') return look({ db, now: 0 }, ...args);
      const now = await begin(client, 'ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const value = await look({ db, now: clock?.() ?? now }, ...args);
      await client.query('COMMIT');
      return value;
    });

  try {
    const migrations = await pool.use(async (client, db) => {
      await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
      const { rows } = await client.query("SELECT to_regclass('kith_restoring') IS NOT NULL AS restoring");
      if ((rows[0] as { restoring: boolean }).restoring)
        throw new StartRefused(
          'A restore into this database did not come to its end. Empty the database and restore again.',
        );
      const did = await migrate(db, 'postgres');
      await client.query('COMMIT');
      return did;
    });
    log('database-open', { kind: 'postgres', migrations });
  } catch (error) {
    journal.close();
    await pool.end();
    if (error instanceof StartRefused || isFault(error)) throw error;
    throw new StartRefused(
      `PostgreSQL cannot be used (${codeOf(error) || (error instanceof Error ? error.message : 'unknown')}). Look at DATABASE_URL and whether the server runs.`,
    );
  }

  return {
    now: async () =>
      clock?.() ??
      (await pool
        .use(async (client) => (await client.query(CLOCK)).rows[0] as { now: number })
        .then(
          ({ now }) => now,
          (error) => {
            throw asBusy(error);
          },
        )),
    write: (name, ...args) => again(name, args) as never,
    read: ((name: Parameters<Engine['read']>[0], ...args: readonly unknown[]) =>
      read(name, args).catch((error) => {
        throw asBusy(error);
      })) as Engine['read'],
    async close() {
      await pool.end();
      journal.close();
    },
  };
}
