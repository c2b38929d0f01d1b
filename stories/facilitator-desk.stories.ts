/** The facilitators' desk, screen by screen, so that each can be looked at and tested. Its keys are real, its server is in the page. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/define/facilitator-desk.js';
import type { StaffAsk } from '../src/backend/staff-api.js';
import { deskLink } from '../src/domain/desk/desk-link.js';
import type { CatalogueEntry } from '../src/domain/sealing/catalogue.js';
import { toBase64url } from '../src/domain/sealing/encoding.js';
import { enDesk as en } from '../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../src/index.js';
import { type DeskAtHand, type DeskWishes, deskAtHand, type QuestionWish } from './desk-at-hand.js';

/** Attributes and properties that the stories set, and what the server holds. */
interface Args {
  readonly wishes?: Partial<DeskWishes>;
  readonly server?: string;
  readonly theme?: 'auto' | 'light' | 'dark';
  /** Left out, the desk trusts its server. */
  readonly withPin?: boolean;
  readonly withBox?: boolean;
  /** Of the page around it: directions follow. */
  readonly language?: string;
}

/** A Tuesday evening on which somebody reads. */
const TUESDAY = Date.parse('2026-11-24T19:05:00Z');
const TODAY = Math.floor(TUESDAY / 86_400_000);

const STAFF = [
  { name: 'Ruth', role: 'keeper' },
  { name: 'Sam', role: 'facilitator' },
] as const;

const RULES = {
  steps:
    'Take a breath. You need not decide alone.\nRing Dr Osei, at any hour.\nWrite down that you rang, and no more.',
  leadName: 'Dr Osei',
  leadPhone: '0113 496 0170',
  ownSupport: 'Ring Sam. You may always ring Sam.',
  phone: '0113 496 0100',
  country: 'GB',
  clinicianName: 'Our nurse line',
  clinicianUrl: '0113 496 0150',
  page: 'https://clinic.example/ask',
  script: '',
};

const PUBLISHED: readonly CatalogueEntry[] = [
  {
    id: 'first-evening',
    day: TODAY - 12,
    topic: 'Groups',
    lang: 'en',
    question: 'Do I have to talk on my first evening in a group?',
    answer: 'No. I only listened for three weeks, and nobody minded.',
  },
  {
    id: 'telling-family',
    day: TODAY - 45,
    topic: 'Family',
    lang: 'en',
    question: 'How did you tell your family that you were in hospital?',
    answer: 'One person first, by letter. She told the others.',
  },
];

const DRAFTS: readonly Omit<CatalogueEntry, 'id'>[] = [
  {
    day: TODAY - 2,
    topic: 'Work',
    lang: 'en',
    question: 'What do I say at work when I am too tired to come?',
    answer: 'I said that I have a health condition with bad days, and no more than that.',
  },
  {
    day: TODAY - 5,
    topic: 'Family',
    lang: 'en',
    question: 'May I leave a family party early?',
    answer: 'I tell one person beforehand. Then nobody has to ask at the door.',
  },
  {
    day: TODAY - 6,
    topic: 'Groups',
    lang: 'en',
    question: 'Can I bring a friend?',
    answer: 'Ask the people of your group. In ours a friend was welcome on the first evening.',
  },
];

const SHORT = 'May I bring my sister to the group on Tuesday?';

const QUESTIONS: readonly QuestionWish[] = [
  {
    text: 'I have been to one evening and did not say a word. Is it all right to come again and still say nothing?',
    topic: 'Groups',
    daysAgo: 3,
    mayPublish: true,
  },
  {
    text: 'My brother has not left his room for weeks. He says that he is only tired. How did your families get through to you, if they did?',
    topic: 'Family',
    daysAgo: 2,
  },
  { text: SHORT, topic: 'Groups', daysAgo: 1, mayPublish: true },
  { text: 'Thank you for last week. I need no answer, I only wanted to say it.', noCode: true },
];

const usual = { clock: () => TUESDAY, members: STAFF };
// The box that all of these stories share: its keys take a second to derive.
const { boxId, pin } = await deskAtHand({ ...usual, openedBox: false });

/** A desk with its server and its time. */
interface Sitting {
  readonly hand: Promise<DeskAtHand>;
  readonly time: { now: number };
}

