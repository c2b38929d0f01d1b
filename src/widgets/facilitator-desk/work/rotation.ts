/**
 * New keys for a box that is open already, and what has to move with them: the house's rules and what waits to be published are sealed anew,
 * what is published is signed anew. It is done every three months, and at once when somebody leaves.
 */
import { verifyCatalogue } from '../../../domain/sealing/catalogue.js';
import { type Bytes, fromBase64url } from '../../../domain/sealing/encoding.js';
import { SealingError } from '../../../domain/sealing/sealing-error.js';
import { openTeamNote, sealTeamNote } from '../../../domain/sealing/staff/team-note.js';
import { EMPTY_RULES } from './house-rules.js';
import { type KeyChange, newEpoch } from './manifest.js';
import type { OpenedBox } from './opened-box.js';

interface Draft {
  readonly id: string;
  readonly about: Bytes;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What waits to be published; what cannot be read, or was planted, stays as it is. */
async function readDrafts(box: OpenedBox): Promise<readonly Draft[]> {
  const { api, boxId, roster, earlier } = box;
  const drafts: Draft[] = [];
  let after: string | undefined;
  do {
    const page = await api.publications(after);
    for (const { id, note } of page.drafts) {
      if (!note) continue;
      const about = fromBase64url(id, 'id', 16);
      try {
        const epochKey = await box.epochKey(note.keyId);
        const { content } = await openTeamNote('publication', note, {
          boxId,
          about,
          epochKey,
          roster,
          earlier,
        });
        drafts.push({ id, about, content });
      } catch (error) {
        if (!(error instanceof SealingError)) throw error;
      }
    }
    after = page.next;
  } while (after !== undefined);
  return drafts;
}

/** What is published, verified: who leaves could have signed anything by the key that is given up. */
const publishedNow = async ({ server: { catalogue }, manifest }: OpenedBox) =>
  catalogue && manifest && verifyCatalogue(catalogue, manifest);

/**
 * Gives the box a new key, and takes along what stands under the old one. For keepers.
 *
 * @param change Somebody leaves: the keys are made before the roster without them is put, so that being left in the middle shuts out too
 *   much rather than too little.
 */
export async function renewKeys(box: OpenedBox, change: Omit<KeyChange, 'published'> = {}): Promise<void> {
  const { rules } = box;
  const drafts = await readDrafts(box);
  await newEpoch(box, undefined, { ...change, published: await publishedNow(box) });
  if (rules !== EMPTY_RULES) await box.putRules(rules);
  const { pk: epochPk } = await box.currentKey();
  for (const { id, about, content } of drafts) {
    const place = { boxId: box.boxId, about, writer: box.writer, epochPk };
    await box.api.keepPublication(id, await sealTeamNote('publication', content, place));
  }
  await box.refresh();
}
