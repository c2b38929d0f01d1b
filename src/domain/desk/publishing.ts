/**
 * What is published, when and in which order. Nobody may tell from the list which entry came from which question: neither the server, which
 * saw the questions come and go, nor a neighbour who counts.
 */
import type { CatalogueEntry } from '../sealing/catalogue.js';
import { readEntry } from '../sealing/catalogue.js';
import { toSymbols } from '../sealing/crockford.js';
import { tidyText } from '../sealing/plain-text.js';
import type { Random } from '../sealing/web-crypto.js';

/**
 * A question and its answer in general words, as they wait for publication. `id` is the future entry's: random, sealed until then, and not
 * the id under which a server keeps the waiting note. `day` is the one on which it was put aside.
 */
export type PublicationDraft = CatalogueEntry;

/** So many are published at once without being asked about. */
export const ENOUGH = 3;

/** Days after which fewer are. */
export const PATIENCE_DAYS = 14;

/** A number below `below`, each as likely, from four bytes at a time. */
function numberBelow(below: number, random: Random): number {
  const fair = 2 ** 32 - (2 ** 32 % below);
  for (;;) {
    const bytes = random(4);
    const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    if (number < fair) return number % below;
  }
}

/** The same in an order of chance (Fisher and Yates): every order is as likely. */
export function shuffled<T>(entries: readonly T[], random: Random): readonly T[] {
  const left = [...entries];
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(numberBelow(left.length, random), 1));
  return drawn;
}

/** A draft out of what a facilitator wrote, put aside today. Refuses like `readText`. */
export const draftPublication = (
  { topic, lang, question, answer }: Pick<PublicationDraft, 'topic' | 'lang' | 'question' | 'answer'>,
  today: number,
  random: Random,
): PublicationDraft =>
  publicationFrom({
    id: toSymbols(random(10)).toLowerCase(),
    day: today,
    topic: tidyText(topic, 'topic'),
    lang,
    question: tidyText(question, 'question'),
    answer: tidyText(answer, 'answer'),
  });

/** Reads a draft that a colleague's desk wrote: nothing else of it goes into the catalogue. Refuses like the catalogue itself. */
export const publicationFrom = (value: unknown): PublicationDraft => readEntry(value);

export interface Readiness {
  /** May be published now. */
  readonly ready: readonly PublicationDraft[];
  /** Wait for more, or for a confirmation. */
  readonly waiting: readonly PublicationDraft[];
  /** So few wait that, if they are published now, people may guess whose they were. */
  readonly mayGuess: boolean;
  /** Days until those that wait may be published without a confirmation. */
  readonly daysLeft: number;
}

/** All wait together: three at least, or none, until the oldest has waited for two weeks. */
export function readyToPublish(drafts: readonly PublicationDraft[], today: number): Readiness {
  const oldest = Math.min(today, ...drafts.map(({ day }) => day));
  const daysLeft = Math.max(0, PATIENCE_DAYS - (today - oldest));
  if (drafts.length === 0 || drafts.length >= ENOUGH || daysLeft === 0)
    return { ready: drafts, waiting: [], mayGuess: false, daysLeft: 0 };
  return { ready: [], waiting: drafts, mayGuess: true, daysLeft };
}

/**
 * The entries of a publication, in an order of chance and all of one day: the publication's, not the questions'.
 *
 * @param standing The catalogue so far; new entries come behind it.
 */
export const withPublished = (
  standing: readonly CatalogueEntry[],
  drafts: readonly PublicationDraft[],
  today: number,
  random: Random,
): readonly CatalogueEntry[] => [
  ...standing,
  ...shuffled(drafts, random).map((draft) => ({ ...draft, day: today })),
];
