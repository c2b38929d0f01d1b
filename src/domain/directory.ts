/** A clinic's whole listing, merged from one or more sources. */
import type { Contact, Group } from './group.js';
import type { LocalDate, Meeting } from './meeting.js';

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
  /** Day when this copy was taken from its sources, where it is one: a copy that is not renewed misses what was called off since. */
  readonly copiedOn?: LocalDate;
}

/** With the lists that a directory from plain JavaScript may lack. */
export function completed(directory: Directory): Directory {
  const groups = directory.groups.map((group: Partial<Group> & Pick<Group, 'id' | 'name'>) => ({
    topics: [],
    audience: [],
    languages: [],
    ...group,
    meetings: (group.meetings ?? []).map((meeting: Partial<Meeting>) => ({
      attendance: 'in-person' as const,
      access: [],
      ...meeting,
    })),
  }));
  return { ...directory, groups };
}
