import { expect } from '@open-wc/testing';
import { Problem } from '../../../src/backend/problem.js';
import { StaffApi, type StaffAsk } from '../../../src/backend/staff-api.js';
import { deskLink } from '../../../src/domain/desk/desk-link.js';
import { fromBase64url, toBase64url } from '../../../src/domain/sealing/encoding.js';
import { fingerprintOf } from '../../../src/domain/sealing/staff/fingerprint.js';
import { checkEnrolment, makeInvitation } from '../../../src/domain/sealing/staff/invitation.js';
import { makeKeyPair } from '../../../src/domain/sealing/staff/key-pair.js';
import { verifyRoster } from '../../../src/domain/sealing/staff/roster.js';
import { sealKey } from '../../../src/domain/sealing/staff/sealed-key.js';
import { signDocument } from '../../../src/domain/sealing/staff/sign-document.js';
import { enDesk as en } from '../../../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';
import type { DeskAtHand } from '../../../stories/desk-at-hand.js';
import { expectNoBarriers } from '../../axe.js';
import { allowConsole, expectConsole } from '../../expect-console.js';
import {
  atHand,
  bigWords,
  click,
  comesTo,
  deskBy,
  holds,
  kept,
  NOW,
  said,
  says,
  signIn,
  takeWords,
  until,
} from './at-the-start.js';

const WELCOME = 'Ruth invites you';
const SAY = 'Say these words to Ruth';

async function invited(role: 'keeper' | 'facilitator' = 'facilitator') {
  const hand = await atHand({ invitations: [{ name: 'Ben', role }] });
  const [invitation] = hand.invitations;
  if (!invitation) throw new Error('nobody is invited');
  return { hand, invitation };
}

const linkWith = (hand: DeskAtHand, secret: Uint8Array, pin = hand.pin): string =>
  deskLink('', { boxId: hand.boxId, pin, invitation: toBase64url(secret) });

const openBy = async (
  { hand, invitation }: Awaited<ReturnType<typeof invited>>,
  staff: StaffAsk = hand.ask,
): Promise<FacilitatorDesk> => deskBy(linkWith(hand, invitation.secret), staff);

