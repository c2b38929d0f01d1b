/** What the calendar tells the page: facts, never what a visitor chose to narrow it by. */
import type { LocalDate } from '../../domain/meeting.js';

const told = { bubbles: true, composed: true } as const;

/** A visitor opened a session. */
export class SessionOpenedEvent extends Event {
  static readonly type = 'kith-session-opened';

  /**
   * @param groupId The group's id in the listing.
   * @param date The day under which it stands, `YYYY-MM-DD`.
   */
  constructor(
    readonly groupId: string,
    readonly date: LocalDate,
  ) {
    super(SessionOpenedEvent.type, told);
  }
}

/** A visitor went back from a session to the calendar. */
export class SessionClosedEvent extends Event {
  static readonly type = 'kith-session-closed';

  /**
   * @param groupId The group's id in the listing.
   * @param date The day under which it stands, `YYYY-MM-DD`.
   */
  constructor(
    readonly groupId: string,
    readonly date: LocalDate,
  ) {
    super(SessionClosedEvent.type, told);
  }
}

declare global {
  interface HTMLElementEventMap {
    'kith-session-opened': SessionOpenedEvent;
    'kith-session-closed': SessionClosedEvent;
  }
}
