/** What somebody tries who wants to sit at a desk that is not theirs. Framing and foreign origins of every route are also looked at in pages, origins and statuses. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { before, beforeEach, describe, it } from 'node:test';
import { clientOf } from '../set-up/http-client.mjs';
import { sealing } from '../set-up/sealing.mjs';
import { deskOf, makeManifest, makeMember, planBox } from '../set-up/staff-client.mjs';
import { aBox, aLink, anApp, OWN, onBothDatabases, PAGE } from './an-app.mjs';

const { randomBytes, toBase64url } = sealing;
const text = (length) => toBase64url(randomBytes(length));

onBothDatabases('at somebody else’s desk', (open) => {
  let store;
  let app;
  let ask;
  let desk;
  let now;
  const problem = async (expected, name, response) => {
    const { status, body } = await response;
    assert.equal(status, expected, JSON.stringify(body));
    assert.equal(body.type, `urn:kith:problem:${name}`);
  };
  const good = async (response) => {
    const { status, body } = await response;
    assert.ok(status < 300, `${status} ${JSON.stringify(body)}`);
    return body;
  };
  before(async () => {
    now = Math.floor(Date.now() / 1000);
    store = await open({ clock: () => now });
  });
  beforeEach(async () => {
    app = anApp(store);
    ask = clientOf(OWN, { fetch: app.fetch });
    desk = await aBox(store, app.fetch);
  });
  const withToken = (token, method, route, body) =>
    ask(method, `${desk.path}/${route}`, body, { authorization: `Bearer ${token}` });

  describe('a stolen token', () => {
    const opens = (token) => withToken(token, 'GET', 'box');

    it('opens nothing once its owner has signed out', async () => {
      const { token } = desk;
      await good(opens(token));
      await desk.signOut();
      await problem(401, 'signed-out', opens(token));
    });

    it('opens nothing after a quarter of an hour of rest, or eight hours in all', async () => {
      const { token } = desk;
      for (let rest = 0; rest < 31; rest++) {
        now += 899;
        await good(opens(token));
      }
      now += 899;
      await good(opens(token));
      now += 899;
      await problem(401, 'signed-out', opens(token));
      const { token: idle } = await desk.signIn();
      now += 900;
      await problem(401, 'signed-out', opens(idle));
    });

    it('can do what its owner may do now, and no longer what a keeper may', async () => {
      const grace = await desk.letIn({ id: 'grace', name: 'Grace', role: 'keeper' });
      await good(withToken(grace.token, 'PUT', 'origins', { origins: [] }));
      await desk.changeRoster((members) =>
        members.map((one) => (one.id === 'grace' ? { ...one, role: 'facilitator' } : one)),
      );
      await problem(403, 'not-allowed', withToken(grace.token, 'PUT', 'origins', { origins: [] }));
      assert.equal((await good(opens(grace.token))).me.role, 'facilitator');
      await desk.changeRoster((members) => members.filter(({ id }) => id !== 'grace'));
      await problem(401, 'signed-out', opens(grace.token));
    });

    it('is of one box, and of no use in another', async () => {
      const other = await aBox(store, app.fetch);
      const headers = { authorization: `Bearer ${desk.token}` };
      await problem(401, 'signed-out', ask('GET', `${other.path}/box`, undefined, headers));
    });
  });

  describe('a page of another site', () => {
    it('gets at no route of the staff, with a token or without', async () => {
      const { paths } = await good(ask('GET', '/v1/openapi.json'));
      const authorization = `Bearer ${desk.token}`;
      let routes = 0;
      for (const [template, methods] of Object.entries(paths))
        for (const [method, { tags }] of Object.entries(methods)) {
          if (tags[0] !== 'staff') continue;
          routes += 1;
          const at = template.replace('{boxId}', desk.id);
          for (const origin of [PAGE, 'https://evil.example', 'null', `${OWN}.evil.example`])
            for (const headers of [{ origin }, { origin, authorization }]) {
              const body = method === 'get' ? undefined : {};
              const response = await ask(method.toUpperCase(), at, body, headers);
              await problem(403, 'foreign-origin', response);
              assert.equal(response.headers.get('access-control-allow-origin'), null);
            }
        }
      assert.ok(routes >= 25, String(routes));
    });

    it('may be one that a keeper has named for visitors, and still gets at none', async () => {
      const origin = 'https://widget.example';
      await good(desk.staff('PUT', 'origins', { origins: [origin] }));
      await problem(403, 'foreign-origin', desk.staff('GET', 'box', undefined, { origin }));
    });

    it('has the desk in no frame of its own', async () => {
      const { headers } = await app.fetch(new Request(`${OWN}/desk`));
      assert.match(headers.get('content-security-policy'), /(^|; )frame-ancestors 'none'(;|$)/);
      assert.equal(headers.get('x-frame-options'), 'DENY');
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
      assert.equal(headers.get('cache-control'), 'no-store');
    });
  });

  describe('an invitation that was overheard', () => {
    let eve;
    const enrol = (body) => ask('POST', `${desk.path}/enrolments`, body);
    const look = ({ claim }) => ask('POST', `${desk.path}/enrolment`, { claim });
    before(async () => {
      eve = await makeMember(randomBytes(16), { id: 'eve', name: 'Eve', role: 'facilitator' });
    });

    it('is used once', async () => {
      const invitation = await desk.invite('Grace');
      const grace = await makeMember(desk.boxId, { id: 'grace', name: 'Grace', role: 'facilitator' });
      await good(enrol(await desk.enrolment(invitation, grace)));
      const late = await desk.enrolment(invitation, eve);
      await problem(403, 'claim-refused', enrol(late));
      await problem(403, 'claim-refused', look(late));
      const [{ enrolment }] = (await desk.view()).invitations;
      assert.equal(enrolment.id, 'grace');
    });

    it('is of no use when 72 hours are over, when it was withdrawn, or for another box', async () => {
      const expired = await desk.enrolment(await desk.invite('Grace'), eve);
      now += 72 * 3600;
      await problem(403, 'claim-refused', enrol(expired));
      await problem(403, 'claim-refused', look(expired));
      await desk.signIn();
      const invitation = await desk.invite('Grace');
      const withdrawn = await desk.enrolment(invitation, eve);
      await good(desk.staff('POST', 'invitations/withdraw', { claimHash: invitation.claimHash }));
      await problem(403, 'claim-refused', enrol(withdrawn));
      const other = await aBox(store, app.fetch);
      const elsewhere = await desk.enrolment(await other.invite('Grace'), eve);
      await problem(403, 'claim-refused', enrol(elsewhere));
    });

    it('cannot be used with what the server keeps of it, nor with a claim that was made up', async () => {
      const invitation = await desk.invite('Grace');
      const enrolment = await desk.enrolment(invitation, eve);
      for (const claim of [invitation.claimHash, text(32), toBase64url(new Uint8Array(32))])
        await problem(403, 'claim-refused', enrol({ ...enrolment, claim }));
      await good(look(enrolment));
    });

    it('lets in nobody before a keeper has accepted', async () => {
      await good(enrol(await desk.enrolment(await desk.invite('Grace'), eve)));
      const { body } = await ask('POST', `${desk.path}/salts`, { name: 'Grace' });
      assert.notEqual(body.id, 'eve');
      const attempt = ask('POST', `${desk.path}/sessions`, { id: 'eve', kAuth: text(32) });
      await problem(401, 'sign-in-refused', attempt);
    });

    it('lets in nobody whose keys are others than those that were enrolled, and the roster stays', async () => {
      const invitation = await desk.invite('Grace');
      const grace = await makeMember(desk.boxId, { id: 'grace', name: 'Grace', role: 'facilitator' });
      await good(enrol(await desk.enrolment(invitation, grace)));
      const accept = async (member) => {
        const next = await desk.nextRoster((members) => [...members, member]);
        return desk.staff('PUT', 'roster', { ...next, accept: invitation.claimHash });
      };
      for (const changed of [
        { pk: eve.inRoster.pk },
        { verifyPk: eve.inRoster.verifyPk },
        { role: 'keeper' },
        { name: 'Eve' },
        { id: 'eve' },
      ])
        await problem(422, 'refused', accept({ ...grace.inRoster, ...changed }));
      assert.equal((await desk.view()).rosters.length, 1);
      await good(accept(grace.inRoster));
    });
  });

  describe('a keeper', () => {
    it('has a server that is reached from outside look at nothing on its own machine', async () => {
      const service = createServer((_, response) => response.end('<kith-question-box>')).listen(
        0,
        '127.0.0.1',
      );
      await once(service, 'listening');
      try {
        for (const name of ['127.0.0.1', 'localhost']) {
          const origin = `http://${name}:${service.address().port}`;
          await good(desk.staff('PUT', 'origins', { origins: [origin] }));
          await problem(422, 'foreign-page', desk.staff('POST', 'page-check', { url: `${origin}/` }));
        }
      } finally {
        service.close();
      }
    });
  });

  describe('a facilitator', () => {
    it('calls none of the keepers’ routes', async () => {
      const grace = await desk.letIn({ id: 'grace', name: 'Grace' });
      const { manifest, rosters } = await desk.view();
      const note = { keyId: text(8), enc: text(65), ct: text(32_784) };
      const routes = [
        ['PUT', 'manifest', { manifest, keys: [] }],
        ['PUT', 'roster', { roster: rosters[0], keys: [] }],
        ['PUT', 'rules', { note }],
        ['PUT', 'origins', { origins: ['https://evil.example'] }],
        ['POST', 'invitations', { claimHash: text(32), name: 'Eve', role: 'keeper' }],
        ['POST', 'invitations/withdraw', { claimHash: text(32) }],
        ['POST', 'page-check', { url: PAGE }],
      ];
      for (const [method, route, body] of routes)
        await problem(403, 'not-allowed', grace.staff(method, route, body));
    });
  });

  describe('the recovery sheet', () => {
    const recover = (auth) => desk.recover(auth);

    it('is not guessed: a wrong code makes the next one wait, from whoever it comes, up to a minute', async () => {
      for (const wait of [1, 2, 4, 8, 16, 32, 60, 60]) {
        await problem(401, 'sign-in-refused', recover(text(32)));
        const { status, headers } = await recover(desk.sheetAuth);
        assert.equal(status, 429);
        assert.equal(headers.get('retry-after'), String(wait));
        app.monotonic.pass(wait);
      }
      await good(recover(desk.sheetAuth));
      await good(recover(desk.sheetAuth));
    });

    it('is not guessed by many at once, nor by turns at its three routes', async () => {
      const { rosters } = await desk.view();
      const member = desk.member.account;
      const all = await Promise.all(
        Array.from({ length: 30 }, (_, at) =>
          [
            () => recover(text(32)),
            () => ask('POST', `${desk.path}/recovery/prove`, { auth: text(32), answer: text(32) }),
            () =>
              ask('POST', `${desk.path}/recovery/account`, {
                auth: text(32),
                roster: rosters[0],
                member,
                keys: [],
              }),
          ][at % 3](),
        ),
      );
      assert.equal(all.filter(({ status }) => status === 401).length, 1);
      assert.equal(all.filter(({ status }) => status === 429).length, 29);
    });

    it('keeps nobody from signing in while somebody guesses at it', async () => {
      await problem(401, 'sign-in-refused', recover(text(32)));
      await desk.signIn();
    });

    it('is not opened by what the server keeps of it', async () => {
      const { authHash } = await store.sheet(desk.boxId);
      await problem(401, 'sign-in-refused', recover(toBase64url(authHash)));
    });

    it('opens no box before it was proven, whatever else is right', async () => {
      const { printed, secret } = await aLink(store);
      assert.ok(printed);
      const plan = await planBox();
      const claim = toBase64url(await sealing.claimOf(secret));
      await good(ask('POST', '/v1/boxes', { claim, ...plan.body }));
      const fresh = deskOf(ask, plan);
      await fresh.signIn();
      const { roster } = await fresh.view();
      const { manifest, keys } = await makeManifest({ ...plan, roster, epoch: 1 });
      const first = () => fresh.staff('PUT', 'manifest', { manifest, keys });
      await problem(409, 'sheet-not-proven', first());
      await problem(404, 'no-such-box', ask('GET', `/v1/boxes/${fresh.id}`));
      const wrong = { auth: plan.sheet.auth, answer: plan.sheet.wire.answerHash };
      await problem(422, 'refused', ask('POST', `${fresh.path}/recovery/prove`, wrong));
      await problem(409, 'sheet-not-proven', first());
      await fresh.prove();
      await good(first());
    });
  });

  describe('an older state', () => {
    it('is put in place of a newer one neither as roster nor as manifest nor as catalogue', async () => {
      const { manifest, rosters } = await desk.view();
      await desk.publish([], 4);
      const third = await desk.catalogue([], 3);
      await desk.changeRoster((members) => members);
      await desk.rotate();
      await problem(409, 'version-taken', desk.staff('PUT', 'roster', { roster: rosters[0], keys: [] }));
      await problem(409, 'older', desk.staff('PUT', 'manifest', { manifest, keys: [] }));
      await problem(422, 'refused', desk.staff('PUT', 'catalogue', { catalogue: third }));
      await desk.publish([], 9);
      const before = await desk.catalogue([], 8);
      await problem(409, 'older', desk.staff('PUT', 'catalogue', { catalogue: before }));
    });
  });
});
