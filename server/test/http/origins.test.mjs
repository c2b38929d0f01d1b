/** Which pages may ask what. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { clientOf } from '../set-up/http-client.mjs';
import { aBox, aClock, anApp, DESK, failing, OWN, onBothDatabases, PAGE, readConfig } from './an-app.mjs';

const FOREIGN = 'https://evil.example';
/** What looks like a page on the list and is none. */
const ALMOST = [
  'http://clinic.example',
  'https://clinic.example:8443',
  'https://www.clinic.example',
  'https://clinic.example.evil.example',
  'https://clinic.example/',
  'HTTPS://CLINIC.EXAMPLE',
  'null',
  '*',
];

onBothDatabases('pages of other origins', (open) => {
  let ask;
  let desk;
  let path;
  let store;
  let fetch;
  before(async () => {
    store = await open();
    ({ fetch } = anApp(store));
    ask = clientOf(OWN, { fetch });
    desk = await aBox(store, fetch);
    path = `/v1/boxes/${desk.id}`;
  });

  const publicAsks = () => [
    ['GET', path],
    ['GET', `/v1/boxes/x`],
    ['GET', `${path}/challenge`],
    ['POST', `${path}/lookups`, { locator: desk.id }],
    ['POST', `${path}/questions`, {}],
    ['POST', `${path}/erasures`, {}],
    ['PUT', `${path}/lookups`, {}],
  ];

  it('read the public routes when they are on the list, refusals included', async () => {
    for (const [method, at, body] of publicAsks()) {
      const { headers, status } = await ask(method, at, body, { origin: PAGE });
      assert.equal(headers.get('access-control-allow-origin'), PAGE, `${method} ${at} ${status}`);
      assert.equal(headers.get('access-control-expose-headers'), 'ETag, Retry-After');
      assert.equal(headers.get('access-control-allow-credentials'), null);
      assert.equal(headers.get('vary'), 'Origin');
    }
  });

  it('read nothing when they are not on the list, however alike', async () => {
    for (const origin of [FOREIGN, DESK, ...ALMOST]) {
      for (const [method, at, body] of publicAsks()) {
        const { headers } = await ask(method, at, body, { origin });
        assert.equal(headers.get('access-control-allow-origin'), null, `${origin} ${at}`);
        assert.equal(headers.get('vary'), 'Origin');
      }
    }
  });

  it('are told apart by caches also where nobody said an origin', async () => {
    const { headers } = await ask('GET', path);
    assert.equal(headers.get('vary'), 'Origin');
    assert.equal(headers.get('access-control-allow-origin'), null);
    const again = await ask('GET', path, undefined, { origin: PAGE, 'if-none-match': headers.get('etag') });
    assert.equal(again.status, 304);
    assert.equal(again.headers.get('access-control-allow-origin'), PAGE);
  });

  it('may ask beforehand, and learn the one method and header that there is', async () => {
    const before = (origin) =>
      ask('OPTIONS', `${path}/questions`, undefined, {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      });
    const { status, headers, body } = await before(PAGE);
    assert.equal(status, 204);
    assert.equal(body, '');
    assert.equal(headers.get('access-control-allow-origin'), PAGE);
    assert.equal(headers.get('access-control-allow-methods'), 'POST');
    assert.equal(headers.get('access-control-allow-headers'), 'content-type');
    assert.ok(Number(headers.get('access-control-max-age')) > 0);
    for (const origin of [FOREIGN, ...ALMOST]) {
      const refused = await before(origin);
      assert.equal(refused.status, 204);
      for (const name of ['origin', 'methods', 'headers'])
        assert.equal(refused.headers.get(`access-control-allow-${name}`), null, origin);
    }
  });

  it('get at the staff’s routes from the desk’s origin alone', async () => {
    const auth = { authorization: `Bearer ${desk.token}` };
    const box = (origin) => ask('GET', `${desk.path}/box`, undefined, { ...auth, ...(origin && { origin }) });
    const own = await box(OWN);
    assert.equal(own.status, 200);
    assert.equal(own.headers.get('access-control-allow-origin'), null, 'the same origin needs none');
    assert.equal((await box()).status, 200);
    const elsewhere = await box(DESK);
    assert.equal(elsewhere.status, 200);
    assert.equal(elsewhere.headers.get('access-control-allow-origin'), DESK);
    for (const origin of [PAGE, FOREIGN, ...ALMOST]) {
      const { status, headers } = await box(origin);
      assert.equal(status, 403, origin);
      assert.equal(headers.get('access-control-allow-origin'), null);
    }
    const before = (origin) =>
      ask('OPTIONS', `${desk.path}/manifest`, undefined, { origin, 'access-control-request-method': 'PUT' });
    const allowed = await before(DESK);
    assert.equal(allowed.headers.get('access-control-allow-methods'), 'PUT');
    assert.equal(allowed.headers.get('access-control-allow-headers'), 'authorization, content-type');
    assert.equal((await before(PAGE)).status, 403);
  });

  describe('that a keeper has named for a box', () => {
    const NAMED = 'https://widget.example';
    const allowed = async (at, origin = NAMED, method = 'GET') =>
      (await ask(method, at, undefined, { origin })).headers.get('access-control-allow-origin');

    it('read that box, at once, and no other one', async () => {
      const other = await aBox(store, fetch);
      assert.equal(await allowed(path), null);
      const put = (origins) => desk.staff('PUT', 'origins', { origins });
      assert.equal((await put([NAMED])).status, 200);
      for (const at of [path, `${path}/challenge`]) assert.equal(await allowed(at), NAMED);
      assert.equal(await allowed(path, PAGE), PAGE, 'beside those of the settings');
      assert.equal(await allowed(path, `${NAMED}.evil.example`), null);
      assert.equal(await allowed(`/v1/boxes/${other.id}`), null);
      assert.equal(await allowed('/v1/boxes/x'), null);
      const before = await ask('OPTIONS', `${path}/questions`, undefined, { origin: NAMED });
      assert.equal(before.headers.get('access-control-allow-origin'), NAMED);
      assert.equal(before.headers.get('access-control-allow-methods'), 'POST');
      assert.equal((await put([])).status, 200);
      assert.equal(await allowed(path), null);
    });

    it('can still read that the box is busy while the database is away', async () => {
      let broken = [];
      const clock = aClock();
      const app = anApp(
        failing(store, () => broken),
        { monotonic: clock },
      );
      const say = clientOf(OWN, { fetch: app.fetch });
      await desk.staff('PUT', 'origins', { origins: [NAMED] });
      const look = () => say('GET', `${path}/challenge`, undefined, { origin: NAMED });
      assert.equal((await look()).status, 200);
      clock.pass(60);
      broken = ['origins', 'published', 'now', 'secret'];
      const { status, headers } = await look();
      assert.equal(status, 503);
      assert.equal(headers.get('access-control-allow-origin'), NAMED);
    });
  });

  it('see none of the service’s routes', async () => {
    for (const at of ['/v1/health', '/v1/ready', '/v1/openapi.json']) {
      const { headers } = await ask('GET', at, undefined, { origin: PAGE });
      assert.equal(headers.get('access-control-allow-origin'), null);
    }
  });
});

describe('a desk that is opened as a file', () => {
  it('has the origin null, and is let in only when the settings say so', () => {
    assert.equal(readConfig({ KITH_DESK_ORIGIN: 'null' }, '/').origins.desk, 'null');
    assert.equal(readConfig({}, '/').origins.desk, undefined);
  });
});
