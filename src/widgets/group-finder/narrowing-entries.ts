/** What a visitor has chosen, as it stands in the page's address: filters and "soon", never a typed word or a place. */
import type { Filters } from '../../domain/facets.js';
import type { Group } from '../../domain/group.js';
import { filterEntries, filtersFrom, MOST_VALUES } from '../../parts/filter-entries.js';
import type { UrlEntries } from '../../ui/url-state.js';

export type Soon = 'soon' | 'week';

export interface Choices {
  readonly filters: Filters;
  readonly soon?: Soon | undefined;
}

const SOON = 'when';

export const entriesOf = ({ filters, soon }: Choices): UrlEntries => [
  ...filterEntries(filters),
  ...(soon ? [[SOON, soon] as const] : []),
];

/** The choices among what an address says; what nobody could have chosen is passed over. */
export function choicesOf(entries: UrlEntries, groups: readonly Group[]): Choices {
  const soon = entries
    .slice(0, MOST_VALUES)
    .map(([name, written]) => (name === SOON ? written : undefined))
    .findLast((written) => written === 'soon' || written === 'week');
  return { filters: filtersFrom(entries, groups), ...(soon ? { soon } : {}) };
}
