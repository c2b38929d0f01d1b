/** Lists of dates in one cell, as people keep cancelled and moved sessions: "24/12/2026, 31 Dec (holidays)". */
import type { Change, LocalDate } from '../meeting.js';
import { formatLocalDate, parseLocalDate } from '../recurrence/plain-day.js';
import { clockText } from './clock.js';
import type { Lexicon } from './lexicon.js';
import { parseTime } from './time.js';

export interface DateList {
  readonly changes: readonly Change[];
  /** Parts that could not be read. */
  readonly unread: readonly string[];
}

type ReadDate = (text: string) => LocalDate | undefined;

/** No one keeps more dates than this in one cell, nor a longer one; the limits are against hostile feeds. */
const MOST = 400;
const LONGEST = 200;

/** Commas, semicolons and new lines part dates, but not within brackets nor between "December 3" and its year. */
function parts(text: string, lexicon: Lexicon): string[] {
  const pieces = text
    .replace(/(\p{L}{3,}\.? \d{1,2}(?:st|nd|rd|th)?), ?(\d{4})/gu, '$1 $2')
    .match(/(?:\([^()]*\)|[^;,|\n])+/g)
    ?.flatMap((piece) => piece.split(lexicon.pattern(' (?:<and>|&) (?![^()]*\\))')));
  const dates: string[] = [];
  let before = '';
  for (const piece of pieces?.slice(0, MOST) ?? []) {
    // "Thursday, 3 December": the weekday belongs to what follows.
    const whole = before + piece.trim();
    before = /\d/.test(whole) || !whole ? '' : `${whole} `;
    if (whole && !before) dates.push(whole);
  }
  return before ? [...dates, before.trim()] : dates;
}

const NOTE = /^(.*?)\s*[(:]\s*([^()]*[^()\s])\s*\)?$/s;
const SPAN = '\\s+(?:-|<to>)\\s+|\\s*[–—]\\s*';
const ARROW = '\\s*(?:[-=]>|→|⇒|➔)\\s*|\\s+<toward>\\s+';
const TIMED = '^(.*?\\d{1,4}|.*?\\p{L})[ ,T]+(?:<at> )?(\\d{1,2}(?:[:.h]\\d\\d)?(?: ?(?:[ap]m|<oclock>))?)$';

/** @param meets Whether a session falls on a day within a span of dates. */
export function parseCancelled(
  text: string,
  read: ReadDate,
  meets: (date: LocalDate) => boolean | undefined,
  lexicon: Lexicon,
): DateList {
  const changes: Change[] = [];
  const unread: string[] = [];
  for (const part of parts(text, lexicon)) {
    const noted = part.length > LONGEST || read(part) ? undefined : NOTE.exec(part);
    const dates = noted?.[1] ?? part;
    const note = noted?.[2] ? { note: noted[2] } : {};
    const add = (recurrenceId: LocalDate) => changes.push({ recurrenceId, status: 'cancelled', ...note });
    const single = dates.length > LONGEST ? undefined : read(dates);
    if (single) {
      add(single);
      continue;
    }
    const [from, to, ...more] = dates
      .slice(0, LONGEST)
      .split(lexicon.pattern(SPAN))
      .map((date) => parseLocalDate(read(date) ?? ''));
    if (more.length || from === undefined || to === undefined || to < from || to - from > 120) {
      unread.push(part);
      continue;
    }
    for (let day = from; day <= to; day++)
      if (meets(formatLocalDate(day)) !== false) add(formatLocalDate(day));
  }
  return { changes, unread };
}

/** "24/12/2026 → 22/12/2026 19:00"; without a time the session keeps its own. */
export function parseMoved(text: string, read: ReadDate, clock: string, lexicon: Lexicon): DateList {
  const changes: Change[] = [];
  const unread: string[] = [];
  for (const whole of parts(text, lexicon)) {
    const part = whole.slice(0, LONGEST);
    const note = /\(([^()]+)\)$/.exec(part)?.[1];
    const [from, to, ...more] = part.replace(/\s*\([^()]*\)$/, '').split(lexicon.pattern(ARROW));
    const timed = lexicon.pattern(TIMED, 'iu').exec(to ?? '');
    const time = timed && read(timed[1] ?? '') ? parseTime(timed[2] ?? '', lexicon) : undefined;
    const recurrenceId = read(from ?? '');
    const day = read(time ? (timed?.[1] ?? '') : (to ?? ''));
    if (more.length || !recurrenceId || !day || (!time && !clock)) unread.push(part);
    else {
      const at = time ? clockText(time) : clock;
      changes.push({ recurrenceId, status: 'moved', start: `${day}T${at}`, ...(note && { note }) });
    }
  }
  return { changes, unread };
}
