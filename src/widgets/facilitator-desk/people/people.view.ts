/** The team as a list: names, roles, eight words one tap away, and what a keeper may do. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Invitation } from '../../../backend/staff-api.js';
import type { Locale } from '../../../i18n/locale.js';
import type { Speech } from '../desk-screen.js';
import { primary, secondary } from '../form.view.js';
import type { IdentityChange } from '../work/identity-change.js';
import type { MemberInWords } from '../work/people.js';
import type { RotationNotice } from './rotation-notice.js';

export interface PeopleModel {
  readonly people: readonly MemberInWords[];
  readonly me: string;
  readonly isKeeper: boolean;
  readonly fresh: boolean;
  readonly busy: boolean;
  /** Whose words are shown. */
  readonly opened: ReadonlySet<string>;
  /** `by` is a name. */
  readonly invitations: readonly Invitation[];
  readonly lock: RotationNotice | undefined;
  readonly seal: IdentityChange['state'];
  /** Whether this desk was opened with the old seal's link. */
  readonly oldLink: boolean;
  /** Where the sheet is tried; '' when it was. */
  readonly proveSheet: string;
}

export interface PeopleActions {
  open(id: string): void;
  invite(): void;
  compare(invitation: Invitation): void;
  withdraw(claimHash: string, name: string): void;
  change(id: string): void;
  look(): void;
  renew(): void;
  seal(): void;
  ownWords(): void;
  sheet(): void;
}

/** Words that are read aloud, in their order. */
export const spoken = (words: readonly string[], label: string): TemplateResult => html`<ol
  class="spoken"
  lang="en"
  dir="ltr"
  translate="no"
  aria-label=${label}
>
  ${words.map((word) => html`<li>${word}</li>`)}
</ol>`;

/** An instant by the clock of this device. */
export function whenOf(locale: Locale, seconds: number): string {
  const at = new Date(seconds * 1000);
  const wall = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString();
  return locale.enumerate([locale.day(wall.slice(0, 10)), locale.time(wall.slice(11, 16))]);
}

/** A button that says to whom it belongs. */
const named = (label: string, name: string, act: () => void, busy = false): TemplateResult => html`<button
  class="button link"
  part="button"
  type="button"
  aria-label=${name}
  aria-disabled=${busy ? 'true' : nothing}
  @click=${() => !busy && act()}
>
  ${label}
</button>`;

/** While the seal changes nobody comes or goes. */
const isSealDue = ({ seal }: PeopleModel): boolean => seal === 'page' || seal === 'roster';

const left = (text: string, act?: TemplateResult): TemplateResult => html`<div class="notice" part="notice">
  <p>${text}</p>
  ${act ? html`<p>${act}</p>` : nothing}
</div>`;

function memberRow(
  { words, locale }: Speech,
  { member, words: eight }: MemberInWords,
  model: PeopleModel,
  actions: PeopleActions,
): TemplateResult {
  const { id, name, role } = member;
  const isOpen = model.opened.has(id);
  return html`<li>
    <p>
      <strong><bdi>${name}</bdi></strong> ${id === model.me ? html`<span class="quiet">(${words.peopleYou})</span>` : nothing}
    </p>
    <p class="facts"><span>${role === 'keeper' ? words.peopleKeeper : words.peopleFacilitator}</span></p>
    <p class="deeds close">
      <button
        class="button link"
        part="button"
        type="button"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-label=${locale.say(words.peopleWordsOf, { name })}
        @click=${() => actions.open(id)}
      >
        ${words.peopleWords}
      </button>
      ${
        model.isKeeper && model.fresh && !isSealDue(model)
          ? named(
              words.peopleChange,
              locale.say(words.peopleChangeOf, { name }),
              () => actions.change(id),
              model.busy,
            )
          : nothing
      }
    </p>
    ${
      isOpen
        ? html`<p class="small quiet">${locale.say(words.peopleWordsWhy, { name })}</p>
            ${spoken(eight, locale.say(words.peopleWordsOf, { name }))}`
        : nothing
    }
  </li>`;
}

