/** Groups that a visitor keeps: in memory only, to look at together, to print or to copy. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../i18n/locale.js';

export interface ShortlistActions {
  print(): void;
  copy(): void;
  forget(): void;
}

/**
 * @param entries The rows, drawn by the widget.
 * @param said What became of the copy, if there was one.
 */
export function shortlist(
  locale: Locale,
  entries: TemplateResult | typeof nothing,
  said: string,
  actions: ShortlistActions,
): TemplateResult {
  const { strings } = locale;
  return html`<section class="shortlist" part="shortlist">
    <h3 class="heading" tabindex="-1">${strings.keptTitle}</h3>
    <p class="quiet">${entries === nothing ? strings.keptNone : strings.keptHint}</p>
    ${entries}
    ${
      entries === nothing
        ? nothing
        : html`<div class="bar">
          <button type="button" class="button primary" part="button button-primary" @click=${actions.print}>${strings.print}</button>
          <button type="button" class="button" part="button" @click=${actions.copy}>${strings.copy}</button>
          <button type="button" class="button plain" part="button" @click=${actions.forget}>${strings.keptForget}</button>
        </div>
        <p class="quiet small">${said}</p>`
    }
  </section>`;
}
