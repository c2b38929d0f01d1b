/**
 * The look, in one place: every public custom property is read here once, with its
 * default, and the wrapper that keeps a page's styles out is set up here.
 */
import { css } from 'lit';

/**
 * Registers the length that carries the host's own `1em` through the reset inside, so that
 * sizes follow the page's text and a `62.5%` root does no harm. A second call throws.
 */
export function registerHostEm(): void {
  try {
    CSS.registerProperty({ name: '--_kith-em', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // Registered already, by another widget or another copy of this one.
  }
}

export const theme = css`
  :host {
    --_kith-em: 1em;
    display: block;
    inline-size: 100%;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  /*
   * What is contained for container queries has no width of its own, and a float or a flex item around it would collapse. A
   * line of dots that nobody sees asks for about 900 px in its place, and is content with none: it may break anywhere.
   */
  .room {
    all: initial;
    display: block;
    flex: 0 0 0;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    font-size: 0;
    word-spacing: calc(14 * var(--_kith-em));
  }
  .room::before {
    content: '.\\20.\\20.\\20.\\20.';
  }
  .kith {
    all: initial;
    font-family: inherit;
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
    -webkit-text-size-adjust: inherit;
    text-size-adjust: inherit;

    --_px: calc(max(var(--_kith-em), 16px) / 16);
    --_surface: var(--kith-surface, light-dark(#fff, #14191b));
    --_raised: var(--kith-surface-raised, light-dark(#f4f6f6, #1d2427));
    --_text: var(--kith-text, light-dark(#1b2529, #edf1f2));
    --_quiet: var(--kith-text-quiet, light-dark(#4d5d65, #a9b7bd));
    --_line: var(--kith-line, light-dark(#dfe3e4, #2d373b));
    --_edge: var(--kith-edge, light-dark(#6f7e85, #7d8e95));
    --_accent: var(--kith-accent, light-dark(#0b5a66, #86d0da));
    --_on-accent: var(--kith-on-accent, light-dark(#fff, #06282d));
    --_soft: var(--kith-accent-soft, light-dark(#e5f0f1, #17343a));
    --_focus: var(--kith-focus, light-dark(#0b5a66, #ffd166));
    --_match: var(--kith-matches, light-dark(#fbe9a9, #4f410e));
    --_differs: var(--kith-differs, light-dark(#7a4a00, #f2c77d));
    --_notice: var(--kith-notice, light-dark(#fbf3e4, #33270f));
    --_help: var(--kith-help, light-dark(#faf0f1, #33191f));
    --_on-help: var(--kith-on-help, light-dark(#7a2338, #ffb3c0));
    --_family: var(--kith-font-family, inherit);
    --_family-heading: var(--kith-font-family-heading, var(--_family));
    --_size: var(--kith-font-size, calc(16 * var(--_px)));
    --_leading: var(--kith-line-height, 1.5);
    --_weight: var(--kith-font-weight-strong, 640);
    --_space: var(--kith-space, calc(4 * var(--_px)));
    --_radius: var(--kith-radius, calc(12 * var(--_px)));
    --_radius-control: var(--kith-radius-control, calc(10 * var(--_px)));
    --_hair: var(--kith-line-width, 1px);
    --_focus-width: var(--kith-focus-width, 3px);
    --_focus-offset: var(--kith-focus-offset, 2px);
    --_target: var(--kith-target-size, max(44px, calc(44 * var(--_px))));
    --_max: var(--kith-max-width, calc(880 * var(--_px)));

    display: block;
    inline-size: 100%;
    max-inline-size: var(--_max);
    container: kith / inline-size;
    padding: var(--kith-padding, 0);
    color: var(--_text);
    background: var(--_surface);
    font-family: var(--_family);
    font-size: var(--_size);
    line-height: var(--_leading);
    overflow-wrap: anywhere;
    -webkit-font-smoothing: antialiased;
  }
  .kith[data-theme='light'] {
    color-scheme: light;
  }
  .kith[data-theme='dark'] {
    color-scheme: dark;
  }
  :host *,
  :host ::before {
    box-sizing: border-box;
  }
  .kith [hidden] {
    display: none;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  blockquote {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2,
  h3,
  h4 {
    font-family: var(--_family-heading);
    font-weight: var(--_weight);
    line-height: 1.25;
    text-wrap: balance;
  }
  h2 {
    font-size: calc(24 * var(--_px));
    letter-spacing: -0.015em;
  }
  h3 {
    font-size: calc(18 * var(--_px));
  }
  h4 {
    font-size: calc(16 * var(--_px));
  }
  a {
    color: var(--_accent);
    text-underline-offset: 3px;
    text-decoration-thickness: 1px;
  }
  .quiet {
    color: var(--_quiet);
  }
  .small {
    font-size: calc(14 * var(--_px));
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus {
    outline: none;
  }
  /* A checkbox leaves its ring to its row: Safari draws no shadow, and so no edge of the ring, around one. */
  :focus-visible:not(.check *),
  .check:has(:focus-visible) {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: var(--_focus-offset);
    /* Under the ring: it shows on both sides of it. */
    box-shadow: 0 0 0 calc(var(--_focus-offset) + var(--_focus-width) + 2px) var(--kith-focus-edge, transparent);
  }
  /* Paper is white, and ink is dark, whatever a theme says of the parts: a printer leaves out backgrounds. */
  @media print {
    .kith[data-theme] {
      color-scheme: light;
      max-inline-size: none;
    }
    :host * {
      color: #000 !important;
      background: #fff !important;
      box-shadow: none !important;
      outline: none !important;
    }
  }
`;
