/** Two looks made of custom properties alone, to copy from. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/define/group-finder.js';

const AT = Date.parse('2026-12-01T18:40:00Z');

const finder = (): TemplateResult => html`<kith-group-finder
  src="/fixtures/kith-directory.json"
  country="GB"
  source-time-zone="Europe/London"
  time-zone="Europe/London"
  .clock=${() => AT}
></kith-group-finder>`;

const meta: Meta = {
  title: 'Theming',
  parameters: { kith: { state: 'ready', shows: '[part~=result]' } },
};

export default meta;

/** Warm paper, a serif for headings, round buttons. */
export const WarmCharity: StoryObj = {
  render: () => html`<style>
      .warm {
        padding: 20px;
        background: #fffaf3;
        font-family: Verdana, sans-serif;
        --kith-surface: #fffaf3;
        --kith-surface-raised: #fbeedd;
        --kith-text: #2b1d14;
        --kith-text-quiet: #66503f;
        --kith-line: #ecdcc8;
        --kith-edge: #8a6f5b;
        --kith-accent: #8f3415;
        --kith-on-accent: #fff;
        --kith-accent-soft: #fbe3d6;
        --kith-focus: #1f4e79;
        --kith-differs: #6f4300;
        --kith-help: #f3ecf8;
        --kith-on-help: #4c2a7a;
        --kith-font-family-heading: Georgia, serif;
        --kith-radius: 20px;
        --kith-radius-control: 22px;
      }
    </style>
    <div class="warm">${finder()}</div>`,
};

/** A dark page of its own colours; `color-scheme` gives checkboxes and fields the right look. */
export const DarkClinic: StoryObj = {
  render: () => html`<style>
      .night-blue {
        color-scheme: dark;
        padding: 20px;
        background: #0f1720;
        color: #e9eef2;
        --kith-surface: #0f1720;
        --kith-surface-raised: #182430;
        --kith-text: #e9eef2;
        --kith-text-quiet: #aab8c5;
        --kith-line: #2a3845;
        --kith-edge: #8092a2;
        --kith-accent: #9ecbff;
        --kith-on-accent: #06243f;
        --kith-accent-soft: #17324d;
        --kith-focus: #ffd166;
        --kith-radius: 2px;
        --kith-radius-control: 2px;
      }
    </style>
    <div class="night-blue">${finder()}</div>`,
};
