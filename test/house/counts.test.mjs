import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { compare } from '../../tools/count-tests.mjs';
import { countingReporter, countSession } from '../../tools/counting-reporter.mjs';
import { countsOfRun } from '../../tools/counts-of-run.mjs';
import { failureLines, gist } from '../../tools/failures.mjs';
import { root } from '../../tools/install.mjs';
import { countNodeTests } from '../../tools/node-tests.mjs';

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

  it('complains about a zone in which fewer tests of a file ran', () => {
    const others = ['firefox', 'webkit'].map((name) => run(name, { 'test/a.test.ts': file(3) }));
    const good = run('zones/UTC/chromium', { 'test/a.test.ts': file(3) });
    const bad = run('zones/Asia/Kathmandu/chromium', { 'test/a.test.ts': file(2) });
    assert.deepEqual(compare([...inNode, chromium, ...others, good, bad]), [
      'zones/Asia/Kathmandu/chromium: 2 of 3 tests of test/a.test.ts ran.',
    ]);
  });

  it('complains about a browser that did not run at all', () => {
    const webkit = run('webkit', { 'test/a.test.ts': file(3) });
    assert.deepEqual(compare([...inNode, chromium, webkit]), ['firefox: no counts, so it did not run.']);
  });
});

describe('what is kept of a failure', () => {
  it('is the kind of the error and its first line', () => {
    assert.equal(gist({ name: 'TypeError', message: 'no such thing\nat once' }), 'TypeError: no such thing');
    assert.equal(gist({ name: 'Error', message: 'broke' }), 'broke');
    assert.equal(gist({ name: 'AssertionError', message: 'AssertionError: 1' }), 'AssertionError: 1');
  });

  it('goes on to the next line where the first only leads up to it', () => {
    assert.equal(
      gist({ message: 'Expected values to be equal:\n\n1 !== 2\n' }),
      'Expected values to be equal: 1 !== 2',
    );
  });

  it('has the seed and the counterexample of a property', () => {
    const message =
      'Property failed after 1 tests\n{ seed: 6, path: "0" }\nCounterexample: [5]\nShrunk 3 time(s)';
    assert.equal(
      gist({ message }),
      'Property failed after 1 tests | { seed: 6, path: "0" } | Counterexample: [5]',
    );
  });

  it('is something where nothing was told, and no longer than a line', () => {
    assert.equal(gist(undefined), 'no reason was told');
    assert.ok(gist({ message: 'x'.repeat(10_000) }).length < 400);
  });

  it('is told in two lines with its run, file and name, and a flood is cut', () => {
    const failure = { file: 'test/a.test.ts', name: 'a > b', error: 'broke' };
    assert.deepEqual(failureLines([{ name: 'webkit', failures: [failure] }, { name: 'house' }]), [
      '  [webkit] test/a.test.ts: a > b',
      '      broke',
    ]);
    const flood = failureLines([{ name: 'webkit', failures: Array(100).fill(failure) }]);
    assert.equal(flood.length, 81);
    assert.equal(flood.at(-1), '  and 60 more');
  });
});

describe('counting a file in a browser', () => {
  const good = { name: 'good', passed: true, skipped: false };
  const bad = {
    name: 'bad',
    passed: false,
    skipped: false,
    error: { name: 'AssertionError', message: '1 is no 2' },
  };
  const suite = (name, tests, suites = []) => ({ name, tests, suites });

  it('keeps the full name of a test that failed', () => {
    const testResults = suite('', [good], [suite('outer', [], [suite('inner', [good, bad])])]);
    assert.deepEqual(countSession({ passed: false, errors: [], testResults }), {
      passed: 2,
      failed: 1,
      skipped: 0,
      failures: [{ name: 'outer > inner > bad', error: 'AssertionError: 1 is no 2' }],
    });
  });

  it('keeps what broke beside the tests, which is a failure also where each test passed', () => {
    const session = { passed: false, errors: [{ message: 'hook broke' }], testResults: suite('', [good]) };
    assert.deepEqual(countSession(session), {
      passed: 1,
      failed: 1,
      skipped: 0,
      failures: [{ name: '', error: 'hook broke' }],
    });
  });

  it('says why a file could not be loaded', () => {
    const session = {
      passed: false,
      errors: [{ message: 'Could not import your test module. Check the browser logs.' }],
      logs: [['TypeError: Failed to fetch: http://localhost/test/a.test.ts?wtr-session-id=Ab-1']],
      request404s: ['test/nothing.js'],
    };
    const { failed, failures } = countSession(session);
    assert.equal(failed, 1);
    assert.deepEqual(failures, [
      {
        name: '',
        error:
          'could not be loaded; TypeError: Failed to fetch: http://localhost/test/a.test.ts; not found: test/nothing.js',
      },
    ]);
  });

  it('says that a page went away', () => {
    assert.deepEqual(countSession({ passed: false, errors: [] }).failures, [
      { name: '', error: 'the page went away before its tests ended' },
    ]);
  });

  it('says nothing of files that passed', () => {
    const session = { passed: true, errors: [], testResults: suite('', [good]) };
    assert.deepEqual(countSession(session), { passed: 1, failed: 0, skipped: 0, failures: [] });
  });
});

