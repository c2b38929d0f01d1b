/** Says where a group meets: line by line, or in a few words. */
import type { Attendance, Venue } from '../domain/meeting.js';
import type { Row } from '../domain/query.js';
import type { Locale } from '../i18n/locale.js';

/** Nearer than this no distance is said: a place is not a point. */
const HERE_KM = 0.2;

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Its name, then its address as it should be printed, with what it lacks of town, region and postcode. */
export function venueLines({ name = '', address = '', locality, region, postalCode }: Venue): string[] {
  const said = bare(address);
  const lacks = (part = '') => !said.includes(bare(part)) && part;
  const town = lacks(locality);
  const whole = [address, town, (town || !address) && lacks(region), lacks(postalCode)];
  return [name, whole.filter(Boolean).join(', ')].filter(Boolean);
}

/** "In person", "Online", or both. */
export const attendanceInWords = ({ strings }: Locale, attendance: Attendance): string =>
  ({ 'in-person': strings.inPerson, online: strings.online, hybrid: strings.hybrid })[attendance];

/** "In person, Leeds, 3 miles away". */
export function placeInWords(locale: Locale, { meeting, distanceKm }: Row): string {
  const { strings } = locale;
  const attendance = meeting?.attendance;
  const how = attendance && attendanceInWords(locale, attendance);
  const town = attendance === 'online' ? undefined : (meeting?.venue?.locality ?? meeting?.venue?.name);
  const far =
    distanceKm === undefined || distanceKm < HERE_KM
      ? undefined
      : locale.say(strings.away, { distance: locale.distance(distanceKm) });
  return locale.enumerate([how, town, far].filter((part) => part !== undefined));
}
