/** An invitation, step by step: who invites, and the words that are read out. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../desk-screen.js';
import { primary } from '../form.view.js';
import { stepHeading } from '../step-heading.view.js';
import type { Invited } from '../work/enrol.js';

interface Busy {
  readonly busy: boolean;
}

export const retryView = (
  { words }: Speech,
  { busy }: Busy,
  actions: { retry(): void },
): TemplateResult => html`<section class="narrow">
  ${stepHeading('', words.enrolLooking)}
  <div class="deeds">${primary(words.enrolRetry, busy, actions.retry)}</div>
</section>`;

export const endView = (heading: string, why: string): TemplateResult => html`<section class="narrow">
  ${stepHeading('', heading)}
  <p>${why}</p>
</section>`;

export const invitedView = (
  { locale, words }: Speech,
  { invited, busy }: Busy & { readonly invited: Invited },
  actions: { start(): void },
): TemplateResult => html`<section class="narrow">
  ${stepHeading('', locale.say(words.enrolWelcome, { name: invited.by }))}
  <p>${words.enrolRole}</p>
  ${invited.role === 'keeper' ? html`<p>${words.enrolKeeper}</p>` : nothing}
  <p>${locale.say(words.enrolName, { name: invited.name })}</p>
  <p>${words.enrolNeeds}</p>
  <p class="quiet">${locale.say(words.enrolWrong, { name: invited.by })}</p>
  <div class="deeds">${primary(words.enrolStart, busy, actions.start)}</div>
</section>`;

export const sayView = (
  { locale, words }: Speech,
  { by, spoken, busy }: Busy & { readonly by: string; readonly spoken: readonly string[] },
  actions: { signIn(): void },
): TemplateResult => html`<section class="narrow">
  ${stepHeading('', locale.say(words.enrolSay, { name: by }))}
  <p>${locale.say(words.enrolSayWhy, { name: by })}</p>
  <ol class="spoken numbered" translate="no" lang="en" dir="ltr">
    ${spoken.map((word) => html`<li>${word}</li>`)}
  </ol>
  <p>${words.enrolSayKeep}</p>
  <p class="quiet">${locale.say(words.enrolSayNot, { name: by })}</p>
  <div class="deeds">${primary(words.enrolSignIn, busy, actions.signIn)}</div>
</section>`;