describe('counts in files', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'kith-counts-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name, text) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };

  it('name the file with each failure', () => {
    const file = path.join(folder, 'one.json');
    const reporter = countingReporter({ engine: 'webkit', file });
    reporter.start({ config: { rootDir: folder } });
    const testFile = path.join(folder, 'test/a.test.ts');
    reporter.onTestRunFinished({ sessions: [{ testFile, passed: false, errors: [{ message: 'gone' }] }] });
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), {
      engine: 'webkit',
      passed: 0,
      failed: 1,
      skipped: 0,
      files: { 'test/a.test.ts': { passed: 0, failed: 1, skipped: 0 } },
      failures: [{ file: 'test/a.test.ts', name: '', error: 'gone' }],
    });
  });

  it('are there for a browser run that ended before it counted', () => {
    const file = path.join(folder, 'two.json');
    const counts = countsOfRun('firefox', file, 'SIGKILL');
    assert.equal(counts.failed, 1);
    assert.equal(counts.failures[0].error, 'the run ended with SIGKILL before any test was counted');
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), counts);
  });

  it('count one failure for a run that ended badly although every test passed', () => {
    const file = write(
      'three.json',
      JSON.stringify({ passed: 2, failed: 0, skipped: 0, files: {}, failures: [] }),
    );
    assert.equal(countsOfRun('chromium', file, 0).failed, 0);
    assert.equal(countsOfRun('chromium', file, 1).failed, 1);
    assert.equal(JSON.parse(readFileSync(file, 'utf8')).failures.length, 1);
  });

  it('are printed with the failures before the last line, and that is the sum', () => {
    const failures = [{ file: 'test/a.test.ts', name: 'a > b', error: 'broke' }];
    write(
      'all/zones/UTC/chromium.json',
      JSON.stringify({ passed: 3, failed: 1, skipped: 0, files: {}, failures }),
    );
    const { stdout } = spawnSync(
      process.execPath,
      [path.join(root, 'tools/count-tests.mjs'), path.join(folder, 'all'), '--total'],
      { encoding: 'utf8' },
    );
    const lines = stdout.trimEnd().split('\n');
    assert.deepEqual(lines.slice(0, 3), [
      'failures:',
      '  [zones/UTC/chromium] test/a.test.ts: a > b',
      '      broke',
    ]);
    assert.ok(lines.includes('  webkit: no counts, so it did not run.'));
    assert.equal(lines.at(-1), 'tests: 3 passed, 1 failed');
  });

  it("of Node's runs name each failing test once, with its file and its suites", () => {
    const here = path.relative(root, folder).split(path.sep).join('/');
    const tests = write(
      'a.test.mjs',
      `import { describe, it } from 'node:test';
       describe('outer', () => {
         describe('inner', () => { it('good', () => {}); it('bad', () => { throw new TypeError('broke'); }); });
         it('good', () => {});
       });`,
    );
    const unloadable = write('b.test.mjs', "import './nothing.mjs';");
    const killed = write(
      'c.test.mjs',
      "import { it } from 'node:test'; it('x', () => process.kill(process.pid, 'SIGKILL'));",
    );
    const { counts, told } = countNodeTests('house', [tests, unloadable, killed]);
    assert.equal(counts.passed, 2);
    assert.equal(counts.failed, 3);
    const [bad, missing, gone] = counts.failures;
    assert.deepEqual(bad, {
      file: `${here}/a.test.mjs`,
      name: 'outer > inner > bad',
      error: 'TypeError: broke',
    });
    assert.equal(missing.file, `${here}/b.test.mjs`);
    assert.match(missing.error, /Cannot find module .*nothing\.mjs/);
    assert.deepEqual(gone, { file: `${here}/c.test.mjs`, name: '', error: 'its process ended with SIGKILL' });
    assert.match(told[0], /outer > inner > bad\nTypeError/);
  });

  it("of a run of Node's that went well name nothing", () => {
    const tests = write('d.test.mjs', "import { it } from 'node:test'; it('good', () => {});");
    const { counts, told } = countNodeTests('house', [tests]);
    assert.deepEqual([counts.passed, counts.failed, counts.status, counts.failures, told], [1, 0, 0, [], []]);
  });
});
