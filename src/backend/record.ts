/**
 * How every adapter reads what it was given: leniently, within limits, and with a
 * count of what was kept, left out and remarked on. Feeds are written by strangers.
 */
import type { Directory } from '../domain/directory.js';
import { webUrl } from '../domain/links.js';
import type { Position } from '../domain/meeting.js';
import type { Reading, Remark } from './ports.js';
import { Problem } from './problem.js';

/** Longest name, address or other single line. */
export const LINE = 200;

/** Longest note, also where several texts make one: what one adapter writes another reads back whole. */
export const PROSE = 5000;

/** Most words of one list, such as topics. */
export const MOST_ITEMS = 50;

export type Fields = Readonly<Record<string, unknown>>;

/** The value as a bag of named fields, when it is one. */
export function fields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** White space, control characters, halves of characters, and overrides of the writing direction. */
const ODD = /[\s\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu;

/** What needs no cleaning: most fields of most feeds. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** A string or number as one clean line, else ''. */
export function text(value: unknown, max = LINE): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return '';
  if (value.length <= max && PLAIN.test(value)) return value;
  // Cut twice, so that a name of 1 MB is never cleaned as a whole.
  const line = value
    .slice(0, max * 2)
    .replace(ODD, ' ')
    .trim();
  return line.length > max ? `${line.slice(0, max - 1).replace(/[\ud800-\udbff]$|\s+$/, '')}…` : line;
}

/** Like `text`, but line breaks stay, one blank line at most. */
export function prose(value: unknown, max = PROSE): string {
  return typeof value === 'string' && value.includes('\n')
    ? value
        .slice(0, max * 2)
        .split(/\r?\n/)
        .map((line) => text(line, max))
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
        .slice(0, max)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()
    : text(value, max);
}