const sittings = new WeakMap<StaffAsk, Sitting>();

function theDesk({
  wishes = {},
  server = 'https://ask.example.org/',
  theme,
  withPin = true,
  withBox = true,
  language,
}: Args): TemplateResult {
  const time = { now: TUESDAY };
  const hand = deskAtHand({ ...usual, rules: RULES, ...wishes, clock: () => time.now });
  const staff: StaffAsk = async (...asked) => (await hand).ask(...asked);
  sittings.set(staff, { hand, time });
  return html`<kith-facilitator-desk
    lang=${ifDefined(language)}
    server=${server}
    box-id=${ifDefined(withBox ? boxId : undefined)}
    key-id=${ifDefined(withBox && withPin ? pin : undefined)}
    theme=${ifDefined(theme)}
    .staff=${staff}
    .clock=${() => time.now}
    ><p>This desk needs a present-day browser with scripts switched on.</p></kith-facilitator-desk
  >`;
}

// What somebody does at the desk, for stories that begin after it

interface Play {
  readonly canvasElement: HTMLElement;
}

interface At extends Sitting {
  readonly desk: FacilitatorDesk;
  readonly root: ShadowRoot;
}

/** Long enough for a slow tablet to make a key out of seven words. */
const PATIENCE_MS = 20_000;

async function comes<T>(find: () => T | null | undefined, what: string): Promise<T> {
  for (const until = performance.now() + PATIENCE_MS; ; ) {
    const found = find();
    if (found) return found;
    if (performance.now() > until) throw new Error(`There is no ${what} in this story.`);
    await new Promise(requestAnimationFrame);
  }
}

const there = ({ root }: At, selector: string): Promise<HTMLElement> =>
  comes(() => root.querySelector<HTMLElement>(selector), selector);

const tidy = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Isolates stand around what is filled in. */
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

/** A button by its words, when it may be pressed. */
async function press({ desk, root }: At, words: string): Promise<void> {
  const button = await comes(
    () =>
      [...root.querySelectorAll<HTMLElement>('button, summary')].find(
        (one) => plain(tidy(one.textContent)).startsWith(words) && one.ariaDisabled !== 'true',
      ),
    `button “${words}”`,
  );
  button.click();
  await desk.updateComplete;
}

async function type(at: At, selector: string, text: string): Promise<void> {
  const field = (await there(at, selector)) as HTMLInputElement | HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await at.desk.updateComplete;
}

/** The heading of a screen. */
const headed = ({ root }: At, words: string): Promise<Element> =>
  comes(
    () => [...root.querySelectorAll('h3')].find((one) => plain(tidy(one.textContent)).includes(words)),
    `heading “${words}”`,
  );

async function sat({ canvasElement }: Play): Promise<At> {
  const desk = canvasElement.querySelector('kith-facilitator-desk');
  await desk?.ready;
  const sitting = desk?.staff && sittings.get(desk.staff);
  if (!desk?.shadowRoot || !sitting) throw new Error('There is no desk in this story.');
  return { desk, root: desk.shadowRoot, ...sitting };
}

/** Opens the desk as from a link, whose fragment goes from the address again. */
async function followed(play: Play, link: (hand: DeskAtHand) => string): Promise<At> {
  const at = await sat(play);
  const before = location.href;
  history.replaceState(history.state, '', new URL(link(await at.hand)).hash);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  history.replaceState(history.state, '', before);
  await at.desk.updateComplete;
  return at;
}

async function signedIn(play: Play, name = 'Ruth'): Promise<At> {
  const at = await sat(play);
  const { passphrase } = (await at.hand).member(name);
  await type(at, '#name', name);
  await type(at, '#words', passphrase);
  (await comes(() => at.root.querySelector<HTMLElement>('form .primary'), 'signing in')).click();
  await there(at, '.top button');
  return at;
}

/** Signs in and waits for what the story shows. */
const evening =
  (...steps: readonly ((at: At) => Promise<unknown>)[]) =>
  async (play: Play): Promise<void> => {
    const at = await signedIn(play);
    await headed(at, en.eveningTitle);
    for (const step of steps) await step(at);
  };

