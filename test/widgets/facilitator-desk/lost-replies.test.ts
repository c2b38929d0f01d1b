import { expect, waitUntil } from '@open-wc/testing';
import { Problem } from '../../../src/backend/problem.js';
import type { StaffAsk } from '../../../src/backend/staff-api.js';
import { openSheet, readSheetCode } from '../../../src/domain/sealing/staff/recovery.js';
import { enDesk } from '../../../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';
import type { DeskAtHand } from '../../../stories/desk-at-hand.js';
import { expectConsole } from '../../expect-console.js';
import { aHand, click, fill, find, goTo, inPeople, put, said, says, shownWords, signedIn } from './a-team.js';

/** A server that does what it is asked, and whose word for it gets lost on the way, once. */
function loseReply(hand: DeskAtHand, route: string): void {
  const { ask } = hand;
  let lost = false;
  const losing: StaffAsk = async (path, signal, request) => {
    const reply = await ask(path, signal, request);
    if (lost || !`${request.method} ${path}`.endsWith(route)) return reply;
    lost = true;
    throw new Problem('unreachable', 'the word was lost');
  };
  Object.defineProperty(hand, 'ask', { value: losing });
}

describe('a change to the team whose reply was lost', () => {
  let hand: DeskAtHand;
  let desk: FacilitatorDesk;

  async function begin(route: string, who = 'Ruth'): Promise<void> {
    hand = await aHand();
    loseReply(hand, route);
    desk = await inPeople(hand, who);
    expectConsole(/the word was lost/);
  }

  it('leaves nobody without words: the new ones are on paper before the old ones end', async () => {
    await begin('/account', 'Sam');
    const { passphrase } = hand.member('Sam');
    await click(desk, enDesk.peopleOwnWords);
    await fill(desk, '#old-words', passphrase);
    await click(desk, enDesk.peopleOwnMake);
    await says(desk, enDesk.startWordsWhy);
    expect(hand.state.asked.includes('PUT account')).to.equal(false);
    const made = shownWords(desk).join(' ');
    await click(desk, enDesk.startWordsWritten);
    await fill(desk, '#new-words', made);
    await click(desk, enDesk.startNext);
    await says(desk, enDesk.failUnreachable);
    await click(desk, enDesk.startNext);
    await says(desk, enDesk.peopleOwnDone);
    expect((await signedIn(hand, 'Sam', made)).me.name).to.equal('Sam');
  });

  it('leaves no box with a sheet that stands on no paper', async () => {
    await begin('/roster');
    await click(desk, enDesk.peopleSheet);
    await click(desk, enDesk.peopleSheetMakeSeen);
    await says(desk, enDesk.failUnreachable);
    await click(desk, enDesk.peopleSheetMakeSeen);
    await waitUntil(() => desk.shadowRoot?.querySelector('.code-groups'), 'the paper', { timeout: 30_000 });
    const code = readSheetCode(find(desk, '.code-groups').textContent ?? '');
    const { boxId, roster } = await hand.signedIn('Ruth');
    expect((await openSheet(code, boxId)).pair.pk).to.deep.equal(roster.recoveryPk);
    expect(hand.state.rosters.length).to.equal(2);
    expect(hand.state.manifests.length).to.equal(2);
  });

  it('lets nobody go twice', async () => {
    await begin('/roster');
    await goTo(desk, 'Ann', enDesk.peopleLeave);
    const yes = put(enDesk.peopleLeaveYes, { name: 'Ann' });
    await click(desk, yes);
    await says(desk, enDesk.failUnreachable);
    await click(desk, yes);
    await says(desk, enDesk.peopleSealSteps);
    expect(hand.state.rosters.length).to.equal(2);
    expect(hand.state.manifests.length).to.equal(2);
  });

  it('turns no role back', async () => {
    await begin('/roster');
    await goTo(desk, 'Noor', enDesk.peopleMakeKeeper);
    await click(desk, enDesk.peopleMakeKeeperYes);
    await says(desk, enDesk.failUnreachable);
    await click(desk, enDesk.peopleMakeKeeperYes);
    await says(desk, put(enDesk.peopleMadeKeeper, { name: 'Noor' }));
    expect(said(desk)).not.to.include(enDesk.peopleSealSteps);
    expect(hand.state.rosters.length).to.equal(2);
  });
});
