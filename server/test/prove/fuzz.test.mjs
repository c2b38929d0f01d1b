/** 5,000 odd requests: every answer is what the OpenAPI document says, and every answer that it promises comes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runFuzz } from '../../prove/fuzz.mjs';
import { mutate } from '../../prove/mutate.mjs';
import { seeded, seedOr } from '../set-up/seeded.mjs';

const seed = seedOr(3);

describe('5,000 odd requests', () => {
  it('get the documented answers, each of them at least five times, and leave no memory behind', async (test) => {
    const { wrong, missing, heap, counts } = await runFuzz({
      database: 'sqlite',
      requests: 5000,
      seed,
      least: 5,
    });
    test.diagnostic(`seed ${seed}, ${counts.size} answers, heap ${heap.fifth} then ${heap.end} bytes`);
    assert.deepEqual(wrong, []);
    assert.deepEqual(missing, []);
    assert.ok(heap.end <= heap.fifth * 1.1, `${heap.fifth} then ${heap.end} bytes`);
  });

  it('find what goes wrong inside, though it is answered politely', async () => {
    let looks = 0;
    const spoil = (store) => ({
      ...store,
      async answers(...args) {
        looks += 1;
        return looks % 3 === 0 ? undefined : store.answers(...args);
      },
    });
    const { wrong } = await runFuzz({ database: 'sqlite', requests: 300, seed, spoil });
    assert.ok(
      wrong.some((what) => what.startsWith('busy for no reason (POST') && what.endsWith('/lookups)')),
      wrong.join('\n'),
    );
    assert.ok(wrong.some((what) => what.includes('TypeError')));
  });

  it('are the same for the same seed, each with one field changed', () => {
    const request = { method: 'POST', path: '/v1/x', body: { one: 'AAAA', two: { three: 3, four: [1, 2] } } };
    const made = (from) =>
      Array.from({ length: 300 }, (_, at) => JSON.stringify(mutate(seeded(from + at), request)));
    assert.deepEqual(made(1), made(1));
    const different = made(1).filter((text) => text !== JSON.stringify(request));
    assert.ok(different.length > 280, `${different.length} of 300`);
  });
});
