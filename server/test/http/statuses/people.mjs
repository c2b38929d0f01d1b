/** Every status of the routes about people: rosters, invitations, enrolments, a new passphrase. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sealing } from '../../set-up/sealing.mjs';
import { makeMember, makeSheet } from '../../set-up/staff-client.mjs';

const { randomBytes, toBase64url } = sealing;

export const peopleStatuses = (at) =>
  describe('people', () => {
    const { status, text } = at;
    let desk;
    let cy;
    let grace;
    const post = (route, body) => desk.staff('POST', route, body);
    const anybody = (route, body) => at.ask('POST', `${desk.path}/${route}`, body);
    before(async () => {
      desk = await at.newBox();
      grace = await desk.letIn({ id: 'grace', name: 'Grace' });
      cy = await makeMember(desk.boxId, { id: 'cy', name: 'Cy', role: 'facilitator' });
    });

    it('are invited, once for a name, and at most twenty at a time', async () => {
      const invite = (more = {}) =>
        post('invitations', { claimHash: text(32), name: 'Di', role: 'facilitator', ...more });
      const claimHash = text(32);
      const { body } = await status(200, invite({ claimHash }));
      assert.ok(body.until > Date.now() / 1000 + 71 * 3600);
      assert.deepEqual((await status(200, invite({ claimHash }))).body, body);
      await status(422, invite({ claimHash, role: 'keeper' }), 'refused');
      await status(409, invite(), 'name-taken');
      await status(409, invite({ name: 'grace' }), 'name-taken');
      for (const nonsense of [
        { name: '' },
        { name: 'a\nb' },
        { name: ' ' },
        { name: 'x'.repeat(81) },
        { name: 'e\u0301' },
        { name: '\ud800' },
        { role: 'boss' },
        { claimHash: text(31) },
        { x: 1 },
      ])
        await status(400, invite(nonsense), 'malformed');
      let response;
      for (let more = 0; more < 20; more++) response = await invite({ name: `Guest ${more}` });
      const { headers } = await status(503, response, 'box-full');
      assert.ok(Number(headers.get('retry-after')) > 0);
      for (const invitation of (await desk.view()).invitations)
        await status(204, post('invitations/withdraw', { claimHash: invitation.claimHash }));
      await status(204, post('invitations/withdraw', { claimHash }));
      assert.deepEqual((await desk.view()).invitations, []);
    });

    it('see what they are invited to, use it once, and are let in as they enrolled', async () => {
      const invitation = await desk.invite('Cy');
      const enrolment = await desk.enrolment(invitation, cy);
      const { claim } = enrolment;
      const { body } = await status(200, anybody('enrolment', { claim }));
      assert.deepEqual([body.name, body.role, body.by], ['Cy', 'facilitator', 'ada']);
      const { identities } = await sealing.verifyRosters(body.rosters, {
        pins: [desk.pin],
        boxId: desk.boxId,
      });
      assert.equal(identities.length, 1);
      await status(403, anybody('enrolment', { claim: text(32) }), 'claim-refused');
      await status(403, anybody('enrolments', { ...enrolment, claim: text(32) }), 'claim-refused');
      const asAda = { ...enrolment, member: { ...cy.account, id: 'ada' } };
      await status(422, anybody('enrolments', asAda), 'refused');
      await status(
        400,
        anybody('enrolments', { ...enrolment, pk: `${enrolment.pk.slice(0, -1)}_` }),
        'malformed',
      );
      await status(200, anybody('enrolments', enrolment));
      await status(403, anybody('enrolments', enrolment), 'claim-refused');
      await status(403, anybody('enrolment', { claim }), 'claim-refused');

      const [waiting] = (await desk.view()).invitations;
      assert.deepEqual(waiting.enrolment, {
        id: 'cy',
        pk: enrolment.pk,
        verifyPk: enrolment.verifyPk,
        mac: enrolment.mac,
      });
      assert.deepEqual((await grace.view()).invitations, []);
      const put = (body) => desk.staff('PUT', 'roster', { accept: invitation.claimHash, ...body });
      const next = await desk.nextRoster((members) => [...members, cy.inRoster]);
      await status(422, put({ ...next, accept: text(32) }), 'refused');
      await status(200, put(next));
      await status(409, put(next), 'version-taken');
      assert.equal((await at.store.account(desk.boxId, { name: 'cy' })).id, 'cy');
      assert.deepEqual((await desk.view()).invitations, []);
    });

    it('have two names that are told apart', async () => {
      const next = await desk.nextRoster((members) =>
        members.map((one) => (one.id === 'cy' ? { ...one, name: 'GRACE' } : one)),
      );
      await status(422, desk.staff('PUT', 'roster', next), 'refused');
    });

    it('hand the identity key on: for one roster both may sign the manifest, then the new one alone', async () => {
      const box = await at.newBox();
      const old = await box.identityKey();
      const handing = await sealing.makeKeyPair('ECDSA');
      const next = await box.nextRoster((members) => members, { nextIdPk: handing.pk });
      await status(200, box.staff('PUT', 'roster', next));
      const { roster, manifest } = await box.view();
      const content = JSON.parse(Buffer.from(manifest.payload, 'base64url'));
      const signed = (by, changed = {}) =>
        sealing.signDocument('kith-box/1/manifest', { ...content, ...changed }, by);
      const put = async (document) => box.staff('PUT', 'manifest', { manifest: document, keys: [] });
      await status(200, put(await signed(old)));
      await status(200, put(await signed(handing, { topics: ['Work'] })));
      await status(422, put(await signed(await sealing.makeKeyPair('ECDSA'))), 'refused');
      const { hash } = await sealing.verifyRosters((await box.view()).rosters, {
        pins: [box.pin],
        boxId: box.boxId,
      });
      const { nextIdPk: _, ...plain } = roster;
      const third = (by) =>
        sealing.signDocument('kith-box/1/roster', { ...plain, version: 3, previousHash: hash }, by);
      const putRoster = async (by) => box.staff('PUT', 'roster', { roster: await third(by), keys: [] });
      await status(422, putRoster(old), 'refused');
      await status(200, putRoster(handing));
      await status(422, put(await signed(old)), 'refused');
      await status(200, put(await signed(handing)));
    });

    it('get a new sheet with a new key for it, and neither without the other', async () => {
      const fresh = await makeSheet(desk.boxId);
      const changed = await desk.nextRoster((members) => members, { recoveryPk: fresh.pair.pk });
      const same = await desk.nextRoster((members) => members);
      const put = (body) => desk.staff('PUT', 'roster', body);
      const ofNobody = await makeSheet(desk.boxId);
      for (const body of [
        changed,
        { ...same, sheet: fresh.wire },
        { ...changed, sheet: ofNobody.wire },
        { ...changed, sheet: { ...fresh.wire, test: { ...fresh.wire.test, question: otherBox(fresh) } } },
      ])
        await status(422, put(body), 'refused');
      await status(200, put({ ...changed, sheet: fresh.wire }));
      assert.equal((await desk.view()).sheet.provenDay, null);
      await status(401, desk.recover(), 'sign-in-refused');
      at.monotonic.pass(1);
      await status(200, desk.recover(fresh.auth));
    });
    const otherBox = ({ wire }) => ({ ...wire.test.question, boxId: text(16) });

    it('change their own passphrase with the old one, and are slowed where they guess', async () => {
      const { wire, kAuth, passphrase } = await newPassphrase(grace);
      const put = (body) => grace.staff('PUT', 'account', body);
      at.monotonic.pass(60);
      await status(401, put({ kAuth: text(32), ...wire }), 'sign-in-refused');
      const { headers } = await status(429, put({ kAuth, ...wire }), 'too-many');
      at.monotonic.pass(Number(headers.get('retry-after')));
      await status(400, put({ kAuth, ...wire, iterations: 1000 }), 'malformed');
      await status(200, put({ kAuth, ...wire }));
      at.monotonic.pass(60);
      await assert.rejects(grace.signIn(), /401/);
      at.monotonic.pass(60);
      grace.member.passphrase = passphrase;
      await grace.signIn();
    });

    it('are for keepers to say', async () => {
      const { rosters } = await desk.view();
      const keepersAlone = [
        ['PUT', 'roster', { roster: rosters[0], keys: [] }],
        ['POST', 'invitations', { claimHash: text(32), name: 'Eve', role: 'keeper' }],
        ['POST', 'invitations/withdraw', { claimHash: text(32) }],
      ];
      for (const [method, route, body] of keepersAlone)
        await status(403, grace.staff(method, route, body), 'not-allowed');
    });
  });

/** Another passphrase for the member's keys, and what proves the one until now. */
async function newPassphrase({ boxId, member }) {
  const where = { boxId, facilitatorId: member.id };
  const { kAuth } = await sealing.deriveStaffSecrets(member.passphrase, {
    salt: sealing.fromBase64url(member.account.salt, 'salt', 16),
    iterations: member.account.iterations,
    ...where,
  });
  const passphrase = sealing.makePassphrase();
  const salt = randomBytes(16);
  const iterations = 600_000;
  const secrets = await sealing.deriveStaffSecrets(passphrase, { salt, iterations, ...where });
  const { iv, ct } = await sealing.wrapStaffKeys(member.keys, secrets.kWrap, where);
  return {
    passphrase,
    kAuth: toBase64url(kAuth),
    wire: {
      salt: toBase64url(salt),
      iterations,
      authHash: toBase64url(await sealing.hashAuth(secrets.kAuth)),
      wrapped: { iv: toBase64url(iv), ct: toBase64url(ct) },
    },
  };
}
