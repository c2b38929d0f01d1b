/** Seven words, large and in order; then one field for them. */
import { html, type TemplateResult } from 'lit';
import type { Speech } from '../desk-screen.js';
import { form, primary, secondary, textField } from '../form.view.js';
import { stepHeading } from '../step-heading.view.js';

export const shownWordsView = (
  { words }: Speech,
  model: { readonly step: string; readonly words: readonly string[] },
  actions: { written(): void },
): TemplateResult => html`<section class="narrow">
  ${stepHeading(model.step, words.startWords)}
  <p>${words.startWordsIntro}</p>
  <ol class="spoken numbered" translate="no" lang="en" dir="ltr">
    ${model.words.map((word) => html`<li>${word}</li>`)}
  </ol>
  <p class="quiet">${words.startWordsWhy}</p>
  <div class="deeds">${primary(words.startWordsWritten, false, actions.written)}</div>
</section>`;

export interface TypedWordsModel {
  readonly step: string;
  readonly typed: string;
  readonly said: string;
  readonly busy: boolean;
}

export interface TypedWordsActions {
  typed(typed: string): void;
  check(): void;
  again(): void;
}

export const typedWordsView = (
  { words }: Speech,
  { step, typed, said, busy }: TypedWordsModel,
  actions: TypedWordsActions,
): TemplateResult => html`<section class="narrow">
  ${stepHeading(step, words.startWordsTry)}
  <p>${words.startWordsTryIntro}</p>
  ${form(
    actions.check,
    html`${textField({
      id: 'new-words',
      label: words.startWordsField,
      value: typed,
      said,
      change: actions.typed,
    })}
    <div class="deeds">
      ${primary(words.startNext, busy)} ${secondary(words.startWordsAgain, busy, actions.again, 'link')}
    </div>`,
  )}
</section>`;
