import { expect, waitUntil } from '@open-wc/testing';
import { fromBase64url } from '../../../src/domain/sealing/encoding.js';
import type { SealingError } from '../../../src/domain/sealing/sealing-error.js';
import { makeKeyPair } from '../../../src/domain/sealing/staff/key-pair.js';
import { signDocument } from '../../../src/domain/sealing/staff/sign-document.js';
import { sealTeamNote } from '../../../src/domain/sealing/staff/team-note.js';
import { enDesk } from '../../../src/i18n/desk/en.js';
import { deliverDrafts, keepSealed } from '../../../src/widgets/facilitator-desk/work/drafts-on-the-way.js';
import type { OpenedBox } from '../../../src/widgets/facilitator-desk/work/opened-box.js';
import { openQuestions } from '../../../src/widgets/facilitator-desk/work/questions.js';
import { renewKeys } from '../../../src/widgets/facilitator-desk/work/rotation.js';
import type { DeskAtHand } from '../../../stories/desk-at-hand.js';
import { byRole } from '../../by-role.js';
import { aDesk, aHand, fill, signedIn } from './a-team.js';

/** Every page of a list names another one. */
function neverEnds(hand: DeskAtHand, route: string, next: unknown): void {
  let asked = 0;
  hand.twist(route, (json) => {
    asked += 1;
    if (asked > 20) throw new Error('asked without an end');
    return { ...json, next };
  });
}

describe('a desk whose server lies', () => {
  let hand: DeskAtHand;
  let ruth: OpenedBox;

  afterEach(() => hand.untwist());

  it('reads a list of questions that never ends as far as it brings new ones', async () => {
    hand = await aHand({ questions: [{ text: 'One?' }, { text: 'Two?' }] });
    ruth = await hand.signedIn('Ruth');
    neverEnds(hand, 'POST questions/list', { day: 20_000, locator: 'AAAAAAAAAAAAAAAAAAAAAA' });
    const texts = (await openQuestions(ruth, 'new')).map(({ question }) => question?.text).sort();
    expect(texts).to.deep.equal(['One?', 'Two?']);
  });

  it('takes no rules of the house from a facilitator, though the server keeps them', async () => {
    hand = await aHand({
      members: [
        { name: 'Ruth', role: 'keeper' },
        { name: 'Sam', role: 'facilitator' },
      ],
      rules: { leadPhone: '0113 496 0999' },
    });
    expect((await hand.signedIn('Sam')).rules.leadPhone).to.equal('0113 496 0999');
    const { boxId, writer, rules, ...sam } = await hand.signedIn('Sam').then((box) => ({
      boxId: box.boxId,
      writer: box.writer,
      rules: box.rules,
      epochPk: box.manifest?.pk,
    }));
    if (!sam.epochPk) throw new Error('The box is open.');
    const planted = { ...rules, leadPhone: '0900 123' };
    hand.state.rules = await sealTeamNote('rules', planted, { boxId, writer, epochPk: sam.epochPk });
    expect((await hand.signedIn('Ruth')).rules.leadPhone).to.equal('');
  });

  it('changes its keys though the list of drafts never ends', async () => {
    hand = await aHand({
      publications: [{ day: 20_771, topic: '', lang: 'en', question: 'Work?', answer: 'Only you know.' }],
    });
    ruth = await hand.signedIn('Ruth');
    neverEnds(hand, 'POST publications/list', 'AAAAAAAAAAAAAAAAAAAAAA');
    await renewKeys(ruth);
    expect(ruth.manifest?.epoch).to.equal(2);
  });

  it('holds it to the first key that it showed, where no link pins one', async () => {
    hand = await aHand();
    ruth = await signedIn(hand, 'Ruth', hand.member('Ruth').passphrase, []);
    const foreign = await makeKeyPair('ECDSA');
    const [roster, manifest] = await Promise.all(
      (
        [
          ['roster', hand.state.rosters],
          ['manifest', hand.state.manifests],
        ] as const
      ).map(([kind, [document]]) =>
        signDocument(
          `kith-box/1/${kind}`,
          JSON.parse(new TextDecoder().decode(fromBase64url(document?.payload, 'payload'))),
          foreign,
        ),
      ),
    );
    expect(roster?.payload).to.equal(hand.state.rosters[0]?.payload);
    hand.twist('GET box', (json) => ({ ...json, rosters: [roster], manifests: [manifest], manifest }));
    const refused = await ruth.refresh().catch((error: SealingError) => error.reason);
    expect(refused).to.equal('broken-chain');
  });

  it('delivers the other drafts when a colleague has one of the questions', async () => {
    hand = await aHand({ questions: [{ text: 'One?' }, { text: 'Two?' }] });
    ruth = await hand.signedIn('Ruth');
    const rows = await openQuestions(ruth, 'new');
    for (const row of rows) await keepSealed(ruth, row, { text: 'Begun', handedOn: false });
    const sam = await hand.signedIn('Sam');
    const taken = rows[0]?.row.locator ?? '';
    await sam.api.claim(taken);
    expect(await deliverDrafts(ruth, rows)).to.equal(true);
    const drafts = async () => (await openQuestions(ruth, 'new')).map(({ draft }) => draft?.text);
    expect((await drafts()).filter((text) => text === 'Begun').length).to.equal(1);
    await sam.api.release(taken);
    await deliverDrafts(ruth, await openQuestions(ruth, 'new'));
    expect(await drafts()).to.deep.equal(['Begun', 'Begun']);
  });

  it('opens nothing for somebody who went away while it took its time', async () => {
    hand = await aHand();
    const desk = await aDesk(hand);
    await fill(desk, '#name', 'Ruth');
    await fill(desk, '#words', hand.member('Ruth').passphrase);
    const { reached, release } = hand.hold('box');
    byRole(desk, 'button', enDesk.signIn).click();
    await reached;
    desk.remove();
    release();
    await waitUntil(() => hand.state.asked.includes('DELETE session'), 'signed out', { timeout: 30_000 });
    expect(desk.isUnlocked).to.equal(false);
  });
});
