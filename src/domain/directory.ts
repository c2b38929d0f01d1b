/** A clinic's whole listing, merged from one or more sources. */
import type { Contact, Group } from './group.js';
import type { LocalDate } from './meeting.js';

/** Who keeps the listing. */
export interface Organisation extends Contact {
  /** Where to report a mistake: http(s) or mailto. */
  readonly reportUrl?: string;
}

export interface Directory {
  readonly organisation?: Organisation;
  readonly groups: readonly Group[];
  /** Day when the listing as a whole was last checked. */
  readonly lastChecked?: LocalDate;
}
