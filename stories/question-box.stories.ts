/** The question box in every state and use, so that each of them can be looked at and tested. Its keys are real, its server is in the page. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/define/question-box.js';
import type { Inbox } from '../src/backend/ports.js';
import { Problem } from '../src/backend/problem.js';
import { dummyAnswer, type SealedAnswer } from '../src/domain/sealing/answer.js';
import type { CatalogueEntry } from '../src/domain/sealing/catalogue.js';
import { makeCode, showCode } from '../src/domain/sealing/code.js';
import { toBase64url } from '../src/domain/sealing/encoding.js';
import { SealingError } from '../src/domain/sealing/sealing-error.js';
import type { QuestionBox, Strings } from '../src/index.js';
import { type BoxAtHand, boxAtHand } from './box-at-hand.js';

/** Attributes and properties that the stories set. */
interface Args {
  readonly box?: BoxAtHand;
  readonly backend?: string;
  readonly keyId?: string;
  readonly minEpoch?: string;
  readonly answers?: string;
  readonly mode?: 'inline' | 'link';
  readonly hours?: string;
  readonly clinicianUrl?: string;
  readonly clinicianName?: string;
  readonly country?: string;
  readonly timeZone?: string;
  readonly exitUrl?: string;
  readonly theme?: 'auto' | 'light' | 'dark';
  readonly strings?: Partial<Strings>;
  /** What the server does otherwise. */
  readonly server?: Partial<Inbox>;
  /** Nothing can be asked, only read. */
  readonly readOnly?: boolean;
  /** The moment at which the story stands. */
  readonly now?: string;
}

const SUNDAY_AFTERNOON = '2026-11-22T15:20:00Z';
const NOW = Date.parse(SUNDAY_AFTERNOON);
const TODAY = Math.floor(NOW / 86_400_000);

const ENTRIES: readonly CatalogueEntry[] = [
  {
    id: 'first-evening',
    day: TODAY - 12,
    topic: 'Groups',
    lang: 'en',
    question: 'Do I have to talk on my first evening in a group?',
    answer:
      'No. I only listened for three weeks, and nobody minded.\n\nWhat helped me was to say so at the door: “I would like to listen today.” That was enough.',
  },
  {
    id: 'side-effects-sleep',
    day: TODAY - 30,
    topic: 'Medicine',
    lang: 'en',
    question: 'My new tablets keep me awake at night. Did that happen to others?',
    answer:
      'It did to me in the first weeks. I wrote down the hours for a few days and took the list to my doctor, who changed the time of day. Please ask yours before you change anything.',
  },
  {
    id: 'telling-family',
    day: TODAY - 45,
    topic: 'Family',
    lang: 'en',
    question: 'How did you tell your family that you were in hospital?',
    answer:
      'One person first, by letter. She told the others, and I did not have to find the words five times.',
  },
];

// Real keys are made once, for all stories that only look.
const [usual, closed, quiet] = await Promise.all([
  boxAtHand({ now: NOW, entries: ENTRIES, topics: ['Family', 'Groups', 'Medicine', 'Work'] }),
  boxAtHand({
    now: NOW,
    entries: ENTRIES,
    hours: {
      timeZone: 'Europe/London',
      times: [{ start: '2026-11-03T19:00', rule: 'FREQ=WEEKLY;BYDAY=TU', minutes: 120 }],
      awayUntil: '2026-12-01',
    },
  }),
  boxAtHand({ now: NOW, topics: [], hours: { timeZone: 'Europe/London', times: [] } }),
]);

/** What works without script: every page should write such a line into the element. */
const withoutScript = html`<p>
  You can also ask on the phone: <a href="tel:01134960100">0113 496 0100</a>, weekdays from 10 to 4. Need someone to
  talk to now? In the United Kingdom ring Samaritans on <a href="tel:116123">116 123</a>, day and night.
</p>`;

function questionBox(args: Args, children: unknown = withoutScript): TemplateResult {
  const { box = usual } = args;
  const at = Date.parse(args.now ?? SUNDAY_AFTERNOON);
  const inbox: Inbox | undefined = args.readOnly ? undefined : { ...box.inbox, ...args.server };
  return html`<kith-question-box
    backend=${ifDefined(args.backend)}
    box-id=${box.boxId}
    key-id=${args.keyId ?? box.keyId}
    min-epoch=${ifDefined(args.minEpoch)}
    answers=${ifDefined(args.answers)}
    mode=${ifDefined(args.mode)}
    hours=${ifDefined(args.hours)}
    clinician-url=${ifDefined(args.clinicianUrl)}
    clinician-name=${ifDefined(args.clinicianName)}
    country=${ifDefined(args.country)}
    time-zone=${ifDefined(args.timeZone)}
    exit-url=${ifDefined(args.exitUrl)}
    theme=${ifDefined(args.theme)}
    .inbox=${inbox}
    .strings=${args.strings}
    .clock=${() => at}
    >${children}</kith-question-box
  >`;
}

