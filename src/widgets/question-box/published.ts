/** Reading the published answers: what is searched for, which topic, and the one that a link to this page names. */
import type { LitElement, TemplateResult } from 'lit';
import {
  type AnswersIndex,
  indexAnswers,
  readAnswers,
  searchAnswers,
  similarAnswers,
  topicsOf,
} from '../../domain/published-answers.js';
import type { CatalogueEntry } from '../../domain/sealing/catalogue.js';
import type { Locale } from '../../i18n/locale.js';
import { readView, STEP } from './read.view.js';
import { copy } from './written.js';

/** What a link to one answer adds to the page's address. */
const MARK = 'kith-answer-';

export class PublishedAnswers {
  entries: readonly CatalogueEntry[] = [];
  #index: AnswersIndex = indexAnswers([]);
  #words = '';
  #topic = '';
  #most = STEP;
  #open = '';
  #copied = '';
  #said = '';
  #followed = false;

  /**
   * @param say Says something once to a screen reader.
   * @param show Leads to the answer that the page's address names.
   */
  constructor(
    private readonly host: LitElement,
    private readonly say: (text: string) => void,
    private readonly show: (id: string) => void,
  ) {}

  take(entries: readonly CatalogueEntry[]): void {
    this.entries = [...entries].sort((a, b) => b.day - a.day);
    this.#index = indexAnswers(this.entries);
    void this.#read(this.#index);
    this.#follow();
  }

  /** Thousands of answers are read in slices, so that nobody's first key waits for them; newer ones end it. */
  async #read(index: AnswersIndex): Promise<void> {
    const pause = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      if (index !== this.#index) throw new DOMException('There are newer answers.', 'AbortError');
    };
    await readAnswers(index, pause).catch(() => {});
  }

  /** The first time that there are answers: the address may name one. The address itself is left alone. */
  #follow(): void {
    if (this.#followed || this.entries.length === 0) return;
    this.#followed = true;
    const named = location.hash.startsWith(`#${MARK}`) ? location.hash.slice(MARK.length + 1) : '';
    const at = this.entries.findIndex(({ id }) => id === named);
    if (at < 0) return;
    this.#open = named;
    this.#most = Math.max(STEP, at + 1);
    this.show(named);
  }

  /** Those that may answer what is being typed. */
  similar(typed: string): readonly CatalogueEntry[] {
    return similarAnswers(this.#index, typed);
  }

  /** What somebody searched for tells of them. */
  wipe(): void {
    this.#words = '';
    this.#topic = '';
    this.#copied = '';
  }

  async #copy(id: string, locale: Locale): Promise<void> {
    const { strings } = locale;
    const url = new URL(location.href);
    url.hash = MARK + id;
    this.#said = (await copy(url.href)) ? strings.boxLinkCopied : strings.boxCopyFailed;
    this.#copied = id;
    this.say(this.#said);
    this.host.requestUpdate();
  }

  render(locale: Locale): TemplateResult {
    const found = searchAnswers(this.#index, {
      words: this.#words,
      ...(this.#topic ? { topic: this.#topic } : {}),
    });
    const narrow = (): void => {
      this.#most = STEP;
      this.host.requestUpdate();
    };
    return readView(
      locale,
      {
        entries: found,
        most: this.#most,
        words: this.#words,
        topic: this.#topic,
        topics: topicsOf(this.entries).map(({ topic }) => topic),
        open: this.#open,
        copied: this.#copied,
        said: this.#said,
      },
      {
        search: (words) => {
          this.#words = words;
          narrow();
          const { length: n } = searchAnswers(this.#index, {
            words,
            ...(this.#topic ? { topic: this.#topic } : {}),
          });
          this.say(n > 0 ? locale.say(locale.strings.boxFound, { n }) : locale.strings.boxFoundNone);
        },
        choose: (topic) => {
          this.#topic = topic;
          narrow();
        },
        more: () => {
          this.#most += STEP;
          this.host.requestUpdate();
        },
        copy: (id) => void this.#copy(id, locale),
      },
    );
  }
}
