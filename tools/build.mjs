/** `npm run build`: dist/ with modules and types, the two script builds for pages, and the manifest. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureInstalled, root } from './install.mjs';

const quiet = process.argv.includes('--quiet');
const say = quiet ? () => {} : console.log;

function run(title, file, ...given) {
  say(title);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules', file), ...given],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (status === 0) return;
  console.error(`${title} failed:\n${stdout}${stderr}`);
  process.exit(status ?? 1);
}

ensureInstalled();
rmSync(path.join(root, 'dist'), { recursive: true, force: true });
run('modules and types', 'typescript/bin/tsc', '-p', 'tsconfig.build.json');
for (const mode of ['loader', 'single']) {
  run(`script build: ${mode}`, 'vite/bin/vite.js', 'build', '--mode', mode, '--logLevel', 'error');
}
say('manifest');
const { readManifest } = await import('./manifest.mjs');
writeFileSync(path.join(root, 'dist/custom-elements.json'), `${JSON.stringify(readManifest(), null, 2)}\n`);
const { filesOfDist } = await import('./budgets.mjs');
for (const { name, content } of filesOfDist())
  say(`  ${name}: ${gzipSync(content, { level: 9 }).length} bytes gzip`);
