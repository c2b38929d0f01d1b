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

onBoth('Sending', (place) => {
  const clock = stoppedClock();
  const open = () => place.open({ clock });
  let store;
  const fresh = async (manifest) => {
    clock.now = START;
    store ??= await open();
    return makeBox(store, manifest);
  };
  const rows = (box) => store.questions(box.session, { state: 'new', limit: 100 });

  test('keeps a question byte for byte, with the day and the day that it expires', async () => {
    const box = await fresh();
    const question = questionFor(box);
    const today = dayOf(START);
    assert.deepEqual(await store.send(question, bytes(32)), { outcome: 'kept', expiresDay: today + 30 });
    const [row, ...others] = await rows(box);
    assert.deepEqual(others, []);
    assert.deepEqual(row, {
      question,
      day: today,
      state: 'new',
      expiresDay: today + 30,
      claimBy: null,
      claimUntil: null,
      draft: null,
      answers: [],
    });
    assert.equal(Object.getPrototypeOf(row.question.ct), Uint8Array.prototype);
    assert.equal(row.question.ct.buffer.byteLength, 8208);
  });

  test('the same bytes again are kept once, also later, when closed and after the epoch has ended', async () => {
    const box = await fresh();
    const question = questionFor(box);
    const hash = bytes(32);
    const kept = await store.send(question, hash);
    clock.now += 5 * DAY;
    assert.deepEqual(await store.send(question, hash), kept);
    await store.closeQuestions(box.session, [question.locator]);
    assert.deepEqual(await store.send(question, hash), kept);
    await store.putManifest(box.session, manifestOf(2), []);
    clock.now += 200 * DAY;
    assert.deepEqual(await store.send(question, hash), kept);
    assert.deepEqual((await store.staffView(box.session)).counts, { new: 0, answered: 0, closed: 1 });
  });

  test('another body under the same locator is refused, and changes nothing', async () => {
    const box = await fresh();
    const question = questionFor(box);
    await store.send(question, bytes(32));
    const other = questionFor(box, { locator: question.locator });
    assert.deepEqual(await store.send(other, bytes(32)), { outcome: 'other-body' });
    assert.deepEqual((await rows(box))[0].question, question);
  });

  test('the same locator in another box is another question', async () => {
    const [one, two] = [await fresh(), await fresh()];
    const question = questionFor(one);
    await store.send(question, bytes(32));
    const other = questionFor(two, { locator: question.locator });
    assert.equal((await store.send(other, bytes(32))).outcome, 'kept');
  });

  test('a box that is not there, or has no manifest yet, takes nothing', async () => {
    const box = await fresh(null);
    const manifest = manifestOf(1);
    const into = (boxId) => store.send(questionFor({ boxId, manifest }), bytes(32));
    assert.deepEqual(await into(bytes(16)), { outcome: 'no-such-box' });
    assert.deepEqual(await into(box.boxId), { outcome: 'no-such-box' });
  });

  test('the epoch before is taken for 48 hours, the one before that and foreign keys are not', async () => {
    const box = await fresh();
    const second = manifestOf(2);
    const third = manifestOf(3);
    const outcome = async (manifest) =>
      (await store.send(questionFor({ ...box, manifest }), bytes(32))).outcome;
    await store.putManifest(box.session, second, []);
    assert.equal(await outcome(box.manifest), 'kept');
    assert.equal(await outcome(second), 'kept');
    assert.equal(await outcome(manifestOf(2)), 'epoch-expired');
    clock.now += 2 * DAY - 1;
    assert.equal(await outcome(box.manifest), 'kept');
    clock.now += 1;
    assert.equal(await outcome(box.manifest), 'epoch-expired');
    await store.putManifest(box.session, third, []);
    assert.equal(await outcome(box.manifest), 'epoch-expired');
    assert.equal(await outcome(second), 'kept');
    const otherSuite = questionFor({ ...box, manifest: third }, { suite: 2 });
    assert.equal((await store.send(otherSuite, bytes(32))).outcome, 'epoch-expired');
  });

  test('nothing new is taken later than two days after the manifest, for then its tombstones go', async () => {
    const box = await fresh(manifestOf(1, { notAfter: dayOf(START) + 3 }));
    clock.now += 5 * DAY;
    assert.equal((await store.send(questionFor(box), bytes(32))).outcome, 'kept');
    clock.now += DAY;
    assert.equal((await store.send(questionFor(box), bytes(32))).outcome, 'epoch-expired');
  });

  test('an answer prolongs what is kept, and never ends it earlier than the visitor was told', async () => {
    const box = await fresh();
    const question = questionFor(box);
    await store.send(question, bytes(32));
    clock.now += 10 * DAY;
    await store.answer(box.session, question.locator, answerOf(1));
    const listed = async () => (await store.questions(box.session, { state: 'answered', limit: 1 }))[0];
    assert.equal((await listed()).expiresDay, dayOf(START) + 40);
    await store.putManifest(box.session, manifestOf(2, { retentionDays: 5 }), []);
    await store.answer(box.session, question.locator, answerOf(2));
    assert.equal((await listed()).expiresDay, dayOf(START) + 40);
  });

  test('of a hundred at once with two bodies one is kept, and every one of its senders is told so', async () => {
    const box = await fresh();
    const locator = bytes(16);
    const [one, two] = [questionFor(box, { locator }), questionFor(box, { locator })];
    const [hashOne, hashTwo] = [bytes(32), bytes(32)];
    const sent = await Promise.all(
      Array.from({ length: 100 }, (_, at) => (at % 2 ? store.send(one, hashOne) : store.send(two, hashTwo))),
    );
    const kept = await rows(box);
    assert.equal(kept.length, 1);
    const winner = Buffer.compare(kept[0].question.ct, one.ct) === 0 ? 1 : 0;
    for (const [at, { outcome }] of sent.entries())
      assert.equal(outcome, at % 2 === winner ? 'kept' : 'other-body');
  });
});

onBoth('A full box', (place) => {
  test('takes no more, tells repeats that they are kept, and takes again when there is room', async () => {
    const store = await place.open({ boxLimit: 3, clock: stoppedClock() });
    const box = await makeBox(store);
    const questions = Array.from({ length: 4 }, () => [questionFor(box), bytes(32)]);
    for (const [question, hash] of questions.slice(0, 3))
      assert.equal((await store.send(question, hash)).outcome, 'kept');
    assert.deepEqual(await store.send(...questions[3]), { outcome: 'box-full' });
    assert.equal((await store.send(...questions[0])).outcome, 'kept');
    const other = await makeBox(store);
    assert.equal((await store.send(questionFor(other), bytes(32))).outcome, 'kept');
    await store.erase(box.boxId, questions[0][0].locator, questions[0][0].eraseHash);
    assert.equal((await store.send(...questions[3])).outcome, 'kept');
    assert.deepEqual(await store.send(questionFor(box), bytes(32)), { outcome: 'box-full' });
  });

  test('is not filled beyond its limit by many at once, but for those that one PostgreSQL node writes together', async () => {
    const store = await place.open({ boxLimit: 70, clock: stoppedClock(), beside: true });
    const box = await makeBox(store);
    const sent = await Promise.all(
      Array.from({ length: 120 }, () => store.send(questionFor(box), bytes(32))),
    );
    const kept = sent.filter(({ outcome }) => outcome === 'kept').length;
    assert.ok(kept >= 70 && kept <= (place.kind === 'sqlite' ? 70 : 86), `${kept} kept`);
  });
});
