/** What a webmaster needs to know of a list: what was kept, what was left out and why. English, loaded on demand. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Remark, SourceReport } from '../backend/ports.js';

/** A long feed may have thousands of remarks; the console holds them all. */
const MOST_LINES = 100;

const lines = (title: string, rows: readonly Remark[]): TemplateResult | typeof nothing =>
  rows.length === 0
    ? nothing
    : html`<h4>${title}: ${rows.length}</h4>
      <ul>${rows.slice(0, MOST_LINES).map(({ row, reason }) => html`<li>${row === undefined ? '' : `Row ${row}: `}${reason}</li>`)}</ul>
      ${rows.length > MOST_LINES ? html`<p>and ${rows.length - MOST_LINES} more, all of them in the console</p>` : nothing}`;

/** @param groups How many groups came out of all sources. */
export function debugPanel(
  sources: readonly SourceReport[],
  groups: number,
  hints: readonly string[],
): TemplateResult {
  return html`<section class="debug" lang="en" dir="ltr" part="debug">
    <h3>For the webmaster</h3>
    <p>Only with <code>?kith-debug</code> in the page’s address or the attribute <code>debug</code>. ${groups} groups in all.</p>
    ${sources.map(
      ({ address, format, reading, problem }) => html`<h4>${address}</h4>
        ${
          problem
            ? html`<p>${problem.kind}: ${problem.hint}</p>`
            : html`<p>${format}: ${reading?.kept ?? 0} records kept, ${reading?.leftOut.length ?? 0} left out.</p>`
        }
        ${lines('Left out', reading?.leftOut ?? [])} ${lines('Kept, but', reading?.remarks ?? [])}`,
    )}
    ${hints.length > 0 ? html`<h4>Hints</h4><ul>${hints.map((hint) => html`<li>${hint}</li>`)}</ul>` : nothing}
  </section>`;
}
