/** The finder in every state and use, at fixed moments, so that each of them can be looked at and tested. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/define/group-finder.js';
import type { Directory, Group, GroupFinder, Strings } from '../src/index.js';

/** Attributes and properties that the stories set. */
interface Args {
  readonly src?: string;
  readonly format?: string;
  readonly country?: string;
  readonly sourceTimeZone?: string;
  readonly timeZone?: string;
  readonly near?: string;
  readonly radius?: string;
  readonly staleAfter?: string;
  readonly exitUrl?: string;
  readonly pageUrl?: string;
  readonly urlState?: string;
  readonly theme?: 'auto' | 'light' | 'dark';
  readonly debug?: boolean;
  readonly directory?: Directory;
  readonly strings?: Partial<Strings>;
  /** The moment at which the story stands. */
  readonly now?: string;
}

/** A Tuesday evening; the list's Tuesday group is cancelled that day. */
const TUESDAY_EVENING = '2026-11-24T18:10:00Z';
/** One group has begun, another is about to. */
const A_WEEK_LATER = '2026-12-01T18:40:00Z';
const NIGHT = '2026-11-25T02:10:00Z';

/** What works without script: every page should write such a line into the element. */
const withoutScript = html`<p>
  Need someone to talk to now? In the United Kingdom ring Samaritans on <a href="tel:116123">116 123</a>, day and
  night. <a href="https://example.org/groups">Our groups as a page</a>.
</p>`;

function finder(args: Args, children: unknown = withoutScript): TemplateResult {
  const at = Date.parse(args.now ?? TUESDAY_EVENING);
  return html`<kith-group-finder
    src=${ifDefined(args.src)}
    format=${ifDefined(args.format)}
    country=${ifDefined(args.country)}
    source-time-zone=${ifDefined(args.sourceTimeZone)}
    time-zone=${ifDefined(args.timeZone)}
    near=${ifDefined(args.near)}
    radius=${ifDefined(args.radius)}
    stale-after=${ifDefined(args.staleAfter)}
    exit-url=${ifDefined(args.exitUrl)}
    page-url=${ifDefined(args.pageUrl)}
    url-state=${ifDefined(args.urlState)}
    theme=${ifDefined(args.theme)}
    ?debug=${args.debug ?? false}
    .directory=${args.directory}
    .strings=${args.strings}
    .clock=${() => at}
    >${children}</kith-group-finder
  >`;
}

// What a visitor does, for stories that begin after it

interface Play {
  readonly canvasElement: HTMLElement;
}

async function shown({ canvasElement }: Play): Promise<ShadowRoot> {
  const element = canvasElement.querySelector<GroupFinder>('kith-group-finder');
  await element?.searchable;
  if (!element?.shadowRoot) throw new Error('There is no finder in this story.');
  return element.shadowRoot;
}

/** Resolves when what was done is drawn. */
const drawn = async ({ host }: ShadowRoot): Promise<void> => {
  await (host as GroupFinder).updateComplete;
};

async function press(root: ShadowRoot, selector: string, index = 0): Promise<void> {
  const button = root.querySelectorAll<HTMLElement>(selector)[index];
  if (!button) throw new Error(`There is no ${selector} in this story.`);
  button.click();
  await drawn(root);
}

const opens =
  (groupId: string) =>
  async (play: Play): Promise<void> =>
    press(await shown(play), `[data-group="${groupId}"]`);

const meta: Meta<Args> = {
  title: 'Group finder',
  component: 'kith-group-finder',
  tags: ['autodocs'],
  args: {
    src: '/fixtures/kith-directory.json',
    country: 'GB',
    sourceTimeZone: 'Europe/London',
    timeZone: 'Europe/London',
    theme: 'auto',
    debug: false,
  },
  // A part has the same name.
  argTypes: { debug: { control: 'boolean', table: { category: 'attributes' } } },
  render: (args) => finder(args),
  // What the tests hold a story against: its state, something that it shows, a line for the webmaster in the console.
  parameters: { kith: { state: 'ready' } },
};

export default meta;

type Story = StoryObj<Args>;

/** A listing in Kith's own JSON, in the evening. */
export const Ready: Story = { parameters: { kith: { shows: '[part~=result]' } } };

/** A spreadsheet. One row cannot be read; it is left out, and the rest stands. */
export const FromASheet: Story = {
  args: { src: '/fixtures/groups.csv', format: 'csv' },
  parameters: { kith: { shows: '.live', console: 'row 13' } },
};

/** A feed of meetings in Meeting Guide format, seen from its own zone. */
export const MeetingGuide: Story = {
  args: { src: '/fixtures/meeting-guide.json', country: 'US', timeZone: 'America/New_York' },
  parameters: { kith: { shows: '[part~=result]', console: 'row 22' } },
};

