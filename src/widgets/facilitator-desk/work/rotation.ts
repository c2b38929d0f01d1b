/**
 * New keys for a box that is open already, and what has to move with them: the house's rules and what waits to be published are sealed anew,
 * what is published is signed anew. It is done every three months, and at once when somebody leaves.
 */
import { EMPTY_RULES } from './house-rules.js';
import { type KeyChange, newEpoch } from './manifest.js';
import type { OpenedBox } from './opened-box.js';
import { isReadable, keepPublication, openPublications, publishedNow } from './publications.js';

/**
 * Gives the box a new key, and takes along what stands under the old one. For keepers.
 *
 * @param change Somebody leaves: the keys are made before the roster without them is put, so that being left in the middle shuts out too
 *   much rather than too little.
 */
export async function renewKeys(box: OpenedBox, change: Omit<KeyChange, 'published'> = {}): Promise<void> {
  const { rules } = box;
  // What cannot be read, or was planted, stays as it is.
  const drafts = (await openPublications(box)).filter(isReadable);
  await newEpoch(box, undefined, { ...change, published: await publishedNow(box) });
  if (rules !== EMPTY_RULES) await box.putRules(rules);
  for (const { id, draft } of drafts) await keepPublication(box, id, draft);
  await box.refresh();
}
