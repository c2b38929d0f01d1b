/**
 * Slows guessing at one account: after a failure the next attempt is looked at 1, 2, 4 … 60 seconds later. It never locks, or anybody could
 * keep a facilitator out. An attempt counts as failed until it has shown otherwise, so that many at once are no way around it.
 */
import { Recent } from './recent.js';

const LONGEST = 60;
/** Seconds of quiet after which failures are forgotten. */
const FORGOTTEN = 900;

interface Failures {
  count: number;
  /** Milliseconds of the monotonic clock. */
  last: number;
  next: number;
}

/** What is held against an account, and against the recovery sheet of a box: an id has no spaces. */
export const accountKey = (boxId: string, memberId: string): string => `${boxId} ${memberId}`;
export const sheetKey = (boxId: string): string => `${boxId} the sheet`;

export class SignInThrottle {
  // Apart, so that a flood of names that do not exist cannot push out what is known of one that does.
  readonly #known = new Recent<Failures>(10_000);
  readonly #unknown = new Recent<Failures>(10_000);
  readonly #monotonic: () => number;

  constructor(monotonic: () => number) {
    this.#monotonic = monotonic;
  }

  /** 0 when the attempt may be looked at (and counts as failed for now), else the seconds to wait. */
  begin(account: string, known: boolean): number {
    const now = this.#monotonic();
    const kept = known ? this.#known : this.#unknown;
    const before = kept.get(account);
    const failures =
      before && now - before.last < FORGOTTEN * 1000 ? before : { count: 0, last: now, next: now };
    if (now < failures.next) return Math.ceil((failures.next - now) / 1000);
    const count = failures.count + 1;
    const wait = Math.min(LONGEST, 2 ** (count - 1));
    kept.set(account, { count, last: now, next: now + wait * 1000 });
    return 0;
  }

  /** The attempt was right: nothing is held against the account. */
  succeeded(account: string): void {
    this.#known.delete(account);
  }
}
