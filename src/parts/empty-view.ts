/** When nothing fits: which choice to leave out, and what that brings. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../i18n/locale.js';

/** One way out of an empty result. */
export interface WayOut {
  readonly label: string;
  readonly count: number;
  readonly take: () => void;
}

/** Which filter to drop and how many groups that brings. The first way out is the primary one. */
export function emptyView(locale: Locale, ways: readonly WayOut[], clear: () => void): TemplateResult {
  const { strings } = locale;
  const [best] = ways;
  return html`<div class="state empty" part="empty">
    <h3 tabindex="-1">${strings.emptyTitle}</h3>
    ${best ? html`<p class="quiet">${locale.say(strings.emptyWithout, { choice: best.label, n: best.count })}</p>` : nothing}
    <div class="bar">
      ${ways.map(
        ({ label, count, take }, index) => html`<button
          type="button"
          class=${index === 0 ? 'button primary' : 'button'}
          part=${index === 0 ? 'button button-primary' : 'button'}
          @click=${take}
        >${locale.say(strings.showWithout, { choice: label })} (${locale.number(count)})</button>`,
      )}
      <button type="button" class="button plain" part="button" @click=${clear}>${strings.showAll}</button>
    </div>
    <slot name="empty"></slot>
  </div>`;
}
