/** Runs the browser tests: `npm test [-- files…]`, `npm run test:browsers`. Installs what is missing first. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ENGINES, ensureBrowser, freePort, startWebKit } from './browsers.mjs';
import { countsOfRun } from './counts-of-run.mjs';
import { ensureInstalled, root } from './install.mjs';
import { forgetNotes, printNotes } from './note-plugin.mjs';

const USAGE = `node tools/test.mjs [--browsers chromium,firefox,webkit] [--zones Europe/London,…] [--together] [--counts FOLDER] [--watch] [files…]`;

/** What knows of days and hours runs once more in each zone that is named. Sealing does not. */
const OF_TIME = ['test/domain/*.test.ts', 'test/domain/{icalendar,recurrence,words}/**/*.test.ts'];

/** A page at a time keeps about one core busy, and two cores are what a small machine has. */
const TOGETHER = 2;

function readArguments(given) {
  const chosen = {
    engines: ['chromium'],
    zones: [],
    lanes: 1,
    counts: path.join(root, '.cache/counts'),
    files: [],
    rest: [],
  };
  const left = [...given];
  while (left.length > 0) {
    const word = left.shift();
    if (word === '--browsers') chosen.engines = String(left.shift()).split(',');
    else if (word === '--zones') chosen.zones = String(left.shift()).split(',');
    else if (word === '--together') chosen.lanes = TOGETHER;
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

/** Runs the test runner. Where others run beside it, it draws no bars, and what it says is printed when it is done. */
function runTestRunner(given, env, alone) {
  const child = spawn(
    process.execPath,
    [path.join(root, 'node_modules/@web/test-runner/dist/bin.js'), ...given],
    {
      cwd: root,
      stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      if (said) console.log(stripVTControlCharacters(said).trim());
      resolve(code ?? signal);
    });
  });
}

/** Runs the files in one engine, in one zone or that of the machine. Returns the counts. */
async function run({ engine, zone, files }, { counts, lanes, rest }) {
  const browser = ensureBrowser(engine);
  const file = path.join(counts, ...(zone ? ['zones', zone] : []), `${engine}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const began = performance.now();
  let webkit;
  let status;
  try {
    webkit = engine === 'webkit' ? await startWebKit(browser) : undefined;
    const env = {
      KITH_BROWSER: engine,
      KITH_COUNTS: file,
      // Two that looked for a port at the same time would find the same one.
      ...(lanes > 1 ? { KITH_PORT: String(await freePort()) } : {}),
      ...(zone ? { TZ: zone } : {}),
      ...(webkit ? { KITH_WEBKIT_PORT: String(webkit.port) } : {}),
    };
    const given = [...rest, ...(files.length > 0 ? ['--files', ...files] : [])];
    status = await runTestRunner(given, env, lanes === 1);
  } catch (error) {
    // What else runs goes on.
    console.error(error);
    status = `"${error.message}"`;
  } finally {
    webkit?.stop();
  }
  const { passed, failed, skipped } = countsOfRun(engine, file, status);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `${engine}${zone ? ` in ${zone}` : ''}: ${passed + failed} tests, ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}, ${seconds} s`,
  );
  return status === 0 && failed === 0;
}

ensureInstalled();
const chosen = readArguments(process.argv.slice(2));
const { ensureBuilt, needsBuild } = await import('./build-if-stale.mjs');
if (needsBuild(chosen.files)) await ensureBuilt();
mkdirSync(chosen.counts, { recursive: true });
forgetNotes(chosen.counts);
const runs = [
  ...chosen.engines.map((engine) => ({ engine, files: chosen.files })),
  ...chosen.zones.map((zone) => ({ engine: 'chromium', zone, files: OF_TIME })),
];
const results = [];
await Promise.all(
  Array.from({ length: chosen.lanes }, async () => {
    for (let next = runs.shift(); next; next = runs.shift()) results.push(await run(next, chosen));
  }),
);
printNotes(chosen.counts);
process.exit(results.every(Boolean) ? 0 : 1);
