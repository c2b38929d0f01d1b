/** How the finder differs from other listings: keeping a group, and the place where the later part will stand. */
import { css } from 'lit';

export const styles = css`
  .section {
    margin-block-start: calc(6 * var(--_space));
  }
  .row .keep {
    margin-block-start: var(--_space);
    padding-inline-start: 0;
    border-color: transparent;
    color: var(--_quiet);
    font-weight: 500;
  }
  .row .keep.kept {
    padding-inline-start: calc(3 * var(--_space));
    color: var(--_accent);
    border-color: var(--_accent);
  }
  .later {
    min-block-size: calc(180 * var(--_px));
    margin: 0;
  }
  p.later {
    min-block-size: 0;
  }
  .shortlist {
    margin-block-start: calc(2 * var(--_space));
    max-inline-size: calc(640 * var(--_px));
  }
  @container kith (min-width: 560px) {
    .row .keep {
      grid-column: 3;
      grid-row: 1;
      align-self: start;
      margin: 0;
      padding-inline-start: calc(3 * var(--_space));
    }
  }
  @media (forced-colors: active) {
    .row .keep {
      padding-inline-start: calc(3 * var(--_space));
    }
  }
  @media print {
    .search,
    .steps,
    .narrowing {
      display: none;
    }
  }
`;