// What a visitor does, for stories that begin after it

interface Play {
  readonly canvasElement: HTMLElement;
}

/** Long enough for a slow phone to make a key out of a code. */
const PATIENCE_MS = 20_000;

/** Resolves with what a selector names as soon as it stands. */
async function there<T extends HTMLElement = HTMLElement>(root: ShadowRoot, selector: string): Promise<T> {
  for (const until = performance.now() + PATIENCE_MS; ; ) {
    const found = root.querySelector<T>(selector);
    if (found) return found;
    if (performance.now() > until) throw new Error(`There is no ${selector} in this story.`);
    await new Promise(requestAnimationFrame);
  }
}

async function shown({ canvasElement }: Play): Promise<ShadowRoot> {
  const element = canvasElement.querySelector<QuestionBox>('kith-question-box');
  await element?.ready;
  if (!element?.shadowRoot) throw new Error('There is no question box in this story.');
  return element.shadowRoot;
}

async function press(root: ShadowRoot, selector: string): Promise<void> {
  (await there(root, selector)).click();
  await (root.host as QuestionBox).updateComplete;
}

async function type(root: ShadowRoot, selector: string, text: string): Promise<void> {
  const field = await there<HTMLInputElement | HTMLTextAreaElement>(root, selector);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await (root.host as QuestionBox).updateComplete;
}

const WORDS = 'My new tablets keep me awake since last week. Did others have that too, and did it go away?';
const PRIMARY = '[part~=button-primary]';
/** The ways in their order: ask, look, read. */
const go = (root: ShadowRoot, way: 1 | 2 | 3) => press(root, `.nav button:nth-of-type(${way})`);

const typed =
  (text: string, then?: string) =>
  async (play: Play): Promise<void> => {
    const root = await shown(play);
    await type(root, '#text', text);
    if (then) await there(root, then);
  };

async function send(play: Play): Promise<ShadowRoot> {
  const root = await shown(play);
  await type(root, '#text', WORDS);
  await press(root, `.write ${PRIMARY}`);
  return root;
}

/** Sends, and stands before the code. */
async function receipt(play: Play): Promise<ShadowRoot> {
  const root = await send(play);
  await there(root, '[part~=code]');
  return root;
}

async function lookWith(root: ShadowRoot, code: string): Promise<void> {
  await go(root, 2);
  await type(root, '#code', code);
  await press(root, `.look ${PRIMARY}`);
}

/** Sends, writes the code down, and comes back when these answers are there. */
const comesBack =
  (...answers: readonly string[]) =>
  async (play: Play): Promise<ShadowRoot> => {
    const root = await receipt(play);
    const code = root.querySelector('[part~=code]')?.textContent ?? '';
    await press(root, `.receipt ${PRIMARY}`);
    await usual.answer(...answers);
    await lookWith(root, code);
    await there(root, '[part~=answers]');
    return root;
  };

const LONG_ANSWER =
  'Yes, I had that, for about three weeks.\n\nWhat helped me: I wrote down when I fell asleep, and took the list along. My doctor moved the tablet to the morning.\n\nPlease do not stop on your own. You are welcome on Tuesday, also just to listen.';

/** Waits as the network would make it wait, until the visitor stops. */
const waits =
  (why: Parameters<NonNullable<Parameters<Inbox['send']>[1]['waiting']>>[1]): Inbox['send'] =>
  (_question, { signal, waiting }) => {
    waiting?.(20, why);
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve({ outcome: 'stopped' }), { once: true });
    });
  };

const meta: Meta<Args> = {
  title: 'Question box',
  component: 'kith-question-box',
  tags: ['autodocs'],
  args: { country: 'GB', timeZone: 'Europe/London', theme: 'auto' },
  argTypes: { box: { table: { disable: true } }, server: { table: { disable: true } } },
  render: (args) => questionBox(args),
  // What the tests hold a story against: its state, something that it shows, a line for the webmaster in the console.
  parameters: { kith: { state: 'ready' } },
};

export default meta;

type Story = StoryObj<Args>;

/** Before the first key: no watch, whom to call now, when somebody reads next, who could see it, and the form. */
export const Ready: Story = { parameters: { kith: { shows: '[part~=question]' } } };

