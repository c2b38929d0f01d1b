/** What a calendar can be narrowed by, with how many sessions each choice would leave: the finder's own facets, counted by session. */
import { partOfDay } from './agenda.js';
import {
  type Facet,
  type FacetKey,
  type FacetValues,
  type Filters,
  type GroupFacet,
  makeFacetValues,
  makeGroupFacets,
} from './facets.js';
import type { Group } from './group.js';
import type { Session } from './sessions.js';
import { WAYS } from './slot.js';

/** In the order in which they are shown. */
export const SESSION_FACETS = [
  'attendance',
  'topic',
  'time',
  'audience',
  'language',
  'joining',
] as const satisfies readonly FacetKey[];

export interface NarrowedSessions {
  readonly sessions: readonly Session[];
  readonly facets: readonly Facet[];
}

const bits = (mask: number): number[] => [0, 1, 2, 3].filter((bit) => mask & (1 << bit));

export class SessionFacets {
  readonly #values: Readonly<Record<FacetKey, FacetValues>> = makeFacetValues();
  readonly #ofGroup = new Map<string, Partial<Record<FacetKey, readonly number[]>>>();
  readonly #size: number;

  constructor(groups: readonly Group[]) {
    this.#size = groups.length;
    const facets: readonly GroupFacet[] = makeGroupFacets(this.#values);
    for (const group of groups) {
      const numbers: Partial<Record<FacetKey, readonly number[]>> = {};
      for (const facet of facets) {
        facet.add(group);
        numbers[facet.key] = facet.ofGroup.at(-1) ?? [];
      }
      this.#ofGroup.set(group.id, numbers);
      // Which ways there are at all.
      this.#values.attendance.tallyBits(
        group.meetings.reduce((mask, { attendance }) => mask | WAYS[attendance], 0),
      );
    }
  }

  #numbersOf({ group, occurrence, time }: Session, key: FacetKey): readonly number[] {
    if (key === 'attendance') return bits(WAYS[occurrence.meeting.attendance]);
    if (key === 'time') return [partOfDay(time)];
    return this.#ofGroup.get(group.id)?.[key] ?? [];
  }

  /** The sessions that fit, and for each choice how many would, everything else staying as it is. */
  narrow(sessions: readonly Session[], filters: Filters): NarrowedSessions {
    const keys = SESSION_FACETS;
    const wanted = keys.map((key) =>
      (filters[key] ?? []).map((value) => this.#values[key].numberOf(value) ?? -1),
    );
    const counts = keys.map((key) => new Uint32Array(this.#values[key].size));
    const { time } = this.#values;
    time.clearTally();
    const fitting: Session[] = [];
    for (const session of sessions) {
      const has = keys.map((key) => this.#numbersOf(session, key));
      const fails = keys.map((_, place) => {
        const asked = wanted[place] ?? [];
        return asked.length > 0 && !has[place]?.some((number) => asked.includes(number));
      });
      time.tally(has[keys.indexOf('time')] ?? []);
      const failed = fails.filter(Boolean).length;
      if (failed === 0) fitting.push(session);
      if (failed > 1) continue;
      // A session that fails one facet alone comes back by another choice of that one.
      for (const [place, line] of counts.entries()) {
        if (failed === 1 && !fails[place]) continue;
        for (const number of has[place] ?? []) line[number] = (line[number] ?? 0) + 1;
      }
    }
    const facets = keys.flatMap((key, place): Facet[] => {
      const chosen = filters[key] ?? [];
      const values = this.#values[key];
      const divides = values.divides(key === 'time' ? sessions.length : this.#size);
      return divides || chosen.length > 0
        ? [{ key, choices: values.choices(counts[place] ?? [], chosen) }]
        : [];
    });
    return { sessions: fitting, facets };
  }
}
