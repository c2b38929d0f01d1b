/** The recovery sheet as it is printed or copied by hand, and the step in which it is tried. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../desk-screen.js';
import { primary, secondary } from '../form.view.js';
import { stepHeading } from '../step-heading.view.js';

export interface SheetModel {
  readonly step: string;
  /** In groups of three. */
  readonly code: string;
  readonly name: string;
  readonly day: string;
  readonly boxId: string;
  readonly server: string;
  /** Where it is used. */
  readonly link: string;
  /** The everyday link. */
  readonly deskLink: string;
  readonly busy: boolean;
}

export const sheetView = (
  { locale, words }: Speech,
  model: SheetModel,
  actions: { print(): void; written(): void },
): TemplateResult => html`<section>
  ${stepHeading(model.step, words.startSheet)}
  <p>${words.startSheetIntro}</p>
  <div class="paper seen" part="paper">
    <h4>${words.paperTitle}</h4>
    <p>${words.paperCode}</p>
    <p class="code-groups" translate="no" dir="ltr">${model.code.replaceAll('-', ' ')}</p>
    <p>${locale.say(words.paperName, { name: model.name, day: model.day })}</p>
    <p class="paper-link">${locale.say(words.paperServer, { server: model.server })}</p>
    <p class="paper-link">${locale.say(words.paperBox, { box: model.boxId })}</p>
    <p class="paper-link small">${locale.say(words.paperLink, { link: model.link })}</p>
    <p>${words.paperFor}</p>
    <p>${words.paperKeep}</p>
    <p>${words.paperNever}</p>
  </div>
  <div class="deeds">
    ${primary(words.startSheetWritten, model.busy, actions.written)}
    ${secondary(words.startSheetPrint, model.busy, actions.print)}
  </div>
  <p class="small quiet paper-link">${locale.say(words.startSheetClosed, { link: model.deskLink })}</p>
</section>`;

export interface ProveModel {
  readonly step: string;
  readonly link: string;
  /** What the server says of it, when it was asked. */
  readonly said: string;
  readonly busy: boolean;
}

export const proveView = (
  { words }: Speech,
  { step, link, said, busy }: ProveModel,
  actions: { done(): void; anew(): void },
): TemplateResult => html`<section class="narrow">
  ${stepHeading(step, words.startProve)}
  <p>${words.startProveIntro}</p>
  ${said ? html`<p class="notice result" part="notice" tabindex="-1">${said}</p>` : nothing}
  <div class="deeds">
    <a class="button" part="button" id="prove" href=${link} target="_blank" rel="noopener noreferrer"
      >${words.startProveOpen}</a
    >
    ${primary(words.startProveDone, busy, actions.done)}
  </div>
  <h4>${words.startProveLost}</h4>
  <p class="small quiet">${words.startProveNewHint}</p>
  <div class="deeds">${secondary(words.startProveNew, busy, actions.anew)}</div>
</section>`;
