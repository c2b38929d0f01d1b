/** What frames every widget, so that a visitor knows it again: the way out, the top, states without content, the help line. */
import { css } from 'lit';

export const frame = css`
  /* It floats, so that the title keeps clear of it in any font and language; sticking, it leaves its place behind. */
  .reach {
    position: sticky;
    inset-block-start: calc(2 * var(--_space));
    z-index: 1;
    float: inline-end;
    margin-inline-start: calc(2 * var(--_space));
  }
  .exit {
    font-size: calc(14 * var(--_px));
    font-weight: 550;
    background: var(--_surface);
    border-radius: 999px;
    padding-inline: calc(3 * var(--_space));
  }
  .exit .icon {
    inline-size: calc(18 * var(--_px));
    block-size: calc(18 * var(--_px));
  }
  .top {
    display: flex;
    align-items: center;
    min-block-size: var(--_target);
    margin-block-end: calc(5 * var(--_space));
  }
  .top > .button {
    justify-content: start;
    text-align: start;
  }
  button,
  a,
  input,
  summary,
  .heading {
    scroll-margin-block: calc(64 * var(--_px)) calc(16 * var(--_px));
  }
  .state {
    margin-block-start: calc(6 * var(--_space));
  }
  .state h3 {
    font-size: calc(19 * var(--_px));
    margin-block-end: var(--_space);
  }
  .state .bar {
    margin-block: calc(4 * var(--_space));
  }
  .ghosts {
    display: grid;
    margin-block-start: calc(4 * var(--_space));
  }
  .ghosts i {
    block-size: calc(92 * var(--_px));
    border-block-start: var(--_hair) solid var(--_line);
    background:
      linear-gradient(var(--_raised), var(--_raised)) 0 calc(22 * var(--_px)) / 45% calc(18 * var(--_px)) no-repeat,
      linear-gradient(var(--_raised), var(--_raised)) 0 calc(52 * var(--_px)) / 70% calc(14 * var(--_px)) no-repeat;
  }
  .help {
    margin-block-start: calc(8 * var(--_space));
    padding: calc(4 * var(--_space));
    background: var(--_help);
    border-radius: var(--_radius);
    border: 1px solid transparent;
  }
  .help h3 {
    font-size: calc(16 * var(--_px));
    color: var(--_on-help);
    margin-block-end: var(--_space);
  }
  .help h4 {
    font-size: calc(14 * var(--_px));
    margin-block: calc(3 * var(--_space)) var(--_space);
  }
  .help a {
    color: var(--_on-help);
    font-weight: 640;
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
  }
  .help .call {
    display: flex;
    inline-size: fit-content;
  }
  .help .call:not(.text) {
    font-size: calc(22 * var(--_px));
    font-weight: 680;
    text-decoration: none;
  }
  .help summary {
    min-block-size: var(--_target);
    align-content: center;
    color: var(--_on-help);
    font-weight: 640;
  }
  @container kith (max-width: 419px) {
    .exit .icon {
      display: none;
    }
    .exit {
      padding-inline: calc(3 * var(--_space));
    }
    .top h2 {
      font-size: calc(21 * var(--_px));
    }
  }
  /* Little room for large letters: the way out stands over the title. */
  @container kith (max-width: 16em) {
    .top {
      clear: both;
    }
    .exit {
      padding-block: 0;
    }
  }
  @media (forced-colors: active) {
    .help {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .reach {
      display: none;
    }
    .help a {
      min-block-size: 0;
    }
  }
`;
