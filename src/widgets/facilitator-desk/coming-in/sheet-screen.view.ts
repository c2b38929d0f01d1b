/** The recovery sheet at the desk: the code, what it opened, and the way back in. */
import { html, type TemplateResult } from 'lit';
import type { Member } from '../../../domain/sealing/staff/roster.js';
import type { Speech } from '../desk-screen.js';
import { choice, form, primary, secondary, textField } from '../form.view.js';
import { stepHeading } from '../step-heading.view.js';

interface Busy {
  readonly busy: boolean;
}

export const codeView = (
  { words }: Speech,
  { typed, said, busy }: Busy & { readonly typed: string; readonly said: string },
  actions: { typed(typed: string): void; open(): void },
): TemplateResult => html`<section class="narrow">
  ${stepHeading('', words.sheetTitle)}
  <p>${words.sheetIntro}</p>
  ${form(
    actions.open,
    html`${textField({
      id: 'sheet-code',
      label: words.sheetCode,
      hint: words.sheetCodeHint,
      value: typed,
      said,
      change: actions.typed,
    })}
    <div class="deeds">${primary(words.sheetOpen, busy)}</div>`,
  )}
  <details class="sheet-lost">
    <summary>${words.sheetLost}</summary>
    <p>${words.sheetLostWhy}</p>
  </details>
</section>`;

export const openedView = (
  { words }: Speech,
  { test, busy }: Busy & { readonly test: string },
  actions: { lost(): void },
): TemplateResult => html`<section class="narrow">
  ${stepHeading('', test ? words.sheetWorks : words.sheetOpened)}
  ${
    test
      ? html`<p>${words.sheetWorksWhy}</p>
          <ul class="spoken" translate="no" lang="en" dir="ltr">
            ${test.split(' ').map((word) => html`<li>${word}</li>`)}
          </ul>
          <p>${words.sheetWorksNext}</p>`
      : html`<p class="notice" part="notice">${words.sheetTestFailed}</p>`
  }
  <h4>${words.sheetLostWords}</h4>
  <p>${words.sheetLostWordsWhy}</p>
  <div class="deeds">${secondary(words.sheetNewWords, busy, actions.lost)}</div>
</section>`;

export const whoView = (
  { words }: Speech,
  model: Busy & { readonly members: readonly Member[]; readonly who: string; readonly said: string },
  actions: { who(id: string): void; done(): void },
): TemplateResult => html`<section class="narrow">
  ${stepHeading('', words.sheetWho)}
  <p>${words.sheetWhoIntro}</p>
  ${form(
    actions.done,
    html`${choice({
      id: 'who',
      label: words.signInName,
      value: model.who,
      said: model.said,
      options: [['', ''], ...model.members.map(({ id, name }) => [id, name] as const)],
      change: actions.who,
    })}
    <div class="deeds">${primary(words.sheetWhoDo, model.busy)}</div>`,
  )}
</section>`;

export const recoveredView = (
  { words }: Speech,
  { busy }: Busy,
  actions: { signIn(): void },
): TemplateResult => html`<section class="narrow">
  ${stepHeading('', words.sheetDone)}
  <p>${words.sheetDoneWhy}</p>
  <div class="deeds">${primary(words.sheetSignIn, busy, actions.signIn)}</div>
</section>`;
