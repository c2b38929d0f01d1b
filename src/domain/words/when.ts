/** Puts together what a listing says about when, in several cells or in one: day, repeat, time, end, first date. */
import type { LocalDate, LocalDateTime } from '../meeting.js';
import type { Rule } from '../recurrence/rule.js';
import { RuleError } from '../recurrence/rule-error.js';
import { clockText, minutesBetween, type TimeOfDay } from './clock.js';
import type { Lexicon } from './lexicon.js';
import { plain } from './plain.js';
import { parseRepeats } from './repeats.js';
import { parseDuration, parseTime, parseTimeRange } from './time.js';

export interface WhenWords {
  /** "Tuesday", or all of it: "Tuesdays 6.30-8pm". */
  readonly day: string;
  /** "every 2 weeks", an RRULE. */
  readonly repeats: string;
  /** "18:30", "6.30 to 8pm". */
  readonly time: string;
  readonly end: string;
  readonly duration: string;
  readonly start: LocalDate | undefined;
  readonly today: LocalDate;
}

/** A date that can be computed, or the words themselves; with what the listing's keeper should know. */
export interface When {
  readonly start?: LocalDateTime;
  readonly durationMinutes?: number;
  readonly rule?: Rule;
  readonly text?: string;
  readonly remarks: readonly string[];
}

/** "Tuesdays from 6.30 to 8pm" into day and time, where the end of the words is a time. */
function splitTime(words: string, lexicon: Lexicon): [day: string, time: string] | undefined {
  for (const gap of words.slice(0, 200).matchAll(/[\s,]+(?=\d)/g)) {
    const time = words.slice(gap.index + gap[0].length);
    if (parseTimeRange(time, lexicon) || parseTime(time, lexicon)) {
      const day = words.slice(0, gap.index);
      return [day.replace(lexicon.pattern('[\\s,:\\-]+(?:<at>|<from>)?$', 'iu'), ''), time];
    }
  }
  return undefined;
}

interface Span {
  readonly start: TimeOfDay;
  readonly minutes?: number;
}

function readSpan(words: WhenWords, time: string, remarks: string[], lexicon: Lexicon): Span {
  const own = Boolean(words.time);
  const range =
    parseTimeRange(time, lexicon, own) ??
    (words.end && parseTimeRange(`${time} - ${words.end}`, lexicon, own));
  const start = range ? range.start : parseTime(time, lexicon);
  if (!start)
    throw new RuleError(`'${time}' is no time that I can read: write for example "18:30" or "6:30 pm"`);
  if (start.hour > 0 && start.hour < 7 && !lexicon.pattern('[ap]\\.? ?m|h|<morning>').test(plain(time))) {
    const evening = clockText({ ...start, hour: start.hour + 12 });
    remarks.push(`"${time}" was read as in the morning: if it is in the evening, write "${evening}"`);
  }
  const written = parseDuration(words.duration, lexicon);
  if (words.duration && !written)
    remarks.push(`"${words.duration}" is no duration that I can read: write for example "90 min"`);
  if (words.end && !range) remarks.push(`"${words.end}" is no end time that I can read, so no end is shown`);
  const minutes = range ? minutesBetween(range.start, range.end) : written;
  if (range && written && written !== minutes)
    remarks.push('the duration is not what lies between start and end: the end was used');
  return { start, ...(minutes && { minutes }) };
}

/** Throws a `RuleError` where a word cannot be read: better no date than a wrong one. */
export function parseWhen(words: WhenWords, lexicon: Lexicon): When {
  let { day, repeats, time } = words;
  const text = [repeats, day, time && words.end ? `${time} – ${words.end}` : time, words.start]
    .filter(Boolean)
    .join(', ');
  const arranged = lexicon.pattern('^(?:<arrangement>)');
  if ([day, repeats, time].some((cell) => arranged.test(plain(cell)))) return { text, remarks: [] };
  if (!text) return { remarks: ['it has no day and no time, so it is shown without a date'] };
  if (!time) [day, time] = splitTime(day, lexicon) ?? [day, time];
  if (!time) [repeats, time] = splitTime(repeats, lexicon) ?? [repeats, time];
  const remarks: string[] = [];
  const repeat = parseRepeats({ cells: [repeats, day], start: words.start, today: words.today }, lexicon);
  const span = time ? readSpan(words, time, remarks, lexicon) : undefined;
  if (repeat.start === undefined)
    return { text, remarks: [`${repeat.unclear}. Until then it is shown in these words`, ...remarks] };
  if (!span) return { text, remarks: ['it has no time, so it is shown without a date'] };
  return {
    start: `${repeat.start}T${clockText(span.start)}`,
    ...(span.minutes && { durationMinutes: span.minutes }),
    ...(repeat.rule && { rule: repeat.rule }),
    remarks,
  };
}
