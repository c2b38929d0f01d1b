/** What is slowed, how the log stays quiet, and what settings mean. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { clientOf } from '../set-up/http-client.mjs';
import { sealing } from '../set-up/sealing.mjs';
import { quickSecrets, visit } from '../set-up/visitor-client.mjs';
import { aBox, anApp, failing, OWN, onBothDatabases, readConfig } from './an-app.mjs';

const locator = sealing.toBase64url(sealing.randomBytes(16));

onBothDatabases('a flood', (open) => {
  let store;
  let one;
  let other;
  before(async () => {
    store = await open();
    const { fetch } = anApp(store);
    one = await aBox(store, fetch);
    other = await aBox(store, fetch);
  });

  it('slows one box and one kind of request, and says for how long', async () => {
    const rate = { perSecond: 2, burst: 5 };
    const { fetch, monotonic } = anApp(store, { rates: { lookUp: rate } });
    const ask = clientOf(OWN, { fetch });
    const lookUp = (box) => ask('POST', `/v1/boxes/${box.id}/lookups`, { locator });
    for (let asked = 0; asked < 5; asked++) assert.equal((await lookUp(one)).status, 200);
    const slowed = await lookUp(one);
    assert.equal(slowed.status, 429);
    assert.equal(slowed.headers.get('retry-after'), '1');
    assert.equal((await lookUp(other)).status, 200, 'another box');
    const page = await visit({ base: OWN, boxId: one.boxId, pins: [one.pin], fetch });
    assert.equal((await page.erase(await quickSecrets())).status, 200, 'another kind');
    monotonic.pass(0.5);
    assert.equal((await lookUp(one)).status, 200);
    assert.equal((await lookUp(one)).status, 429);
    monotonic.pass(3600);
    for (let asked = 0; asked < 5; asked++) assert.equal((await lookUp(one)).status, 200);
    assert.equal((await lookUp(one)).status, 429, 'a long rest gives no more than the burst');
  });

  it('of sends without proof takes nothing from those who prove', async () => {
    const rate = { perSecond: 0.001, burst: 1 };
    const { fetch } = anApp(store, { rates: { send: rate, erase: rate } });
    const page = await visit({ base: OWN, boxId: one.boxId, pins: [one.pin], fetch });
    const letter = await page.write('Is there room?', { secrets: await quickSecrets() });
    for (let sent = 0; sent < 20; sent++)
      assert.equal((await page.send(letter, { slot: 1, counter: sent })).status, 403);
    for (let sent = 0; sent < 20; sent++)
      assert.equal((await page.erase(letter.secrets, { slot: 1, counter: sent })).status, 403);
    assert.equal((await page.send(letter)).status, 200);
    assert.equal((await page.erase(letter.secrets)).status, 200);
  });

  it('of failures is one line a minute in the log, with how many there were', async () => {
    const { fetch, lines, monotonic } = anApp(failing(store, () => ['answers']));
    const ask = clientOf(OWN, { fetch });
    const lookUp = () => ask('POST', `/v1/boxes/${one.id}/lookups`, { locator });
    const line = { event: 'request-failed', route: 'POST /v1/boxes/{boxId}/lookups', error: 'Error' };
    for (let asked = 0; asked < 50; asked++) assert.equal((await lookUp()).status, 503);
    assert.deepEqual(lines, [{ ...line, count: 1 }]);
    monotonic.pass(61);
    await lookUp();
    assert.deepEqual(lines, [
      { ...line, count: 1 },
      { ...line, count: 50 },
    ]);
  });
});

describe('settings', () => {
  it('are none needed', () => {
    const config = readConfig({}, '/srv');
    assert.equal(config.data, '/srv/kith-data');
    assert.equal(config.databaseUrl, 'file:/srv/kith-data/kith.sqlite');
    assert.equal(config.host, 'localhost');
    assert.equal(config.port, 4180);
    assert.equal(config.url, 'http://localhost:4180');
    assert.deepEqual(config.origins.pages, []);
    assert.ok(config.origins.own.includes('http://localhost:4180'));
    assert.equal(config.backupDays, 30);
    assert.equal(config.boxLimit, 5000);
    assert.equal(config.proofPrefix, '000');
  });

  it('are read as people write them', () => {
    const config = readConfig(
      {
        KITH_DATA: ' data ',
        PORT: '8080',
        HOST: '',
        KITH_URL: 'https://ask.example.org/',
        KITH_ORIGINS: 'https://a.example, https://b.example:8443\n http://localhost:3000',
        KITH_RATES: 'look-up=0.5/10',
        DATABASE_URL: 'postgresql://kith@db.example/kith',
      },
      '/srv',
    );
    assert.equal(config.data, '/srv/data');
    assert.equal(config.host, 'localhost');
    assert.equal(config.url, 'https://ask.example.org');
    assert.deepEqual(config.origins.own, ['https://ask.example.org']);
    assert.deepEqual(config.origins.pages, [
      'https://a.example',
      'https://b.example:8443',
      'http://localhost:3000',
    ]);
    assert.deepEqual(config.rates.lookUp, { perSecond: 0.5, burst: 10 });
    assert.deepEqual(config.rates.send, { perSecond: 5, burst: 300 });
  });

  it('that are wrong are refused', () => {
    for (const [name, values] of Object.entries({
      PORT: ['80 80', '65536', '-1', '1e3', '4180.5'],
      KITH_URL: ['ask.example.org', 'ftp://x', 'https://x/kith', 'https://user@x'],
      KITH_ORIGINS: ['*', 'https://*.example', 'https://x/path', 'clinic.example', 'null', 'https://x?y'],
      KITH_DESK_ORIGIN: ['*', 'desk', 'https://x/desk'],
      KITH_BACKUP_DAYS: ['x', '3651'],
      KITH_BOX_LIMIT: ['0', 'many'],
      KITH_RATES: ['send=5', 'send=0/1', 'send=1/0', 'all=1/1', 'send=5/5/5'],
      KITH_PROOF_PREFIX: ['', 'x', '00000', '1'].filter(Boolean),
      DATABASE_URL: ['mysql://x', '/srv/x', 'postgres:', 'file:'],
    }))
      for (const value of values)
        assert.throws(
          () => readConfig({ [name]: value }, '/'),
          ({ sentences }) => sentences.length > 0 && sentences.every((one) => one.startsWith(`${name} `)),
          `${name}=${value}`,
        );
  });
});
