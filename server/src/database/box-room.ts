/**
 * Whether a box has room for one more question. To count a full box costs more than to keep a question, so what was counted is remembered
 * for a while, and every question since then is taken to be kept: the count is never too low by what this process wrote. What other nodes
 * write meanwhile may go over the limit by as many, which is there to bound the disk.
 */
import type { Bytes } from '../../../src/domain/sealing/server.js';

const MOST_SINCE = 50;
const MOST_BOXES = 1000;

export class BoxRoom {
  private readonly counted = new Map<string, { readonly alive: number; since: number }>();

  constructor(private readonly limit: number) {}

  /** Takes the place when there is one. */
  async take(boxId: Bytes, count: () => Promise<number>): Promise<boolean> {
    const name = Buffer.from(boxId).toString('hex');
    const known = this.counted.get(name);
    if (known && known.since < MOST_SINCE && known.alive + known.since < this.limit) {
      known.since++;
      return true;
    }
    if (this.counted.size >= MOST_BOXES) this.counted.clear();
    const alive = await count();
    this.counted.set(name, { alive, since: 1 });
    return alive < this.limit;
  }
}
