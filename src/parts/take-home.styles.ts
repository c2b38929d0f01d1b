/** How taking a date home is laid out: a quiet button, and behind it one question after the other. */
import { css } from 'lit';

export const styles = css`
  .diary {
    margin-block: calc(4 * var(--_space));
  }
  .diary > summary {
    list-style: none;
  }
  .diary > summary::-webkit-details-marker {
    display: none;
  }
  .diary[open] > summary .icon {
    rotate: 180deg;
  }
  .diary .open {
    display: grid;
    gap: calc(5 * var(--_space));
    max-inline-size: calc(560 * var(--_px));
    margin-block-start: calc(3 * var(--_space));
    padding: calc(5 * var(--_space));
    background: var(--_raised);
    border-radius: var(--_radius);
  }
  .diary .hint {
    color: var(--_quiet);
    font-size: calc(14 * var(--_px));
  }
  .diary .check + .hint,
  .diary .own {
    margin-inline-start: calc(22 * var(--_px) + 3 * var(--_space));
  }
  .diary .check + .hint {
    margin-block: calc(-1 * var(--_space)) calc(2 * var(--_space));
  }
  .diary .own {
    margin-block: calc(3 * var(--_space));
  }
  .diary .input {
    max-inline-size: calc(320 * var(--_px));
    padding-inline: calc(3.5 * var(--_space));
  }
  .diary select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
    padding-inline-end: calc(12 * var(--_space));
  }
  .diary .box {
    max-inline-size: calc(320 * var(--_px));
  }
  .diary .box > .icon {
    inset-inline: auto calc(3 * var(--_space));
  }
  .diary h4,
  .diary .label {
    margin-block-end: calc(1.5 * var(--_space));
  }
  .diary :is(.bar, .box) + .hint {
    margin-block-start: calc(2 * var(--_space));
  }
  .diary .said {
    margin-block-start: calc(2 * var(--_space));
  }
  .diary .said:empty {
    margin: 0;
  }
  .diary .said + .hint {
    margin-block-start: calc(2 * var(--_space));
  }
  .diary .web {
    padding-block-start: calc(4 * var(--_space));
    border-block-start: var(--_hair) solid var(--_line);
  }
  .diary .bar .button {
    background: var(--_surface);
  }
  @media (forced-colors: active) {
    .diary .open {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .diary {
      display: none;
    }
  }
`;
