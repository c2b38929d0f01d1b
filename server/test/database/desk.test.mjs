import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answerOf,
  bytes,
  DAY,
  dayOf,
  makeBox,
  manifestOf,
  onBoth,
  questionFor,
  START,
  stoppedClock,
} from './places.mjs';

onBoth('The desk', (place) => {
  const clock = stoppedClock();
  let store;
  const fresh = async (count = 1) => {
    clock.now = START;
    store ??= await place.open({ clock });
    const box = await makeBox(store);
    const questions = Array.from({ length: count }, () => questionFor(box));
    for (const question of questions) await store.send(question, bytes(32));
    return { ...box, questions, bert: { ...box.session, memberId: 'bert', role: 'facilitator' } };
  };
  const list = (box, state = 'new', rest = {}) =>
    store.questions(box.session, { state, limit: 100, ...rest });
  const hex = (locator) => Buffer.from(locator).toString('hex');

  test('pages through every question once, by day and then locator', async () => {
    const box = await fresh(7);
    clock.now += DAY;
    for (let more = 0; more < 6; more++) await store.send(questionFor(box), bytes(32));
    const seen = [];
    for (let after; ; ) {
      const page = await list(box, 'new', { limit: 4, ...(after ? { after } : {}) });
      seen.push(...page.map(({ day, question: { locator } }) => `${day} ${hex(locator)}`));
      const last = page.at(-1);
      if (!last) break;
      after = { day: last.day, locator: last.question.locator };
    }
    assert.equal(seen.length, 13);
    assert.deepEqual(seen, [...new Set(seen)].sort());
  });

  test('a claim is for one person and thirty minutes, longer when asked again, until it is let go', async () => {
    const box = await fresh();
    const [{ locator }] = box.questions;
    const claim = (session) => store.claimQuestion(session, locator);
    assert.deepEqual(await claim(box.session), { claimUntil: START + 1800 });
    clock.now += 600;
    assert.deepEqual(await claim(box.session), { claimUntil: START + 2400 });
    assert.equal(await claim(box.bert), 'claimed');
    const [row] = await list(box);
    assert.deepEqual([row.claimBy, row.claimUntil], ['ann', START + 2400]);
    await store.releaseQuestion(box.bert, locator);
    assert.equal(await claim(box.bert), 'claimed');
    clock.now = START + 2400;
    assert.equal((await list(box))[0].claimBy, null);
    assert.deepEqual(await claim(box.bert), { claimUntil: START + 4200 });
    await store.releaseQuestion(box.bert, locator);
    assert.deepEqual(await claim(box.session), { claimUntil: START + 4200 });
    assert.equal(await store.claimQuestion(box.session, bytes(16)), 'no-such-question');
  });

  test('of two who claim at once one gets it', async () => {
    const box = await fresh();
    const [{ locator }] = box.questions;
    const said = await Promise.all(
      [box.session, box.bert].map((session) => store.claimQuestion(session, locator)),
    );
    assert.equal(said.filter((one) => one === 'claimed').length, 1);
  });

  test('a draft is kept and taken away, and never over somebody else’s claim', async () => {
    const box = await fresh();
    const [{ locator }] = box.questions;
    const draft = bytes(500);
    assert.equal(await store.saveDraft(box.session, locator, draft), 'saved');
    assert.deepEqual((await list(box))[0].draft, draft);
    await store.claimQuestion(box.bert, locator);
    assert.equal(await store.saveDraft(box.session, locator, bytes(9)), 'claimed');
    assert.equal(await store.saveDraft(box.bert, locator, null), 'saved');
    assert.equal((await list(box))[0].draft, null);
    assert.equal(await store.saveDraft(box.bert, bytes(16), null), 'no-such-question');
  });

  test('answers are given in their order, each number once, and the same bytes again are no other answer', async () => {
    const box = await fresh();
    const [{ locator }] = box.questions;
    const give = (answer) => store.answer(box.session, locator, answer);
    const [first, second] = [answerOf(1), answerOf(2)];
    assert.equal(await give(second), 'gap');
    assert.deepEqual(await store.answers(box.boxId, locator), []);
    assert.equal(await give(first), 'kept');
    assert.equal(await give(first), 'kept');
    assert.equal(await give(answerOf(1)), 'seq-taken');
    assert.equal(await give(answerOf(3)), 'gap');
    assert.equal(await give(second), 'kept');
    assert.deepEqual(await store.answers(box.boxId, locator), [first, second]);
    assert.deepEqual(await list(box), []);
    const [row] = await list(box, 'answered');
    assert.deepEqual(row.answers, [first, second]);
    assert.equal(await store.answer(box.session, bytes(16), first), 'no-such-question');
    const other = await fresh();
    assert.equal(await store.answer(other.session, locator, first), 'no-such-question');
  });

  test('an answer sent again much later does not prolong what is kept', async () => {
    const box = await fresh();
    const [{ locator }] = box.questions;
    const first = answerOf(1);
    await store.answer(box.session, locator, first);
    clock.now += 9 * DAY;
    await store.answer(box.session, locator, first);
    assert.equal((await list(box, 'answered'))[0].expiresDay, dayOf(START) + 30);
  });

  test('of ten answers with one number at once one is kept', async () => {
    const box = await fresh();
    const [{ locator }] = box.questions;
    const said = await Promise.all(
      Array.from({ length: 10 }, () => store.answer(box.session, locator, answerOf(1))),
    );
    assert.deepEqual(said.sort(), ['kept', ...Array(9).fill('seq-taken')]);
    assert.equal((await store.answers(box.boxId, locator)).length, 1);
  });

  test('closes several at once and says how many, without draft and claim; an answer opens one again', async () => {
    const box = await fresh(3);
    const [one, two] = box.questions.map(({ locator }) => locator);
    await store.saveDraft(box.session, one, bytes(20));
    await store.claimQuestion(box.session, one);
    assert.equal(await store.closeQuestions(box.session, [one, two, bytes(16)]), 2);
    assert.equal(await store.closeQuestions(box.session, [one, two]), 0);
    assert.equal(await store.closeQuestions(box.session, []), 0);
    assert.deepEqual((await store.staffView(box.session)).counts, { new: 1, answered: 0, closed: 2 });
    const closed = await list(box, 'closed');
    assert.deepEqual([...new Set(closed.flatMap(({ draft, claimBy }) => [draft, claimBy]))], [null]);
    assert.equal(await store.answer(box.session, one, answerOf(1)), 'kept');
    assert.deepEqual((await store.staffView(box.session)).counts, { new: 1, answered: 1, closed: 1 });
  });

  test('an answer does not go over somebody else’s live claim, but what was kept is acknowledged', async () => {
    const box = await fresh();
    const [{ locator }] = box.questions;
    const first = answerOf(1);
    assert.equal(await store.answer(box.bert, locator, first), 'kept');
    await store.claimQuestion(box.session, locator);
    assert.equal(await store.answer(box.bert, locator, answerOf(2)), 'claimed');
    assert.equal(await store.answer(box.bert, locator, first), 'kept');
    assert.equal(await store.answer(box.session, locator, answerOf(2)), 'kept');
    clock.now += 1800;
    assert.equal(await store.answer(box.bert, locator, answerOf(3)), 'kept');
  });

  test('closing leaves alone what somebody else is at, until their claim is over', async () => {
    const box = await fresh(3);
    const [one, two, three] = box.questions.map(({ locator }) => locator);
    await store.claimQuestion(box.session, one);
    await store.claimQuestion(box.bert, two);
    assert.equal(await store.closeQuestions(box.bert, [one, two, three]), 2);
    const [left] = await list(box);
    assert.deepEqual([hex(left.question.locator), left.claimBy], [hex(one), 'ann']);
    clock.now += 1800;
    assert.equal(await store.closeQuestions(box.bert, [one]), 1);
  });

  test('sees how many wait, since when, and today', async () => {
    const box = await fresh(0);
    const empty = await store.staffView(box.session);
    assert.deepEqual(empty.counts, { new: 0, answered: 0, closed: 0 });
    assert.equal(empty.oldestWaitingDay, null);
    assert.equal(empty.backupDay, null);
    const early = questionFor(box);
    await store.send(early, bytes(32));
    clock.now += 3 * DAY;
    await store.send(questionFor(box), bytes(32));
    const view = await store.staffView(box.session);
    assert.equal(view.counts.new, 2);
    assert.equal(view.oldestWaitingDay, dayOf(START));
    assert.equal(view.today, dayOf(START) + 3);
    await store.answer(box.session, early.locator, answerOf(1));
    assert.equal((await store.staffView(box.session)).oldestWaitingDay, dayOf(START) + 3);
  });

  test('reads what was acknowledged, also while others write', async () => {
    const box = await fresh(0);
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const question = questionFor(box);
        await store.send(question, bytes(32));
        const seen = await list(box);
        assert.ok(seen.some((row) => hex(row.question.locator) === hex(question.locator)));
      }),
    );
    assert.equal((await store.putManifest(box.session, manifestOf(2), [])) === 'kept', true);
  });
});
