/** The heading of a step: where somebody is, and what it is about, heard in one breath. */
import { html, nothing, type TemplateResult } from 'lit';

export const stepHeading = (step: string, heading: string): TemplateResult => html`<h3
  class="big heading"
  tabindex="-1"
>
  ${step ? html`<span class="step small quiet">${step}</span> ` : nothing}${heading}
</h3>`;
