/** What every bench needs before it measures: the peers of this package's lock, and the name of the source that is measured. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../tools/install.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Peers of this package's lock, where one is absent or of another version. */
export function ensurePeers() {
  const { packages } = JSON.parse(readFileSync(path.join(here, 'package-lock.json'), 'utf8'));
  const missing = Object.entries(packages).some(([folder, { version, optional }]) => {
    // What is optional is there for some machines only.
    if (!folder || optional) return false;
    const manifest = path.join(here, folder, 'package.json');
    return !existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).version !== version;
  });
  if (!missing) return;
  console.log('Installing the peers of bench/package-lock.json.');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
  });
  if (status === 0) return;
  console.error('The peers could not be installed: see the lines above. Is the npm registry in reach?');
  process.exit(1);
}

/** The last commit that changed the source, and whether the source has changed since. */
export function sourceState() {
  const git = (...words) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
  try {
    const changed = git('status', '--porcelain', '--', 'src') !== '';
    return `${git('log', '-1', '--format=%h', '--', 'src')}${changed ? ' with changes' : ''}`;
  } catch {
    return 'unknown';
  }
}

/** Version of an installed peer. */
export function versionOf(name) {
  return JSON.parse(readFileSync(path.join(here, 'node_modules', name, 'package.json'), 'utf8')).version;
}
