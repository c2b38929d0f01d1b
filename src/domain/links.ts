/**
 * The only door for links out of a feed: which may be followed at all, and the map, call and
 * mail links that are built on the device, so that nothing leaves it before someone taps.
 */
import type { Venue } from './meeting.js';
import { LONGEST } from './web-url.js';

export { allowedUrl, webUrl } from './web-url.js';

/** Directions to a venue. Google's universal link is the one that opens a map on every phone without an app of a certain make. */
export function mapUrl(venue: Venue): string | undefined {
  const { address, position, approximate, locality } = venue;
  // The centre of a town is not where people meet.
  if (approximate) return undefined;
  const destination = address
    ? [venue.name, address, locality]
        .filter((part, index) => part && (index === 1 || !address.includes(part)))
        .join(', ')
    : position
      ? `${position.latitude},${position.longitude}`
      : venue.name && locality
        ? [venue.name, locality, venue.postalCode].filter(Boolean).join(', ')
        : '';
  return destination
    ? `https://www.google.com/maps/dir/?${new URLSearchParams({ api: '1', destination: destination.slice(0, 500) })}`
    : undefined;
}

const PHONE = /\+?\d[\d\s().\u2010-\u2015/-]*/;

/**
 * A `tel:` link (RFC 3966) for the first number in the text. Pauses and codes of a one-tap dial-in
 * ("+1 646 876 9923,,123456#") stay, with # encoded; an extension becomes `;ext=`.
 */
export function telUrl(phone: string): string | undefined {
  const match = PHONE.exec(phone.slice(0, LONGEST));
  if (!match) return undefined;
  const after = phone.slice(match.index + match[0].length);
  // "+44 (0)113": the 0 is dialled only within the country. "0113 496 0001 / 0002": the first one.
  const number = match[0]
    .replace(/^(\+.*?)\(0\)/, '$1')
    .replace(/\s\/.*$/, '')
    .replace(/[^+\d]/g, '');
  if (number.length < 3 || number.length > 17) return undefined;
  const pauses = /^(?:,[\d,*#]*)/.exec(after)?.[0].replace(/,+$/, '').replaceAll('#', '%23') ?? '';
  const extension = /^,?\s*(?:ext(?:ension|n)?\.?|x|#)\s*:?\s*(\d{1,8})/i.exec(after)?.[1];
  return `tel:${number}${extension ? `;ext=${extension}` : pauses}`;
}

/** A `mailto:` link for one plain address; headers cannot be smuggled in. */
export function mailUrl(email: string): string | undefined {
  const match =
    /^(?:mailto:)?([^\s@<>"(),:;\\\p{Cs}]{1,64})@((?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,63})$/iu.exec(
      email.trim(),
    );
  return match
    ? `mailto:${encodeURIComponent(match[1] ?? '').replaceAll('%2B', '+')}@${match[2]}`
    : undefined;
}
