/** Every status of what is to be published, and of the rules of the house. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sealing } from '../../set-up/sealing.mjs';

export const publicationStatuses = (at) =>
  describe('publications', () => {
    const { status, text } = at;
    let desk;
    let grace;
    const post = (route, body) => desk.staff('POST', route, body);
    const noteOf = (size = 16_400) => ({ keyId: text(8), enc: text(65), ct: text(size) });
    const drafted = async () => {
      const id = text(16);
      await status(200, post('publications', { id, note: noteOf() }));
      return id;
    };
    const listed = async () => {
      const ids = [];
      let after;
      do {
        const { body } = await status(200, post('publications/list', after ? { after } : {}));
        ids.push(...body.publications.map(({ id }) => id));
        after = body.next;
      } while (after);
      return ids;
    };
    before(async () => {
      desk = await at.newBox();
      grace = await desk.letIn({ id: 'grace', name: 'Grace' });
    });

    it('are kept by the size of their kind, listed and thrown away', async () => {
      const [one, two] = [await drafted(), await drafted()];
      for (const note of [noteOf(16_399), noteOf(16_401), { ...noteOf(), enc: text(64) }, text(16_400)])
        await status(400, post('publications', { id: text(16), note }), 'malformed');
      assert.deepEqual((await listed()).sort(), [one, two].sort());
      await status(204, grace.staff('POST', 'publications/remove', { ids: [one] }));
      assert.deepEqual(await listed(), [two]);
      assert.equal((await desk.view()).publications, 1);
    });

    it('go with the catalogue that has them', async () => {
      const [left] = await listed();
      const gone = await drafted();
      const put = async (number, published) =>
        desk.staff('PUT', 'catalogue', { catalogue: await desk.catalogue([], number), published });
      await status(400, put(1, ['x']), 'malformed');
      await status(200, put(2, [gone]));
      await status(409, put(1, [left]), 'older');
      assert.deepEqual(await listed(), [left]);
    });

    it('are at most 500', async () => {
      const fill = async () =>
        at.store.putPublication(
          { boxId: desk.boxId, memberId: 'ada', role: 'keeper' },
          {
            id: sealing.randomBytes(16),
            note: { keyId: sealing.randomBytes(8), enc: sealing.randomBytes(65), ct: new Uint8Array(16) },
          },
        );
      for (let more = (await listed()).length; more < 500; more++) await fill();
      const { headers } = await status(
        503,
        post('publications', { id: text(16), note: noteOf() }),
        'box-full',
      );
      assert.ok(Number(headers.get('retry-after')) > 0);
    });

    it('stand beside the rules of the house, which a keeper writes and all read', async () => {
      const note = noteOf(32_784);
      await status(200, desk.staff('PUT', 'rules', { note }));
      assert.deepEqual((await grace.view()).rules, note);
      await status(403, grace.staff('PUT', 'rules', { note }), 'not-allowed');
      await status(400, desk.staff('PUT', 'rules', { note: noteOf() }), 'malformed');
    });
  });
