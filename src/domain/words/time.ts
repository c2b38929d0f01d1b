/**
 * Times, spans and lengths as people write them in English, Spanish, German and French.
 * What has two readings is not read: "7" alone says neither morning nor evening.
 */
import { plain } from './plain.js';

/** A time of day on the 24-hour clock. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

export interface TimeRange {
  readonly start: TimeOfDay;
  readonly end: TimeOfDay;
}

/** How sure a time is by itself: "7" is an hour and nothing else, "7:30" the 24-hour clock unless the other end of a span says am or pm, */
const BARE = 0;
const LITERAL = 1;
/** "18 h" and "18 Uhr" the 24-hour clock, "7 pm" and "noon" one half of the day. */
const CLOCK24 = 2;
const HALF = 3;

interface Reading extends TimeOfDay {
  readonly sure: number;
}

const NOON = /^(?:12 ?(?::00)? ?(?:uhr )?)?(?:noon|midday|(?:el )?mediodia|midi|mittags?)$/;
const MIDNIGHT = /^(?:12 ?(?::00)? ?)?(?:midnight|(?:la )?medianoche|minuit|mitternachts?)$/;
const MORNING = 'a ?m|in the morning|de la manana|du matin|morgens|vormittags';
const EVENING =
  "p ?m|in the (?:afternoon|evening)|de la tarde|de l'apres-midi|du soir|nachmittags|abends|at night|de la noche";
const CLOCK = 'h|hs|hrs?|hours|horas?|heures?|uhr';
const TIME = new RegExp(
  `^(\\d{1,2})(?: ?(?:[:.]|h|uhr) ?(\\d\\d))?(?::\\d\\d)? ?(?:(${CLOCK})\\b)? ?(?:(${MORNING})|(${EVENING}))?$`,
);
const MILITARY = new RegExp(`^([01]\\d|2[0-3])([0-5]\\d) ?(?:${CLOCK})?$`);
const BEFORE = /^(?:at|um|ab|gegen|(?:a )?las?|a) /;

function readTime(words: string): Reading | undefined {
  const text = words
    .replace(BEFORE, '')
    .replace(/\b([ap])\. ?m\b\.?/, '$1m')
    .replace(/[\s.,;]+$/, '');
  if (NOON.test(text)) return { hour: 12, minute: 0, sure: HALF };
  if (MIDNIGHT.test(text)) return { hour: 0, minute: 0, sure: HALF };
  const digits = MILITARY.exec(text);
  if (digits) return { hour: Number(digits[1]), minute: Number(digits[2]), sure: CLOCK24 };
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, clock, morning, evening] = match;
  const minute = Number(minutes ?? 0);
  let hour = Number(hours);
  if (hour === 24 && !minute) hour = 0;
  if (hour > 23 || minute > 59) return undefined;
  if (morning) {
    // "18:30 am" contradicts itself; "00:30 am" only says it twice.
    return hour > 12 ? undefined : { hour: hour % 12, minute, sure: HALF };
  }
  if (evening) {
    // "12 at night" and "1 at night" name the wrong half of the day for a sum.
    if (!hour || (/night|noche/.test(evening) && hour % 12 < 6)) return undefined;
    return { hour: (hour % 12) + 12, minute, sure: HALF };
  }
  return { hour, minute, sure: clock || text.includes('h') ? CLOCK24 : minutes ? LITERAL : BARE };
}

const time = ({ hour, minute }: TimeOfDay): TimeOfDay => ({ hour, minute });

/** "18:30", "6.30 pm", "18h30", "18.30 Uhr", "noon". A bare number is no time. */
export function parseTime(text: string): TimeOfDay | undefined {
  const reading = readTime(plain(text));
  return reading && reading.sure !== BARE ? time(reading) : undefined;
}

/** Minutes from one time of day to the next time it is the other; 0 when they are equal. */
export function minutesBetween(start: TimeOfDay, end: TimeOfDay): number {
  return ((end.hour - start.hour) * 60 + end.minute - start.minute + 1440) % 1440;
}

const FROM = /^(?:from|between|de|desde|entre|von|zwischen) /;
const TO = / ?- ?| (?:to|until|till?|and|a|hasta|y|bis|und|jusqu'a|et) /;

/** The times that one end of a span may mean, knowing the other end. */
function meanings(one: Reading, other: Reading): TimeOfDay[] {
  if (one.sure < CLOCK24 && other.sure === HALF && one.hour > 0 && one.hour < 13) {
    const hour = one.hour % 12;
    return [
      { hour, minute: one.minute },
      { hour: hour + 12, minute: one.minute },
    ];
  }
  return one.sure || other.sure || one.hour > 12 || other.hour > 12 ? [time(one)] : [];
}

/**
 * "18:30-20:00", "de 18h à 20h", "7–9pm". Where only one end says am or pm, the other takes the half
 * of the day that makes the span shorter: "7–9pm" starts in the evening, "10–12pm" in the morning.
 */
export function parseTimeRange(text: string): TimeRange | undefined {
  const parts = plain(text).replace(FROM, '').split(TO);
  const [first, last] = [parts[0], parts[1]].map((part) => readTime(part ?? ''));
  if (parts.length !== 2 || !first || !last) return undefined;
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

const HOURS = '(?:h|hs|hrs?|hours?|horas?|heures?|std|stunden?)(?![a-z])';
const MINUTES = "(?:'|m|mins?|minut(?:es?|os?|en?))";
const LENGTH = new RegExp(
  `^(?:(\\d+(?:[.,]\\d+)?|an?|one|un[ae]|eine?) ?-?${HOURS}\\.?)?(?: ?(?:and|y|et|und)? ?(?:(\\d+) ?-?${MINUTES}?\\.?|(a half|media|demie)))?$`,
);

/** Whole minutes: "90", "90 min", "1.5 hours", "1h30", "1:30", "PT90M". A bare number below 10 may be hours: not read. */
export function parseDuration(text: string): number | undefined {
  const words = plain(text)
    .replace('1⁄2', '.5')
    .replace(/^hora /, 'una hora ')
    .replace(/^p(t\d.*)$/, '$1')
    .replace(/^t/, '')
    .replace(/^half an hour$|^media hora$|^eine halbe stunde$|^une demi-heure$/, '30 min');
  const clock = /^(\d{1,2}):([0-5]\d)(?::00)?$/.exec(words);
  const match = LENGTH.exec(words);
  let minutes = 0;
  if (clock) minutes = Number(clock[1]) * 60 + Number(clock[2]);
  else if (match) {
    const [, hours, rest, half] = match;
    if (!hours && (half || (/^\d+$/.test(words) && Number(rest) < 10))) return undefined;
    const count = hours === undefined ? 0 : Number(hours.replace(',', '.'));
    minutes = (Number.isNaN(count) ? 1 : count) * 60 + (half ? 30 : Number(rest ?? 0));
  }
  return Number.isInteger(minutes) && minutes > 0 && minutes <= 1440 ? minutes : undefined;
}
