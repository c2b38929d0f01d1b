/** Installs what is missing before a command runs, so that one command is enough on a fresh clone. Node's own modules only. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Oldest Node that every tool of the house runs on. */
const OLDEST_NODE = [20, 19];

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** True where a package that package.json names is absent or of another version than the lock's. */
function somethingIsMissing(folder) {
  const locked = readJson(path.join(folder, 'package-lock.json')).packages;
  const wanted = locked[''] ?? {};
  const names = Object.keys({ ...wanted.dependencies, ...wanted.devDependencies });
  return names.some((name) => {
    const manifest = path.join(folder, 'node_modules', name, 'package.json');
    return !existsSync(manifest) || readJson(manifest).version !== locked[`node_modules/${name}`]?.version;
  });
}

/**
 * Stops with one sentence where Node is too old, else installs the packages of the lock file if any is missing.
 *
 * @param folder A folder with a package and a lock of its own; else the project's.
 */
export function ensureInstalled(folder = root) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    console.error(`Kith needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.version}.`);
    process.exit(1);
  }
  if (!somethingIsMissing(folder)) return;
  const lock = path.relative(root, path.join(folder, 'package-lock.json'));
  console.log(`Installing the packages of ${lock}. This happens once and takes about a minute.`);
  // Where some are here already, only the missing ones come; `ci` would first delete them all.
  const command = existsSync(path.join(folder, 'node_modules')) ? 'install' : 'ci';
  const result = spawnSync('npm', [command, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
  });
  if (result.status !== 0) {
    console.error('The packages could not be installed: see the lines above. Is the npm registry in reach?');
    process.exit(1);
  }
}
