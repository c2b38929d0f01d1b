/** What to look at before an answer goes out. It points out and holds nothing back: whoever writes decides. */
import { html, nothing, type TemplateResult } from 'lit';
import {
  CARE_CHECKS,
  type CareCheck,
  type CareHint,
  type CareHintKind,
} from '../../domain/desk/care-check.js';
import type { DeskStrings } from '../../i18n/desk/desk-strings.js';
import type { Speech } from './desk-screen.js';

const CHECKS = {
  'no-method': 'eveningCheckMethod',
  'no-place': 'eveningCheckPlace',
  'no-numbers': 'eveningCheckNumbers',
  'no-single-cause': 'eveningCheckCause',
  'help-line': 'eveningCheckHelpLine',
  'no-promise': 'eveningCheckPromise',
  'experience-not-advice': 'eveningCheckExperience',
} as const satisfies Record<CareCheck, keyof DeskStrings>;

const HINTS = {
  dose: 'eveningHintDose',
  committed: 'eveningHintCommitted',
  label: 'eveningHintLabel',
  suffers: 'eveningHintSuffers',
  attempt: 'eveningHintAttempt',
  must: 'eveningHintAdvice',
  promise: 'eveningHintPromise',
} as const satisfies Record<CareHintKind, keyof DeskStrings>;

/** More are not read. */
const MOST_HINTS = 5;

/** The list, for whoever goes through it. */
export const careListView = ({ words }: Speech): TemplateResult => html`<ul class="steps">
  ${CARE_CHECKS.map((name) => html`<li>${words[CHECKS[name]]}</li>`)}
</ul>`;

/** The places that the patterns point at. */
export const careHintsView = (
  { words, locale }: Speech,
  text: string,
  hints: readonly CareHint[],
): TemplateResult | typeof nothing =>
  hints.length > 0
    ? html`<div class="hints small">
        <p>${words.eveningHints}</p>
        <ul class="steps">
          ${hints
            .slice(0, MOST_HINTS)
            .map(
              ({ kind, start, end }) =>
                html`<li>${locale.say(words[HINTS[kind]], { words: text.slice(start, end) })}</li>`,
            )}
        </ul>
      </div>`
    : nothing;

export const careCheckView = (
  speech: Speech,
  text: string,
  hints: readonly CareHint[],
): TemplateResult => html`<details class="care">
    <summary>${speech.words.eveningCheck}</summary>
    <p class="small quiet">${speech.words.eveningCheckHint}</p>
    ${careListView(speech)}
  </details>
  ${careHintsView(speech, text, hints)}`;
