/** Icons that only searching and filtering need, so that a list is there without them. */
import { svg } from 'lit';
import { draw } from './icons.js';

export const searchIcons = {
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
  close: draw(svg`<path d="m6.5 6.5 11 11m0-11-11 11"/>`),
} as const;
