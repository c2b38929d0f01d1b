/** Whom to invite, and the link for them. */
import { html, type TemplateResult } from 'lit';
import type { Role } from '../../../backend/staff-api.js';
import type { Speech } from '../desk-screen.js';
import { choice, form, primary, secondary, textField } from '../form.view.js';

export interface InviteModel {
  readonly name: string;
  readonly role: Role;
  readonly wrong: string;
  readonly busy: boolean;
}

export interface InviteActions {
  name(name: string): void;
  role(role: Role): void;
  make(): void;
  back(): void;
}

export function inviteView(
  { words }: Speech,
  { name, role, wrong, busy }: InviteModel,
  actions: InviteActions,
): TemplateResult {
  return html`<section class="narrow">
    <h3 class="big heading" tabindex="-1">${words.peopleInviteTitle}</h3>
    ${form(
      () => !busy && actions.make(),
      html`${textField({
        id: 'invited',
        label: words.peopleInviteName,
        hint: words.peopleInviteNameHint,
        said: wrong,
        value: name,
        change: actions.name,
      })}
      ${choice({
        id: 'role',
        label: words.peopleInviteRole,
        hint: role === 'keeper' ? words.peopleKeeperIs : words.peopleFacilitatorIs,
        value: role,
        options: [
          ['facilitator', words.peopleFacilitator],
          ['keeper', words.peopleKeeper],
        ],
        change: (value) => actions.role(value === 'keeper' ? 'keeper' : 'facilitator'),
      })}
      <div class="deeds">
        ${primary(words.peopleInviteMake, busy)} ${secondary(words.peopleBack, busy, actions.back, 'link')}
      </div>`,
    )}
  </section>`;
}

export interface LinkModel {
  readonly name: string;
  readonly link: string;
  /** Until when it works. */
  readonly when: string;
  /** What came of copying. */
  readonly copied: string;
}

export function linkView(
  { words, locale }: Speech,
  { name, link, when, copied }: LinkModel,
  { copy, done }: { copy(): void; done(): void },
): TemplateResult {
  return html`<section class="narrow">
    <h3 class="big heading" tabindex="-1">${locale.say(words.peopleLinkTitle, { name })}</h3>
    <p>${locale.say(words.peopleLinkGive, { when })}</p>
    <pre class="snippet" role="group" tabindex="0" dir="ltr" translate="no" aria-label=${words.peopleLinkLabel}>${link}</pre>
    <p class="deeds close">${secondary(words.peopleCopy, false, copy)} <span class="quiet">${copied}</span></p>
    <p>${words.peopleLinkOnce}</p>
    <p>${words.peopleLinkNext}</p>
    <div class="deeds">${primary(words.peopleDone, false, done)}</div>
  </section>`;
}
