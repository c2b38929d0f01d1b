/** Says the hours of a session and its state, under a heading that says the day. */
import { displayed, planned } from '../domain/agenda.js';
import type { Session } from '../domain/sessions.js';
import type { Locale } from '../i18n/locale.js';
import { aside } from './change-in-words.js';
import { dayInWords, endInWords, todayAt } from './when-in-words.js';

/** The hours alone: "18:30 to 20:00", or "18:30" without an end; under the day that it left, when it was planned to begin. */
export function hoursInWords(
  locale: Locale,
  { occurrence, away, time }: Session,
  viewerZone: string,
): string {
  if (away) return locale.time(time);
  const from = locale.time(displayed(occurrence, viewerZone).time);
  const to = endInWords(locale, occurrence, viewerZone);
  return to ? locale.say(locale.strings.fromTo, { from, to }) : from;
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
  const at = (date: string, time: string) => {
    const full = locale.day(date, today.slice(0, 4));
    const near = lasting ? full : dayInWords(locale, date, today);
    // Within a sentence it is "tomorrow".
    const day = near === full ? full : near.charAt(0).toLocaleLowerCase(locale.tag) + near.slice(1);
    return locale.say(strings.dayFrom, { day, from: locale.time(time) });
  };
  if (away) {
    const { date, time } = displayed(occurrence, viewerZone);
    return locale.say(strings.movedTo, { day: at(date, time) }) + (note && `.${note}`);
  }
  if (occurrence.status === 'moved') {
    const was = planned(occurrence, viewerZone);
    // Another room at the same hour: it has not come from anywhere.
    const from =
      occurrence.recurrenceId === occurrence.local
        ? word
        : locale.say(strings.movedHere, { day: at(was.slice(0, 10), was.slice(11, 16)) });
    return from + (note && `.${note}`);
  }
  if (occurrence.status === 'changed') return strings.changedOnce + (note && `:${note}`);
  return word + (note && `.${note}`);
}
