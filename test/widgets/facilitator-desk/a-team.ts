/** A desk with a team behind it, and a keeper's hands in the room of the people: what they press, type and read. */
import '../../../src/define/facilitator-desk.js';
import { waitUntil } from '@open-wc/testing';
import { StaffApi } from '../../../src/backend/staff-api.js';
import type { DeskLink } from '../../../src/domain/desk/desk-link.js';
import { readDeskLink } from '../../../src/domain/desk/desk-link.js';
import { fromBase64url, toBase64url } from '../../../src/domain/sealing/encoding.js';
import { sealDraft } from '../../../src/domain/sealing/question.js';
import { fingerprintOf } from '../../../src/domain/sealing/staff/fingerprint.js';
import { claimOf, enrol } from '../../../src/domain/sealing/staff/invitation.js';
import { randomBytes } from '../../../src/domain/sealing/web-crypto.js';
import { enDesk } from '../../../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';
import { makeAccount, type NewAccount } from '../../../src/widgets/facilitator-desk/work/account.js';
import type { OpenedBox } from '../../../src/widgets/facilitator-desk/work/opened-box.js';
import { signIn } from '../../../src/widgets/facilitator-desk/work/signing-in.js';
import { type DeskAtHand, type DeskWishes, deskAtHand } from '../../../stories/desk-at-hand.js';
import { byRole, queryByRole, textOf } from '../../by-role.js';
import { holdsItsOwn, itsOwn, learn } from './its-own-words.js';

export const TUESDAY = Date.UTC(2026, 10, 17, 19, 30);
export const DAY = 86_400_000;

/** Two who keep the box and two who answer. */
export const TEAM = [
  { name: 'Ruth', role: 'keeper' },
  { name: 'Ann', role: 'keeper' },
  { name: 'Sam', role: 'facilitator' },
  { name: 'Noor', role: 'facilitator' },
] as const;

const placed: Element[] = [];
afterEach(() => {
  for (const place of placed.splice(0)) place.remove();
});

/** The device's clock. */
export const clock = { now: TUESDAY };

export const aHand = (wishes: Partial<DeskWishes> = {}): Promise<DeskAtHand> =>
  deskAtHand({ clock: () => clock.now, members: TEAM, ...wishes });

/** A desk on the page, locked. */
export async function aDesk(
  hand: DeskAtHand,
  attributes: Readonly<Record<string, string>> = {},
  into?: Element,
): Promise<FacilitatorDesk> {
  const desk = document.createElement('kith-facilitator-desk');
  desk.clock = () => clock.now;
  desk.staff = hand.ask;
  const all = { server: 'https://ask.example.org/', 'box-id': hand.boxId, 'key-id': hand.pin, ...attributes };
  for (const [name, value] of Object.entries(all)) desk.setAttribute(name, value);
  await learn(desk.lang);
  (into ?? document.body).append(desk);
  placed.push(desk);
  await desk.ready;
  return desk;
}

/** A page as pages are: with one main part and a heading. */
export function aPage(): HTMLElement {
  const main = document.createElement('main');
  main.innerHTML = '<h1>Our desk</h1>';
  document.body.append(main);
  placed.push(main);
  return main;
}

export const said = (desk: FacilitatorDesk): string => textOf(desk.shadowRoot as ShadowRoot);

export const says = (desk: FacilitatorDesk, text: string): Promise<void> =>
  waitUntil(() => holdsItsOwn(desk, said(desk), text), `the desk says: ${text}`, { timeout: 30_000 }).catch(
    (error) => {
      throw new Error(`${(error as Error).message}; it says: ${said(desk).slice(0, 1500)}`);
    },
  );

export const find = <Found extends HTMLElement>(desk: FacilitatorDesk, selector: string): Found => {
  const found = desk.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`The desk shows no ${selector}; it says: ${said(desk).slice(0, 800)}`);
  return found;
};

export async function fill(desk: FacilitatorDesk, selector: string, value: string): Promise<void> {
  const field = find<HTMLInputElement>(desk, selector);
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await desk.updateComplete;
}

export async function choose(desk: FacilitatorDesk, selector: string, value: string): Promise<void> {
  const select = find<HTMLSelectElement>(desk, selector);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await desk.updateComplete;
}

