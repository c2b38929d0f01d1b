/** Brings the last page of the quiz once somebody has begun, and stands in for it while it is on its way or cannot be had. */
import { html, type LitElement, type TemplateResult } from 'lit';
import type { Locale } from '../../i18n/locale.js';
import type { Strings } from '../../i18n/strings.js';
import { loadingView } from '../../parts/states.js';
import { LaterPart } from '../../ui/later-part.js';
import type { Ending, EndingHost, Tell } from './ending.js';
import type { EndingModel } from './ending.view.js';
import { factList } from './fact.view.js';

export class LastPage {
  #reached = false;
  readonly #part: LaterPart<typeof import('./ending.js'), Ending>;

  /**
   * @param came Is handed the phrases that the page has brought with it.
   * @param tell Tells the webmaster of the listing.
   */
  constructor(host: LitElement & EndingHost, came: (phrases: Partial<Strings>) => void, tell: Tell) {
    this.#part = new LaterPart(
      host,
      () => import('./ending.js'),
      (part) => {
        part.dress(host.shadowRoot);
        came(part.phrases);
        const ending = new part.Ending(host, came, tell);
        if (this.#reached) ending.reach();
        return ending;
      },
      () => host.requestUpdate(),
      'the last page could not be loaded; visitors see their facts and can try again.',
    );
  }

  /** Asks for it, unless it is here or on its way. */
  bring(): void {
    if (!this.#part.loading || this.#part.failed) this.#part.load();
  }

  /** A visitor has come there: what else it shows may be asked for. */
  reach(): void {
    this.#reached = true;
    this.#part.made?.reach();
  }

  render(locale: Locale, model: EndingModel): TemplateResult {
    const { strings } = locale;
    const { made, failed, load } = this.#part;
    if (made) return made.render(locale, model);
    if (!failed) return loadingView(locale, false, strings.quizEndLoading);
    return html`<section class="end" part="end">
      <h3 class="heading" tabindex="-1">${strings.quizEndFailed}</h3>
      <div class="bar">
        <button type="button" class="button primary" part="button button-primary" @click=${load}>${strings.tryAgain}</button>
      </div>
      ${factList(locale, model.facts, model.pack)}
    </section>`;
  }
}
