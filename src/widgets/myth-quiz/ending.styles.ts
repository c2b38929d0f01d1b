/** How the last page of the quiz is laid out. */
import { css } from 'lit';

export const styles = css`
  .end section {
    margin-block-start: calc(8 * var(--_space));
  }
  .end h4 {
    font-size: calc(18 * var(--_px));
    margin-block-end: calc(2 * var(--_space));
  }
  .story {
    padding: calc(4 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .end .row {
    padding-block: calc(3 * var(--_space));
    border-block-start: var(--_hair) solid var(--_line);
  }
  .groups {
    margin-block: calc(3 * var(--_space));
    border-block-end: var(--_hair) solid var(--_line);
  }
  .when {
    font-size: calc(18 * var(--_px));
    font-weight: var(--_weight);
  }
  .when::first-letter {
    text-transform: uppercase;
  }
  .name a,
  .number {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
  }
  .number {
    font-weight: 600;
  }
  .step .button {
    margin-block-start: calc(3 * var(--_space));
  }
  .differs {
    color: var(--_differs);
    font-weight: 600;
  }
  .advice li + li {
    margin-block-start: calc(3 * var(--_space));
  }
  .end summary {
    min-block-size: var(--_target);
    align-content: center;
    color: var(--_accent);
    font-weight: 600;
  }
  .end > .bar {
    margin-block-start: calc(8 * var(--_space));
  }
`;
