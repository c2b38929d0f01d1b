/** The calendar in every state and use, at fixed moments, so that each of them can be looked at and tested. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/define/meeting-calendar.js';
import type { Directory, Group, MeetingCalendar, Strings } from '../src/index.js';

/** Attributes and properties that the stories set. */
interface Args {
  readonly src?: string;
  readonly format?: string;
  readonly view?: '' | 'agenda' | 'month';
  readonly date?: string;
  readonly firstDay?: string;
  readonly group?: string;
  readonly topic?: string;
  readonly attendance?: '' | 'in-person' | 'online';
  readonly country?: string;
  readonly sourceTimeZone?: string;
  readonly timeZone?: string;
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
  /** Width of the place in which it stands; else all that there is. */
  readonly width?: string;
}

/** A Tuesday evening: the group online is on, the circle of the evening is cancelled. */
const TUESDAY_EVENING = '2026-11-24T18:10:00Z';
/** Another Tuesday, on which the online group is about to begin. */
const SOON = '2026-12-01T17:10:00Z';
const NIGHT = '2026-11-25T02:10:00Z';
/** A Friday at half past midnight in winter time: one has been on since the day before. */
const PAST_MIDNIGHT = '2026-11-28T00:30:00Z';

const PHONE = '360px';
const TABLET = '820px';

/** What works without script: every page should write such a line into the element. */
const withoutScript = html`<p>
  Need someone to talk to now? In the United Kingdom ring Samaritans on <a href="tel:116123">116 123</a>, day and
  night. <a href="https://example.org/dates">Our dates as a page</a>.
</p>`;

function calendar(args: Args, children: unknown = withoutScript): TemplateResult {
  const at = Date.parse(args.now ?? TUESDAY_EVENING);
  const element = html`<kith-meeting-calendar
    src=${ifDefined(args.src)}
    format=${ifDefined(args.format)}
    view=${args.view || nothing}
    date=${ifDefined(args.date)}
    first-day=${ifDefined(args.firstDay)}
    group=${ifDefined(args.group)}
    topic=${ifDefined(args.topic)}
    attendance=${args.attendance || nothing}
    country=${ifDefined(args.country)}
    source-time-zone=${ifDefined(args.sourceTimeZone)}
    time-zone=${ifDefined(args.timeZone)}
    stale-after=${ifDefined(args.staleAfter)}
    exit-url=${ifDefined(args.exitUrl)}
    page-url=${ifDefined(args.pageUrl)}
    url-state=${ifDefined(args.urlState)}
    theme=${ifDefined(args.theme)}
    ?debug=${args.debug ?? false}
    .directory=${args.directory}
    .strings=${args.strings}
    .clock=${() => at}
    >${children}</kith-meeting-calendar
  >`;
  return args.width ? html`<div style="max-width: ${args.width}">${element}</div>` : element;
}

// What a visitor does, for stories that begin after it

interface Play {
  readonly canvasElement: HTMLElement;
}

async function shown({ canvasElement }: Play): Promise<ShadowRoot> {
  const element = canvasElement.querySelector<MeetingCalendar>('kith-meeting-calendar');
  await element?.filterable;
  if (!element?.shadowRoot) throw new Error('There is no calendar in this story.');
  return element.shadowRoot;
}

/** Resolves when what was done is drawn. */
const drawn = async ({ host }: ShadowRoot): Promise<void> => {
  await (host as MeetingCalendar).updateComplete;
};

async function press(root: ShadowRoot, selector: string, index = 0): Promise<void> {
  const button = root.querySelectorAll<HTMLElement>(selector)[index];
  if (!button) throw new Error(`There is no ${selector} in this story.`);
  button.click();
  await drawn(root);
}

/** Resolves when something is there that comes with a later part; in vain it gives up after some seconds. */
async function there(root: ShadowRoot, selector: string): Promise<void> {
  for (let frames = 600; frames > 0 && !root.querySelector(selector); frames--)
    await new Promise(requestAnimationFrame);
}

const presses =
  (...selectors: string[]) =>
  async (play: Play): Promise<void> => {
    const root = await shown(play);
    for (const selector of selectors) {
      await there(root, selector);
      await press(root, selector);
    }
  };

const meta: Meta<Args> = {
  title: 'Meeting calendar',
  component: 'kith-meeting-calendar',
  tags: ['autodocs'],
  args: {
    src: '/fixtures/meetings.json',
    view: '',
    country: 'GB',
    sourceTimeZone: 'Europe/London',
    timeZone: 'Europe/London',
    theme: 'auto',
    debug: false,
  },
  argTypes: {
    view: { control: 'inline-radio', options: ['', 'agenda', 'month'] },
    attendance: { control: 'inline-radio', options: ['', 'in-person', 'online'] },
    // A part has the same name.
    debug: { control: 'boolean', table: { category: 'attributes' } },
  },
  render: (args) => calendar(args),
  // What the tests hold a story against: its state, something that it shows, a line for the webmaster in the console.
  parameters: { kith: { state: 'ready' } },
};

