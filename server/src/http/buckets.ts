/**
 * How much a box takes of one kind of request before it asks to wait: a flood is slowed for everybody alike, since nobody is told apart. Only
 * memory, and only of the boxes that were busy last.
 */
import { Recent } from './recent.js';

export interface Rate {
  readonly perSecond: number;
  /** So many at once after a quiet time. */
  readonly burst: number;
}

export class Buckets {
  readonly #left = new Recent<{ tokens: number; at: number }>();
  readonly #rate: Rate;
  readonly #monotonic: () => number;

  constructor(rate: Rate, monotonic: () => number) {
    this.#rate = rate;
    this.#monotonic = monotonic;
  }

  /** Takes one. 0 when there was one, else in how many whole seconds there will be. */
  take(box: string): number {
    const { perSecond, burst } = this.#rate;
    const now = this.#monotonic();
    const bucket = this.#left.get(box) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    this.#left.set(box, bucket);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
  }
}
