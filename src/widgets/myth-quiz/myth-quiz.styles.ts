/** How the quiz is laid out: one calm column, in which the statement or the fact is the one big thing. */
import { css } from 'lit';
import { checks } from '../../ui/checks.js';

export const styles = css`
  ${checks}
  .screen,
  .paper {
    max-inline-size: calc(640 * var(--_px));
  }
  .top h2 {
    font-size: calc(18 * var(--_px));
    letter-spacing: 0;
  }
  .intro {
    margin-block-end: calc(6 * var(--_space));
    color: var(--_quiet);
  }
  .progress {
    font-family: inherit;
    font-size: calc(14 * var(--_px));
    font-weight: 400;
    color: var(--_quiet);
    min-block-size: var(--_target);
    align-content: center;
  }
  .intro + .question .progress {
    min-block-size: 0;
  }
  .question legend {
    margin-block-end: calc(5 * var(--_space));
  }
  .ask {
    display: block;
    margin-block-end: var(--_space);
    color: var(--_quiet);
  }
  .question form {
    margin-block-start: calc(2 * var(--_space));
  }
  .statement {
    display: block;
    font-family: var(--_family-heading);
    font-size: calc(26 * var(--_px));
    font-weight: var(--_weight);
    line-height: 1.25;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .choice {
    min-block-size: max(var(--_target), calc(52 * var(--_px)));
    padding: calc(2 * var(--_space)) calc(3.5 * var(--_space));
    border: calc(1.5 * var(--_hair)) solid var(--_edge);
  }
  .choice + .choice {
    margin-block-start: calc(2 * var(--_space));
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_soft);
  }
  @media (hover: hover) {
    .choice:hover {
      background: var(--_soft);
    }
  }
  .notice {
    margin-block-start: calc(3 * var(--_space));
    padding: calc(2.5 * var(--_space)) calc(3.5 * var(--_space));
    border-radius: var(--_radius-control);
    background: var(--_notice);
  }
  .question .bar,
  .feedback .bar {
    margin-block-start: calc(6 * var(--_space));
    gap: calc(2 * var(--_space)) calc(5 * var(--_space));
  }
  .bar .primary {
    flex: 1 1 auto;
    max-inline-size: calc(360 * var(--_px));
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(5 * var(--_space));
  }
  .ways .button {
    justify-content: start;
  }
  .fact {
    margin-block-start: calc(3 * var(--_space));
    padding-inline-start: calc(4 * var(--_space));
    border-inline-start: calc(4 * var(--_px)) solid var(--_accent);
    font-size: calc(24 * var(--_px));
    letter-spacing: -0.015em;
  }
  .feedback p:not(.progress) {
    margin-block-start: calc(3 * var(--_space));
  }
  .feedback .source {
    margin-block-start: calc(5 * var(--_space));
    padding-block-start: calc(4 * var(--_space));
    border-block-start: var(--_hair) solid var(--_line);
  }
  .end .heading {
    font-size: calc(24 * var(--_px));
    margin-block-end: calc(2 * var(--_space));
  }
  .met {
    padding-block: calc(4 * var(--_space));
  }
  .met + .met {
    border-block-start: var(--_hair) solid var(--_line);
  }
  .said {
    font-weight: 600;
  }
  .print,
  .remembers {
    margin-block-start: calc(4 * var(--_space));
  }
  .print p + p,
  .remembers .button {
    margin-block-start: calc(2 * var(--_space));
  }
  .paper {
    display: none;
  }
  /* A long title in a narrow place stands under the way out. */
  @container kith (max-width: 419px) {
    .top:not(.unseen) {
      clear: both;
      min-block-size: 0;
      padding-block-start: calc(4 * var(--_space));
      margin-block-end: calc(2 * var(--_space));
    }
  }
  @media (forced-colors: active) {
    .ways {
      gap: calc(2 * var(--_space));
    }
    .choice:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
  }
  /* A statement never stands on paper, where its fact could not follow. */
  @media print {
    .question,
    .intro,
    .remembers,
    .button,
    .end details:not([open]),
    .screen:has(+ .paper) {
      display: none;
    }
    .paper {
      display: block;
    }
  }
`;
