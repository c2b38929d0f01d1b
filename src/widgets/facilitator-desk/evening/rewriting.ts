/** A question and its answer in general words, put by until somebody publishes: what would show who asked is left out here, by hand. */
import type { TemplateResult } from 'lit';
import type { OpenedQuestion } from '../../../domain/sealing/staff/open-question.js';
import type { Desk } from '../desk-screen.js';
import { visibleWords } from '../strangers-text.view.js';
import { beginPublication } from '../work/publications.js';
import { type RewriteFields, rewritingView } from './rewriting.view.js';

export class Rewriting {
  #fields: RewriteFields;
  /** Which of them is to be mended. */
  #needed: keyof RewriteFields | undefined;

  /** @param end Called once, with what came of it, or with ''. */
  constructor(
    private readonly desk: Desk,
    private readonly original: OpenedQuestion,
    answer: string,
    private readonly end: (said: string) => void,
  ) {
    this.#fields = { question: visibleWords(original.text), answer };
  }

  readonly #keep = async (): Promise<void> => {
    const { desk } = this;
    const { topic, lang } = this.original;
    const { question, answer } = this.#fields;
    this.#needed = !question.trim() ? 'question' : !answer.trim() ? 'answer' : undefined;
    if (this.#needed) {
      desk.update();
      desk.focus(`#rewrite-${this.#needed}`);
      return;
    }
    const done = await desk.attempt(() => beginPublication(desk.box, { topic, lang, question, answer }));
    if (done) this.end(desk.words.eveningRewriteKept);
    else desk.focus('.said-above');
  };

  render(): TemplateResult {
    const { desk } = this;
    return rewritingView(
      desk,
      { fields: this.#fields, needed: this.#needed, busy: desk.busy },
      {
        change: (field, value) => {
          this.#fields = { ...this.#fields, [field]: value };
        },
        keep: () => void this.#keep(),
        back: () => this.end(''),
      },
    );
  }
}
