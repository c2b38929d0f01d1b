/** The designed states of a widget that has nothing to list: loading, empty, failed. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ProblemKind } from '../backend/problem.js';
import type { Locale } from '../i18n/locale.js';

/**
 * Quiet lines where rows will stand, so that the page does not jump.
 * @param words What is on its way.
 */
export function loadingView({ strings }: Locale, slow: boolean, words: string): TemplateResult {
  return html`<div class="state loading" part="loading" aria-busy="true">
    <p class="quiet">${slow ? strings.loadingLong : words}</p>
    <div class="ghosts" aria-hidden="true"><i></i><i></i><i></i></div>
  </div>`;
}

function sentence({ strings }: Locale, kind: ProblemKind): string {
  switch (kind) {
    case 'offline':
      return strings.failedOffline;
    case 'timeout':
      return strings.failedTimeout;
    case 'unreachable':
    case 'server-error':
      return strings.failedUnreachable;
    default:
      return strings.failedList;
  }
}

/** What happened, another try, and the page's own children: its link to a list and its phone number. */
export function failedView(
  locale: Locale,
  kind: ProblemKind,
  pageUrl: string | undefined,
  retry: () => void,
): TemplateResult {
  const { strings } = locale;
  return html`<div class="state failed" part="failed">
    <h3 tabindex="-1">${strings.failedTitle}</h3>
    <p class="quiet">${sentence(locale, kind)}</p>
    <div class="bar">
      <button type="button" class="button primary" part="button button-primary" @click=${retry}>${strings.tryAgain}</button>
      ${pageUrl ? html`<a class="button" part="button" href=${pageUrl}>${strings.ownPage}</a>` : nothing}
    </div>
    <slot></slot>
  </div>`;
}

/** A listing that holds no group at all. */
export function emptyListView({ strings }: Locale): TemplateResult {
  return html`<div class="state empty" part="empty">
    <h3 tabindex="-1">${strings.emptyList}</h3>
    <p class="quiet">${strings.emptyListHint}</p>
    <slot name="empty"></slot>
  </div>`;
}
