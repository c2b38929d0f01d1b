/** A member's keys as words that two people compare aloud: before an invitation is accepted and before each rotation. */

import type { Bytes } from '../encoding.js';
import { labelled } from '../encoding.js';
import { sha256 } from '../web-crypto.js';
import { words } from './word-list.js';

export const FINGERPRINT_WORDS = 8;

/** Eight words, 103 bits: the first 16 bytes of SHA-256 over both keys, as a number written in base 7,776. */
export async function fingerprintOf({
  pk,
  verifyPk,
}: {
  readonly pk: Bytes;
  readonly verifyPk: Bytes;
}): Promise<readonly string[]> {
  const hash = await sha256(labelled('kith-box/1/fingerprint', pk, verifyPk));
  const list = words();
  const base = BigInt(list.length);
  let number = 0n;
  for (const byte of hash.subarray(0, 16)) number = (number << 8n) | BigInt(byte);
  return Array.from({ length: FINGERPRINT_WORDS }, () => {
    const word = list[Number(number % base)] ?? '';
    number /= base;
    return word;
  });
}
