/** The look, to try and to copy: every custom property live, with the contrast that it gives, and three whole themes. */
import manifest from 'virtual:kith-manifest';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '../src/define/group-finder.js';
import '../src/define/meeting-calendar.js';
import '../src/define/question-box.js';
import { boxAtHand } from './box-at-hand.js';
import { showContrast } from './themes/contrast-table.js';
import { DEFAULTS, isColour } from './themes/pairs.js';

const AT = Date.parse('2026-12-01T18:40:00Z');

interface Property {
  readonly name: string;
  readonly description?: string;
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName?: string;
      readonly cssProperties?: readonly Property[];
    }[];
  }[];
}

const properties = (manifest as unknown as Manifest).modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName === 'kith-group-finder')
  .flatMap(({ cssProperties = [] }) => cssProperties);

/** The files, as Storybook and the tests serve them. */
const THEMES: Readonly<Record<string, { readonly href: string; readonly page: string }>> = {
  'Health service': {
    href: new URL('./themes/health-service.css', import.meta.url).href,
    page: 'light-dark(#f0f4f5, #0a131c)',
  },
  'Warm charity': {
    href: new URL('./themes/warm-charity.css', import.meta.url).href,
    page: 'light-dark(#f3e6d6, #1a130f)',
  },
  Night: { href: new URL('./themes/night.css', import.meta.url).href, page: '#0c0e14' },
};

/** Custom properties by name, and the theme under them. */
type Args = Readonly<Record<string, string | undefined>>;

const finder = (style?: string): TemplateResult => html`<kith-group-finder
  src="/fixtures/kith-directory.json"
  country="GB"
  source-time-zone="Europe/London"
  time-zone="Europe/London"
  style=${style || nothing}
  .clock=${() => AT}
></kith-group-finder>`;

const calendar = (): TemplateResult => html`<kith-meeting-calendar
  src="/fixtures/meetings.json"
  country="GB"
  source-time-zone="Europe/London"
  time-zone="Europe/London"
  .clock=${() => AT}
></kith-meeting-calendar>`;

const atHand = await boxAtHand({ now: AT });

const questionBox = (): TemplateResult => html`<kith-question-box
  box-id=${atHand.boxId}
  key-id=${atHand.keyId}
  country="GB"
  time-zone="Europe/London"
  .inbox=${atHand.inbox}
  .clock=${() => AT}
></kith-question-box>`;

/** The page around a theme: its own ground, and the theme's file as a site would link it. */
const onPage = (
  name: string | undefined,
  content: TemplateResult,
  loaded: () => void = () => {},
): TemplateResult => {
  const theme = name ? THEMES[name] : undefined;
  return theme
    ? html`<link rel="stylesheet" href=${theme.href} @load=${loaded} />
      <div style="padding: 12px; background: ${theme.page}">${content}</div>`
    : content;
};

const meta: Meta<Args> = {
  title: 'Theming',
  parameters: { kith: { state: 'ready', shows: '[part~=result]' } },
};

export default meta;

const set = (args: Args): string =>
  properties
    .filter(({ name }) => args[name])
    .map(({ name }) => `${name}: ${args[name]};`)
    .join(' ');

/** Every custom property, on any of the themes, and how far the colours that meet stand apart (WCAG 2.2). */
export const LiveTokens: StoryObj<Args> = {
  argTypes: {
    theme: { control: 'select', options: [undefined, ...Object.keys(THEMES)], table: { category: 'theme' } },
    ...Object.fromEntries(
      properties.map(({ name, description }) => {
        const short = name.replace('--kith-', '');
        return [
          name,
          {
            ...(description ? { description } : {}),
            control: isColour(short) ? 'color' : 'text',
            table: {
              category: isColour(short) ? 'colours' : 'type and shape',
              defaultValue: { summary: DEFAULTS.get(short) ?? '' },
            },
          },
        ] as const;
      }),
    ),
  },
  render: (args) => {
    let box: Element | undefined;
    const measure = () => box && showContrast(box);
    return html`${onPage(args['theme'], finder(set(args)), measure)}
      <section ${ref((element) => {
        box = element;
        // The finder stands beside it as soon as the whole story is drawn.
        queueMicrotask(measure);
      })}></section>`;
  },
  parameters: { controls: { sort: 'none' } },
};

/** Calm blue, plain letters, yellow focus underlined in black. `stories/themes/health-service.css` is the whole of it. */
export const HealthService: StoryObj = { render: () => onPage('Health service', finder()) };

/** Cream and terracotta, round corners, a serif for headings. `stories/themes/warm-charity.css` is the whole of it. */
export const WarmCharity: StoryObj = { render: () => onPage('Warm charity', finder()) };

/** For dark pages: little glare, and the warmest light on the help line. `stories/themes/night.css` is the whole of it. */
export const Night: StoryObj = { render: () => onPage('Night', finder()) };

/** The calendar in the same clothes. */
export const HealthServiceCalendar: StoryObj = { render: () => onPage('Health service', calendar()) };

/** The calendar in the same clothes. */
export const WarmCharityCalendar: StoryObj = { render: () => onPage('Warm charity', calendar()) };

/** The calendar in the same clothes. */
export const NightCalendar: StoryObj = { render: () => onPage('Night', calendar()) };

const SHOWS_FORM = { kith: { state: 'ready', shows: '[part~=question]' } } as const;

/** The question box in the same clothes. */
export const HealthServiceBox: StoryObj = {
  render: () => onPage('Health service', questionBox()),
  parameters: SHOWS_FORM,
};

/** The question box in the same clothes. */
export const WarmCharityBox: StoryObj = {
  render: () => onPage('Warm charity', questionBox()),
  parameters: SHOWS_FORM,
};

/** The question box in the same clothes. */
export const NightBox: StoryObj = { render: () => onPage('Night', questionBox()), parameters: SHOWS_FORM };
