import { expect } from '@open-wc/testing';
import { StaffApi, StaffRefusal } from '../../src/backend/staff-api.js';
import { toBase64url } from '../../src/domain/sealing/encoding.js';
import { openSheet } from '../../src/domain/sealing/staff/recovery.js';
import { solveSheetTest } from '../../src/domain/sealing/staff/sheet-test.js';
import { sheetTestFromWire } from '../../src/domain/sealing/staff/sheet-test-wire.js';
import { claimBox, planBox } from '../../src/widgets/facilitator-desk/work/first-box.js';
import { newEpoch } from '../../src/widgets/facilitator-desk/work/manifest.js';
import { OutgoingAnswer } from '../../src/widgets/facilitator-desk/work/outgoing-answer.js';
import { openQuestions, saveDraft } from '../../src/widgets/facilitator-desk/work/questions.js';
import { type DeskAtHand, deskAtHand } from '../../stories/desk-at-hand.js';

const NOON = Date.UTC(2026, 10, 17, 12);

async function refusalOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof StaffRefusal) return error.reason;
    return error instanceof Error && 'reason' in error ? String(error.reason) : String(error);
  }
  return 'nothing';
}

describe('the desk at hand', () => {
  let now = NOON;
  let hand: DeskAtHand;

  beforeEach(async () => {
    now = NOON;
    hand = await deskAtHand({
      clock: () => now,
      questions: [
        { text: 'How do I tell my mother?', topic: 'Family', daysAgo: 3 },
        { text: 'May I drink coffee?', unreadable: true },
        { text: 'Sam is at this one.', claimedBy: 'Sam' },
      ],
      published: [{ id: 'one', day: 20_000, topic: '', lang: 'en', question: 'Q?', answer: 'A.' }],
      rules: { phone: '020 7946 0000' },
    });
  });

  it('lets members in and shows them what waits', async () => {
    const box = await hand.signedIn('Ruth');
    expect(box.isKeeper).to.equal(true);
    expect(box.rules.phone).to.equal('020 7946 0000');
    const rows = await openQuestions(box, 'new');
    expect(rows.map(({ question }) => question?.text)).to.have.members([
      'How do I tell my mother?',
      undefined,
      'Sam is at this one.',
    ]);
  });

  it('keeps answers that the visitor can open, and drafts that a colleague can', async () => {
    const ruth = await hand.signedIn('Ruth');
    const [first] = await openQuestions(ruth, 'new');
    if (!first) throw new Error('A question waits.');
    await saveDraft(ruth, first.row, { text: 'Dear', handedOn: false });
    const sam = await hand.signedIn('Sam');
    expect((await openQuestions(sam, 'new'))[0]?.draft).to.include({ by: ruth.me.id, text: 'Dear' });
    await new OutgoingAnswer(ruth, first).send('Gently.');
    expect((await hand.answersTo(first.row.locator)).map(({ text }) => text)).to.deep.equal(['Gently.']);
  });

  it('respects whoever is at a question', async () => {
    const ruth = await hand.signedIn('Ruth');
    const row = (await openQuestions(ruth, 'new')).find(({ row }) => row.claimBy);
    if (!row) throw new Error('Sam is at one.');
    expect(await refusalOf(() => ruth.api.claim(row.row.locator))).to.equal('claimed');
    expect(await ruth.api.close([row.row.locator])).to.equal(0);
    now += 31 * 60_000;
    expect(await refusalOf(() => ruth.api.claim(row.row.locator))).to.equal('signed-out');
  });

  it('lies in every way it is told to, and the desk believes none', async () => {
    for (const lie of ['roster', 'manifest'] as const) {
      await hand.lie(lie);
      expect(await refusalOf(() => hand.signedIn()), lie).to.match(/wrong-pin|broken-chain|bad-signature/);
      hand.untwist();
    }
    await hand.lie('iterations');
    expect(await refusalOf(() => hand.signedIn())).to.equal('iterations');
    hand.untwist();
    await hand.lie('draft');
    const [first] = await openQuestions(await hand.signedIn(), 'new');
    expect(first?.row.draft?.length).to.be.greaterThan(0);
    expect(first?.draft).to.equal(undefined);
    await hand.lie('keys');
    expect((await openQuestions(await hand.signedIn(), 'new')).every(({ question }) => !question)).to.equal(
      true,
    );
  });

  it('fails once and goes on, and can be held', async () => {
    const box = await hand.signedIn();
    hand.failNext('busy');
    expect(await refusalOf(() => box.refresh())).to.equal('busy');
    await box.refresh();
    const { reached, release } = hand.hold('GET box');
    const refreshed = box.refresh();
    await reached;
    release();
    await refreshed;
  });

  it('opens a box for the first time, once its sheet is proven', async () => {
    const empty = await deskAtHand({ clock: () => now, unclaimed: true });
    const { box, sheet } = await claimBox(empty.ask, empty.claimSecret, await planBox('Ruth'));
    const settings = {
      hours: { timeZone: 'Europe/London', times: [] },
      topics: [],
      language: 'en',
      retentionDays: 90,
    };
    expect(await refusalOf(() => newEpoch(box, settings))).to.equal('sheet-not-proven');
    const api = new StaffApi(empty.ask, empty.boxId);
    const { pair, auth } = await openSheet(sheet, box.boxId);
    const { answer } = await solveSheetTest(
      await sheetTestFromWire((await api.openRecovery(auth)).test),
      pair,
    );
    await api.proveSheet(auth, answer);
    await newEpoch(box, settings);
    expect(box.manifest?.epoch).to.equal(1);
    expect(toBase64url(box.boxId)).to.equal(empty.boxId);
    const again = await planBox('Eve');
    expect(await refusalOf(() => claimBox(empty.ask, empty.claimSecret, again))).to.equal('claim-refused');
  });
});
