/** What only the room of the people looks like: deeds close to the name they belong to, and the steps to a new seal. */
import { css } from 'lit';

export const peopleStyles = css`
  .deeds.close {
    margin-block: calc(2 * var(--_space)) 0;
  }
  .notice .button.primary {
    margin-block-start: calc(2 * var(--_space));
  }
  ol.spoken,
  .steps {
    padding: 0;
    list-style: none;
  }
  .steps {
    counter-reset: step;
  }
  .steps > li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 calc(2 * var(--_space));
    padding-block: calc(2 * var(--_space));
    counter-increment: step;
  }
  .steps > li::before {
    content: counter(step) '.';
    font-weight: 600;
  }
  .steps > li[aria-current] {
    font-weight: 600;
  }
`;
