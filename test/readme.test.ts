import { expect } from '@open-wc/testing';
import { bmlt } from '../src/backend/adapters/bmlt.js';
import { csv } from '../src/backend/adapters/csv.js';
import { kithJson } from '../src/backend/adapters/kith-json.js';
import { meetingGuide } from '../src/backend/adapters/meeting-guide.js';
import { schemaOrg } from '../src/backend/adapters/schema-org.js';
import type { DirectoryAdapter } from '../src/backend/ports.js';

/** Which example shows which format, and how many groups one sees in it. */
const EXAMPLES: readonly { heading: string; adapter: DirectoryAdapter; groups: number }[] = [
  { heading: 'A Google Sheet', adapter: csv, groups: 4 },
  { heading: 'Meeting Guide', adapter: meetingGuide, groups: 2 },
  { heading: 'BMLT', adapter: bmlt, groups: 1 },
  { heading: 'Events of schema.org', adapter: schemaOrg, groups: 1 },
  { heading: 'Kith JSON', adapter: kithJson, groups: 1 },
];

/** The first block of code under a heading. */
async function example(heading: string): Promise<string> {
  const readme = await (await fetch(new URL('../README.md', import.meta.url))).text();
  const section = readme.split(/\n### /).find((each) => each.startsWith(heading)) ?? '';
  return /```\w+\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
}

describe('the examples of the README', () => {
  for (const { heading, adapter, groups } of EXAMPLES) {
    it(`are lists that the finder reads whole: ${heading}`, async () => {
      const text = await example(heading);
      expect(text.trim().split('\n').length, 'lines').to.be.within(4, 6);
      const { directory, leftOut, remarks } = await adapter.read(
        text.startsWith('group') ? { text } : { text, json: JSON.parse(text) },
        { today: '2026-11-21', pause: async () => {} },
      );
      expect(leftOut).to.deep.equal([]);
      expect(remarks).to.deep.equal([]);
      expect(directory.groups).to.have.lengthOf(groups);
    });
  }
});
