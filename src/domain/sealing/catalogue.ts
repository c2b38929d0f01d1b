/** The published answers: one signed list, the same bytes from a server and from a static file. Nothing of it is shown unless all of it verifies. */

import type { Bytes } from './encoding.js';
import { isRecord, sameBytes } from './encoding.js';
import { allDifferent, readDay, readInteger, readLanguage, readList, readPattern, U32 } from './fields.js';
import { MOST_OF_ANSWER, MOST_OF_QUESTION, MOST_OF_TOPIC } from './limits.js';
import type { Manifest } from './manifest.js';
import { readBoxId } from './manifest.js';
import { readText } from './plain-text.js';
import { refuse } from './sealing-error.js';
import type { Verified } from './signed-document.js';
import { openDocument } from './signed-document.js';

const MOST_ENTRIES = 5000;

/** A question and its answer, both rewritten in general words. */
export interface CatalogueEntry {
  /** Names it in a link: lower-case letters, digits and hyphens, at most 40. */
  readonly id: string;
  /** Day on which it was published, UTC, days since 1970-01-01. */
  readonly day: number;
  /** '' when it has none. */
  readonly topic: string;
  /** Language tag, or ''. */
  readonly lang: string;
  readonly question: string;
  readonly answer: string;
}

export interface Catalogue {
  readonly boxId: Bytes;
  /** Goes up with every publication. */
  readonly number: number;
  /** Day of publication, UTC, days since 1970-01-01. */
  readonly day: number;
  readonly entries: readonly CatalogueEntry[];
}

/** Reads an entry that somebody else wrote, or refuses it by name. */
export function readEntry(value: unknown): CatalogueEntry {
  if (!isRecord(value)) return refuse('malformed', 'catalogue.entries');
  const part = (name: string, most: number) =>
    readText(value[name], `catalogue.${name}`, { most, lines: true, needed: true });
  return {
    id: readPattern(value['id'], 'catalogue.id', /^[a-z0-9-]{1,40}$/),
    day: readDay(value['day'], 'catalogue.day'),
    topic: readText(value['topic'], 'catalogue.topic', { most: MOST_OF_TOPIC }),
    lang: readLanguage(value['lang'], 'catalogue.lang'),
    question: part('question', MOST_OF_QUESTION),
    answer: part('answer', MOST_OF_ANSWER),
  };
}

/**
 * Verifies a catalogue by the key that the manifest names. Whether the manifest is still in force does not matter here.
 *
 * @param atLeast The highest number already seen, if any: an older catalogue is refused.
 * @throws SealingError `malformed`, `wrong-pin` (signed by another key), `bad-signature`, `wrong-box` or `rolled-back`.
 */
export async function verifyCatalogue(
  document: unknown,
  { boxId, spk }: Verified<Manifest>,
  atLeast = 0,
): Promise<Verified<Catalogue>> {
  const { content } = await openDocument(document, 'kith-box/1/catalogue', (idPk) => sameBytes(idPk, spk));
  const catalogue: Catalogue = {
    boxId: readBoxId(content['boxId'], 'catalogue.boxId'),
    number: readInteger(content['number'], 'catalogue.number', 1, U32),
    day: readDay(content['day'], 'catalogue.day'),
    entries: readList(content['entries'], 'catalogue.entries', MOST_ENTRIES).map(readEntry),
  };
  allDifferent(
    catalogue.entries.map(({ id }) => id),
    'catalogue.id',
  );
  if (!sameBytes(catalogue.boxId, boxId)) refuse('wrong-box', 'catalogue.boxId');
  if (catalogue.number < atLeast) refuse('rolled-back', 'catalogue.number');
  return catalogue as Verified<Catalogue>;
}
