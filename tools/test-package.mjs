/**
 * `npm run test:package`: packs the package, installs it into empty projects, and has them built, checked and opened in Chromium.
 * `--counts FILE` writes what was counted.
 */
import path from 'node:path';
import { ensureBrowser } from './browsers.mjs';
import { ensureBuilt } from './build-if-stale.mjs';
import { ensureInstalled, root } from './install.mjs';
import { runNodeTests } from './node-tests.mjs';

const FOLDER = 'test/consumers';

ensureInstalled();
ensureInstalled(path.join(root, FOLDER));
ensureBrowser('chromium');
await ensureBuilt();
runNodeTests('package', [FOLDER]);
