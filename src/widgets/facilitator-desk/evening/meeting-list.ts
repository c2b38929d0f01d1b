/** The questions that go to the meeting: printed, or copied as text or as a table, without codes, places in the box, or days. */
import type { TemplateResult } from 'lit';
import { safeCsv } from '../../../domain/desk/safe-cells.js';
import { copied } from '../copied.js';
import type { Desk } from '../desk-screen.js';
import { visibleWords } from '../strangers-text.view.js';
import type { OpenedRow } from '../work/questions.js';
import { type MeetingEntry, meetingView } from './meeting.view.js';

export class MeetingList {
  readonly #entries: readonly MeetingEntry[];
  #byHand = '';

  /** @param back Leads back to the queue. */
  constructor(
    private readonly desk: Desk,
    rows: readonly OpenedRow[],
    private readonly back: () => void,
  ) {
    this.#entries = rows.flatMap(({ question }) =>
      question ? [{ topic: question.topic, text: question.text }] : [],
    );
  }

  get #asText(): string {
    return this.#entries
      .map(({ topic, text }) => visibleWords(topic ? `${topic}\n${text}` : text))
      .join('\n\n—\n\n');
  }

  get #asTable(): string {
    const { words } = this.desk;
    return safeCsv([
      [words.eveningMeetingTopic, words.eveningMeetingQuestion],
      ...this.#entries.map(({ topic, text }) => [visibleWords(topic), visibleWords(text)]),
    ]);
  }

  async #copy(text: string): Promise<void> {
    const { desk } = this;
    const done = await copied(text);
    this.#byHand = done ? '' : text;
    if (done) desk.tell(desk.words.eveningCopied);
    desk.update();
    if (!done) desk.focus('#by-hand');
  }

  render(): TemplateResult {
    const { desk } = this;
    return meetingView(
      desk,
      { entries: this.#entries, byHand: this.#byHand, busy: desk.busy },
      {
        print: () => desk.print(),
        copyText: () => void this.#copy(this.#asText),
        copyTable: () => void this.#copy(this.#asTable),
        back: () => this.back(),
      },
    );
  }
}
