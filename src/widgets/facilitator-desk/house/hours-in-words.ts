/** When the team reads, as one line for the team itself. */
import type { ReadingTimes } from '../../../domain/desk/reading-times.js';
import type { NextReading } from '../../../domain/reading-hours.js';
import type { Speech } from '../desk-screen.js';

export interface TimesInWords {
  /** '' before the box was opened. */
  readonly said: string;
  /** When it is next. */
  readonly next?: string;
}

/** @param times Absent where another program wrote them in a way that the form cannot show. */
export function hoursInWords(
  times: ReadingTimes | undefined,
  reading: NextReading,
  { locale, words }: Speech,
): TimesInWords {
  const next =
    reading.kind === 'next'
      ? locale.say(words.settingsHoursNext, {
          day: locale.day(reading.local.slice(0, 10)),
          time: locale.time(reading.local.slice(11, 16)),
        })
      : undefined;
  const more = next === undefined ? {} : { next };
  if (!times) return { said: words.settingsHoursOtherShort, ...more };
  const { minutes } = times;
  const values = {
    every: times.everyWeeks === 2 ? words.settingsHoursSecond : words.settingsHoursWeekly,
    days: locale.list(times.days.map((day) => locale.weekday(day))),
    time: locale.time(times.time),
    zone: times.timeZone,
  };
  const said =
    minutes === undefined
      ? locale.say(words.settingsHoursOpen, values)
      : locale.say(words.settingsHoursEvening, { ...values, n: minutes });
  return { said, ...more };
}
