/** How buttons and rows of them look, the same in every widget. */
import { css } from 'lit';

export const buttons = css`
  button,
  .button,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  button,
  .button,
  summary {
    cursor: pointer;
    touch-action: manipulation;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: var(--_space) calc(4 * var(--_space));
    border: calc(1.5 * var(--_hair)) solid var(--_edge);
    border-radius: var(--_radius-control);
    background: none;
    color: var(--_text);
    font-weight: 600;
    line-height: 1.25;
    text-decoration: none;
    text-align: center;
  }
  .button.primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .button.plain {
    border-color: transparent;
    color: var(--_accent);
    padding-inline: 0;
  }
  .button.small {
    font-size: calc(14 * var(--_px));
    padding-inline: calc(3 * var(--_space));
  }
  .button.link {
    border: 0;
    padding: 0;
    color: var(--_accent);
    text-decoration: underline 1px;
    text-underline-offset: 3px;
    text-align: start;
    justify-content: start;
  }
  .button.kept {
    background: var(--_soft);
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .button.kept .icon {
    fill: currentColor;
  }
  @media (hover: hover) {
    .button:hover:not(.primary, .plain, .link) {
      background: var(--_soft);
    }
    .button.link:hover {
      text-decoration-thickness: 2px;
    }
    .button:is(.primary, .plain):hover {
      text-decoration: underline 1px;
      text-underline-offset: 3px;
    }
  }
  .icon {
    flex: none;
    inline-size: calc(22 * var(--_px));
    block-size: calc(22 * var(--_px));
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .button.small .icon {
    inline-size: calc(18 * var(--_px));
    block-size: calc(18 * var(--_px));
  }
  .kith[dir='rtl'] .turn {
    transform: scaleX(-1);
    transform-origin: center;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
  }
  @media (forced-colors: active) {
    /* A picture's colour is not forced with the text beside it. */
    .kith .icon.icon {
      color: ButtonText;
    }
    .button {
      border-color: ButtonBorder;
    }
    .button.plain {
      padding-inline: calc(4 * var(--_space));
    }
    .button.link {
      border: 0;
    }
    .button.kept {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
  }
`;
