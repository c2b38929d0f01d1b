/** Guessing a passphrase is slowed, for accounts that exist and those that do not alike, and nobody is locked out. */
import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { clientOf } from '../set-up/http-client.mjs';
import { sealing } from '../set-up/sealing.mjs';
import { aBox, aClock, anApp, OWN, onBothDatabases, Recent, SignInThrottle } from './an-app.mjs';

const { randomBytes, toBase64url } = sealing;

onBothDatabases('signing in', (open) => {
  let store;
  let app;
  let desk;
  let right;
  let ask;
  const attempt = (id, kAuth = toBase64url(randomBytes(32))) =>
    ask('POST', `${desk.path}/sessions`, { id, kAuth });

  before(async () => {
    store = await open();
    desk = await aBox(store, anApp(store).fetch);
    const { passphrase, account, id } = desk.member;
    const secrets = await sealing.deriveStaffSecrets(passphrase, {
      salt: sealing.fromBase64url(account.salt, 'salt'),
      iterations: account.iterations,
      boxId: desk.boxId,
      facilitatorId: id,
    });
    right = toBase64url(secrets.kAuth);
  });
  beforeEach(() => {
    app = anApp(store);
    ask = clientOf(OWN, { fetch: app.fetch });
  });

  it('waits 1, 2, 4 … 60 seconds after failures, the same for an id that is nobody’s', async () => {
    for (const id of ['ada', 'nobody']) {
      for (const wait of [1, 2, 4, 8, 16, 32, 60, 60, 60]) {
        assert.equal((await attempt(id)).status, 401, `${id} ${wait}`);
        const { status, headers, body } = await attempt(id);
        assert.equal(status, 429);
        assert.equal(body.type, 'urn:kith:problem:too-many');
        assert.equal(headers.get('retry-after'), String(wait));
        app.monotonic.pass(wait - 0.5);
        assert.equal(
          (await attempt(id)).headers.get('retry-after'),
          '1',
          'a try too soon makes it no longer',
        );
        app.monotonic.pass(0.5);
      }
    }
  });

  it('never locks: after the longest wait the right one is let in, and nothing is held against it', async () => {
    for (let failures = 0; failures < 20; failures++) {
      assert.equal((await attempt('ada')).status, 401);
      app.monotonic.pass(60);
    }
    assert.equal((await attempt('ada', right)).status, 200);
    assert.equal((await attempt('ada', right)).status, 200, 'at once again');
    assert.equal((await attempt('ada')).status, 401);
    assert.equal((await attempt('ada')).headers.get('retry-after'), '1', 'begins anew');
  });

  it('lets no more guesses through when many come at once', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, () => attempt('ada')));
    const statuses = all.map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 401).length, 1);
    assert.equal(statuses.filter((status) => status === 429).length, 29);
  });

  it('slows one account and no other', async () => {
    await attempt('eve');
    assert.equal((await attempt('eve')).status, 429);
    assert.equal((await attempt('ada', right)).status, 200);
  });

  it('forgets failures after a quarter of an hour', async () => {
    for (let failures = 0; failures < 5; failures++) {
      await attempt('ada');
      app.monotonic.pass(60);
    }
    app.monotonic.pass(900);
    await attempt('ada');
    assert.equal((await attempt('ada')).headers.get('retry-after'), '1');
  });

  it('gives a new token each time, which is stored only as a hash', async () => {
    const tokens = [];
    for (let one = 0; one < 3; one++) tokens.push((await attempt('ada', right)).body.token);
    assert.equal(new Set(tokens).size, 3);
    const hash = async (token) =>
      new Uint8Array(await crypto.subtle.digest('SHA-256', sealing.fromBase64url(token, 'token', 32)));
    assert.equal((await store.session(await hash(tokens[0])))?.memberId, 'ada');
    assert.equal(await store.session(sealing.fromBase64url(tokens[0], 'token', 32)), undefined);
  });

  it('keeps sessions when the server is started anew over the same database', async () => {
    const { token } = (await attempt('ada', right)).body;
    const again = clientOf(OWN, { fetch: anApp(store).fetch });
    const { status } = await again('GET', `${desk.path}/box`, undefined, {
      authorization: `Bearer ${token}`,
    });
    assert.equal(status, 200);
  });
});

describe('what is remembered of failures', () => {
  it('of an account is not pushed out by a flood of names that are nobody’s', () => {
    const throttle = new SignInThrottle(aClock());
    assert.equal(throttle.begin('ada', true), 0);
    for (let one = 0; one < 20_000; one++) throttle.begin(`nobody-${one}`, false);
    assert.equal(throttle.begin('ada', true), 1);
  });

  it('is bounded, and the one that was looked at longest ago goes first', () => {
    const kept = new Recent(3);
    for (const name of ['a', 'b', 'c']) kept.set(name, name);
    kept.get('a');
    kept.set('d', 'd');
    assert.equal(kept.size, 3);
    assert.equal(kept.get('b'), undefined);
    assert.equal(kept.get('a'), 'a');
    for (let one = 0; one < 10_000; one++) kept.set(String(one), '');
    assert.equal(kept.size, 3);
  });
});
