/** Reads what a browser run counted. One that ended before it counted, or badly although no test failed, is itself what failed. */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * @param {string} engine
 * @param {string} file Where the counts stand; what failed besides the tests is added there.
 * @param {number | string} status With what the run ended: a number, or the signal that ended it.
 */
export function countsOfRun(engine, file, status) {
  let counts;
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    counts = { engine, passed: 0, failed: 0, skipped: 0, files: {}, failures: [] };
  }
  const ran = counts.passed + counts.skipped > 0;
  if (counts.failed > 0 || (ran && status === 0)) return counts;
  const error = ran
    ? `no test failed, but the run ended with ${status}`
    : `the run ended with ${status} before any test was counted`;
  counts.failed = 1;
  counts.failures.push({ file: '', name: '', error });
  writeFileSync(file, `${JSON.stringify(counts, null, 2)}\n`);
  return counts;
}
