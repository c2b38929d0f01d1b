/** How fieldsets, checkboxes and radio buttons look, the same in every widget. */
import { css } from 'lit';

export const checks = css`
  label {
    display: block;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: var(--_space);
    font-weight: 600;
  }
  .check {
    display: flex;
    align-items: center;
    gap: calc(3 * var(--_space));
    min-block-size: var(--_target);
    border-radius: var(--_radius-control);
    cursor: pointer;
  }
  .check input {
    flex: none;
    inline-size: calc(22 * var(--_px));
    block-size: calc(22 * var(--_px));
    accent-color: var(--_accent);
    cursor: inherit;
  }
`;
