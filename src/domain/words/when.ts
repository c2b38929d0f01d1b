/** Puts together what a listing says about when, in several cells or in one: day, repeat, time, end, first date. */
import type { LocalDate, LocalDateTime } from '../meeting.js';
import { type Rule, RuleError } from '../recurrence/rule.js';
import { plain } from './plain.js';
import { parseRepeats } from './repeats.js';
import { minutesBetween, parseDuration, parseTime, parseTimeRange, type TimeOfDay } from './time.js';

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

const BY_ARRANGEMENT =
  /^(?:by|on) (?:arrangement|appointment|request|demand)|^(?:dates? |times? )?var(?:y|ies|ious|iable)|^tb[acd]$|^to be (?:confirmed|announced|arranged)|^(?:please )?(?:ring|call|contact|email|ask|see)\b|^nach (?:vereinbarung|absprache)|^auf anfrage|^(?:a convenir|previa cita|consultar|segun )|^(?:sur (?:rendez-?vous|demande)|a definir)|^flexib/;

const isTime = (text: string) => parseTimeRange(text) !== undefined || parseTime(text) !== undefined;

/** "Tuesdays from 6.30 to 8pm" into day and time, where the end of the words is a time. */
function splitTime(words: string): [day: string, time: string] | undefined {
  for (const gap of words.slice(0, 200).matchAll(/[\s,]+(?=\d)/g)) {
    const time = words.slice(gap.index + gap[0].length);
    if (isTime(time)) {
      return [
        words
          .slice(0, gap.index)
          .replace(/[\s,:-]*\b(?:at|from|between|um|von|ab|a las?|de|des|desde|à|a)?$/i, ''),
        time,
      ];
    }
  }
  return undefined;
}

interface Span {
  readonly start: TimeOfDay;
  readonly minutes?: number;
}

function readSpan(words: WhenWords, time: string, remarks: string[]): Span {
  const range = parseTimeRange(time) ?? (words.end && parseTimeRange(`${time} - ${words.end}`));
  const start = range ? range.start : parseTime(time);
  if (!start)
    throw new RuleError(`'${time}' is no time that I can read: write for example "18:30" or "6:30 pm"`);
  if (start.hour > 0 && start.hour < 7 && !/[ap]\.? ?m|h|mañana|matin|morgen/i.test(time)) {
    remarks.push(
      `"${time}" was read as in the morning: if it is in the evening, write "${start.hour + 12}:${String(start.minute).padStart(2, '0')}"`,
    );
  }
  const written = parseDuration(words.duration);
  if (words.duration && !written)
    remarks.push(`"${words.duration}" is no duration that I can read: write for example "90 min"`);
  if (words.end && !range) remarks.push(`"${words.end}" is no end time that I can read, so no end is shown`);
  const minutes = range ? minutesBetween(range.start, range.end) : written;
  if (range && written && written !== minutes)
    remarks.push(`the duration is not what lies between start and end: the end was used`);
  return { start, ...(minutes && { minutes }) };
}

/** Throws a `RuleError` where a word cannot be read: better no date than a wrong one. */
export function parseWhen(words: WhenWords): When {
  let { day, repeats, time } = words;
  const text = [repeats, day, time && words.end ? `${time} – ${words.end}` : time, words.start]
    .filter(Boolean)
    .join(', ');
  if ([day, repeats, time].some((cell) => BY_ARRANGEMENT.test(plain(cell)))) return { text, remarks: [] };
  if (!day && !repeats && !time && !words.start)
    return { remarks: ['it has no day and no time, so it is shown without a date'] };
  if (!time) [day, time] = splitTime(day) ?? [day, time];
  if (!time) [repeats, time] = splitTime(repeats) ?? [repeats, time];
  const remarks: string[] = [];
  const repeat = parseRepeats({ cells: [repeats, day], start: words.start, today: words.today });
  const span = time ? readSpan(words, time, remarks) : undefined;
  if (repeat.start === undefined)
    return { text, remarks: [`${repeat.unclear}. Until then it is shown in these words`, ...remarks] };
  if (!span) return { text, remarks: ['it has no time, so it is shown without a date'] };
  const clock = `${String(span.start.hour).padStart(2, '0')}:${String(span.start.minute).padStart(2, '0')}`;
  return {
    start: `${repeat.start}T${clock}`,
    ...(span.minutes && { durationMinutes: span.minutes }),
    ...(repeat.rule && { rule: repeat.rule }),
    remarks,
  };
}
