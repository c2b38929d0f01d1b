/** How hints, the way into the box, the receipt and the answer look: the code is the one big thing. */
import { css } from 'lit';

export const styles = css`
  .details h3,
  .similar h3 {
    font-size: calc(16 * var(--_px));
    margin-block-end: var(--_space);
  }
  .details li {
    padding-block: calc(0.5 * var(--_space));
  }
  .similar {
    margin-block: calc(4 * var(--_space));
  }
  .heading {
    margin-block-end: calc(3 * var(--_space));
  }
  .sending,
  .receipt {
    clear: both;
    padding-block-start: calc(3 * var(--_space));
  }
  .receipt .heading,
  .done .heading,
  .found .heading,
  .erased .heading {
    font-size: calc(22 * var(--_px));
  }
  .receipt h4 {
    font-size: calc(14 * var(--_px));
    font-weight: 600;
    color: var(--_quiet);
  }
  .code {
    display: grid;
    inline-size: fit-content;
    gap: calc(1.5 * var(--_space)) calc(6 * var(--_space));
    margin-block: calc(2 * var(--_space)) calc(4 * var(--_space));
    padding-block: calc(4 * var(--_space));
    /* The last letter has its spacing too. */
    padding-inline: calc(6 * var(--_space)) calc(4 * var(--_space));
    border-radius: var(--_radius);
    border: 1px solid transparent;
    background: var(--_soft);
    font-family: ui-monospace, Menlo, Consolas, monospace;
    /* With large text it gives way before it leaves its column. */
    font-size: min(calc(26 * var(--_px)), 15cqi);
    font-weight: 600;
    line-height: 1.35;
    letter-spacing: 0.3em;
    overflow-wrap: normal;
    user-select: all;
  }
  @container kith (min-width: 600px) {
    .code {
      grid-auto-flow: column;
      font-size: calc(22 * var(--_px));
      letter-spacing: 0.1em;
      gap: calc(4 * var(--_space));
    }
  }
  .sending p + p,
  .receipt p + p,
  .done p,
  .erased p,
  .found > p {
    margin-block-start: calc(2 * var(--_space));
  }
  .receipt .bar,
  .done .bar,
  .sending .bar,
  .found .bar,
  .erased .bar {
    margin-block-start: calc(5 * var(--_space));
  }
  .sure {
    margin-block-start: calc(5 * var(--_space));
  }
  .notice .bar {
    margin-block-start: calc(3 * var(--_space));
  }
  .private {
    padding: calc(4 * var(--_space));
    border-inline-start: calc(4 * var(--_px)) solid var(--_accent);
    background: var(--_raised);
    border-radius: 0 var(--_radius) var(--_radius) 0;
  }
  .kith[dir='rtl'] .private {
    border-radius: var(--_radius) 0 0 var(--_radius);
  }
  .private + .private {
    margin-block-start: calc(4 * var(--_space));
  }
  .private .small {
    margin-block-start: calc(3 * var(--_space));
  }
  @media (forced-colors: active) {
    .code,
    .sure {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .receipt .bar,
    .receipt .notice {
      display: none;
    }
    .code {
      border: 1px solid #000;
    }
  }
`;
