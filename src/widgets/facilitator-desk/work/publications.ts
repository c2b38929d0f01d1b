/**
 * From an answer to a published one: drafts that the team seals for itself, and a signed list without a trace of which question an entry came
 * from. Nothing here keeps which draft became which entry.
 */
import { StaffRefusal } from '../../../backend/staff-api.js';
import {
  draftPublication,
  type PublicationDraft,
  publicationFrom,
  withPublished,
} from '../../../domain/desk/publishing.js';
import { type Catalogue, type CatalogueEntry, verifyCatalogue } from '../../../domain/sealing/catalogue.js';
import { fromBase64url, toBase64url } from '../../../domain/sealing/encoding.js';
import { MOST_OF_ANSWER, MOST_OF_QUESTION, MOST_OF_TOPIC } from '../../../domain/sealing/limits.js';
import type { Manifest } from '../../../domain/sealing/manifest.js';
import { readText, tidyText } from '../../../domain/sealing/plain-text.js';
import { refuse, SealingError } from '../../../domain/sealing/sealing-error.js';
import type { SignedDocument, Verified } from '../../../domain/sealing/signed-document.js';
import { signDocument } from '../../../domain/sealing/staff/sign-document.js';
import { openTeamNote, sealTeamNote } from '../../../domain/sealing/staff/team-note.js';
import { type Random, randomBytes } from '../../../domain/sealing/web-crypto.js';
import type { OpenedBox } from './opened-box.js';

/** What visitors will read, rewritten in general words. */
export interface PublicationWords {
  /** '' when it has none. */
  readonly topic: string;
  /** Language tag, or ''. */
  readonly lang: string;
  readonly question: string;
  readonly answer: string;
}

/** A draft as it stands on the server. */
export interface OpenedPublication {
  readonly id: string;
  /** Absent when nobody of the present team has signed it, or it cannot be opened. */
  readonly draft: PublicationDraft | undefined;
}

/** One that can be published. */
export type ReadablePublication = OpenedPublication & { readonly draft: PublicationDraft };

export const isReadable = (one: OpenedPublication): one is ReadablePublication => one.draft !== undefined;

// Drafts

/** Seals a draft under the id of its note. What stood under it before is replaced. */
export async function keepPublication(box: OpenedBox, id: string, draft: PublicationDraft): Promise<void> {
  const { boxId, writer } = box;
  const about = fromBase64url(id, 'publication.id', 16);
  const { pk } = await box.currentKey();
  const note = await sealTeamNote('publication', draft, { boxId, about, writer, epochPk: pk });
  await box.api.keepPublication(id, note);
}

/**
 * Puts an answer by for "Publish this week". Nothing in the draft names the question.
 * @throws SealingError as for any text that cannot be kept; StaffRefusal `box-full`.
 */
export async function beginPublication(box: OpenedBox, words: PublicationWords): Promise<void> {
  await keepPublication(
    box,
    toBase64url(randomBytes(16)),
    draftPublication(words, box.server.today, randomBytes),
  );
}

/** A draft in other words; its day stays. */
export async function rewritePublication(
  box: OpenedBox,
  { id, draft }: ReadablePublication,
  words: PublicationWords,
): Promise<void> {
  await keepPublication(box, id, { ...draft, ...tidied(words) });
}

/** The server takes no more; one that goes on for ever is not followed. */
const MOST_DRAFTS = 500;

type Listed = Awaited<ReturnType<OpenedBox['api']['publications']>>['drafts'][number];

async function openOne(box: OpenedBox, { id, note }: Listed): Promise<OpenedPublication> {
  if (!note) return { id, draft: undefined };
  try {
    const { content } = await openTeamNote('publication', note, {
      boxId: box.boxId,
      about: fromBase64url(id, 'publication.id', 16),
      epochKey: await box.epochKey(note.keyId),
      roster: box.roster,
      earlier: box.earlier,
    });
    return { id, draft: publicationFrom(content) };
  } catch (error) {
    if (error instanceof SealingError) return { id, draft: undefined };
    throw error;
  }
}

/** All drafts that wait, the oldest first; what cannot be read stands at the end. */
export async function openPublications(box: OpenedBox): Promise<readonly OpenedPublication[]> {
  const opened = new Map<string, OpenedPublication>();
  let after: string | undefined;
  do {
    const { drafts, next } = await box.api.publications(after);
    const fresh = drafts.filter(({ id }) => !opened.has(id));
    for (const one of await Promise.all(fresh.map((draft) => openOne(box, draft)))) opened.set(one.id, one);
    after = fresh.length > 0 ? next : undefined;
  } while (after !== undefined && opened.size < MOST_DRAFTS);
  const dayOf = ({ draft }: OpenedPublication) => draft?.day ?? Number.MAX_SAFE_INTEGER;
  return [...opened.values()].sort((a, b) => dayOf(a) - dayOf(b));
}

