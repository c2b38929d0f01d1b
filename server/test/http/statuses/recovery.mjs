/** Every status of what the recovery sheet opens, and of a box that waits for it. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sealing } from '../../set-up/sealing.mjs';
import { deskOf, makeManifest, makeMember, planBox } from '../../set-up/staff-client.mjs';

const { toBase64url } = sealing;

export const recoveryStatuses = (at) =>
  describe('the recovery sheet', () => {
    const { status, text } = at;
    let desk;
    const recovery = (route, body) => at.ask('POST', `${desk.path}/recovery/${route}`, body);

    it('has to be proven before the first manifest', async () => {
      const { secret } = await at.link();
      const plan = await planBox();
      const claim = toBase64url(await sealing.claimOf(secret));
      await status(400, at.ask('POST', '/v1/boxes', { claim, ...plan.body, sheet: undefined }), 'malformed');
      await status(201, at.ask('POST', '/v1/boxes', { claim, ...plan.body }));
      desk = deskOf(at.ask, plan);
      await desk.signIn();
      const { roster, sheet } = await desk.view();
      assert.deepEqual(sheet, { provenDay: null });
      const first = await makeManifest({ boxId: plan.boxId, identity: plan.identity, roster, epoch: 1 });
      const open = () => desk.staff('PUT', 'manifest', { manifest: first.manifest, keys: first.keys });
      await status(409, open(), 'sheet-not-proven');
      await status(422, recovery('prove', { auth: plan.sheet.auth, answer: text(32) }), 'refused');
      await status(409, open(), 'sheet-not-proven');
      assert.deepEqual(await desk.prove(), {});
      await status(200, open());
      assert.equal((await desk.view()).sheet.provenDay, (await desk.view()).today);
    });

    describe('when nobody can sign in', () => {
      let opened;
      let identity;
      let mine;
      before(async () => {
        opened = (await status(200, desk.recover())).body;
        const idPk = sealing.fromBase64url(opened.rosters.at(-1).idPk, 'idPk', 65);
        const id = toBase64url(await sealing.keyIdOf(idPk));
        const sealed = opened.keys.find(({ kind, keyId }) => kind === 'identity' && keyId === id);
        identity = await sealing.openKey(sealing.sealedKeyFromWire(sealed), desk.sheetPair, {
          kind: 'identity',
          boxId: desk.boxId,
          pk: idPk,
          exportable: true,
        });
        mine = await makeMember(desk.boxId, { id: 'ada', name: 'Ada', role: 'keeper' });
      });

      /** A roster by the key that the sheet opened, with some fields changed. */
      const rosterWith = async (fields, by = identity) => {
        const { roster, hash, version } = await sealing.verifyRosters(opened.rosters, {
          pins: [desk.pin],
          boxId: desk.boxId,
        });
        const content = { ...roster, version: version + 1, previousHash: hash, ...fields };
        return sealing.signDocument('kith-box/1/roster', content, by);
      };
      const anew = async (document, more = {}) =>
        recovery('account', {
          auth: desk.sheetAuth,
          roster: document,
          member: mine.account,
          keys: [],
          ...more,
        });

      it('opens documents, every epoch’s manifest and the keys that are sealed to it', async () => {
        assert.equal(opened.rosters.length, 1);
        assert.equal(opened.manifests.length, 1);
        assert.deepEqual(opened.keys.map(({ kind }) => kind).sort(), ['epoch', 'identity', 'publishing']);
        const { rows } = (await status(200, desk.staff('POST', 'audit/list', {}))).body;
        assert.ok(
          rows.some(({ actor, action, kind }) => actor === '' && action === 'opened' && kind === 'sheet'),
        );
      });

      it('changes a member’s keys and nothing else', async () => {
        const other = await makeMember(desk.boxId, { id: 'eve', name: 'Eve', role: 'facilitator' });
        const next = await sealing.makeKeyPair('ECDSA');
        const me = mine.inRoster;
        for (const fields of [
          { members: [{ ...me, name: 'Eve' }] },
          { members: [me, other.inRoster] },
          { members: [other.inRoster, me] },
          { members: [{ ...other.inRoster, role: 'keeper' }] },
          { members: [me], recoveryPk: other.inRoster.pk },
          { members: [me], nextIdPk: next.pk },
        ])
          await status(422, anew(await rosterWith(fields)), 'refused');
        await status(422, anew(await rosterWith({ members: [me] }, next)), 'refused');
        const members = [me];
        const fits = await rosterWith({ members });
        await status(422, anew(fits, { member: other.account }), 'refused');
        const foreign = { kind: 'epoch', keyId: text(8), to: text(8), enc: text(65), ct: text(113) };
        await status(422, anew(fits, { keys: [foreign] }), 'refused');
        const before = desk.token;
        await status(200, anew(fits));
        await status(409, anew(fits), 'version-taken');
        const headers = { authorization: `Bearer ${before}` };
        await status(401, at.ask('GET', `${desk.path}/box`, undefined, headers), 'signed-out');
        desk.member.passphrase = mine.passphrase;
        await desk.signIn();
      });

      it('is refused by another code, and guesses are slowed as at the door', async () => {
        const { roster } = { roster: opened.rosters[0] };
        const routes = [
          ['open', {}],
          ['prove', { answer: text(32) }],
          ['account', { roster, member: mine.account, keys: [] }],
        ];
        for (const [route, body] of routes) {
          at.monotonic.pass(120);
          await status(401, recovery(route, { auth: text(32), ...body }), 'sign-in-refused');
          const { headers } = await status(
            429,
            recovery(route, { auth: desk.sheetAuth, ...body }),
            'too-many',
          );
          assert.ok(Number(headers.get('retry-after')) >= 1);
        }
        const nobodys = `/v1/boxes/${at.nobody}/staff/recovery/open`;
        await status(401, at.ask('POST', nobodys, { auth: text(32) }), 'sign-in-refused');
      });
    });
  });
