/** The first and the last steps of the first evening: a welcome and a name; the box opens, and what comes after it. */
import { html, type TemplateResult } from 'lit';
import type { Speech } from '../desk-screen.js';
import { form, primary, secondary, textField } from '../form.view.js';
import { stepHeading } from '../step-heading.view.js';

export interface WelcomeModel {
  readonly step: string;
  readonly name: string;
  readonly said: string;
  readonly busy: boolean;
}

export const welcomeView = (
  { words }: Speech,
  { step, name, said, busy }: WelcomeModel,
  actions: { name(name: string): void; next(): void },
): TemplateResult => html`<section class="narrow">
  ${stepHeading(step, words.startWelcome)}
  <p>${words.startWelcomeNeeds}</p>
  <p>${words.startWelcomeStop}</p>
  ${form(
    actions.next,
    html`${textField({
      id: 'my-name',
      label: words.startName,
      hint: words.startNameHint,
      value: name,
      said,
      change: actions.name,
    })}
    <div class="deeds">${primary(words.startNext, busy)}</div>`,
  )}
</section>`;

export const openingView = (
  { words }: Speech,
  { step, hours, busy }: { readonly step: string; readonly hours: string; readonly busy: boolean },
  actions: { open(): void; back(): void },
): TemplateResult => html`<section class="narrow">
  ${stepHeading(step, words.startOpen)}
  <p>${words.startOpenIntro}</p>
  <p><strong>${hours}</strong></p>
  <div class="deeds">
    ${primary(words.startOpenDo, busy, actions.open)} ${secondary(words.startBack, busy, actions.back, 'link')}
  </div>
</section>`;

export const openedView = (
  { words }: Speech,
  { link, busy }: { readonly link: string; readonly busy: boolean },
  actions: { invite(): void; copy(): void; evening(): void },
): TemplateResult => html`<section class="narrow">
  ${stepHeading('', words.startDone)}
  <h4>${words.startBookmark}</h4>
  <p>${words.startBookmarkWhy}</p>
  <p class="snippet" tabindex="0" role="group" aria-label=${words.startBookmarkLabel} dir="ltr" translate="no">${link}</p>
  ${secondary(words.startCopy, busy, actions.copy)}
  <h4>${words.startWho}</h4>
  <p>${words.startWhoWhy}</p>
  ${secondary(words.startWhoDo, busy, actions.invite)}
  <div class="deeds">${primary(words.startEvening, busy, actions.evening)}</div>
</section>`;
