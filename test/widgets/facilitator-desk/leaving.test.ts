import { expect, waitUntil } from '@open-wc/testing';
import { verifyCatalogue } from '../../../src/domain/sealing/catalogue.js';
import { fromBase64url, toBase64url } from '../../../src/domain/sealing/encoding.js';
import { verifyManifest } from '../../../src/domain/sealing/manifest.js';
import type { SealingError } from '../../../src/domain/sealing/sealing-error.js';
import { makeKeyPair } from '../../../src/domain/sealing/staff/key-pair.js';
import { sealKey } from '../../../src/domain/sealing/staff/sealed-key.js';
import { signDocument } from '../../../src/domain/sealing/staff/sign-document.js';
import { openTeamNote, sealTeamNote } from '../../../src/domain/sealing/staff/team-note.js';
import { randomBytes } from '../../../src/domain/sealing/web-crypto.js';
import { enDesk } from '../../../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';
import { openQuestions } from '../../../src/widgets/facilitator-desk/work/questions.js';
import type { DeskAtHand } from '../../../stories/desk-at-hand.js';
import { queryByRole } from '../../by-role.js';
import { expectConsole } from '../../expect-console.js';
import {
  aHand,
  askNow,
  change,
  click,
  fill,
  find,
  goTo,
  inPeople,
  linkIn,
  put,
  said,
  says,
  signedIn,
  toPeople,
  unlock,
} from './a-team.js';

const PAGE = 'https://clinic.example/ask';

/** What a page with these pins makes of the box now: `ok`, or why it shows none. */
async function seenBy(hand: DeskAtHand, pins: readonly string[]): Promise<string> {
  const boxId = fromBase64url(hand.boxId, 'boxId', 16);
  try {
    await verifyManifest(hand.state.manifests.at(-1), { pins, boxId });
    return 'ok';
  } catch (error) {
    return (error as SealingError).reason;
  }
}

const texts = async (box: Awaited<ReturnType<typeof signedIn>>): Promise<readonly string[]> =>
  (await openQuestions(box, 'new')).map(({ question }) => question?.text ?? '?').sort();

async function leaves(desk: FacilitatorDesk, name: string): Promise<void> {
  await goTo(desk, name, enDesk.peopleLeave);
  await click(desk, put(enDesk.peopleLeaveYes, { name }));
  await says(desk, put(enDesk.peopleLeft, { name }));
}

/** Pastes what the desk shows into the page. */
const paste = (hand: DeskAtHand, desk: FacilitatorDesk): void => {
  const [tag = ''] = /<kith-question-box[^>]*>/.exec(find(desk, '.snippet').textContent ?? '') ?? [];
  hand.state.pages.set(PAGE, [tag]);
};

const pinsIn = (desk: FacilitatorDesk, at = 0): readonly string[] =>
  (
    /key-id="([^"]+)"/.exec(
      [...(desk.shadowRoot?.querySelectorAll('.snippet') ?? [])][at]?.textContent ?? '',
    )?.[1] ?? ''
  ).split(' ');

