/** The order of the evening: what has waited longest comes first, and nobody begins what a colleague is busy with. */

/** What the server says of a question, as far as its place in the queue goes. */
export interface QueueRow {
  /** Day on which it came, UTC, days since 1970-01-01. */
  readonly day: number;
  readonly state: 'new' | 'answered' | 'closed';
  /** Id of the member who took it, and until when, seconds since 1970; null when nobody did. */
  readonly claimBy: string | null;
  readonly claimUntil: number | null;
  /** A sealed draft lies with it. */
  readonly draft: unknown;
}

export interface Queue<Row extends QueueRow> {
  /** Taken by me, or begun: what I meant to finish, oldest first. */
  readonly mine: readonly Row[];
  /** Waiting for anybody, oldest first. */
  readonly free: readonly Row[];
  /** A colleague is busy with it: `by` is the member's id. */
  readonly others: readonly (Row & { readonly by: string })[];
  /** Of all these, what has waited for two weeks or more, oldest first. */
  readonly late: readonly Row[];
}

/** Days after which the desk warns. */
export const LATE_DAYS = 14;

const DAY_SECONDS = 86_400;

/** Who is at it now; a claim that has run out is nobody's. */
export const claimant = ({ claimBy, claimUntil }: QueueRow, nowSeconds: number): string | undefined =>
  claimBy !== null && claimUntil !== null && claimUntil > nowSeconds ? claimBy : undefined;

export const waitingDays = ({ day }: QueueRow, nowSeconds: number): number =>
  Math.max(0, Math.floor(nowSeconds / DAY_SECONDS) - day);

/**
 * Sorts what waits; answered and closed questions are passed over.
 *
 * @param me The member's id.
 * @param draftBy Who wrote the draft of a question, where the desk has opened it: a draft alone does not say whose it is, and a claim is
 *   over after half an hour.
 */
export function sortQueue<Row extends QueueRow>(
  rows: readonly Row[],
  me: string,
  nowSeconds: number,
  draftBy: (row: Row) => string | undefined = () => undefined,
): Queue<Row> {
  const mine: Row[] = [];
  const free: Row[] = [];
  const others: (Row & { by: string })[] = [];
  // Sorting keeps the order of what came on one day.
  const waiting = rows.filter(({ state }) => state === 'new').sort((a, b) => a.day - b.day);
  for (const row of waiting) {
    const by = claimant(row, nowSeconds);
    if (by !== undefined && by !== me) others.push({ ...row, by });
    else if (by === me || (row.draft !== null && draftBy(row) === me)) mine.push(row);
    else free.push(row);
  }
  const late = waiting.filter((row) => waitingDays(row, nowSeconds) >= LATE_DAYS);
  return { mine, free, others, late };
}
