/**
 * `npm run test:server`: the server's tests with Node's test runner, on SQLite and on one PostgreSQL that is started here for all of them.
 * `-- FILE…` runs some; `--counts FILE` writes what was counted.
 */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ensureServerBuilt } from './build-if-stale.mjs';
import { ensureInstalled, root } from './install.mjs';
import { runNodeTests } from './node-tests.mjs';

const FOLDER = 'server/test';

ensureInstalled();
await ensureServerBuilt();

// Not before the packages are there.
const { SHARED, startPostgres } = await import('../server/test/set-up/postgres.mjs');
const { ensureProgram } = await import('../server/test/set-up/programs.mjs');

if (process.platform === 'linux') ensureProgram('strace');
const postgres = await startPostgres();
process.env[SHARED] = postgres.shared;

const folders = [
  FOLDER,
  ...readdirSync(path.join(root, FOLDER), { recursive: true })
    .map((name) => path.join(FOLDER, String(name)))
    .filter((folder) => statSync(path.join(root, folder)).isDirectory()),
];
const only = process.argv.slice(2).filter((word) => word.endsWith('.test.mjs'));
// One that hangs ends after minutes and is told by name. It ends the process, and PostgreSQL goes with it.
runNodeTests('server', folders, { only, flags: ['--test-concurrency=2', '--test-timeout=240000'] });
