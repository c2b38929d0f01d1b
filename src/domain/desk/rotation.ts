/**
 * When a box needs its next key. A question can be sealed only while a key is in force, so the desk offers the change long before and says
 * louder what is near.
 */
import type { Manifest } from '../sealing/manifest.js';

/** Days for which a new key is put in force; the protocol allows 120. */
export const EPOCH_DAYS = 90;

/** Age from which any keeper's sign-in offers the change. */
const OFFERED_FROM = 60;
const SOON_DAYS = 21;
const LATE_DAYS = 7;
const LAST_DAYS = 1;

export interface Rotation {
  /** Days since it came into force; below 0 when it is not yet. */
  readonly age: number;
  /** Days on which it is in force after today; below 0 when it is over. */
  readonly daysLeft: number;
  /** `offer`: may be changed with one tap. `soon` and `late` say so first. `over`: nothing can be asked any more. */
  readonly state: 'fine' | 'offer' | 'soon' | 'late' | 'over';
  /** The notice that is due, by the days that were left when it began. */
  readonly notice?: 21 | 7 | 1;
}

/** @param today The desk's day in UTC, days since 1970-01-01. */
export function rotationOf(
  { notBefore, notAfter }: Pick<Manifest, 'notBefore' | 'notAfter'>,
  today: number,
): Rotation {
  const age = today - notBefore;
  const daysLeft = notAfter - today;
  if (daysLeft < 0) return { age, daysLeft, state: 'over' };
  if (daysLeft <= LAST_DAYS) return { age, daysLeft, state: 'late', notice: LAST_DAYS };
  if (daysLeft <= LATE_DAYS) return { age, daysLeft, state: 'late', notice: LATE_DAYS };
  if (daysLeft <= SOON_DAYS) return { age, daysLeft, state: 'soon', notice: SOON_DAYS };
  return { age, daysLeft, state: age >= OFFERED_FROM ? 'offer' : 'fine' };
}

/** First and last day of a key that is put in force today. */
export const nextEpochDays = (today: number): Pick<Manifest, 'notBefore' | 'notAfter'> => ({
  notBefore: today,
  notAfter: today + EPOCH_DAYS,
});
