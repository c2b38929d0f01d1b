/** What the finder tells the page of its groups, never what a visitor typed or chose. */

const told = { bubbles: true, composed: true } as const;

/** A visitor opened a group. */
export class GroupOpenedEvent extends Event {
  static readonly type = 'kith-group-opened';

  /** @param groupId The group's id in the listing. */
  constructor(readonly groupId: string) {
    super(GroupOpenedEvent.type, told);
  }
}

/** A visitor went back from a group to the list. */
export class GroupClosedEvent extends Event {
  static readonly type = 'kith-group-closed';

  /** @param groupId The group's id in the listing. */
  constructor(readonly groupId: string) {
    super(GroupClosedEvent.type, told);
  }
}

declare global {
  interface HTMLElementEventMap {
    'kith-group-opened': GroupOpenedEvent;
    'kith-group-closed': GroupClosedEvent;
  }
}