export default meta;

type Story = StoryObj<Args>;

/** As it comes: a month where there is room, else a list. On now, cancelled tonight, moved and changed soon. */
export const Ready: Story = { parameters: { kith: { shows: '.live' } } };

/** The month, as a wide place gets it. */
export const Month: Story = {
  args: { view: 'month', width: TABLET },
  parameters: { kith: { shows: '[part~=grid] [part~=today]' } },
};

/** The list of days beside a small month of dots. */
export const Agenda: Story = {
  args: { view: 'agenda', width: TABLET },
  parameters: { kith: { shows: '.agenda [part~=results]' } },
};

/** In a narrow column: a small month of dots, and the list under it. */
export const Narrow: Story = {
  args: { width: PHONE },
  parameters: { kith: { shows: '.grid.narrow .dots' } },
};

/** The week begins on Sunday; else the language and country of the page say on which day. */
export const WeeksFromSunday: Story = {
  args: { view: 'month', firstDay: 'Sunday', width: TABLET },
  parameters: { kith: { shows: '[part~=grid]' } },
};

/** "Cancelled" in words, where somebody who was about to leave home sees it first. */
export const CancelledTonight: Story = {
  args: { group: 'evening-circle', width: PHONE },
  parameters: { kith: { shows: '[part~=cancelled]' } },
};

/** A walk moved from Saturday to Sunday stands under both days. */
export const Moved: Story = {
  args: { group: 'River Walk', view: 'month', date: '2026-11-28', width: TABLET },
  play: presses('[data-date="2026-11-28"]'),
  parameters: { kith: { shows: '[part~=moved][part~=away]' } },
};

/** Another room, this once. */
export const Changed: Story = {
  args: { group: 'evening-circle', date: '2026-12-01', view: 'agenda', width: PHONE },
  parameters: { kith: { shows: '[part~=changed]' } },
};

/** What is different in the next two weeks, opened. */
export const ChangesOpen: Story = {
  args: { width: PHONE },
  play: presses('[part~=changes] summary'),
  parameters: { kith: { shows: '[part~=changes][open]' } },
};

/** On now: join with one tap. */
export const OnNow: Story = {
  args: { attendance: 'online', width: PHONE },
  parameters: { kith: { shows: '[part~=next-meeting] [part~=button-primary]' } },
};

/** "Starts in 20 minutes": the property `clock` sets the moment. */
export const StartingSoon: Story = {
  args: { now: SOON, attendance: 'online', width: PHONE },
  parameters: { kith: { shows: '.live' } },
};

/** It began before midnight and is still on. */
export const AcrossMidnight: Story = {
  args: { now: PAST_MIDNIGHT, group: 'night-watch', width: PHONE },
  parameters: { kith: { shows: '.live' } },
};

/** An online group of another zone: the visitor's hour first, the group's beside it, and another day where it is one. */
export const TwoZones: Story = {
  args: { topic: 'Bipolar', width: PHONE },
  parameters: { kith: { shows: '[part~=next-meeting] .quiet' } },
};

/** The same for a visitor in Auckland: venues keep their own hour, what is online is on the visitor's clock. */
export const FarAway: Story = {
  args: { timeZone: 'Pacific/Auckland', view: 'agenda', width: TABLET },
  parameters: { kith: { shows: '[part~=result]' } },
};

/** Nothing in this month: the way to the next meeting. */
export const EmptyMonth: Story = {
  args: { group: 'one-sunday', view: 'month', width: TABLET },
  parameters: { kith: { shows: '.of-day .link' } },
};

/** A single day, from the attribute `date`. */
export const AnotherDay: Story = {
  args: { date: '2026-12-18', view: 'month', width: TABLET },
  play: presses('[data-date="2026-12-18"]'),
  parameters: { kith: { shows: '[part~=chosen]' } },
};

/** The month before: what is over steps back. */
export const AMonthBack: Story = {
  args: { view: 'month', width: TABLET },
  play: presses('[part~=previous]'),
  parameters: { kith: { shows: '[part~=over]' } },
};

const once = (id: string, name: string, start: string): Group => ({
  id,
  name,
  topics: [],
  audience: [],
  languages: ['en'],
  meetings: [{ start, durationMinutes: 60, timeZone: 'Europe/London', attendance: 'in-person', access: [] }],
});

