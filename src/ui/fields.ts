/** How text fields and chips look, the same in every widget; checkboxes come with them. */
import { css } from 'lit';
import { checks } from './checks.js';

export const fields = css`
  ${checks}
  .label {
    display: block;
    font-weight: 600;
    margin-block-end: calc(1.5 * var(--_space));
  }
  .box {
    position: relative;
    display: block;
  }
  .box > .icon {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: calc(3.5 * var(--_space));
    translate: 0 -50%;
    color: var(--_quiet);
    pointer-events: none;
  }
  .input {
    inline-size: 100%;
    min-block-size: max(var(--_target), calc(52 * var(--_px)));
    padding: calc(2 * var(--_space)) calc(3.5 * var(--_space));
    padding-inline-start: calc(12 * var(--_space));
    background: var(--_surface);
    border: calc(1.5 * var(--_hair)) solid var(--_edge);
    border-radius: var(--_radius-control);
    appearance: none;
    -webkit-appearance: none;
  }
  .input::-webkit-search-decoration {
    display: none;
  }
  .check .count {
    margin-inline-start: auto;
    color: var(--_quiet);
    flex: none;
    font-variant-numeric: tabular-nums;
  }
  .chip {
    border-color: transparent;
    border-radius: 999px;
    background: var(--_soft);
    color: var(--_accent);
    font-size: calc(14 * var(--_px));
    font-weight: 550;
    padding-inline: calc(3.5 * var(--_space));
  }
  .chip .icon {
    inline-size: calc(16 * var(--_px));
    block-size: calc(16 * var(--_px));
  }
  mark {
    background: var(--_match);
    color: var(--_text);
    border-radius: 3px;
  }
  @media (forced-colors: active) {
    .chip {
      border-color: ButtonBorder;
    }
  }
`;
