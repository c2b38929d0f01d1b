/**
 * Makes groups of the events of a graph. Sessions become one group where the feed links them to one series; else where their
 * names are equal and either their page is, but for a date in its address, or both organiser and place. Never by a name alone.
 */
import type { Group } from '../domain/group.js';
import type { ReadContext } from './ports.js';
import { type Fields, given, slugOf, type Tally, text, uniqueIds } from './record.js';
import { Draft, nameKey, pageKey, type Setting, whoAndWhere } from './schema-org-draft.js';
import type { Found, Graph } from './schema-org-graph.js';
import { pageOf, readGroup } from './schema-org-group.js';
import { NodeReader, typesOf, valuesOf } from './schema-org-node.js';
import { readWhereabouts, type Whereabouts } from './schema-org-place.js';
import { readTimes, type Times } from './schema-org-session.js';

/** Series of series of series are nobody's; the limit is against circles. */
const MOST_PARENTS = 10;

const isSeries = (node: Fields): boolean => typesOf(node).some((type) => /Series$/.test(type));

/** Places and organisations that list their events say where those are, or whose. */
function ownerAs(owner: Fields | undefined): Fields[] {
  if (!owner) return [];
  const types = typesOf(owner);
  if (types.some((type) => /Place|Venue|Church|Library|Hall$/.test(type))) return [{ location: owner }];
  return types.some((type) => /Page$|Site$|List$|Feed$/.test(type)) ? [] : [{ organizer: owner }];
}

interface Read {
  readonly found: Found;
  readonly root: Found;
  readonly reader: NodeReader;
  readonly row: number;
  readonly name: string;
  readonly page: string | undefined;
  readonly where: Whereabouts;
  readonly times: Times;
}

export class EventReader {
  readonly tally: Tally;
  readonly #graph: Graph;
  readonly #context: ReadContext;
  /** Series and other events of which parts are listed. */
  readonly #heads = new Set<Found>();
  readonly #roots = new Map<Found, Found>();
  readonly #byRoot = new Map<Found, Draft>();
  readonly #byKey = new Map<string, Draft>();
  /** Names that are found under one address: a page of several groups is no group's own. */
  readonly #names = new Map<string, string>();
  readonly #drafts = new Set<Draft>();
  #past = 0;

  constructor(graph: Graph, tally: Tally, context: ReadContext) {
    this.#graph = graph;
    this.tally = tally;
    this.#context = context;
  }

