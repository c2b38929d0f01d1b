import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accountNamed,
  bytes,
  document,
  keyIdOf,
  makeBox,
  manifestOf,
  onBoth,
  questionFor,
  rosterOf,
  START,
  sealedKey,
  sheetOf,
  stoppedClock,
} from './places.mjs';

onBoth('A box', (place) => {
  const clock = stoppedClock();
  let store;
  const ready = async () => {
    clock.now = START;
    store ??= await place.open({ clock });
  };
  const newBox = (boxId = bytes(16)) => ({
    boxId,
    roster: rosterOf(1, [{ id: 'ann', role: 'keeper', pk: bytes(65) }]),
    account: accountNamed('ann'),
    keys: [],
    sheet: sheetOf(),
  });

  test('is made by the newest claim, once, within its hour', async () => {
    await ready();
    const [old, claim] = [bytes(32), bytes(32)];
    await store.offerClaim(old);
    await store.offerClaim(claim);
    assert.equal(await store.makeBox(old, newBox()), 'claim-refused');
    assert.equal(await store.makeBox(bytes(32), newBox()), 'claim-refused');
    clock.now += 3600;
    assert.equal(await store.makeBox(claim, newBox()), 'claim-refused');
    clock.now -= 1;
    const box = newBox();
    assert.equal(await store.makeBox(claim, box), 'made');
    assert.equal(await store.makeBox(claim, newBox()), 'claim-refused');
    await store.offerClaim(claim);
    assert.equal(await store.makeBox(claim, box), 'box-exists');
    assert.equal(await store.makeBox(claim, newBox()), 'made');
  });

  test('of ten that use one claim at once one is made', async () => {
    await ready();
    const claim = bytes(32);
    await store.offerClaim(claim);
    const said = await Promise.all(Array.from({ length: 10 }, () => store.makeBox(claim, newBox())));
    assert.deepEqual(said.sort(), [...Array(9).fill('claim-refused'), 'made']);
  });

  test('that cannot be made wholly is not made at all, and the claim is still good', async () => {
    await ready();
    const claim = bytes(32);
    await store.offerClaim(claim);
    const box = newBox();
    await assert.rejects(store.makeBox(claim, { ...box, account: { ...box.account, salt: undefined } }));
    assert.equal(await store.makeBox(claim, box), 'made');
  });

  test('gives an account by name or id, in its own box alone', async () => {
    await ready();
    const claim = bytes(32);
    await store.offerClaim(claim);
    const box = newBox();
    const account = { ...accountNamed('ann'), name: 'ann bee' };
    await store.makeBox(claim, { ...box, account });
    assert.deepEqual(await store.account(box.boxId, { name: 'ann bee' }), account);
    assert.deepEqual(await store.account(box.boxId, { id: 'ann' }), account);
    assert.equal(await store.account(box.boxId, { name: 'ann' }), undefined);
    assert.equal(await store.account(bytes(16), { id: 'ann' }), undefined);
  });

  test('shows everybody its newest manifest, and the catalogue when there is one', async () => {
    await ready();
    const box = await makeBox(store, null);
    assert.equal(await store.published(box.boxId), undefined);
    const [first, second] = [manifestOf(1), manifestOf(7)];
    assert.equal(await store.putManifest(box.session, first, []), 'kept');
    assert.deepEqual(await store.published(box.boxId), { manifest: first.document, catalogue: null });
    assert.equal(await store.putManifest(box.session, second, []), 'kept');
    assert.equal(await store.putManifest(box.session, first, []), 'older');
    const changed = { ...second, document: document() };
    assert.equal(await store.putManifest(box.session, changed, []), 'kept');
    assert.equal(await store.putManifest(box.session, manifestOf(7), []), 'older');
    const catalogue = document({ entries: ['x'.repeat(100_000)] });
    assert.equal(await store.putCatalogue(box.session, catalogue, 3), 'kept');
    assert.deepEqual(await store.published(box.boxId), { manifest: changed.document, catalogue });
    assert.equal(await store.putCatalogue(box.session, document(), 2), 'older');
    assert.equal(await store.putCatalogue(box.session, document(), 3), 'older');
    assert.equal(await store.putCatalogue(box.session, catalogue, 3), 'kept');
    assert.equal(await store.putCatalogue(box.session, document(), 4), 'kept');
  });

  test('keeps a manifest together with the catalogue that its new key signed, or neither', async () => {
    await ready();
    const box = await makeBox(store);
    await store.putManifest(box.session, manifestOf(2), []);
    const [earlier, later] = [document(), document()];
    await store.putCatalogue(box.session, earlier, 5);
    const third = manifestOf(3);
    const tooOld = { document: later, number: 5 };
    assert.equal(await store.putManifest(box.session, third, [], tooOld), 'older');
    assert.deepEqual((await store.published(box.boxId)).catalogue, earlier);
    assert.equal(await store.putManifest(box.session, third, [], { document: later, number: 6 }), 'kept');
    const both = { manifest: third.document, catalogue: later };
    assert.deepEqual(await store.published(box.boxId), both);
    const second = await store.putManifest(box.session, manifestOf(2), [], {
      document: document(),
      number: 7,
    });
    assert.equal(second, 'older');
    assert.deepEqual(await store.published(box.boxId), both);
  });

  test('keeps every roster, and takes the next version once', async () => {
    await ready();
    const box = await makeBox(store);
    const next = () => rosterOf(2, [box.ann]);
    const said = await Promise.all(
      Array.from({ length: 6 }, () => store.putRoster(box.session, next(), { keys: [] })),
    );
    assert.deepEqual(said.sort(), ['kept', ...Array(5).fill('version-taken')]);
    assert.equal(await store.putRoster(box.session, rosterOf(4, [box.ann]), { keys: [] }), 'version-taken');
    const third = rosterOf(3, [box.ann]);
    assert.equal(await store.putRoster(box.session, third, { keys: [] }), 'kept');
    const { rosters } = await store.staffView(box.session);
    assert.equal(rosters.length, 3);
    assert.deepEqual(rosters[2], third.document);
  });

  test('gives a member the keys that are sealed to this member, and lets no later sealing take the place of one that stands', async () => {
    await ready();
    const box = await makeBox(store);
    const mine = keyIdOf(box.ann.pk);
    const [epochKey, broken, foreign] = [sealedKey(mine), sealedKey(mine), sealedKey(bytes(8))];
    const publishing = sealedKey(mine, epochKey.keyId, 'publishing');
    await store.putManifest(box.session, manifestOf(2), [epochKey, foreign]);
    const sealed = [{ ...broken, keyId: epochKey.keyId }, publishing];
    await store.putRoster(box.session, rosterOf(2, [box.ann]), { keys: sealed });
    const { keys } = await store.staffView(box.session);
    const byKind = (one, other) => one.kind.localeCompare(other.kind);
    assert.deepEqual([...keys].sort(byKind), [epochKey, publishing]);
  });

  test('whoever is not on the roster any more is signed out and has no account and no claim', async () => {
    await ready();
    const box = await makeBox(store);
    const token = bytes(32);
    await store.openSession(box.boxId, 'ann', token);
    const question = questionFor(box);
    await store.send(question, bytes(32));
    await store.claimQuestion(box.session, question.locator);
    const bea = { id: 'bea', role: 'keeper', pk: bytes(65) };
    const other = await makeBox(store);
    const otherToken = bytes(32);
    await store.openSession(other.boxId, 'ann', otherToken);
    await store.putRoster(box.session, rosterOf(2, [bea]), { keys: [] });
    assert.equal(await store.session(token), undefined);
    assert.equal(await store.account(box.boxId, { id: 'ann' }), undefined);
    const bert = { ...box.session, memberId: 'bea' };
    assert.notEqual(await store.claimQuestion(bert, question.locator), 'claimed');
    assert.ok(await store.session(otherToken));
  });

  test('a role is what the newest roster says, at once', async () => {
    await ready();
    const box = await makeBox(store);
    const token = bytes(32);
    await store.openSession(box.boxId, 'ann', token);
    assert.deepEqual(await store.session(token), box.session);
    await store.putRoster(box.session, rosterOf(2, [{ ...box.ann, role: 'facilitator' }]), { keys: [] });
    assert.deepEqual(await store.session(token), { ...box.session, role: 'facilitator' });
  });

  test('a session ends after 15 idle minutes, 8 hours in all, or when it is told to', async () => {
    await ready();
    const box = await makeBox(store);
    const [idle, busy, left] = [bytes(32), bytes(32), bytes(32)];
    for (const token of [idle, busy, left]) await store.openSession(box.boxId, 'ann', token);
    assert.ok(await store.session(left));
    await store.endSession(left);
    assert.equal(await store.session(left), undefined);
    assert.equal(await store.session(bytes(32)), undefined);
    for (let seconds = 0; seconds < 8 * 3600; seconds += 890) {
      assert.ok(await store.session(busy), `after ${seconds} s`);
      if (seconds === 890) assert.equal(await store.session(idle).then(Boolean), true);
      clock.now += 890;
    }
    assert.equal(await store.session(idle), undefined);
    clock.now = START + 8 * 3600;
    assert.equal(await store.session(busy), undefined);
  });

  test('a secret is made once, also by many at once and by another node', async () => {
    await ready();
    const other = await place.open({ clock, beside: true });
    const made = await Promise.all([store, other, store, other].map((one) => one.secret('proof')));
    for (const one of made) assert.deepEqual(one, made[0]);
    assert.equal(made[0].length, 32);
    assert.notDeepEqual(await store.secret('decoy'), made[0]);
  });
});

onBoth('Without a clock of a test', (place) => {
  test('the time is the database’s own, and the database is ready', async () => {
    const store = await place.open();
    const now = await store.now();
    assert.ok(Number.isInteger(now) && Math.abs(now - Date.now() / 1000) < 60);
    assert.equal(await store.ready(), true);
    assert.equal(await store.ready(), true);
  });
});
