/** Runs the tests that read files instead of pages: layers, package, words, and those of the command line. `--counts FILE` writes what they counted. */
import { ensureBuilt } from './build-if-stale.mjs';
import { ensureInstalled } from './install.mjs';
import { runNodeTests } from './node-tests.mjs';

ensureInstalled();
await ensureBuilt();
runNodeTests('house', ['test/house', 'test/cli']);
