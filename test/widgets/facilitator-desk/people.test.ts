import { expect, waitUntil } from '@open-wc/testing';
import { Problem } from '../../../src/backend/problem.js';
import { fingerprintOf } from '../../../src/domain/sealing/staff/fingerprint.js';
import { makeKeyPair } from '../../../src/domain/sealing/staff/key-pair.js';
import { enDesk } from '../../../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';
import { openQuestions } from '../../../src/widgets/facilitator-desk/work/questions.js';
import type { DeskAtHand } from '../../../stories/desk-at-hand.js';
import { byRole, queryByRole } from '../../by-role.js';
import { expectConsole } from '../../expect-console.js';
import {
  aHand,
  change,
  choose,
  click,
  enrolWith,
  fill,
  find,
  goTo,
  inPeople,
  linkIn,
  put,
  said,
  says,
  shownWords,
  signedIn,
  toPeople,
  unlock,
  wordsOf,
} from './a-team.js';

async function invite(desk: FacilitatorDesk, name: string, role = 'facilitator'): Promise<string> {
  await click(desk, enDesk.peopleInvite);
  await fill(desk, '#invited', name);
  await choose(desk, '#role', role);
  await click(desk, enDesk.peopleInviteMake);
  await says(desk, put(enDesk.peopleLinkTitle, { name }));
  const link = linkIn(desk);
  if (link.kind !== 'invitation') throw new Error('The link is no invitation.');
  await click(desk, enDesk.peopleDone);
  await says(desk, enDesk.peopleIntro);
  return link.invitation;
}

async function compare(desk: FacilitatorDesk, name: string): Promise<void> {
  await click(desk, enDesk.peopleTryAgain);
  await says(desk, enDesk.peopleInvitedUsed);
  await click(desk, put(enDesk.peopleCompareOf, { name }));
  await waitUntil(() => (desk.shadowRoot?.querySelectorAll('.spoken li').length ?? 0) === 8, 'eight words');
  await desk.updateComplete;
}

async function letIn(desk: FacilitatorDesk, name: string): Promise<void> {
  find(desk, '#same').click();
  await click(desk, put(enDesk.peopleAccept, { name }));
}

const texts = async (hand: DeskAtHand, name: string, passphrase: string): Promise<readonly string[]> => {
  const rows = await openQuestions(await signedIn(hand, name, passphrase), 'new');
  return rows.map(({ question }) => question?.text ?? '?').sort();
};

