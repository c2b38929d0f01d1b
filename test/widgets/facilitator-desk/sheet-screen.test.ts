import { expect } from '@open-wc/testing';
import { Problem } from '../../../src/backend/problem.js';
import { StaffApi } from '../../../src/backend/staff-api.js';
import { deskLink } from '../../../src/domain/desk/desk-link.js';
import { fromBase64url, toBase64url } from '../../../src/domain/sealing/encoding.js';
import { makeKeyPair } from '../../../src/domain/sealing/staff/key-pair.js';
import { openQuestion } from '../../../src/domain/sealing/staff/open-question.js';
import { makeSheetCode, openSheet, showSheetCode } from '../../../src/domain/sealing/staff/recovery.js';
import { makeSheetTest } from '../../../src/domain/sealing/staff/sheet-test.js';
import { sheetTestToWire } from '../../../src/domain/sealing/staff/sheet-test-wire.js';
import { signDocument } from '../../../src/domain/sealing/staff/sign-document.js';
import { enDesk as en } from '../../../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';
import { finishIdentityChange } from '../../../src/widgets/facilitator-desk/work/identity-change.js';
import { changeTeam, replaceSheet } from '../../../src/widgets/facilitator-desk/work/people.js';
import { signIn as signInTo } from '../../../src/widgets/facilitator-desk/work/signing-in.js';
import type { DeskAtHand } from '../../../stories/desk-at-hand.js';
import { expectNoBarriers } from '../../axe.js';
import { allowConsole, expectConsole } from '../../expect-console.js';
import {
  atHand,
  bigWords,
  choose,
  click,
  comesTo,
  deskBy,
  fill,
  here,
  holds,
  kept,
  says,
  signIn,
  takeWords,
  until,
} from './at-the-start.js';

const sheetLink = (hand: DeskAtHand): string =>
  deskLink('', { boxId: hand.boxId, pin: hand.pin, prove: true });

async function typed(desk: FacilitatorDesk, code: string): Promise<void> {
  await comesTo(desk, en.sheetTitle);
  await fill(desk, '#sheet-code', code);
  await click(desk, en.sheetOpen);
}

/** To the new words of a member. */
async function asking(desk: FacilitatorDesk, hand: DeskAtHand, name: string): Promise<void> {
  await typed(desk, hand.sheet.shown);
  await comesTo(desk, en.sheetWorks);
  await click(desk, en.sheetNewWords);
  await comesTo(desk, en.sheetWho);
  await choose(desk, '#who', hand.member(name).id);
  await click(desk, en.sheetWhoDo);
}

const boxOf = (hand: DeskAtHand, name: string, words: string) =>
  signInTo(
    {
      api: new StaffApi(hand.ask, hand.boxId),
      boxId: fromBase64url(hand.boxId, 'boxId'),
      pins: [hand.pin],
    },
    name,
    words,
  );

