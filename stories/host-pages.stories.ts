/** Pages of other people that a guest has to live with, each in a frame of its own; the tests hold the widgets to the same pages. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

interface Args {
  /** The file in test/pages, without its ending. */
  readonly page: string;
  /** What is hostile about it. */
  readonly why: string;
  /** Restrictions of the frame; without `allow-scripts` no script runs. */
  readonly sandbox?: string;
  readonly height?: number;
}

const HEIGHT = 900;

function framed({ page, why, sandbox, height = HEIGHT }: Args): TemplateResult {
  const address = `/test/pages/${page}.html`;
  return html`<style>
      .why {
        max-width: 46em;
        margin: 16px;
        font: 16px/1.5 system-ui, sans-serif;
      }
      .why + iframe {
        box-sizing: border-box;
        width: 100%;
        border: 1px solid #888;
        resize: horizontal;
        color-scheme: normal;
      }
    </style>
    <p class="why">${why} <a href=${address} target="_blank">The page by itself</a></p>
    <iframe src=${address} title=${`The page “${page}”`} height=${height} sandbox=${ifDefined(sandbox)}></iframe>`;
}

const meta: Meta<Args> = {
  title: 'Guest/Host pages',
  args: { page: '', why: '' },
  argTypes: { page: { control: false }, why: { control: false }, sandbox: { control: false } },
  // Axe looks into frames only where they carry it too; the tests look at the finders in these pages themselves.
  parameters: { layout: 'fullscreen', controls: { disable: true } },
  render: (args) => framed(args),
};

export default meta;

type Story = StoryObj<Args>;

const page = (name: string, why: string, more: Partial<Args> = {}): Story => ({
  args: { page: name, why, ...more },
});

export const StrictPolicy = page(
  'strict-policy',
  'A hospital’s policy forbids everything inline, and text may become markup only through a policy that it knows by name (Trusted Types). Served as a file, it stands in a <meta>; the tests send it as a header as well.',
);

export const Both = page(
  'both',
  'Finder and calendar on one page, under the same policy, with one list: they share the files that both are made of.',
  { height: 1400 },
);

export const ItsOwnLit = page(
  'own-lit',
  'The page draws with a Lit of its own under Trusted Types: the policy says ‘allow-duplicates’, and both work.',
);

export const OneLitAllowed = page(
  'own-lit-refused',
  'The same policy without ‘allow-duplicates’: the page’s own Lit was first, the finder cannot start, and the page’s own words stay.',
  { height: 420 },
);

export const SmallRoot = page(
  'small-root',
  'html { font-size: 62.5% } and paragraphs of 11 px: the finder’s text stays at 16 px or more.',
);

export const EverythingReset = page(
  'reset-theme',
  'The theme sets * { all: initial }, then borders, floats and letter spacing on bare tags. The finder is an inline element here.',
);

export const NothingEmpty = page(
  'empty-hidden',
  'The theme hides :empty, and the page wrote nothing into the finder.',
);

export const Dark = page('dark', 'A dark page that says so: color-scheme: dark. The finder follows it.');

export const DarkUndeclared = page(
  'dark-undeclared',
  'A dark page that does not say so: the finder is told by theme="dark".',
);

export const RightToLeft = page(
  'right-to-left',
  'A page in Arabic, from right to left, with justified text and a wide line height.',
);

export const FlexRow = page(
  'flex-row',
  'The finder is an item of a flex row, and then stands in a box that is one and says no width.',
);

export const Floats = page('float', 'A float without a width around the finder, then the finder as a float.');

export const HiddenTab = page(
  'hidden-tab',
  'The finder loads in a tab that is display: none. Choose “Groups”.',
);

export const Accordion = page(
  'accordion',
  'The finder loads in closed <details> and in a box of no height. Open them.',
);

export const InAForm = page(
  'form',
  'The finder stands in the page’s own form: Enter in its fields does not send it, and none of its fields is in what is sent.',
);

export const WordPress = page(
  'wordpress',
  'What the classic editor of WordPress makes of the two lines: paragraphs around and into the element, which its </p> closes too early.',
);

export const TwoVersions = page(
  'two-versions',
  'Two scripts of different versions: the first to come stays, the console says so once, nothing breaks.',
);

export const Thirty = page('thirty', 'Thirty finders at once share one script and one request for the list.');

export const Moving = page(
  'moving',
  'Press the buttons quickly: finders are added, moved and removed while they load.',
);

export const LateUpgrade = page(
  'late-upgrade',
  'The page sets properties on the element before anybody has defined it; the script comes when the button is pressed.',
);

export const ScriptBlocked = page(
  'script-blocked',
  'The page’s policy does not know our script: the page’s own words stay.',
  { height: 420 },
);

export const ScriptMissing = page(
  'script-missing',
  'The script is not there any more: the page’s own words stay.',
  {
    height: 420,
  },
);

export const FileMissing = page(
  'chunk-blocked',
  'The file that searches is kept away: the list stands. Trying again fails here, since the file stays away; in the tests it comes.',
);

export const WithoutScript = page(
  'no-script',
  'Script is off: what the page wrote inside the element works without.',
  { sandbox: 'allow-same-origin', height: 480 },
);

export const OldBrowser = page(
  'below-floor',
  'An old browser, played by a script that takes away the two youngest things that the finder needs: light-dark() and CSS.registerProperty.',
  { height: 420 },
);

export const QuizStrictPolicy = page(
  'quiz-strict',
  'The quiz under the same policy, which also forbids every form to be sent: a pack and an overlay of the hospital’s own, its listing at the end.',
);

export const QuizEverythingReset = page(
  'quiz-reset',
  'The quiz in a form of a page that resets everything, on a root of 62.5 %.',
);

export const BoxStrictPolicy = page(
  'box-strict',
  'The question box under the same policy. Here it has no box to ask for, so the page’s own words stand under what it says; in the tests it has one.',
);

export const BoxEverythingReset = page(
  'box-reset',
  'The question box in a form of a page that resets everything, on a root of 62.5 %; here without a box, as above.',
);

export const BoxAsALink = page(
  'box-link',
  'The question box as a link in a line of text, a row and a float; here without a box, as above.',
);
