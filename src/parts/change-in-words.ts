/** Says what is different about one evening: cancelled, moved, changed. Never by a line through it alone. */
import { displayed } from '../domain/agenda.js';
import type { Occurrence } from '../domain/meeting.js';
import type { Session } from '../domain/sessions.js';
import type { Locale } from '../i18n/locale.js';
import { dayInWords, todayAt } from './when-in-words.js';
import { venueLines } from './where-in-words.js';

/** Where it is this time, and why: after a word for the change. */
function aside(locale: Locale, { change }: Occurrence): string {
  const where = change?.venue ? locale.enumerate(venueLines(change.venue)) : '';
  return [where, change?.note ?? '']
    .filter(Boolean)
    .map((part) => ` ${locale.apart(part)}`)
    .join('.');
}

/** The words for a change or a cancelled evening; `undefined` when the session is as always. */
export function changeInWords(
  locale: Locale,
  occurrence: Occurrence,
  now: number,
  viewerZone: string,
  lasting = false,
): string | undefined {
  const { strings } = locale;
  const today = todayAt(occurrence.meeting, now, viewerZone);
  const { status, recurrenceId } = occurrence;
  const note = aside(locale, occurrence);
  const date = recurrenceId.slice(0, 10);
  const original = lasting ? locale.day(date, today.slice(0, 4)) : dayInWords(locale, date, today);
  if (status === 'cancelled')
    return locale.say(strings.noMeetingOn, { day: original }) + (note && `.${note}`);
  if (status === 'moved') {
    // On the same day it is the hour that moved.
    const hour = date === occurrence.local.slice(0, 10) && recurrenceId !== occurrence.local;
    const day = hour
      ? locale.say(strings.dayFrom, { day: original, from: locale.time(recurrenceId.slice(11, 16)) })
      : original;
    return locale.say(strings.movedFrom, { day }) + (note && `.${note}`);
  }
  if (status === 'changed') return strings.changedOnce + (note && `:${note}`);
  return undefined;
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
  return word + (note && `${occurrence.status === 'changed' ? ':' : '.'}${note}`);
}
