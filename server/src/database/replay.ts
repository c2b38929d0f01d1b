/** What a restored database has to forget before anybody asks it: what was erased since the backup, who was signed in and who was invited. */
import type { Kysely } from 'kysely';
import { hashLocator } from './hash-locator.js';
import { readJournal } from './journal.js';
import { StartRefused } from './start-refused.js';
import type { Tables } from './tables.js';
import type { Erasure } from './turn.js';

export interface Replayed {
  /** Questions that the backup had. */
  readonly questions: number;
  /** Of these, how many had been erased since. */
  readonly erased: number;
  /** Lines of the journals. */
  readonly lines: number;
  /** Lines that could not be read. One that was cut short was never acknowledged. */
  readonly unreadable: number;
}

const nameOf = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');

export interface Erasures {
  readonly all: readonly Erasure[];
  readonly unreadable: number;
}

/** Read before anything is restored: a backup without its erasures must not come to stand anywhere. */
export async function readJournals(journals: readonly string[]): Promise<Erasures> {
  const all: Erasure[] = [];
  let unreadable = 0;
  for (const file of journals) {
    const journal = await readJournal(file).catch(() => {
      throw new StartRefused(
        `The journal ${file} cannot be read. Without it, erased questions would come back.`,
      );
    });
    all.push(...journal.erasures);
    unreadable += journal.unreadable;
  }
  return { all, unreadable };
}

/** Within a transaction of the caller's. */
export async function replay(db: Kysely<Tables>, { all, unreadable }: Erasures): Promise<Replayed> {
  const named = new Map(all.map(({ locatorHash, untilDay }) => [nameOf(locatorHash), untilDay]));
  const keys = await db.selectFrom('question').select(['box_id', 'locator']).execute();
  let erased = 0;
  for (const { box_id, locator } of keys) {
    if (!named.has(nameOf(hashLocator(box_id, locator)))) continue;
    await db.deleteFrom('answer').where('box_id', '=', box_id).where('locator', '=', locator).execute();
    await db.deleteFrom('question').where('box_id', '=', box_id).where('locator', '=', locator).execute();
    erased++;
  }
  for (const { locatorHash, untilDay } of all) {
    await db
      .insertInto('tombstone')
      .values({ locator_hash: locatorHash, until_day: untilDay })
      .onConflict((conflict) =>
        conflict
          .column('locator_hash')
          .doUpdateSet({ until_day: untilDay })
          .where('tombstone.until_day', '<', untilDay),
      )
      .execute();
  }
  await db.deleteFrom('session_hash').execute();
  await db.deleteFrom('first_claim').execute();
  // One that was used or withdrawn since the backup would stand open again.
  await db.deleteFrom('invitation').execute();
  await db.updateTable('question').set({ claim_by: null, claim_until: null }).execute();
  return { questions: keys.length, erased, lines: all.length, unreadable };
}