/** The answer of a BMLT server, with the formats that it names. */
export const Bmlt: Story = {
  args: { src: '/fixtures/bmlt.json', country: 'US', timeZone: 'America/Chicago' },
};

/** Services of an Open Referral directory. */
export const OpenReferral: Story = {
  args: { src: '/fixtures/hsds.json', sourceTimeZone: 'Europe/London' },
  parameters: { kith: { shows: '[part~=result]', console: 'row 6' } },
};

/** Events that a web site tells search engines. */
export const SchemaOrgEvents: Story = {
  args: { src: '/fixtures/schema-org.json', sourceTimeZone: 'Europe/London' },
  parameters: { kith: { shows: '[part~=result]', console: 'One event is over' } },
};

/** A calendar alone: every event that repeats is a group. */
export const ACalendar: Story = { args: { src: '/fixtures/calendar.ics', country: 'GB' } };

/** The clinic's sheet and its calendar: the groups of the one, the dates of the other, cancelled and moved evenings included. */
export const SheetAndCalendar: Story = {
  args: {
    src: '/fixtures/groups.csv /fixtures/calendar.ics',
    sourceTimeZone: 'Europe/London',
    country: 'GB',
  },
  parameters: { kith: { shows: '[part~=result]', console: ['row 13', 'Open day'] } },
};

/** Filters and the opened group stand in the page's address: copy it, reload, come back. */
export const LinksToAChoice: Story = { args: { urlState: 'groups' } };

/** Two in the morning and nothing is on: help first, then what comes next. */
export const NightWithNothingOn: Story = {
  args: { now: NIGHT },
  parameters: { kith: { shows: '.night [part~=help-line]' } },
};

/** "On now, until 20:00" and "Starts in 20 minutes": the property `clock` sets the moment. */
export const OnNowAndStartingSoon: Story = {
  args: { now: A_WEEK_LATER },
  parameters: { kith: { shows: '.live' } },
};

/** Online times for a visitor in another zone stand beside the group's own. */
export const AnotherTimeZone: Story = {
  args: { timeZone: 'America/New_York', now: '2026-11-26T17:45:00Z' },
  parameters: { kith: { shows: '[part~=result]' } },
};

/** The next request for an address is never answered. */
function neverAnswer(address: string): void {
  const ask = window.fetch;
  window.fetch = (input, init) => {
    if (!String(input instanceof Request ? input.url : input).endsWith(address)) return ask(input, init);
    window.fetch = ask;
    return new Promise(() => {});
  };
}

/** The list is on its way. */
export const Loading: Story = {
  render: (args) => {
    neverAnswer('/fixtures/slow.json');
    return finder({ ...args, src: '/fixtures/slow.json' });
  },
  parameters: { kith: { state: 'loading', shows: '[part~=loading]' } },
};

/** Nothing at this address: what happened, another try, the page's own link, and the element's own children. */
export const Failed: Story = {
  args: { src: '/fixtures/none.json', pageUrl: 'https://example.org/groups' },
  parameters: { kith: { state: 'failed', shows: '[part~=failed]', console: 'status 404' } },
};

/** Two sources, of which one cannot be had: what is there is shown, and that some is missing is said. */
export const OneSourceMissing: Story = {
  args: { src: '/fixtures/kith-directory.json /fixtures/none.csv' },
  parameters: { kith: { shows: '.differs', console: 'status 404' } },
};

/** Nothing fits the words: what to leave out, and the clinic's other ways to get support. */
export const EmptyResult: Story = {
  render: (args) =>
    finder(
      args,
      html`${withoutScript}
        <p slot="empty">Ring us on <a href="tel:01134960100">0113 496 0100</a>: we know more groups than this list.</p>`,
    ),
  play: async (play) => {
    const root = await shown(play);
    const input = root.querySelector('input');
    if (!input) throw new Error('There is no field to type into.');
    input.value = 'zebra';
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await drawn(root);
  },
  parameters: { kith: { state: 'empty', shows: '[part~=empty]' } },
};

/** A listing that holds no group at all. The property `directory` stands in for `src`. */
export const EmptyList: Story = {
  args: { directory: { groups: [] } },
  parameters: { kith: { state: 'empty', shows: '[part~=empty]' } },
};

/** A group whose listing says what a first visit is like. */
export const OpenedGroup: Story = {
  play: opens('worry-less-leeds'),
  parameters: { kith: { shows: '[part~=detail] .quote' } },
};

/** A group whose listing says little: what is missing becomes questions to ask. */
export const OpenedGroupThatSaysLittle: Story = {
  play: opens('one-to-one'),
  parameters: { kith: { shows: '[part~=detail] .asks' } },
};

/** The filters, with two choices made. */
export const FiltersOpen: Story = {
  play: async (play) => {
    const root = await shown(play);
    await press(root, '.filter');
    await press(root, '[part~=filters] input', 0);
    await press(root, '[part~=filters] input', 1);
  },
  parameters: { kith: { shows: '[part~=filters]' } },
};

