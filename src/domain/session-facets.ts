/** What a calendar can be narrowed by, with how many sessions each choice would leave: the finder's own facets, counted by session. */
import { PARTS_OF_DAY, partOfDay } from './agenda.js';
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
import { isOn, type Session } from './sessions.js';
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

type Numbers = readonly number[];

const NONE: Numbers = [];
const ATTENDANCE = SESSION_FACETS.indexOf('attendance');
const TIME = SESSION_FACETS.indexOf('time');

/** The numbers of the ways to attend by their bits, and those of the parts of the day. */
const OF_WAYS: readonly Numbers[] = [NONE, [0], [1], [0, 1]];
const OF_PARTS: readonly Numbers[] = PARTS_OF_DAY.map((_, part) => [part]);

export class SessionFacets {
  readonly #values: Readonly<Record<FacetKey, FacetValues>> = makeFacetValues();
  /** Per group the numbers of its values, facet by facet. */
  readonly #ofGroup = new Map<Group, readonly Numbers[]>();
  readonly #size: number;

  constructor(groups: readonly Group[]) {
    // A group without a date has no session: what only such groups have would leave nothing.
    const dated = groups.filter(({ meetings }) => meetings.some(({ start }) => start !== undefined));
    this.#size = dated.length;
    const facets: readonly GroupFacet[] = makeGroupFacets(this.#values);
    for (const group of dated) {
      for (const facet of facets) facet.add(group);
      this.#ofGroup.set(
        group,
        SESSION_FACETS.map((key) => facets.find((facet) => facet.key === key)?.ofGroup.at(-1) ?? NONE),
      );
      // Which ways there are at all.
      this.#values.attendance.tallyBits(
        group.meetings.reduce((mask, { attendance }) => mask | WAYS[attendance], 0),
      );
    }
  }

  #numbersOf({ group, occurrence, time }: Session, place: number): Numbers {
    if (place === ATTENDANCE) return OF_WAYS[WAYS[occurrence.meeting.attendance]] ?? NONE;
    if (place === TIME) return OF_PARTS[partOfDay(time)] ?? NONE;
    return this.#ofGroup.get(group)?.[place] ?? NONE;
  }

  /** The sessions that fit, and for each choice how many that take place would, everything else staying as it is. */
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
      time.tally(this.#numbersOf(session, TIME));
      let failed = 0;
      let failedAt = -1;
      // Counted by hand, since iterators cost a frame over thousands of sessions.
      for (let place = 0; place < wanted.length; place++) {
        const asked = wanted[place];
        if (!asked?.length || this.#numbersOf(session, place).some((number) => asked.includes(number)))
          continue;
        failed++;
        failedAt = place;
      }
      if (failed === 0) fitting.push(session);
      if (failed > 1 || !isOn(session)) continue;
      // A session that fails one facet alone comes back by another choice of that one.
      for (let place = 0; place < counts.length; place++) {
        const line = counts[place];
        if (!line || (failed === 1 && failedAt !== place)) continue;
        for (const number of this.#numbersOf(session, place)) line[number] = (line[number] ?? 0) + 1;
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
