/** The three steps to a new seal, one at a time, and what is handed round afterwards. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PageResult } from '../coming-in/carrying-page.js';
import type { Speech } from '../desk-screen.js';
import { form, primary, secondary, textField } from '../form.view.js';

export interface PageModel {
  readonly snippet: string;
  readonly copied: { readonly what: 'link' | 'snippet' | ''; readonly said: string };
  /** Its address as typed. */
  readonly page: string;
  /** What has to be mended in it. */
  readonly slip: string;
  readonly seen: PageResult | undefined;
  readonly busy: boolean;
}

export interface PageActions {
  copy(what: 'link' | 'snippet', text: string): void;
  type(page: string): void;
  look(): void;
  back(): void;
}

/** Which of the three steps is now. */
const steps = ({ words }: Speech, now: 2 | 3): TemplateResult => html`<h4>${words.peopleSealSteps}</h4>
  <ol class="steps">
    ${[words.peopleSealStep1, words.peopleSealStep2, words.peopleSealStep3].map(
      (step, at) => html`<li aria-current=${at + 1 === now ? 'step' : nothing}>
        <span>${step}
        ${
          at + 1 > now
            ? nothing
            : html`<span class="quiet">${at + 1 < now ? words.peopleSealStepDone : words.peopleSealStepNow}</span>`
        }</span>
      </li>`,
    )}
  </ol>`;

const copied = (
  { words }: Speech,
  what: 'link' | 'snippet',
  text: string,
  label: string,
  { copied: last }: PageModel,
  { copy }: PageActions,
): TemplateResult => html`<pre
    class="snippet"
    role="group"
    tabindex="0"
    dir="ltr"
    translate="no"
    aria-label=${label}
  >${text}</pre>
  <p class="deeds close">
    <button
      class="button"
      part="button"
      type="button"
      aria-label="${words.peopleCopy}: ${label}"
      @click=${() => copy(what, text)}
    >
      ${words.peopleCopy}
    </button>
    <span class="quiet">${last.what === what ? last.said : nothing}</span>
  </p>`;

const look = (
  { words }: Speech,
  { page, slip, seen, busy }: PageModel,
  actions: PageActions,
): TemplateResult =>
  form(
    () => !busy && actions.look(),
    html`${textField({
      id: 'page',
      kind: 'url',
      label: words.peopleSealPage,
      said: slip,
      value: page,
      change: actions.type,
    })}
  ${seen ? html`<p class="notice result" part="notice" tabindex="-1">${seen.said}</p>` : nothing}
  <div class="deeds">
    <button class="button" part="button" type="submit" aria-disabled=${busy ? 'true' : nothing}>
      ${words.peopleSealCheck}
    </button>
  </div>`,
  );

/** Until it is known where the change stands. */
export const waitingView = ({ words }: Speech): TemplateResult => html`<section>
  <h3 class="big heading" tabindex="-1">${words.peopleSealTitle}</h3>
</section>`;

export function pageView(
  speech: Speech,
  model: PageModel,
  actions: PageActions & { sign(): void; anyway(): void },
): TemplateResult {
  const { words } = speech;
  return html`<section>
    <h3 class="big heading" tabindex="-1">${words.peopleSealTitle}</h3>
    <p>${words.peopleSealWhy}</p>
    ${steps(speech, 2)}
    <p>${words.peopleSealSnippet}</p>
    ${copied(speech, 'snippet', model.snippet, words.peopleSealSnippetLabel, model, actions)}
    ${look(speech, model, actions)}
    <div class="deeds">
      ${primary(words.peopleSealSign, model.busy, actions.sign)}
      ${secondary(words.peopleSealAnyway, model.busy, actions.anyway, 'link')}
      ${secondary(words.peopleBack, false, actions.back, 'link')}
    </div>
  </section>`;
}

export const anywayView = (
  { words }: Speech,
  busy: boolean,
  { yes, back }: { yes(): void; back(): void },
): TemplateResult => html`<section class="narrow">
  <h3 class="big heading" tabindex="-1">${words.peopleSealAnywayTitle}</h3>
  <p>${words.peopleSealAnywayMeans}</p>
  <div class="deeds">
    ${primary(words.peopleSealAnywayYes, busy, yes)} ${secondary(words.peopleBack, busy, back, 'link')}
  </div>
</section>`;

export function lastView(
  speech: Speech,
  busy: boolean,
  { sign, back }: { sign(): void; back(): void },
): TemplateResult {
  const { words } = speech;
  return html`<section class="narrow">
    <h3 class="big heading" tabindex="-1">${words.peopleSealTitle}</h3>
    ${steps(speech, 3)}
    <p>${words.peopleSealHalf}</p>
    <div class="deeds">
      ${primary(words.peopleSealSign, busy, sign)} ${secondary(words.peopleBack, false, back, 'link')}
    </div>
  </section>`;
}

export function afterView(
  speech: Speech,
  model: PageModel & { readonly link: string },
  actions: PageActions,
): TemplateResult {
  const { words } = speech;
  return html`<section>
    <h3 class="big heading" tabindex="-1">${words.peopleSealAfterTitle}</h3>
    <p>${words.peopleSealAfter}</p>
    <h4>${words.peopleSealAfterLinkLabel}</h4>
    <p>${words.peopleSealAfterLink}</p>
    ${copied(speech, 'link', model.link, words.peopleSealAfterLinkLabel, model, actions)}
    <h4>${words.peopleSealSnippetLabel}</h4>
    <p>${words.peopleSealAfterSnippet}</p>
    ${copied(speech, 'snippet', model.snippet, words.peopleSealSnippetLabel, model, actions)}
    ${look(speech, model, actions)}
    <div class="deeds">${primary(words.peopleDone, model.busy, actions.back)}</div>
  </section>`;
}
