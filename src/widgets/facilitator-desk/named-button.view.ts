/** A button that stands in many rows: seen, it says what it does; listened to, also to which row. */
import { html, nothing, type TemplateResult } from 'lit';

/** @param named Begins with the label, so that it can also be called by voice. */
export const namedButton = (
  label: string,
  named: string,
  busy: boolean,
  act: () => void,
): TemplateResult => html`<button
  class="button small"
  part="button"
  type="button"
  aria-label=${named}
  aria-disabled=${busy ? 'true' : nothing}
  @click=${() => !busy && act()}
>
  ${label}
</button>`;
