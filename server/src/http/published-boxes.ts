/**
 * What everybody may read of a box, kept ready as the bytes that are sent: it is the same for all who ask. Another node's change shows within a
 * second; what this node changes shows at once.
 */
import { createHash } from 'node:crypto';
import type { Bytes, SignedDocument } from '../../../src/domain/sealing/server.js';
import { toBase64url } from '../../../src/domain/sealing/server.js';
import type { Store } from '../store.js';
import { Recent } from './recent.js';

const TRUSTED = 1000;
/** Of one entry, in characters: what is larger is read anew each time. */
const MOST_KEPT = 1_000_000;

export interface OpenBox {
  readonly json: string;
  /** Strong, with its quotes. */
  readonly etag: string;
  readonly manifest: SignedDocument;
  /** The box's own language tag, or ''. */
  readonly language: string;
}

/** Two fields of a manifest that was verified when it was put here. */
function fieldsOf({ payload }: SignedDocument) {
  const content: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const { spk, language } = content as { readonly spk: string; readonly language: string };
  return { spk, language };
}

export class PublishedBoxes {
  readonly #store: Pick<Store, 'published'>;
  readonly #monotonic: () => number;
  readonly #kept = new Recent<{ readonly box: OpenBox; at: number }>(50);
  readonly #asking = new Map<string, Promise<OpenBox | undefined>>();
  /** Goes up with every change made here: what was asked before one is not kept after it. */
  #changes = 0;

  constructor(store: Pick<Store, 'published'>, monotonic: () => number) {
    this.#store = store;
    this.#monotonic = monotonic;
  }

  /** Nothing when there is no such box, or none that is open yet. */
  find(boxId: Bytes): Promise<OpenBox | undefined> | OpenBox {
    const key = toBase64url(boxId);
    const kept = this.#kept.get(key);
    if (kept && this.#monotonic() - kept.at < TRUSTED) return kept.box;
    const asking = this.#asking.get(key);
    if (asking) return asking;
    const asked = this.#read(boxId, key).finally(() => {
      if (this.#asking.get(key) === asked) this.#asking.delete(key);
    });
    this.#asking.set(key, asked);
    return asked;
  }

  forget(boxId: Bytes): void {
    const key = toBase64url(boxId);
    this.#changes++;
    this.#kept.delete(key);
    this.#asking.delete(key);
  }

  async #read(boxId: Bytes, key: string): Promise<OpenBox | undefined> {
    const at = this.#monotonic();
    const changes = this.#changes;
    const published = await this.#store.published(boxId);
    if (!published) {
      this.#kept.delete(key);
      return undefined;
    }
    const { manifest, catalogue } = published;
    const { spk, language } = fieldsOf(manifest);
    // After a change of the publishing key every page would refuse the old catalogue: it waits to be signed anew.
    const signed = catalogue?.idPk === spk ? catalogue : null;
    const json = JSON.stringify({ manifest, catalogue: signed });
    const etag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
    const box = { json, etag, manifest, language };
    if (json.length <= MOST_KEPT && changes === this.#changes) this.#kept.set(key, { box, at });
    return box;
  }
}

/** Whether a client that sends this `If-None-Match` has the very same bytes. */
export const hasAlready = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')));
