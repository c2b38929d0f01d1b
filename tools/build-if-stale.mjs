/** Tests of the built files need dist/ to be newer than what it was built from. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

const STAMP = 'dist/custom-elements.json';
const SOURCES = [
  'src',
  'tools/build.mjs',
  'tools/desk-page.mjs',
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

const SERVER_STAMP = 'server/dist/kith-server.js';
/** Besides dist/, from which its pages are served. */
const SERVER_SOURCES = [
  'server/src',
  'server/package.json',
  'server/tsconfig.json',
  'server/vite.config.ts',
  'src/domain',
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

const isStale = (stamp, sources) =>
  changedAt(path.join(root, stamp)) <= Math.max(...sources.flatMap(filesOf).map(changedAt));

function run(command, args) {
  // What a test prints on stdout is read by its runner.
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', process.stderr, 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

/** Builds dist/ unless it is newer than every source. */
export async function ensureBuilt() {
  if (!isStale(STAMP, SOURCES)) return;
  console.error('Building dist/, which is older than its sources.');
  run(process.execPath, [path.join(root, 'tools/build.mjs'), '--quiet']);
}

/** Builds server/dist/ unless it is newer than its sources and than dist/. */
export async function ensureServerBuilt() {
  await ensureBuilt();
  if (!isStale(SERVER_STAMP, [...SERVER_SOURCES, STAMP])) return;
  console.error('Building server/dist/, which is older than its sources.');
  run('npm', ['run', '--silent', 'build', '-w', 'kith-server']);
}