const pressed = (words: string) => (at: At) => press(at, words);
const shows = (words: string) => (at: At) => headed(at, words);
const typed = (selector: string, text: string) => (at: At) => type(at, selector, text);
const answering = [pressed(SHORT), (at: At) => there(at, '#answer')] as const;

const claimed = (play: Play): Promise<At> =>
  followed(play, (hand) =>
    deskLink('https://ask.example.org/desk', { claim: toBase64url(hand.claimSecret) }),
  );

/** From the link to the sheet of the first evening. */
async function toTheSheet(play: Play): Promise<At> {
  const at = await claimed(play);
  await type(at, '#my-name', 'Ruth');
  await press(at, en.startNext);
  const words = [...(await there(at, '.spoken')).children].map((one) => tidy(one.textContent)).join(' ');
  await press(at, en.startWordsWritten);
  await type(at, '#new-words', words);
  await press(at, en.startNext);
  await headed(at, en.startSheet);
  return at;
}

const meta: Meta<Args> = {
  title: 'Facilitator’s desk',
  component: 'kith-facilitator-desk',
  tags: ['autodocs'],
  args: { theme: 'auto' },
  argTypes: { wishes: { table: { disable: true } } },
  render: (args) => theDesk(args),
  // What the tests hold a story against: its state, something that it shows, a line for the webmaster in the console.
  parameters: { kith: { state: 'ready' } },
};

export default meta;

type Story = StoryObj<Args>;

const INTO = '[part~=sign-in]';
const full = { wishes: { questions: QUESTIONS } };

// Coming in

/** The locked desk, as it stands every evening. */
export const Locked: Story = { parameters: { kith: { shows: INTO } } };

/** Opened without a link: it does not know its box. */
export const NoBox: Story = {
  args: { withBox: false },
  parameters: { kith: { state: 'empty', shows: 'section.state' } },
};

/** Words that fit no name. */
export const WrongWords: Story = {
  play: async (play) => {
    const at = await sat(play);
    await type(at, '#name', 'Ruth');
    await type(at, '#words', 'abacus abdomen abdominal abide abiding ability ablaze');
    await press(at, en.signIn);
  },
  parameters: { kith: { shows: '.said-above' } },
};

/** Nobody touched it for ten minutes: it locked itself, and says so. */
export const LockedItself: Story = {
  args: full,
  play: evening(async ({ time }) => {
    time.now += 11 * 60_000;
    window.dispatchEvent(new Event('focus'));
  }),
  parameters: { kith: { shows: '.said-above' } },
};

/** The server ended the session. */
export const EndedByTheServer: Story = {
  args: full,
  // Once the evening has all that it asks for by itself.
  play: evening(
    (at) => there(at, '.waiting'),
    async ({ hand }) => (await hand).failNext('signed-out'),
    pressed(en.eveningLookAgain),
  ),
  parameters: { kith: { shows: '.said-above' } },
};

/** The server shows a team that the box's own key did not sign. Nothing is opened. */
export const LyingServer: Story = {
  play: async (play) => {
    const at = await sat(play);
    const hand = await at.hand;
    await hand.lie('roster');
    await type(at, '#name', 'Ruth');
    await type(at, '#words', hand.member('Ruth').passphrase);
    await press(at, en.signIn);
  },
  parameters: { kith: { shows: '.said-above', console: 'broken-chain' } },
};

/** Opened from the server without its full link: the desk says whom it trusts. */
export const WithoutItsLink: Story = {
  args: { ...full, withPin: false },
  play: evening(),
  parameters: { kith: { shows: 'p.notice' } },
};

// The first evening

const unclaimed = { wishes: { unclaimed: true }, withBox: false };

/** From the link that the server printed. */
export const FirstEvening: Story = {
  args: unclaimed,
  play: async (play) => void (await there(await claimed(play), '#my-name')),
  parameters: { kith: { shows: '#my-name' } },
};

/** Seven words, to be written down. */
export const FirstWords: Story = {
  args: unclaimed,
  play: async (play) => {
    const at = await claimed(play);
    await type(at, '#my-name', 'Ruth');
    await press(at, en.startNext);
    await there(at, '.spoken');
  },
  parameters: { kith: { shows: '.spoken' } },
};

