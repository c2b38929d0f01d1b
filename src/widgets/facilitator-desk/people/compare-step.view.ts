/** Eight words to compare with a person, and what to do when they are other words. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Role } from '../../../backend/staff-api.js';
import type { Speech } from '../desk-screen.js';
import { primary, secondary, tick } from '../form.view.js';
import { spoken } from './people.view.js';

export interface CompareModel {
  readonly name: string;
  readonly role: Role;
  readonly eight: readonly string[];
  /** Whether this desk made the link and has seen that it was used. */
  readonly checked: boolean;
  /** Whether the words were the same. */
  readonly same: boolean;
  readonly wrong: string;
  readonly busy: boolean;
}

export interface CompareActions {
  same(same: boolean): void;
  accept(): void;
  differ(): void;
  back(): void;
}

export function compareView(
  { words, locale }: Speech,
  { name, role, eight, checked, same, wrong, busy }: CompareModel,
  actions: CompareActions,
): TemplateResult {
  const becomes = role === 'keeper' ? words.peopleCompareRoleKeeper : words.peopleCompareRoleFacilitator;
  return html`<section class="narrow">
    <h3 class="big heading" tabindex="-1">${locale.say(words.peopleCompareTitle, { name })}</h3>
    <p>${locale.say(words.peopleCompareHow, { name })}</p>
    ${spoken(eight, locale.say(words.peopleWordsOf, { name }))}
    <p class=${checked ? 'quiet' : 'notice'} part=${checked ? nothing : 'notice'}>
      ${checked ? words.peopleCompareChecked : words.peopleCompareAlone}
    </p>
    <p>${locale.say(becomes, { name })}</p>
    ${tick({ id: 'same', label: words.peopleCompareSame, checked: same, change: actions.same })}
    ${wrong ? html`<p class="said" part="notice" role="alert">${wrong}</p>` : nothing}
    <div class="deeds">
      ${primary(locale.say(words.peopleAccept, { name }), busy, actions.accept)}
      ${secondary(words.peopleCompareDiffer, busy, actions.differ)}
      ${secondary(words.peopleBack, false, actions.back, 'link')}
    </div>
  </section>`;
}

export function differView(
  { words }: Speech,
  { foreign, busy }: { readonly foreign: boolean; readonly busy: boolean },
  { withdraw, back }: { withdraw(): void; back(): void },
): TemplateResult {
  return html`<section class="narrow">
    <h3 class="big heading" tabindex="-1">${words.peopleDifferTitle}</h3>
    <p>${foreign ? words.peopleDifferMac : words.peopleDiffer}</p>
    <p>${words.peopleDifferNext}</p>
    <div class="deeds">
      ${primary(words.peopleDifferWithdraw, busy, withdraw)} ${secondary(words.peopleBack, false, back, 'link')}
    </div>
  </section>`;
}
