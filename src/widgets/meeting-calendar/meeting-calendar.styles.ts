/** How the calendar is laid out: what comes next, the month, and the sessions of its days. */
import { css } from 'lit';

export const styles = css`
  h5 {
    margin: 0;
    font-size: inherit;
    font-weight: inherit;
    line-height: 1.3;
  }
  .top {
    margin-block-end: calc(3 * var(--_space));
  }
  .lead .when {
    font-size: calc(24 * var(--_px));
    line-height: 1.25;
    margin-block: calc(0.5 * var(--_space));
  }
  .lead .name {
    font-weight: 550;
  }
  /* A target for a finger takes no more room than its words. */
  :is(.lead, .days .row) .name {
    min-block-size: var(--_target);
    padding-block: calc(2.5 * var(--_space));
    margin-block: calc(-1.5 * var(--_space));
  }
  .lead .facts {
    margin-inline-start: var(--_space);
  }
  .join {
    margin-block-start: calc(2 * var(--_space));
  }
  .changes {
    margin-block-start: calc(4 * var(--_space));
  }
  .changes summary {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target);
    padding-inline: calc(3 * var(--_space));
    border-radius: var(--_radius-control);
    background: var(--_notice);
    color: var(--_differs);
    font-weight: 600;
  }
  .changes summary::-webkit-details-marker {
    display: none;
  }
  .changes summary::after {
    content: '';
    margin-inline-start: auto;
    inline-size: calc(8 * var(--_px));
    block-size: calc(8 * var(--_px));
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -2px;
  }
  .changes[open] summary::after {
    rotate: -135deg;
    translate: 0 2px;
  }
  .changes li {
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-block-end: var(--_hair) solid var(--_line);
  }
  .later {
    min-block-size: var(--_target);
    margin-block-start: calc(5 * var(--_space));
  }
  .months {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    align-items: center;
    gap: var(--_space);
    margin-block: calc(5 * var(--_space)) calc(2 * var(--_space));
  }
  .months > .button {
    justify-self: start;
    border-color: transparent;
    padding-inline: 0;
    gap: var(--_space);
    color: var(--_accent);
    overflow-wrap: normal;
  }
  .months > .button:last-of-type {
    justify-self: end;
  }
  .month {
    text-align: center;
    font-size: calc(19 * var(--_px));
  }
  .ways {
    grid-column: 1 / -1;
    justify-content: space-between;
  }
  .ways > .bar:only-child {
    margin-inline-start: auto;
  }
  .grid {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 0;
    text-align: start;
    font-size: calc(14 * var(--_px));
    line-height: 1.3;
  }
  .grid th {
    padding: 0 var(--_space) calc(2 * var(--_space));
    font-weight: 500;
    color: var(--_quiet);
    text-align: start;
  }
  .grid td {
    block-size: calc(112 * var(--_px));
    padding: calc(1.5 * var(--_space));
    vertical-align: top;
    border-block-start: var(--_hair) solid var(--_line);
  }
  .grid .day {
    cursor: pointer;
  }
  .grid:not(.narrow) .day + .day {
    border-inline-start: var(--_hair) solid var(--_line);
  }
  .number {
    display: inline-grid;
    place-content: center;
    block-size: calc(28 * var(--_px));
    border-radius: 999px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .today .number,
  .narrow .number {
    min-inline-size: min(calc(28 * var(--_px)), 100%);
  }
  .today .number {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .day.chosen {
    background: var(--_soft);
  }
  .over,
  .beyond {
    color: var(--_quiet);
  }
  .over .number,
  .beyond .number {
    font-weight: 400;
  }
  .line {
    margin-block-start: calc(1.5 * var(--_space));
    overflow: hidden;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .line b {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .line em {
    font-style: normal;
    font-weight: 600;
    color: var(--_differs);
  }
  .line.off :is(b, bdi) {
    text-decoration: line-through;
  }
  .rest {
    display: block;
    margin-block-start: calc(1.5 * var(--_space));
    color: var(--_accent);
    font-weight: 600;
  }
  .grid.narrow :is(td, th) {
    text-align: center;
  }
  .grid.narrow td {
    block-size: calc(48 * var(--_px));
    padding: calc(0.5 * var(--_space)) 0;
    border: 0;
    border-radius: var(--_radius-control);
    font-size: calc(16 * var(--_px));
  }
  .dots {
    display: flex;
    justify-content: center;
    gap: calc(3 * var(--_px));
    block-size: calc(6 * var(--_px));
  }
  .dots i {
    inline-size: calc(6 * var(--_px));
    block-size: calc(6 * var(--_px));
    border-radius: 50%;
    border: calc(1.5 * var(--_px)) solid var(--_accent);
    background: var(--_accent);
  }
  .dots .other {
    border-color: var(--_differs);
    background: var(--_differs);
  }
  .dots .off {
    border-color: var(--_differs);
    background: none;
  }
  .over .dots {
    visibility: hidden;
  }
  .days {
    margin-block-start: calc(6 * var(--_space));
  }
  .of-day + .of-day {
    margin-block-start: calc(6 * var(--_space));
  }
  .day-heading {
    font-size: calc(18 * var(--_px));
    padding-block-end: calc(2 * var(--_space));
    border-block-end: calc(2 * var(--_hair)) solid var(--_text);
  }
  .day-heading .quiet {
    font-weight: 400;
    font-size: calc(16 * var(--_px));
    margin-inline-start: var(--_space);
  }
  .days .row {
    padding-block: calc(3.5 * var(--_space));
  }
  .hours {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .row.off .hours,
  .row.off .name {
    text-decoration: line-through;
    color: var(--_quiet);
  }
  .days p > .button {
    margin-block-start: calc(4 * var(--_space));
  }
  .age,
  .foot {
    margin-block-start: calc(4 * var(--_space));
  }
  @container kith (max-width: 16.5em) {
    .months {
      grid-template-columns: auto auto;
    }
    .month {
      grid-column: 1 / -1;
      order: -1;
    }
    .changes .icon {
      display: none;
    }
  }
  @container kith (max-width: 11em) {
    .grid.narrow td {
      font-size: calc(14 * var(--_px));
    }
  }
  @container kith (min-width: 560px) {
    .days .row {
      grid-template-columns: minmax(calc(136 * var(--_px)), 1fr) 3fr;
    }
    .days .row .name {
      margin-block-start: calc(-2.5 * var(--_space));
    }
  }
  @container kith (min-width: 44em) {
    .months {
      display: flex;
      gap: calc(5 * var(--_space));
    }
    .month {
      order: -1;
      font-size: calc(22 * var(--_px));
    }
    .ways {
      margin-inline-start: auto;
    }
    .calendar.agenda .months {
      display: grid;
    }
    .calendar.agenda .month {
      order: 0;
    }
    .calendar.agenda {
      display: grid;
      grid-template-columns: minmax(calc(300 * var(--_px)), 2fr) 3fr;
      column-gap: calc(10 * var(--_space));
    }
    .calendar.agenda .days {
      margin-block-start: calc(7 * var(--_space));
    }
  }
  @media (hover: hover) {
    .grid .day:hover {
      background: var(--_raised);
    }
    .grid .line:hover bdi {
      text-decoration: underline;
      text-underline-offset: 3px;
    }
  }
  .grid .day:focus-visible {
    outline-offset: calc(-1 * var(--_focus-width));
  }
  @media (forced-colors: active) {
    .today .number {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .day.chosen {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
    .months > .button {
      padding-inline: calc(2 * var(--_space));
      border-color: ButtonBorder;
    }
    .changes summary,
    p.notice {
      border: 1px solid CanvasText;
    }
    /* Buttons with an edge are wider. */
    @container kith (max-width: 26em) {
      .months {
        grid-template-columns: auto auto;
      }
      .month {
        grid-column: 1 / -1;
        order: -1;
      }
    }
    .dots i {
      border-color: CanvasText;
      background: CanvasText;
      forced-color-adjust: none;
    }
    .dots .off {
      background: Canvas;
    }
  }
`;
