/**
 * The proof of work that a send or an erasure shows. The challenge is computed, not stored: any node that shares the database's secret can check
 * what another gave out. How hard it is rises in three public steps with what the box was sent in the last minutes, not with who sends.
 */
import { createHmac } from 'node:crypto';
import type { Bytes, Proof, ProofChallenge } from '../../../src/domain/sealing/server.js';
import { checkProof, lengthPrefixed, toBase64url, u32 } from '../../../src/domain/sealing/server.js';
import type { Store } from '../store.js';
import { Recent } from './recent.js';

/** Seconds for which a challenge is given out; it is taken for as long again. */
export const SLOT = 600;

/** Rounds of one hash, by step. */
export const COSTS = [1, 4, 16] as const;

/** Sends in five minutes from which the second and the third step hold. */
const BUSY = [50, 200] as const;
const MINUTES = 5;
/** Steps of this many minutes ago are still taken: somebody may have begun then. */
const GRACE = 3;

/** Seconds for which the database's clock is reckoned on by our own, so that not every request asks it. */
const CLOCK_TRUSTED = 5;

export class Challenges {
  readonly #store: Pick<Store, 'now' | 'secret'>;
  readonly #prefix: string;
  readonly #monotonic: () => number;
  /** Sends per box and minute. */
  readonly #sends = new Recent<Map<number, number>>();
  #secret: Promise<Bytes> | undefined;
  #clock: { readonly at: number; readonly now: number } | undefined;

  constructor(store: Pick<Store, 'now' | 'secret'>, prefix: string, monotonic: () => number) {
    this.#store = store;
    this.#prefix = prefix;
    this.#monotonic = monotonic;
  }

  /** What is asked for now. */
  async current(boxId: Bytes): Promise<ProofChallenge & { readonly seconds: number }> {
    const now = await this.#now();
    const slot = Math.floor(now / SLOT);
    const asked = await this.#asked(boxId, slot, this.#step(toBase64url(boxId), this.#minute()));
    return { ...asked, seconds: Math.floor((slot + 2) * SLOT - now) };
  }

  /** Whether this proves the work for these bytes, by a challenge of this slot or the one before. */
  async accepts(boxId: Bytes, subject: Bytes, { slot, counter }: Proof): Promise<boolean> {
    const current = Math.floor((await this.#now()) / SLOT);
    if (slot !== current && slot !== current - 1) return false;
    const box = toBase64url(boxId);
    const minute = this.#minute();
    const least = Math.min(...Array.from({ length: GRACE + 1 }, (_, back) => this.#step(box, minute - back)));
    for (let step = least; step < COSTS.length; step++) {
      if (await checkProof(await this.#asked(boxId, slot, step), boxId, subject, counter)) return true;
    }
    return false;
  }

  /** One more send with a good proof. */
  count(boxId: Bytes): void {
    const box = toBase64url(boxId);
    const minute = this.#minute();
    const sends = this.#sends.get(box) ?? new Map<number, number>();
    sends.set(minute, (sends.get(minute) ?? 0) + 1);
    for (const each of sends.keys()) if (each < minute - MINUTES - GRACE) sends.delete(each);
    this.#sends.set(box, sends);
  }

  /** By the whole minutes before this one, so that it holds for all of a minute. */
  #step(box: string, minute: number): number {
    const sends = this.#sends.get(box);
    if (!sends) return 0;
    let sum = 0;
    for (const [at, count] of sends) if (at < minute && at >= minute - MINUTES) sum += count;
    return BUSY.filter((least) => sum >= least).length;
  }

  #minute(): number {
    return Math.floor(this.#monotonic() / 60_000);
  }

  async #asked(boxId: Bytes, slot: number, step: number): Promise<ProofChallenge> {
    this.#secret ??= this.#store.secret('proof').catch((error: unknown) => {
      this.#secret = undefined;
      throw error;
    });
    const mac = createHmac('sha256', await this.#secret).update(lengthPrefixed(boxId, u32(slot), u32(step)));
    const challenge = new Uint8Array(mac.digest().subarray(0, 16));
    return { slot, challenge, prefix: this.#prefix, cost: COSTS[step] ?? COSTS[0] };
  }

  async #now(): Promise<number> {
    const at = this.#monotonic() / 1000;
    if (!this.#clock || at - this.#clock.at > CLOCK_TRUSTED)
      this.#clock = { at, now: await this.#store.now() };
    return Math.floor(this.#clock.now + at - this.#clock.at);
  }
}