export async function click(desk: FacilitatorDesk, name: string): Promise<void> {
  // Another room may still be at something; a person waits for that, too.
  await waitUntil(
    () => {
      const button = queryByRole(desk, 'button', itsOwn(desk, name));
      return button !== undefined && button.getAttribute('aria-disabled') !== 'true';
    },
    `${name} can be pressed`,
    { timeout: 30_000 },
  );
  byRole(desk, 'button', itsOwn(desk, name)).click();
  await desk.updateComplete;
  await desk.updateComplete;
}

/** What a phrase says with names filled in. */
export const put = (phrase: string, values: Readonly<Record<string, string>>): string =>
  phrase.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

export async function unlock(desk: FacilitatorDesk, name: string, passphrase: string): Promise<void> {
  await fill(desk, '#name', name);
  await fill(desk, '#words', passphrase);
  await click(desk, enDesk.signIn);
  await waitUntil(() => desk.isUnlocked, 'unlocked', { timeout: 30_000 });
  await desk.updateComplete;
}

/** Somebody in the room of the people. */
export async function inPeople(
  hand: DeskAtHand,
  name = 'Ruth',
  attributes: Readonly<Record<string, string>> = {},
  into?: Element,
): Promise<FacilitatorDesk> {
  const desk = await aDesk(hand, attributes, into);
  await unlock(desk, name, hand.member(name).passphrase);
  await toPeople(desk);
  return desk;
}

export async function toPeople(desk: FacilitatorDesk): Promise<void> {
  await click(desk, enDesk.roomPeople);
  await waitUntil(
    () => desk.shadowRoot?.querySelector('.team li') && !said(desk).includes(enDesk.working),
    'the team is there',
    { timeout: 30_000 },
  );
}

export const change = (name: string): string => put(enDesk.peopleChangeOf, { name });

/** Goes to a member and on to one of the things that may change. */
export async function goTo(desk: FacilitatorDesk, name: string, deed: string): Promise<void> {
  await click(desk, change(name));
  await click(desk, deed);
}

/** What stands in the link of a step. */
export const linkIn = (desk: FacilitatorDesk): DeskLink =>
  readDeskLink(new URL(find(desk, '.snippet').textContent ?? '').hash);

/** An invitation is used, on another device. */
export async function enrolWith(
  hand: DeskAtHand,
  invitation: string,
  twist: (keys: { pk: Uint8Array<ArrayBuffer>; verifyPk: Uint8Array<ArrayBuffer> }) => object = (keys) =>
    keys,
): Promise<NewAccount> {
  const secret = fromBase64url(invitation, 'invitation', 16);
  const boxId = fromBase64url(hand.boxId, 'boxId', 16);
  const made = await makeAccount(boxId);
  const keys = { pk: made.keys.opening.pk, verifyPk: made.keys.signing.pk };
  const enrolment = { ...(await enrol(secret, boxId, keys)), ...twist(keys) };
  await new StaffApi(hand.ask, hand.boxId).enrol(await claimOf(secret), enrolment, made.account);
  return made;
}

export const wordsOf = async ({ keys }: NewAccount): Promise<readonly string[]> =>
  fingerprintOf({ pk: keys.opening.pk, verifyPk: keys.signing.pk });

/** Eight words as they are shown. */
export const shownWords = (desk: FacilitatorDesk, selector = '.spoken'): readonly string[] =>
  [...find(desk, selector).querySelectorAll('li')].map((word) => word.textContent?.trim() ?? '');

/** Signs in beside the desk. */
export function signedIn(
  hand: DeskAtHand,
  name: string,
  passphrase: string,
  pins: readonly string[] = [hand.pin],
): Promise<OpenedBox> {
  const boxId = fromBase64url(hand.boxId, 'boxId', 16);
  return signIn({ api: new StaffApi(hand.ask, hand.boxId), boxId, pins }, name, passphrase);
}

/** A visitor asks now: it is sealed to the key that is in force. */
export async function askNow(hand: DeskAtHand, text: string): Promise<string> {
  const manifest = await hand.state.manifest();
  if (!manifest) throw new Error('The box is not open.');
  const locator = randomBytes(16);
  const secrets = { locator, eraseHash: randomBytes(32), kAns: randomBytes(32) };
  const question = await sealDraft({ text, topic: '', lang: 'en', mayPublish: false }, secrets, manifest);
  const name = toBase64url(locator);
  const { today } = hand.state;
  hand.state.questions.set(name, {
    question,
    day: today,
    state: 'new',
    expiresDay: today + 90,
    claimBy: undefined,
    claimUntil: 0,
    draft: undefined,
    answers: [],
  });
  return name;
}
