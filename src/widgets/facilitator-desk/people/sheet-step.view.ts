/** Why there is a new sheet: what happened to the old one decides how much changes with it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../desk-screen.js';
import { primary, secondary } from '../form.view.js';

export interface SheetWhyModel {
  readonly seen: boolean;
  readonly busy: boolean;
}

export interface SheetWhyActions {
  seen(seen: boolean): void;
  make(): void;
  back(): void;
}

export function sheetWhyView(
  { words }: Speech,
  { seen, busy }: SheetWhyModel,
  actions: SheetWhyActions,
): TemplateResult {
  const option = (value: boolean, label: string) => html`<label class="check" part="choice"
    ><input
      type="radio"
      part="input"
      name="seen"
      .checked=${seen === value}
      @change=${() => actions.seen(value)}
    /><span>${label}</span></label
  >`;
  return html`<section class="narrow">
    <h3 class="big heading" tabindex="-1">${words.peopleSheetTitle}</h3>
    <p>${words.peopleSheetWhy}</p>
    <fieldset>
      <legend>${words.peopleSheetWhat}</legend>
      ${option(true, words.peopleSheetSeen)} ${option(false, words.peopleSheetLost)}
    </fieldset>
    ${seen ? html`<p class="notice" part="notice">${words.peopleSheetSeenMeans}</p>` : nothing}
    <div class="deeds">
      ${primary(seen ? words.peopleSheetMakeSeen : words.peopleSheetMake, busy, actions.make)}
      ${secondary(words.peopleBack, busy, actions.back, 'link')}
    </div>
  </section>`;
}
