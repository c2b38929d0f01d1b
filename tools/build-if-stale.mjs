/** Tests of the built files need dist/ to be newer than what it was built from. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

const STAMP = path.join(root, 'dist/custom-elements.json');
const SOURCES = [
  'src',
  'tools/build.mjs',
  'tools/editor-data.mjs',
  'tools/element-types.mjs',
  'tools/integrity.mjs',
  'tools/manifest.mjs',
  'tools/own-copies.mjs',
  'tools/plain-ascii.mjs',
  'tools/rare-formats.mjs',
  'tools/shared-chunks.mjs',
  'tools/squeeze-css.mjs',
  'tools/steady-imports.mjs',
  'vite.config.ts',
  'tsconfig.build.json',
  'package.json',
];

function filesOf(entry) {
  const full = path.join(root, entry);
  if (!statSync(full, { throwIfNoEntry: false })?.isDirectory()) return [full];
  return readdirSync(full, { recursive: true }).map((name) => path.join(full, name));
}

const changedAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** True where one of the files (all test files where none is named) reads something of dist/. */
export function needsBuild(files) {
  // A pattern is taken as everything below its fixed part: building once too often does no harm.
  const fixed = files.map((file) => path.resolve(root, file.replace(/[^/]*[*?{[].*$/, '')));
  const tests = allTests().filter(
    (test) => fixed.length === 0 || fixed.some((start) => test.startsWith(start)),
  );
  return tests.some((file) => {
    try {
      return /\/(?:dist|built)\/|\/a-host-page\.js/.test(readFileSync(path.resolve(root, file), 'utf8'));
    } catch {
      return false;
    }
  });
}

function allTests() {
  return filesOf('test').filter((file) => file.endsWith('.test.ts'));
}

/** Builds dist/ unless it is newer than every source. */
export async function ensureBuilt() {
  const newest = Math.max(...SOURCES.flatMap(filesOf).map(changedAt));
  if (changedAt(STAMP) > newest) return;
  console.log('Building dist/, which is older than its sources.');
  const { status } = spawnSync(process.execPath, [path.join(root, 'tools/build.mjs'), '--quiet'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
