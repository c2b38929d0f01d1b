/** How the desk is laid out: one calm column on a phone, the rooms in a row above it, paper where something is printed. */
import { css } from 'lit';

export const styles = css`
  .desk {
    max-inline-size: calc(760 * var(--_px));
    margin-inline: auto;
    padding-block-end: calc(16 * var(--_space));
  }
  .narrow {
    max-inline-size: calc(560 * var(--_px));
  }
  .top {
    justify-content: space-between;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
    margin-block-end: calc(3 * var(--_space));
  }
  .top h2 {
    font-size: calc(19 * var(--_px));
  }
  .who {
    display: flex;
    align-items: center;
    gap: calc(3 * var(--_space));
  }
  .rooms {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(6 * var(--_space));
    margin-block-end: calc(6 * var(--_space));
    border-block-end: var(--_hair) solid var(--_line);
  }
  .rooms button {
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: 0;
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    font-weight: 600;
    color: var(--_quiet);
  }
  .rooms button[aria-current] {
    color: var(--_text);
    border-block-end-color: var(--_accent);
  }
  /* Where a reader goes on; nothing that can be pressed. */
  .desk [tabindex='-1']:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .busy {
    min-block-size: calc(22 * var(--_px));
    margin-block-end: calc(-2 * var(--_space));
  }
  .big {
    font-size: calc(26 * var(--_px));
    letter-spacing: -0.015em;
    margin-block-end: calc(2 * var(--_space));
  }
  .room-body h4 {
    margin-block: calc(8 * var(--_space)) calc(2 * var(--_space));
  }
  .room-body p + p {
    margin-block-start: calc(2 * var(--_space));
  }
  .notice {
    margin-block: calc(3 * var(--_space));
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border: 1px solid transparent;
    border-radius: var(--_radius-control);
    background: var(--_notice);
  }
  .field,
  fieldset {
    margin-block-start: calc(5 * var(--_space));
  }
  .label {
    font-weight: 600;
  }
  .input {
    display: block;
    inline-size: 100%;
    min-block-size: max(var(--_target), calc(52 * var(--_px)));
    margin-block-start: calc(1.5 * var(--_space));
    padding: calc(3 * var(--_space)) calc(3.5 * var(--_space));
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: calc(1.5 * var(--_hair)) solid var(--_edge);
    border-radius: var(--_radius-control);
  }
  .input[aria-invalid='true'] {
    border-color: var(--_differs);
  }
  textarea.input {
    resize: vertical;
    max-block-size: 70vh;
  }
  .said {
    margin-block-start: calc(1.5 * var(--_space));
    font-weight: 600;
    color: var(--_differs);
  }
  .check .hint {
    display: block;
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(3 * var(--_space)) calc(5 * var(--_space));
    margin-block: calc(6 * var(--_space));
  }
  .button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  p + .rows {
    margin-block-start: calc(4 * var(--_space));
  }
  .rows > li {
    padding-block: calc(4 * var(--_space));
    border-block-start: var(--_hair) solid var(--_line);
  }
  .rows > li:last-child {
    border-block-end: var(--_hair) solid var(--_line);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(4 * var(--_space));
    color: var(--_quiet);
    font-size: calc(14 * var(--_px));
  }
  .words-of {
    white-space: pre-wrap;
  }
  /* Seven words, eight words, a code: read aloud or copied by hand. */
  .spoken {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
    margin-block: calc(4 * var(--_space));
    font-size: calc(20 * var(--_px));
    font-weight: 640;
  }
  .spoken > * {
    padding: var(--_space) calc(3 * var(--_space));
    border: var(--_hair) solid var(--_line);
    border-radius: var(--_radius-control);
    background: var(--_raised);
  }
  .snippet {
    margin-block: calc(3 * var(--_space));
    padding: calc(3 * var(--_space));
    max-inline-size: 100%;
    overflow: auto;
    white-space: pre-wrap;
    font: calc(14 * var(--_px)) / 1.5 ui-monospace, monospace;
    background: var(--_raised);
    border-radius: var(--_radius-control);
  }
  .paper {
    display: none;
  }
  .paper.seen {
    display: block;
    padding: calc(5 * var(--_space));
    border: var(--_hair) solid var(--_line);
    border-radius: var(--_radius);
  }
  @media (forced-colors: active) {
    .notice,
    .paper.seen,
    .spoken > * {
      border-color: CanvasText;
    }
    .rooms button {
      border-block-end-color: Canvas;
    }
    .rooms button[aria-current] {
      border-block-end-color: Highlight;
    }
  }
  @media print {
    .desk > .top,
    .desk > .rooms,
    .desk > .notice,
    .desk > .busy,
    .room-body > :not(:has(.paper)),
    .room-body :has(.paper) > :not(.paper, :has(.paper)) {
      display: none;
    }
    .paper,
    .paper.seen {
      display: block;
      padding: 0;
      border: 0;
    }
  }
`;
