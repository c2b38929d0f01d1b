/**
 * The myth quiz: what a pack holds, and how a visitor goes through it. There is no score here, and nothing
 * that one could be counted from: what someone answered is forgotten once its fact has been read.
 */
import type { LocalDate } from './meeting.js';

/** Where a fact comes from. */
export interface Source {
  readonly title: string;
  readonly publisher: string;
  /** Absent: the publisher gives none; then `checkedOn` is there. */
  readonly year?: number;
  /** http(s), of the very page. */
  readonly url?: string;
  /** Day when someone last held the fact against its source. */
  readonly checkedOn?: LocalDate;
}

/** Who has looked at a pack, for the small print. */
export interface Review {
  /** `draft`: not signed off, and a visitor is told so. */
  readonly status: 'draft' | 'reviewed';
  /** Name or role, as it may be printed. */
  readonly clinicalReviewer?: string;
  readonly livedExperienceReviewer?: string;
  readonly reviewedOn?: LocalDate;
  /** From the day after on, the facts are shown no more: "being reviewed". */
  readonly reviewDue?: LocalDate;
}

interface ItemFacts {
  readonly id: string;
  readonly topic?: string;
  /** The heading of the feedback. Stands alone, and never begins with the myth. */
  readonly fact: string;
  readonly explanation: string;
  readonly whyItMatters?: string;
  readonly source: Source;
  /** How sure research is. */
  readonly confidence?: 'high' | 'medium' | 'low';
  /** Speaks of suicide, self-harm or violence done to someone: the help line stands beside it, and it is never shared. */
  readonly sensitive?: boolean;
  /** ISO 3166: the country (`GB`) or part of one (`GB-ENG`) of which it is true. Absent: everywhere. */
  readonly region?: string;
  /** A clinic does well to put its own rule here, by an overlay. */
  readonly localise?: boolean;
  /** Of this item alone, where it is not the pack's: see `reviewOf`. */
  readonly review?: Review;
}

/** "True or not?" */
export interface StatementItem extends ItemFacts {
  readonly statement: string;
  readonly isTrue: boolean;
}

export interface Choice {
  /** Never `unsure`, which every question has besides. */
  readonly id: string;
  readonly text: string;
  /** What research says; more than one choice may be. */
  readonly isTrue: boolean;
}

/** A question with several answers of its own, shown in the order in which they are written. */
export interface ChoiceItem extends ItemFacts {
  readonly question: string;
  readonly choices: readonly Choice[];
}

export type Item = StatementItem | ChoiceItem;

/** Names of items, in no order that matters. */
export type PackSet = readonly string[];

export interface Pack {
  readonly id: string;
  readonly version: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly intro?: string;
  /** "General information, not medical advice." */
  readonly disclaimer?: string;
  /** Labels of the three answers, where the page's own language is another one than the pack's. */
  readonly answers?: { readonly true: string; readonly false: string; readonly unsure: string };
  /** First words of the feedback, likewise. */
  readonly feedbackOpeners?: Readonly<Record<Opener, string>>;
  readonly review: Review;
  /** By name, as in `set="short"`. */
  readonly sets: Readonly<Record<string, PackSet>>;
  readonly items: readonly Item[];
}

/** Something wrong with what a clinic wrote, for its webmaster. */
export interface Complaint {
  /** Id of the item, or its place where it has none (`#3`); absent: the pack itself. */
  readonly item?: string;
  /** English: what is wrong, and the mend. */
  readonly text: string;
}

/** `'true'`, `'false'` or the id of a choice; `'unsure'` with either kind. */
export type Answer = string;

/** How the feedback opens: research agrees, says otherwise, or the visitor asked. */
export type Opener = 'match' | 'noMatch' | 'unsure';

/** A way through some items. Made by `start`, `answer`, `next`, `skip` and `stop`, never changed in place. */
export interface Session {
  readonly items: readonly Item[];
  /** Which item is, or was last, before the visitor. */
  readonly at: number;
  readonly phase: 'question' | 'feedback' | 'end';
  /** What was just answered; there during `feedback` alone. */
  readonly answer?: Answer;
  /** Ids of the items whose fact was seen, in that order. */
  readonly met: readonly string[];
}

/** What may stay on a device, and where the visitor had got to: which facts were met, never what was answered. */
export interface Kept {
  readonly order: readonly string[];
  /** How many are behind the visitor. */
  readonly done: number;
  readonly met: readonly string[];
}