/** Groups, but no date ahead of any of them: other ways to get support. The property `directory` stands in for `src`. */
export const NoDateAhead: Story = {
  args: { directory: { groups: [once('summer', 'Summer Circle', '2026-08-05T19:00')] }, width: PHONE },
  render: (args) =>
    calendar(
      args,
      html`${withoutScript}
        <p slot="empty">We begin again in spring. Until then ring us: <a href="tel:01134960170">0113 496 0170</a>.</p>`,
    ),
  parameters: { kith: { state: 'empty', shows: 'slot[name=empty]' } },
};

/** A listing that holds no group at all. */
export const EmptyList: Story = {
  args: { directory: { groups: [] }, width: PHONE },
  parameters: { kith: { state: 'empty', shows: '[part~=empty]' } },
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
    neverAnswer('/fixtures/slow-calendar.json');
    return calendar({ ...args, src: '/fixtures/slow-calendar.json', width: PHONE });
  },
  parameters: { kith: { state: 'loading', shows: '[part~=loading]' } },
};

/** Nothing at this address: what happened, another try, the page's own link, and the element's own children. */
export const Failed: Story = {
  args: { src: '/fixtures/none.json', pageUrl: 'https://example.org/dates', width: PHONE },
  parameters: { kith: { state: 'failed', shows: '[part~=failed]', console: 'status 404' } },
};

/** Nobody has checked the dates for longer than `stale-after` days: that is said above everything. */
export const Stale: Story = {
  args: { staleAfter: '3', width: PHONE },
  parameters: { kith: { shows: '.differs.notice' } },
};

/** Two in the morning and nothing is on: help first, then what comes next. */
export const NightWithNothingOn: Story = {
  args: { now: NIGHT, width: PHONE },
  parameters: { kith: { shows: '.night [part~=help-line]' } },
};

const FIRST_NAMES = ['Open', 'Quiet', 'Early', 'Warm', 'Small', 'Green', 'Steady', 'Kind', 'Slow', 'Second'];
const LAST_NAMES = [
  'Circle',
  'Table',
  'Door',
  'Lamp',
  'Garden',
  'Bridge',
  'Kettle',
  'Window',
  'Bench',
  'Room',
];
const TOPICS = ['Anxiety', 'Low mood', 'Loneliness', 'Caring', 'Bereavement'];

/** Groups that meet every week, spread over days and hours. */
const many = (count: number): Directory => ({
  groups: Array.from({ length: count }, (_, at): Group => {
    const day = String((at % 7) + 1).padStart(2, '0');
    const hour = String(9 + (at % 12)).padStart(2, '0');
    const online = at % 4 === 0;
    return {
      id: `many-${at}`,
      name: `${FIRST_NAMES[at % 10]} ${LAST_NAMES[Math.floor(at / 10) % 10]} ${Math.floor(at / 100) + 1}`,
      topics: [TOPICS[at % TOPICS.length] ?? ''],
      audience: [],
      languages: ['en'],
      meetings: [
        {
          start: `2026-06-${day}T${hour}:00`,
          durationMinutes: 60,
          timeZone: 'Europe/London',
          rule: { frequency: 'WEEKLY' },
          attendance: online ? 'online' : 'in-person',
          access: [],
          ...(online ? {} : { venue: { locality: 'Leeds' } }),
        },
      ],
    };
  }),
});

/** 200 groups, nearly 900 meetings in the month: a day names three and counts the rest. */
export const TwoHundredGroups: Story = {
  args: { directory: many(200), view: 'month', width: TABLET },
  parameters: { kith: { shows: '[part~=grid] .rest' } },
};

/** The same as a list. */
export const TwoHundredGroupsAsAList: Story = {
  args: { directory: many(200), width: PHONE },
  parameters: { kith: { shows: '.more' } },
};

/** One group alone, for its own page. */
export const OneGroup: Story = {
  args: { group: 'lunch-table', width: PHONE },
  parameters: { kith: { shows: '[part~=result]' } },
};

/** One topic alone. */
export const OneTopic: Story = {
  args: { topic: 'Loneliness', width: TABLET },
  parameters: { kith: { shows: '[part~=session]' } },
};

/** The filters, with two choices made. */
export const FiltersOpen: Story = {
  args: { view: 'agenda', width: PHONE },
  play: async (play) => {
    const root = await shown(play);
    await press(root, '.filter');
    await press(root, '[part~=filters] input', 0);
    await press(root, '[part~=filters] input', 1);
  },
  parameters: { kith: { shows: '[part~=filters] :checked' } },
};