describe('the people of the desk', () => {
  let hand: DeskAtHand;
  let desk: FacilitatorDesk;

  describe('for a keeper', () => {
    beforeEach(async () => {
      hand = await aHand({ questions: [{ text: 'First?' }, { text: 'Second?', daysAgo: 3 }] });
      desk = await inPeople(hand);
    });

    it('are listed with what they do, and their eight words are one tap away', async () => {
      expect(said(desk)).to.match(/Ruth \(you\) Keeper .*Ann Keeper .*Sam Facilitator/);
      expect(desk.shadowRoot?.querySelector('.spoken')).to.equal(null);
      const { keys } = hand.member('Sam');
      await click(desk, put(enDesk.peopleWordsOf, { name: 'Sam' }));
      expect(shownWords(desk)).to.deep.equal(
        await fingerprintOf({ pk: keys.opening.pk, verifyPk: keys.signing.pk }),
      );
    });

    it('let somebody in with every question that waits', async () => {
      const invitation = await invite(desk, 'Ben');
      await says(desk, 'Ben Facilitator invited by Ruth');
      const made = await enrolWith(hand, invitation);
      await compare(desk, 'Ben');
      expect(said(desk)).to.include(enDesk.peopleCompareChecked);
      expect(shownWords(desk)).to.deep.equal(await wordsOf(made));
      await letIn(desk, 'Ben');
      await says(desk, put(enDesk.peopleAccepted, { name: 'Ben' }));
      expect(hand.state.invitations.size).to.equal(0);
      expect(await texts(hand, 'Ben', made.passphrase)).to.deep.equal(['First?', 'Second?']);
    });

    it('give a new keeper the seal too, and a facilitator none', async () => {
      const keeper = await enrolWith(hand, await invite(desk, 'Ben', 'keeper'));
      await compare(desk, 'Ben');
      await letIn(desk, 'Ben');
      await says(desk, put(enDesk.peopleAccepted, { name: 'Ben' }));
      const box = await signedIn(hand, 'Ben', keeper.passphrase);
      expect((await box.identityKey()).pk).to.deep.equal(box.idPk);
      const sam = await hand.signedIn('Sam');
      expect(sam.server.keys.some(({ kind }) => kind === 'identity')).to.equal(false);
    });

    it('are not let in twice when the server’s answer was lost', async () => {
      const made = await enrolWith(hand, await invite(desk, 'Ben'));
      await compare(desk, 'Ben');
      find(desk, '#same').click();
      expectConsole('the word was lost');
      hand.twist('PUT roster', () => {
        hand.untwist();
        throw new Problem('unreachable', 'the word was lost');
      });
      for (const sentence of [enDesk.failUnreachable, enDesk.failOlder]) {
        await click(desk, put(enDesk.peopleAccept, { name: 'Ben' }));
        await says(desk, sentence);
      }
      await click(desk, put(enDesk.peopleAccept, { name: 'Ben' }));
      await says(desk, put(enDesk.peopleAccepted, { name: 'Ben' }));
      expect(hand.state.rosters.length).to.equal(2);
      expect(await texts(hand, 'Ben', made.passphrase)).to.deep.equal(['First?', 'Second?']);
    });

    it('let nobody in before the words were compared', async () => {
      await enrolWith(hand, await invite(desk, 'Ben'));
      await compare(desk, 'Ben');
      await click(desk, put(enDesk.peopleAccept, { name: 'Ben' }));
      expect(said(desk)).to.include(enDesk.peopleCompareFirst);
      expect(hand.state.rosters.length).to.equal(1);
    });

    it('stop when the words differ, and take the invitation back', async () => {
      await enrolWith(hand, await invite(desk, 'Ben'));
      await compare(desk, 'Ben');
      await click(desk, enDesk.peopleCompareDiffer);
      expect(said(desk)).to.include(enDesk.peopleDiffer);
      await click(desk, enDesk.peopleDifferWithdraw);
      await says(desk, put(enDesk.peopleWithdrawn, { name: 'Ben' }));
      expect(hand.state.invitations.size).to.equal(0);
      expect(hand.state.rosters.length).to.equal(1);
    });

    it('stop by themselves when the keys were not made with the link', async () => {
      const { pk } = await makeKeyPair('ECDH');
      await enrolWith(hand, await invite(desk, 'Ben'), () => ({ pk }));
      await click(desk, enDesk.peopleTryAgain);
      await says(desk, enDesk.peopleInvitedUsed);
      await click(desk, put(enDesk.peopleCompareOf, { name: 'Ben' }));
      await says(desk, enDesk.peopleDifferMac);
      expect(queryByRole(desk, 'button', put(enDesk.peopleAccept, { name: 'Ben' }))).to.equal(undefined);
    });

    it('stop when the server made a keeper out of an invited facilitator', async () => {
      const invitation = await invite(desk, 'Ben');
      await enrolWith(hand, invitation);
      for (const [name, kept] of hand.state.invitations)
        hand.state.invitations.set(name, { ...kept, role: 'keeper' });
      await click(desk, enDesk.peopleTryAgain);
      await says(desk, enDesk.peopleInvitedUsed);
      await click(desk, put(enDesk.peopleCompareOf, { name: 'Ben' }));
      await says(desk, enDesk.peopleDifferMac);
    });

    it('trust the words alone once the desk was locked', async () => {
      const made = await enrolWith(hand, await invite(desk, 'Ben'));
      await click(desk, enDesk.lock);
      await unlock(desk, 'Ruth', hand.member('Ruth').passphrase);
      await toPeople(desk);
      await compare(desk, 'Ben');
      expect(said(desk)).to.include(enDesk.peopleCompareAlone);
      await letIn(desk, 'Ben');
      await says(desk, put(enDesk.peopleAccepted, { name: 'Ben' }));
      expect(await texts(hand, 'Ben', made.passphrase)).to.deep.equal(['First?', 'Second?']);
    });

    it('show the link once and keep it nowhere', async () => {
      const invitation = await invite(desk, 'Ben');
      expect(desk.shadowRoot?.innerHTML).not.to.include(invitation);
      expect(location.href).not.to.include(invitation);
      await click(desk, put(enDesk.peopleWithdrawOf, { name: 'Ben' }));
      await says(desk, put(enDesk.peopleWithdrawn, { name: 'Ben' }));
      expect(hand.state.invitations.size).to.equal(0);
    });

    it('have names that nobody else has', async () => {
      await click(desk, enDesk.peopleInvite);
      for (const [name, wrong] of [
        ['', enDesk.peopleNameEmpty],
        [' sAM ', enDesk.peopleNameTaken],
        ['x'.repeat(81), enDesk.peopleNameLong],
      ] as const) {
        await fill(desk, '#invited', name);
        await click(desk, enDesk.peopleInviteMake);
        expect(said(desk)).to.include(wrong);
        expect(desk.shadowRoot?.activeElement?.id).to.equal('invited');
      }
      expect(hand.state.asked.includes('POST invitations')).to.equal(false);
    });

    it('sign in by another name when they are renamed', async () => {
      await goTo(desk, 'Sam', enDesk.peopleRename);
      await fill(desk, '#renamed', 'Samuel');
      await click(desk, enDesk.peopleRenameSave);
      await says(desk, put(enDesk.peopleRenamed, { name: 'Samuel' }));
      expect(byRole(desk, 'button', change('Samuel')).isConnected).to.equal(true);
      expect((await texts(hand, 'Samuel', hand.member('Sam').passphrase)).length).to.equal(2);
    });

    it('become keepers with the seal sealed to them', async () => {
      await goTo(desk, 'Sam', enDesk.peopleMakeKeeper);
      await click(desk, enDesk.peopleMakeKeeperYes);
      await says(desk, put(enDesk.peopleMadeKeeper, { name: 'Sam' }));
      const sam = await hand.signedIn('Sam');
      expect(sam.isKeeper).to.equal(true);
      expect((await sam.identityKey()).pk).to.deep.equal(sam.idPk);
    });

    it('cannot take themselves off, and the last keeper never', async () => {
      await click(desk, change('Ruth'));
      expect(said(desk)).to.include(enDesk.peopleSelf);
      expect(queryByRole(desk, 'button', enDesk.peopleLeave)).to.equal(undefined);
      hand = await aHand({
        members: [
          { name: 'Ruth', role: 'keeper' },
          { name: 'Sam', role: 'facilitator' },
        ],
      });
      desk = await inPeople(hand);
      await click(desk, change('Ruth'));
      expect(said(desk)).to.include(enDesk.peopleSelfOnly);
    });

    it('build on what another keeper did at the same time', async () => {
      await goTo(desk, 'Sam', enDesk.peopleRename);
      await fill(desk, '#renamed', 'Samuel');
      const { rename } = await import('../../../src/widgets/facilitator-desk/work/people.js');
      await rename(await hand.signedIn('Ann'), hand.member('Noor').id, 'Noor B');
      await click(desk, enDesk.peopleRenameSave);
      await says(desk, enDesk.failOlder);
      await click(desk, enDesk.peopleRenameSave);
      await says(desk, put(enDesk.peopleRenamed, { name: 'Samuel' }));
      expect(said(desk)).to.include('Noor B');
      expect(hand.state.rosters.length).to.equal(3);
    });
  });

  it('are only shown to a facilitator, with whom to ask', async () => {
    desk = await inPeople(await aHand(), 'Sam');
    expect(said(desk)).to.include(put(enDesk.peopleAskKeeper, { names: 'Ruth and Ann' }));
    expect(queryByRole(desk, 'button', enDesk.peopleInvite)).to.equal(undefined);
    expect(queryByRole(desk, 'button', change('Noor'))).to.equal(undefined);
  });
});
