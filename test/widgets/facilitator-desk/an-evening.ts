/** A desk that somebody has signed in to, with the hands of whoever sits at it, and timers that run when the test says so. */
import '../../../src/define/facilitator-desk.js';
import { waitUntil } from '@open-wc/testing';
import type { StaffAsk } from '../../../src/backend/staff-api.js';
import { enDesk } from '../../../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';
import { type DeskAtHand, type DeskWishes, deskAtHand } from '../../../stories/desk-at-hand.js';
import { byRole, nameOf, queryByRole, roleOf, textOf } from '../../by-role.js';
import { NOW } from '../../domain/small-groups.js';
import { itsOwn, learn } from './its-own-words.js';

export const words = enDesk;

export interface Setting extends Partial<DeskWishes> {
  /** Who signs in. */
  readonly as?: string;
  readonly into?: Element;
  /** Of the page. */
  readonly lang?: string;
  /** A box that is there already. */
  readonly hand?: DeskAtHand;
  /** What stands between the desk and its server. */
  readonly between?: (ask: StaffAsk) => StaffAsk;
}

export interface Evening {
  readonly desk: FacilitatorDesk;
  readonly hand: DeskAtHand;
}

const placed: Element[] = [];

afterEach(() => {
  for (const place of placed.splice(0)) place.remove();
});

/** An element of the page that goes away with the test. */
export function aPlace(tag = 'div'): HTMLElement {
  const place = document.createElement(tag);
  document.body.append(place);
  placed.push(place);
  return place;
}

export const root = (desk: FacilitatorDesk): ShadowRoot => {
  if (!desk.shadowRoot) throw new Error('The desk is not upgraded.');
  return desk.shadowRoot;
};

/** All that it says, the live region too. */
export const said = (desk: FacilitatorDesk): string => textOf(root(desk));

export const find = <Found extends HTMLElement>(desk: FacilitatorDesk, selector: string): Found => {
  const found = root(desk).querySelector<Found>(selector);
  if (!found) throw new Error(`The desk shows no ${selector}; it says: ${said(desk).slice(0, 600)}`);
  return found;
};

export const has = (desk: FacilitatorDesk, selector: string): boolean =>
  root(desk).querySelector(selector) !== null;

export async function until(desk: FacilitatorDesk, holds: () => boolean, what: string): Promise<void> {
  try {
    await waitUntil(holds, what, { timeout: 30_000, interval: 10 });
  } catch (error) {
    throw new Error(`${what}: in vain. The desk says: ${said(desk).slice(0, 900)}`, { cause: error });
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
  field.focus();
  field.value = typed;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await desk.updateComplete;
}

export async function click(desk: FacilitatorDesk, name: string | RegExp): Promise<void> {
  byRole(desk, 'button', itsOwn(desk, name)).click();
  await desk.updateComplete;
  await rest(desk);
}

export const offers = (desk: FacilitatorDesk, name: string | RegExp): boolean =>
  queryByRole(desk, 'button', itsOwn(desk, name)) !== undefined;

export const written = (desk: FacilitatorDesk): string => find<HTMLTextAreaElement>(desk, '#answer').value;

/** What has the focus in the desk: its id, or role and name. */
export function here(desk: FacilitatorDesk): string {
  const element = root(desk).activeElement;
  if (!element) return document.activeElement?.localName ?? '';
  if (element.id) return `#${element.id}`;
  return `${roleOf(element)} ${nameOf(element) || textOf(element)}`.trim();
}

export const rows = (desk: FacilitatorDesk): string[] =>
  [...root(desk).querySelectorAll('.waiting')].map(textOf);

/** Opens the question that begins so. */
export async function open(desk: FacilitatorDesk, begins: string): Promise<void> {
  const own = itsOwn(desk, begins);
  await click(desk, typeof own === 'string' ? new RegExp(`^${own}`) : own);
}

/** Signs in as somebody does who has their paper at hand. */
export async function signIn(desk: FacilitatorDesk, hand: DeskAtHand, as: string): Promise<void> {
  await desk.ready;
  await fill(desk, '#name', as);
  await fill(desk, '#words', hand.member(as).passphrase);
  byRole(desk, 'button', itsOwn(desk, words.signIn)).click();
  await until(desk, () => desk.isUnlocked && has(desk, '.piles'), 'the queue is there');
  await rest(desk);
}

/** A desk on a page, at the queue. */
export async function anEvening(setting: Setting = {}): Promise<Evening> {
  const { as = 'Sam', into, lang = 'en', hand: given, between, ...wishes } = setting;
  const hand = given ?? (await deskAtHand({ clock: () => NOW, ...wishes }));
  const desk = document.createElement('kith-facilitator-desk');
  desk.clock = () => hand.state.seconds * 1000;
  desk.staff = between ? between(hand.ask) : hand.ask;
  desk.lang = lang;
  await learn(lang);
  desk.boxId = hand.boxId;
  desk.keyId = hand.pin;
  (into ?? aPlace()).append(desk);
  await signIn(desk, hand, as);
  return { desk, hand };
}

/** Timers of drafts, held until the test lets them run. */
export interface HeldTimers {
  /** Lets those run that wait for so long. */
  pass(milliseconds: number): void;
  readonly waiting: readonly number[];
}

const DRAFT_TIMERS = new Set([2_000, 5_000, 15_000]);

/** Holds the timers of drafts for the tests that follow; the others run as they do. */
export function heldTimers(): HeldTimers {
  const held = new Map<number, { readonly act: () => void; readonly milliseconds: number }>();
  const { setTimeout: begin, clearTimeout: end } = window;
  let last = 0;
  before(() => {
    window.setTimeout = ((act: () => void, milliseconds = 0) => {
      if (!DRAFT_TIMERS.has(milliseconds)) return begin(act, milliseconds);
      last -= 1;
      held.set(last, { act, milliseconds });
      return last;
    }) as typeof setTimeout;
    window.clearTimeout = ((id: number) => {
      if (!held.delete(id)) end(id);
    }) as typeof clearTimeout;
  });
  after(() => {
    window.setTimeout = begin;
    window.clearTimeout = end;
  });
  beforeEach(() => held.clear());
  return {
    pass(milliseconds) {
      for (const [id, { act, milliseconds: wanted }] of [...held])
        if (wanted === milliseconds && held.delete(id)) act();
    },
    get waiting() {
      return [...held.values()].map(({ milliseconds }) => milliseconds);
    },
  };
}
