/** What there is to choose in a feed: the values of each filter, spelling variants merged. */

import { PARTS_OF_DAY } from './agenda.js';
import { fold } from './fold.js';
import type { Group } from './group.js';
import { WEEKDAYS } from './recurrence/plain-day.js';

export type FacetKey =
  | 'day'
  | 'time'
  | 'attendance'
  | 'topic'
  | 'audience'
  | 'language'
  | 'access'
  | 'joining'
  | 'leadership';

/** In the order in which they are shown. */
export const FACET_KEYS: readonly FacetKey[] = [
  'day',
  'time',
  'attendance',
  'topic',
  'audience',
  'language',
  'access',
  'joining',
  'leadership',
];

/**
 * What is chosen. Several values of one facet: any of them will do, but for access, where all are
 * needed; facets combine. Case and accents make no difference.
 */
export type Filters = Readonly<Partial<Record<FacetKey, readonly string[]>>>;

/** One value of a facet. */
export interface Choice {
  readonly value: string;
  /** How many groups come when this is chosen, everything else staying as it is. */
  readonly count: number;
  readonly chosen: boolean;
}

export interface Facet {
  readonly key: FacetKey;
  readonly choices: readonly Choice[];
}

/** A longer value is a mistake or mischief: its beginning stands for it. */
const VALUE_CHARACTERS = 200;

const keyOf = (value: string) => fold(value.slice(0, VALUE_CHARACTERS)).trim().replace(/\s+/g, ' ');

/** The values of one facet over a whole feed, each with a number. */
export class FacetValues {
  readonly #numbers = new Map<string, number>();
  /** Numbers by the very spelling, since feeds repeat themselves. */
  readonly #bySpelling = new Map<string, number>();
  readonly #spellings: Map<string, number>[] = [];
  /** How many groups of the feed have each value. */
  readonly #totals: number[] = [];
  readonly #fixed: boolean;

  /** @param fixed Values that keep this order; without them values are learned from the feed and the most frequent comes first. */
  constructor(fixed: readonly string[] = []) {
    this.#fixed = fixed.length > 0;
    for (const value of fixed) this.learn(value);
  }

  get size(): number {
    return this.#totals.length;
  }

  /** The number of a value, new or known. */
  learn(written: string): number | undefined {
    const value = written.slice(0, VALUE_CHARACTERS);
    const known = this.#bySpelling.get(value);
    if (known !== undefined) {
      this.#count(known, value);
      return known;
    }
    const key = keyOf(value);
    if (!key) return undefined;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#totals.length;
      this.#numbers.set(key, number);
      this.#spellings.push(new Map());
      this.#totals.push(0);
    }
    this.#bySpelling.set(value, number);
    this.#count(number, value);
    return number;
  }

  #count(number: number, value: string): void {
    const spellings = this.#spellings[number];
    const spelling = value.trim();
    spellings?.set(spelling, (spellings.get(spelling) ?? 0) + 1);
  }

  /** The numbers of several values, each once. */
  learnAll(values: readonly string[]): number[] {
    const numbers = new Set<number>();
    for (const value of values) {
      const number = this.learn(value);
      if (number !== undefined) numbers.add(number);
    }
    return [...numbers];
  }

  numberOf(value: string): number | undefined {
    return this.#numbers.get(keyOf(value));
  }

  /** Counts one group of the feed for each of its values. */
  tally(numbers: Iterable<number>): void {
    for (const number of numbers) this.#totals[number] = (this.#totals[number] ?? 0) + 1;
  }

  /** The same for values given as bits. */
  tallyBits(bits: number): void {
    for (let rest = bits; rest; rest &= rest - 1) {
      const number = 31 - Math.clz32(rest & -rest);
      this.#totals[number] = (this.#totals[number] ?? 0) + 1;
    }
  }

  /** Begins counting anew. */
  clearTally(): void {
    this.#totals.fill(0);
  }

  /** Whether there is anything to choose in a feed of so many groups. */
  divides(groups: number): boolean {
    const used = this.#totals.filter((total) => total > 0);
    return used.length > 1 || used.some((total) => total < groups);
  }

  #label(number: number): string {
    let label = '';
    let most = 0;
    for (const [spelling, count] of this.#spellings[number] ?? []) {
      if (count > most) [label, most] = [spelling, count];
    }
    return label;
  }

  /**
   * The choices with their present counts. Their order depends on the whole feed alone, so that nothing
   * moves under a finger; what is chosen stays, even when the feed no longer has it.
   */
  choices(counts: ArrayLike<number>, chosen: readonly string[]): Choice[] {
    const keys = new Set(chosen.map(keyOf));
    const listed: { choice: Choice; key: string; total: number }[] = [];
    for (const [key, number] of this.#numbers) {
      const total = this.#totals[number] ?? 0;
      const isChosen = keys.delete(key);
      if (!total && !isChosen) continue;
      const choice = { value: this.#label(number), count: counts[number] ?? 0, chosen: isChosen };
      listed.push({ choice, key, total });
    }
    if (!this.#fixed) listed.sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1));
    const unknown = chosen.filter((value) => keys.delete(keyOf(value)));
    return [
      ...listed.map(({ choice }) => choice),
      ...unknown.map((value) => ({ value, count: 0, chosen: true })),
    ];
  }
}

/** Facets that are a matter of the group as a whole, and what of a group they read. */
const OF_GROUP: readonly [FacetKey, (group: Group) => readonly string[]][] = [
  ['topic', (group) => group.topics],
  ['audience', (group) => group.audience],
  ['language', (group) => group.languages],
  ['joining', ({ joining }) => (joining ? [joining] : [])],
  // Led by both: found by either.
  ['leadership', ({ leadership }) => (leadership === 'both' ? LEADERS : leadership ? [leadership] : [])],
];

const LEADERS = ['peers', 'professionals'];

export function makeFacetValues(): Record<FacetKey, FacetValues> {
  return {
    day: new FacetValues(WEEKDAYS),
    time: new FacetValues(PARTS_OF_DAY),
    attendance: new FacetValues(['in-person', 'online']),
    topic: new FacetValues(),
    audience: new FacetValues(),
    language: new FacetValues(),
    access: new FacetValues(),
    joining: new FacetValues(['drop-in', 'book', 'referral']),
    leadership: new FacetValues(LEADERS),
  };
}

/** A facet of whole groups: its values, and for each group read so far the numbers of those it has. */
export class GroupFacet {
  readonly ofGroup: (readonly number[])[] = [];

  constructor(
    readonly key: FacetKey,
    readonly values: FacetValues,
    readonly read: (group: Group) => readonly string[],
  ) {}

  add(group: Group): void {
    const numbers = this.values.learnAll(this.read(group));
    this.values.tally(numbers);
    this.ofGroup.push(numbers);
  }
}

/** The facets of whole groups, before any group is read. */
export function makeGroupFacets(values: Readonly<Record<FacetKey, FacetValues>>): readonly GroupFacet[] {
  return OF_GROUP.map(([key, read]) => new GroupFacet(key, values[key], read));
}
