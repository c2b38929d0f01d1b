import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytes, document, makeBox, noteOf, onBoth, stoppedClock } from './places.mjs';

onBoth('What is to be published', (place) => {
  const clock = stoppedClock();
  let store;
  const fresh = async () => {
    store ??= await place.open({ clock });
    return makeBox(store);
  };
  const hex = ({ id }) => Buffer.from(id).toString('hex');
  const drafted = async (box, count) => {
    const made = Array.from({ length: count }, () => ({ id: bytes(16), note: noteOf() }));
    for (const one of made) assert.equal(await store.putPublication(box.session, one), 'kept');
    return made;
  };

  test('is kept as a sealed draft, written over by its id, and listed by ids alone', async () => {
    const box = await fresh();
    const made = await drafted(box, 7);
    const changed = { ...made[3], note: noteOf() };
    assert.equal(await store.putPublication(box.session, changed), 'kept');
    const seen = [];
    for (let after; ; after = seen.at(-1).id) {
      const page = await store.publications(box.session, 3, after);
      if (page.length === 0) break;
      seen.push(...page);
    }
    assert.deepEqual(seen.map(hex), made.map(hex).sort());
    assert.deepEqual(
      seen.find((one) => hex(one) === hex(changed)),
      changed,
    );
    assert.equal((await store.staffView(box.session)).publications, 7);
    const other = await fresh();
    assert.deepEqual(await store.publications(other.session, 3), []);
  });

  test('is thrown away when it is told to, and by nobody of another box', async () => {
    const box = await fresh();
    const [one, two] = await drafted(box, 2);
    const other = await fresh();
    await store.removePublications(other.session, [one.id, two.id]);
    assert.equal((await store.staffView(box.session)).publications, 2);
    await store.removePublications(box.session, [one.id, bytes(16)]);
    await store.removePublications(box.session, []);
    assert.deepEqual(await store.publications(box.session, 9), [two]);
  });

  test('goes with the catalogue that it stands in, and stays where that was refused', async () => {
    const box = await fresh();
    const made = await drafted(box, 3);
    const ids = made.map(({ id }) => id);
    assert.equal(await store.putCatalogue(box.session, document(), 2, [ids[0]]), 'kept');
    assert.equal(await store.putCatalogue(box.session, document(), 1, ids), 'older');
    assert.deepEqual(
      (await store.publications(box.session, 9)).map(hex).sort(),
      made.slice(1).map(hex).sort(),
    );
  });

  test('is at most 500 drafts, of which any may still be written over', async () => {
    const box = await fresh();
    const made = await drafted(box, 495);
    const said = await Promise.all(
      Array.from({ length: 9 }, () => store.putPublication(box.session, { id: bytes(16), note: noteOf() })),
    );
    assert.deepEqual(said.sort(), [...Array(4).fill('box-full'), ...Array(5).fill('kept')]);
    assert.equal(await store.putPublication(box.session, { ...made[0], note: noteOf() }), 'kept');
  });

  test('stands beside the rules of the house, which are one note', async () => {
    const box = await fresh();
    assert.equal((await store.staffView(box.session)).rules, null);
    for (const rules of [noteOf(32_784), noteOf(32_784)]) {
      await store.putRules(box.session, rules);
      assert.deepEqual((await store.staffView(box.session)).rules, rules);
    }
  });
});
