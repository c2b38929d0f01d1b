/** Where a fact holds. What is true elsewhere alone is not asked: "yes" would be wrong here. */
import type { Item } from './quiz.js';

const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}-`);

/**
 * The items that hold for a place, wholly or in part of it.
 * @param region ISO 3166; absent: nobody has said where, and everything stays.
 */
export const itemsHere = (items: readonly Item[], region: string | undefined): readonly Item[] =>
  items.filter(
    (item) => !region || !item.region || within(region, item.region) || within(item.region, region),
  );
