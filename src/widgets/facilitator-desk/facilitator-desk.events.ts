/** What a page hears of its desk: facts without a word of anybody's. */

/** The desk was unlocked. */
export class DeskUnlockedEvent extends Event {
  static readonly type = 'kith-desk-unlocked';

  constructor() {
    super(DeskUnlockedEvent.type, { bubbles: true, composed: true });
  }
}

/** The desk locked: its keys are gone from memory. */
export class DeskLockedEvent extends Event {
  static readonly type = 'kith-desk-locked';

  /** @param reason `asked`, `idle`, `ended` by the server, or `left` with the page. */
  constructor(readonly reason: 'asked' | 'idle' | 'ended' | 'left') {
    super(DeskLockedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'kith-desk-unlocked': DeskUnlockedEvent;
    'kith-desk-locked': DeskLockedEvent;
  }
}
