/**
 * An answer on its way. Whether it arrived is not known when the server's word for it is lost, so it is sealed once and the same bytes are
 * sent again: the server keeps them once, and nobody reads the same answer twice.
 */
import { StaffRefusal } from '../../../backend/staff-api.js';
import { MOST_ANSWERS, type SealedAnswer } from '../../../domain/sealing/answer.js';
import { fromBase64url } from '../../../domain/sealing/encoding.js';
import { sealAnswer } from '../../../domain/sealing/staff/seal-answer.js';
import type { OpenedBox } from './opened-box.js';
import type { OpenedRow } from './questions.js';

/** What stands now. */
export interface Delivered {
  /** 1, 2 or 3. */
  readonly seq: number;
  /** As it can be read; another one than was asked for where an earlier try turned out to have arrived. */
  readonly text: string;
}

interface Try {
  readonly text: string;
  readonly sealed: SealedAnswer;
}

export class OutgoingAnswer {
  #seq: number;
  /** What was sent under this number, and may have arrived. */
  #tries: Try[] = [];

  constructor(
    private readonly box: OpenedBox,
    private readonly opened: OpenedRow,
  ) {
    this.#seq = opened.row.answers.length + 1;
  }

  /**
   * Where somebody else's answer has the number already, this one takes the next.
   * @throws StaffRefusal `seq-taken` when three stand already, `claimed`, `no-such-question` when it was taken back.
   */
  async send(text: string): Promise<Delivered> {
    for (; this.#seq <= MOST_ANSWERS; this.#seq += 1) {
      const seq = this.#seq;
      const now = await this.#trying(text);
      if (await this.#stands(now)) return this.#arrived(seq, text);
      // The number is taken: by an earlier try with other words, or by a colleague.
      for (const earlier of this.#tries)
        if (earlier !== now && (await this.#stands(earlier))) return this.#arrived(seq, earlier.text);
      this.#tries = [];
    }
    throw new StaffRefusal('seq-taken', 0);
  }

  #arrived(seq: number, text: string): Delivered {
    this.#tries = [];
    this.#seq = seq + 1;
    return { seq, text };
  }

  async #trying(text: string): Promise<Try> {
    const before = this.#tries.find((one) => one.text === text);
    if (before) return before;
    const { box, opened } = this;
    const kAns = opened.question?.kAns;
    if (!kAns) throw new Error('Nobody can read an answer to this question.');
    const locator = fromBase64url(opened.row.locator, 'locator', 16);
    const sealed = await sealAnswer(
      { seq: this.#seq, text, day: box.server.today },
      { boxId: box.boxId, locator, kAns },
    );
    const made = { text, sealed };
    this.#tries.push(made);
    return made;
  }

  async #stands({ sealed }: Try): Promise<boolean> {
    try {
      await this.box.api.answer(this.opened.row.locator, sealed);
      return true;
    } catch (error) {
      if (error instanceof StaffRefusal && error.reason === 'seq-taken') return false;
      throw error;
    }
  }
}
