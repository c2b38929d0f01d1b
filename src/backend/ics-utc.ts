/** Rules that a calendar writes in UTC, brought to the place where people meet. */
import type { Meeting } from '../domain/meeting.js';
import { occurrences } from '../domain/recurrence/occurrences.js';
import { DAY_MS, dayOf, formatLocalDateTime, parseLocalDateTime } from '../domain/recurrence/plain-day.js';
import { localTime } from '../domain/recurrence/zone.js';

const AHEAD_DAYS = 400;

/**
 * A rule in UTC repeats in UTC: at the place its hour changes with the clocks. Where they do not change while it repeats, it is
 * the same rule there; else its sessions are listed.
 */
export function atThePlace(meeting: Meeting, zone: string, today: number): Meeting {
  const { rule, start = '', extraDates, exceptDates, ...rest } = meeting;
  const from = today - 2 * DAY_MS;
  const plain: Meeting = { ...rest, start, ...(rule && { rule }), ...(extraDates && { extraDates }) };
  const local = occurrences(plain, from, from + AHEAD_DAYS * DAY_MS, 'UTC').map(
    (one) =>
      [parseLocalDateTime(one.local) ?? 0, parseLocalDateTime(localTime(one.start, zone)) ?? 0] as const,
  );
  const kept = { ...(exceptDates && { exceptDates }), timeZone: zone };
  const [begin, ...more] = local;
  if (!begin) return meeting;
  const shift = begin[1] - begin[0];
  if (local.every(([there, here]) => here - there === shift && dayOf(here) === dayOf(there)) && !extraDates)
    return { ...plain, start: formatLocalDateTime((parseLocalDateTime(start) ?? 0) + shift), ...kept };
  return {
    ...rest,
    start: formatLocalDateTime(begin[1]),
    ...kept,
    ...(more.length ? { extraDates: more.map(([, here]) => formatLocalDateTime(here)) } : {}),
  };
}
