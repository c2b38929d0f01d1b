/** Runs the tests that read files instead of pages: layers, package, words, and those of the command line. `--counts FILE` writes what they counted. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build-if-stale.mjs';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
await ensureBuilt();
const files = ['test/house', 'test/cli'].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => path.join(root, folder, name)),
);
const { status, stdout, stderr } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', ...files], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1e8,
});
const number = (word) => Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(stdout)?.[1] ?? 0);
const counts = {
  engine: 'house',
  passed: number('pass'),
  failed: number('fail'),
  skipped: number('skipped') + number('todo'),
  status,
};
if (status !== 0) console.log(stdout.replace(/^(?:\s*# Subtest|\s*ok ).*\n/gm, ''), stderr);
const at = process.argv.indexOf('--counts');
if (at > 0) {
  const file = path.resolve(process.argv[at + 1]);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(counts, null, 2)}\n`);
}
console.log(
  `house: ${counts.passed + counts.failed} tests, ${counts.passed} passed, ${counts.failed} failed`,
);
process.exit(status ?? 1);
