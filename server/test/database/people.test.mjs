import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountNamed, bytes, DAY, makeBox, onBoth, rosterOf, START, stoppedClock } from './places.mjs';

onBoth('The staff', (place) => {
  const clock = stoppedClock();
  let store;
  const fresh = async () => {
    clock.now = START;
    store ??= await place.open({ clock });
    return makeBox(store);
  };
  const enrolmentOf = (id, secrets = accountNamed(id)) => {
    const { salt, iterations, authHash, wrapped } = secrets;
    return {
      pk: bytes(65),
      verifyPk: bytes(65),
      mac: bytes(32),
      account: { id, salt, iterations, authHash, wrapped },
    };
  };
  const bea = { name: 'Bea', role: 'facilitator' };
  const invited = async (box, more = bea, claimHash = bytes(32)) => {
    const said = await store.invite(box.session, { claimHash, ...more });
    assert.deepEqual(said, { until: clock.now + 3 * DAY });
    return claimHash;
  };
  /** Somebody invited, and the roster that has them as they enrolled. */
  const enrolled = async (box, id = 'bea') => {
    const claim = await invited(box);
    const enrolment = enrolmentOf(id);
    assert.equal(await store.enrol(box.boxId, claim, enrolment), 'kept');
    const { pk, verifyPk } = enrolment;
    const member = { id, name: 'bea', role: 'facilitator', pk, verifyPk };
    return { claim, enrolment, member };
  };

  test('an invitation says what it is for until it is used, once', async () => {
    const box = await fresh();
    const claim = await invited(box);
    const { rosters, ...said } = await store.invitation(box.boxId, claim);
    assert.deepEqual(said, { ...bea, by: 'ann' });
    assert.equal(rosters.length, 1);
    assert.equal(await store.invitation(box.boxId, bytes(32)), undefined);
    assert.equal(await store.invitation(bytes(16), claim), undefined);
    const said2 = await Promise.all(
      ['x', 'y', 'z'].map((id) => store.enrol(box.boxId, claim, enrolmentOf(id))),
    );
    assert.deepEqual(said2.sort(), ['claim-refused', 'claim-refused', 'kept']);
    assert.equal(await store.invitation(box.boxId, claim), undefined);
    assert.equal(await store.enrol(bytes(16), claim, enrolmentOf('bea')), 'claim-refused');
  });

  test('an invitation ends after 72 hours, when it is withdrawn, and with whoever made it', async () => {
    const box = await fresh();
    const [late, gone, after] = [await invited(box), bytes(32), bytes(32)];
    await invited(box, { name: 'Cy', role: 'facilitator' }, gone);
    await invited(box, { name: 'Di', role: 'keeper' }, after);
    await store.withdraw(box.session, gone);
    assert.equal(await store.enrol(box.boxId, gone, enrolmentOf('bea')), 'claim-refused');
    clock.now += 3 * DAY - 1;
    assert.ok(await store.invitation(box.boxId, late));
    clock.now += 1;
    assert.equal(await store.invitation(box.boxId, late), undefined);
    assert.equal(await store.enrol(box.boxId, late, enrolmentOf('bea')), 'claim-refused');
    assert.deepEqual((await store.staffView(box.session)).invitations, []);
    const byAnn = await invited(box);
    const keeper = { id: 'eve', role: 'keeper' };
    await store.putRoster(box.session, rosterOf(2, [{ ...box.ann, role: 'facilitator' }, keeper]), {
      keys: [],
    });
    assert.equal(await store.enrol(box.boxId, byAnn, enrolmentOf('bea')), 'claim-refused');
  });

  test('an invitation asked for again is the same one; another by its hash is refused', async () => {
    const box = await fresh();
    const claim = await invited(box);
    clock.now += 60;
    assert.deepEqual(await store.invite(box.session, { claimHash: claim, ...bea }), {
      until: START + 3 * DAY,
    });
    assert.equal(await store.invite(box.session, { claimHash: claim, ...bea, role: 'keeper' }), 'refused');
    const taken = ['ANN', ' ann ', 'bea'];
    for (const name of taken)
      assert.equal(await store.invite(box.session, { ...bea, claimHash: bytes(32), name }), 'name-taken');
  });

  test('at most twenty invitations stand, also when many are made at once', async () => {
    const box = await fresh();
    const said = await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        store.invite(box.session, { claimHash: bytes(32), name: `guest ${at}`, role: 'facilitator' }),
      ),
    );
    assert.equal(said.filter((one) => one === 'box-full').length, 4);
    assert.equal((await store.staffView(box.session)).invitations.length, 20);
  });

  test('keepers see invitations and what came back, facilitators do not', async () => {
    const box = await fresh();
    const { claim, enrolment } = await enrolled(box);
    const { invitations } = await store.staffView(box.session);
    const { pk, verifyPk, mac } = enrolment;
    const expected = {
      claimHash: claim,
      ...bea,
      by: 'ann',
      until: START + 3 * DAY,
      enrolment: { pk, verifyPk, mac, id: 'bea' },
    };
    assert.deepEqual(invitations, [expected]);
    const other = await store.staffView({ ...box.session, role: 'facilitator' });
    assert.deepEqual(other.invitations, []);
  });

  test('who enrolled is let in by the roster, with the account that was sent, and the invitation is over', async () => {
    const box = await fresh();
    const { claim, enrolment, member } = await enrolled(box);
    assert.equal(await store.account(box.boxId, { name: 'bea' }), undefined);
    const roster = rosterOf(2, [box.ann, member]);
    assert.equal(await store.putRoster(box.session, roster, { keys: [], accept: claim }), 'kept');
    const account = await store.account(box.boxId, { name: 'bea' });
    assert.deepEqual(account, { ...enrolment.account, name: 'bea', role: 'facilitator' });
    assert.deepEqual((await store.staffView(box.session)).invitations, []);
    const again = rosterOf(3, [box.ann, member]);
    assert.equal(await store.putRoster(box.session, again, { keys: [], accept: claim }), 'refused');
  });

  test('nobody is let in with other keys, another name, role or id than enrolled; nothing is written then', async () => {
    const box = await fresh();
    const { claim, member } = await enrolled(box);
    const changes = [
      { pk: bytes(65) },
      { verifyPk: bytes(65) },
      { name: 'eve' },
      { role: 'keeper' },
      { id: 'eve' },
    ];
    for (const changed of changes) {
      const roster = rosterOf(2, [box.ann, { ...member, ...changed }]);
      assert.equal(await store.putRoster(box.session, roster, { keys: [], accept: claim }), 'refused');
    }
    const roster = rosterOf(2, [box.ann, member]);
    for (const accept of [bytes(32), await invited(box, { name: 'Cy', role: 'facilitator' })])
      assert.equal(await store.putRoster(box.session, roster, { keys: [], accept }), 'refused');
    assert.equal((await store.staffView(box.session)).rosters.length, 1);
    assert.equal(await store.putRoster(box.session, roster, { keys: [], accept: claim }), 'kept');
  });

  test('nobody enrols as somebody who is there, and the invitation still stands', async () => {
    const box = await fresh();
    const claim = await invited(box);
    assert.equal(await store.enrol(box.boxId, claim, enrolmentOf('ann')), 'refused');
    assert.equal(await store.enrol(box.boxId, claim, enrolmentOf('bea')), 'kept');
  });

  test('a name in the roster is the name to sign in by, also when two change theirs with each other', async () => {
    const box = await fresh();
    const { claim, member } = await enrolled(box);
    await store.putRoster(box.session, rosterOf(2, [box.ann, member]), { keys: [], accept: claim });
    const swapped = [
      { ...box.ann, name: 'bea' },
      { ...member, name: 'ann' },
    ];
    assert.equal(await store.putRoster(box.session, rosterOf(3, swapped), { keys: [] }), 'kept');
    assert.equal((await store.account(box.boxId, { name: 'ann' })).id, 'bea');
    assert.equal((await store.account(box.boxId, { name: 'bea' })).id, 'ann');
  });

  test('a new passphrase takes the place of the old one and ends the other sessions', async () => {
    const box = await fresh();
    const { authHash } = await store.account(box.boxId, { id: 'ann' });
    const [mine, elsewhere, other] = [bytes(32), bytes(32), bytes(32)];
    for (const token of [mine, elsewhere]) await store.openSession(box.boxId, 'ann', token);
    const otherBox = await makeBox(store);
    await store.openSession(otherBox.boxId, 'ann', other);
    const { id: _id, name: _name, role: _role, ...fresh2 } = accountNamed('ann');
    const change = (old) => store.changeAccount(box.session, mine, old, fresh2);
    assert.equal(await change(bytes(32)), 'sign-in-refused');
    assert.ok(await store.session(elsewhere));
    assert.equal(await change(authHash), 'changed');
    assert.equal(await store.session(elsewhere), undefined);
    assert.ok(await store.session(mine));
    assert.ok(await store.session(other));
    const { authHash: now, name, role } = await store.account(box.boxId, { id: 'ann' });
    assert.deepEqual([now, name, role], [fresh2.authHash, 'ann', 'keeper']);
    assert.equal(await change(authHash), 'sign-in-refused');
  });
});
