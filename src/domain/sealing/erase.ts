/** Erasing with the code: the server holds a hash, and is shown what hashes to it. */

import type { Bytes } from './encoding.js';
import { lengthPrefixed, sameBytes } from './encoding.js';
import { sha256 } from './web-crypto.js';

/** What the server stores with a question: SHA-256 of the 32 bytes that erase it. */
export const hashErase = (erase: Bytes): Promise<Bytes> => sha256(erase);

/** Whether these bytes erase the question that was stored with this hash. */
export const mayErase = async (erase: Bytes, eraseHash: Bytes): Promise<boolean> =>
  sameBytes(await hashErase(erase), eraseHash);

/** How a tombstone names what is gone: SHA-256 of `LP(boxId, locator)`. */
export const hashLocator = (boxId: Bytes, locator: Bytes): Promise<Bytes> =>
  sha256(lengthPrefixed(boxId, locator));
