/** The published answers: a search, topics, and the answers, each under its question. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CatalogueEntry } from '../../domain/sealing/catalogue.js';
import type { Locale } from '../../i18n/locale.js';
import { dateOf, paragraphs } from './written.js';

export interface ReadModel {
  readonly entries: readonly CatalogueEntry[];
  /** How many of them are shown. */
  readonly most: number;
  readonly words: string;
  readonly topic: string;
  readonly topics: readonly string[];
  /** Id of the entry that stands open because a link named it. */
  readonly open: string;
  /** Id of the entry whose link was asked for, and what became of it. */
  readonly copied: string;
  readonly said: string;
}

export interface ReadActions {
  search(words: string): void;
  choose(topic: string): void;
  more(): void;
  copy(id: string): void;
}

const entryView = (
  locale: Locale,
  entry: CatalogueEntry,
  { open, copied, said }: ReadModel,
  copy: (id: string) => void,
): TemplateResult => html`<details
  class="entry"
  part="result"
  id="entry-${entry.id}"
  lang=${entry.lang || nothing}
  ?open=${entry.id === open}
>
  <summary part="name"><span dir="auto">${entry.question}</span></summary>
  <div class="answer">
    ${paragraphs(entry.answer)}
    <p class="small quiet" lang=${locale.strings.lang}>
      ${locale.dotted([...(entry.topic ? [entry.topic] : []), locale.say(locale.strings.boxAnswered, { date: locale.date(dateOf(entry.day)) })])}
    </p>
    <div class="bar" lang=${locale.strings.lang}>
      <button type="button" class="button plain small" part="button" @click=${() => copy(entry.id)}>${locale.strings.boxLink}</button>
      ${copied === entry.id ? html`<span class="small">${said}</span>` : nothing}
    </div>
  </div>
</details>`;

export function readView(locale: Locale, model: ReadModel, actions: ReadActions): TemplateResult {
  const { strings } = locale;
  const { entries, most, topics } = model;
  const left = entries.length - most;
  return html`<section class="read" part="published">
    <search>
      <label class="label" part="label" for="words">${strings.boxSearch}</label>
      <input
        id="words"
        class="input"
        part="input"
        type="search"
        autocomplete="off"
        spellcheck="false"
        writingsuggestions="false"
        .value=${model.words}
        @input=${(event: Event) => actions.search((event.target as HTMLInputElement).value)}
      />
      ${
        topics.length > 1
          ? html`<label class="label" part="label" for="topics">${strings.boxTopics}</label>
              <select
                id="topics"
                class="input"
                part="input"
                autocomplete="off"
                .value=${model.topic}
                @change=${(event: Event) => actions.choose((event.target as HTMLSelectElement).value)}
              >
                <option value="">${strings.boxTopicsAll}</option>
                ${topics.map((topic) => html`<option ?selected=${topic === model.topic}>${topic}</option>`)}
              </select>`
          : nothing
      }
    </search>
    <p class="small quiet found-count">${
      entries.length > 0 ? locale.say(strings.boxFound, { n: entries.length }) : strings.boxFoundNone
    }</p>
    <div class="entries">${entries.slice(0, most).map((entry) => entryView(locale, entry, model, actions.copy))}</div>
    ${left > 0 ? html`<button type="button" class="button" part="button" @click=${actions.more}>${locale.say(strings.boxReadMore, { n: Math.min(left, STEP) })}</button>` : nothing}
    <p class="small quiet">${strings.boxExperience}</p>
  </section>`;
}

/** So many answers stand in sight, and so many more at a time. */
export const STEP = 20;
