/** Says what is different about one evening: cancelled, moved, changed. Never by a line through it alone. */
import { displayed, planned } from '../domain/agenda.js';
import type { Occurrence } from '../domain/meeting.js';
import type { Locale } from '../i18n/locale.js';
import { dayInWords, todayAt } from './when-in-words.js';
import { venueLines } from './where-in-words.js';

/** Where it is this time, and why: after a word for the change. */
export function aside(locale: Locale, { change, meeting }: Occurrence): string {
  const where = change?.venue
    ? locale.enumerate(venueLines(change.venue))
    : change?.joinUrl && meeting.attendance === 'in-person'
      ? locale.strings.online
      : '';
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
  const { status } = occurrence;
  const note = aside(locale, occurrence);
  const was = planned(occurrence, viewerZone);
  const date = was.slice(0, 10);
  const original = lasting ? locale.day(date, today.slice(0, 4)) : dayInWords(locale, date, today);
  if (status === 'cancelled')
    return locale.say(strings.noMeetingOn, { day: original }) + (note && `.${note}`);
  if (status === 'moved') {
    const is = displayed(occurrence, viewerZone);
    // On the same day it is the hour that moved.
    const hour = date === is.date && was.slice(11, 16) !== is.time;
    const day = hour
      ? locale.say(strings.dayFrom, { day: original, from: locale.time(was.slice(11, 16)) })
      : original;
    return locale.say(strings.movedFrom, { day }) + (note && `.${note}`);
  }
  if (status === 'changed') return strings.changedOnce + (note && `:${note}`);
  return undefined;
}
