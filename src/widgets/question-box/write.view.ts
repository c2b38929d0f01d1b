/** The form in which a question is written. Nothing in it is remembered, corrected or sent anywhere before Send. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../../i18n/locale.js';

/** What a visitor is writing. It lives in memory alone. */
export interface Draft {
  readonly text: string;
  readonly topic: string;
  readonly mayPublish: boolean;
  /** No private answer is wanted, and so no code. */
  readonly noCode: boolean;
}

export const EMPTY: Draft = { text: '', topic: '', mayPublish: false, noCode: false };

export interface WriteModel {
  readonly draft: Draft;
  /** Code points that may be written. */
  readonly most: number;
  readonly topics: readonly string[];
  /** Language of the topics, '' where the page's. */
  readonly language: string;
  /** Where a nurse or doctor is asked. */
  readonly clinician: { readonly url: string; readonly name: string } | undefined;
  /** Why it was not sent, or what became of it. */
  readonly said: string;
  /** What stands between the text and Send: names that were found, answers that fit. */
  readonly beside: unknown;
}

export interface WriteActions {
  change(draft: Partial<Draft>): void;
  send(event: SubmitEvent): void;
}

/** The counter speaks when this many are left. */
const NEAR = 200;

const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

function counter(locale: Locale, text: string, most: number): string {
  const left = most - codePoints(text);
  if (left > NEAR) return '';
  const { boxLeft, boxOver } = locale.strings;
  return left < 0 ? locale.say(boxOver, { n: -left }) : locale.say(boxLeft, { n: left });
}

const tick = (
  name: string,
  label: string,
  hint: string,
  checked: boolean,
  change: (checked: boolean) => void,
): TemplateResult => html`<label class="check" part="choice"
  ><input
    type="checkbox"
    part="input"
    name=${name}
    .checked=${checked}
    @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
  /><span>${label} <span class="small quiet hint">${hint}</span></span></label>`;

export function writeView(locale: Locale, model: WriteModel, actions: WriteActions): TemplateResult {
  const { strings } = locale;
  const { draft, topics, clinician } = model;
  const left = counter(locale, draft.text, model.most);
  return html`<form class="write" part="question" autocomplete="off" novalidate @submit=${actions.send}>
    <label class="label" part="label" for="text">${strings.boxLabel}</label>
    <p class="small quiet" part="hint" id="text-hint">${strings.boxLabelHint}</p>
    <textarea
      id="text"
      class="input"
      part="input"
      rows="6"
      dir="auto"
      aria-describedby="text-hint${model.said ? ' said' : ''}"
      autocomplete="off"
      autocapitalize="sentences"
      autocorrect="off"
      spellcheck="false"
      writingsuggestions="false"
      translate="no"
      data-gramm="false"
      data-gramm_editor="false"
      data-lpignore="true"
      data-1p-ignore
      .value=${draft.text}
      @input=${(event: Event) => actions.change({ text: (event.target as HTMLTextAreaElement).value })}
    ></textarea>
    <div id="said">${model.said ? html`<p class="notice" part="hint">${model.said}</p>` : nothing}</div>
    ${left ? html`<p class="small count ${codePoints(draft.text) > model.most ? 'over' : ''}" part="hint">${left}</p>` : nothing}
    ${model.beside}
    ${
      topics.length > 0
        ? html`<label class="label" part="label" for="topic">${strings.boxTopic}</label>
            <select
              id="topic"
              class="input"
              part="input"
              autocomplete="off"
              .value=${draft.topic}
              @change=${(event: Event) => actions.change({ topic: (event.target as HTMLSelectElement).value })}
            >
              <option value="">${strings.boxTopicNone}</option>
              ${topics.map((topic) => html`<option lang=${model.language || nothing} ?selected=${topic === draft.topic}>${topic}</option>`)}
            </select>`
        : nothing
    }
    <div class="ticks">
      ${tick('publish', strings.boxPublish, strings.boxPublishHint, draft.mayPublish, (mayPublish) => actions.change({ mayPublish }))}
      ${tick('no-code', strings.boxNoCode, strings.boxNoCodeHint, draft.noCode, (noCode) => actions.change({ noCode }))}
    </div>
    <div class="bar">
      <button class="button primary" part="button button-primary">${strings.boxSend}</button>
    </div>
    <p class="small quiet">${strings.boxExperience}</p>
    <p class="small clinician" part="clinician">
      <slot name="clinician"
        >${
          clinician
            ? html`${strings.boxClinician} <a href=${clinician.url}>${clinician.name || strings.boxClinicianLink}</a>`
            : nothing
        }</slot
      >
    </p>
  </form>`;
}
