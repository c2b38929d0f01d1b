/** What every adapter keeps to, whatever its format: run it on a new one with five lines of example. */
import { expect } from '@open-wc/testing';
import type { DirectoryAdapter, ReadContext, Reading, SourceText } from '../../src/backend/ports.js';
import { Problem } from '../../src/backend/problem.js';

export interface AdapterExample {
  readonly adapter: DirectoryAdapter;
  /** The text of a good listing. */
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

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  '__proto__',
  '\u202e\u0000\ud800',
];

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

/** Declares the tests. */
export function adapterContract({ adapter, fixture, groups, empty, hostile, leftOut }: AdapterExample): void {
  const read = (text: string, more: Partial<ReadContext> = {}): Promise<Reading> =>
    adapter.read(sourceOf(text), context(more));

  const problemOf = async (text: string): Promise<unknown> => {
    try {
      await read(text);
    } catch (error) {
      return error;
    }
    throw new Error(`It was read: ${text.slice(0, 40)}`);
  };

  describe(`${adapter.format} keeps the contract of adapters`, () => {
    it('reads its fixture and counts what it kept', async () => {
      const reading = await read(await fixture());
      expect(reading.directory.groups).to.have.lengthOf(groups);
      expect(reading.kept).to.be.at.least(groups);
      expect(reading.leftOut).to.deep.equal([]);
    });

    it('gives every group a name and an id of its own, and every meeting a way to attend', async () => {
      const { directory } = await read(await fixture());
      expect(new Set(directory.groups.map(({ id }) => id)).size).to.equal(groups);
      for (const { id, name, meetings } of directory.groups) {
        expect(id.trim()).to.not.equal('');
        expect(name.trim()).to.not.equal('');
        for (const { attendance } of meetings)
          expect(['in-person', 'online', 'hybrid']).to.include(attendance);
      }
    });

    it('reads the same text to the same directory', async () => {
      const text = await fixture();
      expect((await read(text)).directory).to.deep.equal((await read(text)).directory);
    });

    it('takes a listing without records for an empty one, not for a broken one', async () => {
      const { directory, kept, leftOut: none } = await read(empty);
      expect(directory.groups).to.deep.equal([]);
      expect(kept).to.equal(0);
      expect(none).to.deep.equal([]);
    });

    for (const [what, text] of Object.entries({
      'a web page': '<!doctype html><html><body><h1>Please sign in</h1></body></html>',
      'nothing at all': '',
      'a number': '42',
      'half a file': '{ "groups": [{ "name": "Ca',
    })) {
      it(`says in a Problem that ${what} cannot be read`, async () => {
        const problem = await problemOf(text);
        expect(problem).to.be.instanceOf(Problem);
        expect((problem as Problem).hint.trim()).to.not.equal('');
      });
    }

    it('leaves out what cannot be used, with row and reason, and keeps the rest', async () => {
      const { directory, kept, leftOut: remarks } = await read(leftOut);
      expect(directory.groups).to.have.lengthOf(1);
      expect(kept).to.equal(1);
      expect(remarks).to.have.lengthOf(2);
      for (const { row, reason } of remarks) {
        expect(row).to.be.a('number');
        expect(reason.trim()).to.not.equal('');
      }
    });

    for (const text of HOSTILE) {
      it(`keeps ${JSON.stringify(text)} as text, and opens no link but web, mail and telephone`, async () => {
        const reading = await read(hostile(text)).catch((error: unknown) => {
          expect(error).to.be.instanceOf(Problem);
          return undefined;
        });
        for (const link of linksOf(reading?.directory))
          expect(link).to.match(/^(?:https?|mailto|tel|webcal):/);
        expect(Object.getPrototypeOf(reading?.directory ?? {})).to.equal(Object.prototype);
      });
    }

    it('cuts a name of a megabyte', async () => {
      const { directory } = await read(hostile('long '.repeat(200_000)));
      for (const { name, summary } of directory.groups) {
        expect(name.length).to.be.below(1000);
        expect((summary ?? '').length).to.be.below(10_000);
      }
    });
  });
}
