/** What a visitor has chosen, as it stands in the page's address: filters and "soon", never a typed word or a place. */
import { FACET_KEYS, type FacetKey, type Filters } from '../../domain/facets.js';
import type { Group } from '../../domain/group.js';
import { fold } from '../../domain/plain-letters.js';
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

/** Words of the list as it spells them: anybody may write an address, and what it chooses stands on the page. */
const wordsOf = (groups: readonly Group[]): Map<string, string> =>
  new Map(
    groups.flatMap(({ topics, audience, meetings }) =>
      [topics, audience, ...meetings.map(({ access }) => access)]
        .flat()
        .map((word) => [fold(word), word] as const),
    ),
  );

/** The choices among what an address says; what nobody could have chosen is passed over. */
export function choicesOf(entries: UrlEntries, groups: readonly Group[]): Choices {
  const filters: Partial<Record<FacetKey, string[]>> = {};
  const words = wordsOf(groups);
  let soon: Soon | undefined;
  for (const [name, written] of entries.slice(0, MOST_VALUES)) {
    const key = FACET_KEYS.find((known) => known === name);
    if (name === SOON && (written === 'soon' || written === 'week')) soon = written;
    if (!key) continue;
    const value = FIXED[key] ? FIXED[key].exec(written)?.[0] : words.get(fold(written));
    if (!value) continue;
    const values = filters[key] ?? [];
    if (!values.includes(value)) filters[key] = [...values, value];
  }
  return { filters, ...(soon ? { soon } : {}) };
}
