/** The quiz in every state and use, so that each of them can be looked at and tested. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/define/myth-quiz.js';
import type { Directory, MythQuiz, Strings } from '../src/index.js';

/** Attributes and properties that the stories set. */
interface Args {
  readonly pack?: string;
  readonly set?: string;
  readonly overlay?: string;
  readonly region?: string;
  readonly country?: string;
  readonly seed?: string;
  readonly resume?: boolean;
  readonly src?: string;
  readonly format?: string;
  readonly sourceTimeZone?: string;
  readonly timeZone?: string;
  readonly pageUrl?: string;
  readonly exitUrl?: string;
  readonly theme?: 'auto' | 'light' | 'dark';
  readonly directory?: Directory;
  readonly strings?: Partial<Strings>;
  /** The moment at which the story stands. */
  readonly now?: string;
}

const TUESDAY_EVENING = '2026-11-24T18:10:00Z';

/** What works without script: every page should write such a line into the element. */
const withoutScript = html`<p>
  Need someone to talk to now? In the United Kingdom ring Samaritans on <a href="tel:116123">116 123</a>, day and
  night. <a href="https://example.org/facts">The facts as a page</a>.
</p>`;

function quiz(args: Args, children: unknown = withoutScript): TemplateResult {
  const at = Date.parse(args.now ?? TUESDAY_EVENING);
  return html`<kith-myth-quiz
    pack=${ifDefined(args.pack)}
    set=${ifDefined(args.set)}
    overlay=${ifDefined(args.overlay)}
    region=${ifDefined(args.region)}
    country=${ifDefined(args.country)}
    seed=${ifDefined(args.seed)}
    src=${ifDefined(args.src)}
    format=${ifDefined(args.format)}
    source-time-zone=${ifDefined(args.sourceTimeZone)}
    time-zone=${ifDefined(args.timeZone)}
    page-url=${ifDefined(args.pageUrl)}
    exit-url=${ifDefined(args.exitUrl)}
    theme=${ifDefined(args.theme)}
    ?resume=${args.resume ?? false}
    .directory=${args.directory}
    .strings=${args.strings}
    .clock=${() => at}
    >${children}</kith-myth-quiz
  >`;
}

// What a visitor does, for stories that begin after it

interface Play {
  readonly canvasElement: HTMLElement;
}

async function shown({ canvasElement }: Play): Promise<ShadowRoot> {
  const element = canvasElement.querySelector<MythQuiz>('kith-myth-quiz');
  await element?.ready;
  if (!element?.shadowRoot) throw new Error('There is no quiz in this story.');
  return element.shadowRoot;
}

async function press(root: ShadowRoot, selector: string): Promise<void> {
  const button = root.querySelector<HTMLElement>(selector);
  if (!button) throw new Error(`There is no ${selector} in this story.`);
  button.click();
  await (root.host as MythQuiz).updateComplete;
}

const PRIMARY = '[part~=button-primary]';

/** Chooses the first answer and sees what research says. */
async function answered(play: Play): Promise<ShadowRoot> {
  const root = await shown(play);
  await press(root, '[part~=input]');
  await press(root, PRIMARY);
  return root;
}

/** Answers so many questions, then stops. */
const stopsAfter =
  (count: number) =>
  async (play: Play): Promise<void> => {
    const root = await shown(play);
    for (let n = 0; n < count; n++) {
      await answered(play);
      await press(root, PRIMARY);
    }
    await press(root, '.ways button:last-child');
  };

const meta: Meta<Args> = {
  title: 'Myth quiz',
  component: 'kith-myth-quiz',
  tags: ['autodocs'],
  args: { country: 'GB', seed: 'stories', theme: 'auto', resume: false },
  render: (args) => quiz(args),
  // What the tests hold a story against: its state, something that it shows, a line for the webmaster in the console.
  parameters: { kith: { state: 'ready' } },
};

export default meta;

type Story = StoryObj<Args>;

/** The first question of our own pack: statement, three answers, one button. */
export const Question: Story = { parameters: { kith: { shows: '[part~=statement]' } } };

/** What research says: the fact is the heading. */
export const Fact: Story = {
  play: async (play) => void (await answered(play)),
  parameters: { kith: { shows: '[part~=fact]' } },
};

/** Whoever presses the button before choosing is asked kindly. */
export const ChooseFirst: Story = {
  play: async (play) => press(await shown(play), PRIMARY),
  parameters: { kith: { shows: '[part~=hint]' } },
};

/** The last page, where the page names a listing: facts, a place for a story, the groups that meet next, what helps. */
export const LastPageWithGroups: Story = {
  args: {
    src: '/fixtures/kith-directory.json',
    format: 'kith-json',
    sourceTimeZone: 'Europe/London',
    timeZone: 'Europe/London',
    pageUrl: 'https://example.org/groups',
  },
  play: stopsAfter(2),
  parameters: { kith: { shows: '.end:has([part~=result]):has([part~=helps])' } },
};

