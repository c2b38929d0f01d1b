/** Publish this week: drafts are read once more and go out together; what is published can be found, reworded and taken away. */
import type { TemplateResult } from 'lit';
import { readyToPublish } from '../../../domain/desk/publishing.js';
import { indexAnswers, searchAnswers } from '../../../domain/published-answers.js';
import type { CatalogueEntry } from '../../../domain/sealing/catalogue.js';
import { SealingError } from '../../../domain/sealing/sealing-error.js';
import type { Desk, Screen } from '../desk-screen.js';
import {
  answersFile,
  isReadable,
  type OpenedPublication,
  openPublications,
  type PublicationWords,
  publishDrafts,
  publishedNow,
  type ReadablePublication,
  removeEntry,
  rewriteEntry,
  rewritePublication,
  tidied,
} from '../work/publications.js';
import { handOver } from './hand-over.js';
import { removeView, type WordsModel, wordsView } from './publication-words.view.js';
import { confirmView, draftsView } from './publish.view.js';
import { publishedView } from './published.view.js';

type Step =
  | { readonly kind: 'drafts' | 'confirm' | 'published' }
  | { readonly kind: 'draft'; readonly of: ReadablePublication }
  | { readonly kind: 'remove-draft'; readonly of: OpenedPublication }
  | { readonly kind: 'entry' | 'remove-entry'; readonly of: CatalogueEntry };

const AT_ONCE = 20;

export class PublishScreen implements Screen {
  #step: Step = { kind: 'drafts' };
  #drafts: readonly OpenedPublication[] | undefined;
  #entries: readonly CatalogueEntry[] = [];
  /** What is published cannot be trusted. */
  #stopped = false;
  #typed: PublicationWords = { topic: '', lang: '', question: '', answer: '' };
  #said: WordsModel['said'];
  #search = '';
  #shown = AT_ONCE;

  constructor(private readonly desk: Desk) {}

  async enter(): Promise<void> {
    this.desk.focus('h3.big');
    await this.desk.attempt(() => this.#load());
  }

  /** A draft that was begun to be rewritten is kept, as far as it can be. */
  async leave(): Promise<void> {
    const step = this.#step;
    if (step.kind !== 'draft' || !this.#isChanged(step.of.draft)) return;
    // Nobody is there any more to be told why not.
    await rewritePublication(this.desk.box, step.of, this.#typed).catch(() => undefined);
  }

  #isChanged({ question, answer, topic }: PublicationWords): boolean {
    const typed = this.#typed;
    return typed.question !== question || typed.answer !== answer || typed.topic !== topic;
  }

  async #load(): Promise<void> {
    const { box } = this.desk;
    await box.refresh();
    this.#drafts = await openPublications(box);
    try {
      this.#entries = (await publishedNow(box))?.entries ?? [];
      this.#stopped = false;
    } catch (error) {
      this.#stopped = true;
      throw error;
    } finally {
      this.desk.update();
    }
  }

  #go(step: Step): void {
    this.#step = step;
    this.#said = undefined;
    if (step.kind === 'draft') this.#typed = step.of.draft;
    if (step.kind === 'entry') this.#typed = step.of;
    this.desk.update();
    this.desk.focus('h3.big');
  }

