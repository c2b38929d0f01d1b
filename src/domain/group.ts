/** A peer-support group as a visitor needs to know it, whatever listing it came from. */
import type { LocalDate, Meeting } from './meeting.js';

/** Who leads: people with experience of their own, people paid for it, or both. */
export type Leadership = 'peers' | 'professionals' | 'both';

/** How one joins: just turn up, book a place, or be sent by someone. */
export type Joining = 'drop-in' | 'book' | 'referral';

/** The canonical audience word behind the door "I am looking for someone else". */
export const FAMILY = 'family';
/** The canonical audience words for a meeting that anyone may visit, and for one that is for those who share the experience. */
export const FOR_ALL = 'open';
export const FOR_MEMBERS = 'closed';

/** The canonical cost of what costs nothing. */
export const FREE = 'free';

/** What a first visit is like. Every answer is in the feed's words; what is absent is never invented. */
export interface FirstVisit {
  /** Must I talk? */
  readonly talking?: string;
  /** May I bring someone? */
  readonly companion?: string;
  /** May I arrive late or leave early? */
  readonly lateOrEarly?: string;
  /** How many people come? */
  readonly size?: string;
  /** Who greets me? */
  readonly greeter?: string;
  /** At which door? */
  readonly door?: string;
  /** Is my name needed? */
  readonly nameNeeded?: string;
  /** Camera and microphone (online). */
  readonly camera?: string;
  /** What does it cost? */
  readonly cost?: string;
  /** Contact between meetings. */
  readonly contactOutside?: string;
  /** Whom to tell if it felt unsafe. */
  readonly unsafe?: string;
}

/** What a first visitor asks, as listings are read. */
export const FIRST_VISIT = [
  'talking',
  'companion',
  'lateOrEarly',
  'size',
  'greeter',
  'door',
  'nameNeeded',
  'camera',
  'cost',
  'contactOutside',
  'unsafe',
] as const satisfies readonly (keyof FirstVisit)[];

/** How to reach a group or the organisation behind it. */
export interface Contact {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  /** http(s). */
  readonly url?: string;
}

export interface Group {
  /** Unique in its directory and stable between loads. */
  readonly id: string;
  readonly name: string;
  /** One or two sentences. */
  readonly summary?: string;
  /** Anything else worth knowing. */
  readonly notes?: string;
  /** The group's own page, http(s). */
  readonly url?: string;
  /** What it is about, in the feed's words. */
  readonly topics: readonly string[];
  /** Whom it is for, in the feed's words; `FAMILY`, `FOR_ALL` and `FOR_MEMBERS` are said in the visitor's language. */
  readonly audience: readonly string[];
  /** BCP 47. */
  readonly languages: readonly string[];
  readonly leadership?: Leadership;
  /** Name or role of whoever leads. */
  readonly leader?: string;
  /** How the leader was trained. */
  readonly training?: string;
  readonly joining?: Joining;
  /** How to book, who refers. */
  readonly joiningNote?: string;
  /** In the feed's words, or `FREE`. */
  readonly cost?: string;
  /** The group's own rule of confidentiality. */
  readonly confidentiality?: string;
  readonly contact?: Contact;
  /** Day when someone last checked that this is still true. */
  readonly lastChecked?: LocalDate;
  readonly firstVisit?: FirstVisit;
  /** A member's words, only when the feed says that the member agreed. */
  readonly quote?: { readonly text: string; readonly by?: string };
  readonly meetings: readonly Meeting[];
  /** Name under which its dates stand in a calendar, where that is another than its own. */
  readonly calendarName?: string;
  /**
   * A source of dates (a calendar, events) named it, and told no more than its dates: where another source tells of the group,
   * these belong to it.
   */
  readonly datesOnly?: true;
}

/** How to reach a group: its own contact, or, where that holds no way to reach anyone, the organisation's. */
export function contactFor(
  { contact }: Pick<Group, 'contact'>,
  organisation: Contact | undefined,
): Contact | undefined {
  if (!organisation || contact?.phone || contact?.email || contact?.url) return contact;
  const { name, phone, email, url } = organisation;
  return {
    ...(name && { name }),
    ...(phone && { phone }),
    ...(email && { email }),
    ...(url && { url }),
    ...contact,
  };
}
