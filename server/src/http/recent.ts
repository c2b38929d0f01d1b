/** What is remembered has an end: at most so many keys, and the one that was used longest ago goes first. No flood fills the memory. */
const MOST = 1000;

export class Recent<Value> {
  readonly #kept = new Map<string, Value>();
  constructor(readonly most = MOST) {}

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
