/** Runs tests that need no page of their own with Node's test runner, and counts them as the browsers' tests are counted. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

/**
 * Runs every `*.test.mjs` of some folders and ends the process. `--counts FILE` on the command line writes what they counted.
 *
 * @param {string} name What the counts are called.
 * @param {string[]} folders Below the project's root.
 * @param {{ only?: string[], flags?: string[] }} [options] `only`: files in place of all; `flags`: more of Node's.
 */
export function runNodeTests(name, folders, { only = [], flags = [] } = {}) {
  const all = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((file) => file.endsWith('.test.mjs'))
      .map((file) => path.join(root, folder, file)),
  );
  const files = only.length > 0 ? only.map((file) => path.resolve(file)) : all;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--test', '--test-reporter=tap', ...flags, ...files],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1e8,
    },
  );
  const number = (word) => Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(stdout)?.[1] ?? 0);
  const counts = {
    engine: name,
    passed: number('pass'),
    failed: number('fail') + number('cancelled'),
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
  const total = counts.passed + counts.failed;
  console.log(`${name}: ${total} tests, ${counts.passed} passed, ${counts.failed} failed`);
  process.exit(status ?? 1);
}
