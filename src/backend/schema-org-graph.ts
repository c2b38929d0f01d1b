/**
 * Finds the events in JSON-LD wherever they stand, and the nodes that they refer to: in a graph, in lists, under their
 * organisation, inside each other. It walks without recursion and sees each object once, so neither depth nor circles matter.
 */
import { type Fields, fields, text } from './record.js';
import { idOf, localName, type References, typesOf, valuesOf } from './schema-org-node.js';

/** An event with what stands around it. */
export interface Found {
  readonly node: Fields;
  readonly block: number;
  readonly id: string;
  /** Only spoken of, as the series of another. */
  mentioned: boolean;
  /** What the event hangs on: its organiser or its place. */
  readonly owner: Fields | undefined;
  /** The series, or whatever it is a part of. */
  parent?: Found;
}

/** Of the classes below Event all but those in which nobody meets. */
const EVENT = /Event$|^(?:EventSeries|Festival|Hackathon|CourseInstance|SessionSeries|ScheduledSession)$/;
const NO_EVENT = /^(?:Publication|Broadcast|OnDemand|Delivery)Event$/;

const isEvent = (types: readonly string[]): boolean =>
  types.some((type) => EVENT.test(type) && !NO_EVENT.test(type));

/** Whether a context names the vocabulary; deeper than this it stands in none. */
function speaksSchemaOrg(context: unknown, depth = 0): boolean {
  if (typeof context === 'string') return /schema\.org|openactive\.io/.test(context.slice(0, 200));
  if (typeof context !== 'object' || context === null || depth > 2) return false;
  return Object.values(context)
    .slice(0, 50)
    .some((inner) => speaksSchemaOrg(inner, depth + 1));
}

interface Step {
  readonly value: unknown;
  readonly block: number;
  readonly ours: boolean;
  /** Name of the property that leads here, and the node that has it. */
  readonly by: string;
  readonly from: Fields | undefined;
}

/** As many as there may be records. */
const MOST_PARTS = 20_000;
/** Merging many pieces of one node again and again would take forever. */
const MOST_PROPERTIES = 200;

export class Graph implements References {
  readonly events: Found[] = [];
  /** Nodes of any kind that were seen. */
  count = 0;
  /** Whether a context named another vocabulary. */
  strangers = false;
  readonly #nodes = new Map<string, Fields>();
  readonly #byId = new Map<string, Found>();
  readonly #byNode = new Map<Fields, Found>();
  readonly #seen = new Set<object>();

  /** Takes in one text's JSON. */
  async add(json: unknown, block: number, pause: () => Promise<void>): Promise<void> {
    const stack: Step[] = [{ value: json, block, ours: true, by: '', from: undefined }];
    for (let work = 1; stack.length; work++) {
      if (work % 2000 === 0) await pause();
      const step = stack.pop();
      const value = step?.value;
      if (!step || typeof value !== 'object' || value === null || this.#seen.has(value)) continue;
      this.#seen.add(value);
      const further: Step[] = [];
      if (Array.isArray(value)) {
        for (const item of value) {
          if (typeof item === 'object' && item !== null) further.push({ ...step, value: item });
        }
      } else {
        const node = value as Fields;
        const ours = this.#take(node, step);
        for (const name of Object.keys(node)) {
          const inner = node[name];
          if (name === '@context' || typeof inner !== 'object' || inner === null) continue;
          const through = name.startsWith('@') || /^(?:itemListElement|item)$/.test(localName(name));
          further.push({
            value: inner,
            block,
            ours,
            by: through ? step.by : localName(name),
            from: through ? step.from : node,
          });
        }
      }
      // The last one in is the first one out: backwards, so that events come in the order of the text.
      for (const next of further.reverse()) stack.push(next);
    }
  }

  /** Says who is part of whom, when every text has been taken in. */
  link(): void {
    for (const event of [...this.events]) {
      const node = this.nodeOf(event);
      for (const name of ['subEvent', 'subEvents']) {
        for (const value of valuesOf(node, name, MOST_PARTS)) {
          const part = this.#eventAt(value, event.block);
          if (part && part !== event) part.parent ??= event;
        }
      }
      for (const value of valuesOf(node, 'superEvent')) {
        const series = this.#eventAt(value, event.block) ?? this.#speakOf(value, event.block);
        if (series && series !== event) event.parent ??= series;
      }
    }
  }

  /** All that is said of an event, wherever it is said. */
  nodeOf({ node, block, id }: Found): Fields {
    return (id && this.#nodes.get(keyOf(id, block))) || node;
  }

  resolve(value: unknown, block: number): Fields | undefined {
    const node = fields(value);
    const id = node ? idOf(node) : typeof value === 'string' && value.length < 2000 ? value : '';
    return (id && this.#nodes.get(keyOf(id, block))) || node;
  }

  #take(node: Fields, { block, ours, by, from }: Step): boolean {
    const context = Object.hasOwn(node, '@context') ? node['@context'] : undefined;
    const still = context === undefined ? ours : speaksSchemaOrg(context);
    if (!still) this.strangers = true;
    const types = typesOf(node);
    const written = text(Array.isArray(node['@type']) ? node['@type'][0] : node['@type']);
    if (!still && !/^(?:schema:|https?:\/\/schema\.org\/)/.test(written)) return false;
    this.count++;
    const id = idOf(node);
    const key = id && keyOf(id, block);
    const names = Object.keys(node);
    if (key && names.some((name) => !/^@?(?:id|type|context)$/.test(name))) {
      const known = this.#nodes.get(key);
      if (!known) this.#nodes.set(key, node);
      else if (Object.keys(known).length + names.length < MOST_PROPERTIES)
        this.#nodes.set(key, { ...node, ...known });
    }
    if (!isEvent(types)) return still;
    const mentioned = by === 'superEvent';
    const known = key ? this.#byId.get(key) : undefined;
    if (known) {
      known.mentioned &&= mentioned;
      this.#byNode.set(node, known);
      return still;
    }
    const owner = /^events?$/.test(by) ? from : undefined;
    const found: Found = { node, block, id, mentioned, owner };
    this.events.push(found);
    this.#byNode.set(node, found);
    if (key) this.#byId.set(key, found);
    return still;
  }

  #eventAt(value: unknown, block: number): Found | undefined {
    const node = fields(value);
    const id = node ? idOf(node) : typeof value === 'string' ? value : '';
    return (node && this.#byNode.get(node)) ?? (id ? this.#byId.get(keyOf(id, block)) : undefined);
  }

  /** A series that is named by its id and described nowhere: its sessions still belong together. */
  #speakOf(value: unknown, block: number): Found | undefined {
    const node = fields(value);
    const id = (node ? idOf(node) : text(value, 2000)).slice(0, 2000);
    if (!id) return undefined;
    const series: Found = { node: node ?? {}, block, id, mentioned: true, owner: undefined };
    this.#byId.set(keyOf(id, block), series);
    return series;
  }
}

/** Blank ids count within their own text only. */
const keyOf = (id: string, block: number): string => (id.startsWith('_:') ? `${block} ${id}` : id);
