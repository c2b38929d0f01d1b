/** `npm run check`: everything about the sources that needs no browser. `npm run check -- types budgets` runs some of it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root } from './install.mjs';

const module = (file) => path.join(root, 'node_modules', file);
const tool = (file) => path.join(root, 'tools', file);

/** What is checked, in the order in which it runs: quick things first. */
const STEPS = {
  types: [module('typescript/bin/tsc'), '-p', 'tsconfig.json'],
  'server types': [module('typescript/bin/tsc'), '-p', 'server/tsconfig.json', '--noEmit'],
  style: [module('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
  imports: [tool('layers.mjs')],
  floor: [tool('floor.mjs')],
  content: [tool('generate-content.mjs'), '--check'],
  manifest: [tool('manifest.mjs')],
  readme: [tool('readme-tables.mjs'), '--check'],
  package: [tool('pack.mjs')],
  budgets: [tool('budgets.mjs')],
};

function run(name) {
  const { status, stdout, stderr } = spawnSync(process.execPath, STEPS[name], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  const text = `${stdout ?? ''}${stderr ?? ''}`.trim();
  console.log(`${status === 0 ? 'good  ' : 'FAILED'} ${name}`);
  if (status !== 0 || name === 'budgets') console.log(text.replace(/^/gm, '       '));
  return status === 0;
}

ensureInstalled();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  console.error(
    `There is no check called ${unknown.join(', ')}. There are: ${Object.keys(STEPS).join(', ')}.`,
  );
  process.exit(1);
}
const names = Object.keys(STEPS).filter((name) => wanted.length === 0 || wanted.includes(name));
if (names.some((name) => name === 'budgets' || name === 'package')) {
  const { ensureBuilt } = await import('./build-if-stale.mjs');
  await ensureBuilt();
}
const results = names.filter((name) => existsSync(STEPS[name][0])).map(run);
process.exit(results.every(Boolean) ? 0 : 1);
