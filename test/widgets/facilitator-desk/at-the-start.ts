/** A desk on a page that was opened by a link, and the hands of somebody who has only that link and a sheet of paper. */
import '../../../src/define/facilitator-desk.js';
import { expect, waitUntil } from '@open-wc/testing';
import type { StaffAsk } from '../../../src/backend/staff-api.js';
import { deskLink } from '../../../src/domain/desk/desk-link.js';
import { toBase64url } from '../../../src/domain/sealing/encoding.js';
import { enDesk as en } from '../../../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';
import { type DeskAtHand, type DeskWishes, deskAtHand } from '../../../stories/desk-at-hand.js';
import { byRole, queryByRole, textOf } from '../../by-role.js';

export const NOW = Date.UTC(2026, 10, 24, 18, 30);

export const atHand = (wishes: Partial<DeskWishes> = {}): Promise<DeskAtHand> =>
  deskAtHand({ clock: () => NOW, ...wishes });

const placed: Element[] = [];
const ADDRESS = location.pathname + location.search;

afterEach(() => {
  for (const place of placed.splice(0)) place.remove();
  history.replaceState(history.state, '', ADDRESS);
});

/** Opens a desk by the fragment of a link, in a page of its own as far as the desk can tell. */
export async function deskBy(
  fragment: string,
  staff: StaffAsk,
  attributes: Readonly<Record<string, string>> = {},
): Promise<FacilitatorDesk> {
  const main = document.createElement('main');
  main.innerHTML = '<h1>The desk</h1>';
  document.body.append(main);
  placed.push(main);
  const desk = document.createElement('kith-facilitator-desk');
  desk.clock = () => NOW;
  desk.staff = staff;
  desk.lang = 'en-GB';
  desk.server = 'https://ask.example.org/';
  for (const [name, value] of Object.entries(attributes)) desk.setAttribute(name, value);
  history.replaceState(history.state, '', ADDRESS + fragment);
  main.append(desk);
  await desk.ready;
  return desk;
}

/** The tab is closed. */
export function close(desk: FacilitatorDesk): void {
  desk.closest('main')?.remove();
  history.replaceState(history.state, '', ADDRESS);
}

export const claimLink = (hand: DeskAtHand): string => deskLink('', { claim: toBase64url(hand.claimSecret) });

export const root = (desk: FacilitatorDesk): ShadowRoot => {
  if (!desk.shadowRoot) throw new Error('The desk is not upgraded.');
  return desk.shadowRoot;
};

/** All that it says. */
export const said = (desk: FacilitatorDesk): string => textOf(root(desk));

export const heading = (desk: FacilitatorDesk): string => {
  const found = root(desk).querySelector('h3');
  return found ? textOf(found) : '';
};

export const find = <Found extends HTMLElement>(desk: FacilitatorDesk, selector: string): Found => {
  const found = root(desk).querySelector<Found>(selector);
  if (!found) throw new Error(`The desk shows no ${selector}; it says: ${said(desk).slice(0, 600)}`);
  return found;
};

export async function until(desk: FacilitatorDesk, what: string, holds: () => boolean): Promise<void> {
  await waitUntil(holds, '', { timeout: 8_000, interval: 10 }).catch(() => {
    throw new Error(`not so: ${what}; the desk says: ${said(desk).slice(0, 800)}`);
  });
  await desk.updateComplete;
  await desk.updateComplete;
}

/** Waits for a view by the words of its heading. */
export const comesTo = (desk: FacilitatorDesk, words: string): Promise<void> =>
  until(desk, `heading "${words}"`, () => heading(desk).includes(words));

export const says = (desk: FacilitatorDesk, words: string): Promise<void> =>
  until(desk, `"${words}"`, () => said(desk).includes(words));

export async function click(desk: FacilitatorDesk, name: string): Promise<void> {
  await until(desk, `a button ${name}`, () => queryByRole(desk, 'button', name) !== undefined);
  // Nothing else is under way.
  await until(desk, 'at rest', () => byRole(desk, 'button', name).getAttribute('aria-disabled') !== 'true');
  byRole(desk, 'button', name).click();
  await desk.updateComplete;
  await desk.updateComplete;
}

export async function fill(desk: FacilitatorDesk, selector: string, words: string): Promise<void> {
  const field = find<HTMLInputElement>(desk, selector);
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await desk.updateComplete;
}

export async function choose(desk: FacilitatorDesk, selector: string, value: string): Promise<void> {
  const select = find<HTMLSelectElement>(desk, selector);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await desk.updateComplete;
}

/** What has the focus inside the desk. */
export const here = (desk: FacilitatorDesk): string => {
  const element = root(desk).activeElement;
  return element ? element.id || textOf(element) : '';
};

/** Words that are shown large, as somebody writes them down. */
export const bigWords = (desk: FacilitatorDesk): string =>
  [...root(desk).querySelectorAll('.spoken li')].map((word) => textOf(word)).join(' ');

/** Writes the seven words down, and types them in from paper. */
export async function takeWords(desk: FacilitatorDesk): Promise<string> {
  await comesTo(desk, en.startWords);
  const paper = bigWords(desk);
  expect(paper.split(' ')).to.have.length(7);
  await click(desk, en.startWordsWritten);
  await comesTo(desk, en.startWordsTry);
  await fill(desk, '#new-words', paper.toUpperCase());
  await click(desk, en.startNext);
  return paper;
}

export async function signIn(desk: FacilitatorDesk, name: string, words: string): Promise<void> {
  await comesTo(desk, en.signInTitle);
  await fill(desk, '#name', name);
  await fill(desk, '#words', words);
  await click(desk, en.signIn);
}

/** Everything in a shadow root that could hold a secret: texts, values, attributes. */
export function everything(desk: FacilitatorDesk): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.COMMENT_NODE)
      parts.push(node.nodeValue ?? '');
    if (node instanceof Element) {
      for (const { name, value } of node.attributes) parts.push(`${name}=${value}`);
      if ('value' in node) parts.push(String(node.value));
      if ('defaultValue' in node) parts.push(String(node.defaultValue));
    }
    for (const child of node.childNodes) walk(child);
  };
  walk(desk);
  walk(root(desk));
  return parts.join('\n');
}

/** Whether words or groups of a code stand anywhere in the desk, one by one or in a row. */
export function holds(desk: FacilitatorDesk, secret: string): boolean {
  const parts = new Set(everything(desk).split(/[^\p{L}\p{N}]+/u));
  const whole = secret.replace(/[ -]/g, '');
  return secret.split(/[ -]/).every((part) => parts.has(part)) || everything(desk).includes(whole);
}

/** What a page can leave behind on a device. */
export const kept = (): string =>
  JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.hash, history.state]);
