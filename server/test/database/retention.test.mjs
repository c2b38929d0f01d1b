import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answerOf,
  bytes,
  DAY,
  makeBox,
  manifestOf,
  onBoth,
  questionFor,
  START,
  stoppedClock,
} from './places.mjs';

onBoth('Retention', (place) => {
  const clock = stoppedClock();
  let store;
  let taken = false;
  const fresh = async () => {
    if (taken) {
      await place.fresh();
      await store.close();
    }
    taken = true;
    clock.now = START;
    store = await place.open({ clock });
    return makeBox(store);
  };
  const counts = async (box) => (await store.staffView(box.session)).counts;

  test('deletes a question with its answers after its last day, not on it, however often it is asked', async () => {
    const box = await fresh();
    const [one, two] = [questionFor(box), questionFor(box)];
    await store.send(one, bytes(32));
    await store.send(two, bytes(32));
    await store.answer(box.session, one.locator, answerOf(1));
    for (let day = 0; day < 3; day++) {
      clock.now += 10 * DAY;
      await store.retain();
    }
    assert.deepEqual(await counts(box), { new: 1, answered: 1, closed: 0 });
    assert.equal((await store.answers(box.boxId, one.locator)).length, 1);
    clock.now += DAY;
    const said = await Promise.all([store.retain(), store.retain()]);
    assert.deepEqual(said.map(({ deleted }) => deleted).sort(), [0, 2]);
    assert.deepEqual(await counts(box), { new: 0, answered: 0, closed: 0 });
    assert.deepEqual(await store.answers(box.boxId, one.locator), []);
    assert.deepEqual(await store.retain(), { deleted: 0 });
  });

  test('goes on until everything is gone, in batches that let others write', async () => {
    const box = await fresh();
    await Promise.all(Array.from({ length: 450 }, () => store.send(questionFor(box), bytes(32))));
    for (let day = 0; day < 3; day++) {
      clock.now += 10 * DAY;
      await store.retain();
    }
    clock.now += DAY;
    const [said, sent] = await Promise.all([store.retain(), store.send(questionFor(box), bytes(32))]);
    assert.deepEqual(said, { deleted: 450 });
    assert.equal(sent.outcome, 'kept');
    assert.deepEqual(await counts(box), { new: 1, answered: 0, closed: 0 });
  });

  test('an answer on the last day saves the question from a retention at the same time', async () => {
    const box = await fresh();
    const questions = Array.from({ length: 20 }, () => questionFor(box));
    for (const question of questions) await store.send(question, bytes(32));
    for (let day = 0; day < 3; day++) {
      clock.now += 10 * DAY;
      await store.retain();
    }
    clock.now += DAY;
    const [, ...said] = await Promise.all([
      store.retain(),
      ...questions.map(({ locator }) => store.answer(box.session, locator, answerOf(1))),
    ]);
    const kept = said.filter((one) => one === 'kept').length;
    assert.deepEqual(await counts(box), { new: 0, answered: kept, closed: 0 });
    for (const [at, { locator }] of questions.entries())
      assert.equal((await store.answers(box.boxId, locator)).length, said[at] === 'kept' ? 1 : 0);
  });

  test('ends sessions and claims that are over', async () => {
    const box = await fresh();
    await store.openSession(box.boxId, 'ann', bytes(32));
    await store.offerClaim(bytes(32));
    assert.deepEqual(await store.retain(), { deleted: 0 });
    clock.now += 3600;
    assert.deepEqual(await store.retain(), { deleted: 2 });
  });

  test('deletes nothing after a jump of the clock, forward or back, until a person says that it is right', async () => {
    const box = await fresh();
    await store.send(questionFor(box), bytes(32));
    await store.retain();
    clock.now += 14 * DAY;
    assert.deepEqual(await store.retain(), { deleted: 0 });
    clock.now += 60 * DAY;
    for (let time = 0; time < 3; time++) assert.deepEqual(await store.retain(), { refused: 'clock-jumped' });
    assert.equal((await counts(box)).new, 1);
    assert.deepEqual(await store.retain(true), { deleted: 1 });
    assert.deepEqual(await store.retain(), { deleted: 0 });
    clock.now -= 30 * DAY;
    assert.deepEqual(await store.retain(), { refused: 'clock-jumped' });
    assert.deepEqual(await store.retain(true), { deleted: 0 });
    clock.now += DAY;
    assert.deepEqual(await store.retain(), { deleted: 0 });
  });

  test('deletes invitations after their 72 hours', async () => {
    const box = await fresh();
    await store.invite(box.session, { claimHash: bytes(32), name: 'Bea', role: 'facilitator' });
    clock.now += 3 * DAY - 1;
    assert.deepEqual(await store.retain(), { deleted: 0 });
    clock.now += 1;
    assert.deepEqual(await store.retain(), { deleted: 1 });
  });

  test('remembers the last day that was seen over a restart', async () => {
    const box = await fresh();
    await store.send(questionFor(box), bytes(32));
    await store.retain();
    await store.close();
    clock.now += 100 * DAY;
    store = await place.open({ clock });
    assert.deepEqual(await store.retain(), { refused: 'clock-jumped' });
    assert.equal((await counts(box)).new, 1);
    assert.equal(await store.putManifest(box.session, manifestOf(2), []), 'kept');
  });
});
