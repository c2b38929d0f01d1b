/**
 * One question on the table: taken so that nobody answers it twice, written to, worried about, handed on, sent. What was typed is kept on the
 * way and is never taken from whoever typed it, whatever becomes of the question.
 */
import type { TemplateResult } from 'lit';
import { StaffRefusal } from '../../backend/staff-api.js';
import { careHints } from '../../domain/desk/care-check.js';
import { type Answer, MOST_ANSWERS } from '../../domain/sealing/answer.js';
import { MOST_OF_ANSWER } from '../../domain/sealing/limits.js';
import { answerTemplates, clinicianReply, worriedReply } from './answer-words.js';
import {
  type AnswerActions,
  type AnswerModel,
  answeringView,
  type Hold,
  withTopLine,
} from './answering.view.js';
import { copied } from './copied.js';
import type { Desk } from './desk-screen.js';
import { DraftKeeper, type Later, later } from './draft-keeper.js';
import { unsentWords } from './evening-piles.js';
import { endsSession } from './failure-in-words.js';
import { Rewriting } from './rewriting.js';
import { OutgoingAnswer } from './work/outgoing-answer.js';
import { type OpenedRow, saveDraft } from './work/questions.js';
import { clinicianView, worriesView } from './worries.view.js';

/** What the queue does for the question on the table. */
export interface Table {
  /** Puts it down. @param said What came of it. */
  back(said: string): void;
  /** As the server has it now; `undefined` where it is not in the list any more. */
  fresh(): Promise<OpenedRow | undefined>;
  /** Keeps sealed words in memory that the server did not take. */
  unkept(row: OpenedRow, draft: { readonly text: string; readonly handedOn: boolean }): Promise<void>;
}

/** A claim holds for half an hour; while somebody works it is asked for anew when less than this is left. */
const LEAST_SECONDS = 20 * 60;

type Step = 'write' | 'sent' | 'worries' | 'clinician' | 'rewrite';
/** Where the steps that are no answer lead back to. */
type Way = Exclude<Step, 'worries' | 'clinician'>;

const refusal = (error: unknown): string => (error instanceof StaffRefusal ? error.reason : '');

export class Answering {
  #text = '';
  #handedOn = false;
  /** Whether a draft lies on the server. */
  #hasDraft = false;
  #hold: Hold = { kind: 'asking' };
  #until = 0;
  #step: Step = 'write';
  #way: Way = 'write';
  #closing = false;
  #said = '';
  #notice = '';
  #copied: boolean | undefined;
  #left = false;
  #answers: readonly Answer[];
  #rewriting: Rewriting | undefined;
  #outgoing: OutgoingAnswer | undefined;
  #keeper: DraftKeeper;

  constructor(
    private readonly desk: Desk,
    private opened: OpenedRow,
    private readonly table: Table,
    private readonly after: Later = later,
  ) {
    this.#answers = opened.answers;
    this.#keeper = this.#begin();
  }

  get locator(): string {
    return this.opened.row.locator;
  }

  #begin(): DraftKeeper {
    const { draft, row } = this.opened;
    this.#answers = this.opened.answers;
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

