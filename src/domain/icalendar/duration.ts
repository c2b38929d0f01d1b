/** Lengths as RFC 5545 3.3.6 writes them; most programs write an end instead. */
import { DAY_MS, MINUTE_MS } from '../recurrence/plain-day.js';

/** Minutes of a DURATION such as PT1H30M or P1W. */
export function durationOf(text: string): number | undefined {
  const [, sign, ...parts] =
    /^([-+])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(text.trim()) ?? [];
  if (sign === '-' || !parts.some((part) => part)) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return Math.round((weeks * 7 + days) * (DAY_MS / MINUTE_MS) + hours * 60 + minutes + seconds / 60);
}
