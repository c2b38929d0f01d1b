/** What every widget with a listing tells the page of its source: facts about the list, never what a visitor typed or chose. */
import type { Remark } from '../backend/ports.js';
import type { ProblemKind } from '../backend/problem.js';

const told = { bubbles: true, composed: true } as const;

/** The list is loaded and shown. */
export class ReadyEvent extends Event {
  static readonly type = 'kith-ready';

  /**
   * @param groups How many groups are listed.
   * @param kept How many records of the sources were kept.
   * @param leftOut How many were left out.
   */
  constructor(
    readonly groups: number,
    readonly kept: number,
    readonly leftOut: number,
  ) {
    super(ReadyEvent.type, told);
  }
}

/** Something about one source needs the webmaster: it could not be used, or rows of it were left out. */
export class ProblemEvent extends Event {
  static readonly type = 'kith-problem';

  /**
   * @param address The source.
   * @param kind Why it could not be used; `undefined` when only rows were left out.
   * @param hint English: what happened and the mend.
   * @param leftOut The rows that were left out, each with its reason.
   */
  constructor(
    readonly address: string,
    readonly kind: ProblemKind | undefined,
    readonly hint: string,
    readonly leftOut: readonly Remark[],
  ) {
    super(ProblemEvent.type, told);
  }
}

declare global {
  interface HTMLElementEventMap {
    'kith-ready': ReadyEvent;
    'kith-problem': ProblemEvent;
  }
}
