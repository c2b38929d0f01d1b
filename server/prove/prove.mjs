/**
 * `npm run prove`: the long runs. 20 kills on each database, of PostgreSQL's own processes too; the trace; the canaries; 100,000 odd requests; and
 * everything that is broken on purpose has to be found. `-- kills fuzz` runs some; KITH_SEED repeats a run.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureServerBuilt } from '../../tools/build-if-stale.mjs';
import { ensureInstalled } from '../../tools/install.mjs';

ensureInstalled();
await ensureServerBuilt();
const { seedOr } = await import('../test/set-up/seeded.mjs');
const here = path.dirname(fileURLToPath(import.meta.url));
const seed = seedOr(Date.now() % 1_000_000);
const broken = (name) => ({ script: path.join(here, 'broken.mjs'), env: { PROVE_BREAK: name } });

let failed = 0;
function told(what, good, figures) {
  if (!good) failed += 1;
  console.log(`${good ? 'good  ' : 'FAILED'} ${what}: ${figures}`);
}

async function trace() {
  const { runTrace, SUBJECTS } = await import('./trace.mjs');
  for (const [name, subject] of Object.entries(SUBJECTS)) {
    const { acks, commits, unsafe, idle } = await runTrace({ ...subject, seed, visitors: 16, sends: 30 });
    const all = acks.questions + acks.erasures;
    const good = name === 'server' ? unsafe.length === 0 && idle === 0 : unsafe.length > 50;
    told(
      `trace, ${name}`,
      good && all > 400,
      `${unsafe.length} of ${all} acknowledgements unsafe, ${commits} commits`,
    );
    if (!good) console.log(unsafe.slice(0, 10).join('\n'));
  }
}

async function kills() {
  const { runKills } = await import('./kills.mjs');
  const run = async (what, options, isGood) => {
    const { wrong, counts, kills: done, letters } = await runKills({ kills: 20, seed, ...options });
    const good = isGood(wrong, done);
    told(
      `kills, ${what}`,
      good,
      `${wrong.length} wrong of ${letters} questions, ${JSON.stringify({ ...done, ...counts })}`,
    );
    if (!good) console.log(wrong.slice(0, 10).join('\n'));
  };
  await run(
    'SQLite',
    { database: 'sqlite' },
    (wrong, { inCheckpoint }) => wrong.length === 0 && inCheckpoint > 0,
  );
  await run('PostgreSQL', { database: 'postgres', killDatabase: true }, (wrong) => wrong.length === 0);
  const found = (wrong) => wrong.length > 0;
  for (const name of ['early-ack', 'loses', 'doubles', 'keeps-erased', 'alters'])
    await run(`broken: ${name}`, { database: 'sqlite', kills: 3, ...broken(name) }, found);
  await run(
    'broken: PostgreSQL does not wait for the disk',
    {
      database: 'postgres',
      killDatabase: true,
      kills: 4,
      node: ['--import', path.join(here, 'async-commit.mjs')],
    },
    found,
  );
}

async function canaries() {
  const { BROKEN, runCanaries } = await import('./canaries.mjs');
  for (const database of ['sqlite', 'postgres']) {
    const { found, controls, erasedLeft, places, bytes } = await runCanaries({ database });
    const good =
      found.length === 0 &&
      erasedLeft.length === 0 &&
      [...controls.values()].every((where) => where.length > 0);
    told(`canaries, ${database}`, good, `${found.length} found in ${places} places, ${bytes} bytes`);
    if (!good) console.log([...found, ...erasedLeft].join('\n'));
  }
  const { found } = await runCanaries({ database: 'sqlite', ...BROKEN });
  told('canaries, broken: writes down who asks', found.length > 0, found.join('; '));
}

async function fuzz() {
  const { runFuzz } = await import('./fuzz.mjs');
  for (const database of ['sqlite', 'postgres']) {
    const requests = database === 'sqlite' ? 100_000 : 10_000;
    const { wrong, missing, heap, counts } = await runFuzz({ database, requests, seed, say: console.log });
    const grown = heap.end / heap.fifth;
    const good = wrong.length === 0 && missing.length === 0 && grown <= 1.1;
    told(
      `fuzz, ${database}`,
      good,
      `${requests} requests, ${wrong.length} wrong, heap × ${grown.toFixed(3)}`,
    );
    if (!good) console.log([...wrong, ...missing].join('\n'));
    for (const [answer, count] of counts) console.log(`${String(count).padStart(8)}  ${answer}`);
  }
}

const ALL = { trace, kills, canaries, fuzz };
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in ALL));
if (unknown.length > 0) {
  console.error(`There is no proof called ${unknown.join(', ')}. There are: ${Object.keys(ALL).join(', ')}.`);
  process.exit(1);
}
console.log(`seed ${seed}`);
for (const [name, proof] of Object.entries(ALL)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (name === 'trace' && process.platform !== 'linux') {
    told('trace', false, 'needs strace, which is Linux’s');
    continue;
  }
  await proof();
}
process.exit(failed === 0 ? 0 : 1);
