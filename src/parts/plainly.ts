/** How a text from a feed is shown: isolated, because its direction may differ from the page's, and always as text. */
import { html, nothing, type TemplateResult } from 'lit';

/** Shows a text; a finder's own also marks the searched words. */
export type Mark = (text: string) => TemplateResult | typeof nothing;

export const plainly: Mark = (text) => (text ? html`<bdi>${text}</bdi>` : nothing);
