/** How the finder's later part is laid out: fields, first steps, filters, the short list, paper. */
import { css } from 'lit';
import { fields } from '../../ui/fields.js';

export const styles = css`
  ${fields}
  .search {
    display: grid;
    gap: calc(4 * var(--_space));
  }
  .suggestions {
    margin-block-start: calc(2 * var(--_space));
  }
  .steps {
    margin-block-start: calc(5 * var(--_space));
    border-block: var(--_hair) solid var(--_line);
  }
  .steps li + li {
    border-block-start: var(--_hair) solid var(--_line);
  }
  .step {
    display: flex;
    align-items: center;
    gap: calc(3.5 * var(--_space));
    inline-size: 100%;
    min-block-size: calc(60 * var(--_px));
    padding: calc(2 * var(--_space)) var(--_space);
    border: 0;
    background: none;
    text-align: start;
    line-height: 1.3;
  }
  .step b,
  .step .small {
    display: block;
    font-weight: 600;
  }
  .step .small {
    font-weight: inherit;
  }
  .step .icon {
    color: var(--_accent);
  }
  .step .count {
    flex: none;
    margin-inline-start: auto;
    color: var(--_quiet);
    font-variant-numeric: tabular-nums;
  }
  /* A theme may fill what has the focus with a colour of its own: one colour of text fits it, not three. */
  .step:focus-visible * {
    color: inherit;
  }
  @media (hover: hover) {
    .step:hover b {
      color: var(--_accent);
      text-decoration: underline;
      text-underline-offset: 3px;
    }
  }
  .narrowing {
    margin-block-start: calc(5 * var(--_space));
  }
  .narrowing:empty {
    display: none;
  }
  .narrowing .end {
    margin-inline-start: auto;
  }
  .filters {
    margin-block: calc(3 * var(--_space));
    padding: calc(5 * var(--_space));
    background: var(--_raised);
    border-radius: var(--_radius);
  }
  .filters input {
    scroll-margin-block-end: calc(112 * var(--_px));
  }
  .facets {
    display: grid;
    gap: calc(6 * var(--_space));
    margin-block-end: calc(5 * var(--_space));
  }
  .filters > .bar {
    position: sticky;
    inset-block-end: 0;
    margin: 0 calc(-5 * var(--_space)) calc(-5 * var(--_space));
    padding: calc(3 * var(--_space)) calc(5 * var(--_space));
    gap: calc(5 * var(--_space));
    background: inherit;
    border-radius: 0 0 var(--_radius) var(--_radius);
    border-block-start: var(--_hair) solid var(--_line);
  }
  .shortlist > .bar {
    margin-block: calc(4 * var(--_space)) calc(2 * var(--_space));
  }
  @container kith (min-width: 560px) {
    .search {
      grid-template-columns: 3fr 2fr;
    }
    .facets {
      grid-template-columns: repeat(auto-fill, minmax(calc(210 * var(--_px)), 1fr));
    }
  }
  @media (forced-colors: active) {
    .filters {
      border: 1px solid CanvasText;
    }
    mark {
      background: Mark;
      color: MarkText;
    }
  }
  .paper {
    display: none;
  }
  @media print {
    .screen:has(+ .paper) {
      display: none;
    }
    .paper {
      display: block;
    }
    .sheet {
      break-inside: avoid;
      margin-block-start: 1em;
      padding-block-start: 0.5em;
      border-block-start: 1px solid;
    }
  }
`;