  async read(): Promise<Group[]> {
    const { events } = this.#graph;
    for (const found of events) {
      const root = this.#rootOf(found);
      this.#roots.set(found, root);
      if (root !== found) this.#heads.add(root);
    }
    const listed = events.filter(
      (found) =>
        !found.mentioned ||
        (this.#heads.has(found) && valuesOf(this.#graph.nodeOf(found), 'eventSchedule').length > 0),
    );
    const reads: Read[] = [];
    for (const [index, found] of listed.entries()) {
      if (index % 20 === 19) await this.#context.pause();
      const one = this.#readOne(found, index + 1);
      if (one) reads.push(one);
    }
    for (const [index, one] of reads.entries()) {
      if (index % 50 === 49) await this.#context.pause();
      this.#gather(one);
    }
    if (this.#past) {
      this.tally.remark(
        this.#past === 1
          ? 'One event is over and is not shown'
          : `${this.#past} events are over and are not shown`,
      );
    }
    const idFor = uniqueIds();
    const groups: Group[] = [];
    for (const draft of this.#drafts) {
      await this.#context.pause();
      const group = draft.build(idFor(draft.identifier ?? slugOf(draft.name)));
      if (!group) continue;
      groups.push(group);
      this.tally.kept += draft.heads;
    }
    return groups;
  }

  /** The outermost event that is the same group. A festival's parts are no sessions of one group. */
  #rootOf(found: Found): Found {
    let root = found;
    const seen = new Set([found]);
    for (
      let parent = root.parent;
      parent && !seen.has(parent) && seen.size < MOST_PARENTS;
      parent = root.parent
    ) {
      seen.add(parent);
      if (!this.#belongs(root, parent)) break;
      root = parent;
    }
    return root;
  }

  #belongs(part: Found, whole: Found): boolean {
    const [inner, outer] = [this.#graph.nodeOf(part), this.#graph.nodeOf(whole)];
    const name = (node: Fields): string => nameKey(text(valuesOf(node, 'name')[0]));
    return (
      isSeries(outer) ||
      valuesOf(outer, 'eventSchedule').length > 0 ||
      !name(inner) ||
      !name(outer) ||
      name(inner) === name(outer)
    );
  }

  #readOne(found: Found, row: number): Read | undefined {
    const root = this.#roots.get(found) ?? found;
    const behind = root === found ? [] : [this.#graph.nodeOf(root)];
    const reader = new NodeReader(
      this.#graph.nodeOf(found),
      this.#graph,
      found.block,
      this.tally,
      row,
      this.#context.address,
      [...behind, ...ownerAs(found.owner ?? root.owner)],
    );
    const name = (root !== found && reader.at(this.#graph.nodeOf(root))?.text('name')) || reader.text('name');
    if (!name) {
      this.tally.leaveOut(row, 'has no name');
      return undefined;
    }
    const page = pageOf(reader);
    const where = readWhereabouts(reader, page);
    const times = readTimes(reader, where, this.#context, this.#heads.has(found));
    if (times.off) {
      this.tally.leaveOut(
        row,
        times.off === 'cancelled' ? 'is cancelled as a whole' : 'is postponed as a whole',
      );
      return undefined;
    }
    if (times.over) {
      this.#past++;
      return undefined;
    }
    const key = pageKey(page);
    const known = this.#names.get(key);
    this.#names.set(key, known === undefined || known === nameKey(name) ? nameKey(name) : '');
    return { found, root, reader, row, name, page, where, times };
  }

  /** Under what an event that belongs to no series is known. */
  #keysOf({ name, page, where, reader }: Read): string[] {
    const [organizer] = reader.nodes('organizer');
    const who = organizer?.text('name') ?? organizer?.text('url') ?? reader.words('organizer')[0] ?? '';
    const address = pageKey(page);
    const own = address && address !== pageKey(this.#context.address) && this.#names.get(address);
    return [own ? `page ${address}` : '', whoAndWhere(who, where)]
      .filter(Boolean)
      .map((key) => `${nameKey(name)} ${key}`);
  }

  #draftFor(read: Read): Draft {
    const { root, name, page, reader } = read;
    // A series that is only spoken of, without an id, is another object in each of its sessions.
    const series = this.#heads.has(root) && (root.id !== '' || !root.mentioned);
    const keys = series ? [] : this.#keysOf(read);
    const known =
      this.#byRoot.get(root) ?? keys.map((key) => this.#byKey.get(key)).find((draft) => draft !== undefined);
    const draft = known ?? new Draft(name, readGroup(reader, page), reader.text('identifier', 80));
    this.#byRoot.set(root, draft);
    for (const key of keys) if (!this.#byKey.has(key)) this.#byKey.set(key, draft);
    this.#drafts.add(draft);
    return draft;
  }

  #gather(read: Read): void {
    const { found, root, reader, row, where, times } = read;
    const { sessions, repeats } = times;
    const dated = sessions.length + repeats.length > 0;
    if (!dated && root !== found) {
      this.tally.leaveOut(row, 'is a part of a series and has no startDate');
      return;
    }
    const draft = this.#draftFor(read);
    const own = root === found ? undefined : text(valuesOf(reader.fields, 'name')[0]);
    const setting: Setting = {
      ...where,
      ...given({ note: own && nameKey(own) !== nameKey(draft.name) ? reader.text('name') : undefined }),
    };
    if (!dated && this.#heads.has(found)) {
      draft.heads++;
      return;
    }
    if (!dated) {
      reader.remark('has no startDate that can be read, so it is shown without a date');
      draft.addUndated(setting);
    }
    const before = draft.add(row, sessions, repeats, setting);
    if (before === undefined) this.tally.kept++;
    else this.tally.leaveOut(row, `says the same as record ${before}`);
  }
}