/** A session opened: when, where and what a first visit is like. Esc and the phone's Back lead back. */
export const OpenedSession: Story = {
  args: { width: PHONE },
  play: presses('[data-from=off]'),
  parameters: { kith: { shows: '[part~=detail] .heading' } },
};

/** Into the visitor's own diary: a file, or links that are built on the device. A plain title is chosen before anybody asks. */
export const TakeHome: Story = {
  args: { width: PHONE },
  play: presses('[data-from=lead]', '[part~=diary] summary'),
  parameters: { kith: { shows: '[part~=diary][open] [part~=input]' } },
};

/** Days, view, filters and the opened session stand in the page's address: copy it, reload, come back. */
export const LinksToADay: Story = { args: { urlState: 'dates', width: TABLET } };

/** The clinic's sheet and its calendar: the groups of the one, the dates of the other, cancelled and moved evenings included. */
export const SheetAndCalendar: Story = {
  args: { src: '/fixtures/groups.csv /fixtures/calendar.ics', width: TABLET },
  parameters: { kith: { shows: '[part~=result]', console: ['row 13', 'Open day'] } },
};

/** A calendar alone: every title is a group. */
export const ACalendarAlone: Story = {
  args: { src: '/fixtures/calendar.ics', format: 'ics', width: PHONE },
  parameters: { kith: { shows: '[part~=result]' } },
};

/** On a Spanish page. */
export const Spanish: Story = {
  render: (args) => html`<div lang="es">${calendar({ ...args, width: TABLET })}</div>`,
  parameters: { kith: { shows: '[lang=es]' } },
};

/** On an Arabic page: the month runs from right to left, and begins on its own first day. */
export const Arabic: Story = {
  args: { view: 'month' },
  render: (args) => html`<div lang="ar" dir="rtl">${calendar({ ...args, width: TABLET })}</div>`,
  parameters: { kith: { shows: '[dir=rtl] [part~=grid]' } },
};

/** The list on an Arabic page: names and numbers keep their own direction. */
export const ArabicNarrow: Story = {
  render: (args) => html`<div lang="ar" dir="rtl">${calendar({ ...args, width: PHONE })}</div>`,
  parameters: { kith: { shows: '[dir=rtl] .dots' } },
};

/** On a dark page: `theme="auto"` follows the page's own `color-scheme`. */
export const Dark: Story = {
  args: { view: 'month' },
  render: (args) => html`<style>
      .dark-page {
        color-scheme: dark;
        background: #14191b;
        color: #edf1f2;
        padding: 16px;
      }
    </style>
    <div class="dark-page">${calendar(args)}</div>`,
  parameters: { kith: { shows: '[part~=grid]' } },
};

/** Dark by the attribute `theme`, whatever the page is. */
export const DarkByAttribute: Story = {
  args: { theme: 'dark', width: PHONE },
  parameters: { kith: { shows: '[data-theme=dark]' } },
};

/** Some phrases of the page's own; the rest stays ours. */
export const OwnWords: Story = {
  args: { strings: { nextMeeting: 'Coming up', toToday: 'Back to today' }, now: SOON, width: PHONE },
  render: (args) => calendar(args, html`${withoutScript}<h2 slot="title">What is on at Lantern Street</h2>`),
  parameters: { kith: { shows: 'slot[name=title]' } },
};

/** The clinic's own help lines come before ours, and a way to its other pages after the dates. */
export const OwnHelpLines: Story = {
  args: { width: PHONE },
  render: (args) =>
    calendar(
      args,
      html`${withoutScript}
        <p slot="help">Our own line: <a href="tel:01134960170">0113 496 0170</a>, every evening from 6 to 10.</p>
        <p slot="footer"><a href="https://example.org/hire">Meet at Lantern Street</a></p>`,
    ),
  parameters: { kith: { shows: 'slot[name=help]' } },
};

/** The quick exit leads to a page of the clinic's choice; `kith-quick-exit` may be prevented. */
export const OwnWayOut: Story = {
  args: { exitUrl: 'https://example.org/weather', width: PHONE },
  parameters: { kith: { shows: '[part~=quick-exit]' } },
};

/** For whoever keeps the list: what was kept, what was left out, and why. Also opens for `?kith-debug`. */
export const DebugPanel: Story = {
  args: { src: '/fixtures/groups.csv', debug: true, width: PHONE },
  parameters: { kith: { shows: '[part~=debug]', console: 'row 13' } },
};

/** Two on one page, each with groups of its own out of one list. */
export const SeveralOnOnePage: Story = {
  render: (args) => html`
    ${calendar({ ...args, attendance: 'in-person' })}
    ${calendar({ ...args, attendance: 'online' }, nothing)}
  `,
  parameters: { kith: { shows: '[part~=result]' } },
};