// What is published

/** The highest number that each open box has shown: the server is held to it until the desk locks. */
const seen = new WeakMap<OpenedBox, number>();

const manifestOf = (box: OpenedBox): Verified<Manifest> => box.manifest ?? refuse('cannot-open', 'manifest');

/**
 * What visitors read now; undefined when nothing was published yet.
 * @throws SealingError when it is not ours, or older than what this desk has seen.
 */
export async function publishedNow(box: OpenedBox): Promise<Verified<Catalogue> | undefined> {
  const atLeast = seen.get(box) ?? 0;
  const { catalogue: document } = box.server;
  if (!document) return atLeast > 0 ? refuse('rolled-back', 'catalogue.number') : undefined;
  const catalogue = await verifyCatalogue(document, manifestOf(box), atLeast);
  seen.set(box, catalogue.number);
  return catalogue;
}

/** As pasted or typed, in the form that visitors' pages ask for; names what is wrong by its field. */
export function tidied(words: PublicationWords): PublicationWords {
  const text = (value: string, field: string, most: number) =>
    readText(tidyText(value, field).trim(), field, { most, lines: true, needed: true });
  return {
    topic: readText(tidyText(words.topic, 'topic').trim(), 'topic', { most: MOST_OF_TOPIC }),
    lang: words.lang,
    question: text(words.question, 'question', MOST_OF_QUESTION),
    answer: text(words.answer, 'answer', MOST_OF_ANSWER),
  };
}

/** Signs a list with the next number and puts it in force; the box has to be asked again to see it. */
async function putInForce(
  box: OpenedBox,
  entriesOf: (
    present: readonly CatalogueEntry[],
  ) => readonly CatalogueEntry[] | Promise<readonly CatalogueEntry[]>,
  published: readonly string[] = [],
): Promise<void> {
  await box.refresh();
  const present = await publishedNow(box);
  const { boxId } = box;
  const number = (present?.number ?? 0) + 1;
  const entries = await entriesOf(present?.entries ?? []);
  const content = { boxId, number, day: box.server.today, entries };
  const document = await signDocument('kith-box/1/catalogue', content, await box.publishingKey());
  // What pages would refuse is never sent.
  await verifyCatalogue(document, manifestOf(box), number);
  await box.api.putCatalogue(document, published);
  seen.set(box, number);
}

/**
 * Publishes drafts, all on one day and in an order of chance.
 * @throws StaffRefusal `older` where a colleague was quicker, or one of the drafts is gone.
 * @param random Where chance comes in, so that a test can fix it.
 */
export async function publishDrafts(
  box: OpenedBox,
  drafts: readonly ReadablePublication[],
  random: Random = randomBytes,
): Promise<void> {
  const ids = drafts.map(({ id }) => id);
  await putInForce(
    box,
    async (present) => {
      // What went out already, though nobody heard of it, does not go out twice.
      const waiting = new Set((await openPublications(box)).map(({ id }) => id));
      if (!ids.every((id) => waiting.has(id))) olderThanThat();
      const { today } = box.server;
      // The ids that the drafts had may have been seen by whoever wrote them.
      const fresh = drafts.map(({ draft }) => draftPublication(draft, today, random));
      return withPublished(present, fresh, today, random);
    },
    ids,
  );
}

/** An entry as it stands on the server now; a colleague may have taken it away. */
const standing = (present: readonly CatalogueEntry[], id: string): CatalogueEntry =>
  present.find((entry) => entry.id === id) ?? olderThanThat();

function olderThanThat(): never {
  throw new StaffRefusal('older', 0);
}

/**
 * An entry in other words: its name, by which pages link to it, and its day stay.
 * @throws StaffRefusal `older` where it has gone meanwhile, or others published.
 */
export function rewriteEntry(box: OpenedBox, id: string, words: PublicationWords): Promise<void> {
  const better = tidied(words);
  return putInForce(box, (present) => {
    const old = standing(present, id);
    return present.map((entry) => (entry === old ? { ...entry, ...better } : entry));
  });
}

/** @throws StaffRefusal `older` where it has gone already, or others published. */
export const removeEntry = (box: OpenedBox, id: string): Promise<void> =>
  putInForce(box, (present) => {
    const old = standing(present, id);
    return present.filter((entry) => entry !== old);
  });

/** The file for a web site without a server: the same bytes that the server gives out, verified before. */
export async function answersFile(
  box: OpenedBox,
): Promise<{ readonly manifest: SignedDocument; readonly catalogue: SignedDocument }> {
  const { manifest, catalogue } = box.server;
  if (!manifest || !catalogue || !(await publishedNow(box))) return refuse('empty', 'catalogue');
  return { manifest, catalogue };
}