/** The words are typed from paper before anything is sent. */
export const FirstWordsFromPaper: Story = {
  args: unclaimed,
  play: async (play) => {
    const at = await claimed(play);
    await type(at, '#my-name', 'Ruth');
    await press(at, en.startNext);
    await press(at, en.startWordsWritten);
  },
  parameters: { kith: { shows: '#new-words' } },
};

/** The recovery sheet, as it is printed. */
export const RecoverySheet: Story = {
  args: unclaimed,
  play: async (play) => void (await toTheSheet(play)),
  parameters: { kith: { shows: '[part~=paper]' } },
};

/** The sheet has to work once before the box opens. */
export const SheetToBeTried: Story = {
  args: unclaimed,
  play: async (play) => press(await toTheSheet(play), en.startSheetWritten),
  parameters: { kith: { shows: '#prove' } },
};

/** A box that was made and not opened yet goes on where it was left: when somebody reads, and what is asked about. */
export const WhenYouRead: Story = {
  args: { wishes: { openedBox: false, sheetProven: true } },
  play: async (play) => void (await signedIn(play)),
  parameters: { kith: { shows: '#time' } },
};

/** The sheet's own page, in a tab of its own. */
export const SheetTyped: Story = {
  args: { wishes: { sheetProven: false } },
  play: async (play) => {
    const at = await followed(play, () =>
      deskLink('https://ask.example.org/desk', { boxId, pin, prove: true }),
    );
    await type(at, '#sheet-code', (await at.hand).sheet.shown);
    await press(at, en.sheetOpen);
    await headed(at, en.sheetWorks);
  },
  parameters: { kith: { shows: '.spoken' } },
};

/** A slip in the code. */
export const SheetWithASlip: Story = {
  play: async (play) => {
    const at = await followed(play, () =>
      deskLink('https://ask.example.org/desk', { boxId, pin, prove: true }),
    );
    await type(at, '#sheet-code', '000 000 000 000 000 000 000 000 001');
    await press(at, en.sheetOpen);
  },
  parameters: { kith: { shows: '.said-above, .said' } },
};

/** Where an invitation leads. */
export const Invited: Story = {
  args: { wishes: { invitations: [{ name: 'Nadia', role: 'facilitator' }] } },
  play: async (play) => {
    const at = await followed(play, (hand) =>
      deskLink('https://ask.example.org/desk', {
        boxId,
        pin,
        invitation: toBase64url((hand.invitations[0] ?? { secret: new Uint8Array(16) }).secret),
      }),
    );
    await headed(at, plain(en.enrolWelcome.replace('{name}', 'Ruth')));
  },
  parameters: { kith: { shows: '.deeds' } },
};

// Every evening

/** Nothing waits. */
export const EveningEmpty: Story = { play: evening(), parameters: { kith: { shows: '.queue' } } };

/** Questions wait. */
export const EveningFull: Story = {
  args: full,
  play: evening(),
  parameters: { kith: { shows: '.waiting' } },
};

/** One cannot be opened, a colleague is at another, a third has waited for long: none of it is in the way of the rest. */
export const EveningWithOddRows: Story = {
  args: {
    wishes: {
      questions: [
        ...QUESTIONS,
        { text: 'Altered on its way.', unreadable: true, daysAgo: 4 },
        { text: 'Does it help to write things down?', claimedBy: 'Sam', daysAgo: 1 },
        { text: 'Is anybody there?', daysAgo: 17 },
        {
          text: 'What do you do on Sundays?',
          daysAgo: 6,
          draft: { by: 'Ruth', text: 'Sundays are long for me too. What' },
        },
      ],
    },
  },
  play: evening(),
  parameters: { kith: { shows: '.late' } },
};

/** A row that cannot be opened, on its own. */
export const Unreadable: Story = {
  args: { wishes: { questions: [{ text: 'Altered on its way.', unreadable: true }] } },
  play: evening(pressed(en.eveningUnreadable), shows(en.eveningUnreadableTitle)),
  parameters: { kith: { shows: '.narrow' } },
};

/** What needs no answer is closed together, after it was asked once more. */
export const ClosingSeveral: Story = {
  args: full,
  play: evening(
    pressed(en.eveningChoose),
    async ({ root, desk }) => {
      for (const pick of [...root.querySelectorAll<HTMLElement>('.pick')].slice(0, 2)) pick.click();
      await desk.updateComplete;
    },
    pressed(en.eveningCloseChosen),
  ),
  parameters: { kith: { shows: '#closing' } },
};

