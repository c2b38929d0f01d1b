/** How widgets with a listing are laid out: the way out, rows with day and hour, an opened group, help lines, states, paper. */
import { css } from 'lit';

export const listing = css`
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
  .night {
    margin-block-end: calc(7 * var(--_space));
  }
  .night .quietnow {
    margin: 0;
  }
  button,
  a,
  input,
  summary,
  .heading {
    scroll-margin-block: calc(64 * var(--_px)) calc(16 * var(--_px));
  }
  .quietnow {
    margin-block-start: calc(5 * var(--_space));
  }
  .counted {
    margin-block: calc(4 * var(--_space)) 0;
    font-family: inherit;
    font-size: calc(14 * var(--_px));
    color: var(--_quiet);
    font-weight: 400;
  }
  .row {
    padding-block: calc(5 * var(--_space));
  }
  .row + .row {
    border-block-start: var(--_hair) solid var(--_line);
  }
  .when {
    font-size: calc(19 * var(--_px));
    line-height: 1.3;
    font-weight: var(--_weight);
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .row .name {
    min-block-size: calc(32 * var(--_px));
    font-weight: 550;
    display: inline-block;
    padding-block: calc(1 * var(--_space));
    max-block-size: calc(160 * var(--_px));
    overflow: clip;
  }
  /* In Firefox the space at which isolated text breaks hangs out of its box, and a narrow page would scroll for it. */
  .topics,
  .facts {
    overflow: clip;
  }
  .facts {
    font-size: calc(14 * var(--_px));
    color: var(--_quiet);
  }
  .what .differs,
  .what .quiet {
    margin-block-start: var(--_space);
  }
  .live {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    font-size: calc(14 * var(--_px));
    font-weight: 600;
    color: var(--_accent);
    margin-block-end: var(--_space);
  }
  .live::before {
    content: '';
    flex: none;
    inline-size: calc(9 * var(--_px));
    block-size: calc(9 * var(--_px));
    border-radius: 50%;
    background: var(--_accent);
    border: 1px solid transparent;
  }
  .differs {
    color: var(--_differs);
    font-weight: 600;
  }
  p.notice {
    margin-block: calc(3 * var(--_space));
    padding: calc(2.5 * var(--_space)) calc(3.5 * var(--_space));
    border-radius: var(--_radius-control);
    background: var(--_notice);
  }
  .more {
    inline-size: 100%;
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
  .detail {
    margin-block-start: calc(2 * var(--_space));
    max-inline-size: calc(640 * var(--_px));
  }
  .detail .heading {
    font-size: calc(26 * var(--_px));
    letter-spacing: -0.015em;
    margin-block-end: calc(2 * var(--_space));
  }
  .detail > .when {
    font-size: calc(22 * var(--_px));
    margin-block-start: calc(5 * var(--_space));
  }
  .detail > .live {
    margin-block: calc(5 * var(--_space)) calc(-4 * var(--_space));
  }
  .detail > p {
    margin-block-start: calc(2 * var(--_space));
  }
  .detail section {
    margin-block-start: calc(6 * var(--_space));
  }
  .detail h3:not(.heading) {
    margin-block: calc(8 * var(--_space)) calc(2 * var(--_space));
  }
  .detail h4 {
    margin-block-end: var(--_space);
  }
  .detail section p + p,
  .detail .notes p + p {
    margin-block-start: calc(2 * var(--_space));
  }
  .detail p > .button {
    margin-inline-end: calc(2 * var(--_space));
  }
  .dates li {
    padding-block: var(--_space);
  }
  .asks {
    margin-block: calc(2 * var(--_space)) calc(4 * var(--_space));
  }
  .asks li {
    position: relative;
    padding-inline-start: calc(5 * var(--_space));
    padding-block: calc(0.5 * var(--_space));
  }
  .asks li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.85em;
    inline-size: calc(2.5 * var(--_space));
    border-block-start: 2px solid var(--_accent);
  }
  dl > div {
    display: grid;
    gap: 0 calc(4 * var(--_space));
    padding-block: calc(3 * var(--_space));
    border-block-start: var(--_hair) solid var(--_line);
  }
  dt {
    color: var(--_quiet);
  }
  .number {
    font-weight: 600;
    display: inline-block;
    padding-block: calc(2 * var(--_space));
  }
  .quote {
    margin-block: calc(8 * var(--_space));
    padding-inline-start: calc(4 * var(--_space));
    border-inline-start: calc(4 * var(--_px)) solid var(--_accent);
  }
  .help {
    margin-block-start: calc(8 * var(--_space));
    padding: calc(4 * var(--_space));
    background: var(--_help);
    border-radius: var(--_radius);
    border: 1px solid transparent;
  }
  .night .help {
    margin-block-start: calc(4 * var(--_space));
  }
  .block {
    display: block;
  }
  .when::first-letter {
    text-transform: uppercase;
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
  .debug {
    margin-block-start: calc(8 * var(--_space));
    padding: calc(4 * var(--_space));
    border: calc(2 * var(--_hair)) dashed var(--_edge);
    font-size: calc(14 * var(--_px));
  }
  .debug ul {
    max-block-size: 20em;
    overflow: auto;
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
  @container kith (min-width: 560px) {
    .row {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
      column-gap: calc(6 * var(--_space));
    }
    .row .what {
      grid-column: 2;
    }
    .row .time {
      grid-column: 1;
    }
    .row .name {
      padding-block-start: 0;
    }
    dl > div {
      grid-template-columns: calc(176 * var(--_px)) 1fr;
    }
  }
  @media (forced-colors: active) {
    .help {
      border: 1px solid CanvasText;
    }
    .live::before {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
    .reach,
    button:not(.name) {
      display: none;
    }
    /* On paper a link is its address, and both break into lines as text does. */
    a.button {
      display: inline;
    }
    a.button[href^='http']::after {
      margin-inline-start: 1ch;
      content: attr(href);
      font-weight: 400;
    }
    .help a {
      min-block-size: 0;
    }
  }
`;
