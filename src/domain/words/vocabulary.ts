/** The words of one language, as sheets use them. A parser takes the words of one language or of several. */
import type { Weekday } from '../recurrence/rule.js';

/** What a column of a sheet holds. */
export type Column =
  | 'id'
  | 'name'
  | 'summary'
  | 'topics'
  | 'audience'
  | 'day'
  | 'time'
  | 'end'
  | 'duration'
  | 'repeats'
  | 'start'
  | 'date'
  | 'cancelled'
  | 'moved'
  | 'status'
  | 'note'
  | 'attendance'
  | 'venue'
  | 'address'
  | 'town'
  | 'district'
  | 'region'
  | 'postcode'
  | 'country'
  | 'latitude'
  | 'longitude'
  | 'directions'
  | 'access'
  | 'languages'
  | 'leader'
  | 'ledBy'
  | 'training'
  | 'joining'
  | 'joiningNote'
  | 'cost'
  | 'confidentiality'
  | 'contactName'
  | 'phone'
  | 'email'
  | 'website'
  | 'joinLink'
  | 'joinPhone'
  | 'joinNote'
  | 'zone'
  | 'checked'
  | 'talking'
  | 'companion'
  | 'lateOrEarly'
  | 'size'
  | 'greeter'
  | 'door'
  | 'nameNeeded'
  | 'camera'
  | 'contactOutside'
  | 'unsafe'
  | 'quote'
  | 'quoteBy'
  | 'consent'
  | 'calendar';

/** A kind of word; `Vocabulary.words` says which words are of it. */
export type WordKind =
  | Weekday
  /** Part of the day after a weekday ("Tuesday evenings"): says nothing that the time does not say. */
  | 'part'
  | 'workdays'
  | 'weekend'
  | 'to'
  | 'and'
  /** Passed over between days: "on the". */
  | 'filler'
  | 'each'
  | 'fortnight'
  | 'biweekly'
  | 'weekly'
  | 'monthly'
  | 'daily'
  | 'once'
  | 'other'
  /** First to fifth, and last: six in this order. */
  | 'ordinals'
  /** What makes an ordinal of a number: "1st". */
  | 'suffix'
  /** Two to six: five in this order. */
  | 'numbers'
  | 'days'
  | 'weeks'
  | 'months'
  /** January to December: twelve in this order. */
  | 'monthNames'
  /** In front of a date: "on", "from". */
  | 'on'
  /** Within a date: "3rd of December", "the 3rd". */
  | 'of'
  /** Between a date and the one that it was moved to. */
  | 'toward'
  | 'at'
  | 'from'
  | 'oclock'
  | 'noon'
  | 'midnight'
  | 'morning'
  | 'evening'
  | 'night'
  | 'one'
  | 'hours'
  | 'half'
  | 'halfHour'
  | 'arrangement'
  /** Does not meet now, and nobody says until when; as the first words of a sentence. */
  | 'off'
  /** Meets as usual. */
  | 'running'
  | 'yes'
  | 'no'
  | 'not'
  | 'both'
  | 'online'
  | 'inPerson'
  | 'dropIn'
  | 'noReferral'
  | 'referral'
  | 'book'
  | 'peers'
  | 'professionals'
  /** Family, friends and carers. */
  | 'kin'
  /** Between them: "friends of". */
  | 'joint';

export interface Vocabulary {
  /** True where the day always stands first in a date. */
  readonly dayFirst: boolean;
  /** Names of columns, parted by `|`; the first of each is the one in hints. */
  readonly columns: Readonly<Partial<Record<Column, string>>>;
  /** Regular expressions of folded text, alternatives parted by `|`. */
  readonly words: Readonly<Partial<Record<WordKind, string>>>;
}
