import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accountNamed,
  bytes,
  DAY,
  dayOf,
  keyIdOf,
  makeBox,
  manifestOf,
  onBoth,
  rosterOf,
  START,
  sealedKey,
  sheetOf,
  stoppedClock,
} from './places.mjs';

onBoth('The recovery sheet', (place) => {
  const clock = stoppedClock();
  let store;
  const fresh = async () => {
    clock.now = START;
    store ??= await place.open({ clock });
    return makeBox(store);
  };

  test('has to be proven before the box opens', async () => {
    clock.now = START;
    store ??= await place.open({ clock });
    const [claim, boxId, sheet] = [bytes(32), bytes(16), sheetOf()];
    await store.offerClaim(claim);
    const ann = { id: 'ann', role: 'keeper' };
    await store.makeBox(claim, {
      boxId,
      roster: rosterOf(1, [ann]),
      account: accountNamed('ann'),
      keys: [],
      sheet,
    });
    const session = { boxId, memberId: 'ann', role: 'keeper' };
    const manifest = manifestOf(1);
    assert.equal((await store.staffView(session)).sheetProvenDay, null);
    assert.equal(await store.putManifest(session, manifest, []), 'sheet-not-proven');
    assert.equal(await store.published(boxId), undefined);
    assert.equal(await store.sheetProven(boxId, bytes(32)), 'refused');
    assert.equal(await store.sheetProven(bytes(16), sheet.answerHash), 'refused');
    assert.equal(await store.putManifest(session, manifest, []), 'sheet-not-proven');
    assert.equal(await store.sheetProven(boxId, sheet.answerHash), 'proven');
    assert.equal((await store.staffView(session)).sheetProvenDay, dayOf(START));
    assert.equal(await store.putManifest(session, manifest, []), 'kept');
  });

  test('is known by hashes, and opens what is sealed to it', async () => {
    const box = await fresh();
    const recoveryPk = bytes(65);
    const [mine, anns] = [sealedKey(keyIdOf(recoveryPk)), sealedKey(keyIdOf(box.ann.pk))];
    const roster = rosterOf(2, [box.ann], recoveryPk);
    const sheet = { ...sheetOf(), test: '{"for":"paper"}' };
    await store.putManifest(box.session, manifestOf(4), []);
    await store.putRoster(box.session, roster, { keys: [mine, anns], sheet });
    const { test: paper, ...hashes } = sheet;
    assert.deepEqual(await store.sheet(box.boxId), hashes);
    assert.equal(await store.sheet(bytes(16)), undefined);
    const opened = await store.recover(box.boxId);
    assert.deepEqual(opened.keys, [mine]);
    assert.equal(opened.test, paper);
    assert.equal(opened.rosters.length, 2);
    assert.deepEqual(
      opened.manifests,
      (await store.staffView(box.session)).manifests,
      'of every epoch, the oldest first',
    );
    assert.equal(opened.manifests.length, 2);
    assert.equal(await store.recover(bytes(16)), undefined);
  });

  test('is not proven any more once there is a new one, and an open box stays open', async () => {
    const box = await fresh();
    await store.putRoster(box.session, rosterOf(2, [box.ann]), { keys: [], sheet: sheetOf() });
    assert.equal((await store.staffView(box.session)).sheetProvenDay, null);
    assert.equal(await store.sheetProven(box.boxId, box.sheet.answerHash), 'refused');
    assert.equal(await store.putManifest(box.session, manifestOf(2), []), 'kept');
  });

  test('makes a member’s account anew and ends their sessions, once for a roster', async () => {
    const box = await fresh();
    const [hers, others] = [bytes(32), bytes(32)];
    await store.openSession(box.boxId, 'ann', hers);
    const other = await makeBox(store);
    await store.openSession(other.boxId, 'ann', others);
    const account = accountNamed('ann');
    const pk = bytes(65);
    const roster = rosterOf(2, [{ ...box.ann, pk }]);
    const key = sealedKey(keyIdOf(pk));
    assert.equal(await store.recoverAccount(box.boxId, roster, [key], account), 'kept');
    assert.equal(await store.recoverAccount(box.boxId, roster, [key], account), 'version-taken');
    assert.deepEqual(await store.account(box.boxId, { id: 'ann' }), account);
    assert.equal(await store.session(hers), undefined);
    assert.ok(await store.session(others));
    assert.deepEqual((await store.staffView(box.session)).keys, [key]);
  });

  test('keeps a manifest that is signed anew together with the roster, or neither', async () => {
    const box = await fresh();
    await store.sheetProven(box.boxId, box.sheet.answerHash);
    await store.putManifest(box.session, manifestOf(3), []);
    const account = accountNamed('ann');
    const roster = rosterOf(2, [{ ...box.ann, pk: bytes(65) }]);
    const older = await store.recoverAccount(box.boxId, roster, [], account, manifestOf(2));
    assert.equal(older, 'version-taken');
    assert.equal((await store.staffView(box.session)).rosters.length, 1);
    const next = manifestOf(4);
    assert.equal(await store.recoverAccount(box.boxId, roster, [], account, next), 'kept');
    const view = await store.staffView(box.session);
    assert.deepEqual([view.rosters.length, view.manifest], [2, next.document]);
  });
});

onBoth('The audit', (place) => {
  const clock = stoppedClock();

  test('says by day who did what how often, and what was done with the sheet', async () => {
    const store = await place.open({ clock });
    const box = await makeBox(store);
    await store.recover(box.boxId);
    clock.now += 2 * DAY;
    await store.putOrigins(box.session, ['https://a.example']);
    await store.putOrigins(box.session, ['https://b.example', 'https://a.example', 'https://a.example']);
    assert.deepEqual(await store.origins(box.boxId), ['https://a.example', 'https://b.example']);
    const { rows, next } = await store.audit(box.session);
    assert.equal(next, null);
    assert.deepEqual(
      rows.map(({ day, actor, action, kind, times }) => [day - dayOf(START), actor, action, kind, times]),
      [
        [2, 'ann', 'changed', 'origins', 2],
        [0, '', 'opened', 'sheet', 1],
        [0, '', 'proved', 'sheet', 1],
        [0, 'ann', 'made', 'box', 1],
        [0, 'ann', 'signed', 'manifest', 1],
      ],
    );
    const other = await makeBox(store);
    assert.ok((await store.audit(other.session)).rows.every(({ kind }) => kind !== 'origins'));
  });

  test('is told a month at a time, no day twice and none left out', async () => {
    const store = await place.open({ clock, beside: true });
    const box = await makeBox(store);
    const days = [];
    for (let day = 0; day < 70; day++) {
      clock.now += DAY;
      await store.putOrigins(box.session, []);
      days.push(dayOf(clock.now));
    }
    const seen = [];
    let pages = 0;
    for (let before; before !== null; pages++) {
      const page = await store.audit(box.session, before);
      seen.push(...page.rows.filter(({ kind }) => kind === 'origins').map(({ day }) => day));
      before = page.next;
    }
    assert.deepEqual(seen, days.reverse());
    assert.equal(pages, 3);
  });
});