/** What it promises and what it cannot, opened. */
export const WhoCouldSeeThis: Story = {
  play: async (play) => press(await shown(play), '.who summary'),
  parameters: { kith: { shows: '[part~=who][open]' } },
};

/** The box names no hours and no topics: the clinic's own words for when somebody reads. */
export const HoursInOwnWords: Story = {
  args: { box: quiet, hours: 'most evenings after seven' },
  parameters: { kith: { shows: '[part~=question]' } },
};

/** A route of its own for what belongs to a nurse or doctor. */
export const WithAClinician: Story = {
  args: { clinicianUrl: 'tel:01134960150', clinicianName: 'Ring our nurse line' },
  parameters: { kith: { shows: '[part~=clinician] a' } },
};

/** Nobody reads for a while: the box is closed kindly, answers can still be looked for. */
export const Away: Story = {
  args: { box: closed },
  parameters: { kith: { state: 'empty', shows: '[part~=empty]' } },
};

/** The box is asked for. */
export const Loading: Story = {
  args: { server: { box: () => new Promise(() => {}) } },
  parameters: { kith: { state: 'loading', shows: '[part~=loading]' } },
};

/** The server cannot be reached: everything that stood before the first key still stands, and the element's own children. */
export const ServerDown: Story = {
  args: {
    server: {
      box: () => Promise.reject(new Problem('unreachable', 'the server does not answer. Is it running?')),
    },
  },
  parameters: { kith: { state: 'failed', shows: '[part~=failed]', console: 'does not answer' } },
};

/** The device has no network. */
export const Offline: Story = {
  args: { server: { box: () => Promise.reject(new Problem('offline', 'the device is offline.')) } },
  parameters: { kith: { state: 'failed', shows: '[part~=failed]', console: 'offline' } },
};

/** The server shows a key that the page does not pin: nothing is sent. */
export const WrongKey: Story = {
  args: { keyId: quiet.keyId },
  parameters: {
    kith: { state: 'failed', shows: '[part~=failed]', console: ['key-id', 'published answers'] },
  },
};

/** The device's clock is off by a year. */
export const WrongDate: Story = {
  args: { now: '2027-11-22T15:20:00Z' },
  parameters: { kith: { state: 'failed', shows: '[part~=failed]' } },
};

/** The page has no https, so its browser has no keys. */
export const InsecurePage: Story = {
  args: {
    server: {
      // Stands for a browser without WebCrypto: the first thing that is looked at is refused for that reason.
      box: async () => ({
        manifest: new Proxy(
          {},
          {
            get: (_, name) => {
              if (name === 'then') return undefined;
              throw new SealingError('insecure-context');
            },
          },
        ),
        catalogue: null,
      }),
    },
  },
  parameters: { kith: { state: 'failed', shows: '[part~=failed]', console: 'https' } },
};

/** Questions are written on a page that the server brings, in a new tab. */
export const OnItsOwnPage: Story = {
  args: { mode: 'link', backend: 'https://ask.example.org/', minEpoch: '1' },
  parameters: { kith: { shows: '[part~=button-primary][target=_blank]' } },
};

/** The next request for an address has this answer. */
function answerOnce(address: string, json: unknown): void {
  const ask = window.fetch;
  window.fetch = (input, init) => {
    if (!String(input instanceof Request ? input.url : input).endsWith(address)) return ask(input, init);
    window.fetch = ask;
    return Promise.resolve(Response.json(json));
  };
}

/** A page without a server: published answers alone, out of a signed file. */
export const AnswersAlone: Story = {
  args: { readOnly: true, answers: '/fixtures/answers-of-the-box.json' },
  render: (args) => {
    answerOnce('/fixtures/answers-of-the-box.json', usual.file);
    return questionBox(args);
  },
  parameters: { kith: { shows: '[part~=result]' } },
};

/** Such a file with nothing in it yet. */
export const NoAnswersYet: Story = {
  args: { readOnly: true, answers: '/fixtures/answers-of-the-quiet-box.json', box: quiet },
  render: (args) => {
    answerOnce('/fixtures/answers-of-the-quiet-box.json', quiet.file);
    return questionBox(args);
  },
  parameters: { kith: { state: 'empty', shows: '[part~=empty]' } },
};

/** The published answers, one of them opened. */
export const PublishedAnswers: Story = {
  play: async (play) => {
    const root = await shown(play);
    await go(root, 3);
    await press(root, '[part~=result] summary');
  },
  parameters: { kith: { shows: '[part~=result][open]' } },
};

