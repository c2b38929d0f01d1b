/** Empty projects of strangers, outside the checkout, into which the packed package is really installed. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack } from '../../tools/pack.mjs';
import { startRegistry } from './registry.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
export const NAME = JSON.parse(readFileSync(path.join(here, '../../package.json'), 'utf8')).name;

/** Runs a program of Node's and gives back what it said. It may fail. */
export function run(folder, file, ...given) {
  const child = spawn(process.execPath, [file, ...given], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', FORCE_COLOR: '0', NO_COLOR: '1' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, said }));
  });
}

/** Names of the packages in a node_modules folder, with their scope. */
function packagesIn(folder) {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(path.join(folder, name)).map((each) => `${name}/${each}`) : [name],
    );
}

/** Puts what strangers build with beside what was installed; a package that is there already stays. */
function lendTools(to) {
  const from = path.join(here, 'node_modules');
  for (const name of packagesIn(from)) {
    const link = path.join(to, name);
    if (existsSync(link)) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(from, name), link, 'junction');
  }
}

/** A folder with the package installed in it, and projects below that find it there. */
export async function openWorkshop() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kith-consumers-'));
  const packed = path.join(folder, 'packed');
  mkdirSync(packed);
  const { file } = pack(packed);
  const registry = await startRegistry(file, packed);
  const installed = await new Promise((resolve) => {
    const child = spawn(
      'npm',
      [
        'install',
        NAME,
        '--registry',
        registry.address,
        '--cache',
        path.join(folder, 'cache'),
        '--no-audit',
        '--no-fund',
      ],
      { cwd: folder, shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
    child.on('close', (status) => resolve({ status, said }));
  });
  await registry.close();
  if (installed.status !== 0) throw new Error(`npm install ${NAME} failed:\n${installed.said}`);
  const modules = path.join(folder, 'node_modules');
  const alone = packagesIn(modules).sort();
  lendTools(modules);
  cpSync(path.join(here, 'projects'), folder, { recursive: true });
  return {
    folder,
    /** What `npm install` brought, before anything else came. */
    alone,
    installed: path.join(modules, NAME),
    tool: (name) => path.join(modules, name),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
