/** English for filtering and printing, in whatever widget does so. */
import type { Strings } from './strings.js';

export const enFilters = {
  filters: 'Filters',
  filtersChosen: { one: 'Filters, {n} chosen', other: 'Filters, {n} chosen' },
  clearAll: 'Clear all',
  removeFilter: 'Remove: {choice}',
  moreChoices: { one: '{n} more', other: '{n} more' },
  facetDay: 'Day',
  facetTime: 'Time of day',
  facetAttendance: 'In person or online',
  facetTopic: 'Topic',
  facetAudience: 'Who it is for',
  facetLanguage: 'Language',
  facetAccess: 'Access',
  facetJoining: 'How to join',
  facetLeadership: 'Who leads it',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
  night: 'Late evening and night',
  print: 'Print',
  printedOn: 'Printed on {date}.',
} as const satisfies Partial<Strings>;
