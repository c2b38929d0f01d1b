import { expect } from '@open-wc/testing';
import { Problem } from '../../../src/backend/problem.js';
import type { StaffAsk } from '../../../src/backend/staff-api.js';
import { fromBase64url } from '../../../src/domain/sealing/encoding.js';
import { noteFromBytes, openTeamNote } from '../../../src/domain/sealing/staff/team-note.js';
import type { DeskAtHand } from '../../../stories/desk-at-hand.js';
import { deskAtHand } from '../../../stories/desk-at-hand.js';
import { byRole, textOf } from '../../by-role.js';
import { NOW } from '../../domain/small-groups.js';
import { expectConsole } from '../../expect-console.js';
import {
  anEvening,
  click,
  fill,
  find,
  has,
  heldTimers,
  here,
  offers,
  open,
  rest,
  root,
  rows,
  said,
  says,
  signIn,
  until,
  words,
  written,
} from './an-evening.js';

const TEAM = [
  { name: 'Ruth', role: 'keeper' },
  { name: 'Sam', role: 'facilitator' },
  { name: 'Ben', role: 'facilitator' },
] as const;

const timers = heldTimers();

/** The words of the draft that the server holds, as a colleague opens it. */
async function draftOf(hand: DeskAtHand, code: string): Promise<string | undefined> {
  const box = await hand.signedIn('Ruth');
  const { draft } = hand.state.questions.get(code) ?? {};
  if (!draft) return undefined;
  const note = noteFromBytes('draft', draft);
  const { content } = await openTeamNote('draft', note, {
    boxId: box.boxId,
    about: fromBase64url(code, 'locator', 16),
    epochKey: await box.epochKey(note.keyId),
    roster: box.roster,
  });
  return content['text'] as string;
}

const textsOf = async (hand: DeskAtHand, code: string): Promise<string[]> =>
  (await hand.answersTo(code)).map(({ text }) => text);

/** A box with one question on the table. */
async function onTheTable(
  wish: Parameters<DeskAtHand['askQuestion']>[0] = { text: 'Does it get easier?' },
  more: Parameters<typeof anEvening>[0] = {},
) {
  const hand = await deskAtHand({ clock: () => NOW, members: TEAM, ...more });
  const code = await hand.askQuestion(wish);
  const { desk } = await anEvening({ ...more, hand });
  await click(desk, new RegExp(`^${wish.text.slice(0, 8)}`));
  return { desk, hand, code };
}

/** A server whose word for the next answer is lost: it keeps what came. */
function losesAcks(times: number): (ask: StaffAsk) => StaffAsk {
  let left = times;
  return (ask) => async (path, signal, request) => {
    const reply = await ask(path, signal, request);
    if (!path.endsWith('/answers') || left === 0) return reply;
    left -= 1;
    throw new Problem('unreachable', 'the word was lost');
  };
}

