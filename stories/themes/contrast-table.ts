/** The table beside the live tokens: each pair of colours that meets in a widget, how far it stands apart, and whether that is enough. */
import { html, render, type TemplateResult } from 'lit';
import type { Colour } from './contrast.js';
import { apart, coloursOn, PAIRS, type Pair } from './pairs.js';

const css = ([red, green, blue, alpha]: Colour): string => `rgb(${red} ${green} ${blue} / ${alpha})`;

const swatch = (colour: Colour): TemplateResult =>
  html`<span
    style="display: inline-block; inline-size: 1em; block-size: 1em; vertical-align: -0.15em; border: 1px solid; background: ${css(colour)}"
  ></span>`;

const cell = 'padding: 6px 12px 6px 0; border-block-end: 1px solid; text-align: start; font-weight: inherit';

function row(pair: Pair, colour: (name: string) => Colour): TemplateResult {
  const ratio = apart(pair, colour);
  const named = (name: string) => html`${swatch(colour(name))} ${name}`;
  return html`<tr>
    <th scope="row" style=${cell}>${pair.use}</th>
    <td style=${cell}>${named(pair.front)}${pair.or ? html` or ${named(pair.or)}` : ''}</td>
    <td style=${cell}>${named(pair.back)}</td>
    <td style=${cell}>${(Math.floor(ratio * 10) / 10).toFixed(1)} to 1</td>
    <td style=${cell}>${ratio >= pair.least ? 'passes' : html`<strong>fails</strong>`}: needs ${pair.least} to 1</td>
  </tr>`;
}

/** Draws the table for the finder of the same story. */
export function showContrast(box: Element): void {
  const finder = box.parentElement?.querySelector('kith-group-finder');
  if (!finder) return;
  const colour = coloursOn(finder);
  const failing = PAIRS.filter((pair) => apart(pair, colour) < pair.least).length;
  render(
    html`<h2 style="margin-block: 32px 8px; font-family: system-ui, sans-serif">Contrast</h2>
      <p style="font-family: system-ui, sans-serif">${failing === 0 ? 'Every pair passes.' : `${failing} of ${PAIRS.length} pairs fail.`}</p>
      <div style="overflow: auto" tabindex="0" role="group" aria-label="Contrast of each pair">
        <table style="border-collapse: collapse; font-family: system-ui, sans-serif; font-size: 15px; line-height: 1.4">
          <thead>
            <tr>
              ${['Where they meet', 'In front', 'Behind', 'Apart', 'Verdict'].map(
                (head) => html`<th scope="col" style="${cell}; font-weight: 700">${head}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${PAIRS.map((pair) => row(pair, colour))}
          </tbody>
        </table>
      </div>`,
    box as HTMLElement,
  );
}
