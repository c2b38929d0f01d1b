/** How publishing, settings and "Who knows what" are laid out beyond what all rooms share. */
import { css } from 'lit';

export const houseStyles = css`
  .columns {
    display: grid;
    gap: 0 calc(10 * var(--_space));
    grid-template-columns: repeat(auto-fit, minmax(min(100%, calc(280 * var(--_px))), 1fr));
  }
  .plain-list {
    margin-block: calc(2 * var(--_space));
    padding-inline-start: calc(5 * var(--_space));
    list-style: disc;
  }
  .plain-list > li + li {
    margin-block-start: calc(2 * var(--_space));
  }
  .deeds.close {
    margin-block: calc(2 * var(--_space)) 0;
    gap: calc(3 * var(--_space));
  }
  details .words-of {
    margin-block: calc(2 * var(--_space));
  }
  .draft {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  summary.draft {
    display: list-item;
    min-block-size: var(--_target);
    align-content: center;
  }
  .rows.apart {
    margin-block-start: calc(5 * var(--_space));
  }
  .set-row {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
  }
  .set-row > div {
    flex: 1 1 calc(240 * var(--_px));
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .set-row h4 {
    margin-block: 0 var(--_space);
  }
`;