describe('a question on the table', () => {
  it('is taken for half an hour, and free again once it is put down', async () => {
    const { desk, hand, code } = await onTheTable();
    const kept = hand.state.questions.get(code);
    expect(kept?.claimBy).to.equal(hand.member('Sam').id);
    await click(desk, words.eveningBack);
    await rest(desk);
    expect(kept?.claimBy).to.equal(undefined);
  });

  it('can be read and not answered while a colleague has it', async () => {
    const { desk, hand, code } = await onTheTable({ text: 'With Ben', claimedBy: 'Ben' });
    expect(said(desk)).to.contain('Ben is answering this question.');
    expect(find(desk, '.asked').textContent).to.equal('With Ben');
    expect(has(desk, '#answer')).to.equal(false);
    expect(offers(desk, words.eveningNoAnswerNeeded)).to.equal(false);
    await click(desk, words.eveningWorries);
    expect(said(desk)).to.contain(words.eveningTrace);
    expect(hand.state.questions.get(code)?.claimBy).to.equal(hand.member('Ben').id);
  });

  it('goes to one of two desks that reach for it, and the other one learns by name who has it', async () => {
    const hand = await deskAtHand({ clock: () => NOW, members: TEAM });
    const code = await hand.askQuestion({ text: 'Does it get easier?' });
    const sams = await anEvening({ hand });
    const bens = await anEvening({ hand, as: 'Ben' });
    await open(bens.desk, 'Does it');
    await open(sams.desk, 'Does it');
    expect(has(bens.desk, '#answer')).to.equal(true);
    expect(has(sams.desk, '#answer')).to.equal(false);
    expect(said(sams.desk)).to.contain('Ben is answering this question.');
    await fill(bens.desk, '#answer', 'It did for me.');
    await click(bens.desk, words.eveningSend);
    expect(await textsOf(hand, code)).to.deep.equal(['It did for me.']);
    await click(sams.desk, /^Back to the questions/);
    await rest(sams.desk);
    await click(sams.desk, /^Done/);
    await open(sams.desk, 'Does it');
    expect(said(sams.desk)).to.contain('It did for me.');
  });

  it('is asked for anew while somebody works at it for long', async () => {
    let now = NOW;
    const { desk, hand, code } = await onTheTable(undefined, { clock: () => now });
    const kept = hand.state.questions.get(code);
    const first = kept?.claimUntil ?? 0;
    now += 5 * 60_000;
    await fill(desk, '#answer', 'Well');
    timers.pass(2_000);
    await says(desk, words.eveningDraftKept);
    expect(kept?.claimUntil).to.equal(first);
    now += 8 * 60_000;
    await fill(desk, '#answer', 'Well, for me');
    timers.pass(2_000);
    await says(desk, words.eveningDraftKept);
    expect(kept?.claimUntil).to.equal(first + 13 * 60);
  });

  it('wants no answer where nobody could read one, and may be closed or published', async () => {
    const { desk, hand, code } = await onTheTable({ text: 'No code here', noCode: true, mayPublish: true });
    expect(has(desk, '#answer')).to.equal(false);
    expect(said(desk)).to.contain(words.eveningNoAnswerPublish);
    expect(offers(desk, words.eveningRewrite)).to.equal(true);
    await click(desk, words.eveningNoAnswerNeeded);
    expect(here(desk)).to.equal('#closing');
    await click(desk, words.eveningCloseOneYes);
    await says(desk, words.eveningClosedOne);
    expect(hand.state.questions.get(code)?.state).to.equal('closed');
  });

  it('is handed to a colleague with what was written, and says who may take it', async () => {
    const { desk, hand, code } = await onTheTable();
    await fill(desk, '#answer', 'I begin, you end');
    await click(desk, words.eveningHandOver);
    await says(desk, 'It can be taken up by: Ruth and Ben.');
    expect(hand.state.questions.get(code)?.claimBy).to.equal(undefined);
    const bens = await anEvening({ hand, as: 'Ben' });
    expect(rows(bens.desk).join()).to.contain('Sam has begun an answer');
    await open(bens.desk, 'Does it');
    expect(written(bens.desk)).to.equal('I begin, you end');
    expect(said(bens.desk)).to.contain('Sam began this answer.');
  });
});

