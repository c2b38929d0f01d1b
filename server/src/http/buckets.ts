/**
 * How much a box takes of one kind of request before it asks to wait: a flood is slowed for everybody alike, since nobody is told apart. Only
 * memory, and only of the boxes that were busy last.
 */

export interface Rate {
  readonly perSecond: number;
  /** So many at once after a quiet time. */
  readonly burst: number;
}

const MOST_BOXES = 1000;

/** Remembers at most so many keys; the one that was used longest ago goes first. */
export class Recent<Value> {
  readonly #kept = new Map<string, Value>();
  constructor(readonly most = MOST_BOXES) {}

  get size(): number {
    return this.#kept.size;
  }

  get(key: string): Value | undefined {
    const value = this.#kept.get(key);
    if (value === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.#kept.delete(key);
    this.#kept.set(key, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.most && oldest !== undefined) this.#kept.delete(oldest);
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }
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
