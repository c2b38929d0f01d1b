/** What the question box tells the page: facts about the box, never what somebody wrote, looked for or read. */
import type { ProblemKind } from '../../backend/problem.js';
import type { SealingReason } from '../../domain/sealing/sealing-error.js';

const told = { bubbles: true, composed: true } as const;

/** Questions can be written, or answers read. */
export class QuestionBoxReadyEvent extends Event {
  static readonly type = 'kith-box-ready';

  /**
   * @param asks Whether questions can be sent.
   * @param answers How many published answers there are.
   */
  constructor(
    readonly asks: boolean,
    readonly answers: number,
  ) {
    super(QuestionBoxReadyEvent.type, told);
  }
}

/** Something needs the webmaster: the server cannot be reached, or what it says does not fit what the page pins. */
export class QuestionBoxProblemEvent extends Event {
  static readonly type = 'kith-box-problem';

  /**
   * @param address The backend, or the file of answers.
   * @param kind Why it could not be used: of the network, or of the signatures.
   * @param hint English: what happened and the mend.
   */
  constructor(
    readonly address: string,
    readonly kind: ProblemKind | SealingReason,
    readonly hint: string,
  ) {
    super(QuestionBoxProblemEvent.type, told);
  }
}

/** A question was acknowledged by the server. It carries nothing. */
export class QuestionSentEvent extends Event {
  static readonly type = 'kith-question-sent';

  constructor() {
    super(QuestionSentEvent.type, told);
  }
}

declare global {
  interface HTMLElementEventMap {
    'kith-box-ready': QuestionBoxReadyEvent;
    'kith-box-problem': QuestionBoxProblemEvent;
    'kith-question-sent': QuestionSentEvent;
  }
}