/** Nearest first, within a radius; online groups follow under a heading of their own. */
export const NearAPlace: Story = {
  args: { near: 'Leeds', radius: '10 miles' },
  parameters: { kith: { shows: '[part~=chip]' } },
};

/** Three groups kept, to take along. */
export const Shortlist: Story = {
  play: async (play) => {
    const root = await shown(play);
    for (const index of [0, 1, 2]) await press(root, '[part~=keep]', index);
    await press(root, '.narrowing .end button');
  },
  parameters: { kith: { shows: '[part~=shortlist] [part~=result]' } },
};

/** An entry is called old after a month here, not after 90 days. */
export const OldEntries: Story = {
  args: { staleAfter: '30' },
  parameters: { kith: { shows: '[part~=result]' } },
};

const nowhere: Group = {
  id: 'wherever',
  name: 'Wherever You Are',
  summary: 'An hour online for anyone who feels alone. The list does not say in which country it is.',
  topics: ['Loneliness'],
  audience: [],
  languages: ['en'],
  meetings: [{ attendance: 'online', text: 'Most evenings', access: [] }],
};

/** Neither page nor listing names a country: no number is guessed. */
export const UnknownCountry: Story = {
  render: ({ country: _, ...args }) => finder({ ...args, directory: { groups: [nowhere] } }),
  parameters: { kith: { shows: '[part~=help-line]', console: 'does not tell its country' } },
};

/** On a Spanish page. */
export const Spanish: Story = {
  render: (args) => html`<div lang="es">${finder(args)}</div>`,
  parameters: { kith: { shows: '[lang=es]' } },
};

/** On an Arabic page, right to left. */
export const Arabic: Story = {
  render: (args) => html`<div lang="ar" dir="rtl">${finder(args)}</div>`,
  parameters: { kith: { shows: '[dir=rtl]' } },
};

/** An opened group, right to left: names and numbers keep their own direction. */
export const ArabicOpenedGroup: Story = {
  render: (args) => html`<div lang="ar" dir="rtl">${finder(args)}</div>`,
  play: opens('worry-less-leeds'),
  parameters: { kith: { shows: '[dir=rtl] [part~=detail]' } },
};

/** On a dark page: `theme="auto"` follows the page's own `color-scheme`. */
export const Dark: Story = {
  render: (args) => html`<style>
      .dark-page {
        color-scheme: dark;
        background: #14191b;
        color: #edf1f2;
        padding: 16px;
      }
    </style>
    <div class="dark-page">${finder(args)}</div>`,
  parameters: { kith: { shows: '[part~=result]' } },
};

/** Dark by the attribute `theme`, whatever the page is. */
export const DarkByAttribute: Story = {
  args: { theme: 'dark' },
  parameters: { kith: { shows: '[data-theme=dark]' } },
};

/** Some phrases of the page's own; the rest stays ours. */
export const OwnWords: Story = {
  args: {
    strings: { searchLabel: 'What is it about?', nearLabel: 'Where in Yorkshire?', keep: 'Save' },
  },
  render: (args) => finder(args, html`${withoutScript}<h2 slot="title">Circles near you</h2>`),
  parameters: { kith: { shows: '[part~=label]' } },
};

/** The clinic's own help lines come before ours, and a way to its other pages after the list. */
export const OwnHelpLines: Story = {
  render: (args) =>
    finder(
      args,
      html`${withoutScript}
        <p slot="help">Our own line: <a href="tel:01134960100">0113 496 0100</a>, every evening from 6 to 10.</p>
        <p slot="footer"><a href="https://example.org/start-a-group">Start a group with us</a></p>`,
    ),
  parameters: { kith: { shows: 'slot[name=help]' } },
};

/** The quick exit leads to a page of the clinic's choice; `kith-quick-exit` may be prevented. */
export const OwnWayOut: Story = {
  args: { exitUrl: 'https://example.org/weather' },
  parameters: { kith: { shows: '[part~=quick-exit]' } },
};

/** For whoever keeps the list: what was kept, what was left out, and why. Also opens for `?kith-debug`. */
export const DebugPanel: Story = {
  args: { src: '/fixtures/groups.csv', debug: true },
  parameters: { kith: { shows: '[part~=debug]', console: 'row 13' } },
};

/** Several on one page know nothing of each other; two with the same address ask for it once. */
export const SeveralOnOnePage: Story = {
  render: (args) => html`
    ${finder(args)}
    ${finder({ ...args, near: 'Bradford' }, nothing)}
    ${finder({ ...args, directory: { groups: [] } }, nothing)}
  `,
  parameters: {
    kith: { shows: '[part~=result]' },
  },
};
