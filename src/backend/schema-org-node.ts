/**
 * One node of JSON-LD as it may be written: a property once or many times, plain, prefixed, tagged with a language, or as a
 * reference to a node that stands elsewhere.
 */
import { decodeEntities } from '../domain/words/entities.js';
import { type Fields, fields, LINE, PROSE, prose, RecordReader, type Tally, text } from './record.js';
import { decoded } from './record-escaped.js';

/** Nobody lists more values of one property; the limits are against hostile feeds. */
const MOST_VALUES = 500;
const LONGEST = 20_000;

const PREFIXES = ['', 'schema:', 'https://schema.org/', 'http://schema.org/'];

/** What a name of the vocabulary ends in: "https://schema.org/Monday", "schema:Monday", "Monday". */
export const localName = (name: string): string =>
  name.slice(Math.max(...[...'/#:'].map((mark) => name.lastIndexOf(mark))) + 1);

/** Every value of a property in a node, in order, lists and `@value` opened. */
export function valuesOf(node: Fields, name: string, most = MOST_VALUES): unknown[] {
  for (const prefix of PREFIXES) {
    const key = prefix + name;
    const value = Object.hasOwn(node, key) ? node[key] : undefined;
    if (value === undefined || value === null) continue;
    const found: unknown[] = [];
    for (const item of Array.isArray(value) ? value.slice(0, most) : [value]) {
      const wrapped = fields(item);
      const list = wrapped?.['@list'] ?? wrapped?.['@set'];
      if (Array.isArray(list)) found.push(...list.slice(0, most));
      else if (wrapped && Object.hasOwn(wrapped, '@value')) found.push(wrapped['@value']);
      else if (item !== undefined && item !== null) found.push(item);
    }
    return found;
  }
  return [];
}

/** Names of the classes of a node, without their vocabulary. */
export function typesOf(node: Fields): string[] {
  const written = Object.hasOwn(node, '@type') ? node['@type'] : Object.hasOwn(node, 'type') ? node.type : [];
  return (Array.isArray(written) ? written.slice(0, 20) : [written]).map((type) => localName(text(type)));
}

export function idOf(node: Fields): string {
  const id = Object.hasOwn(node, '@id') ? node['@id'] : Object.hasOwn(node, 'id') ? node.id : '';
  return typeof id === 'string' ? id.slice(0, 2000) : '';
}

/** Tags out, paragraphs kept: descriptions are written in a web page's editor. It stays text, so nothing has to be made safe. */
export function withoutTags(value: string): string {
  let written = value.slice(0, LONGEST);
  if (!written.includes('<') && /&lt;\/?[a-z]/i.test(written)) written = decodeEntities(written);
  return decodeEntities(
    written
      .replace(/\\r?\\n|\\n/g, '\n')
      .replace(/<\/(?:p|div|li|h[1-6]|ul|ol|tr)\s*>|<br\s*\/?>/gi, '\n')
      .replace(/<\/?[a-z][^<>]*>/gi, ' '),
  );
}

/** Where nodes that are referred to stand. */
export interface References {
  /** The node itself, or the whole of the one that it or its id names. */
  resolve(value: unknown, block: number): Fields | undefined;
}

/** Reads a node by the names of schema.org. */
export class NodeReader extends RecordReader {
  /**
   * @param block Number of the text that the node stands in: ids such as "_:b0" mean something only there.
   * @param behind Nodes that say what this one does not: the series of a session, the place of an event.
   */
  constructor(
    node: Fields,
    readonly references: References,
    readonly block: number,
    tally: Tally,
    row?: number,
    base?: string,
    readonly behind: readonly Fields[] = [],
  ) {
    super(node, tally, row, '', base);
  }

  /** Every value that the node itself has. */
  own(name: string): unknown[] {
    return valuesOf(this.fields, name);
  }

  /** Every value, else those of the nodes behind. */
  all(name: string): unknown[] {
    const own = this.own(name);
    for (const node of own.length ? [] : this.behind) {
      const values = valuesOf(node, name);
      if (values.length) return values;
    }
    return own;
  }

  override raw(name: string): unknown {
    const [value] = this.all(name);
    return decoded(value);
  }

  /** A line without markup. */
  override text(name: string, max = LINE): string | undefined {
    const [value] = this.all(name);
    return (typeof value === 'string' ? text(withoutTags(value), max) : text(value, max)) || undefined;
  }

  override prose(name: string, max = PROSE): string | undefined {
    const [value] = this.all(name);
    return (typeof value === 'string' && prose(withoutTags(value), max)) || undefined;
  }

  /** Each value that is a node, or that refers to one. */
  nodes(name: string): NodeReader[] {
    return this.all(name).flatMap((value) => this.at(value) ?? []);
  }

  /** A reader for a value of this node. */
  at(value: unknown): NodeReader | undefined {
    const node = this.references.resolve(value, this.block);
    return node && new NodeReader(node, this.references, this.block, this.tally, this.row, this.base);
  }

  get types(): string[] {
    return typesOf(this.fields);
  }

  /** Words of a property: texts, names of things, lists with commas. */
  words(name: string, parted = false): string[] {
    const found = new Set<string>();
    for (const value of this.all(name)) {
      const node = this.at(value);
      const written = node
        ? (node.text('name') ?? node.text('prefLabel') ?? '')
        : typeof value === 'string'
          ? text(withoutTags(value), 2000)
          : text(value);
      // An address of a thing is no word for it.
      if (/^https?:/.test(written)) continue;
      for (const word of parted ? written.split(/[,;|]/) : [written]) {
        const clean = text(word);
        if (clean && found.size < 50) found.add(clean);
      }
    }
    return [...found];
  }
}

/** A member of an enumeration: "EventCancelled" for "https://schema.org/EventCancelled" and { "@id": … }. */
export function memberOf(value: unknown): string {
  const node = fields(value);
  return localName(text(node ? idOf(node) || node.name : value).replace(/\/$/, ''));
}
