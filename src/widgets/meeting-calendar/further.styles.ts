/** How the calendar's later part looks: filters, and a month or a list on paper. */
import { css } from 'lit';
import { filters } from '../../parts/filters-styles.js';

export const styles = css`
  ${filters}
  .foot {
    margin-block-start: calc(6 * var(--_space));
  }
  @media print {
    .sheet-month {
      inline-size: 100%;
      table-layout: fixed;
      border-collapse: collapse;
      margin-block: 0.5em;
      font-size: 8.5pt;
      line-height: 1.25;
    }
    .sheet-month :is(td, th) {
      border: 0.5pt solid;
      padding: 2pt 3pt;
      vertical-align: top;
      text-align: start;
      overflow-wrap: anywhere;
    }
    .sheet-month td {
      block-size: 54pt;
    }
    .sheet-month tr,
    .sheet-day li {
      break-inside: avoid;
    }
    .sheet-month p {
      margin-block-start: 2pt;
    }
    .sheet-day {
      margin-block-start: 0.75em;
      padding-block-start: 0.4em;
      border-block-start: 0.5pt solid;
    }
    .sheet-day h3 {
      break-after: avoid;
    }
    .sheet-day li {
      display: grid;
      grid-template-columns: 11em 1fr;
      column-gap: 1em;
      padding-block: 0.2em;
    }
    /* All of it on the same page as the month. */
    .paper .help {
      columns: 2;
      padding-inline: 0;
      margin-block-start: 0.5em;
      font-size: 9pt;
      line-height: 1.3;
    }
    /* Of the call that a phone keeps. */
    .paper .help > .small {
      display: none;
    }
    .paper .help * {
      font-size: inherit;
    }
    .paper .help :is(h3, h4) {
      break-after: avoid;
    }
    .paper .help .call:not(.text) {
      font-size: 11pt;
    }
    .sheet-off {
      text-decoration: line-through;
    }
  }
`;
