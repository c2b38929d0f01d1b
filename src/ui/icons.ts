/** Our own icons: a 24 px grid, one stroke, always beside a word and so hidden from screen readers. */
import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

const draw = (shape: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;

export const icons = {
  search: draw(svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4 4"/>`),
  screen: draw(svg`<rect x="3.5" y="5" width="17" height="11.5" rx="2"/><path d="M8.5 20h7M12 16.5V20"/>`),
  pin: draw(
    svg`<path d="M12 21s6.5-6 6.5-11a6.5 6.5 0 1 0-13 0c0 5 6.5 11 6.5 11Z"/><circle cx="12" cy="10" r="2.25"/>`,
  ),
  calendar: draw(
    svg`<rect x="4" y="5.5" width="16" height="15" rx="2.5"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>`,
  ),
  people: draw(
    svg`<circle cx="9" cy="8.5" r="3.25"/><path d="M3 19.5c0-3.3 2.7-5.5 6-5.5s6 2.2 6 5.5M15.5 5.6a3.25 3.25 0 0 1 0 5.8M17.5 14.4c2.1.8 3.5 2.7 3.5 5.1"/>`,
  ),
  filter: draw(svg`<path d="M4 7h16M7 12h10M10 17h4"/>`),
  bookmark: draw(svg`<path d="M7 4h10v16l-5-4-5 4Z"/>`),
  back: draw(svg`<path class="turn" d="M19 12H5m6-6-6 6 6 6"/>`),
  close: draw(svg`<path d="m6.5 6.5 11 11m0-11-11 11"/>`),
  leave: draw(svg`<path class="turn" d="M10 4H5v16h5M10 12h10m-4-4 4 4-4 4"/>`),
  phone: draw(
    svg`<path d="M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1Z"/>`,
  ),
} as const;