/** The box takes questions, but none of them has been published. */
export const NonePublished: Story = {
  args: { box: quiet },
  play: async (play) => go(await shown(play), 3),
  parameters: { kith: { shows: '[part~=empty]' } },
};

/** No answer has the words that somebody looks for. */
export const SearchWithoutAFind: Story = {
  play: async (play) => {
    const root = await shown(play);
    await go(root, 3);
    await type(root, '#words', 'zebra');
  },
  parameters: { kith: { shows: '[part~=published]' } },
};

/** What could show who somebody is is pointed out, and published answers that may already fit. Nothing is changed. */
export const DetailsAndSimilar: Story = {
  play: typed(
    'My name is Rosa Delgado. My new tablets keep me awake at night, did that happen to others? You can write to rosa.delgado@example.org or ring 07700 900123.',
    '[part~=similar]',
  ),
  parameters: { kith: { shows: '.details' } },
};

/** The counter speaks only near the end. */
export const NearTheEnd: Story = {
  play: typed('I would like to know how others did it. '.repeat(46).trim()),
  parameters: { kith: { shows: '.count' } },
};

/** More than a question may have. */
export const TooLong: Story = {
  play: async (play) => {
    const root = await shown(play);
    await type(root, '#text', 'I would like to know how others did it. '.repeat(50));
    await press(root, `.write ${PRIMARY}`);
    await there(root, '#said .notice');
  },
  parameters: { kith: { shows: '#said .notice' } },
};

/** Send without a word. */
export const NothingWritten: Story = {
  play: async (play) => {
    const root = await shown(play);
    await press(root, `.write ${PRIMARY}`);
    await there(root, '#said .notice');
  },
  parameters: { kith: { shows: '#said .notice' } },
};

/** On its way, and the device is offline: the code is there already, in case the page has to close. */
export const WaitingOffline: Story = {
  args: { server: { send: waits('offline') } },
  play: async (play) => void (await there(await send(play), '.sending [part~=code]')),
  parameters: { kith: { shows: '[part~=sending]' } },
};

/** On its way, and the box is busy. */
export const WaitingBusy: Story = {
  args: { server: { send: waits('busy') } },
  play: async (play) => void (await there(await send(play), '.sending [part~=code]')),
  parameters: { kith: { shows: '[part~=sending]' } },
};

/** The box is full: the words stay. */
export const BoxFull: Story = {
  args: { server: { send: async () => ({ outcome: 'box-full' }) } },
  play: async (play) => void (await there(await send(play), '#said .notice')),
  parameters: { kith: { shows: '#said .notice' } },
};

/** After Send: the code is the one big thing, with the day from which to look. */
export const Receipt: Story = {
  play: async (play) => void (await receipt(play)),
  parameters: { kith: { shows: '[part~=code]' } },
};

/** Whoever goes on without the code is asked once more. */
export const WithoutTheCode: Story = {
  play: async (play) => press(await receipt(play), '.receipt .bar:last-child .button'),
  parameters: { kith: { shows: '.sure' } },
};

/** The code is written down: nothing of the question is left on the page. */
export const WrittenDown: Story = {
  play: async (play) => press(await receipt(play), `.receipt ${PRIMARY}`),
  parameters: { kith: { shows: '.done' } },
};

/** Sent without wanting an answer: there is no code. */
export const WithoutACode: Story = {
  play: async (play) => {
    const root = await shown(play);
    await press(root, '[name=no-code]');
    await send(play);
    await there(root, '.done');
  },
  parameters: { kith: { shows: '.done' } },
};

/** Coming back: the field for the code. */
export const LookUp: Story = {
  play: async (play) => {
    const root = await shown(play);
    await go(root, 2);
    await there(root, '#code');
  },
  parameters: { kith: { shows: '[part~=look]' } },
};

/** A code with too few letters. */
export const CodeTooShort: Story = {
  play: async (play) => {
    const root = await shown(play);
    await lookWith(root, '7KQ4M-XW3P');
    await there(root, '#wrong .notice');
  },
  parameters: { kith: { shows: '#wrong .notice' } },
};

/** A code with a slip in it. */
export const CodeWithASlip: Story = {
  play: async (play) => {
    const root = await shown(play);
    const code = showCode(makeCode());
    await lookWith(root, (code.startsWith('A') ? 'B' : 'A') + code.slice(1));
    await there(root, '#wrong .notice');
  },
  parameters: { kith: { shows: '#wrong .notice' } },
};

/** Nobody has answered yet, or nobody knows this code: both look the same. */
export const NoAnswerYet: Story = {
  play: async (play) => {
    const root = await shown(play);
    await lookWith(root, showCode(makeCode()));
    await there(root, '.found');
  },
  parameters: { kith: { shows: '[part~=answers]' } },
};

