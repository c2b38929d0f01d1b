/** Runs tests that need no page of their own with Node's test runner, and counts them as the browsers' tests are counted. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gist } from './failures.mjs';
import { root } from './install.mjs';

/**
 * Runs files with Node's test runner.
 *
 * @param {string} name What the counts are called.
 * @param {string[]} files
 * @param {string[]} [flags] More of Node's.
 * @returns The counts with what failed, and `told`: each failure at length.
 */
export function countNodeTests(name, files, flags = []) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kith-failures-'));
  const list = path.join(folder, 'failures.jsonl');
  const given = [
    '--test',
    '--test-reporter=tap',
    '--test-reporter-destination=stdout',
    `--test-reporter=${new URL('./failing-reporter.mjs', import.meta.url)}`,
    `--test-reporter-destination=${list}`,
    ...flags,
    ...files,
  ];
  // Where a runner runs these, its own test would be taken for one of theirs.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, given, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
    env,
  });
  let failed = [];
  try {
    failed = readFileSync(list, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  } catch {
    // It did not get as far as writing one.
  }
  rmSync(folder, { recursive: true, force: true });
  const number = (word) => Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(stdout)?.[1] ?? 0);
  const counts = {
    engine: name,
    passed: number('pass'),
    failed: number('fail') + number('cancelled'),
    skipped: number('skipped') + number('todo'),
    status,
    failures: failed.map(({ file, name, error }) => ({
      file: path.relative(root, file).split(path.sep).join('/'),
      name,
      error: gist(error),
    })),
  };
  const told = failed.map(({ file, name, told }) => `${[file, name].filter(Boolean).join(': ')}\n${told}\n`);
  if (status !== 0 && failed.length === 0) {
    counts.failed ||= 1;
    counts.failures.push({ file: '', name: '', error: `the run ended with ${signal ?? status}` });
    told.push(stdout, stderr);
  }
  return { counts, told };
}

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
  const { counts, told } = countNodeTests(name, files, flags);
  for (const text of told) console.log(text);
  const at = process.argv.indexOf('--counts');
  if (at > 0) {
    const file = path.resolve(process.argv[at + 1]);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(counts, null, 2)}\n`);
  }
  const total = counts.passed + counts.failed;
  console.log(`${name}: ${total} tests, ${counts.passed} passed, ${counts.failed} failed`);
  process.exit(counts.status ?? 1);
}