  async enter(): Promise<void> {
    const { desk } = this;
    desk.update();
    desk.focus('.room-body .heading');
    await desk.attempt(async () => {
      await this.#claim();
      const fresh = await this.table.fresh();
      if (!fresh || this.#left) return;
      const untouched = this.#text === unsentWords(this.opened);
      this.opened = fresh;
      if (untouched) this.#keeper = this.#begin();
      else this.#answers = fresh.answers;
      const { claimBy } = fresh.row;
      if (this.#hold.kind === 'other' && claimBy)
        this.#hold = { ...this.#hold, name: desk.box.nameOf(claimBy) };
    });
    desk.update();
  }

  /** What was typed is kept, and the question is free for the others. */
  async leave(): Promise<void> {
    this.#left = true;
    if (!this.#mayWrite) return;
    if (!(await this.#keeper.flush())) await this.table.unkept(this.opened, this.#draft);
    this.#keeper.stop();
    if (this.#hold.kind === 'mine') await this.desk.box.api.release(this.locator).catch(() => undefined);
  }

  get #mayWrite(): boolean {
    return this.#hold.kind === 'mine' || this.#hold.kind === 'asking';
  }

  get #draft() {
    return { text: this.#text, handedOn: this.#handedOn };
  }

  // Holding it

  /** Whoever is refused may still read. */
  async #claim(): Promise<void> {
    try {
      this.#until = await this.desk.box.api.claim(this.locator);
      this.#hold = { kind: 'mine' };
    } catch (error) {
      if (!this.#lost(error)) throw error;
    }
  }

  /** Takes in that a colleague has it, or that it is gone. @returns Whether that is what happened. */
  #lost(error: unknown): boolean {
    const reason = refusal(error);
    if (reason !== 'claimed' && reason !== 'no-such-question') return false;
    const { desk, opened } = this;
    const { claimBy } = opened.row;
    const name = claimBy && claimBy !== desk.box.me.id ? desk.box.nameOf(claimBy) : '';
    this.#hold = reason === 'claimed' ? { kind: 'other', name } : { kind: 'gone' };
    this.#step = 'write';
    this.#keeper.stop();
    if (reason === 'no-such-question') desk.say(desk.words.eveningGone);
    desk.update();
    return true;
  }

  // Keeping what is typed

  async #save(text: string): Promise<void> {
    const { desk, opened } = this;
    if (!this.#left && this.#until - desk.now() / 1000 < LEAST_SECONDS) {
      this.#until = await desk.box.api.claim(this.locator);
      this.#hold = { kind: 'mine' };
    }
    await saveDraft(desk.box, opened.row, { text, handedOn: this.#handedOn });
    this.#hasDraft = Boolean(text) || this.#handedOn;
  }

  #told(failure: unknown): void {
    const { desk } = this;
    if (this.#left) return;
    if (failure !== undefined && this.#lost(failure)) return;
    if (endsSession(failure)) {
      void desk.attempt(() => Promise.reject(failure));
      return;
    }
    this.#notice = failure === undefined ? desk.words.eveningDraftKept : desk.words.eveningDraftFailed;
    if (failure !== undefined) desk.say(this.#notice);
    desk.update();
  }

  readonly #type = (text: string): void => {
    this.#text = text;
    this.#said = '';
    // What was kept is old from here on; that it could not be kept stays true until it can.
    if (this.#notice === this.desk.words.eveningDraftKept) this.#notice = '';
    this.#keeper.type(text);
    this.desk.update();
  };

  #append(words: string): void {
    const before = this.#text.trimEnd();
    this.#type(before ? `${before}\n\n${words}` : words);
    this.#show('write', '#answer');
  }

  #show(step: Step, focus = '.room-body .heading'): void {
    this.#step = step;
    if (step !== 'worries' && step !== 'clinician') this.#way = step;
    this.#closing = false;
    this.desk.update();
    this.desk.focus(focus);
  }

  // Sending

  readonly #send = async (): Promise<void> => {
    const { desk } = this;
    const text = this.#text;
    if (!text.trim() || [...text].length > MOST_OF_ANSWER) {
      this.#said = text.trim() ? desk.words.failTooLong : desk.words.eveningEmptyAnswer;
      desk.update();
      desk.focus('#answer');
      return;
    }
    await this.#without(async () => {
      this.#outgoing ??= new OutgoingAnswer(desk.box, this.opened);
      const { seq, text: stands } = await this.#outgoing.send(text);
      const answer = { seq, text: stands, day: desk.box.server.today };
      this.#answers = [...this.#answers.filter((one) => one.seq !== seq), answer];
      await this.#sent(stands === text);
    });
  };

  /** Does something while no draft is on its way: none may arrive behind an answer. What fails leaves the words to be kept again. */
  async #without(deed: () => Promise<void>): Promise<void> {
    const { desk } = this;
    const done = await desk.attempt(async () => {
      await this.#keeper.pause();
      try {
        await deed();
      } catch (error) {
        if (this.#lost(error)) return;
        if (this.#keeper.isBehind) this.#keeper.type(this.#text);
        throw error;
      }
    });
    if (!done) desk.focus('.said-above');
  }

  async #sent(asWritten: boolean): Promise<void> {
    const { desk } = this;
    if (!asWritten) {
      this.#keeper.type(this.#text);
      this.#notice = desk.words.eveningSentEarlier;
      desk.say(this.#notice);
      this.#show('write');
      return;
    }
    const hadDraft = this.#hasDraft;
    this.#text = '';
    this.#notice = '';
    this.#keeper.settle('');
    desk.say(`${desk.words.eveningSentTitle}. ${desk.words.eveningSent}`);
    this.#show('sent');
    // Should this fail, the words are known by the answer that they became.
    if (hadDraft || this.#handedOn)
      await saveDraft(desk.box, this.opened.row, this.#draft).catch(() => undefined);
  }

  readonly #further = (): void => {
    this.#show('write', '#answer');
  };

  // Putting it down

  async #putDown(said: string): Promise<void> {
    const { desk, table } = this;
    await desk.attempt(async () => {
      if (this.#mayWrite && !(await this.#keeper.flush())) {
        this.#notice = desk.words.eveningDraftFailed;
        return;
      }
      await this.leave();
      table.back(said);
    });
  }

  readonly #back = (): Promise<void> =>
    this.#putDown(this.#mayWrite && this.#text ? this.desk.words.eveningLaterSaid : '');

  readonly #handOver = (): Promise<void> => {
    const { box, words, locale } = this.desk;
    const names = box.roster.members.filter(({ id }) => id !== box.me.id).map(({ name }) => name);
    return this.#putDown(
      names.length > 0
        ? locale.say(words.eveningHandedOver, { names: locale.list(names) })
        : words.eveningHandedOverAlone,
    );
  };

  readonly #close = async (step: 'ask' | 'yes' | 'no'): Promise<void> => {
    const { desk, table } = this;
    if (step !== 'yes') {
      this.#closing = step === 'ask';
      desk.update();
      desk.focus(this.#closing ? '#closing' : '#close');
      return;
    }
    await this.#without(async () => {
      if ((await desk.box.api.close([this.locator])) === 0) throw new StaffRefusal('claimed', 0);
      // The draft went with it.
      this.#left = true;
      table.back(desk.words.eveningClosedOne);
    });
  };

  readonly #copyMine = async (): Promise<void> => {
    const { desk } = this;
    this.#copied = await copied(this.#text);
    desk.say(this.#copied ? desk.words.eveningCopied : desk.words.eveningNotCopied);
    desk.update();
  };

  // Going elsewhere with it

  #mark(handedOn: boolean): void {
    this.#handedOn = handedOn;
    // The mark travels with the draft, and is kept at once.
    void this.#without(async () => {
      const text = this.#text;
      await this.#save(text);
      this.#keeper.settle(text);
    });
  }

  readonly #rewrite = (): void => {
    const { desk, opened } = this;
    const { question } = opened;
    if (!question) return;
    const from = this.#step === 'sent' ? 'sent' : 'write';
    const answer = this.#text || (this.#answers.at(-1)?.text ?? '');
    this.#rewriting = new Rewriting(desk, question, answer, (said) => {
      this.#show(from);
      if (said) desk.tell(said);
    });
    this.#show('rewrite');
  };

  // Showing

  get #model(): AnswerModel | undefined {
    const { desk, opened } = this;
    const { question, row } = opened;
    if (!question) return undefined;
    const { draft } = opened;
    const byColleague = draft && draft.by !== desk.box.me.id && unsentWords(opened);
    return {
      question,
      day: row.day,
      today: desk.box.server.today,
      isClosed: row.state === 'closed',
      answers: this.#answers,
      isFull: Math.max(this.#answers.length, row.answers.length) >= MOST_ANSWERS,
      hold: this.#hold,
      step: this.#step === 'sent' ? 'sent' : 'write',
      text: this.#text,
      said: this.#said,
      notice: this.#notice,
      draftBy: byColleague ? desk.box.nameOf(draft.by) : '',
      draftLost: row.draft !== undefined && draft === undefined,
      handedOn: this.#handedOn,
      templates: answerTemplates(desk, desk.box.rules),
      hints: desk.locale.strings.lang === 'en' ? careHints(this.#text) : [],
      closing: this.#closing,
      copied: this.#copied,
      busy: desk.busy,
    };
  }

  readonly #actions: AnswerActions = {
    type: (text) => this.#type(text),
    send: () => void this.#send(),
    further: () => this.#further(),
    back: () => void this.#back(),
    handOver: () => void this.#handOver(),
    close: (step) => void this.#close(step),
    worries: () => this.#show('worries'),
    clinician: () => this.#show('clinician'),
    rewrite: () => this.#rewrite(),
    copyMine: () => void this.#copyMine(),
    unmark: () => this.#mark(false),
  };

  #worries(model: AnswerModel): TemplateResult {
    const { desk } = this;
    const { rules } = desk.box;
    const reply = worriedReply(desk, rules);
    const mayReply = this.#mayReply(model);
    return worriesView(
      desk,
      { rules, reply, mayReply, mayHandOver: this.#mayWrite, busy: desk.busy },
      {
        use: () => this.#append(reply),
        handOver: () => void this.#handOver(),
        back: () => this.#show(this.#way),
      },
    );
  }

  #clinician(model: AnswerModel): TemplateResult {
    const { desk } = this;
    const { rules } = desk.box;
    const reply = clinicianReply(desk, rules);
    return clinicianView(
      desk,
      { rules, reply, mayReply: this.#mayReply(model), mayMark: this.#mayWrite, busy: desk.busy },
      {
        use: () => {
          this.#append(reply);
          this.#mark(true);
        },
        mark: () => {
          this.#mark(true);
          this.#show('write');
        },
        back: () => this.#show(this.#way),
      },
    );
  }

  #mayReply({ question, isFull }: AnswerModel): boolean {
    return this.#mayWrite && question.kAns !== undefined && !isFull;
  }

  /** `undefined` for a question that cannot be opened. */
  render(): TemplateResult | undefined {
    const { desk } = this;
    const model = this.#model;
    if (!model) return undefined;
    if (this.#step === 'worries') return this.#worries(model);
    const body =
      this.#step === 'rewrite' && this.#rewriting
        ? this.#rewriting.render()
        : this.#step === 'clinician'
          ? this.#clinician(model)
          : answeringView(desk, model, this.#actions);
    return withTopLine(desk, model.busy, this.#actions, body);
  }
}
