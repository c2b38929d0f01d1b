/**
 * The group finder without its face: words, filters and a place narrow a timetable to the groups that
 * fit, each with the evening to show, and say how many would fit otherwise.
 */
import {
  FACET_KEYS,
  type Facet,
  type FacetKey,
  type FacetValues,
  makeFacetValues,
  makeGroupFacets,
} from './facets.js';
import type { Group } from './group.js';
import type { Meeting } from './meeting.js';
import { buildGazetteer, type Gazetteer, lookUp, namesPositions, type Place } from './places.js';
import type { Narrowed, Query, Rescue, Row } from './query.js';
import { DAY_MS, MINUTE_MS } from './recurrence/plain-day.js';
import { SearchIndex } from './search.js';
import { type Listing, sift } from './sift.js';
import { type Candidate, compare, isOver, NEVER, NO_SLOT, ONLINE, type Slot, toRow } from './slot.js';
import type { Timetable } from './timetable.js';

export type { Choice, Facet, FacetKey, Filters } from './facets.js';
export { FACET_KEYS } from './facets.js';
export type { Narrowed, Near, Query, Rescue, Row } from './query.js';

export class Finder {
  /** Resolves when the words of all groups are indexed. `narrow` is right before that too, but then reads the rest in one go. */
  readonly searchable: Promise<void>;
  /** True when a venue says exactly where it is, so that "near me" makes sense. */
  readonly hasPositions: boolean;
  readonly #timetable: Timetable;
  readonly #values: Readonly<Record<FacetKey, FacetValues>> = makeFacetValues();
  readonly #listing: Listing;
  #talliedVersion = -1;
  #gazetteer: Gazetteer | undefined;

  /**
   * @param languageName A language's name for its code, so that words find it.
   * @param pause Called between slices while the words are indexed.
   */
  constructor(timetable: Timetable, languageName: (code: string) => string, pause: () => Promise<void>) {
    const { groups, listed } = timetable;
    const index = new SearchIndex(groups, languageName);
    const groupFacets = makeGroupFacets(this.#values);
    const access = new Map<Meeting, readonly number[]>();
    for (const group of groups) {
      for (const facet of groupFacets) facet.add(group);
      const ofGroup = new Set<number>();
      for (const meeting of group.meetings) {
        const numbers = this.#values.access.learnAll(meeting.access);
        access.set(meeting, numbers);
        for (const number of numbers) ofGroup.add(number);
      }
      this.#values.access.tally(ofGroup);
    }
    this.#timetable = timetable;
    this.#listing = { groups: listed, index, values: this.#values, groupFacets, access };
    this.hasPositions = namesPositions(groups);
    // When the load is aborted this stops early; a finder that lives on reads the rest when it is asked.
    this.searchable = index.build(pause).catch(() => undefined);
  }

  /** The feed's places that were perhaps meant, best first. */
  places(typed: string): Place[] {
    this.#gazetteer ??= buildGazetteer(this.#timetable.groups);
    return lookUp(this.#gazetteer, typed);
  }

  /** The groups that fit, in order, and what could be chosen next. */
  narrow(query: Query): Narrowed {
    this.#tallyEvenings();
    const { rows, online, counts, words } = sift(this.#listing, query);
    const facets: Facet[] = [];
    for (const key of FACET_KEYS) {
      const chosen = query.filters[key] ?? [];
      const values = this.#values[key];
      if (!chosen.length && !values.divides(this.#timetable.groups.length)) continue;
      facets.push({ key, choices: values.choices(counts[key], chosen) });
    }
    const inOrder = (found: Candidate[]) => found.sort(compare).map(toRow);
    const total = rows.length + online.length;
    return { rows: inOrder(rows), online: inOrder(online), total, facets, words };
  }

  /** One group with its soonest evening. */
  row(group: Group): Row {
    const found = this.#timetable.listed.find((one) => one.group === group);
    const listed = found ?? { group, rank: 0, slots: [] };
    return toRow({ listed, slot: listed.slots[0] ?? NO_SLOT, km: NEVER, roundedKm: NEVER });
  }

  /** What one can join from home within the next minutes, or right now. */
  upcomingOnline(now: number, withinMinutes = 180): Row[] {
    const until = now + withinMinutes * MINUTE_MS;
    const fits = (slot: Slot) => !isOver(slot, now) && (slot.ways & ONLINE) > 0 && slot.start <= until;
    return this.#timetable.inOrder(fits);
  }

  /** How many groups meet within seven days. */
  thisWeek(now: number): number {
    const fits = (slot: Slot) => !isOver(slot, now) && slot.start < now + 7 * DAY_MS;
    return this.#timetable.listed.filter(({ slots }) => slots.some(fits)).length;
  }

  /** For an empty result: what to let go of, the most helpful first. */
  rescue(query: Query): Rescue[] {
    const { words, near, before, filters } = query;
    const rescues: Rescue[] = [];
    const attempt = (change: Partial<Query>, drop: Rescue['drop'], value?: string) => {
      const { rows, online } = sift(this.#listing, { ...query, ...change });
      const total = rows.length + online.length;
      if (total) rescues.push({ drop, total, ...(value !== undefined && { value }) });
    };
    if (words.trim()) attempt({ words: '' }, 'words');
    if (near) attempt({ near: undefined }, 'near');
    if (before !== undefined) attempt({ before: undefined }, 'before');
    for (const key of FACET_KEYS) {
      const chosen = filters[key] ?? [];
      const keep = (kept: readonly string[], value?: string) =>
        attempt({ filters: { ...filters, [key]: kept } }, key, value);
      if (chosen.length) keep([]);
      // Of other facets any value will do, so that dropping one of several brings nothing.
      if (key !== 'access' || chosen.length < 2) continue;
      for (const value of chosen) keep(without(chosen, value), value);
    }
    return rescues.sort((a, b) => b.total - a.total);
  }

  /** Which days, times and ways the feed has at all, after evenings have ended. */
  #tallyEvenings(): void {
    if (this.#talliedVersion === this.#timetable.version) return;
    this.#talliedVersion = this.#timetable.version;
    const { day, time, attendance } = this.#values;
    for (const values of [day, time, attendance]) values.clearTally();
    for (const { slots } of this.#timetable.listed) {
      let days = 0;
      let parts = 0;
      let ways = 0;
      for (const slot of slots) {
        days |= slot.day;
        parts |= slot.part;
        ways |= slot.ways;
      }
      day.tallyBits(days);
      time.tallyBits(parts);
      attendance.tallyBits(ways);
    }
  }
}

const without = (values: readonly string[], value: string) => values.filter((other) => other !== value);
