/**
 * The one pass over a listing behind every keystroke and tick: which groups fit, and for each value of
 * each facet how many would fit if it were chosen.
 */

import { distanceKm } from './distance.js';
import { FACET_KEYS, type FacetKey, type FacetValues, type Filters, type GroupFacet } from './facets.js';
import type { Meeting, Position } from './meeting.js';
import type { Near, Query } from './query.js';
import type { SearchIndex } from './search.js';
import { type Candidate, compare, IN_PERSON, type Listed, NEVER, ONLINE, type Slot } from './slot.js';

export interface Listing {
  readonly groups: readonly Listed[];
  readonly index: SearchIndex;
  readonly values: Readonly<Record<FacetKey, FacetValues>>;
  readonly groupFacets: readonly GroupFacet[];
  /** Numbers of the values of access of each meeting. */
  readonly access: ReadonlyMap<Meeting, readonly number[]>;
}

export interface Sifted {
  readonly rows: Candidate[];
  readonly online: Candidate[];
  readonly counts: Readonly<Record<FacetKey, Uint32Array>>;
  readonly words: readonly string[];
}

const bitOf = (key: FacetKey) => 1 << FACET_KEYS.indexOf(key);
const DAY = bitOf('day');
const TIME = bitOf('time');
const ACCESS = bitOf('access');
const EVERY_FACET = (1 << FACET_KEYS.length) - 1;
/** A bit that no slot has: a chosen value that the feed does not know. */
const UNKNOWN = 1 << 30;

const isOneAtMost = (bits: number) => (bits & (bits - 1)) === 0;

/** The chosen values by their numbers; -1 for what the feed does not know. */
function numbersOf(filters: Filters, key: FacetKey, values: FacetValues): number[] {
  return (filters[key] ?? []).map((value) => values.numberOf(value) ?? -1);
}

const toBits = (numbers: readonly number[]) =>
  numbers.reduce((bits, number) => bits | (number < 0 ? UNKNOWN : 1 << number), 0);

/** How far it is to a venue that says exactly where it is. */
function kilometresTo({ agenda, occurrence, ways }: Slot, from: Position | undefined): number {
  const venue = occurrence?.change?.venue ?? agenda?.meeting.venue;
  if (!from || !venue?.position || venue.approximate || !(ways & IN_PERSON)) return NEVER;
  return distanceKm(from, venue.position);
}

/** Whether one can go there from the place that was asked for. Without a distance the venue must name the place. */
function isNear({ agenda }: Slot, { place, radiusKm = NEVER }: Near, km: number): boolean {
  if (km < NEVER) return km <= radiusKm;
  const venue = agenda?.meeting.venue;
  return Boolean(place && venue && place.has(venue));
}

const NONE: readonly number[] = [];

export function sift(listing: Listing, query: Query): Sifted {
  const { groups, index, values, groupFacets } = listing;
  const { filters, near, before } = query;
  const { ids, words } = index.find(query.words);
  const chosen = (key: FacetKey) => numbersOf(filters, key, values[key]);
  const days = toBits(chosen('day'));
  const parts = toBits(chosen('time'));
  const ways = toBits(chosen('attendance'));
  const access = chosen('access');
  const counts = Object.fromEntries(
    FACET_KEYS.map((key) => [key, new Uint32Array(values[key].size)]),
  ) as Record<FacetKey, Uint32Array>;
  const count = (key: FacetKey, numbers: readonly number[]) => {
    const line = counts[key];
    for (const number of numbers) line[number] = (line[number] ?? 0) + 1;
  };
  const countBits = (key: FacetKey, bits: number) => {
    const line = counts[key];
    for (let rest = bits; rest; rest &= rest - 1) {
      const number = 31 - Math.clz32(rest & -rest);
      line[number] = (line[number] ?? 0) + 1;
    }
  };
  const ofGroups = groupFacets.map((facet) => ({
    ...facet,
    bit: bitOf(facet.key),
    chosen: chosen(facet.key),
  }));
  const rows: Candidate[] = [];
  const online: Candidate[] = [];

  groups.forEach((listed, id) => {
    if (ids && !ids.has(id)) return;
    // One bit for each facet that the group fails as a whole. Two are one too many: no single choice brings it back.
    let failed = 0;
    for (const { bit, ofGroup, chosen: wanted } of ofGroups) {
      if (wanted.length && !ofGroup[id]?.some((number) => wanted.includes(number))) failed |= bit;
    }
    if (!isOneAtMost(failed)) return;

    // Facets that the group passes, all others being as they are.
    let open = 0;
    let openDays = 0;
    let openParts = 0;
    let openWays = 0;
    const openAccess: number[] = [];
    let best: Candidate | undefined;
    let bestOnline: Candidate | undefined;
    for (const slot of listed.slots) {
      if (before !== undefined && slot.start >= before) continue;
      const has = (slot.agenda && listing.access.get(slot.agenda.meeting)) ?? NONE;
      let fails = failed;
      if (days && !(slot.day & days)) fails |= DAY;
      if (parts && !(slot.part & parts)) fails |= TIME;
      if (access.length && !access.every((number) => has.includes(number))) fails |= ACCESS;
      if (!isOneAtMost(fails)) continue;
      const km = near ? kilometresTo(slot, near.position) : NEVER;
      // A hybrid group too far away is still there online.
      const possible = near && !isNear(slot, near, km) ? slot.ways & ONLINE : slot.ways;
      if (!fails) openWays |= possible;
      const wanted = ways ? possible & ways : possible;
      if ((ways || near) && !wanted) continue;
      if (!fails || fails === DAY) openDays |= slot.day;
      if (!fails || fails === TIME) openParts |= slot.part;
      if (fails) {
        open |= fails;
        continue;
      }
      open = EVERY_FACET;
      for (const number of has) if (!openAccess.includes(number)) openAccess.push(number);
      const isOnline = near && !(wanted & IN_PERSON);
      const shown = isOnline ? NEVER : km;
      const candidate = { listed, slot, km: shown, roundedKm: Math.round(shown) };
      if (isOnline) bestOnline ??= candidate;
      else if (!best || compare(candidate, best) < 0) best = candidate;
    }
    countBits('day', openDays);
    countBits('time', openParts);
    countBits('attendance', openWays);
    count('access', openAccess);
    for (const { key, bit, ofGroup } of ofGroups) if (open & bit) count(key, ofGroup[id] ?? []);
    if (best) rows.push(best);
    else if (bestOnline) online.push(bestOnline);
  });
  return { rows, online, counts, words };
}
