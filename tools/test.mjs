/** Runs the browser tests: `npm test [-- files…]`, `npm run test:browsers`. Installs what is missing first. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ENGINES, ensureBrowser, startWebKit } from './browsers.mjs';
import { countsOfRun } from './counts-of-run.mjs';
import { ensureInstalled, root } from './install.mjs';
import { forgetNotes, printNotes } from './note-plugin.mjs';

const USAGE = `node tools/test.mjs [--browsers chromium,firefox,webkit] [--counts FOLDER] [--watch] [files…]`;

function readArguments(given) {
  const chosen = { engines: ['chromium'], counts: path.join(root, '.cache/counts'), files: [], rest: [] };
  const left = [...given];
  while (left.length > 0) {
    const word = left.shift();
    if (word === '--browsers') chosen.engines = String(left.shift()).split(',');
    else if (word === '--counts') chosen.counts = path.resolve(String(left.shift()));
    else if (word === '--watch') chosen.rest.push(word);
    else if (word.startsWith('-')) {
      console.error(`${word} is no option here.\n${USAGE}`);
      process.exit(1);
    } else chosen.files.push(word);
  }
  const unknown = chosen.engines.filter((engine) => !ENGINES.includes(engine));
  if (unknown.length > 0) {
    console.error(`No browser is called ${unknown.join(', ')}. There are: ${ENGINES.join(', ')}.`);
    process.exit(1);
  }
  return chosen;
}

/** Runs one engine and returns its counts. */
async function runEngine(engine, { files, counts, rest }) {
  const browser = ensureBrowser(engine);
  const file = path.join(counts, `${engine}.json`);
  rmSync(file, { force: true });
  const webkit = engine === 'webkit' ? await startWebKit(browser) : undefined;
  const given = [path.join(root, 'node_modules/@web/test-runner/dist/bin.js'), ...rest];
  if (files.length > 0) given.push('--files', ...files);
  const status = await new Promise((resolve) => {
    const child = spawn(process.execPath, given, {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        KITH_BROWSER: engine,
        KITH_COUNTS: file,
        ...(webkit ? { KITH_WEBKIT_PORT: String(webkit.port) } : {}),
      },
    });
    child.on('exit', (code, signal) => resolve(code ?? signal));
  });
  webkit?.stop();
  return { ...countsOfRun(engine, file, status), status };
}

ensureInstalled();
const chosen = readArguments(process.argv.slice(2));
const { ensureBuilt, needsBuild } = await import('./build-if-stale.mjs');
if (needsBuild(chosen.files)) await ensureBuilt();
mkdirSync(chosen.counts, { recursive: true });
forgetNotes(chosen.counts);
const runs = [];
for (const engine of chosen.engines) runs.push(await runEngine(engine, chosen));
printNotes(chosen.counts);
for (const { engine, passed, failed, skipped } of runs) {
  console.log(
    `${engine}: ${passed + failed} tests, ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`,
  );
}
process.exit(runs.every(({ status, failed }) => status === 0 && failed === 0) ? 0 : 1);
