/** English for narrowing a calendar and putting it on paper: it comes with the part that does so. */
import { enFilters } from './en-filters.js';
import type { Strings } from './strings.js';

export const enCalendarLater = {
  ...enFilters,
  showAllMeetings: { one: 'Show {n} meeting', other: 'Show {n} meetings' },
  noneFits: 'No meeting fits all of this.',
  clearFilters: 'Show all meetings',
  printMonth: 'Print this month',
  printList: 'Print a list',
  newestAt: 'Dates can change. The newest ones: {address}',
} as const satisfies Partial<Strings>;
