/** The files of a new adapter: one that reads a small JSON format of its own, to be filled from the format's specification. */
import { camel } from './widget.mjs';

/**
 * @param {{ name: string, title: string }} names
 * @returns {Record<string, string>} Contents by path.
 */
export function adapterFiles({ name, title }) {
  const constant = camel(name);
  return {
    [`src/backend/adapters/${name}.ts`]: `/**
 * Reads ${title}. Say here which specification the parser follows; every fallback names its clause or a real feed.
 */
import type { Group } from '../../domain/group.js';
import type { Meeting } from '../../domain/meeting.js';
import type { DirectoryAdapter, ReadContext, Reading } from '../ports.js';
import { Problem } from '../problem.js';
import { fields, given, RecordReader, Tally, uniqueIds } from '../record.js';

/** Records read before the page may breathe. */
const SLICE = 20;

function group(record: RecordReader, idFor: (wish: string) => string): Group | undefined {
  const name = record.text('name');
  if (!name) return undefined;
  const meeting: Meeting = {
    attendance: record.raw('online') === true ? 'online' : 'in-person',
    access: record.list('access'),
    ...given({ text: record.text('when') }),
  };
  return {
    id: idFor(record.text('id') ?? name),
    name,
    topics: record.list('topics'),
    audience: record.list('audience'),
    languages: record.list('languages'),
    meetings: [meeting],
    ...given({ summary: record.prose('summary'), url: record.link('url') }),
  };
}

async function read(json: unknown, context: ReadContext): Promise<Reading> {
  const listed = fields(json)?.['${constant}'];
  if (!Array.isArray(listed)) {
    throw new Problem('malformed', '${title} is a JSON object with a list: { "${constant}": [ … ] }');
  }
  const tally = new Tally();
  const idFor = uniqueIds();
  const groups: Group[] = [];
  for (const [index, item] of listed.entries()) {
    if (index % SLICE === SLICE - 1) await context.pause();
    const row = index + 1;
    const entry = fields(item);
    const one = entry && group(new RecordReader(entry, tally, row, '', context.address), idFor);
    if (one) {
      groups.push(one);
      tally.kept++;
    } else tally.leaveOut(row, entry ? 'has no name' : 'is no record ("{…}")');
  }
  return tally.reading({ groups });
}

export const ${constant}: DirectoryAdapter = {
  format: '${name}',
  read: ({ json }, context) => read(json, context),
};
`,
    [`fixtures/${name}.json`]: `${JSON.stringify(
      {
        [constant]: [
          {
            id: 'calm',
            name: 'Calm on Tuesdays',
            summary: 'A quiet circle. You can listen or talk.',
            when: 'Tuesdays at half past six',
            topics: ['Anxiety', 'Low mood'],
            languages: ['en'],
            access: ['Step-free'],
            url: 'https://example.org/calm',
          },
          { name: 'Family evening', when: 'First Monday of the month', online: true, audience: ['family'] },
        ],
      },
      null,
      2,
    )}\n`,
    [`test/backend/adapters/${name}.test.ts`]: `import { expect } from '@open-wc/testing';
import { ${constant} } from '../../../src/backend/adapters/${name}.js';
import { adapterContract, context, sourceOf } from '../../contracts/adapter-contract.js';

const fixture = async (): Promise<string> =>
  (await fetch(new URL('../../../fixtures/${name}.json', import.meta.url))).text();

adapterContract({
  adapter: ${constant},
  fixture,
  groups: 2,
  empty: '{ "${constant}": [] }',
  hostile: (text) => JSON.stringify({ ${constant}: [{ name: text, summary: text, url: text, when: text }] }),
  leftOut: '{ "${constant}": [null, { "name": "" }, { "name": "Good" }] }',
});

describe('${name}', () => {
  it('keeps the words of the listing', async () => {
    const { directory } = await ${constant}.read(sourceOf(await fixture()), context());
    expect(directory.groups.map(({ name }) => name)).to.deep.equal(['Calm on Tuesdays', 'Family evening']);
    expect(directory.groups[0]?.meetings[0]?.text).to.equal('Tuesdays at half past six');
    expect(directory.groups[1]?.meetings[0]?.attendance).to.equal('online');
  });
});
`,
  };
}
