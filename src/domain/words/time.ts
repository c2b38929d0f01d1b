/**
 * Times, spans and lengths as people write them.
 * What has two readings is not read: "7" alone says neither morning nor evening.
 */
import {
  BARE,
  CLOCK24,
  type ClockReading,
  HALF,
  minutesBetween,
  readClock,
  type TimeOfDay,
} from './clock.js';
import type { Lexicon } from './lexicon.js';
import { plain } from './plain.js';

export interface TimeRange {
  readonly start: TimeOfDay;
  readonly end: TimeOfDay;
}

const NOON = '^(?:12 ?(?::00)? ?(?:<oclock> )?)?<noon>$';
const MIDNIGHT = NOON.replace('noon', 'midnight');

/** Puts figures, "h", "am" and "pm" for the words of a time. */
function readTime(words: string, lexicon: Lexicon): ClockReading | undefined {
  const text = words.replace(lexicon.pattern('^<at> '), '').replace(/[\s.,;]+$/, '');
  const figures = text
    .replace(lexicon.pattern(NOON), '12pm')
    .replace(lexicon.pattern(MIDNIGHT), '12am')
    .replace(lexicon.pattern('<morning>$'), 'am')
    .replace(lexicon.pattern('(?:<evening>|<night>)$'), 'pm')
    .replace(lexicon.pattern('(\\d ?)<oclock>(?![a-z])'), '$1h');
  const reading = readClock(figures);
  // "12 at night" and "1 at night" name the wrong half of the day for a sum.
  return reading && reading.hour < 18 && lexicon.pattern('<night>$').test(text) ? undefined : reading;
}

const time = ({ hour, minute }: TimeOfDay): TimeOfDay => ({ hour, minute });

/** "18:30", "6.30 pm", "18h30", "18.30 Uhr", "noon". A bare number is no time. */
export function parseTime(text: string, lexicon: Lexicon): TimeOfDay | undefined {
  const reading = readTime(plain(text), lexicon);
  return reading && reading.sure !== BARE ? time(reading) : undefined;
}

/** "10-12" and "9-11.30" can hardly be of the evening. */
const ofMorning = (first: ClockReading, last: ClockReading) =>
  first.hour >= 9 && first.hour < last.hour && last.hour <= 12;

/** The times that one end of a span may mean, knowing the other end. */
function meanings(one: ClockReading, other: ClockReading): TimeOfDay[] {
  if (one.sure < CLOCK24 && other.sure === HALF && one.hour > 0 && one.hour < 13) {
    const { minute } = one;
    const hour = one.hour % 12;
    return [
      { hour, minute },
      { hour: hour + 12, minute },
    ];
  }
  return one.sure || other.sure || one.hour > 12 || other.hour > 12 ? [time(one)] : [];
}

/**
 * "18:30-20:00", "from 6 to 8 pm", "7–9pm". Where only one end says am or pm, the other takes the half
 * of the day that makes the span shorter: "7–9pm" starts in the evening, "10–12pm" in the morning.
 * @param sure Whether the words can be nothing but times: elsewhere "10-12" may be a date.
 */
export function parseTimeRange(text: string, lexicon: Lexicon, sure = false): TimeRange | undefined {
  const parts = plain(text)
    .replace(lexicon.pattern('^<from> '), '')
    .split(lexicon.pattern(' ?- ?| (?:<to>|<and>) '));
  const [first, last] = parts.map((part) => readTime(part, lexicon));
  if (parts.length !== 2 || !first || !last) return undefined;
  if (sure && !first.sure && !last.sure && ofMorning(first, last))
    return { start: time(first), end: time(last) };
  let best: TimeRange | undefined;
  let shortest = 1440;
  for (const start of meanings(first, last)) {
    for (const end of meanings(last, first)) {
      const minutes = minutesBetween(start, end);
      if (minutes && minutes < shortest) {
        shortest = minutes;
        best = { start, end };
      }
    }
  }
  // "11:00-1:30" would last until the next night: more likely a 12-hour clock without its am and pm.
  return shortest > 720 && first.sure !== HALF && last.sure !== HALF ? undefined : best;
}

const LENGTH =
  "^(?:(\\d+(?:[.,]\\d+)?|<one>)? ?-?(<hours>)\\.?)?(?: ?<and>? ?(?:(\\d+) ?-?(?:'|m|mins?|minut(?:es?|os?|en?))?\\.?|(<half>)))?$";

/** Whole minutes: "90", "90 min", "1.5 hours", "1h30", "1:30", "PT90M". A bare number below 10 may be hours: not read. */
export function parseDuration(text: string, lexicon: Lexicon): number | undefined {
  const words = plain(text)
    .replace('1⁄2', '.5')
    .replace(/^pt(?=\d)/, '')
    .replace(lexicon.pattern('^<halfHour>$'), '30 min');
  const clock = /^(\d{1,2}):([0-5]\d)(?::00)?$/.exec(words);
  if (clock) return within(Number(clock[1]) * 60 + Number(clock[2]));
  const [whole, count, hours, rest, half] = lexicon.pattern(LENGTH).exec(words) ?? [];
  if (!whole || (hours ? !count && !half : half || (whole === rest && Number(rest) < 10))) return undefined;
  const number = Number((count ?? '').replace(',', '.'));
  const wholeHours = hours ? (number >= 0 && /\d/.test(count ?? '') ? number : 1) : 0;
  return within(wholeHours * 60 + (half ? 30 : Number(rest ?? 0)));
}

const within = (minutes: number) =>
  Number.isInteger(minutes) && minutes > 0 && minutes <= 1440 ? minutes : undefined;
