/** Fields of the desk, all built alike: a label, a hint under it, the control, and its own words when something has to be mended. */
import { html, nothing, type TemplateResult } from 'lit';

export interface FieldModel {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** What has to be mended. */
  readonly said?: string;
  readonly value: string;
}

const describedBy = ({ id, hint, said }: FieldModel): string | typeof nothing =>
  [hint ? `${id}-hint` : '', said ? `${id}-said` : ''].filter(Boolean).join(' ') || nothing;

const around = ({ id, label, hint, said }: FieldModel, control: TemplateResult): TemplateResult => html`<div
  class="field"
  part="field"
>
  <label class="label" part="label" for=${id}>${label}</label>
  ${hint ? html`<p class="small quiet" part="hint" id="${id}-hint">${hint}</p>` : nothing} ${control}
  ${said ? html`<p class="said" part="notice" id="${id}-said">${said}</p>` : nothing}
</div>`;

/** Nothing that is typed at the desk is remembered or looked at by anybody else. */
export interface TextFieldModel extends FieldModel {
  readonly kind?: 'text' | 'password' | 'url' | 'tel' | 'date' | 'time' | 'number';
  /** What a password manager may keep; else nothing is remembered. */
  readonly autocomplete?: 'username' | 'current-password';
  readonly least?: number;
  readonly most?: number;
  change(value: string): void;
}

export const textField = (model: TextFieldModel): TemplateResult =>
  around(
    model,
    html`<input
      id=${model.id}
      class="input"
      part="input"
      type=${model.kind ?? 'text'}
      autocomplete=${model.autocomplete ?? 'off'}
      autocapitalize="none"
      autocorrect="off"
      spellcheck="false"
      translate="no"
      dir=${model.kind === 'url' || model.kind === 'tel' ? 'ltr' : 'auto'}
      min=${model.least ?? nothing}
      max=${model.most ?? nothing}
      aria-describedby=${describedBy(model)}
      aria-invalid=${model.said ? 'true' : nothing}
      .value=${model.value}
      @input=${(event: Event) => model.change((event.target as HTMLInputElement).value)}
    />`,
  );

export interface TextAreaModel extends FieldModel {
  readonly rows: number;
  change(value: string): void;
}

export const textArea = (model: TextAreaModel): TemplateResult =>
  around(
    model,
    html`<textarea
      id=${model.id}
      class="input"
      part="input"
      rows=${model.rows}
      dir="auto"
      autocomplete="off"
      autocorrect="off"
      spellcheck="false"
      writingsuggestions="false"
      translate="no"
      data-gramm="false"
      data-gramm_editor="false"
      aria-describedby=${describedBy(model)}
      aria-invalid=${model.said ? 'true' : nothing}
      .value=${model.value}
      @input=${(event: Event) => model.change((event.target as HTMLTextAreaElement).value)}
    ></textarea>`,
  );

export interface ChoiceModel extends FieldModel {
  readonly options: readonly (readonly [value: string, label: string])[];
  change(value: string): void;
}

export const choice = (model: ChoiceModel): TemplateResult =>
  around(
    model,
    html`<select
      id=${model.id}
      class="input"
      part="input"
      autocomplete="off"
      aria-describedby=${describedBy(model)}
      @change=${(event: Event) => model.change((event.target as HTMLSelectElement).value)}
    >
      ${model.options.map(([value, label]) => html`<option value=${value} ?selected=${value === model.value}>${label}</option>`)}
    </select>`,
  );

/** A box to tick, with a row as large as a finger. */
export const tick = (model: {
  readonly id?: string;
  readonly label: unknown;
  readonly hint?: string;
  readonly checked: boolean;
  change(checked: boolean): void;
}): TemplateResult => html`<label class="check" part="choice"
  ><input
    type="checkbox"
    part="input"
    id=${model.id ?? nothing}
    .checked=${model.checked}
    @change=${(event: Event) => model.change((event.target as HTMLInputElement).checked)}
  /><span>${model.label}${model.hint ? html` <span class="small quiet hint" part="hint">${model.hint}</span>` : nothing}</span></label
>`;

/** The one primary deed of a view. */
export const primary = (label: string, busy: boolean, act?: () => void): TemplateResult => html`<button
  class="button primary"
  part="button button-primary"
  type=${act ? 'button' : 'submit'}
  aria-disabled=${busy ? 'true' : nothing}
  @click=${act ? () => !busy && act() : nothing}
>
  ${label}
</button>`;

export const secondary = (
  label: string,
  busy: boolean,
  act: () => void,
  look = '',
): TemplateResult => html`<button
  class="button ${look}"
  part="button"
  type="button"
  aria-disabled=${busy ? 'true' : nothing}
  @click=${() => !busy && act()}
>
  ${label}
</button>`;

/** A form that is never sent anywhere by the browser. */
export const form = (submit: () => void, body: unknown): TemplateResult => html`<form
  novalidate
  autocomplete="off"
  @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    submit();
  }}
>
  ${body}
</form>`;
