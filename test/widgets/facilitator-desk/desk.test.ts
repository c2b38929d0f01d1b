import '../../../src/define/facilitator-desk.js';
import { expect } from '@open-wc/testing';
import { deskLink } from '../../../src/domain/desk/desk-link.js';
import { enDesk } from '../../../src/i18n/desk/en.js';
import {
  DeskLockedEvent,
  DeskUnlockedEvent,
} from '../../../src/widgets/facilitator-desk/facilitator-desk.events.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';
import { IDLE_MS } from '../../../src/widgets/facilitator-desk/lock-controller.js';
import { type DeskAtHand, deskAtHand } from '../../../stories/desk-at-hand.js';
import { byRole, queryByRole } from '../../by-role.js';
import { expectConsole } from '../../expect-console.js';
import { press, type } from '../../keys.js';
import { waitUntil } from '../../wait-until.js';

const TUESDAY = Date.UTC(2026, 10, 17, 19, 30);

let hand: DeskAtHand;
let now = TUESDAY;
const placed: FacilitatorDesk[] = [];
const events: string[] = [];

/** A desk on the page; by its full link unless the attributes name the box alone. */
async function place(attributes: Readonly<Record<string, string>> = {}): Promise<FacilitatorDesk> {
  const desk = document.createElement('kith-facilitator-desk');
  desk.clock = () => now;
  desk.staff = hand.ask;
  const all = { 'box-id': hand.boxId, 'key-id': hand.pin, ...attributes };
  for (const [name, value] of Object.entries(all)) if (value !== '-') desk.setAttribute(name, value);
  desk.addEventListener(DeskUnlockedEvent.type, () => events.push('unlocked'));
  desk.addEventListener(DeskLockedEvent.type, ({ reason }) => events.push(`locked: ${reason}`));
  document.body.append(desk);
  placed.push(desk);
  await desk.ready;
  return desk;
}

const field = (desk: FacilitatorDesk, id: string): HTMLInputElement => {
  const found = desk.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
  if (!found) throw new Error(`The desk shows no #${id}.`);
  return found;
};
const fill = (desk: FacilitatorDesk, id: string, value: string): void => {
  const input = field(desk, id);
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};
const button = (desk: FacilitatorDesk, name: string): HTMLElement => byRole(desk, 'button', name);
const shown = (desk: FacilitatorDesk): string => desk.renderRoot.querySelector('.desk')?.textContent ?? '';
const says = (desk: FacilitatorDesk, text: string): Promise<void> =>
  waitUntil(() => shown(desk).includes(text), `the desk says: ${text}`, { timeout: 30_000 });

async function unlock(desk: FacilitatorDesk, name?: string): Promise<void> {
  const member = hand.member(name);
  fill(desk, 'name', member.name);
  fill(desk, 'words', member.passphrase);
  button(desk, enDesk.signIn).click();
  await waitUntil(() => desk.isUnlocked, 'unlocked', { timeout: 30_000 });
  await desk.updateComplete;
}

/** The device wakes, or the page is looked at again. */
const wake = (): boolean => document.dispatchEvent(new Event('visibilitychange'));

