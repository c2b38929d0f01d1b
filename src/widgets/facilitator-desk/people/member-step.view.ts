/** One member: what may change, the new name, and the step before what cannot be undone. */
import { html, type TemplateResult } from 'lit';
import type { Speech } from '../desk-screen.js';
import { form, primary, secondary, textField } from '../form.view.js';

export interface MemberModel {
  readonly name: string;
  readonly isKeeper: boolean;
  /** Why this one cannot leave; '' where they can. */
  readonly stays: string;
  readonly busy: boolean;
}

export interface MemberActions {
  rename(): void;
  role(): void;
  leave(): void;
  back(): void;
}

export function memberView(
  { words, locale }: Speech,
  { name, isKeeper, stays, busy }: MemberModel,
  actions: MemberActions,
): TemplateResult {
  return html`<section class="narrow">
    <h3 class="big heading" tabindex="-1">${locale.say(words.peopleMemberTitle, { name })}</h3>
    <ul class="rows">
    <li>${secondary(words.peopleRename, busy, actions.rename)}</li>
    ${
      stays
        ? html`<li><p>${stays}</p></li>`
        : html`<li>
              ${secondary(isKeeper ? words.peopleMakeFacilitator : words.peopleMakeKeeper, busy, actions.role)}
            </li>
            <li>${secondary(words.peopleLeave, busy, actions.leave)}</li>`
    }
    </ul>
    <div class="deeds">${secondary(words.peopleBack, false, actions.back, 'link')}</div>
  </section>`;
}

export interface RenameModel {
  readonly name: string;
  readonly typed: string;
  readonly wrong: string;
  readonly busy: boolean;
}

export function renameView(
  { words, locale }: Speech,
  { name, typed, wrong, busy }: RenameModel,
  { type, save, back }: { type(typed: string): void; save(): void; back(): void },
): TemplateResult {
  return html`<section class="narrow">
    <h3 class="big heading" tabindex="-1">${locale.say(words.peopleRenameTitle, { name })}</h3>
    ${form(
      () => !busy && save(),
      html`${textField({
        id: 'renamed',
        label: words.peopleRenameName,
        hint: words.peopleRenameHint,
        said: wrong,
        value: typed,
        change: type,
      })}
      <div class="deeds">
        ${primary(words.peopleRenameSave, busy)} ${secondary(words.peopleBack, busy, back, 'link')}
      </div>`,
    )}
  </section>`;
}

export interface SureModel {
  readonly title: string;
  /** What it means, a paragraph each. */
  readonly means: readonly string[];
  readonly yes: string;
  readonly busy: boolean;
}

export function sureView(
  { words }: Speech,
  { title, means, yes, busy }: SureModel,
  actions: { yes(): void; back(): void },
): TemplateResult {
  return html`<section class="narrow">
    <h3 class="big heading" tabindex="-1">${title}</h3>
    ${means.map((text) => html`<p>${text}</p>`)}
    <div class="deeds">
      ${primary(yes, busy, actions.yes)} ${secondary(words.peopleBack, busy, actions.back, 'link')}
    </div>
  </section>`;
}
