/** How the finder's later part is laid out: first steps, the short list, paper. */
import { css } from 'lit';
import { filters } from '../../parts/filters-styles.js';

export const styles = css`
  ${filters}
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
  .shortlist > .bar {
    margin-block: calc(4 * var(--_space)) calc(2 * var(--_space));
  }
  @container kith (min-width: 560px) {
    .search {
      grid-template-columns: 3fr 2fr;
    }
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }
  @media print {
    .sheet {
      break-inside: avoid;
      margin-block-start: 1em;
      padding-block-start: 0.5em;
      border-block-start: 1px solid;
    }
  }
`;
