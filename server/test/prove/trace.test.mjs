/** Nothing is acknowledged before it is on the disk: shown by what the system was asked to do, and by two servers that the same look finds out. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runTrace, SUBJECTS } from '../../prove/trace.mjs';

describe('acknowledgements, seen by the system', { skip: process.platform !== 'linux' }, () => {
  const seed = 20_260_101;

  it('come after a completed sync of the log that holds them, repeats and erasures too', async (test) => {
    const { acks, commits, unsafe, idle } = await runTrace({ ...SUBJECTS.server, seed });
    test.diagnostic(`${acks.questions} sends and ${acks.erasures} erasures in ${commits} commits`);
    assert.deepEqual(unsafe, []);
    assert.equal(idle, 0, 'a commit is synced between each request and its answer');
    assert.ok(acks.questions >= 90 && acks.erasures >= 18);
  });

  for (const name of Object.keys(SUBJECTS).slice(1))
    it(`are found to be unsafe with ${name}`, async (test) => {
      const { acks, unsafe } = await runTrace({ ...SUBJECTS[name], seed });
      test.diagnostic(`${unsafe.length} of ${acks.questions + acks.erasures}`);
      assert.ok(acks.questions >= 90);
      assert.ok(unsafe.length > 20, `${unsafe.length} found`);
    });
});
