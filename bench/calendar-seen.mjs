/** What a calendar tells a visitor of the planted sessions, told from the text that stands around their groups' names. */
import { PLANTED, PLANTED_TIMES } from './calendar-rules.mjs';

const [CANCELLED_GROUP, MOVED_GROUP, WEEKLY_GROUP, PLAIN_GROUP] = PLANTED.map(({ number }) => number);

/** An hour as people write it: 18:30, 6:30pm, 6.30 p, 7p. */
function hasTime(text, [hour, minute]) {
  const minutes = String(minute).padStart(2, '0');
  const twelve = hour % 12 || 12;
  const short = minute ? `[:.]${minutes}` : `(?:[:.]${minutes})?`;
  return new RegExp(
    `(?<![\\d:])(?:0?${hour}[:.]${minutes}|0?${twelve}${short}\\s*(?:${hour < 12 ? 'a' : 'p'}))`,
    'i',
  ).test(text);
}

const CANCELLED = /cancel|called off|not taking place|no meeting/i;
const MOVED = /moved|instead|new (?:time|day|date)|rescheduled|was |changed/i;

/** What a calendar makes of one cancelled session: each time it names that group with the hour of the session counts. */
export function saidOfCancelled(sessions) {
  const named = sessions.filter(({ number }) => number === CANCELLED_GROUP);
  if (named.length === 0) return 'gone';
  if (named.every(({ around }) => CANCELLED.test(around))) return 'said in words';
  return named.every(({ struck, around }) => struck || CANCELLED.test(around))
    ? 'struck through'
    : 'looks live';
}

/** What it makes of a moved session. */
export function saidOfMoved(sessions) {
  const named = sessions.filter(({ number }) => number === MOVED_GROUP);
  const after = named.filter(({ around }) => hasTime(around, PLANTED_TIMES.after));
  const stale = named.filter(
    ({ around }) =>
      hasTime(around, PLANTED_TIMES.before) && !hasTime(around, PLANTED_TIMES.after) && !MOVED.test(around),
  );
  if (stale.length > 0) return after.length > 0 ? 'at both times' : 'at the old time';
  if (after.length === 0) return 'gone';
  return named.some(({ around }) => MOVED.test(around))
    ? 'at its new time, said in words'
    : 'at its new time';
}

/** Whether every session of the weekly group has its hour, before the clocks change and after. */
export function saidOfClocks(sessions) {
  const named = sessions.filter(({ number }) => number === WEEKLY_GROUP);
  const right = named.filter(({ around }) => hasTime(around, PLANTED_TIMES.weekly));
  if (named.length < 4) return 'not seen';
  return right.length === named.length
    ? 'right'
    : `wrong in ${named.length - right.length} of ${named.length}`;
}

/** Whether the group with nothing particular stands there with its hour: else nothing can be told of the others. */
export const isPlainSeen = (sessions) =>
  sessions.some(({ number, around }) => number === PLAIN_GROUP && hasTime(around, PLANTED_TIMES.plain));
