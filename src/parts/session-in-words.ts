/** Says the hours of a session and its state, under a heading that says the day. */
import { displayed, displayZone } from '../domain/agenda.js';
import type { Occurrence } from '../domain/meeting.js';
import { DAY_MS } from '../domain/recurrence/plain-day.js';
import { localTime } from '../domain/recurrence/zone.js';
import type { Session } from '../domain/sessions.js';
import type { Locale } from '../i18n/locale.js';
import { aside } from './change-in-words.js';
import { dayInWords, todayAt } from './when-in-words.js';

/** The hours alone, under a heading that says the day: "18:30 to 20:00", or "18:30" without an end. */
export function hoursInWords(locale: Locale, occurrence: Occurrence, viewerZone: string): string {
  const { meeting, start, end } = occurrence;
  const shown = displayed(occurrence, viewerZone);
  const from = locale.time(shown.time);
  if (end === undefined) return from;
  const close = localTime(end, displayZone(meeting, viewerZone) ?? viewerZone);
  const time = locale.time(close.slice(11, 16));
  // Past midnight the hour says enough; a day or more later it does not.
  const to =
    end - start < DAY_MS
      ? time
      : locale.say(locale.strings.dayFrom, {
          day: locale.day(close.slice(0, 10), shown.date.slice(0, 4)),
          from: time,
        });
  return locale.say(locale.strings.fromTo, { from, to });
}

/** One word or two for the state of a session, where there is little room; nothing for one that is as always. */
export function stateWord(
  { strings }: Locale,
  { occurrence: { status, change }, away }: Session,
): string | undefined {
  if (away || status === 'moved') return strings.moved;
  if (status === 'cancelled') return change ? strings.cancelled : strings.noMeeting;
  return status === 'changed' ? strings.changed : undefined;
}

/** The same in full, under the day on which the session stands. @param lasting Dates in full, for paper. */
export function stateInWords(
  locale: Locale,
  session: Session,
  now: number,
  viewerZone: string,
  lasting = false,
): string | undefined {
  const { strings } = locale;
  const { occurrence, away } = session;
  const word = stateWord(locale, session);
  if (!word) return undefined;
  const note = aside(locale, occurrence);
  const today = todayAt(occurrence.meeting, now, viewerZone);
  const at = (date: string, time: string) =>
    locale.say(strings.dayFrom, {
      day: lasting ? locale.day(date, today.slice(0, 4)) : dayInWords(locale, date, today),
      from: locale.time(time),
    });
  if (away) {
    const { date, time } = displayed(occurrence, viewerZone);
    return locale.say(strings.movedTo, { day: at(date, time) }) + (note && `.${note}`);
  }
  if (occurrence.status === 'moved') {
    const { recurrenceId } = occurrence;
    // Another room at the same hour: it has not come from anywhere.
    const from =
      recurrenceId === occurrence.local
        ? word
        : locale.say(strings.movedHere, { day: at(recurrenceId.slice(0, 10), recurrenceId.slice(11, 16)) });
    return from + (note && `.${note}`);
  }
  if (occurrence.status === 'changed') return strings.changedOnce + (note && `:${note}`);
  return word + (note && `.${note}`);
}
