/** One question on the table: read, answered, worried about, handed on, rewritten for everybody, closed. */
import type { TemplateResult } from 'lit';
import { StaffRefusal } from '../../../backend/staff-api.js';
import { careHints } from '../../../domain/desk/care-check.js';
import { type Answer, MOST_ANSWERS } from '../../../domain/sealing/answer.js';
import { MOST_OF_ANSWER } from '../../../domain/sealing/limits.js';
import { copied } from '../copied.js';
import type { Desk } from '../desk-screen.js';
import { OutgoingAnswer } from '../work/outgoing-answer.js';
import type { OpenedRow } from '../work/questions.js';
import { answerTemplates, clinicianReply, worriedReply } from './answer-words.js';
import { type AnswerActions, type AnswerModel, answeringView, withTopLine } from './answering.view.js';
import { type Later, later } from './draft-keeper.js';
import { unsentWords } from './evening-piles.js';
import { Holding } from './holding.js';
import { Rewriting } from './rewriting.js';
import { clinicianView, worriesView } from './worries.view.js';

/** What the queue does for the question on the table. */
export interface Table {
  /** Shows the queue again. @param said What came of it. */
  back(said: string): void;
  /** As the server has it now; `undefined` where it is not in the list any more. */
  fresh(): Promise<OpenedRow | undefined>;
}

type Step = 'write' | 'sent' | 'worries' | 'clinician' | 'rewrite';

export class Answering {
  readonly #holding: Holding;
  #answers: readonly Answer[];
  #step: Step = 'write';
  /** Where what is no answer leads back to. */
  #way: Exclude<Step, 'worries' | 'clinician'> = 'write';
  #isClosing = false;
  /** What has to be mended in the field. */
  #said = '';
  #copied: boolean | undefined;
  #rewriting: Rewriting | undefined;
  #outgoing: OutgoingAnswer | undefined;

