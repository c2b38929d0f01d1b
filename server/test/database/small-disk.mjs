/** Sends until the disk is full, says how many were acknowledged, waits for room and goes on. */
import { once } from 'node:events';
import { openStore } from '../../dist/parts.js';
import { bytes, makeBox, questionFor, stoppedClock } from './places.mjs';

const [url, journal] = process.argv.slice(2);
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const store = await openStore({ url, journal, boxLimit: 1e6, log() {}, clock: stoppedClock() });
const box = await makeBox(store);
const kept = [];
let refused;
let last;
// Once is not enough: the log is emptied into the file when it cannot grow, and then there is a little room again.
for (let inARow = 0; inARow < 10; ) {
  last = [questionFor(box), bytes(32)];
  try {
    const { outcome } = await store.send(...last);
    if (outcome !== 'kept') throw new Error(outcome);
    kept.push(last);
    inARow = 0;
  } catch (error) {
    refused = error.name;
    inARow++;
  }
}
const ready = await store.ready();
say({ refused, ready, kept: kept.length });

await once(process.stdin, 'data');
const { outcome } = await store.send(...last);
if (outcome === 'kept') kept.push(last);
let doubled = 0;
for (const [question, hash] of kept) if ((await store.send(question, hash)).outcome !== 'kept') doubled++;
const { counts } = await store.staffView(box.session);
say({ kept: kept.length, stored: counts.new, ready: await store.ready(), doubled });
await store.close();
process.exit();
