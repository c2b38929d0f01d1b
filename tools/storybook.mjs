/** `npm run storybook` on port 6006, `npm run build-storybook` into storybook-static. Installs and builds what is missing first. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
// The host pages load the scripts that users get.
const { ensureBuilt } = await import('./build-if-stale.mjs');
await ensureBuilt();
const [command, ...rest] = process.argv.slice(2);
const building = command === 'build';
// What a build says of chunk sizes concerns nobody; where it fails, all of it is told.
const quiet = building && !process.stdout.isTTY;
const given = building
  ? ['build', '--output-dir', 'storybook-static', '--quiet', ...rest]
  : ['dev', '--port', '6006', '--no-open', ...(command ? [command, ...rest] : [])];
const child = spawn(
  process.execPath,
  [path.join(root, 'node_modules/storybook/dist/bin/dispatcher.js'), ...given],
  {
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    // Nothing about who works here is told to anybody.
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
  },
);
let said = '';
for (const stream of [child.stdout, child.stderr])
  stream?.on('data', (data) => {
    said += data;
  });
child.on('close', (code) => {
  if (code !== 0) process.stderr.write(said);
  process.exit(code ?? 1);
});
