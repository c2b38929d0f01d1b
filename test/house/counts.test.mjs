import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compare } from '../../tools/count-tests.mjs';

const file = (passed, failed = 0, skipped = 0) => ({ passed, failed, skipped });
const run = (name, files) => {
  const all = Object.values(files);
  const sum = (key) => all.reduce((total, each) => total + each[key], 0);
  return { name, files, passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
};
const inNode = ['house', 'package', 'server'].map((name) => ({ name, passed: 1, failed: 0, skipped: 0 }));

describe('counting tests', () => {
  const chromium = run('chromium', { 'test/a.test.ts': file(3), 'test/emulated/print.test.ts': file(2) });

  it('is content when the others ran all but the emulated ones', () => {
    const others = ['firefox', 'webkit'].map((name) => run(name, { 'test/a.test.ts': file(3) }));
    assert.deepEqual(compare([...inNode, chromium, ...others]), []);
  });

  it('complains about a browser that ran fewer, whatever its total', () => {
    const firefox = run('firefox', { 'test/a.test.ts': file(2, 0, 1), 'test/b.test.ts': file(1) });
    const webkit = run('webkit', { 'test/a.test.ts': file(3) });
    assert.deepEqual(compare([...inNode, chromium, firefox, webkit]), [
      'firefox: 2 of 3 tests of test/a.test.ts ran.',
    ]);
  });

  it('complains about tests of the files, of the package or of the server that did not run at all', () => {
    const others = ['firefox', 'webkit'].map((name) => run(name, { 'test/a.test.ts': file(3) }));
    for (const left of inNode) {
      const rest = inNode.filter((each) => each !== left);
      assert.deepEqual(compare([...rest, chromium, ...others]), [
        `${left.name}: no counts, so it did not run.`,
      ]);
    }
  });

  it('complains about a browser that did not run at all', () => {
    const webkit = run('webkit', { 'test/a.test.ts': file(3) });
    assert.deepEqual(compare([...inNode, chromium, webkit]), ['firefox: no counts, so it did not run.']);
  });
});