/** One question on the table. */
export const Answering: Story = {
  args: full,
  play: evening(...answering),
  parameters: { kith: { shows: '#answer' } },
};

/** The checklist points at words and stops nobody. */
export const AnsweringWithHints: Story = {
  args: full,
  play: evening(...answering, typed('#answer', 'You must take 20 mg at night.'), pressed(en.eveningCheck)),
  parameters: { kith: { shows: '.hints' } },
};

/** What a stranger wrote can turn no text around and hide nothing. */
export const HostileQuestion: Story = {
  args: {
    wishes: {
      questions: [
        {
          text: 'Look:\u202e gnihton \u202c <img src=x onerror=alert(1)> https://example.com/?q=\u200bhidden\n=HYPERLINK("x")',
          topic: 'Groups\u202e',
        },
      ],
    },
  },
  play: evening(pressed('Look:'), (at) => there(at, '#answer')),
  parameters: { kith: { shows: '.asked' } },
};

/** A colleague has it in hand. */
export const ClaimedByAColleague: Story = {
  args: { wishes: { questions: [{ text: SHORT, claimedBy: 'Sam' }] } },
  play: evening(pressed(SHORT)),
  parameters: { kith: { shows: '.why' } },
};

/** Nobody can read a private answer; the question may still help others. */
export const NoAnswerWanted: Story = {
  args: { wishes: { questions: [{ text: SHORT, noCode: true, mayPublish: true }] } },
  play: evening(pressed(SHORT)),
  parameters: { kith: { shows: '.why' } },
};

/** It has arrived. */
export const Sent: Story = {
  args: full,
  play: evening(
    ...answering,
    typed('#answer', 'Yes. Ring the office first, so that somebody looks out for you both.'),
    pressed(en.eveningSend),
    shows(en.eveningSentTitle),
  ),
  parameters: { kith: { shows: '.deeds' } },
};

/** The network went while it was sent: what was written is still there. */
export const NotSent: Story = {
  args: full,
  play: evening(
    ...answering,
    typed('#answer', 'Yes. Ring the office first, so that somebody looks out for you both.'),
    async ({ hand }) => (await hand).failNext('offline', { route: 'answers' }),
    pressed(en.eveningSend),
  ),
  parameters: { kith: { shows: '.said-above', console: 'as the test wants it' } },
};

/** When a question worries whoever reads it. */
export const ThisWorriesMe: Story = {
  args: full,
  play: evening(...answering, pressed(en.eveningWorries), shows(en.eveningWorriesTitle)),
  parameters: { kith: { shows: '.worry' } },
};

/** The same before the house has written anything down. */
export const WorriesWithoutRules: Story = {
  args: { wishes: { questions: QUESTIONS, rules: {} } },
  play: evening(...answering, pressed(en.eveningWorries), shows(en.eveningWorriesTitle)),
  parameters: { kith: { shows: '.worry' } },
};

/** A question for a nurse or doctor. */
export const ForAClinician: Story = {
  args: full,
  play: evening(...answering, pressed(en.eveningClinician), shows(en.eveningClinicianTitle)),
  parameters: { kith: { shows: '.narrow' } },
};

/** Rewritten in general words, for everybody. */
export const Rewriting: Story = {
  args: full,
  play: evening(...answering, pressed(en.eveningRewrite)),
  parameters: { kith: { shows: 'textarea' } },
};

// Publishing

const room =
  (name: string, title: string, ...steps: readonly ((at: At) => Promise<unknown>)[]) =>
  async (play: Play): Promise<void> => {
    const at = await signedIn(play);
    await press(at, name);
    await headed(at, title);
    for (const step of steps) await step(at);
  };

/** Nothing waits to be published. */
export const PublishNothing: Story = {
  play: room(en.roomPublish, en.publishTitle),
  parameters: { kith: { shows: 'section' } },
};

/** One alone would tell whose it was, so it waits. */
export const PublishFew: Story = {
  args: { wishes: { publications: DRAFTS.slice(0, 1), published: PUBLISHED } },
  play: room(en.roomPublish, en.publishTitle, (at) => there(at, '.rows')),
  parameters: { kith: { shows: '.rows' } },
};

