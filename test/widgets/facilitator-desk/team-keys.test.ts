import { expect, waitUntil } from '@open-wc/testing';
import { StaffApi } from '../../../src/backend/staff-api.js';
import { fromBase64url } from '../../../src/domain/sealing/encoding.js';
import type { SealingError } from '../../../src/domain/sealing/sealing-error.js';
import { openSheet, readSheetCode } from '../../../src/domain/sealing/staff/recovery.js';
import { enDesk } from '../../../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';
import { openQuestions } from '../../../src/widgets/facilitator-desk/work/questions.js';
import { openBySheet, proveSheet } from '../../../src/widgets/facilitator-desk/work/sheet.js';
import type { DeskAtHand, Lie } from '../../../stories/desk-at-hand.js';
import { queryByRole } from '../../by-role.js';
import { expectConsole } from '../../expect-console.js';
import {
  aHand,
  askNow,
  change,
  click,
  clock,
  fill,
  find,
  goTo,
  inPeople,
  put,
  said,
  says,
  shownWords,
  signedIn,
  TUESDAY,
  toPeople,
} from './a-team.js';

const texts = async (box: Awaited<ReturnType<typeof signedIn>>): Promise<readonly string[]> =>
  (await openQuestions(box, 'new')).map(({ question }) => question?.text ?? '?').sort();

