import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { backup, restore } from '../../dist/parts.js';
import { answerOf, bytes, dayOf, makeBox, noteOf, onBoth, questionFor } from './places.mjs';

onBoth('A backup', (place) => {
  const programs = () => place.postgres?.programs;
  const tools = () => (programs() ? { programs: programs() } : {});

  test('taken while others write has what was acknowledged before, and after the restore nothing that was erased', async () => {
    const store = await place.open();
    const box = await makeBox(store);
    const token = bytes(32);
    await store.openSession(box.boxId, 'ann', token);
    const kept = Array.from({ length: 30 }, () => [questionFor(box), bytes(32)]);
    for (const one of kept) await store.send(...one);
    const [first] = kept[0].map((one) => one);
    const given = answerOf(1);
    await store.answer(box.session, first.locator, given);
    await store.claimQuestion(box.session, first.locator);
    const secret = await store.secret('decoy');
    const [claim, unused] = [bytes(32), bytes(32)];
    for (const claimHash of [claim, unused])
      await store.invite(box.session, { claimHash, name: `${claimHash}`, role: 'facilitator' });
    const draft = { id: bytes(16), note: noteOf() };
    await store.putPublication(box.session, draft);

    const file = path.join(place.folder, `${place.kind}.backup`);
    let writing = true;
    const writers = Array.from({ length: 4 }, async () => {
      while (writing) await store.send(questionFor(box), bytes(32));
    });
    const taken = await backup({ url: place.url, file, ...tools() });
    writing = false;
    await Promise.all(writers);
    assert.equal(taken.bytes, statSync(file).size);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.ok(!existsSync(`${file}.part`));
    assert.equal((await store.staffView(box.session)).backupDay, dayOf(await store.now()));

    const erased = kept.slice(10, 20);
    for (const [{ locator, eraseHash }] of erased)
      assert.equal(await store.erase(box.boxId, locator, eraseHash), 'erased');
    const overtaken = questionFor(box);
    await store.erase(box.boxId, overtaken.locator, overtaken.eraseHash);
    await store.close();

    const journal = path.join(place.folder, 'journal');
    appendFileSync(journal, '21915 cut-sho');
    const old = place.url;
    await place.fresh();
    const replayed = await restore({ url: place.url, file, journals: [journal], ...tools() });
    assert.ok(replayed.questions >= 30);
    assert.deepEqual([replayed.erased, replayed.lines, replayed.unreadable], [10, 11, 1]);
    const again = await place.open({ journal: path.join(place.folder, `after-${place.kind}`) });
    for (const [at, one] of kept.entries())
      assert.equal((await again.send(...one)).outcome, at >= 10 && at < 20 ? 'erased' : 'kept');
    assert.equal((await again.send(overtaken, bytes(32))).outcome, 'erased');
    assert.deepEqual(await again.answers(box.boxId, first.locator), [given]);
    assert.equal(await again.session(token), undefined);
    assert.ok(await again.account(box.boxId, { id: 'ann' }));
    assert.deepEqual(await again.secret('decoy'), secret);
    // Somebody may have used or withdrawn it since.
    for (const claimHash of [claim, unused])
      assert.equal(await again.invitation(box.boxId, claimHash), undefined);
    assert.deepEqual(await again.publications(box.session, 9), [draft]);
    assert.deepEqual(await again.sheet(box.boxId), {
      authHash: box.sheet.authHash,
      answerHash: box.sheet.answerHash,
    });
    const [answered] = await again.questions(box.session, { state: 'answered', limit: 1 });
    assert.equal(answered.claimBy, null);

    await assert.rejects(restore({ url: place.url, file, journals: [journal], ...tools() }), {
      name: 'StartRefused',
      message: /already/,
    });
    await assert.rejects(restore({ url: old, file, journals: [journal], ...tools() }), {
      name: 'StartRefused',
    });
  });

  test('that is none, or a journal that cannot be read, leaves the place as empty as it was', async () => {
    await place.fresh();
    const store = await place.open();
    await store.close();
    const file = path.join(place.folder, 'good');
    await backup({ url: place.url, file, ...tools() });
    await place.fresh();
    const into = (changed) => restore({ url: place.url, file, journals: [], ...tools(), ...changed });
    const nonsense = path.join(place.folder, 'nonsense');
    writeFileSync(nonsense, 'no backup '.repeat(1000));
    const isRefused = { name: 'StartRefused' };
    await assert.rejects(into({ file: nonsense }), (error) => {
      assert.equal(error.name, isRefused.name);
      assert.doesNotMatch(error.message, /restoring/, 'the file that was named, not the copy of it');
      return true;
    });
    await assert.rejects(into({ file: path.join(place.folder, 'missing') }), isRefused);
    const journals = [path.join(place.folder, 'no-journal')];
    await assert.rejects(into({ journals }), { ...isRefused, message: /erased questions would come back/ });
    assert.equal((await into({})).questions, 0);
  });

  test('into a folder that is not there fails, and leaves nothing', async () => {
    const file = path.join(place.folder, 'nowhere', 'backup');
    await assert.rejects(backup({ url: place.url, file, ...tools() }));
    const blocked = path.join(place.folder, 'blocked');
    mkdirSync(blocked, { recursive: true });
    await assert.rejects(backup({ url: place.url, file: blocked, ...tools() }));
    assert.ok(!existsSync(`${blocked}.part`));
  });
});