describe('somebody who leaves', () => {
  let hand: DeskAtHand;
  let desk: FacilitatorDesk;

  beforeEach(async () => {
    hand = await aHand({
      questions: [{ text: 'Before?', draft: { by: 'Sam', text: 'Sam began.' } }],
      rules: { page: PAGE, steps: 'Ring the lead.' },
      published: [
        {
          id: 'tired',
          day: 20_770,
          topic: '',
          lang: 'en',
          question: 'Tired?',
          answer: 'Ask when to take it.',
        },
      ],
      publications: [{ day: 20_771, topic: '', lang: 'en', question: 'Work?', answer: 'Only you know.' }],
      pages: { [PAGE]: [] },
    });
  });

  it('opens nothing of what comes afterwards, and the others open everything', async () => {
    const sam = await hand.signedIn('Sam');
    const { publishing } = { publishing: await sam.publishingKey() };
    desk = await inPeople(hand);
    await goTo(desk, 'Sam', enDesk.peopleLeave);
    expect(said(desk)).to.include(enDesk.peopleLeaveStill);
    expect(said(desk)).not.to.include('new seal too');
    await click(desk, put(enDesk.peopleLeaveYes, { name: 'Sam' }));
    await says(desk, put(enDesk.peopleLeft, { name: 'Sam' }));
    await askNow(hand, 'After?');
    const noor = await hand.signedIn('Noor');
    expect(await texts(noor)).to.deep.equal(['After?', 'Before?']);
    // Not one of the keys that the server holds from here on was sealed to Sam.
    const manifest = await hand.state.manifest();
    expect(toBase64url((await noor.currentKey()).pk)).to.equal(toBase64url(manifest?.pk ?? randomBytes(65)));
    const [row] = (await openQuestions(noor, 'new')).filter(({ question }) => question?.text === 'After?');
    const keyId = row?.row.question?.keyId ?? randomBytes(8);
    const refused = await sam.epochKey(keyId).then(
      () => 'opened',
      (error: SealingError) => error.reason,
    );
    expect(refused).to.equal('foreign-key');
    expect(hand.state.keys.filter(({ keyId: id }) => toBase64url(id) === toBase64url(keyId)).length).to.equal(
      4,
    );
    // The publishing key that Sam knew signs nothing any more.
    expect(toBase64url(manifest?.spk ?? publishing.pk)).not.to.equal(toBase64url(publishing.pk));
    if (manifest) {
      const catalogue = await verifyCatalogue(hand.state.catalogue, manifest);
      expect(catalogue.entries.map(({ id }) => id)).to.deep.equal(['tired']);
      expect(catalogue.number).to.equal(2);
    }
  });

  it('is signed out, and what they had begun no longer opens', async () => {
    await hand.signedIn('Sam');
    desk = await inPeople(hand);
    await leaves(desk, 'Sam');
    expect(
      [...hand.state.sessions.values()].some(({ memberId }) => memberId === hand.member('Sam').id),
    ).to.equal(false);
    const [row] = await openQuestions(await hand.signedIn('Noor'), 'new');
    expect(row?.question?.text).to.equal('Before?');
    expect(row?.draft).to.equal(undefined);
  });

  it('takes neither the house’s rules nor what waits to be published along, whoever wrote it', async () => {
    const sam = await hand.signedIn('Sam');
    const boxId = fromBase64url(hand.boxId, 'boxId', 16);
    const about = randomBytes(16);
    const epochPk = hand.keys.epoch.pk;
    const words = { id: 'k7q2m9x4', day: 20_772, topic: '', lang: 'en', question: 'Sam’s?', answer: 'Yes.' };
    hand.state.publications.set(
      toBase64url(about),
      await sealTeamNote('publication', words, { boxId, about, writer: sam.writer, epochPk }),
    );
    desk = await inPeople(hand);
    await leaves(desk, 'Sam');
    const noor = await hand.signedIn('Noor');
    expect(noor.rules.steps).to.equal('Ring the lead.');
    const opened: unknown[] = [];
    for (const { id, note } of (await noor.api.publications()).drafts) {
      if (!note) continue;
      const epochKey = await noor.currentKey();
      const place = { boxId, about: fromBase64url(id, 'id', 16), epochKey, roster: noor.roster };
      const { by, content } = await openTeamNote('publication', note, place);
      opened.push([by === hand.member('Ruth').id, content['question']]);
    }
    expect(opened).to.have.deep.members([
      [true, 'Work?'],
      [true, 'Sam’s?'],
    ]);
  });

  it('is shut out too much rather than too little when it is left in the middle', async () => {
    expectConsole('as the test wants it');
    desk = await inPeople(hand);
    await goTo(desk, 'Sam', enDesk.peopleLeave);
    hand.failNext('unreachable', { route: 'PUT roster' });
    await click(desk, put(enDesk.peopleLeaveYes, { name: 'Sam' }));
    await says(desk, enDesk.failUnreachable);
    await askNow(hand, 'Between?');
    // Still on the list, but without the key.
    expect(await texts(await hand.signedIn('Sam'))).to.deep.equal(['?', 'Before?']);
    await click(desk, put(enDesk.peopleLeaveYes, { name: 'Sam' }));
    await says(desk, put(enDesk.peopleLeft, { name: 'Sam' }));
    await askNow(hand, 'After?');
    const noor = await hand.signedIn('Noor');
    expect(await texts(noor)).to.deep.equal(['After?', 'Before?', 'Between?']);
    expect(noor.rules.steps).to.equal('Ring the lead.');
  });

  it('is not decided twice: when another keeper was quicker, the list is read anew', async () => {
    desk = await inPeople(hand);
    await goTo(desk, 'Sam', enDesk.peopleLeave);
    const { rename } = await import('../../../src/widgets/facilitator-desk/work/people.js');
    await rename(await hand.signedIn('Ann'), hand.member('Noor').id, 'Noor B');
    await click(desk, put(enDesk.peopleLeaveYes, { name: 'Sam' }));
    await says(desk, enDesk.failOlder);
    await click(desk, put(enDesk.peopleLeaveYes, { name: 'Sam' }));
    await says(desk, put(enDesk.peopleLeft, { name: 'Sam' }));
    expect(said(desk)).to.include('Noor B');
  });

  describe('as a keeper', () => {
    it('takes the seal along in three steps: pages with the old pin, both, and the new one', async () => {
      desk = await inPeople(hand);
      await goTo(desk, 'Ann', enDesk.peopleLeave);
      expect(said(desk)).to.include(put(enDesk.peopleLeaveKeeper, { name: 'Ann' }));
      await click(desk, put(enDesk.peopleLeaveYes, { name: 'Ann' }));
      await says(desk, enDesk.peopleSealTitle);
      await waitUntil(() => desk.shadowRoot?.querySelector('.snippet'), 'the snippet');
      const both = pinsIn(desk);
      expect(both.length).to.equal(2);
      expect(both[0]).to.equal(hand.pin);
      const [, fresh = ''] = both;
      expect(await seenBy(hand, [hand.pin])).to.equal('ok');
      expect(await seenBy(hand, both)).to.equal('ok');
      expect(await seenBy(hand, [fresh])).to.equal('wrong-pin');

      // Nothing is signed before the page was looked at, and a page with the old line is no reason.
      await click(desk, enDesk.peopleSealSign);
      expect(said(desk)).to.include(enDesk.peopleSealCheckFirst);
      hand.state.pages.set(PAGE, [
        `<kith-question-box backend="https://ask.example.org/" box-id="${hand.boxId}" key-id="${hand.pin}">`,
      ]);
      await click(desk, enDesk.peopleSealCheck);
      await says(desk, enDesk.checkOldPin);
      await click(desk, enDesk.peopleSealSign);
      expect(hand.state.rosters.length).to.equal(2);
      paste(hand, desk);
      await click(desk, enDesk.peopleSealCheck);
      await says(desk, enDesk.checkGood);
      await click(desk, enDesk.peopleSealSign);
      await says(desk, enDesk.peopleSealAfterTitle);
      expect(await seenBy(hand, [hand.pin])).to.equal('wrong-pin');
      expect(await seenBy(hand, both)).to.equal('ok');
      expect(await seenBy(hand, [fresh])).to.equal('ok');
      expect(pinsIn(desk, 1)).to.deep.equal([fresh]);

      // The new bookmark opens the desk; the old one does so too, and says that there is a newer one.
      const link = linkIn(desk);
      expect(link.kind).to.equal('open');
      expect('pin' in link && link.pin).to.equal(fresh);
      await askNow(hand, 'After?');
      const noor = await signedIn(hand, 'Noor', hand.member('Noor').passphrase, [fresh]);
      expect(await texts(noor)).to.deep.equal(['After?', 'Before?']);
      await click(desk, enDesk.peopleDone);
      await says(desk, enDesk.peopleSealOldLink);
    });

    it('signs nothing any more with the seal that they kept', async () => {
      const ann = await hand.signedIn('Ann');
      const old = await ann.identityKey();
      desk = await inPeople(hand);
      await leaves(desk, 'Ann');
      await click(desk, enDesk.peopleSealAnyway);
      await click(desk, enDesk.peopleSealAnywayYes);
      await says(desk, enDesk.peopleSealDone);
      const { today } = hand.state;
      const standing = await hand.state.manifest();
      const forged = await signDocument(
        'kith-box/1/manifest',
        { ...standing, epoch: 9, notBefore: today, notAfter: today + 90 },
        old,
      );
      hand.twist('GET box', (json) => ({
        ...json,
        manifest: forged,
        manifests: [...hand.state.manifests, forged],
      }));
      expectConsole('wrong-pin');
      await toPeople(desk);
      await says(desk, enDesk.failUntrusted);
      hand.untwist();
    });

    it('leaves no key of their own behind that they signed before the new seal counted', async () => {
      const old = await (await hand.signedIn('Ann')).identityKey();
      desk = await inPeople(hand);
      await leaves(desk, 'Ann');
      const [planted, { roster }] = await Promise.all([makeKeyPair('ECDH'), hand.state.chain()]);
      const standing = await hand.state.manifest();
      const forged = await signDocument(
        'kith-box/1/manifest',
        { ...standing, epoch: 3, pk: planted.pk },
        old,
      );
      hand.state.manifests.push(forged);
      hand.state.keys.push(...(await sealKey('epoch', planted, roster)));
      await toPeople(desk);
      await click(desk, enDesk.peopleSealGoOn);
      await waitUntil(() => desk.shadowRoot?.querySelector('.snippet'), 'the snippet');
      await click(desk, enDesk.peopleSealAnyway);
      await click(desk, enDesk.peopleSealAnywayYes);
      await says(desk, enDesk.peopleSealDone);
      expect((await hand.state.manifest())?.pk).not.to.deep.equal(planted.pk);
      await askNow(hand, 'After?');
      expect(await texts(await hand.signedIn('Noor'))).to.deep.equal(['After?', 'Before?']);
    });

    it('may be left alone after each step: another keeper goes on where it was', async () => {
      hand = await aHand({
        members: [
          { name: 'Ruth', role: 'keeper' },
          { name: 'Ann', role: 'keeper' },
          { name: 'Eve', role: 'keeper' },
        ],
        rules: { page: PAGE },
      });
      desk = await inPeople(hand);
      await leaves(desk, 'Eve');
      // After the first step: nobody comes or goes, and the next desk shows the second.
      await click(desk, enDesk.lock);
      await unlock(desk, 'Ann', hand.member('Ann').passphrase);
      await toPeople(desk);
      expect(said(desk)).to.include(enDesk.peopleSealNotice);
      expect(queryByRole(desk, 'button', enDesk.peopleInvite)).to.equal(undefined);
      expect(queryByRole(desk, 'button', change('Ruth'))).to.equal(undefined);
      await click(desk, enDesk.peopleSealGoOn);
      await waitUntil(() => desk.shadowRoot?.querySelector('.snippet'), 'the snippet');
      paste(hand, desk);
      const both = pinsIn(desk);
      await click(desk, enDesk.peopleSealCheck);
      await says(desk, enDesk.checkGood);
      // Between the manifest and the roster.
      expectConsole('as the test wants it');
      hand.failNext('unreachable', { route: 'PUT roster' });
      await click(desk, enDesk.peopleSealSign);
      await says(desk, enDesk.failUnreachable);
      expect(await seenBy(hand, both)).to.equal('ok');
      await click(desk, enDesk.lock);
      await unlock(desk, 'Ruth', hand.member('Ruth').passphrase);
      await toPeople(desk);
      await click(desk, enDesk.peopleSealGoOn);
      await says(desk, enDesk.peopleSealHalf);
      await click(desk, enDesk.peopleSealSign);
      await says(desk, enDesk.peopleSealAfterTitle);
      // And afterwards everything goes on as before.
      await click(desk, enDesk.peopleDone);
      await says(desk, enDesk.peopleIntro);
      await goTo(desk, 'Ann', enDesk.peopleRename);
      await fill(desk, '#renamed', 'Anna');
      await click(desk, enDesk.peopleRenameSave);
      await says(desk, put(enDesk.peopleRenamed, { name: 'Anna' }));
      expect(hand.state.rosters.length).to.equal(4);
    });

    it('stops every other change of the team, at a desk that has not heard of it too', async () => {
      desk = await inPeople(hand);
      await goTo(desk, 'Sam', enDesk.peopleRename);
      await fill(desk, '#renamed', 'Samuel');
      const { changeRole, leave } = await import('../../../src/widgets/facilitator-desk/work/people.js');
      await changeRole(await hand.signedIn('Ruth'), hand.member('Noor').id, 'keeper');
      await leave(await hand.signedIn('Ann'), hand.member('Noor').id);
      for (const _ of [1, 2]) {
        await click(desk, enDesk.peopleRenameSave);
        await says(desk, enDesk.failOlder);
      }
      expect(hand.state.rosters.length).to.equal(3);
      expect(await texts(await hand.signedIn('Sam'))).to.deep.equal(['Before?']);
    });

    it('who stays as a facilitator goes on reading, under a new seal', async () => {
      desk = await inPeople(hand);
      await goTo(desk, 'Ann', enDesk.peopleMakeFacilitator);
      expect(said(desk)).to.include(put(enDesk.peopleMakeFacilitatorMeans, { name: 'Ann' }));
      await click(desk, enDesk.peopleMakeFacilitatorYes);
      await says(desk, enDesk.peopleSealTitle);
      const ann = await hand.signedIn('Ann');
      expect(ann.isKeeper).to.equal(false);
      expect(await texts(ann)).to.deep.equal(['Before?']);
      const refused = await ann.identityKey(ann.successor).catch((error: SealingError) => error.reason);
      expect(refused).to.equal('cannot-open');
    });
  });
});
