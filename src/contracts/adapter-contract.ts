/**
 * What every adapter keeps to, whatever its format and whatever runs the tests: a list of named checks, each of which throws
 * when it is broken. A few lines of example bring a new adapter under it.
 *
 *     for (const { name, check } of adapterContract(example)) it(name, check);
 */
import type { DirectoryAdapter, ReadContext, Reading, SourceText } from '../backend/ports.js';
import { Problem } from '../backend/problem.js';

export interface AdapterExample {
  readonly adapter: DirectoryAdapter;
  /** The text of a good listing: nothing in it is left out. */
  readonly fixture: () => Promise<string>;
  /** How many groups it holds. */
  readonly groups: number;
  /** A listing of the format without any record. */
  readonly empty: string;
  /** A listing of one record whose free fields and links all hold this text. */
  readonly hostile: (text: string) => string;
  /** Three records: two that cannot be used, then one that can. */
  readonly leftOut: string;
}

/** One thing that an adapter promises. `check` rejects with a sentence when the promise is broken. */
export interface ContractCheck {
  readonly name: string;
  check(): Promise<void>;
}

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  '__proto__',
  '!?',
  '\u202e\u0000\ud800',
];

const UNREADABLE = {
  'a web page': '<!doctype html><html><body><h1>Please sign in</h1></body></html>',
  'nothing at all': '',
  'a number': '42',
  'half a file': '{ "groups": [{ "name": "Ca',
};

/** A context in which nothing is known but the day. */
export function context(more: Partial<ReadContext> = {}): ReadContext {
  return { today: '2026-11-21', address: 'https://example.org/list', pause: async () => {}, ...more };
}

/** A text as the catalogue hands it to an adapter: its JSON parsed, where it is JSON. */
export function sourceOf(text: string): SourceText {
  try {
    return { text, json: JSON.parse(text) };
  } catch {
    return { text };
  }
}

/** Every string below a value that stands under one of the names of links. */
function linksOf(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return /url$/i.test(name) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => linksOf(inner, key));
}

function promise(kept: boolean, sentence: string): asserts kept {
  if (!kept) throw new Error(sentence);
}

const cut = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The promises of an adapter, one check each. */
export function adapterContract({
  adapter,
  fixture,
  groups,
  empty,
  hostile,
  leftOut,
}: AdapterExample): readonly ContractCheck[] {
  const read = (text: string, more: Partial<ReadContext> = {}): Promise<Reading> =>
    adapter.read(sourceOf(text), context(more));

  const whyNot = async (text: string): Promise<unknown> => {
    try {
      await read(text);
    } catch (error) {
      return error;
    }
    throw new Error(`It was read: ${cut(text)}`);
  };

  const checks: [string, () => Promise<void>][] = [
    [
      'reads its fixture and counts what it kept',
      async () => {
        const reading = await read(await fixture());
        const found = reading.directory.groups.length;
        promise(found === groups, `${found} groups instead of ${groups}`);
        promise(reading.kept >= groups, `it says that it kept ${reading.kept} records for ${groups} groups`);
        promise(reading.leftOut.length === 0, `left out: ${JSON.stringify(reading.leftOut)}`);
      },
    ],
    [
      'gives every group a name and an id of its own, and every meeting a way to attend',
      async () => {
        const { directory } = await read(await fixture());
        const ids = new Set(directory.groups.map(({ id }) => id));
        promise(ids.size === directory.groups.length, 'two groups share an id');
        for (const { id, name, meetings } of directory.groups) {
          promise(id.trim() !== '' && name.trim() !== '', 'a group has no id or no name');
          for (const { attendance } of meetings) {
            promise(['in-person', 'online', 'hybrid'].includes(attendance), `${name}: "${attendance}"`);
          }
        }
      },
    ],
    [
      'reads the same text to the same directory',
      async () => {
        const text = await fixture();
        const [first, second] = [await read(text), await read(text)].map((one) => JSON.stringify(one));
        promise(first === second, 'the second reading differs from the first');
      },
    ],
    [
      'takes a listing without records for an empty one, not for a broken one',
      async () => {
        const { directory, kept, leftOut: none } = await read(empty);
        promise(directory.groups.length === 0 && kept === 0, 'it found groups');
        promise(none.length === 0, `left out: ${JSON.stringify(none)}`);
      },
    ],
    ...Object.entries(UNREADABLE).map(([what, text]): [string, () => Promise<void>] => [
      `says in a Problem that ${what} cannot be read`,
      async () => {
        const error = await whyNot(text);
        promise(error instanceof Problem, `it threw ${String(error)}`);
        promise(error.hint.trim() !== '', 'the Problem has no hint');
      },
    ]),
    [
      'leaves out what cannot be used, with row and reason, and keeps the rest',
      async () => {
        const { directory, kept, leftOut: remarks } = await read(leftOut);
        promise(
          directory.groups.length === 1 && kept === 1,
          `${directory.groups.length} groups, ${kept} kept`,
        );
        promise(remarks.length === 2, `${remarks.length} records were left out instead of 2`);
        for (const { row, reason } of remarks) {
          promise(
            typeof row === 'number' && reason.trim() !== '',
            'a record is left out without row or reason',
          );
        }
      },
    ],
    [
      'stops with the reason of whoever broke the load off',
      async () => {
        const reason = new Error('broken off');
        const pause = async (): Promise<void> => {
          throw reason;
        };
        // A short listing may be read before it pauses.
        const error = await read(await fixture(), { pause }).then(
          () => reason,
          (thrown: unknown) => thrown,
        );
        promise(error === reason, `it threw ${String(error)}`);
      },
    ],
    ...HOSTILE.map((text): [string, () => Promise<void>] => [
      `keeps ${JSON.stringify(text)} as text, and opens no link but web, mail and telephone`,
      async () => {
        const reading = await read(hostile(text)).catch((error: unknown) => {
          promise(error instanceof Problem, `it threw ${String(error)}`);
          return undefined;
        });
        for (const link of linksOf(reading?.directory)) {
          promise(/^(?:https?|mailto|tel|webcal):/.test(link), `it keeps the link ${cut(link)}`);
        }
        for (const { id } of reading?.directory.groups ?? []) promise(id.trim() !== '', 'a group has no id');
        const prototype = Object.getPrototypeOf(reading?.directory ?? {});
        promise(prototype === Object.prototype, 'the directory has a prototype of the feed’s');
      },
    ]),
    [
      'cuts a name of a megabyte',
      async () => {
        const { directory } = await read(hostile('long '.repeat(200_000)));
        for (const { name, summary = '' } of directory.groups) {
          promise(name.length < 1000 && summary.length < 10_000, 'a text of a megabyte was kept');
        }
      },
    ],
  ];
  return checks.map(([name, check]) => ({ name: `${adapter.format} ${name}`, check }));
}
