/** Writes what a run of the browser tests really counted and which tests failed, so that the gate reads numbers and names, not coloured lines. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gist } from './failures.mjs';

function count(suite, own, above = []) {
  for (const test of suite.tests) {
    if (test.skipped) own.skipped += 1;
    else if (test.passed) own.passed += 1;
    else {
      own.failed += 1;
      own.failures.push({ name: [...above, test.name].join(' > '), error: gist(test.error) });
    }
  }
  for (const child of suite.suites) count(child, own, [...above, child.name].filter(Boolean));
}

/** Why a file ran no test. The runner's own error says only that it did not, so what the page said and asked for goes with it. */
function whyNot({ errors = [], logs = [], request404s = [] }) {
  const said = logs.flat().find((word) => typeof word === 'string');
  const reasons = [
    ...errors
      .map(gist)
      .map((line) =>
        line
          .replace(/^Could not import your test module\..*$/, 'could not be loaded')
          .replace(/\. You can .*$/, ''),
      ),
    ...(said ? [gist({ message: said.replace(/\?wtr-session-id=[\w-]+/, '') })] : []),
    ...(request404s.length > 0 ? [`not found: ${request404s.join(', ')}`] : []),
  ];
  return reasons.join('; ') || 'the page went away before its tests ended';
}

/** Counts of one file, and what failed in it: tests, hooks, or the file itself where it could not be loaded or the browser went away. */
export function countSession(session) {
  const own = { passed: 0, failed: 0, skipped: 0, failures: [] };
  if (session.testResults) count(session.testResults, own);
  const ran = own.passed + own.failed > 0;
  if (ran) own.failures.push(...(session.errors ?? []).map((error) => ({ name: '', error: gist(error) })));
  if (!session.passed && own.failures.length === 0) own.failures.push({ name: '', error: whyNot(session) });
  // A file that could not be loaded has run no test, and that is a failure of its own.
  if (!session.passed && own.failed === 0) own.failed = 1;
  return own;
}

/**
 * @param {{ engine: string, file?: string }} options Where the counts go as JSON; without a file they are only printed.
 */
export function countingReporter({ engine, file }) {
  let root = process.cwd();
  return {
    start({ config }) {
      root = config.rootDir;
    },
    onTestRunFinished({ sessions }) {
      const total = { engine, passed: 0, failed: 0, skipped: 0, files: {}, failures: [] };
      for (const session of sessions) {
        const name = path.relative(root, session.testFile).split(path.sep).join('/');
        const { failures, ...own } = countSession(session);
        total.files[name] = own;
        total.failures.push(...failures.map((failure) => ({ file: name, ...failure })));
        for (const key of ['passed', 'failed', 'skipped']) total[key] += own[key];
      }
      if (file) writeFileSync(file, `${JSON.stringify(total, null, 2)}\n`);
    },
  };
}
