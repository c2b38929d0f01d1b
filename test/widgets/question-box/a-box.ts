/** A question box on a page with real keys and a fixed clock, and a visitor's hands: what they write, press and read. */
import '../../../src/define/question-box.js';
import { en } from '../../../src/i18n/en.js';
import type { Strings } from '../../../src/i18n/strings.js';
import type { QuestionBox } from '../../../src/widgets/question-box/question-box.js';
import { type BoxAtHand, boxAtHand, type Wishes } from '../../../stories/box-at-hand.js';
import { byRole, nameOf, queryByRole, roleOf, textOf } from '../../by-role.js';
import { LONDON, NOW } from '../../domain/small-groups.js';
import { waitUntil } from '../../wait-until.js';

export interface Setting extends Partial<Wishes> {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: string;
  readonly into?: Element;
  /** A box that is there already. */
  readonly hand?: BoxAtHand;
}

export interface OnPage {
  readonly box: QuestionBox;
  readonly hand: BoxAtHand;
}

const placed: Element[] = [];

/** An element of the page that goes away with the test. */
export function aPlace(tag = 'div'): HTMLElement {
  const place = document.createElement(tag);
  document.body.append(place);
  placed.push(place);
  return place;
}

/** A page as pages are: with one main part and a heading. */
export function aPage(): HTMLElement {
  const main = aPlace('main');
  main.innerHTML = '<h1>Our clinic</h1><div></div>';
  return main.lastElementChild as HTMLElement;
}

afterEach(() => {
  for (const place of placed.splice(0)) place.remove();
});

export async function makeBox(setting: Setting = {}): Promise<OnPage> {
  const { attributes = {}, children, into: _into, hand: given, ...wishes } = setting;
  const hand = given ?? (await boxAtHand({ now: NOW, ...wishes }));
  const box = document.createElement('kith-question-box');
  const { now = NOW } = setting;
  box.clock = () => now;
  box.inbox = hand.inbox;
  const all = {
    'box-id': hand.boxId,
    'key-id': hand.keyId,
    country: 'GB',
    'time-zone': LONDON,
    ...attributes,
  };
  for (const [name, value] of Object.entries(all)) if (value !== '-') box.setAttribute(name, value);
  if (children) box.innerHTML = children;
  return { box, hand };
}

/** Puts a box into the page; it may not have loaded yet. */
export async function placeBox(setting: Setting = {}): Promise<OnPage> {
  const made = await makeBox(setting);
  (setting.into ?? aPlace()).append(made.box);
  return made;
}

/** A box in which a question can be written, or which says why not. */
export async function aBox(setting: Setting = {}): Promise<OnPage> {
  const made = await placeBox(setting);
  await made.box.ready;
  return made;
}

export const root = (box: QuestionBox): ShadowRoot => {
  if (!box.shadowRoot) throw new Error('The box is not upgraded.');
  return box.shadowRoot;
};

/** All that the widget says, the live region too. */
export const said = (box: QuestionBox): string => textOf(root(box));

export const find = <Found extends HTMLElement>(box: QuestionBox, selector: string): Found => {
  const found = root(box).querySelector<Found>(selector);
  if (!found) throw new Error(`The box shows no ${selector}; it says: ${said(box).slice(0, 600)}`);
  return found;
};

export const has = (box: QuestionBox, selector: string): boolean =>
  root(box).querySelector(selector) !== null;

/** Waits until the box shows it. */
export async function shown(box: QuestionBox, selector: string): Promise<void> {
  await waitUntil(() => has(box, selector), `the box shows ${selector}`);
  await box.updateComplete;
  await box.updateComplete;
}

/** Waits until it says so. */
export async function says(box: QuestionBox, words: string): Promise<void> {
  await waitUntil(() => said(box).includes(words), `the box says "${words}"`);
  await box.updateComplete;
}

/** What has the focus inside the widget: role and name, or its id. */
export function here(box: QuestionBox): string {
  const element = root(box).activeElement;
  if (!element) return document.activeElement?.localName ?? '';
  if (element.id) return `#${element.id}`;
  return `${roleOf(element)} ${nameOf(element) || textOf(element)}`.trim();
}

export async function click(box: QuestionBox, name: string | RegExp): Promise<void> {
  byRole(box, 'button', name).click();
  await box.updateComplete;
  await box.updateComplete;
}

export const offers = (box: QuestionBox, name: string | RegExp): boolean =>
  queryByRole(box, 'button', name) !== undefined;

/** Puts words into a field as a keyboard or a paste does. */
export async function fill(box: QuestionBox, selector: string, words: string): Promise<void> {
  const field = find<HTMLTextAreaElement | HTMLInputElement>(box, selector);
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await box.updateComplete;
}

export const write = (box: QuestionBox, words: string): Promise<void> => fill(box, '#text', words);

export const written = (box: QuestionBox): string => find<HTMLTextAreaElement>(box, '#text').value;

export async function tick(box: QuestionBox, name: 'publish' | 'no-code'): Promise<void> {
  find(box, `[name=${name}]`).click();
  await box.updateComplete;
}

export async function choose(box: QuestionBox, selector: string, value: string): Promise<void> {
  const select = find<HTMLSelectElement>(box, selector);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await box.updateComplete;
}

export const WORDS = 'How do I tell my father that the medicine makes me tired?';

/** Writes, sends, and waits for the receipt. Returns the code. */
export async function send(box: QuestionBox, words = WORDS): Promise<string> {
  await write(box, words);
  await click(box, en.boxSend);
  await shown(box, '.receipt');
  return codeOf(box);
}

/** The code that is shown, as it is read. */
export const codeOf = (box: QuestionBox): string => textOf(find(box, '.code'));

/** Goes on from the receipt. */
export async function keep(box: QuestionBox): Promise<void> {
  await click(box, en.boxWrote);
  await shown(box, '.done');
}

/** Looks for answers with a code, and waits for what comes of it. */
export async function look(box: QuestionBox, code: string, strings: Strings = en): Promise<void> {
  if (!has(box, '#code')) {
    await click(box, strings.boxLook);
    await shown(box, '#code');
  }
  await fill(box, '#code', code);
  await click(box, strings.boxShow);
  await shown(box, '.found, #wrong p');
}

/** Everything in a shadow root that could hold what somebody wrote: texts, values, attributes, styles. */
export function everything(box: QuestionBox): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.COMMENT_NODE)
      parts.push(node.nodeValue ?? '');
    if (node instanceof Element) {
      for (const { name, value } of node.attributes) parts.push(`${name}=${value}`);
      if ('value' in node) parts.push(String(node.value));
      if ('defaultValue' in node) parts.push(String(node.defaultValue));
      if (node instanceof HTMLInputElement && node.type === 'checkbox' && node.checked)
        parts.push(`ticked ${node.name}`);
    }
    for (const child of node.childNodes) walk(child);
  };
  walk(box);
  walk(root(box));
  return parts.join('\n');
}

/** The page is left, and may be kept for the Back key. */
export function leave(persisted = true): void {
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted }));
}

/** The page is shown again out of the browser's cache. */
export function comeBack(): void {
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
}
