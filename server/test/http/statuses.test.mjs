/** Every status of every route is reached, and every answer is what the OpenAPI document says of it. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { clientOf } from '../set-up/http-client.mjs';
import { sealing } from '../set-up/sealing.mjs';
import { makeManifest, makeMember, planBox, today } from '../set-up/staff-client.mjs';
import { visit } from '../set-up/visitor-client.mjs';
import {
  aBox,
  aClock,
  aLink,
  anApp,
  failing,
  OWN,
  onBothDatabases,
  PAGE,
  promised,
  TRIED_OUT,
  watched,
} from './an-app.mjs';
import { pageStatuses } from './statuses/page.mjs';
import { peopleStatuses } from './statuses/people.mjs';
import { publicationStatuses } from './statuses/publications.mjs';
import { recoveryStatuses } from './statuses/recovery.mjs';

const { randomBytes, toBase64url } = sealing;
const text = (length) => toBase64url(randomBytes(length));
const nobody = text(16);

onBothDatabases('every status of every route', (open) => {
  let store;
  let broken = [];
  let app;
  let seen;
  let document;
  let fetch;
  let ask;
  let desk;
  let page;
  let now;
  let path;
  const status = async (expected, response, name) => {
    const { status: got, body, headers } = await response;
    assert.equal(got, expected, JSON.stringify(body));
    if (name) assert.equal(body.type, `urn:kith:problem:${name}`);
    return { body, headers };
  };
  const letter = async (more) =>
    page.write('How do I tell my sister?', { secrets: await secretsOf(), ...more });
  const secretsOf = async () => {
    const erase = randomBytes(32);
    return {
      locator: randomBytes(16),
      erase,
      eraseHash: await sealing.hashErase(erase),
      kAns: randomBytes(32),
    };
  };
  const visitBox = () => visit({ base: OWN, boxId: desk.boxId, pins: [desk.pin], fetch });
  const send = async (one, proof) => page.send(one, proof);
  const locatorOf = ({ question }) => toBase64url(question.locator);

  /** What the further tables of statuses need; all of it is made below. */
  const at = {
    status,
    text,
    nobody,
    get desk() {
      return desk;
    },
    get ask() {
      return ask;
    },
    get store() {
      return store;
    },
    get monotonic() {
      return app.monotonic;
    },
    get page() {
      return page;
    },
    letter: (...args) => letter(...args),
    newBox: (more) => aBox(store, fetch, more),
    link: () => aLink(store),
    pass(seconds) {
      now += seconds;
    },
  };

  before(async () => {
    now = Math.floor(Date.now() / 1000);
    store = await open({ boxLimit: 12, clock: () => now });
    app = anApp(
      failing(store, () => broken),
      {
        lookUp: async () => Promise.reject(new Error('no such name')),
        origins: TRIED_OUT,
      },
    );
    ({ fetch, document, seen } = await watched(app.fetch));
    ask = clientOf(OWN, { fetch });
    desk = await aBox(store, fetch);
    path = `/v1/boxes/${desk.id}`;
    page = await visitBox();
  });

  describe('GET /v1/boxes/{boxId}', () => {
    it('gives manifest and catalogue, and 304 to whoever has them', async () => {
      const { headers, body } = await status(200, ask('GET', path));
      assert.deepEqual(Object.keys(body), ['manifest', 'catalogue']);
      assert.equal(body.catalogue, null);
      assert.equal(headers.get('cache-control'), 'public, max-age=60');
      const etag = headers.get('etag');
      assert.match(etag, /^"[\w-]{22}"$/);
      for (const match of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await ask('GET', path, undefined, { 'if-none-match': match });
        assert.equal(again.status, 304, match);
        assert.equal(again.headers.get('etag'), etag);
      }
      await status(200, ask('GET', path, undefined, { 'if-none-match': '"other"' }));
    });

    it('gives 404 for another id, for no id, and for a box that has no manifest yet', async () => {
      await status(404, ask('GET', `/v1/boxes/${nobody}`), 'no-such-box');
      // The last two bits of the last character are none: another way to write the same bytes.
      for (const id of ['x', `${desk.id}A`, `${nobody.slice(0, 21)}_`, '%00', 'a%2Fb'])
        await status(404, ask('GET', `/v1/boxes/${id}`), 'no-such-box');
      const { secret } = await aLink(store);
      const plan = await planBox();
      const claim = toBase64url(await sealing.claimOf(secret));
      await status(201, ask('POST', '/v1/boxes', { claim, ...plan.body }));
      await status(404, ask('GET', `/v1/boxes/${toBase64url(plan.boxId)}`), 'no-such-box');
    });

    it('tells a HEAD what a GET would, without the body', async () => {
      const { headers, body } = await status(200, ask('HEAD', path));
      assert.equal(body, '');
      assert.match(headers.get('etag'), /^"/);
    });
  });

  describe('GET …/challenge', () => {
    it('gives what to prove, or 404', async () => {
      const { body } = await status(200, ask('GET', `${path}/challenge`));
      assert.equal(body.cost, 1);
      assert.ok(body.seconds > 600 && body.seconds <= 1200);
      await status(404, ask('GET', `/v1/boxes/${nobody}/challenge`), 'no-such-box');
    });
  });

  describe('POST …/questions', () => {
    it('acknowledges the first send and every repeat alike, and keeps one', async () => {
      const one = await letter();
      const { body } = await status(200, send(one));
      assert.deepEqual((await status(200, send(one))).body, body);
      assert.ok(body.expiresDay > today());
      const waiting = await desk.all();
      assert.equal(waiting.filter(({ question }) => question.locator === locatorOf(one)).length, 1);
    });

    it('refuses other bytes under a locator that is taken', async () => {
      const secrets = await secretsOf();
      await status(200, send(await letter({ secrets })));
      await status(409, send(await letter({ secrets })), 'other-body');
    });

    it('refuses a wrong proof, and one for other bytes', async () => {
      const one = await letter();
      const good = await page.prove(one.hash);
      // Of none of the three steps, since a harder one than is asked is taken too.
      const secret = await store.secret('proof');
      const steps = [1, 4, 16].map((cost, step) => {
        const bytes = sealing.lengthPrefixed(desk.boxId, sealing.u32(good.slot), sealing.u32(step));
        const challenge = new Uint8Array(createHmac('sha256', secret).update(bytes).digest().subarray(0, 16));
        return { slot: good.slot, challenge, prefix: '0', cost };
      });
      const fits = async (counter) =>
        (
          await Promise.all(steps.map((each) => sealing.checkProof(each, desk.boxId, one.hash, counter)))
        ).includes(true);
      assert.ok(await fits(good.counter));
      let wrong = 0;
      while (await fits(wrong)) wrong++;
      await status(403, send(one, { ...good, counter: wrong }), 'proof');
      await status(403, send(one, { ...good, slot: good.slot - 2 }), 'proof');
      await status(403, send(one, { ...good, slot: good.slot + 1 }), 'proof');
    });

    it('refuses what was erased, also when the erasure came first', async () => {
      const one = await letter();
      await status(200, page.erase(one.secrets));
      await status(410, send(one), 'erased');
    });

    it('gives 404 for a box that is not here, and 400 for a question to another', async () => {
      const one = await letter();
      const proof = await page.prove(one.hash);
      const boxId = nobody;
      await status(
        404,
        ask('POST', `/v1/boxes/${nobody}/questions`, { question: { ...one.wire, boxId }, proof }),
        'no-such-box',
      );
      await status(
        400,
        ask('POST', `${path}/questions`, { question: { ...one.wire, boxId }, proof }),
        'malformed',
      );
    });

    it('refuses a key that is not in use, and is full at its limit', async () => {
      const other = await letter();
      const question = { ...other.question, keyId: randomBytes(8) };
      const foreign = { wire: sealing.questionToWire(question), hash: await sealing.bodyHash(question) };
      await status(422, send(foreign), 'epoch-expired');
      let response;
      do response = await send(await letter());
      while (response.status === 200);
      const { headers } = await status(503, response, 'box-full');
      assert.equal(headers.get('retry-after'), '3600');
      for (const { question: waiting } of await desk.all())
        await store.erase(
          desk.boxId,
          sealing.fromBase64url(waiting.locator, 'l'),
          sealing.fromBase64url(waiting.eraseHash, 'h'),
        );
    });
  });

  describe('POST …/lookups', () => {
    it('answers an unknown locator, an empty one and an answered one with the same size of answer', async () => {
      const one = await letter();
      await status(200, send(one));
      const lookUp = (locator) => status(200, ask('POST', `${path}/lookups`, { locator }));
      const unknown = await lookUp(nobody);
      const empty = await lookUp(locatorOf(one));
      const row = (await desk.all()).find(({ question }) => question.locator === locatorOf(one));
      await desk.answer(row, 'In your own time, and with a friend.');
      const answered = await lookUp(locatorOf(one));
      const shapeOf = ({ body, headers }) => [
        JSON.stringify(body).length,
        body.answers.map(({ seq, iv, ct }) => [seq, iv.length, ct.length]),
        [...headers].filter(([name]) => name !== 'date'),
      ];
      assert.deepEqual(shapeOf(unknown), shapeOf(empty));
      assert.deepEqual(shapeOf(unknown), shapeOf(answered));
      assert.notEqual(unknown.body.answers[0].ct, (await lookUp(nobody)).body.answers[0].ct);
      const [{ text: said }] = await page.lookUp(one.secrets);
      assert.equal(said, 'In your own time, and with a friend.');
    });

    it('gives 404 for a box that is not here', async () => {
      await status(404, ask('POST', `/v1/boxes/${nobody}/lookups`, { locator: nobody }), 'no-such-box');
    });
  });

  describe('POST …/erasures', () => {
    it('erases once and again, and what was never there', async () => {
      const one = await letter();
      await status(200, send(one));
      const { body } = await status(200, page.erase(one.secrets));
      assert.deepEqual(body, { backupDays: 30 });
      await status(200, page.erase(one.secrets));
      await status(200, page.erase(await secretsOf()));
      const left = await desk.all();
      assert.equal(left.filter(({ question }) => question.locator === locatorOf(one)).length, 0);
    });

    it('refuses who cannot show what erases, who proves nothing, and another box', async () => {
      const one = await letter();
      await status(200, send(one));
      await status(403, page.erase({ ...one.secrets, erase: randomBytes(32) }), 'wrong-erase');
      const proof = await page.prove(await sealing.proofSubjectOfErasure(desk.boxId, one.question.locator));
      await status(403, page.erase(one.secrets, { ...proof, slot: 1 }), 'proof');
      const erasure = { locator: nobody, erase: text(32), proof };
      await status(404, ask('POST', `/v1/boxes/${nobody}/erasures`, erasure), 'no-such-box');
      await status(200, page.erase(one.secrets));
    });
  });

  describe('the service’s routes', () => {
    it('say that it lives and is ready', async () => {
      assert.deepEqual((await status(200, ask('GET', '/v1/health'))).body, { status: 'ok' });
      assert.deepEqual((await status(200, ask('GET', '/v1/ready'))).body, { status: 'ok' });
      assert.equal((await status(200, ask('GET', '/v1/openapi.json'))).body.openapi, '3.1.0');
    });

    it('say that it is not ready while the database is away', async () => {
      broken = ['ready'];
      const { headers } = await status(503, ask('GET', '/v1/ready'), 'busy');
      broken = [];
      assert.ok(Number(headers.get('retry-after')) > 0);
    });
  });

  describe('POST /v1/boxes', () => {
    let plan;
    let link;
    const make = async (parts = {}) =>
      ask('POST', '/v1/boxes', {
        claim: toBase64url(await sealing.claimOf(link.secret)),
        ...plan.body,
        ...parts,
      });
    before(async () => {
      plan = await planBox();
      link = await aLink(store);
    });

    it('refuses a claim that was not offered', async () => {
      await status(403, make({ claim: text(32) }), 'claim-refused');
    });

    it('refuses a roster that is not signed, not the first, of another box, or without this keeper', async () => {
      const { roster, member } = plan.body;
      const sig = sealing.fromBase64url(roster.sig, 'sig');
      sig[5] ^= 1;
      const of = async (content) => ({
        roster: await sealing.signDocument(
          'kith-box/1/roster',
          { ...JSON.parse(Buffer.from(roster.payload, 'base64url')), ...content },
          plan.identity,
        ),
      });
      const { members } = JSON.parse(Buffer.from(roster.payload, 'base64url'));
      const other = {
        id: 'other',
        name: 'Other',
        role: 'keeper',
        pk: (await sealing.makeKeyPair('ECDH')).pk,
        verifyPk: (await sealing.makeKeyPair('ECDSA')).pk,
      };
      for (const parts of [
        { roster: { ...roster, sig: toBase64url(sig) } },
        { boxId: nobody },
        { member: { ...member, id: 'somebody-else' } },
        await of({ version: 2, previousHash: randomBytes(32) }),
        await of({ members: members.map((one) => ({ ...one, role: 'facilitator' })) }),
        await of({ members: 'none' }),
        await of({ members: [{ ...members[0], role: 'facilitator' }, other] }),
        { keys: plan.body.keys.map((key) => ({ ...key, to: text(8) })) },
      ])
        await status(422, make(parts), 'refused');
    });

    it('makes it once: the link is used then, and an id is for one box', async () => {
      const { body } = await status(201, make());
      assert.deepEqual(body, { boxId: plan.body.boxId });
      await status(403, make(), 'claim-refused');
      link = await aLink(store);
      await status(409, make(), 'box-exists');
    });

    it('takes no link after its hour', async () => {
      link = await aLink(store);
      plan = await planBox();
      now += 3601;
      await status(403, make(), 'claim-refused');
    });
  });

  describe('signing in', () => {
    it('shows a salt for a name that is known, and one alike for a name that is not', async () => {
      const salts = (name) => status(200, ask('POST', `${desk.path}/salts`, { name }));
      const { body: known } = await salts('  ADA ');
      assert.equal(known.id, desk.member.id);
      assert.equal(known.salt, desk.member.account.salt);
      const { body: unknown } = await salts('Grace');
      assert.deepEqual((await salts('gRace')).body, unknown, 'always the same');
      assert.notDeepEqual((await salts('Grace Two')).body, unknown);
      assert.equal(unknown.salt.length, known.salt.length);
      assert.equal(unknown.iterations, known.iterations);
      assert.match(unknown.id, /^[0-9a-f]{16}$/);
      await status(404, ask('POST', '/v1/boxes/x/staff/salts', { name: 'Ada' }), 'no-such-box');
    });

    it('gives a token for kAuth, and 401 for another and for nobody alike', async () => {
      const session = await desk.signIn();
      assert.equal(session.idleSeconds, 900);
      assert.equal(session.absoluteSeconds, 28_800);
      const wrong = await status(
        401,
        ask('POST', `${desk.path}/sessions`, { id: 'ada', kAuth: text(32) }),
        'sign-in-refused',
      );
      const nobodys = await status(
        401,
        ask('POST', `${desk.path}/sessions`, { id: 'eve', kAuth: text(32) }),
        'sign-in-refused',
      );
      assert.deepEqual(wrong.body, nobodys.body);
      assert.deepEqual([...wrong.headers], [...nobodys.headers]);
      assert.equal(wrong.headers.get('www-authenticate'), 'Bearer');
      const slow = await status(
        429,
        ask('POST', `${desk.path}/sessions`, { id: 'eve', kAuth: text(32) }),
        'too-many',
      );
      assert.equal(slow.headers.get('retry-after'), '1');
      await status(
        404,
        ask('POST', '/v1/boxes/x/staff/sessions', { id: 'ada', kAuth: text(32) }),
        'no-such-box',
      );
    });

    it('ends with signing out, after 15 idle minutes, and for another box', async () => {
      const { monotonic } = app;
      monotonic.pass(60);
      const { token } = await desk.signIn();
      const as = (authorization, at = desk.path) => ask('GET', `${at}/box`, undefined, { authorization });
      await status(200, as(`Bearer ${token}`));
      await status(401, as(`Bearer ${token}`, `/v1/boxes/${nobody}/staff`), 'signed-out');
      for (const wrong of [
        '',
        token,
        `Basic ${token}`,
        `Bearer ${token}x`,
        `Bearer ${token.slice(0, -1)}!`,
        `Bearer ${text(32)}`,
      ])
        await status(401, as(wrong), 'signed-out');
      await status(
        204,
        ask('DELETE', `${desk.path}/session`, undefined, { authorization: `Bearer ${token}` }),
      );
      await status(401, as(`Bearer ${token}`), 'signed-out');
      await status(
        401,
        ask('DELETE', `${desk.path}/session`, undefined, { authorization: `Bearer ${token}` }),
        'signed-out',
      );
      const { token: another } = await desk.signIn();
      now += 899;
      await status(200, as(`Bearer ${another}`));
      now += 901;
      await status(401, as(`Bearer ${another}`), 'signed-out');
      await desk.signIn();
    });
  });

  describe('the desk', () => {
    let row;
    const post = (route, body) => desk.staff('POST', route, body);
    before(async () => {
      const one = await letter();
      await status(200, send(one));
      row = (await desk.all()).find(({ question }) => question.locator === locatorOf(one));
    });

    it('sees its box', async () => {
      const { body } = await status(200, desk.staff('GET', 'box'));
      assert.deepEqual(body.me, { id: 'ada', role: 'keeper' });
      assert.equal(body.rosters.length, 1);
      assert.equal(body.keys.length, 3);
      assert.equal(body.backupDay, null);
    });

    it('lists a page at a time', async () => {
      for (let more = 0; more < 3; more++) await status(200, send(await letter()));
      const first = await desk.list('new', { limit: 2 });
      assert.equal(first.questions.length, 2);
      const second = await desk.list('new', { limit: 2, after: first.next });
      const both = [...first.questions, ...second.questions].map(({ question }) => question.locator);
      assert.equal(new Set(both).size, both.length);
      assert.equal((await desk.list('closed')).next, null);
      await status(400, post('questions/list', { state: 'new', limit: 101 }), 'malformed');
    });

    it('takes a question on, keeps a draft, lets it go', async () => {
      const { locator } = row.question;
      const { body } = await status(200, post('questions/claim', { locator }));
      assert.ok(body.claimUntil > now);
      await status(404, post('questions/claim', { locator: nobody }), 'no-such-question');
      await status(204, post('questions/draft', { locator, draft: text(16_473) }));
      await status(404, post('questions/draft', { locator: nobody, draft: null }), 'no-such-question');
      await status(204, post('questions/draft', { locator, draft: null }));
      await status(204, post('questions/release', { locator }));
      await status(204, post('questions/release', { locator: nobody }));
    });

    it('answers in order, once each', async () => {
      const { locator } = row.question;
      const answer = await desk.sealAnswer(row, 'One', 1);
      const second = await desk.sealAnswer(row, 'Two', 2);
      await status(409, post('answers', { locator, answer: second }), 'gap');
      assert.deepEqual((await status(200, post('answers', { locator, answer }))).body, {});
      await status(200, post('answers', { locator, answer }));
      await status(
        409,
        post('answers', { locator, answer: await desk.sealAnswer(row, 'Other', 1) }),
        'seq-taken',
      );
      await status(404, post('answers', { locator: nobody, answer }), 'no-such-question');
      await status(400, post('answers', { locator, answer: { ...answer, seq: 4 } }), 'malformed');
    });

    it('closes', async () => {
      const { body } = await status(
        200,
        post('questions/close', { locators: [row.question.locator, nobody] }),
      );
      assert.deepEqual(body, { closed: 1 });
    });

    it('publishes a catalogue that the publishing key signed, and no older one', async () => {
      const entry = {
        id: 'first-days',
        question: 'How were the first days?',
        answer: 'Long, and then less so.',
      };
      await desk.publish([entry], 2);
      const { body } = await status(200, ask('GET', path));
      await sealing.verifyCatalogue(body.catalogue, page.manifest);
      await status(409, desk.staff('PUT', 'catalogue', { catalogue: await desk.catalogue([], 1) }), 'older');
      const forged = await sealing.signDocument(
        'kith-box/1/catalogue',
        { boxId: desk.boxId, number: 3, day: 1, entries: [] },
        await sealing.makeKeyPair('ECDSA'),
      );
      await status(422, desk.staff('PUT', 'catalogue', { catalogue: forged }), 'refused');
    });

    it('puts a manifest that the identity key signed, and no older one', async () => {
      const { roster } = await desk.view();
      const identity = await desk.identityKey();
      const make = (more) => makeManifest({ boxId: desk.boxId, identity, roster, epoch: 2, ...more });
      const put = ({ manifest, keys }) => desk.staff('PUT', 'manifest', { manifest, keys });
      await status(422, put(await make({ identity: await sealing.makeKeyPair('ECDSA') })), 'refused');
      await status(422, put(await make({ boxId: randomBytes(16) })), 'refused');
      await status(422, put(await make({ retentionDays: 0 })), 'refused');
      const made = await make();
      await status(422, put({ ...made, keys: made.keys.map((key) => ({ ...key, to: text(8) })) }), 'refused');
      const foreign = await desk.catalogue([], 3);
      await status(
        422,
        desk.staff('PUT', 'manifest', { manifest: made.manifest, keys: made.keys, catalogue: foreign }),
        'refused',
      );
      await status(200, put(made));
      const { body } = await status(200, ask('GET', path));
      assert.deepEqual(body.manifest, made.manifest, 'at once');
      // It was signed by the key before; a page would refuse all of it.
      assert.equal(body.catalogue, null);
      assert.ok((await desk.view()).catalogue, 'the desk has it still');
      await status(409, put(await make({ epoch: 1 })), 'older');
      const third = await make({ epoch: 3 });
      const content = { boxId: desk.boxId, number: 4, day: 1, entries: [] };
      const catalogue = await sealing.signDocument('kith-box/1/catalogue', content, third.publishing);
      const both = { manifest: third.manifest, keys: third.keys, catalogue };
      await status(200, desk.staff('PUT', 'manifest', both));
      const published = (await status(200, ask('GET', path))).body;
      assert.deepEqual(published, { manifest: third.manifest, catalogue });
      page = await visitBox();
    });

    it('puts a roster that continues the one before', async () => {
      const newcomer = await makeMember(desk.boxId, { id: 'joan', name: 'Joan', role: 'facilitator' });
      const next = await desk.nextRoster((members) => [...members, newcomer.inRoster]);
      const put = (body) => desk.staff('PUT', 'roster', body);
      const { payload, ...signed } = next.roster;
      const content = JSON.parse(Buffer.from(payload, 'base64url'));
      const identity = await desk.identityKey();
      const sign = (parts, by = identity) =>
        sealing.signDocument('kith-box/1/roster', { ...content, ...parts }, by);
      for (const roster of [
        { ...signed, payload: next.roster.payload.slice(4) },
        await sign({ previousHash: randomBytes(32) }),
        await sign({ version: content.version + 1 }),
        await sign({}, await sealing.makeKeyPair('ECDSA')),
      ])
        await status(422, put({ ...next, roster }), 'refused');
      await status(200, put(next));
      await status(409, put(next), 'version-taken');
    });

    it('lets two members not work on the same question, and a facilitator sign nothing', async () => {
      const grace = await desk.letIn({ id: 'grace', name: 'Grace' });
      const asGrace = (route, body) => grace.staff('POST', route, body);
      const [row, free] = (await desk.list('new')).questions;
      const { locator } = row.question;
      await desk.claim(locator);
      await status(409, asGrace('questions/claim', { locator }), 'claimed');
      await status(409, asGrace('questions/draft', { locator, draft: null }), 'claimed');
      const answer = await desk.sealAnswer(row, 'One');
      await status(409, asGrace('answers', { locator, answer }), 'claimed');
      const locators = [locator, free.question.locator];
      assert.deepEqual((await status(200, asGrace('questions/close', { locators }))).body, { closed: 1 });
      const { manifest } = await desk.view();
      await status(403, grace.staff('PUT', 'manifest', { manifest, keys: [] }), 'not-allowed');
    });

    it('sees what was done on which day', async () => {
      const { body } = await status(200, post('audit/list', {}));
      assert.ok(
        body.rows.some(({ actor, action, kind }) => `${actor} ${action} ${kind}` === 'ada answered question'),
      );
      assert.equal(body.next, null);
      assert.deepEqual((await status(200, post('audit/list', { before: 1 }))).body, { rows: [], next: null });
    });
  });

  peopleStatuses(at);
  recoveryStatuses(at);
  publicationStatuses(at);
  pageStatuses(at);

  describe('the same for every route', () => {
    const NEEDS_BOX = (template) => template.replace('{boxId}', desk.id);
    const operations = () =>
      Object.entries(document.paths).flatMap(([template, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({
          template,
          method: method.toUpperCase(),
          operation,
          names: Object.values(operation.responses).flatMap(
            ({ content }) =>
              content?.['application/problem+json']?.schema.allOf[1].properties.type.enum ?? [],
          ),
          has(name) {
            return this.names.includes(`urn:kith:problem:${name}`);
          },
          auth: operation.security ? { authorization: `Bearer ${desk.token}` } : {},
        })),
      );

    it('a box that is none is not found', async () => {
      for (const { template, method, auth, operation, has, names } of operations()) {
        if (!template.includes('{boxId}')) continue;
        assert.ok(has.call({ names }, 'no-such-box'), `${method} ${template}`);
        await status(
          404,
          ask(method, template.replace('{boxId}', 'x'), operation.requestBody && {}, auth),
          'no-such-box',
        );
      }
    });

    it('a body of another form, of another kind or too large is refused', async () => {
      for (const { template, method, auth, operation } of operations()) {
        if (!operation.requestBody) continue;
        const at = NEEDS_BOX(template);
        const raw = (body, headers) =>
          fetch(new Request(`${OWN}${at}`, { method, body, headers: { ...auth, ...headers } })).then(
            async (response) => ({
              status: response.status,
              headers: response.headers,
              body: await response.json(),
            }),
          );
        const json = { 'content-type': 'application/json' };
        // Where nothing has to be said, an empty object says it.
        const { required = [] } = operation.requestBody.content['application/json'].schema;
        const wrong = required.length > 0 ? '{}' : '{"other":1}';
        for (const body of [
          '',
          '{',
          '[]',
          'null',
          '"x"',
          wrong,
          '[{}]',
          '{"locator":1}',
          '['.repeat(60_000),
          `{"a":${'['.repeat(30_000)}`,
          '\ufeff{}',
        ])
          await status(400, raw(body, json), 'malformed');
        await status(400, raw(Uint8Array.of(0x7b, 0xff, 0x7d), json), 'malformed');
        // In a field that nobody reads: a lenient reader would pass it over.
        if (template.endsWith('/close'))
          await status(400, raw(Buffer.from('{"locators":[],"x":"\xff"}', 'latin1'), json), 'malformed');
        for (const type of [
          'text/plain',
          'application/x-www-form-urlencoded',
          'application/json; charset=utf-16',
          'application/jsonp',
          '',
        ])
          await status(415, raw('{}', { 'content-type': type }), 'not-json');
        await status(415, raw('{}', { ...json, 'content-encoding': 'gzip' }), 'not-json');
        const most = operation.security ? 8 * 1024 * 1024 : 64 * 1024;
        await status(413, raw(' '.repeat(most + 1), json), 'too-large');
        await status(400, raw(`${wrong}${' '.repeat(most - wrong.length)}`, json), 'malformed');
      }
    });

    it('a token is asked for where one is needed', async () => {
      for (const { template, method, operation } of operations())
        if (operation.security)
          await status(401, ask(method, NEEDS_BOX(template), operation.requestBody && {}), 'signed-out');
    });

    it('a page of another origin does not get at the desk', async () => {
      for (const { template, method, operation, auth } of operations()) {
        if (operation.tags[0] !== 'staff') continue;
        for (const origin of [PAGE, 'https://evil.example', 'null'])
          await status(
            403,
            ask(method, NEEDS_BOX(template), operation.requestBody && {}, { ...auth, origin }),
            'foreign-origin',
          );
      }
    });

    it('another method is told which it takes, and nothing is found where nothing is', async () => {
      const plain = clientOf(OWN, { fetch: app.fetch });
      for (const [template, methods] of Object.entries(document.paths)) {
        const taken = Object.keys(methods).map((method) => method.toUpperCase());
        for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']) {
          if (taken.includes(method)) continue;
          const { headers } = await status(405, plain(method, NEEDS_BOX(template)), 'method-not-allowed');
          assert.deepEqual(
            headers
              .get('allow')
              .split(', ')
              .filter((name) => name !== 'HEAD'),
            taken,
          );
        }
      }
      for (const nowhere of [
        '/v1',
        '/v1/',
        '/v2/boxes',
        `${path}/`,
        `${path}/questions/x`,
        '/.env',
        '/kith',
        '/kith/x.js',
      ])
        await status(404, plain('GET', nowhere), 'not-found');
    });

    it('a database that is away makes it busy, with when to come back and without a word of what was sent', async () => {
      const every = [...new Set([...Object.getOwnPropertyNames(store)])].filter(
        (name) => name !== 'close' && name !== 'session',
      );
      // What the cache knows is not asked for.
      app.monotonic.pass(60);
      const one = await letter();
      const proof = await page.prove(one.hash);
      const locator = locatorOf(one);
      const plan = await planBox();
      const { rosters } = await desk.view();
      // Of those who are not signed in; the others are told at the door already.
      const bodies = {
        'POST /v1/boxes': { claim: text(32), ...plan.body },
        questions: { question: one.wire, proof },
        lookups: { locator },
        erasures: { locator, erase: toBase64url(one.secrets.erase), proof },
        salts: { name: 'Ada' },
        sessions: { id: 'ada', kAuth: text(32) },
        enrolment: { claim: text(32) },
        enrolments: {
          claim: text(32),
          pk: text(65),
          verifyPk: text(65),
          mac: text(32),
          member: plan.body.member,
        },
        open: { auth: text(32) },
        prove: { auth: text(32), answer: text(32) },
        account: { auth: text(32), roster: rosters[0], member: plan.body.member, keys: [] },
      };
      const away = async (names) => {
        for (const { template, method, operation, auth } of operations()) {
          if (['/v1/health', '/v1/openapi.json', '/v1/ready'].includes(template)) continue;
          const body = bodies[`${method} ${template}`] ?? bodies[template.split('/').at(-1)];
          app.monotonic.pass(70);
          broken = names;
          const response = await ask(method, NEEDS_BOX(template), operation.requestBody && body, auth);
          broken = [];
          const { headers } = await status(503, response, 'busy');
          assert.ok(Number(headers.get('retry-after')) >= 1);
        }
      };
      await away([...every, 'session']);
      const events = app.lines.filter(({ event }) => event === 'request-failed');
      assert.ok(events.length > 10);
      for (const line of events)
        assert.deepEqual(Object.keys(line).sort(), ['count', 'error', 'event', 'route']);
      assert.ok(!JSON.stringify(app.lines).includes('secret'));
      for (const secret of [locator, desk.id, desk.token])
        assert.ok(!JSON.stringify(app.lines).includes(secret));
    });

    it('429 comes from each of the three buckets', async () => {
      const rate = { perSecond: 0.5, burst: 1 };
      const narrow = anApp(store, { monotonic: aClock(), rates: { send: rate, lookUp: rate, erase: rate } });
      const { fetch: slow, seen: also } = await watched(narrow.fetch);
      const there = await visit({ base: OWN, boxId: desk.boxId, pins: [desk.pin], fetch: slow });
      const one = await there.write('Is it quiet?', { secrets: await secretsOf() });
      const lookUp = () => there.ask('POST', `${path}/lookups`, { locator: nobody });
      for (const again of [() => there.send(one), lookUp, () => there.erase(one.secrets)]) {
        await status(200, again());
        const { headers } = await status(429, again(), 'too-many');
        assert.equal(headers.get('retry-after'), '2');
      }
      narrow.monotonic.pass(2);
      await status(200, lookUp());
      for (const one of also) seen.add(one);
    });
  });

  after(() => {
    const missing = promised(document).filter((one) => !seen.has(one));
    assert.deepEqual(missing, [], 'the document promises nothing that no test has seen');
  });
});
