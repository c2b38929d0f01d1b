/** What a visitor is and writes stands nowhere on the server, in no form; the same search finds what was sent in clear on purpose. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BROKEN, runCanaries } from '../../prove/canaries.mjs';
import { formsOf, search } from '../../prove/search.mjs';

const CONTROLS = ['question', 'answer', 'draft'].flatMap((what) => [`${what}, packed`, `${what}, unpacked`]);
const COLUMNS = { question: 'question.ct', answer: 'answer.ct', draft: 'question.draft' };

for (const database of ['sqlite', 'postgres'])
  describe(`words that nobody else would write, on ${database}`, () => {
    it('are in no file, column, backup or output, after the controls were found there', async (test) => {
      const { found, controls, erasedSeen, erasedLeft, places, bytes } = await runCanaries({ database });
      test.diagnostic(`${places} places, ${bytes} bytes`);
      for (const name of CONTROLS) {
        const where = controls.get(name).join('\n');
        assert.ok(where.includes(COLUMNS[name.split(',')[0]]), `${name} in its column`);
        assert.match(where, /backup/, `${name} in the backup`);
        if (database === 'sqlite') {
          assert.match(where, /while it runs: kith\.sqlite/, name);
          assert.match(where, /stopped: kith\.sqlite/, name);
        } else if (name.endsWith('unpacked')) {
          assert.match(where, /postgres: base/, name);
          assert.match(where, /postgres: pg_wal/, name);
        }
      }
      assert.deepEqual(found, []);
      if (database === 'sqlite') {
        assert.ok(erasedSeen.length > 0, 'what is to be erased is there before');
        assert.deepEqual(erasedLeft, [], 'nothing of it is left, in the log neither');
      }
    });
  });

describe('the search', () => {
  it('finds a server that writes down who asks', async () => {
    const { found } = await runCanaries({ database: 'sqlite', ...BROKEN });
    for (const what of ['agent', 'query', 'address'])
      assert.ok(found.includes(`${what}, UTF-8, output`), `${what}: ${found}`);
  });

  it('finds a text in every form, wherever it begins', () => {
    const secret = 'how do i tell my sister';
    const wide = Buffer.from(`..${secret}..`, 'utf16le');
    const forms = {
      'UTF-8': Buffer.from(`..${secret}`),
      'UTF-16LE': wide,
      'UTF-16BE': Buffer.from(wide).swap16(),
      hex: Buffer.from(Buffer.from(`..${secret}`).toString('hex')),
    };
    const foundIn = (bytes) => search(new Map([['it', secret]]), new Map([['there', bytes]]));
    for (const [form, bytes] of Object.entries(forms))
      assert.ok(foundIn(bytes).includes(`it, ${form}, there`), form);
    assert.deepEqual(foundIn(Buffer.from(secret.slice(1))), []);
    for (const start of [0, 1, 2, 3, 4, 5])
      for (const form of ['base64', 'base64url']) {
        const bytes = Buffer.from(Buffer.from(`${'.'.repeat(start)}${secret}!`).toString(form));
        const found = search(new Map([['it', secret]]), new Map([['there', bytes]]));
        assert.ok(found.includes(`it, ${form}+${start % 3}, there`), `${form} after ${start}`);
      }
  });

  it('has no form so short that it is found by chance', () => {
    for (const [form, needle] of formsOf('canary')) assert.ok(needle.length >= 6, form);
  });
});
