/** What a visitor has chosen, as it stands in the page's address: filters and "soon", never a typed word or a place. */
import { FACET_KEYS, type FacetKey, type Filters } from '../../domain/facets.js';
import type { UrlEntries } from '../../ui/url-state.js';

export type Soon = 'soon' | 'week';

export interface Choices {
  readonly filters: Filters;
  readonly soon?: Soon | undefined;
}

const SOON = 'when';
/** More than anyone ticks; a made-up address may not cost more. */
const MOST_VALUES = 60;

/** Facets whose words are ours: an address may hold others. */
const FIXED: Readonly<Partial<Record<FacetKey, RegExp>>> = {
  day: /^(?:MO|TU|WE|TH|FR|SA|SU)$/,
  time: /^(?:morning|afternoon|evening|night)$/,
  attendance: /^(?:in-person|online)$/,
  language: /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i,
  joining: /^(?:drop-in|book|referral)$/,
  leadership: /^(?:peers|professionals)$/,
};

export function entriesOf({ filters, soon }: Choices): UrlEntries {
  return [
    ...FACET_KEYS.flatMap((key) => (filters[key] ?? []).map((value) => [key, value] as const)),
    ...(soon ? [[SOON, soon] as const] : []),
  ];
}

/** The choices among what an address says; what nobody could have chosen is passed over. */
export function choicesOf(entries: UrlEntries): Choices {
  const filters: Partial<Record<FacetKey, string[]>> = {};
  let soon: Soon | undefined;
  for (const [name, value] of entries.slice(0, MOST_VALUES)) {
    const key = FACET_KEYS.find((known) => known === name);
    if (name === SOON && (value === 'soon' || value === 'week')) soon = value;
    if (!key || !value || FIXED[key]?.test(value) === false) continue;
    const values = filters[key] ?? [];
    if (!values.includes(value)) filters[key] = [...values, value];
  }
  return { filters, ...(soon ? { soon } : {}) };
}