describe('what is written to somebody', () => {
  it('takes beginnings and endings where the caret is, to be changed at will', async () => {
    const { desk } = await onTheTable(undefined, { rules: { country: 'GB', phone: '020 7946 0018' } });
    find(desk, '.templates summary').click();
    await click(desk, words.eveningThanksName);
    expect(written(desk)).to.equal(words.eveningThanks);
    expect(here(desk)).to.equal('#answer');
    await fill(desk, '#answer', `${words.eveningThanks}\n\nMine.`);
    const field = find<HTMLTextAreaElement>(desk, '#answer');
    field.setSelectionRange(words.eveningThanks.length, words.eveningThanks.length);
    await click(desk, words.eveningExperienceName);
    expect(written(desk)).to.equal(`${words.eveningThanks}\n\n${words.eveningExperience}\n\nMine.`);
    field.setSelectionRange(field.value.length, field.value.length);
    await click(desk, words.eveningTalkName);
    expect(written(desk)).to.match(
      /Mine\.\n\nIf you would like .* Samaritans, 116 123\. The number of our clinic is 020 7946 0018\.$/,
    );
  });

  it('counts near the end, by what people see as characters, and holds back what is too long', async () => {
    const { desk, hand, code } = await onTheTable();
    await fill(desk, '#answer', '🌱'.repeat(3_199));
    expect(has(desk, '#left')).to.equal(false);
    await fill(desk, '#answer', '🌱'.repeat(3_499));
    expect(textOf(find(desk, '#left'))).to.equal('1 character left');
    await fill(desk, '#answer', '🌱'.repeat(3_501));
    expect(textOf(find(desk, '#left'))).to.contain('1 character too many');
    await click(desk, words.eveningSend);
    expect(said(desk)).to.contain(words.failTooLong);
    expect(here(desk)).to.equal('#answer');
    await fill(desk, '#answer', '🌱'.repeat(3_500));
    timers.pass(2_000);
    await says(desk, words.eveningDraftKept);
    await click(desk, words.eveningSend);
    expect(await textsOf(hand, code)).to.deep.equal(['🌱'.repeat(3_500)]);
  });

  it('asks for words where there are none', async () => {
    const { desk } = await onTheTable();
    await fill(desk, '#answer', '  \n ');
    await click(desk, words.eveningSend);
    expect(said(desk)).to.contain(words.eveningEmptyAnswer);
    expect(find(desk, '#answer').getAttribute('aria-invalid')).to.equal('true');
  });

  it('is pointed at where it gives advice, and sent all the same', async () => {
    const { desk, hand, code } = await onTheTable();
    await fill(desk, '#answer', 'You should go for a walk.');
    expect(said(desk)).to.match(/“You should”: perhaps say what helped you instead/i);
    await click(desk, words.eveningSend);
    expect(await textsOf(hand, code)).to.deep.equal(['You should go for a walk.']);
  });

  it('is pointed at in the words of the desk’s language, where English words are found', async () => {
    const { desk } = await onTheTable(undefined, { lang: 'ar' });
    await fill(desk, '#answer', 'You should go for a walk.');
    expect(textOf(find(desk, '.hints')))
      .to.contain('You should')
      .and.to.match(/\p{Script=Arabic}/u);
    await fill(desk, '#answer', 'خذ وقتك.');
    expect(has(desk, '.hints')).to.equal(false);
  });

  it('goes up to three times, each under the others, and not a fourth time', async () => {
    const { desk, hand, code } = await onTheTable();
    for (const text of ['One.', 'Two.', 'Three.']) {
      await fill(desk, '#answer', text);
      await click(desk, words.eveningSend);
      if (text !== 'Three.') await click(desk, words.eveningFurther);
    }
    expect(offers(desk, words.eveningFurther)).to.equal(false);
    expect(await textsOf(hand, code)).to.deep.equal(['One.', 'Two.', 'Three.']);
    await click(desk, words.eveningSentBack);
    await click(desk, /^Done/);
    await open(desk, 'Does it');
    expect(said(desk)).to.contain(words.eveningThree);
    expect([...root(desk).querySelectorAll('.given li .words-of')].map(textOf)).to.deep.equal([
      'One.',
      'Two.',
      'Three.',
    ]);
    expect(has(desk, '#answer')).to.equal(false);
  });

  it('is sent again with the same bytes when the server’s word was lost, and stands once', async () => {
    const { desk, hand, code } = await onTheTable(undefined, { between: losesAcks(2) });
    expectConsole(/the word was lost/);
    await fill(desk, '#answer', 'It did for me.');
    for (const _ of [1, 2]) {
      await click(desk, words.eveningSend);
      expect(said(desk)).to.contain(words.failUnreachable);
      expect(written(desk)).to.equal('It did for me.');
    }
    await click(desk, words.eveningSend);
    expect(said(desk)).to.contain(words.eveningSent);
    expect(await textsOf(hand, code)).to.deep.equal(['It did for me.']);
    expect(await draftOf(hand, code)).to.equal(undefined);
  });

  it('says that it had arrived after all when other words were written meanwhile, and doubles nothing', async () => {
    const { desk, hand, code } = await onTheTable(undefined, { between: losesAcks(1) });
    expectConsole(/the word was lost/);
    await fill(desk, '#answer', 'First words');
    await click(desk, words.eveningSend);
    await fill(desk, '#answer', 'First words, and more');
    await click(desk, words.eveningSend);
    expect(said(desk)).to.contain(words.eveningSentEarlier);
    expect(await textsOf(hand, code)).to.deep.equal(['First words']);
    expect(written(desk)).to.equal('First words, and more');
    await click(desk, words.eveningSend);
    expect(await textsOf(hand, code)).to.deep.equal(['First words', 'First words, and more']);
  });

  it('takes the next number where a colleague answered in the meantime', async () => {
    const { desk, hand, code } = await onTheTable();
    const bens = await hand.signedIn('Ben');
    await fill(desk, '#answer', 'Mine');
    const kept = hand.state.questions.get(code);
    if (kept) kept.claimBy = undefined;
    const { OutgoingAnswer } = await import('../../../src/widgets/facilitator-desk/work/outgoing-answer.js');
    const { openQuestions } = await import('../../../src/widgets/facilitator-desk/work/questions.js');
    const [row] = await openQuestions(bens, 'new');
    if (row) await new OutgoingAnswer(bens, row).send('Ben’s');
    await click(desk, words.eveningSend);
    expect(await textsOf(hand, code)).to.deep.equal(['Ben’s', 'Mine']);
  });

  it('is not lost when the device is offline', async () => {
    const { desk, hand, code } = await onTheTable();
    expectConsole(/as the test wants it/);
    await fill(desk, '#answer', 'Not lost');
    hand.failNext('offline', { route: 'answers' });
    await click(desk, words.eveningSend);
    expect(said(desk)).to.contain(words.failOffline);
    expect(written(desk)).to.equal('Not lost');
    timers.pass(2_000);
    await says(desk, words.eveningDraftKept);
    expect(await draftOf(hand, code)).to.equal('Not lost');
    await click(desk, words.eveningSend);
    expect(await textsOf(hand, code)).to.deep.equal(['Not lost']);
  });

  it('can be copied when whoever asked took the question back', async () => {
    const { desk, hand, code } = await onTheTable();
    await fill(desk, '#answer', 'For nobody now');
    hand.takeBack(code);
    await click(desk, words.eveningSend);
    expect(said(desk)).to.contain(words.eveningGone).and.contain('For nobody now');
    const copies: string[] = [];
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void copies.push(text) },
    });
    await click(desk, words.eveningCopyMine);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    expect(copies).to.deep.equal(['For nobody now']);
    await click(desk, /^Back to the questions/);
    await says(desk, words.eveningNone);
  });
});

