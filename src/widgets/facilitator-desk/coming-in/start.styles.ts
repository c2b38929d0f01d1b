/** What only the first evening, invitations and the recovery sheet show: steps, numbered words, a code, paper. */
import { css } from 'lit';

export const startStyles = css`
  .step {
    display: block;
    font-weight: 400;
    letter-spacing: 0;
  }
  .numbered {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(calc(170 * var(--_px)), 1fr));
    padding: 0;
    list-style: none;
    counter-reset: word;
  }
  .numbered > li {
    counter-increment: word;
  }
  .numbered > li::before {
    content: counter(word) '.\\20';
    font-weight: 400;
    color: var(--_quiet);
  }
  .code-groups {
    font: 600 calc(24 * var(--_px)) / 1.6 ui-monospace, monospace;
    letter-spacing: 0.04em;
    word-spacing: 0.3em;
  }
  .paper-link {
    overflow-wrap: anywhere;
  }
  p + .paper.seen,
  .room-body p + .button {
    margin-block-start: calc(3 * var(--_space));
  }
  .paper h4 {
    margin-block-start: 0;
  }
  .days {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(calc(130 * var(--_px)), 1fr));
  }
  .side-by-side {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(calc(180 * var(--_px)), 1fr));
    gap: 0 calc(4 * var(--_space));
  }
  .deeds a.button {
    flex: none;
  }
  @media print {
    .code-groups {
      font-size: 20pt;
    }
    .paper p {
      break-inside: avoid;
    }
  }
`;
