/** Writes what a run of the browser tests really counted, so that the gate reads numbers and not coloured lines. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';

function count(suite, total) {
  for (const test of suite.tests) {
    if (test.skipped) total.skipped += 1;
    else if (test.passed) total.passed += 1;
    else total.failed += 1;
  }
  for (const child of suite.suites) count(child, total);
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
      const total = { engine, passed: 0, failed: 0, skipped: 0, files: {} };
      for (const session of sessions) {
        const own = { passed: 0, failed: 0, skipped: 0 };
        if (session.testResults) count(session.testResults, own);
        // A file that could not be loaded has run no test, and that is a failure of its own.
        if (!session.passed && own.failed === 0) own.failed = 1;
        total.files[path.relative(root, session.testFile).split(path.sep).join('/')] = own;
        for (const key of ['passed', 'failed', 'skipped']) total[key] += own[key];
      }
      if (file) writeFileSync(file, `${JSON.stringify(total, null, 2)}\n`);
    },
  };
}
