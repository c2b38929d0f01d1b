/** How widgets with a listing are laid out: the frame of every widget, rows with day and hour, an opened group, paper. */
import { css } from 'lit';
import { frame } from '../ui/frame.js';

export const listing = css`
  ${frame}
  .night {
    margin-block-end: calc(7 * var(--_space));
  }
  .night .quietnow {
    margin: 0;
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
  .night .help {
    margin-block-start: calc(4 * var(--_space));
  }
  .block {
    display: block;
  }
  .when::first-letter {
    text-transform: uppercase;
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
    .live::before {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
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
  }
`;
