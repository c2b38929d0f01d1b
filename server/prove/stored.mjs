/** What a database holds, read past the server: every column of every table, bytes as bytes, on both databases alike. */
import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import pg from 'pg';
import { temporaryFolder } from '../test/set-up/process.mjs';
import { sealing } from '../test/set-up/sealing.mjs';

const plain = (value) =>
  value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? Buffer.from(value) : value;

const plainRow = (row) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));

/** Reads a copy, with its WAL, of a file whose server is dead: looking at the file itself would mend it. */
export function sqliteTables(file) {
  const copy = path.join(temporaryFolder(), 'copy.db');
  for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, copy + end);
  const db = new Database(copy);
  try {
    const [{ integrity_check: whole }] = db.pragma('integrity_check');
    if (whole !== 'ok') throw new Error(`The file is broken: ${whole}`);
    const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    return new Map(
      names.map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all().map(plainRow)]),
    );
  } finally {
    db.close();
  }
}

export async function postgresTables(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: names } = await client.query(
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'",
    );
    const tables = new Map();
    for (const { table_name: name } of names) {
      const { rows } = await client.query(`SELECT * FROM "${name}"`);
      tables.set(name, rows.map(plainRow));
    }
    return tables;
  } finally {
    await client.end();
  }
}

/** A question's hash, computed anew from its columns, in hexadecimal. */
export async function hashOfRow(row) {
  const bytes = (name) => new Uint8Array(row[name]);
  const hash = await sealing.bodyHash({
    v: 1,
    suite: Number(row.suite),
    boxId: bytes('box_id'),
    keyId: bytes('key_id'),
    locator: bytes('locator'),
    eraseHash: bytes('erase_hash'),
    enc: bytes('enc'),
    ct: bytes('ct'),
  });
  return Buffer.from(hash).toString('hex');
}
