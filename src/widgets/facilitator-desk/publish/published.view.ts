/** What visitors read: to be found again, reworded, taken away, and carried off as a file. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatLocalDate } from '../../../domain/recurrence/plain-day.js';
import type { CatalogueEntry } from '../../../domain/sealing/catalogue.js';
import type { Speech } from '../desk-screen.js';
import { secondary, textField } from '../form.view.js';
import { namedButton } from '../named-button.view.js';
import { firstLines, strangersText } from '../strangers-text.view.js';

export interface PublishedModel {
  readonly all: number;
  readonly search: string;
  readonly found: number;
  /** Of those that were found. */
  readonly entries: readonly CatalogueEntry[];
  readonly stopped: boolean;
  readonly busy: boolean;
}

export interface PublishedActions {
  search(typed: string): void;
  more(): void;
  edit(entry: CatalogueEntry): void;
  remove(entry: CatalogueEntry): void;
  download(): void;
  back(): void;
}

const MOST_MORE = 20;

export function publishedView(
  speech: Speech,
  { all, search, found, entries, stopped, busy }: PublishedModel,
  actions: PublishedActions,
): TemplateResult {
  const { locale, words } = speech;
  const more = Math.min(MOST_MORE, found - entries.length);
  const row = (entry: CatalogueEntry, at: number) => {
    const question = firstLines(entry.question, 60);
    const brief = firstLines(entry.question, 300);
    return html`<li id="entry-${at}" tabindex="-1" class="heading">
      <details>
        <summary class="draft"><bdi>${brief}</bdi></summary>
        ${brief.endsWith(' …') ? strangersText(speech, entry.question, 'draft') : nothing}
        ${strangersText(speech, entry.answer)}
      </details>
      <p class="facts">
        <span><bdi>${entry.topic || words.publishNoTopic}</bdi></span>
        <span>${locale.say(words.publishedOn, { date: locale.date(formatLocalDate(entry.day)) })}</span>
      </p>
      <div class="deeds close">
        ${namedButton(words.publishEdit, locale.say(words.publishEditOf, { question }), busy, () => actions.edit(entry))}
        ${namedButton(words.publishRemove, locale.say(words.publishRemoveOf, { question }), busy, () => actions.remove(entry))}
      </div>
    </li>`;
  };
  return html`<section>
    <h3 class="big heading" tabindex="-1">${words.publishedTitle}</h3>
    ${
      all === 0
        ? html`<p>${words.publishedNone}</p>`
        : html`<p>${locale.say(words.publishedCount, { n: all })}</p>
            ${textField({ id: 'published-search', label: words.publishedSearch, value: search, change: actions.search })}
            ${found === 0 ? html`<p>${words.publishedFoundNone}</p>` : html`<ul class="rows apart">${entries.map(row)}</ul>`}
            ${more > 0 ? html`<div class="deeds">${secondary(locale.say(words.publishedMore, { n: more }), false, actions.more)}</div>` : nothing}`
    }
    <div class="deeds">${secondary(words.publishedBack, false, actions.back)}</div>
    ${
      all === 0 || stopped
        ? nothing
        : html`<h4>${words.publishedFileTitle}</h4>
            <p>${words.publishedFileHow}</p>
            <div class="deeds">${secondary(words.publishedFile, busy, actions.download)}</div>`
    }
  </section>`;
}
