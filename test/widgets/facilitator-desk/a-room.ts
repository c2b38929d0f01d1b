/** A desk that somebody has signed in to and whose room they have entered, with the hands of whoever sits at it. */
import '../../../src/define/facilitator-desk.js';
import { waitUntil } from '@open-wc/testing';
import { enDesk } from '../../../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';
import { type DeskAtHand, type DeskWishes, deskAtHand } from '../../../stories/desk-at-hand.js';
import { byRole, nameOf, queryByRole, roleOf, textOf } from '../../by-role.js';
import { NOW } from '../../domain/small-groups.js';

export const words = enDesk;

export interface Setting extends Partial<DeskWishes> {
  /** Who signs in. */
  readonly as?: string;
  /** The room's name in the row of rooms. */
  readonly room: string;
  /** A box that is there already. */
  readonly hand?: DeskAtHand;
  /** Without a pin the desk trusts the server. */
  readonly pinned?: boolean;
  readonly dir?: 'rtl';
  readonly width?: number;
}

export interface Room {
  readonly desk: FacilitatorDesk;
  readonly hand: DeskAtHand;
}

const placed: Element[] = [];

afterEach(() => {
  for (const place of placed.splice(0)) place.remove();
});

export const root = (desk: FacilitatorDesk): ShadowRoot => {
  if (!desk.shadowRoot) throw new Error('The desk is not upgraded.');
  return desk.shadowRoot;
};

/** All that it says, the live region too. */
export const said = (desk: FacilitatorDesk): string => textOf(root(desk));

export const has = (desk: FacilitatorDesk, selector: string): boolean =>
  root(desk).querySelector(selector) !== null;

export const find = <Found extends HTMLElement>(desk: FacilitatorDesk, selector: string): Found => {
  const found = root(desk).querySelector<Found>(selector);
  if (!found) throw new Error(`The desk shows no ${selector}; it says: ${said(desk).slice(0, 600)}`);
  return found;
};

export async function until(desk: FacilitatorDesk, holds: () => boolean, what: string): Promise<void> {
  try {
    await waitUntil(holds, what, { timeout: 30_000, interval: 10 });
  } catch {
    throw new Error(`Not within ten seconds: ${what}. The desk says: ${said(desk).slice(0, 1500)}`);
  }
  await desk.updateComplete;
  await desk.updateComplete;
}

export const says = (desk: FacilitatorDesk, phrase: string): Promise<void> =>
  until(desk, () => said(desk).includes(phrase), `the desk says "${phrase}"`);

/** Waits until nothing is under way any more. */
export const rest = (desk: FacilitatorDesk): Promise<void> =>
  until(desk, () => find(desk, '.busy').textContent?.trim() === '', 'the desk rests');

export async function fill(desk: FacilitatorDesk, selector: string, typed: string): Promise<void> {
  const field = find<HTMLTextAreaElement | HTMLInputElement>(desk, selector);
  field.value = typed;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await desk.updateComplete;
}

export async function choose(desk: FacilitatorDesk, selector: string, value: string): Promise<void> {
  const select = find<HTMLSelectElement>(desk, selector);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await desk.updateComplete;
}

export async function click(desk: FacilitatorDesk, name: string | RegExp): Promise<void> {
  byRole(desk, 'button', name).click();
  await desk.updateComplete;
  await rest(desk);
}

export const offers = (desk: FacilitatorDesk, name: string | RegExp): boolean =>
  queryByRole(desk, 'button', name) !== undefined;

export const heading = (desk: FacilitatorDesk): string => textOf(find(desk, 'h3.big'));

export const value = (desk: FacilitatorDesk, selector: string): string =>
  find<HTMLInputElement>(desk, selector).value;

/** What has the focus in the desk: its id, or role and name. */
export function here(desk: FacilitatorDesk): string {
  const element = root(desk).activeElement;
  if (!element) return document.activeElement?.localName ?? '';
  if (element.id) return `#${element.id}`;
  return `${roleOf(element)} ${nameOf(element) || textOf(element)}`.trim();
}

/** A desk on a page, in a room. */
export async function aRoom({
  as,
  room,
  hand: given,
  pinned = true,
  dir,
  width,
  ...wishes
}: Setting): Promise<Room> {
  const hand = given ?? (await deskAtHand({ clock: () => NOW, ...wishes }));
  const { name, passphrase } = hand.member(as);
  const desk = document.createElement('kith-facilitator-desk');
  desk.clock = () => hand.state.seconds * 1000;
  desk.staff = hand.ask;
  desk.boxId = hand.boxId;
  if (pinned) desk.keyId = hand.pin;
  const place = document.createElement('main');
  place.innerHTML = '<h1>The desk</h1>';
  if (dir) place.dir = dir;
  if (width !== undefined) place.style.inlineSize = `${width}px`;
  place.append(desk);
  document.body.append(place);
  placed.push(place);
  await desk.ready;
  await fill(desk, '#name', name);
  await fill(desk, '#words', passphrase);
  byRole(desk, 'button', words.signIn).click();
  await until(desk, () => desk.isUnlocked, 'unlocked');
  await rest(desk);
  await enter(desk, room);
  return { desk, hand };
}

export async function enter(desk: FacilitatorDesk, room: string): Promise<void> {
  await click(desk, room);
}

/** Whether all of the room stands within the width of a phone. */
export function expectToFit(desk: FacilitatorDesk, width: number): void {
  const { left: from } = desk.getBoundingClientRect();
  const wide = [...find(desk, '.room-body').querySelectorAll<HTMLElement>(':not(option)')].filter(
    (element) => {
      const { left, right } = element.getBoundingClientRect();
      // What stands in a box that scrolls by itself may be wider.
      return (
        (left < from - 1 || right > from + width + 1) &&
        element.checkVisibility() &&
        !element.closest('pre, select, .unseen')
      );
    },
  );
  if (wide.length > 0)
    throw new Error(`Wider than ${width} px: ${wide.map((one) => one.outerHTML.slice(0, 120)).join('\n')}`);
}
