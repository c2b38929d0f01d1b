/**
 * How the tables came to be what they are: one list for both databases, run at every start under a lock. It only ever adds, so that a server
 * of the version before still runs beside a newer one.
 */
import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DatabaseKind } from './one-connection.js';
import type { Tables } from './tables.js';

interface Migration {
  readonly name: string;
  up(db: Kysely<Tables>, kind: DatabaseKind): Promise<void>;
}

const bytesOf = (kind: DatabaseKind) => (kind === 'sqlite' ? sql`blob` : sql`bytea`);

/** SQLite numbers rows as they come, unless told not to: the numbers would say which question came before which. */
const unnumbered =
  (kind: DatabaseKind) =>
  <Table extends string, Column extends string>(
    table: CreateTableBuilder<Table, Column>,
  ): CreateTableBuilder<Table, Column> =>
    kind === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table;

const first: Migration = {
  name: 'the first tables',
  async up(db, kind) {
    const bytes = bytesOf(kind);
    const { schema } = db;
    await schema
      .createTable('box')
      .addColumn('box_id', bytes, (column) => column.primaryKey().notNull())
      .execute();
    await schema
      .createTable('manifest')
      .addColumn('box_id', bytes, (column) => column.notNull())
      .addColumn('epoch', 'bigint', (column) => column.notNull())
      .addColumn('suite', 'integer', (column) => column.notNull())
      .addColumn('key_id', bytes, (column) => column.notNull())
      .addColumn('not_after', 'integer', (column) => column.notNull())
      .addColumn('retention_days', 'integer', (column) => column.notNull())
      .addColumn('replaced_at', 'bigint')
      .addColumn('payload', bytes, (column) => column.notNull())
      .addColumn('id_pk', bytes, (column) => column.notNull())
      .addColumn('sig', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('manifest_key', ['box_id', 'epoch'])
      .execute();
    await schema
      .createTable('roster')
      .addColumn('box_id', bytes, (column) => column.notNull())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('payload', bytes, (column) => column.notNull())
      .addColumn('id_pk', bytes, (column) => column.notNull())
      .addColumn('sig', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('roster_key', ['box_id', 'version'])
      .execute();
    await schema
      .createTable('catalogue')
      .addColumn('box_id', bytes, (column) => column.primaryKey().notNull())
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addColumn('payload', bytes, (column) => column.notNull())
      .addColumn('id_pk', bytes, (column) => column.notNull())
      .addColumn('sig', bytes, (column) => column.notNull())
      .execute();
    await schema
      .createTable('epoch_key')
      .addColumn('box_id', bytes, (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('key_id', bytes, (column) => column.notNull())
      .addColumn('recipient', bytes, (column) => column.notNull())
      .addColumn('enc', bytes, (column) => column.notNull())
      .addColumn('ct', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('epoch_key_key', ['box_id', 'kind', 'key_id', 'recipient'])
      .execute();
    await schema
      .createTable('question')
      .addColumn('box_id', bytes, (column) => column.notNull())
      .addColumn('locator', bytes, (column) => column.notNull())
      .addColumn('epoch', 'bigint', (column) => column.notNull())
      .addColumn('suite', 'integer', (column) => column.notNull())
      .addColumn('key_id', bytes, (column) => column.notNull())
      .addColumn('day', 'integer', (column) => column.notNull())
      .addColumn('state', 'integer', (column) => column.notNull())
      .addColumn('expires_day', 'integer', (column) => column.notNull())
      .addColumn('claim_by', 'text')
      .addColumn('claim_until', 'bigint')
      .addColumn('erase_hash', bytes, (column) => column.notNull())
      .addColumn('body_hash', bytes, (column) => column.notNull())
      .addColumn('enc', bytes, (column) => column.notNull())
      .addColumn('ct', bytes, (column) => column.notNull())
      .addColumn('draft', bytes)
      .addPrimaryKeyConstraint('question_key', ['box_id', 'locator'])
      .$call(unnumbered(kind))
      .execute();
    await schema
      .createIndex('question_in_order')
      .on('question')
      .columns(['box_id', 'state', 'day', 'locator'])
      .execute();
    await schema.createIndex('question_to_expire').on('question').column('expires_day').execute();
    await schema
      .createTable('answer')
      .addColumn('box_id', bytes, (column) => column.notNull())
      .addColumn('locator', bytes, (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('iv', bytes, (column) => column.notNull())
      .addColumn('ct', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('answer_key', ['box_id', 'locator', 'seq'])
      .$call(unnumbered(kind))
      .execute();
    await schema
      .createTable('tombstone')
      .addColumn('locator_hash', bytes, (column) => column.primaryKey().notNull())
      .addColumn('until_day', 'integer', (column) => column.notNull())
      .$call(unnumbered(kind))
      .execute();
    await schema.createIndex('tombstone_to_end').on('tombstone').column('until_day').execute();
    await schema
      .createTable('facilitator')
      .addColumn('box_id', bytes, (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('salt', bytes, (column) => column.notNull())
      .addColumn('iterations', 'integer', (column) => column.notNull())
      .addColumn('auth_hash', bytes, (column) => column.notNull())
      .addColumn('wrapped_iv', bytes, (column) => column.notNull())
      .addColumn('wrapped_ct', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('facilitator_key', ['box_id', 'id'])
      .addUniqueConstraint('facilitator_name', ['box_id', 'name'])
      .execute();
    await schema
      .createTable('session_hash')
      .addColumn('token_hash', bytes, (column) => column.primaryKey().notNull())
      .addColumn('box_id', bytes, (column) => column.notNull())
      .addColumn('member_id', 'text', (column) => column.notNull())
      .addColumn('started', 'bigint', (column) => column.notNull())
      .addColumn('seen', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('first_claim')
      .addColumn('claim_hash', bytes, (column) => column.primaryKey().notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('audit')
      .addColumn('box_id', bytes, (column) => column.notNull())
      .addColumn('day', 'integer', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('times', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('audit_key', ['box_id', 'day', 'actor', 'action', 'kind'])
      .$call(unnumbered(kind))
      .execute();
    await schema
      .createTable('secret')
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .addColumn('value', bytes, (column) => column.notNull())
      .execute();
    await schema
      .createTable('ledger')
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .addColumn('value', 'bigint', (column) => column.notNull())
      .execute();
    await db.insertInto('ledger').values({ name: 'commits', value: 0 }).execute();
  },
};

const desk: Migration = {
  name: 'sheets, invitations and the notes of a desk',
  async up({ schema }, kind) {
    const bytes = bytesOf(kind);
    await schema
      .createTable('sheet')
      .addColumn('box_id', bytes, (column) => column.primaryKey().notNull())
      .addColumn('auth_hash', bytes, (column) => column.notNull())
      .addColumn('test', 'text', (column) => column.notNull())
      .addColumn('answer_hash', bytes, (column) => column.notNull())
      .addColumn('proven_day', 'integer')
      .execute();
    await schema
      .createTable('invitation')
      .addColumn('box_id', bytes, (column) => column.notNull())
      .addColumn('claim_hash', bytes, (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('made_by', 'text', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .addColumn('enrolment', 'text')
      .addPrimaryKeyConstraint('invitation_key', ['box_id', 'claim_hash'])
      .$call(unnumbered(kind))
      .execute();
    // Without numbers, or they would say in which order drafts were made, and so of which question each is.
    await schema
      .createTable('publication')
      .addColumn('box_id', bytes, (column) => column.notNull())
      .addColumn('id', bytes, (column) => column.notNull())
      .addColumn('key_id', bytes, (column) => column.notNull())
      .addColumn('enc', bytes, (column) => column.notNull())
      .addColumn('ct', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('publication_key', ['box_id', 'id'])
      .$call(unnumbered(kind))
      .execute();
    await schema
      .createTable('team_note')
      .addColumn('box_id', bytes, (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('key_id', bytes, (column) => column.notNull())
      .addColumn('enc', bytes, (column) => column.notNull())
      .addColumn('ct', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('team_note_key', ['box_id', 'name'])
      .execute();
    await schema
      .createTable('page_origin')
      .addColumn('box_id', bytes, (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('page_origin_key', ['box_id', 'origin'])
      .execute();
  },
};

const MIGRATIONS: readonly Migration[] = [first, desk];

/** Does what is missing. The caller holds the lock and the transaction. How many it did. */
export async function migrate(db: Kysely<Tables>, kind: DatabaseKind): Promise<number> {
  await db.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute();
  const done = new Set(
    (await db.selectFrom('migration').select('number').execute()).map(({ number }) => number),
  );
  let did = 0;
  for (const [number, migration] of MIGRATIONS.entries()) {
    if (done.has(number)) continue;
    await migration.up(db, kind);
    await db.insertInto('migration').values({ number, name: migration.name }).execute();
    did++;
  }
  return did;
}