describe('the desk', () => {
  before(async () => {
    hand = await deskAtHand({ clock: () => now, rules: { country: 'GB' } });
  });
  beforeEach(() => {
    now = TUESDAY;
    events.length = 0;
    history.replaceState(null, '', location.pathname + location.search);
  });
  afterEach(() => {
    hand.untwist();
    for (const desk of placed.splice(0)) desk.remove();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('shows a stranger two fields and nothing of the box', async () => {
    const desk = await place();
    expect(queryByRole(desk, 'button', enDesk.roomPeople) === undefined).to.equal(true);
    for (const { name } of hand.members) expect(shown(desk)).not.to.include(name);
    await expect(desk).to.be.accessible();
  });

  it('writes days as the box’s country does, whatever English the page is in', async () => {
    const desk = await place();
    await unlock(desk);
    const { locale } = desk as unknown as { locale: { tag: string } };
    expect(locale.tag).to.equal('en-GB');
  });

  it('is unlocked by the keyboard alone, and wipes the words', async () => {
    const desk = await place();
    const { name, passphrase } = hand.member();
    await waitUntil(() => desk.shadowRoot?.activeElement?.id === 'name', 'the name has the focus');
    await type(name);
    await press('Tab');
    await type(`${passphrase.toUpperCase()} `);
    await press('Enter');
    await waitUntil(() => desk.isUnlocked, 'unlocked', { timeout: 30_000 });
    await desk.updateComplete;
    expect(events).to.deep.equal(['unlocked']);
    expect(desk.shadowRoot?.innerHTML.toLowerCase()).not.to.include(passphrase);
    expect(byRole(desk, 'button', enDesk.roomEvening).getAttribute('aria-current')).to.equal('page');
  });

  it('says in one sentence that the words do not fit, and leaves them to be mended', async () => {
    const desk = await place();
    fill(desk, 'name', hand.member().name);
    fill(desk, 'words', hand.member('Sam').passphrase);
    button(desk, enDesk.signIn).click();
    await says(desk, enDesk.failSignIn);
    expect(desk.isUnlocked).to.equal(false);
    expect(field(desk, 'words').value).to.equal(hand.member('Sam').passphrase);
  });

  it('sends no passphrase of six words, and no word that is not on the list', async () => {
    const desk = await place();
    const { name, passphrase } = hand.member();
    let asked = 0;
    desk.staff = (...given) => {
      asked += 1;
      return hand.ask(...given);
    };
    await desk.ready;
    for (const typed of [passphrase.split(' ').slice(1).join(' '), passphrase.replace(/^\S+/, 'qqqq')]) {
      fill(desk, 'name', name);
      fill(desk, 'words', typed);
      button(desk, enDesk.signIn).click();
      await says(desk, enDesk.failPassphrase);
    }
    expect(asked).to.equal(0);
  });

  it('locks when it is asked to, and drops what it held', async () => {
    const desk = await place();
    await unlock(desk);
    const sessions = hand.state.sessions.size;
    button(desk, enDesk.lock).click();
    await says(desk, enDesk.lockedByYou);
    expect(desk.isUnlocked).to.equal(false);
    expect(events).to.deep.equal(['unlocked', 'locked: asked']);
    await waitUntil(() => hand.state.sessions.size === sessions - 1, 'the session ended on the server, too');
  });

  it('locks itself after ten minutes without a touch', async () => {
    const desk = await place();
    await unlock(desk);
    now += IDLE_MS - 1;
    wake();
    expect(desk.isUnlocked).to.equal(true);
    now += 1;
    wake();
    await says(desk, enDesk.lockedIdle);
    expect(desk.isUnlocked).to.equal(false);
    expect(events).to.deep.equal(['unlocked', 'locked: idle']);
  });

  it('counts from the last touch, and takes the first one after a long sleep for a stranger’s', async () => {
    const desk = await place();
    await unlock(desk);
    now += IDLE_MS - 1;
    desk.dispatchEvent(new Event('pointerdown', { composed: true }));
    now += IDLE_MS - 1;
    wake();
    expect(desk.isUnlocked).to.equal(true);
    now += IDLE_MS;
    desk.dispatchEvent(new Event('pointerdown', { composed: true }));
    await says(desk, enDesk.lockedIdle);
    expect(desk.isUnlocked).to.equal(false);
  });

  it('locks when the page is left, and shows nothing of the evening to the Back key', async () => {
    const desk = await place();
    await unlock(desk);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(desk.isUnlocked).to.equal(false);
    expect(shown(desk)).not.to.include(hand.member().name);
    expect(events).to.deep.equal(['unlocked', 'locked: left']);
  });

  it('locks when the server has ended the session, and says that nothing was lost', async () => {
    const desk = await place();
    await unlock(desk);
    hand.state.endSessions();
    button(desk, enDesk.roomProof).click();
    button(desk, enDesk.roomEvening).click();
    await says(desk, enDesk.lockedEnded);
    expect(events).to.deep.equal(['unlocked', 'locked: ended']);
  });

  it('says that it is offline, and is at once usable again', async () => {
    expectConsole('as the test wants it');
    const desk = await place();
    hand.failNext('offline');
    fill(desk, 'name', hand.member().name);
    fill(desk, 'words', hand.member().passphrase);
    button(desk, enDesk.signIn).click();
    await says(desk, enDesk.failOffline);
    button(desk, enDesk.signIn).click();
    await waitUntil(() => desk.isUnlocked, 'unlocked', { timeout: 30_000 });
  });

  it('refuses to derive with fewer rounds than 600,000, whatever the server says', async () => {
    expectConsole('iterations');
    const desk = await place();
    await hand.lie('iterations');
    fill(desk, 'name', hand.member().name);
    fill(desk, 'words', hand.member().passphrase);
    button(desk, enDesk.signIn).click();
    await says(desk, enDesk.failUntrusted);
    expect(desk.isUnlocked).to.equal(false);
  });

  for (const lie of ['roster', 'manifest'] as const)
    it(`stops before a ${lie} that the pinned key did not sign`, async () => {
      expectConsole('SealingError');
      const desk = await place();
      await hand.lie(lie);
      fill(desk, 'name', hand.member().name);
      fill(desk, 'words', hand.member().passphrase);
      button(desk, enDesk.signIn).click();
      await says(desk, enDesk.failUntrusted);
      expect(desk.isUnlocked).to.equal(false);
    });

  it('refuses another box’s pin, and says so of a desk that trusts the server', async () => {
    expectConsole('wrong-pin');
    const strict = await place({ 'key-id': 'A'.repeat(43) });
    fill(strict, 'name', hand.member().name);
    fill(strict, 'words', hand.member().passphrase);
    button(strict, enDesk.signIn).click();
    await says(strict, enDesk.failUntrusted);
    strict.remove();
    const trusting = await place({ 'key-id': '-' });
    await unlock(trusting);
    await says(trusting, enDesk.trustServer);
  });

  it('takes box and pin out of its link, before what the page names', async () => {
    history.replaceState(null, '', deskLink(location.href, { boxId: hand.boxId, pin: hand.pin }));
    const desk = await place({ 'box-id': 'A'.repeat(22), 'key-id': '-' });
    await unlock(desk);
    expect(shown(desk)).not.to.include(enDesk.trustServer);
  });

  it('names the server that a link leads to, before anybody signs in', async () => {
    const server = 'https://elsewhere.example/';
    history.replaceState(null, '', deskLink(location.href, { boxId: hand.boxId, pin: hand.pin, server }));
    const desk = await place({ 'box-id': '-', 'key-id': '-' });
    expect(shown(desk)).to.include(enDesk.signInServer.replace('{server}', 'elsewhere.example'));
    history.replaceState(null, '', location.pathname + location.search);
    expect(shown(await place())).not.to.include('elsewhere');
  });

  it('takes the secret of a link out of the address, and leaves no entry in the history', async () => {
    const before = history.length;
    const secret = `${'c'.repeat(21)}A`;
    history.replaceState(null, '', deskLink(location.href, { claim: secret }));
    await place({ 'box-id': '-', 'key-id': '-' });
    expect(location.href).not.to.include(secret);
    expect(history.length).to.equal(before);
    expect(JSON.stringify(history.state)).not.to.include(secret);
  });

  it('says what is missing where neither link nor page names a box', async () => {
    const desk = await place({ 'box-id': '-', 'key-id': '-' });
    expect(shown(desk)).to.include(enDesk.noBoxTitle);
    await expect(desk).to.be.accessible();
  });

  it('tells whoever wrote the page which attribute cannot be read', async () => {
    expectConsole('<kith-facilitator-desk key-id>');
    const desk = await place({ 'key-id': 'nonsense' });
    expect(shown(desk)).to.include(enDesk.noBoxTitle);
  });

  it('keeps nothing in the browser', async () => {
    const kept = () =>
      JSON.stringify([
        document.cookie,
        { ...localStorage },
        { ...sessionStorage },
        location.href,
        history.length,
      ]);
    const before = kept();
    const desk = await place();
    await unlock(desk);
    button(desk, enDesk.lock).click();
    await desk.updateComplete;
    expect(kept()).to.equal(before);
  });
});
