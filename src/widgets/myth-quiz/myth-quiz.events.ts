/** What the quiz tells the page: facts about its content, never what a visitor answered, skipped or read. */
import type { ProblemKind } from '../../backend/problem.js';

const told = { bubbles: true, composed: true } as const;

/** The first question can be read. */
export class MythQuizReadyEvent extends Event {
  static readonly type = 'kith-quiz-ready';

  /**
   * @param packId Id of the pack.
   * @param version Its version.
   * @param items How many questions there are.
   */
  constructor(
    readonly packId: string,
    readonly version: string,
    readonly items: number,
  ) {
    super(MythQuizReadyEvent.type, told);
  }
}

/** Something needs the webmaster: a pack, an overlay or a list of groups could not be used, or parts of it were left out. */
export class MythQuizProblemEvent extends Event {
  static readonly type = 'kith-quiz-problem';

  /**
   * @param address The pack, overlay or list.
   * @param kind Why it could not be used; `undefined` when only parts of it were left out.
   * @param hint English: what happened and the mend.
   */
  constructor(
    readonly address: string,
    readonly kind: ProblemKind | undefined,
    readonly hint: string,
  ) {
    super(MythQuizProblemEvent.type, told);
  }
}

/** A visitor came to the end, by the last question or by stopping; which of the two is not told. */
export class MythQuizEndedEvent extends Event {
  static readonly type = 'kith-quiz-ended';

  constructor() {
    super(MythQuizEndedEvent.type, told);
  }
}

declare global {
  interface HTMLElementEventMap {
    'kith-quiz-ready': MythQuizReadyEvent;
    'kith-quiz-problem': MythQuizProblemEvent;
    'kith-quiz-ended': MythQuizEndedEvent;
  }
}