  constructor(
    private readonly desk: Desk,
    private opened: OpenedRow,
    private readonly table: Table,
    after: Later = later,
  ) {
    this.#answers = opened.answers;
    this.#holding = new Holding(
      desk,
      opened,
      () => {
        this.#step = 'write';
        desk.update();
      },
      after,
    );
  }

  async enter(): Promise<void> {
    const { desk } = this;
    this.#show('write');
    await desk.attempt(async () => {
      await this.#holding.claim();
      const fresh = await this.table.fresh();
      // What was sent meanwhile is newer than what was fetched.
      if (!fresh || this.#outgoing) return;
      this.opened = fresh;
      this.#answers = fresh.answers;
      this.#holding.refresh(fresh);
    });
    desk.update();
  }

  leave(): Promise<void> {
    return this.#holding.leave();
  }

  #show(step: Step, focus = '.room-body .heading'): void {
    this.#step = step;
    if (step !== 'worries' && step !== 'clinician') this.#way = step;
    this.#isClosing = false;
    this.desk.update();
    this.desk.focus(focus);
  }

  // Writing and sending

  #type(text: string): void {
    this.#said = '';
    this.#holding.type(text);
    this.desk.update();
  }

  #append(words: string): void {
    const before = this.#holding.text.trimEnd();
    this.#type(before ? `${before}\n\n${words}` : words);
    this.#show('write', '#answer');
  }

  async #send(): Promise<void> {
    const { desk } = this;
    const { words } = desk;
    const { text } = this.#holding;
    if (!text.trim() || [...text].length > MOST_OF_ANSWER) {
      this.#said = text.trim() ? words.failTooLong : words.eveningEmptyAnswer;
      desk.update();
      desk.focus('#answer');
      return;
    }
    await this.#holding.without(async () => {
      this.#outgoing ??= new OutgoingAnswer(desk.box, this.opened);
      const { seq, text: stands } = await this.#outgoing.send(text);
      const answer = { seq, text: stands, day: desk.box.server.today };
      this.#answers = [...this.#answers.filter((one) => one.seq !== seq), answer];
      if (stands === text) {
        desk.say(`${words.eveningSentTitle}. ${words.eveningSent}`);
        this.#show('sent');
        await this.#holding.sent();
      } else {
        this.#holding.type(text);
        this.#holding.notice = words.eveningSentEarlier;
        desk.say(words.eveningSentEarlier);
        this.#show('write');
      }
    });
  }

  // Putting it down

  async #putDown(said: string): Promise<void> {
    await this.desk.attempt(async () => {
      // Words that are kept nowhere stay in sight.
      if (!(await this.#holding.keep())) return;
      await this.leave();
      this.table.back(said);
    });
  }

  #back(): Promise<void> {
    const { mayWrite, text } = this.#holding;
    return this.#putDown(mayWrite && text ? this.desk.words.eveningLaterSaid : '');
  }

  #handOver(): Promise<void> {
    const { box, words, locale } = this.desk;
    const names = box.roster.members.filter(({ id }) => id !== box.me.id).map(({ name }) => name);
    return this.#putDown(
      names.length > 0
        ? locale.say(words.eveningHandedOver, { names: locale.list(names) })
        : words.eveningHandedOverAlone,
    );
  }

  async #close(step: 'ask' | 'yes' | 'no'): Promise<void> {
    const { desk, opened, table } = this;
    if (step !== 'yes') {
      this.#isClosing = step === 'ask';
      desk.update();
      desk.focus(this.#isClosing ? '#closing' : '#close');
      return;
    }
    await this.#holding.without(async () => {
      if ((await desk.box.api.close([opened.row.locator])) === 0) throw new StaffRefusal('claimed', 0);
      this.#holding.end();
      table.back(desk.words.eveningClosedOne);
    });
  }

  async #copyMine(): Promise<void> {
    const { desk } = this;
    this.#copied = await copied(this.#holding.text);
    desk.say(this.#copied ? desk.words.eveningCopied : desk.words.eveningNotCopied);
    desk.update();
  }

  #rewrite(): void {
    const { desk, opened } = this;
    const { question } = opened;
    if (!question) return;
    const from = this.#step === 'sent' ? 'sent' : 'write';
    const answer = this.#holding.text || (this.#answers.at(-1)?.text ?? '');
    this.#rewriting = new Rewriting(desk, question, answer, (said) => {
      this.#show(from);
      if (said) desk.tell(said);
    });
    this.#show('rewrite');
  }

  // Showing

  get #model(): AnswerModel | undefined {
    const { desk, opened } = this;
    const { question, row, draft } = opened;
    if (!question) return undefined;
    const { hold, text, notice, handedOn } = this.#holding;
    const { box, busy } = desk;
    const byColleague = draft && draft.by !== box.me.id && unsentWords(opened);
    return {
      question,
      day: row.day,
      today: box.server.today,
      isClosed: row.state === 'closed',
      answers: this.#answers,
      isFull: Math.max(this.#answers.length, row.answers.length) >= MOST_ANSWERS,
      hold,
      step: this.#step === 'sent' ? 'sent' : 'write',
      text,
      said: this.#said,
      notice,
      draftBy: byColleague ? box.nameOf(draft.by) : '',
      draftLost: row.draft !== undefined && draft === undefined,
      handedOn,
      templates: answerTemplates(desk, box.rules),
      hints: careHints(text),
      closing: this.#isClosing,
      copied: this.#copied,
      busy,
    };
  }

  readonly #actions: AnswerActions = {
    type: (text) => this.#type(text),
    send: () => void this.#send(),
    further: () => this.#show('write', '#answer'),
    back: () => void this.#back(),
    handOver: () => void this.#handOver(),
    close: (step) => void this.#close(step),
    worries: () => this.#show('worries'),
    clinician: () => this.#show('clinician'),
    rewrite: () => this.#rewrite(),
    copyMine: () => void this.#copyMine(),
    unmark: () => void this.#holding.mark(false),
  };

  #worries(mayReply: boolean): TemplateResult {
    const { desk } = this;
    const { rules } = desk.box;
    const reply = worriedReply(desk, rules);
    return worriesView(
      desk,
      { rules, reply, mayReply, mayHandOver: this.#holding.mayWrite, busy: desk.busy },
      {
        use: () => this.#append(reply),
        handOver: () => void this.#handOver(),
        back: () => this.#show(this.#way),
      },
    );
  }

  #clinician(mayReply: boolean): TemplateResult {
    const { desk } = this;
    const { rules } = desk.box;
    const reply = clinicianReply(desk, rules);
    return clinicianView(
      desk,
      { rules, reply, mayReply, mayMark: this.#holding.mayWrite, busy: desk.busy },
      {
        use: () => {
          this.#append(reply);
          void this.#holding.mark(true);
        },
        mark: () => {
          this.#show('write');
          void this.#holding.mark(true);
        },
        back: () => this.#show(this.#way),
      },
    );
  }

  /** `undefined` for a question that cannot be opened. */
  render(): TemplateResult | undefined {
    const { desk } = this;
    const model = this.#model;
    if (!model) return undefined;
    const mayReply = this.#holding.mayWrite && model.question.kAns !== undefined && !model.isFull;
    if (this.#step === 'worries') return this.#worries(mayReply);
    const body =
      this.#step === 'rewrite' && this.#rewriting
        ? this.#rewriting.render()
        : this.#step === 'clinician'
          ? this.#clinician(mayReply)
          : answeringView(desk, model, this.#actions);
    return withTopLine(desk, model.busy, this.#actions, body);
  }
}
