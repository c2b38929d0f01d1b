/**
 * The name of a tombstone, like the domain's `hashLocator` (a test holds it to the protocol) but at once: a turn must not wait for a thread while
 * it holds the only writing connection.
 */
import { createHash } from 'node:crypto';
import type { Bytes } from '../../../src/domain/sealing/server.js';
import { lengthPrefixed } from '../../../src/domain/sealing/server.js';

export const hashLocator = (boxId: Bytes, locator: Bytes): Bytes =>
  new Uint8Array(createHash('sha256').update(lengthPrefixed(boxId, locator)).digest());
