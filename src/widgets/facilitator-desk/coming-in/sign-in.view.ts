/** The locked desk: two fields and one button. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../desk-screen.js';
import { form, primary, secondary, textField, tick } from '../form.view.js';

export interface SignInModel {
  readonly name: string;
  readonly typed: string;
  /** Whether the words stand in clear. */
  readonly shown: boolean;
  readonly busy: boolean;
  /** The server, where a link named it and not the page: whoever made the link chose it. */
  readonly server: string;
}

export interface SignInActions {
  name(name: string): void;
  typed(typed: string): void;
  show(shown: boolean): void;
  signIn(): void;
  lost(): void;
}

export function signInView(
  { words, locale }: Speech,
  model: SignInModel,
  actions: SignInActions,
): TemplateResult {
  return html`<section class="narrow" part="sign-in">
    <h3 class="big heading" tabindex="-1">${words.signInTitle}</h3>
    <p>${words.signInIntro}</p>
    ${model.server ? html`<p class="quiet server">${locale.say(words.signInServer, { server: model.server })}</p>` : nothing}
    ${form(
      actions.signIn,
      html`${textField({
        id: 'name',
        label: words.signInName,
        hint: words.signInNameHint,
        value: model.name,
        autocomplete: 'username',
        change: actions.name,
      })}
      ${textField({
        id: 'words',
        label: words.signInWords,
        hint: words.signInWordsHint,
        value: model.typed,
        kind: model.shown ? 'text' : 'password',
        autocomplete: 'current-password',
        change: actions.typed,
      })}
      ${tick({ label: words.signInShow, checked: model.shown, change: actions.show })}
      <div class="deeds">
        ${primary(words.signIn, model.busy)} ${secondary(words.signInLost, model.busy, actions.lost, 'link')}
      </div>`,
    )}
  </section>`;
}
