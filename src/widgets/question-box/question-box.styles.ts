/** How the question box is laid out: one calm column in which the field for the question is the one big thing. */
import { css } from 'lit';
import { checks } from '../../ui/checks.js';

export const styles = css`
  ${checks}
  .screen {
    max-inline-size: calc(640 * var(--_px));
  }
  .top {
    margin-block-end: calc(2 * var(--_space));
  }
  .intro {
    color: var(--_quiet);
    clear: both;
  }
  .before,
  .notice {
    margin-block-start: calc(3 * var(--_space));
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border-radius: var(--_radius-control);
    border: 1px solid transparent;
    background: var(--_notice);
  }
  .now {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(5 * var(--_space));
    margin-block-start: var(--_space);
  }
  .now .call {
    display: inline-block;
    align-content: center;
    min-block-size: var(--_target);
    /* Two numbers one above the other stay two, also in large letters. */
    padding-block: calc(1.5 * var(--_space));
    font-weight: 640;
    color: var(--_on-help);
  }
  .nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(6 * var(--_space));
    margin-block: calc(3 * var(--_space)) calc(5 * var(--_space));
    border-block-end: var(--_hair) solid var(--_line);
  }
  .nav button {
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: 0;
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    font-weight: 600;
    color: var(--_quiet);
  }
  .nav button[aria-current] {
    color: var(--_text);
    border-block-end-color: var(--_accent);
  }
  .label {
    font-weight: 600;
  }
  .write > .label:first-child {
    font-size: calc(19 * var(--_px));
    font-family: var(--_family-heading);
  }
  .input {
    display: block;
    inline-size: 100%;
    min-block-size: max(var(--_target), calc(52 * var(--_px)));
    margin-block-start: calc(2 * var(--_space));
    padding: calc(3 * var(--_space)) calc(3.5 * var(--_space));
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: calc(1.5 * var(--_hair)) solid var(--_edge);
    border-radius: var(--_radius-control);
  }
  textarea.input {
    resize: vertical;
    min-block-size: calc(160 * var(--_px));
    max-block-size: 70vh;
  }
  .count {
    margin-block-start: var(--_space);
    text-align: end;
  }
  .over {
    font-weight: 600;
    color: var(--_differs);
  }
  .input + .label,
  .write .input ~ .label {
    margin-block-start: calc(5 * var(--_space));
  }
  .ticks {
    margin-block: calc(4 * var(--_space));
  }
  .ticks .check {
    align-items: start;
    padding-block: calc(2 * var(--_space));
  }
  .ticks .hint {
    display: block;
  }
  .write .bar,
  .look .bar {
    margin-block: calc(5 * var(--_space)) calc(4 * var(--_space));
  }
  .write .bar .primary,
  .look .bar .primary {
    flex: 1 1 auto;
    max-inline-size: calc(360 * var(--_px));
  }
  .clinician {
    margin-block-start: calc(2 * var(--_space));
  }
  .clinician a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
  }
  .who summary,
  .entry summary {
    min-block-size: var(--_target);
    align-content: center;
    cursor: pointer;
  }
  .who {
    margin-block: calc(2 * var(--_space)) calc(4 * var(--_space));
  }
  .who summary {
    color: var(--_accent);
    font-weight: 600;
  }
  .who ul {
    display: grid;
    gap: calc(2 * var(--_space));
    padding-block: var(--_space) calc(2 * var(--_space));
    padding-inline-start: calc(5 * var(--_space));
    list-style: disc;
  }
  .found-count {
    margin-block: calc(4 * var(--_space)) calc(2 * var(--_space));
  }
  .entry {
    border-block-start: var(--_hair) solid var(--_line);
  }
  .entry:last-child {
    border-block-end: var(--_hair) solid var(--_line);
  }
  .entry summary {
    padding-block: calc(2 * var(--_space));
    font-weight: 600;
  }
  .entry .answer {
    padding-block-end: calc(3 * var(--_space));
    padding-inline-start: calc(4 * var(--_space));
  }
  .entry .button {
    padding-inline: 0;
  }
  .written {
    white-space: pre-line;
  }
  .written + .written,
  .written + .small {
    margin-block-start: calc(2 * var(--_space));
  }
  .entries {
    margin-block-end: calc(4 * var(--_space));
  }
  .elsewhere {
    margin-block-start: calc(4 * var(--_space));
  }
  .elsewhere .small {
    margin-block-start: calc(2 * var(--_space));
  }
  @container kith (max-width: 419px) {
    .intro {
      margin-block-start: calc(2 * var(--_space));
    }
    .nav {
      column-gap: calc(4 * var(--_space));
    }
    .nav button {
      font-size: calc(15 * var(--_px));
    }
  }
  @media (forced-colors: active) {
    .before,
    .notice {
      border-color: CanvasText;
    }
    /* What is transparent elsewhere is drawn here. */
    .nav button:not([aria-current]) {
      border-block-end-color: Canvas;
    }
    .nav button[aria-current] {
      border-block-end-color: Highlight;
    }
  }
  @media print {
    .before,
    .nav,
    .who,
    .write,
    .look,
    .private,
    search,
    .read .button {
      display: none;
    }
  }
`;
