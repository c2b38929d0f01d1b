/** A short run of the kills on both databases, and the comparison itself held against every way in which something can be wrong. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { compare, runKills } from '../../prove/kills.mjs';
import { hashOfRow } from '../../prove/stored.mjs';
import { sealing } from '../set-up/sealing.mjs';
import { bytesOf, seeded, seedOr } from '../set-up/seeded.mjs';
import { nonsense } from '../set-up/visitor-client.mjs';

const seed = seedOr(7);

for (const database of ['sqlite', 'postgres'])
  describe(`a server that is killed at random points, on ${database}`, () => {
    it('loses and doubles nothing that it acknowledged', async (test) => {
      const { wrong, counts, kills, letters } = await runKills({ database, kills: 3, seed });
      test.diagnostic(`seed ${seed}: ${letters} questions, ${JSON.stringify({ ...counts, ...kills })}`);
      assert.deepEqual(wrong, []);
      assert.equal(kills.server, 3);
      for (const each of ['acknowledged', 'dropped', 'repeated', 'erased', 'afterErasure', 'refusedOther'])
        assert.ok(counts[each] > 0, each);
    });
  });

describe('what the kills compare', () => {
  const random = seeded(1);
  const boxId = bytesOf(random)(16);
  let letter;
  let row;
  let told;
  let tombstone;
  const tables = (question, dead = []) =>
    new Map([
      ['question', question],
      ['tombstone', dead],
    ]);
  before(async () => {
    letter = await nonsense(boxId, bytesOf(random)(8), bytesOf(random));
    const { suite, keyId, locator, eraseHash, enc, ct } = letter.question;
    row = {
      box_id: Buffer.from(boxId),
      suite,
      key_id: Buffer.from(keyId),
      locator: Buffer.from(locator),
      erase_hash: Buffer.from(eraseHash),
      enc: Buffer.from(enc),
      ct: Buffer.from(ct),
      body_hash: Buffer.from(letter.hash),
    };
    told = (state) => [
      { locator: letter.wire.locator, hash: Buffer.from(letter.hash).toString('hex'), state },
    ];
    tombstone = { locator_hash: Buffer.from(await sealing.hashLocator(boxId, locator)) };
  });
  const wrongWith = async (question, state, dead) =>
    (await compare(tables(question, dead), told(state), boxId)).map((what) => what.split(':')[0]);

  it('is content with what was kept once, and with what was erased', async () => {
    assert.equal(await hashOfRow(row), row.body_hash.toString('hex'));
    assert.deepEqual(await wrongWith([row], 'kept'), []);
    assert.deepEqual(await wrongWith([], 'erased', [tombstone]), []);
  });

  it('allows both for what nobody was told of', async () => {
    for (const state of ['sending', 'erasing'])
      for (const rows of [[], [row]]) assert.deepEqual(await wrongWith(rows, state), []);
  });

  it('finds what was lost, doubled, altered, erased in vain or sent by nobody', async () => {
    const ct = Buffer.from(row.ct);
    ct[4000] ^= 1;
    const other = { ...row, locator: Buffer.alloc(16, 9) };
    assert.deepEqual(await wrongWith([], 'kept'), ['lost']);
    assert.deepEqual(await wrongWith([row, row], 'kept'), ['doubled']);
    assert.deepEqual(await wrongWith([{ ...row, ct }], 'kept'), ['other bytes']);
    assert.deepEqual(await wrongWith([{ ...row, body_hash: Buffer.alloc(32) }], 'kept'), [
      'another body hash',
    ]);
    assert.deepEqual(await wrongWith([row], 'erased', [tombstone]), ['erased, and there again']);
    assert.deepEqual(await wrongWith([], 'erased'), ['erased without a tombstone']);
    assert.deepEqual(await wrongWith([row, other], 'kept'), ['sent by nobody']);
  });
});
