/** A quiz on a page with a small pack and a fixed clock, and a visitor's hands: what they choose, press and read. */
import '../../../src/define/myth-quiz.js';
import type { Group } from '../../../src/domain/group.js';
import type { ChoiceItem, Item, Pack, StatementItem } from '../../../src/domain/quiz.js';
import { en } from '../../../src/i18n/en.js';
import type { Strings } from '../../../src/i18n/strings.js';
import type { MythQuiz } from '../../../src/widgets/myth-quiz/myth-quiz.js';
import { allByRole, byRole, textOf } from '../../by-role.js';
import { LONDON, NOW } from '../../domain/small-groups.js';

export const aStatement = (id: string, parts: Partial<StatementItem> = {}): StatementItem => ({
  id,
  statement: `The moon is made of ${id}.`,
  isTrue: false,
  fact: `The moon is rock, and ${id} is not.`,
  explanation: `People looked, and there was no ${id}.`,
  whyItMatters: `You can stop bringing ${id}.`,
  source: {
    title: `On ${id}`,
    publisher: 'Moon Press',
    year: 2021,
    url: `https://example.org/${id}`,
    checkedOn: '2026-11-02',
  },
  ...parts,
});

export const aChoice = (id: string): ChoiceItem => ({
  ...(({ statement, isTrue, ...rest }) => rest)(aStatement(id)),
  question: `How far away is ${id}?`,
  choices: [
    { id: 'near', text: 'A day’s walk', isTrue: false },
    { id: 'far', text: 'Three days by rocket', isTrue: true },
  ],
});

export const aPack = (items: readonly Item[], parts: Partial<Pack> = {}): Pack => ({
  id: 'moon',
  version: '1',
  language: 'en',
  direction: 'ltr',
  title: 'What do you know of the moon?',
  intro: 'There are no marks.',
  disclaimer: 'This is general information.',
  review: { status: 'draft', reviewDue: '2027-11-21' },
  sets: {},
  items,
  ...parts,
});

export const THREE = ['cheese', 'chalk', 'silver'];
export const threeItems = (): StatementItem[] => THREE.map((id) => aStatement(id));

export interface Setting {
  /** Ids of statements, whole items, or a pack; else three statements. */
  readonly items?: readonly (string | Item)[];
  readonly content?: Pack;
  /** The element's own way to a pack: nothing is handed in. */
  readonly bare?: boolean;
  readonly groups?: readonly Group[];
  readonly now?: number;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: string;
  readonly into?: Element;
}

const placed: Element[] = [];

/** An element of the page that goes away with the test. */
export function aBox(tag = 'div'): HTMLElement {
  const box = document.createElement(tag);
  document.body.append(box);
  placed.push(box);
  return box;
}

/** A page as pages are: with one main part and a heading. */
export function aPage(): HTMLElement {
  const main = aBox('main');
  main.innerHTML = '<h1>Our clinic</h1><div></div>';
  return main.lastElementChild as HTMLElement;
}

afterEach(() => {
  for (const box of placed.splice(0)) box.remove();
});

/** Puts a quiz into the page; statements come in the order in which they are given, or by `seed`. */
export function placeQuiz(setting: Setting = {}): MythQuiz {
  const quiz = document.createElement('kith-myth-quiz');
  const { items = THREE, content, bare, groups, now = NOW, children } = setting;
  quiz.setAttribute('country', 'GB');
  quiz.setAttribute('time-zone', LONDON);
  for (const [name, value] of Object.entries(setting.attributes ?? {})) {
    if (value === '-') quiz.removeAttribute(name);
    else quiz.setAttribute(name, value);
  }
  if (!bare) {
    quiz.content =
      content ?? aPack(items.map((item) => (typeof item === 'string' ? aStatement(item) : item)));
  }
  if (groups) quiz.directory = { groups, lastChecked: '2026-11-14' };
  quiz.clock = () => now;
  if (children) quiz.innerHTML = children;
  (setting.into ?? aBox()).append(quiz);
  return quiz;
}

/** A quiz whose first question can be read. */
export async function aQuiz(setting: Setting = {}): Promise<MythQuiz> {
  const quiz = placeQuiz(setting);
  await quiz.ready;
  return quiz;
}

export const root = (quiz: MythQuiz): ShadowRoot => {
  if (!quiz.shadowRoot) throw new Error('The quiz is not upgraded.');
  return quiz.shadowRoot;
};

/** All that the widget says. */
export const said = (quiz: MythQuiz): string => textOf(root(quiz));

/** What has the focus inside the widget. */
export const focused = (quiz: MythQuiz): Element | null => root(quiz).activeElement;

/** Text of the first part of this name; '' where there is none. */
export const partText = (quiz: MythQuiz, name: string): string => {
  const found = root(quiz).querySelector(`[part~=${name}]`);
  return found ? textOf(found) : '';
};

/** What follows an update, such as the focus, comes with the next one. */
export async function settled(quiz: MythQuiz): Promise<void> {
  await quiz.updateComplete;
  await quiz.updateComplete;
}

export async function press(quiz: MythQuiz, name: string | RegExp): Promise<void> {
  byRole(quiz, 'button', name).click();
  await settled(quiz);
}

export async function choose(quiz: MythQuiz, label: string | RegExp): Promise<void> {
  byRole(quiz, 'radio', label).click();
  await settled(quiz);
}

/** Chooses and goes to the fact. */
export async function answer(
  quiz: MythQuiz,
  label: string | RegExp = en.quizTrue,
  strings: Strings = en,
): Promise<void> {
  await choose(quiz, label);
  await press(quiz, strings.quizAnswer);
}

/** Answers every question, up to the last page. */
export async function finish(quiz: MythQuiz): Promise<void> {
  while (allByRole(quiz, 'radio').length > 0) {
    await answer(quiz);
    await press(quiz, new RegExp(`^(?:${en.quizNext}|${en.quizToEnd.replace('?', '\\?')})$`));
  }
  await atTheEnd(quiz);
}

/** Waits until the last page is there. */
export async function atTheEnd(quiz: MythQuiz): Promise<void> {
  const { waitUntil } = await import('../../wait-until.js');
  await waitUntil(() => root(quiz).querySelector('.end .bar'), 'the last page is there');
  await settled(quiz);
}

/** Watches everything that is ever drawn, until `stop`. */
export function recording(quiz: MythQuiz): { readonly seen: Set<string>; stop(): void } {
  const seen = new Set<string>();
  const look = () => seen.add(textOf(root(quiz)));
  const watch = new MutationObserver(look);
  watch.observe(root(quiz), { childList: true, subtree: true, characterData: true });
  look();
  return { seen, stop: () => watch.disconnect() };
}
