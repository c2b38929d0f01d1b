/** The old words, which the new ones cost. */
import { html, type TemplateResult } from 'lit';
import type { Speech } from '../desk-screen.js';
import { form, primary, secondary, textField, tick } from '../form.view.js';

export interface OldWordsModel {
  readonly typed: string;
  readonly shown: boolean;
  readonly wrong: string;
  readonly busy: boolean;
}

export interface OldWordsActions {
  type(typed: string): void;
  show(shown: boolean): void;
  make(): void;
  back(): void;
}

export const oldWordsView = (
  { words }: Speech,
  { typed, shown, wrong, busy }: OldWordsModel,
  actions: OldWordsActions,
): TemplateResult => html`<section class="narrow">
  <h3 class="big heading" tabindex="-1">${words.peopleOwnTitle}</h3>
  <p>${words.peopleOwnWhy}</p>
  ${form(
    () => !busy && actions.make(),
    html`${textField({
      id: 'old-words',
      kind: shown ? 'text' : 'password',
      label: words.peopleOwnOld,
      hint: words.signInWordsHint,
      said: wrong,
      value: typed,
      change: actions.type,
    })}
    ${tick({ label: words.signInShow, checked: shown, change: actions.show })}
    <div class="deeds">
      ${primary(words.peopleOwnMake, busy)} ${secondary(words.peopleBack, busy, actions.back, 'link')}
    </div>`,
  )}
</section>`;
