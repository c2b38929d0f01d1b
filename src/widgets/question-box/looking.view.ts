/** Where a visitor comes back with the code: the field, the answers, and the way to take all of it back. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '../../domain/sealing/visitor.js';
import type { Locale } from '../../i18n/locale.js';
import type { LookPhase } from './looking.js';
import { dateOf, paragraphs } from './written.js';

export interface LookActions {
  type(typed: string): void;
  look(event: SubmitEvent): void;
  hide(): void;
  askErase(ask: boolean): void;
  erase(): void;
}

/** What is wrong, by its reason. @param typed How many symbols stand in the field. */
function wrongInWords(
  locale: Locale,
  wrong: NonNullable<(LookPhase & { at: 'enter' })['wrong']>,
  typed: string,
): string {
  const { strings } = locale;
  switch (wrong) {
    case 'code-length':
      return locale.say(strings.boxCodeLength, { n: typed.replace(/[^\p{L}\p{N}]/gu, '').length });
    case 'code-symbol':
      return strings.boxCodeSymbol;
    case 'code-check':
      return strings.boxCodeCheck;
    case 'forged':
      return strings.boxForged;
    case 'offline':
      return strings.boxLookOffline;
    default:
      return strings.boxLookFailed;
  }
}

const enterView = (
  locale: Locale,
  { wrong }: LookPhase & { at: 'enter' },
  typed: string,
  actions: LookActions,
): TemplateResult => {
  const { strings } = locale;
  return html`<form class="look" part="look" autocomplete="off" novalidate @submit=${actions.look}>
    <label class="label" part="label" for="code">${strings.boxCode}</label>
    <p class="small quiet" part="hint" id="code-hint">${strings.boxCodeFieldHint}</p>
    <input
      id="code"
      class="input"
      part="input"
      dir="ltr"
      autocomplete="off"
      autocapitalize="characters"
      autocorrect="off"
      spellcheck="false"
      writingsuggestions="false"
      translate="no"
      data-lpignore="true"
      data-1p-ignore
      aria-describedby="code-hint${wrong ? ' wrong' : ''}"
      aria-invalid=${wrong?.startsWith('code-') ? 'true' : nothing}
      .value=${typed}
      @input=${(event: Event) => actions.type((event.target as HTMLInputElement).value)}
    />
    <div id="wrong">${wrong ? html`<p class="notice" part="hint">${wrongInWords(locale, wrong, typed)}</p>` : nothing}</div>
    <div class="bar">
      <button class="button primary" part="button button-primary">${strings.boxShow}</button>
    </div>
  </form>`;
};

const answerView = (
  locale: Locale,
  { text, day }: Answer,
): TemplateResult => html`<article class="private" part="answer">
  ${paragraphs(text)}
  <p class="small quiet">${locale.date(dateOf(day))}</p>
</article>`;

function foundView(
  locale: Locale,
  { answers, ask, failed }: LookPhase & { at: 'found' },
  reading: string,
  actions: LookActions,
): TemplateResult {
  const { strings } = locale;
  return html`<section class="found" part="answers">
    <h3 class="heading" tabindex="-1">${
      answers.length > 0 ? locale.say(strings.boxYourAnswers, { n: answers.length }) : strings.boxNoAnswer
    }</h3>
    ${
      answers.length > 0
        ? html`${answers.map((answer) => answerView(locale, answer))}
            <p class="small quiet">${strings.boxExperience}</p>`
        : html`<p>${reading}</p>
            <p class="quiet">${strings.boxNoAnswerHint}</p>`
    }
    <div class="bar">
      <button type="button" class="button primary" part="button button-primary" @click=${actions.hide}>${strings.boxHide}</button>
      ${ask ? nothing : html`<button type="button" class="button plain" part="button" @click=${() => actions.askErase(true)}>${strings.boxErase}</button>`}
    </div>
    ${failed ? html`<p class="notice" part="hint">${strings.boxEraseFailed}</p>` : nothing}
    ${
      ask
        ? html`<div class="notice sure" part="hint">
            <p tabindex="-1">${strings.boxEraseSure}</p>
            <div class="bar">
              <button type="button" class="button" part="button" @click=${() => actions.askErase(false)}>${strings.boxEraseNo}</button>
              <button type="button" class="button" part="button" @click=${actions.erase}>${strings.boxEraseYes}</button>
            </div>
          </div>`
        : nothing
    }
  </section>`;
}

/** @param reading When questions are read next, in words. */
export function lookView(
  locale: Locale,
  phase: LookPhase,
  typed: string,
  reading: string,
  actions: LookActions,
): TemplateResult {
  const { strings } = locale;
  switch (phase.at) {
    case 'enter':
      return enterView(locale, phase, typed, actions);
    case 'looking':
    case 'erasing':
      return html`<section class="looking" aria-busy="true">
        <h3 class="heading" tabindex="-1">${phase.at === 'looking' ? strings.boxLooking : strings.boxErasing}</h3>
      </section>`;
    case 'found':
      return foundView(locale, phase, reading, actions);
    case 'erased':
      return html`<section class="erased" part="answers">
        <h3 class="heading" tabindex="-1">${strings.boxErased}</h3>
        <p>${locale.say(strings.boxErasedHint, { n: phase.backupDays })}</p>
        <div class="bar">
          <button type="button" class="button" part="button" @click=${actions.hide}>${strings.boxHide}</button>
        </div>
      </section>`;
  }
}
