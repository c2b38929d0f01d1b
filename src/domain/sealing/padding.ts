/** Everything sealed is of one size, so that the size of what is stored tells nothing of what was written. */

import type { Bytes } from './encoding.js';
import { joined, u32 } from './encoding.js';
import { refuse } from './sealing-error.js';

/** Length in four bytes, the bytes, then zeros up to `size`. */
export function pad(bytes: Uint8Array, size: number): Bytes {
  if (bytes.length + 4 > size) refuse('too-long', 'padding');
  return joined(u32(bytes.length), bytes, new Uint8Array(size - 4 - bytes.length));
}

/** The inverse. A wrong size, a length that does not fit and a tail that is not all zeros are refused. */
export function unpad(padded: Bytes, size: number): Bytes {
  if (padded.length !== size) refuse('malformed', 'padding');
  const end = 4 + new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  if (end > size || padded.subarray(end).some((byte) => byte !== 0)) refuse('malformed', 'padding');
  return padded.slice(4, end);
}
