/** The evening: what waits, one question after the other, and what may be done with several at once. */
import type { TemplateResult } from 'lit';
import type { Desk, Screen } from '../desk-screen.js';
import { rotationNotice } from '../people/rotation-notice.js';
import { deliverDrafts } from '../work/drafts-on-the-way.js';
import { type OpenedRow, openQuestions } from '../work/questions.js';
import { Answering } from './answering.js';
import { type Later, later } from './draft-keeper.js';
import { type Pile, pilesOf } from './evening-piles.js';
import { MeetingList } from './meeting-list.js';
import { queueView, unreadableView } from './queue.view.js';

const HEADING = '.room-body .heading';

export class EveningScreen implements Screen {
  /** Absent until they were fetched. */
  #rows: readonly OpenedRow[] | undefined;
  #pile: Pile = 'waiting';
  /** Closed ones are fetched only for whoever looks at what is done. */
  #wantsClosed = false;
  #chosen: Set<string> | undefined;
  #closing = false;
  #answering: Answering | undefined;
  #unreadable: OpenedRow | undefined;
  #meeting: MeetingList | undefined;

  constructor(
    private readonly desk: Desk,
    private readonly after: Later = later,
  ) {}

  async enter(): Promise<void> {
    this.desk.focus(HEADING);
    await this.desk.attempt(() => this.#load());
  }

  leave(): Promise<void> | undefined {
    return this.#answering?.leave();
  }

  // What there is

  async #load(): Promise<void> {
    const { box } = this.desk;
    // A colleague may have joined, or the key may be another one since.
    await box.refresh();
    const fetched = async () => [
      ...(await openQuestions(box, 'new')),
      ...(await openQuestions(box, 'answered')),
      ...(this.#wantsClosed ? await openQuestions(box, 'closed') : []),
    ];
    let rows = await fetched();
    if (await deliverDrafts(box, rows)) rows = await fetched();
    this.#rows = rows;
    this.desk.update();
  }

  readonly #again = async (): Promise<void> => {
    await this.desk.attempt(() => this.#load());
    this.desk.focus(HEADING);
  };

  readonly #show = async (pile: Pile): Promise<void> => {
    this.#pile = pile;
    this.#choose(false);
    if (pile !== 'done' || this.#wantsClosed) return;
    this.#wantsClosed = true;
    await this.desk.attempt(() => this.#load());
  };

  #row(locator: string): OpenedRow | undefined {
    return this.#rows?.find(({ row }) => row.locator === locator);
  }

  // One question

  readonly #open = (locator: string): void => {
    const { desk } = this;
    const opened = this.#row(locator);
    if (!opened) return;
    desk.tell('');
    this.#chosen = undefined;
    if (opened.question) {
      this.#answering = new Answering(
        desk,
        opened,
        {
          back: (said) => void this.#back(said, locator),
          fresh: async () => {
            await this.#load();
            return this.#row(locator);
          },
        },
        this.after,
      );
      void this.#answering.enter();
    } else {
      this.#unreadable = opened;
      desk.update();
      desk.focus(HEADING);
    }
  };

  /** @param locator What was open: the focus goes back to it, where it still lies in the pile. */
  async #back(said: string, locator = ''): Promise<void> {
    const { desk } = this;
    this.#answering = this.#unreadable = this.#meeting = undefined;
    desk.update();
    await desk.attempt(() => this.#load());
    if (said) desk.tell(said);
    const isShown = pilesOf(this.#rows ?? [], desk.box.me.id, desk.now() / 1000).rows[this.#pile].some(
      ({ opened }) => opened.row.locator === locator,
    );
    desk.focus(isShown && !said ? `[data-locator="${locator}"]` : HEADING);
  }

  // Several at once

  readonly #choose = (on: boolean): void => {
    this.#chosen = on ? new Set() : undefined;
    this.#closing = false;
    this.desk.update();
  };

  readonly #tick = (locator: string, on: boolean): void => {
    if (on) this.#chosen?.add(locator);
    else this.#chosen?.delete(locator);
    this.#closing = false;
    this.desk.update();
  };

  /** The chosen ones; says so where there are none. */
  #pick(): readonly OpenedRow[] {
    const rows = [...(this.#chosen ?? [])].flatMap((locator) => this.#row(locator) ?? []);
    this.desk.tell(rows.length > 0 ? '' : this.desk.words.eveningChooseFirst);
    return rows;
  }

  readonly #bring = (): void => {
    const rows = this.#pick();
    if (rows.length === 0) return;
    this.#meeting = new MeetingList(this.desk, rows, () => void this.#back(''));
    this.#chosen = undefined;
    this.desk.update();
    this.desk.focus(HEADING);
  };

  readonly #close = async (step: 'ask' | 'yes' | 'no'): Promise<void> => {
    const { desk } = this;
    if (step !== 'yes') {
      this.#closing = step === 'ask' && this.#pick().length > 0;
      desk.update();
      if (this.#closing) desk.focus('#closing');
      return;
    }
    await this.#closeAll([...(this.#chosen ?? [])]);
  };

  async #closeAll(locators: readonly string[]): Promise<void> {
    const { desk } = this;
    const { words, locale } = desk;
    await desk.attempt(async () => {
      const n = await desk.box.api.close(locators);
      this.#choose(false);
      const all = locators.length;
      void this.#back(
        n < all ? locale.say(words.eveningClosedSome, { n, all }) : locale.say(words.eveningClosed, { n }),
      );
    });
  }

  // Showing

  render(): TemplateResult {
    const { desk } = this;
    const { box, busy } = desk;
    const question = this.#answering?.render();
    if (question) return question;
    if (this.#meeting) return this.#meeting.render();
    const today = box.server.today;
    if (this.#unreadable) {
      const { row } = this.#unreadable;
      return unreadableView(
        desk,
        { day: row.day, today, busy },
        { close: () => void this.#closeAll([row.locator]), back: () => void this.#back('', row.locator) },
      );
    }
    return queueView(
      desk,
      {
        notice: rotationNotice(desk),
        piles: this.#rows && pilesOf(this.#rows, box.me.id, desk.now() / 1000),
        // Those that were not fetched count all the same.
        alsoDone: this.#wantsClosed ? 0 : box.server.counts.closed,
        pile: this.#pile,
        today,
        me: box.me.id,
        chosen: this.#chosen,
        closing: this.#closing,
        busy,
        nameOf: (id) => box.nameOf(id),
      },
      {
        show: (pile) => void this.#show(pile),
        open: this.#open,
        again: () => void this.#again(),
        choose: this.#choose,
        tick: this.#tick,
        bring: this.#bring,
        close: (step) => void this.#close(step),
      },
    );
  }
}