describe('the keys of the team', () => {
  let hand: DeskAtHand;
  let desk: FacilitatorDesk;

  afterEach(() => {
    clock.now = TUESDAY;
    hand.untwist();
  });

  describe('are renewed every three months', () => {
    for (const [age, sentence] of [
      [59, ''],
      [60, put(enDesk.peopleLockOffer.other, { n: '30' })],
      [69, put(enDesk.peopleLockSoon.other, { n: '21' })],
      [83, put(enDesk.peopleLockSoon.other, { n: '7' })],
      [89, put(enDesk.peopleLockSoon.one, { n: '1' })],
      [90, enDesk.peopleLockToday],
      [91, enDesk.peopleLockOver],
    ] as const) {
      it(`says on day ${age}: ${sentence || 'nothing'}`, async () => {
        hand = await aHand({ daysOfEpoch: age });
        desk = await inPeople(hand);
        if (sentence) expect(said(desk)).to.include(sentence);
        expect(queryByRole(desk, 'button', enDesk.peopleLockDo) !== undefined).to.equal(sentence !== '');
      });
    }

    it('asks a facilitator to tell a keeper, and not before it matters', async () => {
      hand = await aHand({ daysOfEpoch: 61 });
      desk = await inPeople(hand, 'Sam');
      expect(said(desk)).not.to.include('lock');
      hand = await aHand({ daysOfEpoch: 84 });
      desk = await inPeople(hand, 'Sam');
      expect(said(desk)).to.include(put(enDesk.peopleLockTellKeeper, { names: 'Ruth and Ann' }));
      expect(queryByRole(desk, 'button', enDesk.peopleLockDo)).to.equal(undefined);
    });

    it('shows everybody with their eight words first, then takes rules and drafts along', async () => {
      hand = await aHand({
        daysOfEpoch: 61,
        questions: [{ text: 'Before?' }],
        rules: { steps: 'Ring the lead.' },
        publications: [{ day: 20_771, topic: '', lang: 'en', question: 'Work?', answer: 'Only you know.' }],
      });
      const publishing = (await hand.state.manifest())?.spk;
      desk = await inPeople(hand);
      await click(desk, enDesk.peopleLockDo);
      await waitUntil(() => desk.shadowRoot?.querySelectorAll('.spoken').length === 4, 'everybody');
      for (const at of [1, 2, 3, 4])
        expect(shownWords(desk, `li:nth-child(${at}) .spoken`).length).to.equal(8);
      await click(desk, enDesk.peopleLockYes);
      await says(desk, enDesk.peopleLockDone);
      expect(queryByRole(desk, 'button', enDesk.peopleLockDo)).to.equal(undefined);
      await askNow(hand, 'After?');
      const noor = await hand.signedIn('Noor');
      expect(await texts(noor)).to.deep.equal(['After?', 'Before?']);
      expect(noor.rules.steps).to.equal('Ring the lead.');
      expect(noor.manifest?.epoch).to.equal(2);
      expect(noor.manifest?.spk).to.deep.equal(publishing);
      const [draft] = (await noor.api.publications()).drafts;
      expect(draft?.note?.keyId).to.deep.equal(noor.server.rules?.keyId);
    });

    it('seals to nobody who was not on the list that was looked at', async () => {
      hand = await aHand({ daysOfEpoch: 61 });
      desk = await inPeople(hand);
      await click(desk, enDesk.peopleLockDo);
      const { rename } = await import('../../../src/widgets/facilitator-desk/work/people.js');
      await rename(await hand.signedIn('Ann'), hand.member('Noor').id, 'Noor B');
      await click(desk, enDesk.peopleLockYes);
      await says(desk, enDesk.failOlder);
      expect(said(desk)).to.include('Noor B');
      expect(hand.state.manifests.length).to.equal(1);
      await click(desk, enDesk.peopleLockYes);
      await says(desk, enDesk.peopleLockDone);
    });

    it('goes no further when somebody on the list is wrong', async () => {
      hand = await aHand({ daysOfEpoch: 61 });
      desk = await inPeople(hand);
      await click(desk, enDesk.peopleLockDo);
      await click(desk, enDesk.peopleLockNo);
      await says(desk, enDesk.peopleLockNoThen);
      expect(hand.state.manifests.length).to.equal(1);
    });
  });

  describe('are believed by their signatures alone', () => {
    const LIES: readonly (readonly [Lie, string])[] = [
      ['roster', 'broken-chain'],
      ['manifest', 'wrong-pin'],
    ];
    for (const [lie, why] of LIES) {
      it(`says stop, and changes nothing, when the server shows another ${lie}`, async () => {
        hand = await aHand({ daysOfEpoch: 61 });
        desk = await inPeople(hand);
        expectConsole(why);
        await hand.lie(lie);
        await toPeople(desk);
        await says(desk, enDesk.failUntrusted);
        expect(said(desk)).not.to.include('Ada');
        for (const name of [enDesk.peopleInvite, enDesk.peopleLockDo, change('Sam')])
          expect(queryByRole(desk, 'button', name)).to.equal(undefined);
      });
    }

    it('lets nobody in who was planted while a keeper was about to', async () => {
      hand = await aHand();
      desk = await inPeople(hand);
      await goTo(desk, 'Sam', enDesk.peopleLeave);
      expectConsole('broken-chain');
      await hand.lie('roster');
      await click(desk, put(enDesk.peopleLeaveYes, { name: 'Sam' }));
      await says(desk, enDesk.failUntrusted);
      hand.untwist();
      expect(hand.state.rosters.length).to.equal(1);
    });

    it('opens nothing with a foreign key in the place of the box’s, and seals it to nobody', async () => {
      hand = await aHand({ questions: [{ text: 'Before?' }] });
      await hand.lie('keys');
      const ruth = await hand.signedIn('Ruth');
      const shared = await ruth.keysToShare();
      expect(shared.map(({ kind }) => kind)).to.deep.equal(['publishing']);
      const refused = await ruth.currentKey().catch((error: SealingError) => error.reason);
      expect(refused).to.equal('cannot-open');
    });
  });

  describe('of one member', () => {
    beforeEach(async () => {
      hand = await aHand({ questions: [{ text: 'Before?' }] });
      desk = await inPeople(hand, 'Sam');
      await click(desk, enDesk.peopleOwnWords);
    });

    it('are locked with new words against the old ones, and typed from paper', async () => {
      const { passphrase } = hand.member('Sam');
      await fill(desk, '#old-words', passphrase);
      await click(desk, enDesk.peopleOwnMake);
      await says(desk, enDesk.startWordsWhy);
      const made = shownWords(desk).join(' ');
      await click(desk, enDesk.startWordsWritten);
      await fill(desk, '#new-words', made);
      await click(desk, enDesk.startNext);
      await says(desk, enDesk.peopleOwnDone);
      expect(desk.shadowRoot?.innerHTML).not.to.include(made);
      expect(await texts(await signedIn(hand, 'Sam', made))).to.deep.equal(['Before?']);
      const refused = await signedIn(hand, 'Sam', passphrase).catch((error: Error) => error.message);
      expect(refused).to.include('sign-in-refused');
      // The session goes on.
      await toPeople(desk);
      expect(desk.isUnlocked).to.equal(true);
    });

    it('are not changed by somebody who does not know the old words', async () => {
      await fill(desk, '#old-words', 'one two three');
      await click(desk, enDesk.peopleOwnMake);
      await says(desk, enDesk.failPassphrase);
      await fill(desk, '#old-words', hand.member('Ruth').passphrase);
      await click(desk, enDesk.peopleOwnMake);
      await says(desk, enDesk.peopleOwnWrong);
      expect(desk.shadowRoot?.activeElement?.id).to.equal('old-words');
      expect(hand.state.asked.includes('PUT account')).to.equal(false);
    });

    it('are not derived with few rounds because a server says so', async () => {
      expectConsole('iterations');
      await hand.lie('iterations');
      await fill(desk, '#old-words', hand.member('Sam').passphrase);
      await click(desk, enDesk.peopleOwnMake);
      await says(desk, enDesk.failUntrusted);
      expect(hand.state.asked.includes('PUT account')).to.equal(false);
    });
  });

  describe('on the recovery sheet', () => {
    const codeIn = (): string => find(desk, '.code-groups').textContent ?? '';
    const boxAt = () => ({
      api: new StaffApi(hand.ask, hand.boxId),
      boxId: fromBase64url(hand.boxId, 'boxId', 16),
      pins: [hand.pin],
    });

    async function make(seen: boolean): Promise<string> {
      await click(desk, enDesk.peopleSheet);
      if (!seen) {
        const [, lost] = desk.shadowRoot?.querySelectorAll<HTMLElement>('input[type=radio]') ?? [];
        lost?.click();
        await desk.updateComplete;
      }
      await click(desk, seen ? enDesk.peopleSheetMakeSeen : enDesk.peopleSheetMake);
      await waitUntil(() => desk.shadowRoot?.querySelector('.code-groups'), 'the paper', { timeout: 30_000 });
      return codeIn();
    }

    beforeEach(async () => {
      hand = await aHand({ questions: [{ text: 'Before?' }] });
      desk = await inPeople(hand);
    });

    it('pass to a new one when the old one is lost, which is tried from paper', async () => {
      const typed = await make(false);
      await click(desk, enDesk.startSheetWritten);
      await click(desk, enDesk.startProveDone);
      await says(desk, enDesk.startProveNot);
      const at = boxAt();
      const sheet = await openBySheet(at, readSheetCode(typed));
      await proveSheet(at, sheet);
      await click(desk, enDesk.startProveDone);
      await says(desk, enDesk.peopleSheetMade);
      expect(desk.shadowRoot?.innerHTML).not.to.include(typed.trim());
      expect(hand.state.manifests.length).to.equal(1);
      expect(sheet.keys.map(({ kind }) => kind).sort()).to.deep.equal(['epoch', 'identity', 'publishing']);
      const old = await openBySheet(at, hand.sheet.code).catch((error: Error) => error.message);
      expect(old).to.be.a('string');
    });

    it('are all new when somebody may have seen the old one', async () => {
      const typed = await make(true);
      const { pair } = await openSheet(hand.sheet.code, fromBase64url(hand.boxId, 'boxId', 16));
      const manifest = await hand.state.manifest();
      expect(manifest?.epoch).to.equal(2);
      const ruth = await hand.signedIn('Ruth');
      expect(ruth.roster.recoveryPk).not.to.deep.equal(pair.pk);
      expect(ruth.successor).not.to.deep.equal(ruth.idPk);
      await askNow(hand, 'After?');
      expect(await texts(ruth)).to.deep.equal(['After?', 'Before?']);
      const { keys } = await openBySheet(boxAt(), readSheetCode(typed));
      expect(keys.filter(({ kind }) => kind === 'epoch').length).to.equal(2);
      await click(desk, enDesk.startSheetWritten);
      const at = boxAt();
      await proveSheet(at, await openBySheet(at, readSheetCode(typed)));
      await click(desk, enDesk.startProveDone);
      await says(desk, enDesk.peopleSealSteps);
    });
  });
});
