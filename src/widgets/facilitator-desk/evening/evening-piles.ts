/** The evening's three piles: what waits, what I began, what is done; and what has waited for too long. */
import { LATE_DAYS, type QueueRow, sortQueue } from '../../../domain/desk/queue.js';
import type { OpenedRow } from '../work/questions.js';

export const PILES = ['waiting', 'later', 'done'] as const;
export type Pile = (typeof PILES)[number];

/** A row with whoever is at it, where that is a colleague. */
export interface PiledRow {
  readonly opened: OpenedRow;
  /** Id of the member. */
  readonly by?: string;
}

export interface Piles {
  readonly rows: Readonly<Record<Pile, readonly PiledRow[]>>;
  /** Questions without an answer, wherever they lie. */
  readonly waiting: number;
  /** Day on which the oldest of them came. */
  readonly oldestDay: number | undefined;
  readonly late: number;
}

interface Sorted extends QueueRow {
  readonly opened: OpenedRow;
}

const sortable = (opened: OpenedRow): Sorted => {
  const { day, state, claimBy = null, claimUntil = null, draft = null } = opened.row;
  return { opened, day, state, claimBy, claimUntil, draft };
};

/** Words that were begun and not sent: what was sent already is no draft any more, though the server may still hold it as one. */
export const unsentWords = ({ draft, answers }: OpenedRow): string =>
  draft && !answers.some(({ text }) => text === draft.text) ? draft.text : '';

const draftBy = ({ opened }: Sorted): string | undefined =>
  unsentWords(opened) ? opened.draft?.by : undefined;

/** @param me The member's id. @param now Seconds since 1970. */
export function pilesOf(rows: readonly OpenedRow[], me: string, now: number): Piles {
  const all = rows.map(sortable);
  const { mine, free, others, late } = sortQueue(all, me, now, draftBy);
  const handled = all.filter(({ state }) => state !== 'new');
  const begun = handled.filter((row) => draftBy(row) === me);
  const waiting = [
    ...free.map(({ opened }) => ({ opened })),
    ...others.map(({ opened, by }) => ({ opened, by })),
  ];
  const byDay = (a: PiledRow, b: PiledRow) => a.opened.row.day - b.opened.row.day;
  return {
    rows: {
      waiting: waiting.sort(byDay),
      later: [...mine, ...begun].map(({ opened }) => ({ opened })),
      // What was done last is looked for first.
      done: handled
        .filter((row) => !begun.includes(row))
        .map(({ opened }) => ({ opened }))
        .sort((a, b) => byDay(b, a)),
    },
    waiting: waiting.length + mine.length,
    oldestDay: [...waiting, ...mine].map(({ opened }) => opened.row.day).sort((a, b) => a - b)[0],
    late: late.length,
  };
}

export { LATE_DAYS };
