/**
 * Reads schema.org's Event, EventSeries and Schedule in JSON-LD: a file of it, or a web page that carries it for search engines.
 */
import type { DirectoryAdapter, ReadContext, Reading, SourceText } from '../ports.js';
import { Problem, refuseMany } from '../problem.js';
import { fields, Tally } from '../record.js';
import { EventReader } from '../schema-org-events.js';
import { Graph } from '../schema-org-graph.js';
import { jsonLdScripts } from '../schema-org-scripts.js';

/** The JSON of a source: its own, or what stands in a page. */
function documentsOf({ text: page, json }: SourceText, tally: Tally, context: ReadContext): unknown[] {
  if (json !== undefined) {
    if (typeof json === 'object' && json !== null) return [json];
    throw new Problem('malformed', 'JSON-LD is an object or a list of objects; this is something else');
  }
  const where = context.address ?? 'The page';
  const blocks = jsonLdScripts(page);
  const documents: unknown[] = [];
  for (const [index, block] of blocks.entries()) {
    try {
      // Line breaks within a string are the commonest slip of tools that write it; between strings they are only space.
      documents.push(JSON.parse(block.replace(/[\0-\x1f]+/g, ' ')));
    } catch {
      tally.remark(
        `Block ${index + 1} of JSON-LD in the page is broken and was left out: try it in a JSON validator (often a quote or a comma)`,
      );
    }
  }
  if (documents.length) return documents;
  if (blocks.length) throw new Problem('malformed', `${where} has JSON-LD, but none of it is whole JSON`);
  throw new Problem(
    'malformed',
    page.trimStart().startsWith('<')
      ? `${where} is a web page without JSON-LD: it needs a <script type="application/ld+json"> with Events`
      : `${where} is no whole JSON-LD: write { "@context": "https://schema.org", "@graph": [ … ] }`,
  );
}

export const schemaOrg: DirectoryAdapter = {
  format: 'schema-org',

  async read(source, context): Promise<Reading> {
    const tally = new Tally();
    const documents = documentsOf(source, tally, context);
    const graph = new Graph();
    for (const [block, json] of documents.entries()) await graph.add(json, block, context.pause);
    graph.link();
    const { events } = graph;
    refuseMany(events.length, context.address);
    if (!events.length) {
      const where = context.address ?? 'The list';
      if (source.json === undefined)
        throw new Problem(
          'malformed',
          `${where} is a page whose JSON-LD holds no Event: publish one, or give the address of your list`,
        );
      const top = Array.isArray(source.json) ? undefined : fields(source.json);
      if (
        graph.strangers ||
        (top && !Object.keys(top).some((name) => /^@(?:context|graph|type)$/.test(name)))
      )
        throw new Problem(
          'malformed',
          `${where} is no JSON-LD of schema.org: it needs "@context": "https://schema.org"`,
        );
      tally.remark('There is no Event in it');
    }
    const groups = await new EventReader(graph, tally, context).read();
    return tally.reading({ groups });
  },
};
