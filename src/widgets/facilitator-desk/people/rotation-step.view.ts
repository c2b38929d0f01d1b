/** Everybody who will be able to read, and one button. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../desk-screen.js';
import { primary, secondary } from '../form.view.js';
import type { MemberInWords } from '../work/people.js';
import { spoken } from './people.view.js';

export interface RotationModel {
  readonly people: readonly MemberInWords[];
  readonly me: string;
  readonly busy: boolean;
}

export interface RotationActions {
  renew(): void;
  wrong(): void;
  back(): void;
}

export function rotationView(
  { words, locale }: Speech,
  { people, me, busy }: RotationModel,
  actions: RotationActions,
): TemplateResult {
  return html`<section>
    <h3 class="big heading" tabindex="-1">${words.peopleLockTitle}</h3>
    <p>${words.peopleLockWhy}</p>
    <p><strong>${words.peopleLockAsk}</strong></p>
    <ul class="rows">
      ${people.map(
        ({ member: { id, name, role }, words: eight }) => html`<li>
          <p>
            <strong><bdi>${name}</bdi></strong>
            ${id === me ? html`<span class="quiet">(${words.peopleYou})</span>` : nothing}
          </p>
          <p class="facts"><span>${role === 'keeper' ? words.peopleKeeper : words.peopleFacilitator}</span></p>
          ${spoken(eight, locale.say(words.peopleWordsOf, { name }))}
        </li>`,
      )}
    </ul>
    <div class="deeds">
      ${primary(words.peopleLockYes, busy, actions.renew)} ${secondary(words.peopleLockNo, busy, actions.wrong)}
      ${secondary(words.peopleBack, false, actions.back, 'link')}
    </div>
  </section>`;
}
