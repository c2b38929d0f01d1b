/**
 * Adds up what the test runs really counted. Every browser runs the same tests, save those of test/emulated/, which only
 * Chromium can run: a browser that ran fewer has lost some on the way, and that is a failure. `--total` prints what failed, then the sum.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ENGINES } from './browsers.mjs';
import { failureLines } from './failures.mjs';

/** Runs of Node's own, beside those of the browsers. */
const IN_NODE = ['house', 'package', 'server'];

const ran = ({ passed, failed }) => passed + failed;

function readCounts(folder) {
  try {
    return readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => ({
        name: name
          .split(path.sep)
          .join('/')
          .replace(/\.json$/, ''),
        ...JSON.parse(readFileSync(path.join(folder, name), 'utf8')),
      }));
  } catch {
    return [];
  }
}

/** Sentences about runs, in other browsers or in other zones, of other tests than Chromium ran. */
export function compare(runs) {
  const complaints = [];
  const of = (engine) => runs.find(({ name }) => name === engine);
  const chromium = of('chromium');
  for (const engine of [...ENGINES, ...IN_NODE])
    if (!of(engine)) complaints.push(`${engine}: no counts, so it did not run.`);
  if (!chromium) return complaints;
  if (ran(chromium) === 0) complaints.push('chromium: no test ran.');
  const shared = Object.entries(chromium.files).filter(([file]) => !file.startsWith('test/emulated/'));
  for (const engine of ENGINES.filter((name) => name !== 'chromium')) {
    const run = of(engine);
    if (!run) continue;
    for (const [file, counts] of shared) {
      const here = run.files[file] ? ran(run.files[file]) : 0;
      if (here !== ran(counts)) complaints.push(`${engine}: ${here} of ${ran(counts)} tests of ${file} ran.`);
    }
  }
  for (const run of runs.filter(({ name }) => name.startsWith('zones/')))
    for (const [file, counts] of Object.entries(run.files)) {
      const all = chromium.files[file] ? ran(chromium.files[file]) : 0;
      if (ran(counts) !== all) complaints.push(`${run.name}: ${ran(counts)} of ${all} tests of ${file} ran.`);
    }
  return complaints;
}

function main(folder, totalOnly) {
  const runs = readCounts(folder);
  const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
  if (totalOnly) {
    const lines = [...failureLines(runs), ...compare(runs).map((complaint) => `  ${complaint}`)];
    if (lines.length > 0) console.log(['failures:', ...lines].join('\n'));
    console.log(`tests: ${sum('passed')} passed, ${sum('failed')} failed`);
    return;
  }
  for (const run of runs) {
    const emulated = Object.entries(run.files ?? {}).filter(([file]) => file.startsWith('test/emulated/'));
    const own = emulated.reduce((total, [, counts]) => total + ran(counts), 0);
    const more = [
      own > 0 ? `${own} of them emulated` : '',
      run.skipped > 0 ? `${run.skipped} skipped` : '',
    ].filter(Boolean);
    console.log(`${run.name}: ${ran(run)} tests${more.length > 0 ? `, ${more.join(', ')}` : ''}`);
  }
  const complaints = compare(runs);
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length > 0 || runs.length === 0 || sum('failed') > 0 ? 1 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv[2] ?? '.cache/counts', process.argv.includes('--total'));
}
