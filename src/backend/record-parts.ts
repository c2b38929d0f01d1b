/**
 * Reading a record that has records inside: objects, lists of objects and words out of a fixed set. What
 * cannot be read is told with its path ("meetings[0].venue.") and never takes along what can.
 */
import { fields, RecordReader, text } from './record.js';

/** The object in a field, read by `read`; what it does not know is told. */
export function part<T extends object>(
  record: RecordReader,
  name: string,
  read: (part: RecordReader) => T | undefined,
): T | undefined {
  const value = record.raw(name);
  if (value === undefined || value === null) return undefined;
  const found = fields(value);
  if (!found) {
    record.remark(`${record.path}${name} is not written as an object ("{…}")`);
    return undefined;
  }
  return whole(
    new RecordReader(found, record.tally, record.row, `${record.path}${name}.`, record.base),
    read,
  );
}

export function whole<T extends object>(
  record: RecordReader,
  read: (record: RecordReader) => T | undefined,
): T | undefined {
  const result = read(record);
  for (const name of record.unasked().slice(0, 20)) {
    // `$schema` and the page's own `x-…` are nobody's mistake.
    if (!/^(?:\$|x-)/.test(name)) record.remark(`${record.path}${text(name, 40)} is no field of the format`);
  }
  return result && Object.keys(result).length ? result : undefined;
}

/** The objects in a list, each read by `read`; one that cannot be read is told and left out. */
export function parts<T extends object>(
  record: RecordReader,
  name: string,
  most: number,
  read: (part: RecordReader) => T | undefined,
): T[] {
  const value = record.raw(name);
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    record.remark(`${record.path}${name} is not written as a list ("[…]")`);
    return [];
  }
  if (value.length > most)
    record.remark(`${record.path}${name} has more than ${most} entries; the rest is left out`);
  const results: T[] = [];
  for (const [index, item] of value.slice(0, most).entries()) {
    const path = `${record.path}${name}[${index}]`;
    const found = fields(item);
    const result =
      found && whole(new RecordReader(found, record.tally, record.row, `${path}.`, record.base), read);
    if (result) results.push(result);
    else if (!found) record.remark(`${path} is left out: it is not written as an object ("{…}")`);
  }
  return results;
}

export function oneOf<T extends string>(
  record: RecordReader,
  name: string,
  words: readonly T[],
): T | undefined {
  const written = record.text(name)?.toLowerCase();
  const word = words.find((known) => known === written);
  if (written && !word)
    record.remark(`${record.path}${name} "${text(written, 40)}" is none of ${words.join(', ')}`);
  return word;
}

export function yes(record: RecordReader, name: string): true | undefined {
  const value = record.raw(name);
  if (value !== undefined && typeof value !== 'boolean')
    record.remark(`${record.path}${name} is neither true nor false`);
  return value === true || undefined;
}