describe('an invitation', () => {
  it('lets somebody make keys that only they can have sent, and read eight words out', async () => {
    const before = kept();
    const made = await invited();
    const { hand, invitation } = made;
    const desk = await openBy(made);
    await comesTo(desk, WELCOME);
    expect(location.hash).to.equal('');
    expect(said(desk)).to.contain('called Ben');
    expect(said(desk)).not.to.contain(en.enrolKeeper);
    await expectNoBarriers(desk);
    await click(desk, en.enrolStart);
    await comesTo(desk, en.startWords);
    await expectNoBarriers(desk);
    expect(hand.state.asked).not.to.contain('POST enrolments');
    const words = await takeWords(desk);
    await comesTo(desk, SAY);
    await expectNoBarriers(desk);
    expect(holds(desk, words)).to.equal(false);

    const kept_ = hand.state.invitations.get(invitation.claimHash)?.enrolment;
    if (!kept_) throw new Error('nothing arrived');
    const pk = fromBase64url(kept_.pk, 'pk');
    const verifyPk = fromBase64url(kept_.verifyPk, 'verifyPk');
    const mac = fromBase64url(kept_.mac, 'mac');
    await checkEnrolment(invitation.secret, fromBase64url(hand.boxId, 'boxId'), { pk, verifyPk, mac });
    expect(bigWords(desk)).to.equal((await fingerprintOf({ pk, verifyPk })).join(' '));
    expect(JSON.stringify(hand.state)).not.to.contain(words);

    // The inviter has heard the words, and signs the next roster.
    const box = await hand.signedIn('Ruth');
    const { roster } = box;
    const newcomer = { id: kept_.id, name: 'Ben', role: 'facilitator' as const, pk, verifyPk };
    const next = {
      boxId: roster.boxId,
      version: box.rosterVersion + 1,
      previousHash: box.rosterHash,
      members: [...roster.members, newcomer],
      recoveryPk: roster.recoveryPk,
    };
    const document = await signDocument('kith-box/1/roster', next, hand.keys.identity);
    const verified = await verifyRoster(document, { pins: [hand.pin], boxId: roster.boxId });
    const shared = await box.keysToShare();
    const keys = await Promise.all(shared.map(({ kind, pair }) => sealKey(kind, pair, verified.roster)));
    await box.api.putRoster(document, keys.flat(), { accept: invitation.claimHash });

    await click(desk, en.enrolSignIn);
    await signIn(desk, 'ben', words);
    await until(desk, 'unlocked', () => desk.isUnlocked);
    await click(desk, en.lock);
    await comesTo(desk, en.signInTitle);
    expect(kept()).to.equal(before);
  });

  it('says so to a keeper', async () => {
    const made = await invited('keeper');
    const desk = await openBy(made);
    await comesTo(desk, WELCOME);
    expect(said(desk)).to.contain(en.enrolKeeper);
  });

  it('stops when the server shows another team than the link knows', async () => {
    expectConsole('wrong-pin');
    const made = await invited();
    const { hand } = made;
    const forger = await makeKeyPair('ECDSA');
    const { roster } = await hand.state.chain();
    const forged = await signDocument('kith-box/1/roster', { ...roster }, forger);
    hand.twist('POST enrolment', (json) => ({ ...json, rosters: [forged] }));
    const desk = await openBy(made);
    await comesTo(desk, en.enrolStop);
    await expectNoBarriers(desk);
    expect(said(desk)).to.contain(en.failUntrusted);
    expect(said(desk)).not.to.contain(en.enrolStart);
    expect(hand.state.asked).not.to.contain('POST enrolments');
  });

  it('stops when whoever invites is no keeper of the signed team', async () => {
    expectConsole('invitation.by');
    const made = await invited();
    const { hand } = made;
    hand.twist('POST enrolment', (json) => ({ ...json, by: hand.member('Sam').id }));
    const desk = await openBy(made);
    await comesTo(desk, en.enrolStop);
  });

  it('says that a link was used, is too old, or is none', async () => {
    const made = await invited();
    const { hand } = made;
    const strange = await deskBy(linkWith(hand, makeInvitation()), hand.ask);
    await comesTo(strange, en.enrolGone);
    await expectNoBarriers(strange);
    const row = hand.state.invitations.get(made.invitation.claimHash);
    if (row) row.until = NOW / 1000 - 1;
    const late = await openBy(made);
    await comesTo(late, en.enrolGone);
  });

  it('says so too when somebody else was quicker', async () => {
    const made = await invited();
    const desk = await openBy(made);
    await click(desk, en.enrolStart);
    made.hand.state.invitations.clear();
    await takeWords(desk);
    await comesTo(desk, en.enrolGone);
    expect(bigWords(desk)).to.equal('');
  });

  it('can be tried again while the server is away', async () => {
    allowConsole('kith-facilitator-desk');
    const made = await invited();
    made.hand.failNext('unreachable', { route: 'enrolment' });
    const desk = await openBy(made);
    await says(desk, en.failUnreachable);
    await click(desk, en.enrolRetry);
    await comesTo(desk, WELCOME);
  });

  it('shows the same words when the reply was lost, and sends its keys once', async () => {
    allowConsole('kith-facilitator-desk');
    const made = await invited();
    const { hand, invitation } = made;
    let isLost = true;
    const desk = await openBy(made, async (path, signal, request) => {
      const reply = await hand.ask(path, signal, request);
      if (!path.endsWith('/enrolments') || !isLost) return reply;
      isLost = false;
      throw new Problem('unreachable', 'the reply was lost');
    });
    await click(desk, en.enrolStart);
    await takeWords(desk);
    await says(desk, en.failUnreachable);
    await click(desk, en.startNext);
    await comesTo(desk, SAY);
    const sent = hand.state.invitations.get(invitation.claimHash)?.enrolment;
    const pk = fromBase64url(sent?.pk, 'pk');
    const verifyPk = fromBase64url(sent?.verifyPk, 'verifyPk');
    expect(bigWords(desk)).to.equal((await fingerprintOf({ pk, verifyPk })).join(' '));
  });

  it('does not let a server sign the newcomer in before the team has', async () => {
    const made = await invited();
    const desk = await openBy(made);
    await click(desk, en.enrolStart);
    const words = await takeWords(desk);
    await comesTo(desk, SAY);
    await click(desk, en.enrolSignIn);
    await signIn(desk, 'Ben', words);
    await says(desk, en.failSignIn);
    expect(new StaffApi(made.hand.ask, made.hand.boxId).isSignedIn).to.equal(false);
    expect(desk.isUnlocked).to.equal(false);
  });
});
