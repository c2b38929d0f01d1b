/**
 * A question in somebody's hand, with what they have typed: asked for so that nobody else begins, kept on the way, and put down. Whatever
 * becomes of the question, the words stay with whoever typed them.
 */
import { StaffRefusal } from '../../../backend/staff-api.js';
import type { Desk } from '../desk-screen.js';
import { endsSession } from '../failure-in-words.js';
import { keepSealed } from '../work/drafts-on-the-way.js';
import { type AnswerDraft, type OpenedRow, saveDraft } from '../work/questions.js';
import { DraftKeeper, type Later } from './draft-keeper.js';
import { unsentWords } from './evening-piles.js';

/** Who has the question: I do, or try to; a colleague does, by name where it is known; it is gone. */
export type Hold =
  | { readonly kind: 'asking' | 'mine' | 'gone' }
  | { readonly kind: 'other'; readonly name: string };

/** A claim holds for half an hour; while somebody works it is asked for anew when less than this is left. */
const LEAST_SECONDS = 20 * 60;

const refusal = (error: unknown): string => (error instanceof StaffRefusal ? error.reason : '');

export class Holding {
  #hold: Hold = { kind: 'asking' };
  /** Seconds since 1970. */
  #until = 0;
  #text = '';
  #handedOn = false;
  /** Whether a draft lies on the server. */
  #hasDraft = false;
  #ended = false;
  #keeper: DraftKeeper;
  /** What became of the draft. */
  notice = '';

  /** @param lost Called when it was taken over, or is gone. */
  constructor(
    private readonly desk: Desk,
    private opened: OpenedRow,
    private readonly lost: () => void,
    private readonly after: Later,
  ) {
    this.#keeper = this.#begin();
  }

  get hold(): Hold {
    return this.#hold;
  }

  get text(): string {
    return this.#text;
  }

  get handedOn(): boolean {
    return this.#handedOn;
  }

  get mayWrite(): boolean {
    return this.#hold.kind === 'mine' || this.#hold.kind === 'asking';
  }

  get #draft(): Omit<AnswerDraft, 'by'> {
    return { text: this.#text, handedOn: this.#handedOn };
  }

  #begin(): DraftKeeper {
    const { draft, row } = this.opened;
    this.#text = unsentWords(this.opened);
    this.#handedOn = draft?.handedOn ?? false;
    this.#hasDraft = row.draft !== undefined;
    return new DraftKeeper(
      this.#text,
      (text) => this.#save(text),
      (failure) => this.#told(failure),
      this.after,
    );
  }

  /** Asks for it. Whoever is refused may still read. */
  async claim(): Promise<void> {
    try {
      this.#until = await this.desk.box.api.claim(this.opened.row.locator);
      this.#hold = { kind: 'mine' };
    } catch (error) {
      if (!this.#isLost(error)) throw error;
    }
  }

  /** Takes it as the server has it now, and leaves alone what was typed meanwhile. */
  refresh(fresh: OpenedRow): void {
    if (this.#ended) return;
    const isUntouched = this.#text === unsentWords(this.opened);
    this.opened = fresh;
    if (isUntouched) this.#keeper = this.#begin();
    const { claimBy } = fresh.row;
    if (this.#hold.kind === 'other' && claimBy)
      this.#hold = { kind: 'other', name: this.desk.box.nameOf(claimBy) };
  }

  /** Takes in that a colleague has it, or that it is gone. @returns Whether that is what happened. */
  #isLost(error: unknown): boolean {
    const reason = refusal(error);
    if (reason !== 'claimed' && reason !== 'no-such-question') return false;
    const { desk, opened } = this;
    const { claimBy } = opened.row;
    const name = claimBy && claimBy !== desk.box.me.id ? desk.box.nameOf(claimBy) : '';
    this.#hold = reason === 'claimed' ? { kind: 'other', name } : { kind: 'gone' };
    this.#keeper.stop();
    if (reason === 'no-such-question') desk.say(desk.words.eveningGone);
    this.lost();
    return true;
  }

  // Keeping what is typed

  type(text: string): void {
    this.#text = text;
    // What was kept is old from here on; that it could not be kept stays true until it can.
    if (this.notice !== this.desk.words.eveningDraftFailed) this.notice = '';
    this.#keeper.type(text);
  }

  async #save(text: string): Promise<void> {
    const { desk, opened } = this;
    if (!this.#ended && this.#until - desk.now() / 1000 < LEAST_SECONDS) {
      this.#until = await desk.box.api.claim(opened.row.locator);
      this.#hold = { kind: 'mine' };
    }
    await saveDraft(desk.box, opened.row, { text, handedOn: this.#handedOn });
    this.#hasDraft = Boolean(text) || this.#handedOn;
  }

  #told(failure: unknown): void {
    const { desk } = this;
    if (this.#ended || (failure !== undefined && this.#isLost(failure))) return;
    if (endsSession(failure)) {
      // The desk locks itself, and asks for what can be kept.
      void desk.attempt(() => Promise.reject(failure));
      return;
    }
    this.notice = failure === undefined ? desk.words.eveningDraftKept : desk.words.eveningDraftFailed;
    if (failure !== undefined) desk.say(this.notice);
    desk.update();
  }

  /** Keeps all of it now. @returns Whether it is kept; where it is not, `notice` says so. */
  async keep(): Promise<boolean> {
    if (!this.mayWrite) return true;
    return this.#keeper.flush();
  }

  /** Puts the mark on it or takes it away; it travels with the draft, and is kept at once. */
  mark(handedOn: boolean): Promise<void> {
    this.#handedOn = handedOn;
    return this.without(async () => {
      const text = this.#text;
      await this.#save(text);
      this.#keeper.settle(text);
    });
  }

  /** Does something while no draft is on its way: none may arrive behind an answer. What fails leaves the words to be kept again. */
  async without(deed: () => Promise<void>): Promise<void> {
    const { desk } = this;
    const isDone = await desk.attempt(async () => {
      await this.#keeper.pause();
      try {
        await deed();
      } catch (error) {
        if (this.#isLost(error)) return;
        if (this.#keeper.isBehind) this.#keeper.type(this.#text);
        throw error;
      }
    });
    if (!isDone) desk.focus('.said-above');
  }

  /** The words became an answer: they are no draft any more, but the mark stays. */
  async sent(): Promise<void> {
    this.#text = '';
    this.notice = '';
    this.#keeper.settle('');
    if (!this.#hasDraft && !this.#handedOn) return;
    // Should this fail, the words are known by the answer that they became.
    await saveDraft(this.desk.box, this.opened.row, this.#draft).catch(() => undefined);
  }

  // Putting it down

  /** Nothing of it is to be kept: it was closed. */
  end(): void {
    this.#ended = true;
    this.#keeper.stop();
  }

  /** What was typed is kept, on the server or at least sealed, and the question is free for the others. */
  async leave(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    const { desk, opened } = this;
    if (!(await this.keep())) await keepSealed(desk.box, opened, this.#draft);
    this.end();
    if (this.#hold.kind === 'mine') await desk.box.api.release(opened.row.locator).catch(() => undefined);
  }
}
