/** How narrowing looks, the same in every widget: fields, the bar of chips, the open filters; and what paper leaves out. */
import { css } from 'lit';
import { fields } from '../ui/fields.js';

export const filters = css`
  ${fields}
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
  @container kith (min-width: 560px) {
    .facets {
      grid-template-columns: repeat(auto-fill, minmax(calc(210 * var(--_px)), 1fr));
    }
  }
  @media (forced-colors: active) {
    .filters {
      border: 1px solid CanvasText;
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
  }
`;
