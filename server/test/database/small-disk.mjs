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
while (!refused) {
  last = [questionFor(box), bytes(32)];
  try {
    const { outcome } = await store.send(...last);
    if (outcome !== 'kept') throw new Error(outcome);
    kept.push(last);
  } catch (error) {
    refused = error.name;
  }
}
// The next attempt is not one that fitted by chance.
const more = await Promise.allSettled(
  Array.from({ length: 20 }, () => store.send(questionFor(box), bytes(32))),
);
for (const { status } of more) if (status === 'fulfilled') refused = 'some were taken';
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