/** The last page with a story of the clinic's own, and its own next step. A real page would have a video with captions and a transcript. */
export const LastPageWithAStory: Story = {
  render: (args) =>
    quiz(
      args,
      html`${withoutScript}
        <figure slot="story">
          <blockquote>“The first group was not for me. The second one was. Some weeks are still hard.”</blockquote>
          <figcaption>Marcus, a member. <a href="https://example.org/marcus">His story as a film with captions, and as text</a></figcaption>
        </figure>
        <p slot="next"><a href="https://example.org/first-visit">What a first visit is like</a></p>`,
    ),
  play: stopsAfter(1),
  parameters: { kith: { shows: '[part~=next] slot[name=next]' } },
};

/** Stopped at once, and the page names neither a listing nor a step: still something to do. */
export const LastPageWithNothingMet: Story = {
  play: stopsAfter(0),
  parameters: { kith: { shows: '[part~=story] slot' } },
};

/** The listing cannot be had: the page stands, and it can be tried again. */
export const GroupsThatCannotBeLoaded: Story = {
  args: { src: '/fixtures/none.json' },
  play: stopsAfter(1),
  parameters: { kith: { shows: '[part~=next] button', console: 'status 404' } },
};

/** A clinic's own pack: its words for the answers, a question with choices, its reviewers in the small print. */
export const OwnPack: Story = {
  args: { pack: '/fixtures/quiz-pack.json', seed: 'a' },
  parameters: { kith: { shows: '[part~=statement]' } },
};

/** A set of that pack. */
export const ASet: Story = {
  args: { pack: '/fixtures/quiz-pack.json', set: 'first-visit', seed: 'c' },
  parameters: { kith: { shows: '[part~=statement]' } },
};

/** What an overlay hides, replaces or makes local lies over the pack, here for England alone. */
export const WithAnOverlay: Story = {
  args: { pack: '/fixtures/quiz-pack.json', overlay: '/fixtures/quiz-overlay.json', region: 'GB-ENG' },
  parameters: { kith: { shows: '[part~=statement]' } },
};

/** A question about suicide: a word before it, the help line opened, no sharing. */
export const SomethingHard: Story = {
  args: { pack: '/fixtures/quiz-pack.json' },
  play: async (play) => {
    const root = await shown(play);
    while (!root.querySelector('details[open]')) await press(root, '.ways button');
  },
  parameters: { kith: { shows: 'details[open]' } },
};

/** The page keeps on the device which facts were met, says so, and forgets on demand. */
export const GoOnLater: Story = {
  args: { resume: true, pack: '/fixtures/quiz-pack.json' },
  parameters: { kith: { shows: '[part~=remembers]' } },
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

/** The pack is on its way. */
export const Loading: Story = {
  render: (args) => {
    neverAnswer('/fixtures/slow.json');
    return quiz({ ...args, pack: '/fixtures/slow.json' });
  },
  parameters: { kith: { state: 'loading', shows: '[part~=loading]' } },
};

/** Nothing at this address: what happened, another try, and the element's own children. */
export const Failed: Story = {
  args: { pack: '/fixtures/none.json' },
  parameters: { kith: { state: 'failed', shows: '[part~=failed]', console: 'status 404' } },
};

/** The day of review is past: no fact is shown until somebody has looked at them again. */
export const BeingReviewed: Story = {
  args: { now: '2031-01-01T10:00:00Z' },
  parameters: { kith: { state: 'empty', shows: '[part~=reviewing]', console: 'past their day of review' } },
};

/** On a Spanish page: the short set, likewise a draft. */
export const Spanish: Story = {
  render: (args) => html`<div lang="es">${quiz(args)}</div>`,
  parameters: { kith: { shows: '[lang=es]' } },
};

/** On an Arabic page, right to left. */
export const Arabic: Story = {
  render: (args) => html`<div lang="ar" dir="rtl">${quiz(args)}</div>`,
  parameters: { kith: { shows: '[dir=rtl]' } },
};

/** A fact in Arabic; its source keeps its own direction. */
export const ArabicFact: Story = {
  render: (args) => html`<div lang="ar" dir="rtl">${quiz(args)}</div>`,
  play: async (play) => void (await answered(play)),
  parameters: { kith: { shows: '[dir=rtl] [part~=fact]' } },
};

/** Dark by the attribute `theme`, whatever the page is. */
export const Dark: Story = {
  args: { theme: 'dark' },
  parameters: { kith: { shows: '[data-theme=dark]' } },
};

/** A heading, help line and last word of the clinic's own, and its own way out. */
export const OwnWords: Story = {
  args: { exitUrl: 'https://example.org/weather', strings: { quizAnswer: 'What do studies say?' } },
  render: (args) =>
    quiz(
      args,
      html`${withoutScript}
        <h2 slot="title">What do you think?</h2>
        <p slot="help">Our own line: <a href="tel:01134960100">0113 496 0100</a>, every evening from 6 to 10.</p>
        <p slot="footer"><a href="https://example.org/about">Who wrote these questions</a></p>`,
    ),
  parameters: { kith: { shows: 'slot[name=footer]' } },
};
