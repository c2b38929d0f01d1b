/** Our own icons: a 24 px grid, one stroke, always beside a word and so hidden from screen readers. */
import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

export const draw = (shape: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;

export const icons = {
  bookmark: draw(svg`<path d="M7 4h10v16l-5-4-5 4Z"/>`),
  back: draw(svg`<path class="turn" d="M19 12H5m6-6-6 6 6 6"/>`),
  onward: draw(svg`<path class="turn" d="M5 12h14m-6-6 6 6-6 6"/>`),
  change: draw(svg`<path d="M12 7v6m0 4h.01M12 3 2.5 20h19Z"/>`),
  leave: draw(svg`<path class="turn" d="M10 4H5v16h5M10 12h10m-4-4 4 4-4 4"/>`),
} as const;
