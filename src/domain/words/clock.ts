/** Times of day in figures, as every language writes them: "18:30", "6.30 pm", "18h30". */

/** A time of day on the 24-hour clock. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** How sure a time is by itself: "7" is an hour and nothing else. */
export const BARE = 0;
/** "7:30" is of the 24-hour clock unless the other end of a span says am or pm. */
const LITERAL = 1;
/** "18 h" is of the 24-hour clock. */
export const CLOCK24 = 2;
/** "7 pm" names one half of the day. */
export const HALF = 3;

export interface ClockReading extends TimeOfDay {
  readonly sure: number;
}

const TIME = /^(\d{1,2})(?: ?([:.h]) ?(\d\d))?(?::\d\d)? ?(h)? ?(?:([ap])\.? ?m\.?)?$/;
const MILITARY = /^([01]\d|2[0-3])([0-5]\d) ?h?$/;

/** @param text In lower case. */
export function readClock(text: string): ClockReading | undefined {
  const digits = MILITARY.exec(text);
  if (digits) return { hour: Number(digits[1]), minute: Number(digits[2]), sure: CLOCK24 };
  const [, hours, mark, minutes, clock, half] = TIME.exec(text) ?? [];
  if (!hours) return undefined;
  const minute = Number(minutes ?? 0);
  const hour = hours === '24' && !minute ? 0 : Number(hours);
  // "18:30 am" contradicts itself; "00:30 am" only says it twice.
  if (hour > 23 || minute > 59 || (half === 'a' && hour > 12) || (half === 'p' && !hour)) return undefined;
  if (half) return { hour: (hour % 12) + (half === 'p' ? 12 : 0), minute, sure: HALF };
  return { hour, minute, sure: clock || mark === 'h' ? CLOCK24 : minutes ? LITERAL : BARE };
}

/** "18:30", "6:30 PM". A bare number is no time. */
export function parseClock(text: string): TimeOfDay | undefined {
  const { hour, minute, sure } = readClock(text.replace(/\s+/g, ' ').trim().toLowerCase()) ?? {
    hour: 0,
    minute: 0,
    sure: BARE,
  };
  return sure === BARE ? undefined : { hour, minute };
}

/** "18:30", for a date's time. */
export const clockText = ({ hour, minute }: TimeOfDay) =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/** Minutes from one time of day to the next time it is the other; 0 when they are equal. */
export function minutesBetween(start: TimeOfDay, end: TimeOfDay): number {
  return ((end.hour - start.hour) * 60 + end.minute - start.minute + 1440) % 1440;
}
