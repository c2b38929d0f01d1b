/** Looks for something secret in files, columns and output, in every form in which a program might have written it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The symbols of base64 that depend on these bytes alone, when they stand so many bytes after the start of a group. */
function base64At(bytes, offset, form) {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString(form);
  return text.slice(Math.ceil((8 * offset) / 6), Math.floor((8 * (offset + bytes.length)) / 6));
}

/**
 * @param {string | Uint8Array} secret
 * @returns {Map<string, Buffer>} By the form's name.
 */
export function formsOf(secret) {
  const bytes = Buffer.from(secret);
  const forms = new Map([
    [typeof secret === 'string' ? 'UTF-8' : 'bytes', bytes],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['HEX', Buffer.from(bytes.toString('hex').toUpperCase())],
  ]);
  if (typeof secret === 'string') {
    const wide = Buffer.from(secret, 'utf16le');
    forms.set('UTF-16LE', wide);
    forms.set('UTF-16BE', Buffer.from(wide).swap16());
  }
  for (const form of ['base64', 'base64url'])
    for (const offset of [0, 1, 2])
      forms.set(`${form}+${offset}`, Buffer.from(base64At(bytes, offset, form)));
  return forms;
}

/**
 * @param {ReadonlyMap<string, string | Uint8Array>} secrets By what each is.
 * @param {ReadonlyMap<string, Buffer>} places By where each is from.
 * @returns {string[]} "what, form, where", once each.
 */
export function search(secrets, places) {
  /** By their first two bytes: a database has millions of places at which none of hundreds begins. */
  const beginning = new Map();
  for (const [what, secret] of secrets)
    for (const [form, needle] of formsOf(secret)) {
      const pair = needle.readUInt16BE(0);
      beginning.set(pair, [...(beginning.get(pair) ?? []), { name: `${what}, ${form}`, needle }]);
    }
  const begins = new Uint8Array(65_536);
  for (const pair of beginning.keys()) begins[pair] = 1;
  const found = new Set();
  for (const [where, bytes] of places) {
    let pair = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      pair = ((pair << 8) | bytes[at]) & 0xffff;
      if (begins[pair] === 0 || at === 0) continue;
      for (const { name, needle } of beginning.get(pair))
        if (
          bytes.compare(needle, 0, needle.length, at - 1, Math.min(at - 1 + needle.length, bytes.length)) ===
          0
        )
          found.add(`${name}, ${where}`);
    }
  }
  return [...found];
}

/** Every file below a folder; one that goes away meanwhile is not there. */
export function filesOf(folder, prefix = '') {
  const files = new Map();
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    const file = path.join(folder, name);
    try {
      if (statSync(file).isFile()) files.set(prefix + name, readFileSync(file));
    } catch {
      // Gone.
    }
  }
  return files;
}

/** Every column of every table as one place: what the database packed away is in clear here. */
export function columnsOf(tables) {
  const columns = new Map();
  for (const [table, rows] of tables)
    for (const row of rows)
      for (const [name, value] of Object.entries(row)) {
        if (value === null || value === undefined) continue;
        const where = `${table}.${name}`;
        const list = columns.get(where) ?? [];
        list.push(Buffer.isBuffer(value) ? value : Buffer.from(String(value)), Buffer.from('\0'));
        columns.set(where, list);
      }
  return new Map([...columns].map(([where, list]) => [where, Buffer.concat(list)]));
}
