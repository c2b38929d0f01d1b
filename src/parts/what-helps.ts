/** Advice for a first visit out of the evidence, each with how sure it is and who says so. */
import { html, type TemplateResult } from 'lit';
import type { Claim, Evidence } from '../domain/evidence.js';
import { webUrl } from '../domain/links.js';
import type { Source } from '../domain/quiz.js';
import type { Locale } from '../i18n/locale.js';

/** What is known of it so far. */
export type Helps = Evidence | 'failed' | 'reviewing' | undefined;

function sourceView({ title, publisher, year, url }: Source): TemplateResult {
  const to = webUrl(url ?? '');
  return html` <bdi>${to ? html`<a href=${to} target="_blank" rel="noopener noreferrer">${title}</a>` : title}. ${publisher}${year ? `, ${year}` : ''}.</bdi>`;
}

const claimView = ({ claim, plain, strength, sources }: Claim): TemplateResult =>
  html`<li><p><strong>${claim}.</strong> ${plain}</p><p class="quiet small">${strength}${sources.map(sourceView)}</p></li>`;

/** @param load Is called when a visitor opens it, and when they try again. */
export function whatHelps(locale: Locale, helps: Helps, load: () => void): TemplateResult {
  const { strings } = locale;
  const body = () => {
    if (helps === 'failed')
      return html`<p>${strings.whatHelpsFailed} <button type="button" class="button link" part="button" @click=${load}>${strings.tryAgain}</button></p>`;
    if (helps === 'reviewing') return html`<p>${strings.whatHelpsReviewing}</p>`;
    if (!helps) return html`<p class="quiet" aria-busy="true">…</p>`;
    const { language, direction, claims, review } = helps;
    return html`<ul lang=${language} dir=${direction}>${claims.map(claimView)}</ul>
      ${review.status === 'draft' ? html`<p class="quiet small">${strings.leafletDraft}</p>` : ''}`;
  };
  return html`<details @toggle=${load}><summary>${strings.whatHelps}</summary>${body()}</details>`;
}
