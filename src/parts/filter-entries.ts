/** What a visitor has chosen among filters, as it stands in the page's address; never a typed word. */
import { FACET_KEYS, type FacetKey, type Filters } from '../domain/facets.js';
import type { Group } from '../domain/group.js';
import { fold } from '../domain/plain-letters.js';
import type { UrlEntries } from '../ui/url-state.js';

/** More than anyone ticks; a made-up address may not cost more. */
export const MOST_VALUES = 60;

/** Facets whose words are ours: an address may hold others. */
const FIXED: Readonly<Partial<Record<FacetKey, RegExp>>> = {
  day: /^(?:MO|TU|WE|TH|FR|SA|SU)$/,
  time: /^(?:morning|afternoon|evening|night)$/,
  attendance: /^(?:in-person|online)$/,
  language: /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i,
  joining: /^(?:drop-in|book|referral)$/,
  leadership: /^(?:peers|professionals)$/,
};

export const filterEntries = (filters: Filters): UrlEntries =>
  FACET_KEYS.flatMap((key) => (filters[key] ?? []).map((value) => [key, value] as const));

/** Words of the list as it spells them: anybody may write an address, and what it chooses stands on the page. */
const wordsOf = (groups: readonly Group[]): Map<string, string> =>
  new Map(
    groups.flatMap(({ topics, audience, meetings }) =>
      [topics, audience, ...meetings.map(({ access }) => access)]
        .flat()
        .map((word) => [fold(word), word] as const),
    ),
  );

/**
 * The filters among what an address says; what nobody could have chosen is passed over.
 * @param keys The filters that the widget has.
 */
export function filtersFrom(
  entries: UrlEntries,
  groups: readonly Group[],
  keys: readonly FacetKey[] = FACET_KEYS,
): Filters {
  const filters: Partial<Record<FacetKey, string[]>> = {};
  const words = wordsOf(groups);
  for (const [name, written] of entries.slice(0, MOST_VALUES)) {
    const key = keys.find((known) => known === name);
    if (!key) continue;
    const value = FIXED[key] ? FIXED[key].exec(written)?.[0] : words.get(fold(written));
    if (!value) continue;
    const values = filters[key] ?? [];
    if (!values.some((other) => fold(other) === fold(value))) filters[key] = [...values, value];
  }
  return filters;
}

/** The same with one value chosen, or no longer. A choice comes in the listing's commonest spelling, which may change. */
export function flipped(filters: Filters, key: FacetKey, value: string): Filters {
  const chosen = filters[key] ?? [];
  const rest = chosen.filter((other) => fold(other) !== fold(value));
  return { ...filters, [key]: rest.length < chosen.length ? rest : [...chosen, value] };
}
