/** What to look at before an answer goes out. It points out and holds nothing back: whoever writes decides. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CareHint } from '../../domain/desk/care-check.js';
import type { DeskStrings } from '../../i18n/desk/desk-strings.js';
import type { Speech } from './desk-screen.js';

const CHECKS = [
  'eveningCheckMethod',
  'eveningCheckPlace',
  'eveningCheckNumbers',
  'eveningCheckCause',
  'eveningCheckHelpLine',
  'eveningCheckPromise',
  'eveningCheckExperience',
] as const satisfies readonly (keyof DeskStrings)[];

const HINTS = {
  dose: 'eveningHintDose',
  committed: 'eveningHintSuicide',
  label: 'eveningHintLabel',
  suffers: 'eveningHintSuffers',
  attempt: 'eveningHintAttempt',
  must: 'eveningHintAdvice',
  promise: 'eveningHintPromise',
} as const satisfies Record<CareHint['kind'], keyof DeskStrings>;

/** More are not read. */
const MOST_HINTS = 5;

export const careCheckView = (
  { words, locale }: Speech,
  text: string,
  hints: readonly CareHint[],
): TemplateResult => html`<details class="care">
    <summary>${words.eveningCheck}</summary>
    <p class="small quiet">${words.eveningCheckHint}</p>
    <ul class="steps">
      ${CHECKS.map((name) => html`<li>${words[name]}</li>`)}
    </ul>
  </details>
  ${
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
      : nothing
  }`;
