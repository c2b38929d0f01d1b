/**
 * Finds proofs of work quickly. A visitor's page hashes through WebCrypto, a promise for each; a test that sends thousands of questions cannot
 * wait for that. Whether what it finds is right is the server's to say.
 */
import { createHash } from 'node:crypto';
import { sealing } from './sealing.mjs';

const K = new Int32Array(64);
const START = new Int32Array(8);
{
  // FIPS 180-4: the fractions of the cube roots and square roots of the first primes.
  const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
  let found = 0;
  for (let number = 2; found < 64; number += 1) {
    let isPrime = true;
    for (let by = 2; by * by <= number; by += 1) if (number % by === 0) isPrime = false;
    if (!isPrime) continue;
    K[found] = fraction(Math.cbrt(number));
    if (found < 8) START[found] = fraction(Math.sqrt(number));
    found += 1;
  }
}

const w = new Int32Array(64);
const turn = (x, by) => (x >>> by) | (x << (32 - by));

/** SHA-256 of one block that is already padded; the hash goes into the first eight words of `to`. */
function hashBlock(block, to) {
  w.set(block);
  for (let at = 16; at < 64; at += 1) {
    const [x, y] = [w[at - 15], w[at - 2]];
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    w[at] = (w[at - 16] + s0 + w[at - 7] + s1) | 0;
  }
  let a = START[0];
  let b = START[1];
  let c = START[2];
  let d = START[3];
  let e = START[4];
  let f = START[5];
  let g = START[6];
  let h = START[7];
  for (let at = 0; at < 64; at += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[at] + w[at]) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  to[0] = START[0] + a;
  to[1] = START[1] + b;
  to[2] = START[2] + c;
  to[3] = START[3] + d;
  to[4] = START[4] + e;
  to[5] = START[5] + f;
  to[6] = START[6] + g;
  to[7] = START[7] + h;
}

function wordsOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 4 }, (_, at) => view.getInt32(at * 4));
}

/**
 * @param {{ slot: number, challenge: string, prefix: string, cost: number }} asked As the server gives it.
 * @param {Uint8Array} boxId
 * @param {Uint8Array} subject
 * @returns {{ slot: number, counter: number }}
 */
export function solveProof({ slot, challenge, prefix, cost }, boxId, subject) {
  const nonce = sealing.fromBase64url(challenge, 'challenge', 16);
  const salt = createHash('sha256')
    .update(sealing.lengthPrefixed(boxId, nonce, subject))
    .digest();
  // Salt (32 bytes), challenge (16), counter (4): with the padding one block.
  const first = new Int32Array(16);
  first.set(wordsOf(salt), 0);
  first.set(wordsOf(nonce), 8);
  first[13] = 0x80000000 | 0;
  first[15] = 52 * 8;
  const again = new Int32Array(16);
  again[8] = 0x80000000 | 0;
  again[15] = 32 * 8;
  const shift = 32 - prefix.length * 4;
  const wanted = prefix === '' ? 0 : Number.parseInt(prefix, 16);
  for (let counter = 0; ; counter += 1) {
    first[12] = counter;
    hashBlock(first, again);
    for (let round = 1; round < cost; round += 1) hashBlock(again, again);
    if (prefix === '' || again[0] >>> shift === wanted) return { slot, counter };
  }
}
