/** What stands beside the words while they are written: what could show who somebody is, and answers that may already fit. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Detail } from '../../domain/question-details.js';
import type { CatalogueEntry } from '../../domain/sealing/catalogue.js';
import type { Locale } from '../../i18n/locale.js';
import { paragraphs } from './written.js';

const NAMES = {
  phone: 'boxDetailPhone',
  email: 'boxDetailEmail',
  link: 'boxDetailLink',
  handle: 'boxDetailHandle',
  'birth-date': 'boxDetailBirthDate',
  name: 'boxDetailName',
} as const satisfies Record<Detail['kind'], keyof Locale['strings']>;

export function besideView(
  locale: Locale,
  details: readonly { readonly detail: Detail; readonly text: string }[],
  similar: readonly CatalogueEntry[],
): TemplateResult {
  const { strings } = locale;
  return html`${
    details.length > 0
      ? html`<div class="notice details" part="hint">
          <h3>${strings.boxDetails}</h3>
          <ul>
            ${details.map(({ detail, text }) => html`<li>${locale.say(strings[NAMES[detail.kind]], { text: locale.apart(text) })}</li>`)}
          </ul>
          <p class="small">${strings.boxDetailsHint}</p>
        </div>`
      : nothing
  }
  ${
    similar.length > 0
      ? html`<div class="similar" part="similar">
          <h3>${strings.boxSimilar}</h3>
          ${similar.map(
            (entry) => html`<details class="entry" lang=${entry.lang || nothing}>
              <summary><span dir="auto">${entry.question}</span></summary>
              <div class="answer">${paragraphs(entry.answer)}</div>
            </details>`,
          )}
        </div>`
      : nothing
  }`;
}
