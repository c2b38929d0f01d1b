/** How the evening looks: rows that can be read at arm’s length, one question large, a field with room. */
import { css } from 'lit';

export const eveningStyles = css`
  .piles {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
    margin-block: calc(5 * var(--_space)) calc(4 * var(--_space));
  }
  .piles button {
    min-block-size: var(--_target);
    padding: var(--_space) calc(4 * var(--_space));
    border: var(--_hair) solid var(--_line);
    border-radius: 999px;
    background: none;
    font-weight: 600;
    color: var(--_quiet);
  }
  .piles button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_soft);
    color: var(--_accent);
  }
  .rows {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .waiting {
    display: flex;
    gap: calc(3 * var(--_space));
    align-items: start;
  }
  .pick-of {
    flex: none;
    inline-size: var(--_target);
    justify-content: center;
  }
  .row-words {
    flex: 1;
    min-inline-size: 0;
  }
  .open {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
    font-size: calc(18 * var(--_px));
    font-weight: 600;
  }
  .lines {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow-wrap: anywhere;
  }
  @media (hover: hover) {
    .open:hover .lines {
      text-decoration: underline 1px;
      text-underline-offset: 3px;
    }
  }
  .top-line {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
    margin-block-end: calc(4 * var(--_space));
  }
  .button.worries {
    border-color: var(--_on-help);
    color: var(--_on-help);
    background: var(--_help);
  }
  .words-of {
    overflow-wrap: anywhere;
  }
  .asked {
    margin-block: calc(4 * var(--_space)) calc(6 * var(--_space));
    padding-inline-start: calc(4 * var(--_space));
    border-inline-start: 3px solid var(--_accent);
    font-size: calc(20 * var(--_px));
    line-height: 1.55;
  }
  .hidden-mark {
    padding-inline: calc(0.5 * var(--_space));
    border: var(--_hair) solid var(--_edge);
    border-radius: calc(4 * var(--_px));
    font: calc(14 * var(--_px)) / 1.3 ui-monospace, monospace;
    color: var(--_differs);
  }
  #answer {
    font-size: calc(18 * var(--_px));
    line-height: 1.55;
  }
  .kept {
    min-block-size: calc(24 * var(--_px));
  }
  .templates,
  .care,
  .hints {
    margin-block-start: calc(3 * var(--_space));
  }
  .templates summary,
  .care summary {
    display: list-item;
    list-style: disclosure-closed inside;
    align-content: center;
    min-block-size: var(--_target);
    font-weight: 600;
    color: var(--_accent);
  }
  .templates[open] summary,
  .care[open] summary {
    list-style-type: disclosure-open;
  }
  .templates ul {
    margin: calc(2 * var(--_space)) 0 0;
    padding: 0;
    list-style: none;
  }
  .deeds.further {
    gap: 0 calc(6 * var(--_space));
    padding-block-start: calc(2 * var(--_space));
    border-block-start: var(--_hair) solid var(--_line);
  }
  .steps {
    display: grid;
    gap: calc(2 * var(--_space));
    margin: calc(2 * var(--_space)) 0 0;
    padding-inline-start: calc(6 * var(--_space));
    list-style: disc;
  }
  ol.steps {
    list-style: decimal;
  }
  .reply {
    margin: calc(2 * var(--_space)) 0 0;
    padding-inline-start: calc(4 * var(--_space));
    border-inline-start: 3px solid var(--_line);
  }
  .lead {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
  }
  @media (forced-colors: active) {
    .piles button[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
    .button.worries {
      border-color: ButtonBorder;
    }
  }
`;
