/**
 * In which order the items come: by chance, and yet not five myths one after another, since a visitor who
 * sees the pattern answers the pattern. The same seed gives the same order on every device.
 */
import { type Item, isChoice } from './quiz.js';

/** Numbers from 0 to 1 (mulberry32), started from the letters of the seed (FNV-1a). */
function chance(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mixed<T>(list: readonly T[], random: () => number): T[] {
  const out: T[] = [];
  for (const one of list) {
    const at = Math.floor(random() * (out.length + 1));
    out.push(...out.splice(at, 1, one));
  }
  return out;
}

/**
 * The items in an order of chance, with no more true or false statements in a row than two, or than their
 * numbers make unavoidable. Questions with choices stand anywhere.
 */
export function shuffle(items: readonly Item[], seed: string): readonly Item[] {
  const random = chance(seed);
  const [trues, falses, choices] = [
    (item: Item) => !isChoice(item) && item.isTrue,
    (item: Item) => !isChoice(item) && !item.isTrue,
    isChoice,
  ].map((kind) => mixed(items.filter(kind), random)) as [Item[], Item[], Item[]];
  const few = Math.min(trues.length, falses.length);
  const longest = Math.max(2, Math.ceil(Math.max(trues.length, falses.length) / (few + 1)));
  const out: Item[] = [];
  let [same, other] = [trues, falses];
  for (let run = 0; same.length + other.length > 0; run++) {
    // Go on with the same kind where one must, since the other could not part what would be left; else by chance.
    const must = other.length === 0 || same.length > longest * other.length;
    const may = run < longest && other.length <= longest * same.length;
    if (!must && !(may && random() * (same.length + other.length) < same.length)) {
      [same, other] = [other, same];
      run = 0;
    }
    out.push(...same.splice(0, 1));
  }
  for (const choice of choices) out.splice(Math.floor(random() * (out.length + 1)), 0, choice);
  return out;
}