/** One answer. */
export const OneAnswer: Story = {
  play: async (play) => void (await comesBack(LONG_ANSWER)(play)),
  parameters: { kith: { shows: '[part~=answer]' } },
};

/** As many as one question can have. */
export const ThreeAnswers: Story = {
  play: async (play) =>
    void (await comesBack(
      LONG_ANSWER,
      'It went away for me after a month.',
      'For me too. See you on Tuesday?',
    )(play)),
  parameters: { kith: { shows: '[part~=answer] ~ [part~=answer] ~ [part~=answer]' } },
};

const onTheWire = ({ seq, iv, ct }: SealedAnswer) => ({ seq, iv: toBase64url(iv), ct: toBase64url(ct) });

/** Answers that nobody with the box's keys has written: none is shown. */
export const ForgedAnswer: Story = {
  args: { server: { answers: async () => [1, 2].map((seq) => onTheWire({ ...dummyAnswer(), seq })) } },
  play: async (play) => {
    const root = await shown(play);
    await lookWith(root, showCode(makeCode()));
    await there(root, '#wrong .notice');
  },
  parameters: { kith: { shows: '#wrong .notice' } },
};

/** Whoever takes a question back is asked once more. */
export const Erase: Story = {
  play: async (play) => press(await comesBack(LONG_ANSWER)(play), '.found > .bar .plain'),
  parameters: { kith: { shows: '.sure' } },
};

/** Taken back. */
export const Erased: Story = {
  play: async (play) => {
    const root = await comesBack(LONG_ANSWER)(play);
    await press(root, '.found > .bar .plain');
    await press(root, '.sure .button:last-child');
    await there(root, '.erased');
  },
  parameters: { kith: { shows: '.erased' } },
};

/** Taking back failed. */
export const EraseFailed: Story = {
  args: {
    server: { erase: () => Promise.reject(new Problem('unreachable', 'the server does not answer.')) },
  },
  play: async (play) => {
    const root = await comesBack(LONG_ANSWER)(play);
    await press(root, '.found > .bar .plain');
    await press(root, '.sure .button:last-child');
    await there(root, '.found > .notice');
  },
  parameters: { kith: { shows: '.found > .notice' } },
};

/** Dark by the attribute `theme`, whatever the page is. */
export const Dark: Story = {
  args: { theme: 'dark' },
  parameters: { kith: { shows: '[data-theme=dark]' } },
};

/** The receipt in the dark. */
export const DarkReceipt: Story = {
  args: { theme: 'dark' },
  play: async (play) => void (await receipt(play)),
  parameters: { kith: { shows: '[data-theme=dark] [part~=code]' } },
};

/** On a Spanish page. */
export const Spanish: Story = {
  render: (args) => html`<div lang="es">${questionBox(args)}</div>`,
  parameters: { kith: { shows: '[lang=es]' } },
};

/** On an Arabic page, right to left. */
export const Arabic: Story = {
  render: (args) => html`<div lang="ar" dir="rtl">${questionBox(args)}</div>`,
  parameters: { kith: { shows: '[dir=rtl]' } },
};

/** The receipt on an Arabic page: the code keeps its own direction. */
export const ArabicReceipt: Story = {
  render: (args) => html`<div lang="ar" dir="rtl">${questionBox(args)}</div>`,
  play: async (play) => void (await receipt(play)),
  parameters: { kith: { shows: '[dir=rtl] [part~=code]' } },
};

/** In a narrow column, the receipt with its code. */
export const Narrow: Story = {
  render: (args) => html`<div style="max-inline-size: 256px">${questionBox(args)}</div>`,
  play: async (play) => void (await receipt(play)),
  parameters: { kith: { shows: '[part~=code]' } },
};

/** A heading, help line, route to a nurse and last word of the clinic's own, its own way out and one phrase in its own words. */
export const OwnWords: Story = {
  args: { exitUrl: 'https://example.org/weather', strings: { boxSend: 'Put it into the box' } },
  render: (args) =>
    questionBox(
      args,
      html`${withoutScript}
        <h2 slot="title">The bag for your questions</h2>
        <p slot="help">Our own line: <a href="tel:01134960100">0113 496 0100</a>, every evening from 6 to 10.</p>
        <p slot="clinician">Questions about tablets: <a href="tel:01134960150">our nurse</a>, weekdays.</p>
        <p slot="footer"><a href="https://example.org/about">Who answers here</a></p>`,
    ),
  parameters: { kith: { shows: 'slot[name=footer]' } },
};