export const isChoice = (item: Item): item is ChoiceItem => 'choices' in item;

/** The items of a set in the pack's order; of an unknown set, or of none, all of them. */
export function itemsOf(pack: Pack, set?: string): readonly Item[] {
  const ids = set !== undefined && Object.hasOwn(pack.sets, set) ? pack.sets[set] : undefined;
  return ids ? pack.items.filter(({ id }) => ids.includes(id)) : pack.items;
}

/** The review that holds for an item: its own, where an overlay has changed it. */
export const reviewOf = (pack: Pack, item?: Item): Review => item?.review ?? pack.review;

/** Is its day past? Then say "being reviewed", and show no fact. */
export const isPastReview = ({ reviewDue }: Review, today: LocalDate): boolean =>
  reviewDue !== undefined && reviewDue < today;

/** The items that may still be shown; none: the whole pack is being reviewed. */
export const currentItems = (pack: Pack, items: readonly Item[], today: LocalDate): readonly Item[] =>
  items.filter((item) => !isPastReview(reviewOf(pack, item), today) && !isPastReview(pack.review, today));

/** Begins, or goes on where `kept` ends: what is new in the pack comes last, what has gone is forgotten. */
export function start(items: readonly Item[], kept?: Kept): Session {
  const place = new Map(kept?.order.map((id, index) => [id, index]));
  const placeOf = ({ id }: Item) => place.get(id) ?? place.size;
  const ordered = [...items].sort((a, b) => placeOf(a) - placeOf(b));
  const done = ordered.filter((item) => placeOf(item) < (kept?.done ?? 0)).length;
  const met = (kept?.met ?? []).filter((id) => ordered.some((item) => item.id === id));
  return { items: ordered, at: done, phase: done < ordered.length ? 'question' : 'end', met };
}

/** What may be written to the device, for `start`. */
export const keep = ({ items, at, phase, met }: Session): Kept => ({
  order: items.map(({ id }) => id),
  done: phase === 'feedback' ? at + 1 : at,
  met,
});

/** The item that is before the visitor; none at the end. */
export const currentItem = ({ items, at, phase }: Session): Item | undefined =>
  phase === 'end' ? undefined : items[at];

/** To the feedback. Nothing happens while no question stands. */
export function answer(session: Session, given: Answer): Session {
  const item = currentItem(session);
  if (!item || session.phase !== 'question') return session;
  const met = [...session.met.filter((id) => id !== item.id), item.id];
  return { ...session, phase: 'feedback', answer: given, met };
}

function onwards({ items, at, met }: Session): Session {
  return { items, at: at + 1, phase: at + 1 < items.length ? 'question' : 'end', met };
}

/** From the feedback to the next question, or the end. */
export const next = (session: Session): Session =>
  session.phase === 'feedback' ? onwards(session) : session;

/** Past a question, whose fact stays unmet. */
export const skip = (session: Session): Session =>
  session.phase === 'question' ? onwards(session) : session;

/** To the end, from anywhere. */
export const stop = (session: Session): Session => {
  const { items, at, met, phase } = session;
  return phase === 'end' ? session : { items, at: phase === 'feedback' ? at + 1 : at, phase: 'end', met };
};

/** "Number 3 of 8." At the end `number` is how many are behind the visitor. */
export const progress = ({
  items,
  at,
  phase,
}: Session): { readonly number: number; readonly of: number } => ({
  number: phase === 'end' ? Math.min(at, items.length) : at + 1,
  of: items.length,
});

/** The items whose facts were seen, for the end. */
export const factsMet = ({ items, met }: Session): readonly Item[] =>
  met.flatMap((id) => items.find((item) => item.id === id) ?? []);

/** How the feedback opens. Not kept anywhere. */
export function openerFor(item: Item, given: Answer): Opener {
  if (given === 'unsure') return 'unsure';
  const right = isChoice(item)
    ? item.choices.some(({ id, isTrue }) => isTrue && id === given)
    : given === String(item.isTrue);
  return right ? 'match' : 'noMatch';
}

/** What may leave the page: the fact and where it comes from, never its statement; nothing of a sensitive item. */
export const factToShare = ({
  fact,
  source,
  sensitive,
}: Item): { readonly fact: string; readonly source: Source } | undefined =>
  sensitive ? undefined : { fact, source };