describe('a draft', () => {
  it('is kept two seconds after the last key, sealed, and opens again in another tab', async () => {
    const { desk, hand, code } = await onTheTable();
    await fill(desk, '#answer', 'Half a th');
    await fill(desk, '#answer', 'Half a thought');
    expect(timers.waiting).to.have.members([2_000, 5_000]);
    timers.pass(2_000);
    await says(desk, words.eveningDraftKept);
    expect(await draftOf(hand, code)).to.equal('Half a thought');
    const again = await anEvening({ hand });
    await click(again.desk, 'Finish later (1)');
    await open(again.desk, 'Does it');
    expect(written(again.desk)).to.equal('Half a thought');
    await fill(again.desk, '#answer', 'Half a thought, ended.');
    await click(again.desk, words.eveningSend);
    expect(await draftOf(hand, code)).to.equal(undefined);
  });

  it('is kept every few seconds while the keys go on', async () => {
    const { desk, hand, code } = await onTheTable();
    await fill(desk, '#answer', 'On and');
    await fill(desk, '#answer', 'On and on');
    timers.pass(5_000);
    await says(desk, words.eveningDraftKept);
    expect(await draftOf(hand, code)).to.equal('On and on');
    expect(timers.waiting).to.deep.equal([]);
  });

  it('is kept when another room is opened, and taken away when nothing is left of it', async () => {
    const { desk, hand, code } = await onTheTable();
    await fill(desk, '#answer', 'Back soon');
    await click(desk, words.roomProof);
    await until(desk, () => hand.state.questions.get(code)?.draft !== undefined, 'the draft is kept');
    expect(await draftOf(hand, code)).to.equal('Back soon');
    await click(desk, words.roomEvening);
    await click(desk, /^Finish later/);
    await open(desk, 'Does it');
    await fill(desk, '#answer', '');
    await click(desk, words.eveningFinishLater);
    await rest(desk);
    expect(hand.state.questions.get(code)?.draft).to.equal(undefined);
  });

  it('says once that it could not be kept, keeps the words, and tries again', async () => {
    const { desk, hand, code } = await onTheTable();
    hand.failNext('busy', { route: 'questions/draft' });
    await fill(desk, '#answer', 'Hold on');
    timers.pass(2_000);
    await says(desk, words.eveningDraftFailed);
    expect(written(desk)).to.equal('Hold on');
    timers.pass(15_000);
    await says(desk, words.eveningDraftKept);
    expect(await draftOf(hand, code)).to.equal('Hold on');
  });

  it('that is still on its way never arrives behind the answer that it became', async () => {
    const { desk, hand, code } = await onTheTable();
    const held = hand.hold('questions/draft');
    await fill(desk, '#answer', 'Quick');
    timers.pass(2_000);
    await held.reached;
    byRole(desk, 'button', words.eveningSend).click();
    // Somebody else signs in meanwhile, which takes longer than sending would.
    expect(await draftOf(hand, code)).to.equal(undefined);
    await hand.signedIn('Ben');
    expect(await textsOf(hand, code)).to.deep.equal([]);
    held.release();
    await says(desk, words.eveningSent);
    await rest(desk);
    expect(await textsOf(hand, code)).to.deep.equal(['Quick']);
    expect(await draftOf(hand, code)).to.equal(undefined);
  });

  it('that somebody planted is not shown, and that is said quietly', async () => {
    const { desk, hand } = await onTheTable();
    await hand.lie('draft');
    await click(desk, words.eveningBack);
    await rest(desk);
    await open(desk, 'Does it');
    expect(written(desk)).to.equal('');
    expect(said(desk)).to.contain(words.eveningDraftLost).and.not.contain('Ring this number');
  });

  it('that stands already as an answer is no draft any more', async () => {
    const { desk } = await onTheTable({
      text: 'Sent before the tab was lost',
      answers: ['It did for me.'],
      draft: { by: 'Sam', text: 'It did for me.' },
      state: 'new',
    });
    expect(written(desk)).to.equal('');
    expect(textOf(find(desk, '.given'))).to.contain('It did for me.');
  });

  it('is kept sealed when the server ends the session while somebody types, and delivered after signing in', async () => {
    const { desk, hand, code } = await onTheTable();
    await fill(desk, '#answer', 'These words');
    hand.state.endSessions();
    timers.pass(2_000);
    await until(desk, () => !desk.isUnlocked, 'the desk is locked');
    expect(said(desk)).to.contain(words.lockedEnded).and.not.contain('These words');
    expect(hand.state.questions.get(code)?.draft).to.equal(undefined);
    await signIn(desk, hand, 'Sam');
    expect(await draftOf(hand, code)).to.equal('These words');
    await click(desk, 'Finish later (1)');
    await open(desk, 'Does it');
    expect(written(desk)).to.equal('These words');
  });

  it('is kept before the desk locks', async () => {
    const { desk, hand, code } = await onTheTable();
    await fill(desk, '#answer', 'Good night');
    byRole(desk, 'button', words.lock).click();
    await until(desk, () => !desk.isUnlocked, 'the desk is locked');
    await until(desk, () => hand.state.questions.get(code)?.claimBy === undefined, 'it is free again');
    expect(await draftOf(hand, code)).to.equal('Good night');
  });

  it('stays beside the words of a colleague who took the question over', async () => {
    const { desk, hand, code } = await onTheTable();
    await fill(desk, '#answer', 'Too slow');
    hand.claimFor('Ben', code);
    timers.pass(2_000);
    await says(desk, words.eveningTakenMeanwhile);
    expect(said(desk)).to.contain('Too slow');
    expect(has(desk, '#answer')).to.equal(false);
  });
});
