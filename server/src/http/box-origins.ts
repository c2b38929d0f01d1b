/**
 * Origins of pages that a keeper has named for a box, kept for a second as what is published is. While the database is away, those that were known
 * last still count: a page on the list is to read that the box is busy, and not nothing.
 */
import type { Bytes } from '../../../src/domain/sealing/server.js';
import { toBase64url } from '../../../src/domain/sealing/server.js';
import type { Store } from '../store.js';
import { Recent } from './recent.js';

const TRUSTED = 1000;

export class BoxOrigins {
  readonly #store: Pick<Store, 'origins'>;
  readonly #monotonic: () => number;
  readonly #kept = new Recent<{ readonly origins: readonly string[]; readonly at: number }>();

  constructor(store: Pick<Store, 'origins'>, monotonic: () => number) {
    this.#store = store;
    this.#monotonic = monotonic;
  }

  /** Never rejects. */
  async find(boxId: Bytes): Promise<readonly string[]> {
    const key = toBase64url(boxId);
    const kept = this.#kept.get(key);
    const at = this.#monotonic();
    if (kept && at - kept.at < TRUSTED) return kept.origins;
    try {
      const origins = await this.#store.origins(boxId);
      this.#kept.set(key, { origins, at });
      return origins;
    } catch {
      return kept?.origins ?? [];
    }
  }

  forget(boxId: Bytes): void {
    this.#kept.delete(toBase64url(boxId));
  }
}
