/** The proof of work: shared by nodes, for a while, for one box, and harder when a box is flooded. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { before, beforeEach, it } from 'node:test';
import { clientOf } from '../set-up/http-client.mjs';
import { sealing } from '../set-up/sealing.mjs';
import { quickSecrets, visit } from '../set-up/visitor-client.mjs';
import { aBox, aClock, anApp, OWN, onBothDatabases } from './an-app.mjs';

const { lengthPrefixed, toBase64url, u32 } = sealing;

onBothDatabases('the challenge', (open) => {
  let store;
  let now;
  let app;
  let desk;
  let page;
  const visitBy = (fetch) => visit({ base: OWN, boxId: desk.boxId, pins: [desk.pin], fetch });
  const letter = async () => page.write('Is it quiet there?', { secrets: await quickSecrets() });
  const pass = (seconds) => {
    now += seconds;
    app.monotonic.pass(seconds);
  };

  before(async () => {
    now = Math.floor(Date.now() / 1000 / 600) * 600 + 10;
    store = await open({ clock: () => now });
    app = anApp(store);
    desk = await aBox(store, app.fetch);
  });
  beforeEach(async () => {
    app = anApp(store);
    page = await visitBy(app.fetch);
  });

  it('is what any node with the database’s secret computes', async () => {
    const secret = await store.secret('proof');
    const { slot, challenge, cost, prefix, seconds } = await page.challenge();
    assert.equal(slot, Math.floor(now / 600));
    assert.equal(seconds, (slot + 2) * 600 - now);
    assert.equal(cost, 1);
    assert.equal(prefix, '0');
    const mac = createHmac('sha256', secret)
      .update(lengthPrefixed(desk.boxId, u32(slot), u32(0)))
      .digest();
    assert.equal(challenge, toBase64url(mac.subarray(0, 16)));
    const other = await visitBy(anApp(store).fetch);
    assert.deepEqual(await other.challenge(), await page.challenge());
    const one = await letter();
    assert.equal((await other.send(one, await page.prove(one.hash))).status, 200);
  });

  it('is another one for another box', async () => {
    const second = await aBox(store, app.fetch);
    const there = await visit({ base: OWN, boxId: second.boxId, pins: [second.pin], fetch: app.fetch });
    assert.notEqual((await there.challenge()).challenge, (await page.challenge()).challenge);
  });

  it('holds for its slot and the next, and no longer', async () => {
    const [one, two, three] = await Promise.all([letter(), letter(), letter()]);
    const asked = await page.challenge();
    const prove = (letterOf) => page.prove(letterOf.hash, asked);
    assert.equal((await page.send(one, await prove(one))).status, 200);
    pass(600);
    assert.notEqual((await page.challenge()).challenge, asked.challenge);
    assert.equal((await page.send(two, await prove(two))).status, 200);
    pass(600);
    const late = await page.send(three, await prove(three));
    assert.equal(late.body.type, 'urn:kith:problem:proof');
    assert.equal((await page.send(three)).status, 200, 'a fresh proof for the same bytes');
  });

  it('may be shown twice for the same bytes', async () => {
    const one = await letter();
    const proof = await page.prove(one.hash);
    assert.equal((await page.send(one, proof)).status, 200);
    assert.equal((await page.send(one, proof)).status, 200);
  });

  it('rises in three steps with what the box was sent in the last minutes, and falls again', async () => {
    const one = await letter();
    const cost = async () => (await page.challenge()).cost;
    const flood = async (count) => {
      const proof = await page.prove(one.hash);
      for (let sent = 0; sent < count; sent++) assert.equal((await page.send(one, proof)).status, 200);
    };
    await flood(49);
    pass(60);
    assert.equal(await cost(), 1);
    await flood(1);
    pass(60);
    assert.equal(await cost(), 4);
    const easier = await page.prove(one.hash);
    await flood(150);
    assert.equal(await cost(), 4, 'the same for all of a minute');
    pass(60);
    assert.equal(await cost(), 16);
    assert.equal((await page.send(one, easier)).status, 200, 'who began before is not sent back');
    const harder = await page.prove(one.hash);
    pass(360);
    assert.equal(await cost(), 1);
    assert.equal((await page.send(one, harder)).status, 200, 'more than is asked is enough');
  });

  it('does not take an easy proof once it has been hard for some minutes', async () => {
    const secret = await store.secret('proof');
    const flooding = await letter();
    for (let minute = 0; minute < 5; minute++) {
      const proof = await page.prove(flooding.hash);
      for (let sent = 0; sent < 60; sent++) await page.send(flooding, proof);
      pass(60);
    }
    const slot = Math.floor(now / 600);
    const mac = createHmac('sha256', secret)
      .update(lengthPrefixed(desk.boxId, u32(slot), u32(0)))
      .digest();
    const easy = { slot, challenge: toBase64url(mac.subarray(0, 16)), prefix: '0', cost: 1 };
    // By chance an easy proof is a hard one too, once in some eight times.
    let refused = 0;
    for (let tried = 0; tried < 20 && refused === 0; tried++) {
      const one = await letter();
      if ((await page.send(one, await page.prove(one.hash, easy))).status === 403) refused++;
    }
    assert.equal(refused, 1);
  });

  it('counts for each box apart, and not what failed its proof', async () => {
    const one = await letter();
    for (let sent = 0; sent < 60; sent++) await page.send(one, { slot: 1, counter: 1 });
    pass(60);
    assert.equal((await page.challenge()).cost, 1);
  });

  it('goes by the database’s clock', async () => {
    const ask = clientOf(OWN, { fetch: anApp(store, { monotonic: aClock(5) }).fetch });
    const { body } = await ask('GET', `${page.path}/challenge`);
    assert.equal(body.slot, Math.floor(now / 600));
  });
});