  /** Does it, shows what stands now whether it was done or not, and says so. */
  async #deed(work: () => Promise<void>, after: Step, said: string): Promise<void> {
    const { desk } = this;
    const done = await desk.attempt(async () => {
      try {
        await work();
      } finally {
        // After a colleague was quicker their state is shown; without a server the desk's own stays.
        await this.#load().catch(() => undefined);
      }
    });
    if (!done) return;
    this.#go(after);
    desk.say(said);
  }

  // Drafts

  get #readable(): readonly ReadablePublication[] {
    return (this.#drafts ?? []).filter(isReadable);
  }

  get #ready() {
    return readyToPublish(
      this.#readable.map(({ draft }) => draft),
      this.desk.box.server.today,
    );
  }

  readonly #publish = (confirmed = false): void => {
    const { desk } = this;
    const drafts = this.#readable;
    if (drafts.length === 0 || this.#stopped) return;
    if (this.#ready.mayGuess && !confirmed) {
      this.#go({ kind: 'confirm' });
      return;
    }
    const said = desk.locale.say(desk.words.publishDone, { n: drafts.length });
    void this.#deed(() => publishDrafts(desk.box, drafts), { kind: 'drafts' }, said);
  };

  // Words

  /** Whether they can be published; else what has to be mended stands under its field. */
  #fit(): boolean {
    const { desk } = this;
    const { words } = desk;
    try {
      tidied(this.#typed);
      return true;
    } catch (error) {
      if (!(error instanceof SealingError)) throw error;
      const { reason, field } = error;
      const text =
        reason === 'too-long'
          ? words.publishWordsLong
          : reason === 'empty'
            ? words.publishWordsEmpty
            : words.publishWordsBad;
      this.#said = { field: field === 'topic' || field === 'answer' ? field : 'question', text };
      desk.update();
      desk.say(text);
      desk.focus(`#publication-${this.#said.field}`);
      return false;
    }
  }

  readonly #save = (): void => {
    const { desk } = this;
    const { box, words } = desk;
    const step = this.#step;
    if (desk.busy || (step.kind !== 'draft' && step.kind !== 'entry') || !this.#fit()) return;
    const typed = this.#typed;
    if (step.kind === 'draft') {
      const { of } = step;
      void this.#deed(() => rewritePublication(box, of, typed), { kind: 'drafts' }, words.publishWordsSaved);
    } else {
      const { id } = step.of;
      void this.#deed(() => rewriteEntry(box, id, typed), { kind: 'published' }, words.publishedSaved);
    }
  };

  // The file

  readonly #download = async (): Promise<void> => {
    const { desk } = this;
    const done = await desk.attempt(async () => {
      const file = await answersFile(desk.box);
      handOver('kith-answers.json', 'application/json', JSON.stringify(file));
    });
    if (done) desk.say(desk.words.publishedFileDone);
  };

  render(): TemplateResult {
    const { desk } = this;
    const { box, words } = desk;
    const step = this.#step;
    const { busy } = desk;
    switch (step.kind) {
      case 'drafts': {
        const { mayGuess, daysLeft } = this.#ready;
        return draftsView(
          desk,
          {
            drafts: this.#drafts,
            published: this.#entries.length,
            stopped: this.#stopped,
            wait: mayGuess ? daysLeft : undefined,
            busy,
          },
          {
            edit: (of) => isReadable(of) && this.#go({ kind: 'draft', of }),
            remove: (of) => this.#go({ kind: 'remove-draft', of }),
            publish: () => this.#publish(),
            published: () => this.#go({ kind: 'published' }),
          },
        );
      }
      case 'confirm':
        return confirmView(
          desk,
          { n: this.#readable.length, busy },
          { publish: () => this.#publish(true), wait: () => this.#go({ kind: 'drafts' }) },
        );
      case 'published':
        return this.#renderPublished();
      case 'draft':
      case 'entry':
        return wordsView(
          desk,
          {
            published: step.kind === 'entry',
            typed: this.#typed,
            topics: box.manifest?.topics ?? [],
            said: this.#said,
            busy,
          },
          {
            change: (part) => {
              this.#typed = { ...this.#typed, ...part };
              desk.update();
            },
            save: this.#save,
            back: () => this.#go({ kind: step.kind === 'draft' ? 'drafts' : 'published' }),
          },
        );
      case 'remove-draft': {
        const { id, draft } = step.of;
        const after: Step = { kind: 'drafts' };
        return removeView(
          desk,
          { published: false, question: draft?.question, busy },
          {
            remove: () =>
              void this.#deed(() => box.api.removePublications([id]), after, words.publishRemoved),
            back: () => this.#go(after),
          },
        );
      }
      case 'remove-entry': {
        const { id, question } = step.of;
        const after: Step = { kind: 'published' };
        return removeView(
          desk,
          { published: true, question, busy },
          {
            remove: () => void this.#deed(() => removeEntry(box, id), after, words.publishedRemoved),
            back: () => this.#go(after),
          },
        );
      }
    }
  }

  #renderPublished(): TemplateResult {
    const { desk } = this;
    const found = searchAnswers(indexAnswers(this.#entries), { words: this.#search });
    return publishedView(
      desk,
      {
        all: this.#entries.length,
        search: this.#search,
        found: found.length,
        entries: found.slice(0, this.#shown),
        stopped: this.#stopped,
        busy: desk.busy,
      },
      {
        search: (typed) => {
          this.#search = typed;
          this.#shown = AT_ONCE;
          const n = searchAnswers(indexAnswers(this.#entries), { words: typed }).length;
          desk.say(n > 0 ? desk.locale.say(desk.words.publishedFound, { n }) : desk.words.publishedFoundNone);
          desk.update();
        },
        more: () => {
          const at = this.#shown;
          this.#shown += AT_ONCE;
          desk.update();
          desk.focus(`#entry-${at}`);
        },
        edit: (of) => this.#go({ kind: 'entry', of }),
        remove: (of) => this.#go({ kind: 'remove-entry', of }),
        download: () => void this.#download(),
        back: () => this.#go({ kind: 'drafts' }),
      },
    );
  }
}