describe('the recovery sheet', () => {
  it('is proven from paper, however it is typed', async () => {
    const hand = await atHand({ sheetProven: false });
    const desk = await deskBy(sheetLink(hand), hand.ask);
    await typed(desk, hand.sheet.shown.toLowerCase().replaceAll('-', ' ').replace(/0/g, 'o'));
    await comesTo(desk, en.sheetWorks);
    expect(bigWords(desk).split(' ')).to.have.length(3);
    expect(hand.state.sheet?.provenDay).to.equal(hand.state.today);
    expect(holds(desk, hand.sheet.shown)).to.equal(false);
  });

  it('says that there is a slip, and asks the server nothing', async () => {
    const hand = await atHand();
    const desk = await deskBy(sheetLink(hand), hand.ask);
    const { shown } = hand.sheet;
    const slip = (shown[0] === '7' ? '8' : '7') + shown.slice(1);
    await typed(desk, slip);
    await says(desk, en.failSheetCode);
    await until(desk, 'focus', () => here(desk) === 'sheet-code');
    await expectNoBarriers(desk);
    expect(hand.state.asked).to.deep.equal([]);
  });

  it('says that a sheet is another box’s or an older one', async () => {
    const hand = await atHand();
    const desk = await deskBy(sheetLink(hand), hand.ask);
    await typed(desk, showSheetCode(makeSheetCode()));
    await says(desk, en.sheetRefused);
    const box = await hand.signedIn('Ruth');
    const code = await replaceSheet(box, false);
    await typed(desk, hand.sheet.shown);
    await says(desk, en.sheetRefused);
    await typed(desk, showSheetCode(code));
    await comesTo(desk, en.sheetWorks);
  });

  it('is not used on a team that the link does not know', async () => {
    expectConsole('wrong-pin');
    const hand = await atHand();
    const forger = await makeKeyPair('ECDSA');
    const { roster } = await hand.state.chain();
    const forged = await signDocument('kith-box/1/roster', { ...roster }, forger);
    hand.twist('POST recovery/open', (json) => ({ ...json, rosters: [forged] }));
    const desk = await deskBy(sheetLink(hand), hand.ask);
    await typed(desk, hand.sheet.shown);
    await says(desk, en.failUntrusted);
    expect(hand.state.asked).not.to.contain('POST recovery/prove');
  });

  it('is not used where the team names another sheet', async () => {
    expectConsole('roster.recoveryPk');
    const hand = await atHand();
    const older = [...hand.state.rosters];
    const code = await replaceSheet(await hand.signedIn('Ruth'), false);
    // The server knows the new sheet's proof, and shows the team as it was before that.
    hand.twist('POST recovery/open', (json) => ({ ...json, rosters: older }));
    const desk = await deskBy(sheetLink(hand), hand.ask);
    await typed(desk, showSheetCode(code));
    await says(desk, en.failUntrusted);
  });

  it('does not count as tried by another sheet’s test', async () => {
    expectConsole('kith-facilitator-desk');
    const hand = await atHand({ sheetProven: false });
    const boxId = fromBase64url(hand.boxId, 'boxId');
    const other = await openSheet(makeSheetCode(), boxId);
    const { test } = await makeSheetTest(other.pair.pk, boxId);
    hand.twist('POST recovery/open', (json) => ({ ...json, test: sheetTestToWire(test) }));
    const desk = await deskBy(sheetLink(hand), hand.ask);
    await typed(desk, hand.sheet.shown);
    await comesTo(desk, en.sheetOpened);
    await says(desk, en.sheetTestFailed);
    await expectNoBarriers(desk);
    expect(hand.state.sheet?.provenDay).to.equal(undefined);
  });

  it('gives a keeper new words, with which everything opens as before', async () => {
    const before = kept();
    const hand = await atHand({ questions: [{ text: 'Do I tell my boss?' }] });
    const ruth = hand.member('Ruth');
    const session = await hand.signedIn('Ruth');
    const desk = await deskBy(deskLink('', { boxId: hand.boxId, pin: hand.pin }), hand.ask);
    await click(desk, en.signInLost);
    await asking(desk, hand, 'Ruth');
    await comesTo(desk, en.startWords);
    await expectNoBarriers(desk);
    const words = await takeWords(desk);
    await comesTo(desk, en.sheetDone);
    await expectNoBarriers(desk);
    expect(holds(desk, words)).to.equal(false);
    await session.refresh().then(
      () => expect.fail('the old session goes on'),
      (error: Error) => expect(error.message).to.contain('signed-out'),
    );
    await boxOf(hand, 'Ruth', ruth.passphrase).then(
      () => expect.fail('the old words still open'),
      (error: Error) => expect(error.message).to.contain('sign-in-refused'),
    );
    await click(desk, en.sheetSignIn);
    await signIn(desk, 'Ruth', words);
    await until(desk, 'unlocked', () => desk.isUnlocked);

    const box = await boxOf(hand, 'Ruth', words);
    expect(box.rosterVersion).to.equal(2);
    expect(box.roster.members.map(({ name }) => name)).to.deep.equal(['Ruth', 'Sam']);
    await box.identityKey();
    await box.publishingKey();
    const [row] = (await box.api.questions('new')).rows;
    if (!row?.question) throw new Error('no question');
    const { text } = await openQuestion(row.question, await box.epochKey(row.question.keyId));
    expect(text).to.equal('Do I tell my boss?');
    expect(kept()).to.contain(hand.boxId).and.not.contain(hand.sheet.shown);
    expect(before).to.contain('[{},{}');
    // The sheet is as good as before, and the colleague noticed nothing.
    await boxOf(hand, 'Sam', hand.member('Sam').passphrase);
  });

  it('leaves what a member wrote for the team to be read under their new keys', async () => {
    const hand = await atHand({ rules: { steps: 'Ring Joan.' }, questions: [{ text: 'Why?' }] });
    const desk = await deskBy(sheetLink(hand), hand.ask);
    await asking(desk, hand, 'Ruth');
    const words = await takeWords(desk);
    await comesTo(desk, en.sheetDone);
    expect((await boxOf(hand, 'Ruth', words)).rules.steps).to.equal('Ring Joan.');
    expect((await boxOf(hand, 'Sam', hand.member('Sam').passphrase)).rules.steps).to.equal('Ring Joan.');
  });

  it('opens the box also while its seal is being changed, and ends that change', async () => {
    const hand = await atHand({ questions: [{ text: 'Do I tell my boss?' }] });
    const ruth = await hand.signedIn('Ruth');
    await changeTeam(ruth, { newIdentity: true });
    expect(ruth.successor).not.to.deep.equal(ruth.idPk);
    const desk = await deskBy(sheetLink(hand), hand.ask);
    await asking(desk, hand, 'Ruth');
    const words = await takeWords(desk);
    await comesTo(desk, en.sheetDone);
    const box = await boxOf(hand, 'Ruth', words);
    expect(box.idPk).to.deep.equal(ruth.successor);
    expect(box.server.manifest?.idPk).to.equal(toBase64url(ruth.successor));
    await box.identityKey();
    expect((await boxOf(hand, 'Sam', hand.member('Sam').passphrase)).manifest?.epoch).to.equal(1);
  });

  it('signs nothing anew that somebody who left could have signed', async () => {
    const hand = await atHand();
    const ruth = await hand.signedIn('Ruth');
    const old = await ruth.identityKey();
    await changeTeam(ruth, { newIdentity: true });
    await finishIdentityChange(ruth);
    const planted = await makeKeyPair('ECDH');
    const content = { ...ruth.manifest, epoch: 9, pk: planted.pk };
    const forged = await signDocument('kith-box/1/manifest', content, old);
    hand.twist('POST recovery/open', (json) => ({ ...json, manifests: [...hand.state.manifests, forged] }));
    const desk = await deskBy(sheetLink(hand), hand.ask);
    await asking(desk, hand, 'Ruth');
    await takeWords(desk);
    await comesTo(desk, en.sheetDone);
    for (const { payload } of hand.state.manifests)
      expect(new TextDecoder().decode(fromBase64url(payload, 'payload'))).not.to.contain(
        toBase64url(planted.pk),
      );
  });

  it('gives a facilitator new words and no key that is a keeper’s', async () => {
    const hand = await atHand();
    const desk = await deskBy(sheetLink(hand), hand.ask);
    await asking(desk, hand, 'Sam');
    const words = await takeWords(desk);
    await comesTo(desk, en.sheetDone);
    const box = await boxOf(hand, 'Sam', words);
    await box.currentKey();
    expect(box.server.keys.map(({ kind }) => kind)).not.to.contain('identity');
  });

  it('asks who somebody is before it makes words', async () => {
    const hand = await atHand();
    const desk = await deskBy(sheetLink(hand), hand.ask);
    await typed(desk, hand.sheet.shown);
    await comesTo(desk, en.sheetWorks);
    await click(desk, en.sheetNewWords);
    await comesTo(desk, en.sheetWho);
    await click(desk, en.sheetWhoDo);
    await says(desk, en.sheetWhoNeeded);
    await until(desk, 'focus', () => here(desk) === 'who');
    await expectNoBarriers(desk);
  });

  it('stands its ground when the reply was lost, and when the team changed meanwhile', async () => {
    allowConsole('kith-facilitator-desk');
    const hand = await atHand();
    let isLost = true;
    const desk = await deskBy(sheetLink(hand), async (path, signal, request) => {
      const reply = await hand.ask(path, signal, request);
      if (!path.endsWith('recovery/account') || !isLost) return reply;
      isLost = false;
      throw new Problem('unreachable', 'the reply was lost');
    });
    await asking(desk, hand, 'Ruth');
    const words = await takeWords(desk);
    await says(desk, en.failUnreachable);
    await click(desk, en.startNext);
    await comesTo(desk, en.sheetDone);
    await boxOf(hand, 'Ruth', words);
    expect(hand.state.rosters).to.have.length(2);

    const other = await deskBy(sheetLink(hand), hand.ask);
    await asking(other, hand, 'Sam');
    const again = await deskBy(sheetLink(hand), hand.ask);
    await asking(again, hand, 'Ruth');
    await takeWords(again);
    await comesTo(again, en.sheetDone);
    const sams = await takeWords(other);
    await says(other, en.failOlder);
    await click(other, en.startNext);
    await comesTo(other, en.sheetDone);
    await boxOf(hand, 'Sam', sams);
  });

  it('forgets what it opened with the page', async () => {
    const hand = await atHand();
    const desk = await deskBy(sheetLink(hand), hand.ask);
    await asking(desk, hand, 'Ruth');
    await comesTo(desk, en.startWords);
    const words = bigWords(desk);
    expect(holds(desk, words)).to.equal(true);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await desk.updateComplete;
    expect(holds(desk, words)).to.equal(false);
  });
});