/** Published all the same, after it was asked once more. */
export const PublishFewConfirmed: Story = {
  args: { wishes: { publications: DRAFTS.slice(0, 1), published: PUBLISHED } },
  play: room(en.roomPublish, en.publishTitle, pressed(en.publishNow), shows(en.publishConfirmTitle)),
  parameters: { kith: { shows: '.deeds' } },
};

/** Three together. */
export const PublishMany: Story = {
  args: { wishes: { publications: DRAFTS, published: PUBLISHED } },
  play: room(en.roomPublish, en.publishTitle, (at) => there(at, '.rows')),
  parameters: { kith: { shows: '.rows' } },
};

/** What stands published, to be found, reworded or taken away. */
export const Published: Story = {
  args: { wishes: { published: PUBLISHED } },
  play: room(en.roomPublish, en.publishTitle, pressed('See 2'), shows(en.publishedTitle)),
  parameters: { kith: { shows: '.rows' } },
};

// The team

/** Two on the list, nobody invited. */
export const People: Story = {
  play: room(en.roomPeople, en.peopleTitle),
  parameters: { kith: { shows: '.rows' } },
};

/** One invitation was used and waits for the eight words, another one was not opened yet. */
export const PeopleInvited: Story = {
  args: {
    wishes: {
      invitations: [
        { name: 'Nadia', role: 'facilitator', enrolled: true },
        { name: 'Tom', role: 'keeper' },
      ],
    },
  },
  play: room(en.roomPeople, en.peopleTitle),
  parameters: { kith: { shows: '.rows' } },
};

/** Both compare eight words aloud. */
export const ComparingWords: Story = {
  args: { wishes: { invitations: [{ name: 'Nadia', role: 'facilitator', enrolled: true }] } },
  play: room(en.roomPeople, en.peopleTitle, pressed(en.peopleCompare), (at) => there(at, '.spoken')),
  parameters: { kith: { shows: '.spoken' } },
};

/** The link, shown once. */
export const Inviting: Story = {
  play: room(
    en.roomPeople,
    en.peopleTitle,
    pressed(en.peopleInvite),
    async (at) => {
      const field = await there(at, 'input[type=text]');
      await type(at, `#${field.id}`, 'Nadia');
    },
    pressed(en.peopleInviteMake),
    (at) => there(at, '.snippet'),
  ),
  parameters: { kith: { shows: '.snippet' } },
};

/** Whoever is no keeper reads who is on the team. */
export const PeopleOfAFacilitator: Story = {
  play: async (play) => {
    const at = await signedIn(play, 'Sam');
    await press(at, en.roomPeople);
    await headed(at, en.peopleTitle);
  },
  parameters: { kith: { shows: '.rows' } },
};

/** The box's key is near its end: a keeper renews it with one tap. */
export const LockToBeRenewed: Story = {
  args: { wishes: { daysOfEpoch: 85 } },
  play: room(en.roomPeople, en.peopleTitle),
  parameters: { kith: { shows: '.notice' } },
};

// Settings, and who knows what

/** What a keeper has set. */
export const Settings: Story = {
  play: room(en.roomSettings, en.settingsTitle),
  parameters: { kith: { shows: 'section' } },
};

/** Before anything was written down. */
export const SettingsEmpty: Story = {
  args: { wishes: { rules: {}, topics: [], origins: [] } },
  play: room(en.roomSettings, en.settingsTitle),
  parameters: { kith: { shows: 'section' } },
};

/** What a visit leaves behind, whom the desk trusts, and what the team did. */
export const Proof: Story = {
  args: full,
  play: room(en.roomProof, en.proofTitle),
  parameters: { kith: { shows: 'section' } },
};

// How it looks elsewhere

export const Dark: Story = {
  args: { ...full, theme: 'dark' },
  play: evening(...answering),
  parameters: { kith: { shows: '#answer' } },
};

export const RightToLeft: Story = {
  args: { ...full, language: 'ar' },
  play: async (play) => {
    await there(await signedIn(play), '.waiting');
  },
  parameters: { kith: { shows: '.waiting' } },
};