/** Words of an array, or of a string such as "O, W", "[open]" or "a; b". */
export function list(value: unknown, max = LINE): string[] {
  const items = Array.isArray(value)
    ? value
    : text(value, PROSE)
        .replace(/^\[|\]$|"/g, '')
        .split(/[,;|]/);
  const words = new Set<string>();
  for (const item of items.slice(0, MOST_ITEMS)) {
    const word = text(item, max);
    if (word) words.add(word);
  }
  return [...words];
}

/** A finite number, also when written as text ("53.8", "53,8"). */
export function number(value: unknown): number | undefined {
  const written = typeof value === 'string' ? value.trim().replace(/^([-+]?\d+),(\d+)$/, '$1.$2') : value;
  if (written === '' || (typeof written !== 'string' && typeof written !== 'number')) return undefined;
  const parsed = Number(written);
  return Number.isFinite(parsed) ? parsed : undefined;
}

/** A point on Earth; 0,0 is what software writes for "unknown". */
export function position(latitude: number | undefined, longitude: number | undefined): Position | undefined {
  return latitude !== undefined &&
    longitude !== undefined &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180 &&
    (latitude !== 0 || longitude !== 0)
    ? { latitude, longitude }
    : undefined;
}

/** Where a record's `latitude` and `longitude` are; what lies nowhere is told. */
export function pointOf(record: RecordReader): Position | undefined {
  const latitude = record.number('latitude');
  const longitude = record.number('longitude');
  const point = position(latitude, longitude);
  if (!point && (latitude || longitude))
    record.remark(
      `${record.path}latitude ${latitude}, longitude ${longitude} is no place on Earth (are they swapped?)`,
    );
  return point;
}

/** A name as an id, where a feed has none; `group` for a name without letters. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'group';

/** Several texts as paragraphs, each said once. */
export const together = (...texts: readonly (string | undefined)[]): string | undefined =>
  prose([...new Set(texts.filter((part) => part))].join('\n\n')) || undefined;

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without what is undefined or '', so that an optional property is either there or absent. */
export function given<T extends object>(object: T): Given<T> {
  const kept: Record<string, unknown> = {};
  // Called several times for every record: `for in` makes no list of pairs first.
  for (const key in object) {
    const value: unknown = object[key];
    if (value !== undefined && value !== '') kept[key] = value;
  }
  return kept as Given<T>;
}

/** Gives every group an id of its own: the wish, or the wish with a number. */
export function uniqueIds(): (wish: string) => string {
  const taken = new Map<string, number>();
  return (wish) => {
    let id = wish;
    let count = taken.get(wish) ?? 1;
    while (taken.has(id)) id = `${wish}-${++count}`;
    taken.set(wish, count);
    if (id !== wish) taken.set(id, 1);
    return id;
  };
}

/** Counts what became of a source's records. */
export class Tally {
  kept = 0;
  readonly leftOut: Remark[] = [];
  readonly #remarks: Remark[] = [];
  readonly #repeated = new Map<
    string,
    { count: number; row: number | undefined; reason: (times: string) => string }
  >();

  leaveOut(row: number, reason: string): void {
    this.leftOut.push({ row, reason });
  }

  remark(reason: string, row?: number): void {
    this.#remarks.push(row === undefined ? { reason } : { row, reason });
  }

  /** Collects the same remark of many records into one: `reason` gets "3 times, first in row 4". */
  repeat(key: string, row: number | undefined, reason: (times: string) => string): void {
    const seen = this.#repeated.get(key);
    if (seen) seen.count++;
    // A hostile feed could bring a new key in every record.
    else if (this.#repeated.size < 200) this.#repeated.set(key, { count: 1, row, reason });
  }

  get remarks(): readonly Remark[] {
    const collected = [...this.#repeated.values()].map(({ count, row, reason }) => {
      const times = count === 1 ? 'once' : `${count} times`;
      const where = row === undefined ? '' : count === 1 ? `, in record ${row}` : `, first in record ${row}`;
      return { reason: reason(times + where) };
    });
    return [...this.#remarks, ...collected];
  }

  /** The reading; a source of which nothing could be kept is a failure, named by its commonest reason. */
  reading(directory: Directory): Reading {
    if (!this.kept && this.leftOut.length) {
      const counts = new Map<string, number>();
      for (const { reason } of this.leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
      const [reason, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
      throw new Problem(
        'malformed',
        `None of the ${this.leftOut.length} records could be used. The commonest reason (${count} of them): ${reason}`,
      );
    }
    return { directory, kept: this.kept, leftOut: this.leftOut, remarks: this.remarks };
  }
}

/** Reads one record by field name, remarks on what it had to cut or drop, and knows which fields nobody asked for. */
export class RecordReader {
  readonly #asked = new Set<string>();

  /**
   * @param path Where in the record, for remarks: "meetings[0].".
   * @param base Address that relative links are resolved against.
   */
  constructor(
    readonly fields: Fields,
    readonly tally: Tally,
    readonly row?: number,
    readonly path = '',
    readonly base?: string,
  ) {}

  remark(reason: string): void {
    this.tally.remark(reason, this.row);
  }

  raw(name: string): unknown {
    this.#asked.add(name);
    // Own fields only: a feed cannot reach `constructor`, nor be surprised by it.
    return Object.hasOwn(this.fields, name) ? this.fields[name] : undefined;
  }

  text(name: string, max = LINE): string | undefined {
    return this.#cut(name, max, text);
  }

  prose(name: string, max = PROSE): string | undefined {
    return this.#cut(name, max, prose);
  }

  list(name: string): string[] {
    return list(this.raw(name));
  }

  number(name: string): number | undefined {
    return number(this.raw(name));
  }

  /** A link that may be opened as a page; anything else is remarked on, not followed. */
  link(name: string, allowed = webUrl): string | undefined {
    const written = text(this.raw(name), 2000);
    if (!written) return undefined;
    const relative = /^(?:\/(?!\/)|\.\.?\/|[?#])/.test(written) && URL.canParse(written, this.base);
    const url = allowed(relative ? new URL(written, this.base).href : written);
    if (!url) this.remark(`${this.path}${name} is no link that can be opened: "${text(written, 60)}"`);
    return url;
  }

  /** Names of fields that no one asked for. */
  unasked(): string[] {
    return Object.keys(this.fields).filter((name) => !this.#asked.has(name));
  }

  #cut(name: string, max: number, read: (value: unknown, max: number) => string): string | undefined {
    const value = this.raw(name);
    const clean = read(value, max);
    if (typeof value === 'string' && value.length > max && clean.length >= max - 1) {
      this.remark(`${this.path}${name} is very long; only its first ${max} characters are shown`);
    }
    return clean || undefined;
  }
}
