/** A server's database in another process: says whether it was opened, and stays until its input ends. */
import { once } from 'node:events';
import { openStore } from '../../dist/parts.js';

const [url, journal, beside] = process.argv.slice(2);
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
try {
  const store = await openStore({ url, journal, boxLimit: 10, log() {}, beside: beside !== undefined });
  say({ open: true });
  process.stdin.resume();
  await once(process.stdin, 'end');
  await store.close();
} catch (error) {
  say({ refused: error.message });
}
