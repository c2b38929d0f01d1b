/** Chance that can be had again: the same seed gives the same bytes, numbers and choices. */

/** @param {number} seed @returns {() => number} From 0 up to 1 (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const below = (random, end) => Math.floor(random() * end);

export const pick = (random, list) => list[below(random, list.length)];

/** Bytes as the sealing takes them. */
export const bytesOf = (random) => (length) => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) bytes[at] = below(random, 256);
  return bytes;
};

/** The seed of this run: of the environment, else the one that is given. It is printed by whoever fails. */
export const seedOr = (usual) => Number(process.env.KITH_SEED ?? usual);
