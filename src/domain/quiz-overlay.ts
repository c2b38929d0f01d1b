/**
 * A clinic's own words over a pack that somebody else keeps: single items replaced, hidden, added or made
 * local, so that the rest still follows the pack. What an overlay touches is no longer what the pack's
 * reviewers signed.
 */
import type { Complaint, Item, Pack, Review } from './quiz.js';

/** What may be made local without asking another question. Another statement is another item: replace it. */
export type Localised = Partial<
  Pick<Item, 'fact' | 'explanation' | 'whyItMatters' | 'source' | 'region' | 'sensitive'>
>;

export interface Overlay {
  /** Id of the pack that it lies over. */
  readonly overlays: string;
  /** BCP 47, the pack's. */
  readonly language: string;
  /** ISO 3166: the country (`GB`) or part of one (`GB-ENG`) where it counts. Absent: everywhere. */
  readonly region?: string;
  readonly review?: Review;
  /** Ids. */
  readonly hide?: readonly string[];
  /** Whole items: one of a known id takes that one's place, another is added at the end. */
  readonly items?: readonly Item[];
  /** Changed parts, by the id of their item. */
  readonly localise?: Readonly<Record<string, Localised>>;
  /** Sets added, or replaced by name. */
  readonly sets?: Pack['sets'];
}

const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}-`);

/** What nobody has signed. */
const UNREVIEWED: Review = { status: 'draft' };

/**
 * The pack with its overlays, later ones over earlier ones.
 * @param region ISO 3166, from the page. What is true elsewhere alone is then left out; absent, everything
 *   of the pack stays, and overlays for a region wait.
 */
export function overlay(
  pack: Pack,
  overlays: readonly Overlay[] = [],
  region?: string,
): { readonly pack: Pack; readonly complaints: readonly Complaint[] } {
  const complaints: Complaint[] = [];
  const items = new Map(pack.items.map((item) => [item.id, item]));
  let { sets } = pack;
  const known = (id: string, does: string): boolean => {
    if (items.has(id)) return true;
    complaints.push({
      item: id,
      text: `the overlay ${does} it, but the pack "${pack.id}" has no such item.`,
    });
    return false;
  };
  for (const over of overlays) {
    if (over.overlays !== pack.id || over.language !== pack.language) {
      complaints.push({
        text: `an overlay for the pack "${over.overlays}" in "${over.language}" does not belong to "${pack.id}" in "${pack.language}", and is left out.`,
      });
      continue;
    }
    if (over.region && !(region && within(region, over.region))) continue;
    const review = over.review ?? UNREVIEWED;
    for (const item of over.items ?? []) items.set(item.id, { review, ...item });
    for (const [id, words] of Object.entries(over.localise ?? {})) {
      const item = items.get(id);
      if (known(id, 'localises') && item)
        items.set(id, { ...item, ...words, localise: false, review } as Item);
    }
    for (const id of over.hide ?? []) if (known(id, 'hides')) items.delete(id);
    if (over.sets) sets = { ...sets, ...over.sets };
  }
  const here = [...items.values()].filter(
    (item) => !item.region || !region || within(region, item.region) || within(item.region, region),
  );
  return { pack: { ...pack, sets, items: here }, complaints };
}