function invitationRow(
  { words, locale }: Speech,
  invitation: Invitation,
  model: PeopleModel,
  actions: PeopleActions,
): TemplateResult {
  const { name, role, by, until, enrolment, claimHash } = invitation;
  return html`<li>
    <p><strong><bdi>${name}</bdi></strong></p>
    <p class="facts">
      <span>${role === 'keeper' ? words.peopleKeeper : words.peopleFacilitator}</span>
      <span>${locale.say(words.peopleInvitedBy, { name: by })}</span>
    </p>
    <p>
      ${enrolment ? words.peopleInvitedUsed : locale.say(words.peopleInvitedUntil, { when: whenOf(locale, until) })}
    </p>
    <p class="deeds close">
      ${
        enrolment && !isSealDue(model)
          ? html`<button
              class="button"
              part="button"
              type="button"
              aria-label=${locale.say(words.peopleCompareOf, { name })}
              @click=${() => actions.compare(invitation)}
            >
              ${words.peopleCompare}
            </button>`
          : nothing
      }
      ${named(
        words.peopleWithdraw,
        locale.say(words.peopleWithdrawOf, { name }),
        () => actions.withdraw(claimHash, name),
        model.busy,
      )}
    </p>
  </li>`;
}

/** What is left to do for the keys, the most pressing first. */
function notices({ words }: Speech, model: PeopleModel, actions: PeopleActions): unknown {
  const { lock, busy } = model;
  const isDue = isSealDue(model);
  return [
    isDue && model.isKeeper
      ? left(
          `${words.peopleSealNotice} ${words.peopleSealFirst}`,
          primary(words.peopleSealGoOn, busy, actions.seal),
        )
      : nothing,
    lock
      ? left(lock.text, lock.mayAct ? primary(words.peopleLockDo, busy, actions.renew) : undefined)
      : nothing,
    model.proveSheet
      ? left(
          words.peopleSheetUnproven,
          html`<a href=${model.proveSheet} target="_blank" rel="noopener">${words.peopleSheetProveLink}</a>`,
        )
      : nothing,
    model.oldLink ? left(words.peopleSealOldLink) : nothing,
  ];
}

export function peopleView(speech: Speech, model: PeopleModel, actions: PeopleActions): TemplateResult {
  const { words, locale } = speech;
  const { people, isKeeper, fresh, busy, invitations } = model;
  const keepers = people.filter(({ member }) => member.role === 'keeper').map(({ member }) => member.name);
  return html`<section>
    <h3 class="big heading" tabindex="-1">${words.peopleTitle}</h3>
    <p>${words.peopleIntro}</p>
    ${
      fresh || people.length === 0
        ? nothing
        : left(words.peopleStale, secondary(words.peopleTryAgain, busy, actions.look))
    }
    ${fresh ? notices(speech, model, actions) : nothing}
    <ul class="rows team">
      ${people.map((one) => memberRow(speech, one, model, actions))}
    </ul>
    ${isKeeper ? nothing : html`<p class="quiet">${locale.say(words.peopleAskKeeper, { names: locale.list(keepers) })}</p>`}
    ${
      isKeeper && fresh
        ? html`${isSealDue(model) ? nothing : html`<div class="deeds">${secondary(words.peopleInvite, busy, actions.invite)}</div>`}
            ${
              invitations.length > 0
                ? html`<h4>${words.peopleInvited}</h4>
                    <ul class="rows">
                      ${invitations.map((one) => invitationRow(speech, one, model, actions))}
                    </ul>
                    <div class="deeds">${secondary(words.peopleTryAgain, busy, actions.look, 'link')}</div>`
                : nothing
            }`
        : nothing
    }
    ${
      fresh
        ? html`<h4>${words.peopleOwn}</h4>
            <div class="deeds">
              ${secondary(words.peopleOwnWords, busy, actions.ownWords, 'link')}
              ${isKeeper && !isSealDue(model) ? secondary(words.peopleSheet, busy, actions.sheet, 'link') : nothing}
              ${
                isKeeper && model.seal === 'changed'
                  ? secondary(words.peopleSealAfterShow, busy, actions.seal, 'link')
                  : nothing
              }
            </div>`
        : nothing
    }
  </section>`;
}
