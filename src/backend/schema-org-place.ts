/** Where an event takes place: a Place, an address, a VirtualLocation, or several of them. */

import { webUrl } from '../domain/links.js';
import type { Attendance, Venue } from '../domain/meeting.js';
import { parseAddress } from '../domain/words/address.js';
import { countryCode } from '../domain/words/country.js';
import { given, pointOf, text } from './record.js';
import { memberOf, type NodeReader, withoutTags } from './schema-org-node.js';

export interface Whereabouts {
  readonly attendance: Attendance;
  readonly venue?: Venue;
  readonly joinUrl?: string;
  readonly access: readonly string[];
}

const MOST_PLACES = 20;

const ONLINE_NAME = /^(?:zoom|online|virtual|skype|google meet|microsoft teams|teams|telephone|phone)\b/i;

function addressOf(place: NodeReader): Venue {
  const address = place.types.includes('PostalAddress') ? place : place.nodes('address')[0];
  if (!address) {
    const line = place.text('address', 300);
    const { street, ...parts } = parseAddress(line ?? '');
    return given({ address: line, ...parts });
  }
  const street =
    address.all('streetAddress').length > 1
      ? address.words('streetAddress').join(', ')
      : address.text('streetAddress');
  const locality = address.text('addressLocality');
  const region = address.text('addressRegion');
  const postalCode = address.text('postalCode');
  const country = address.words('addressCountry')[0];
  const tail = [region, postalCode].filter(Boolean).join(' ');
  return given({
    address: [...new Set([street, locality, tail, country])].filter(Boolean).join(', ') || undefined,
    locality,
    region,
    postalCode,
    country: country && countryCode(country),
  });
}

function venueOf(place: NodeReader): Venue {
  const point = pointOf(place.nodes('geo')[0] ?? place);
  const venue = addressOf(place);
  const name = place.text('name');
  return { ...given({ name: name === venue.address ? undefined : name, position: point }), ...venue };
}

/** What a place offers that it says it has. */
function accessOf(node: NodeReader): string[] {
  const offered = node
    .nodes('amenityFeature')
    .filter((feature) => !/^(?:false|no|0)$/i.test(String(feature.raw('value') ?? true)));
  return [
    ...offered.flatMap((feature) => feature.text('name') ?? []),
    ...node.words('accessibilityFeature', true),
    ...node.words('accessibilitySupport'),
  ];
}

const MODES: Readonly<Record<string, Attendance>> = {
  OfflineEventAttendanceMode: 'in-person',
  OnlineEventAttendanceMode: 'online',
  MixedEventAttendanceMode: 'hybrid',
};

/** @param page The event's own page: it is no room to join. */
export function readWhereabouts(event: NodeReader, page: string | undefined): Whereabouts {
  const venues: Venue[] = [];
  const access = new Set(accessOf(event));
  let online = false;
  let joinUrl: string | undefined;
  for (const value of event.all('location').slice(0, MOST_PLACES)) {
    const place = event.at(value);
    if (!place) {
      const line = typeof value === 'string' ? text(withoutTags(value), 300) : '';
      if (/^https?:/.test(line)) joinUrl ??= webUrl(line);
      if (/^https?:/.test(line) || ONLINE_NAME.test(line)) online = true;
      else if (line) {
        const { street, ...parts } = parseAddress(line);
        venues.push({ address: line, ...parts });
      }
    } else if (place.types.includes('VirtualLocation')) {
      online = true;
      joinUrl ??= place.link('url');
    } else {
      for (const word of accessOf(place)) access.add(word);
      const venue = venueOf(place);
      if (ONLINE_NAME.test(venue.name ?? '') && !venue.address) {
        online = true;
        joinUrl ??= place.link('url');
      } else if (Object.keys(venue).length) venues.push(venue);
    }
  }
  const [venue] = venues;
  if (joinUrl === page) joinUrl = undefined;
  const mode = MODES[memberOf(event.all('eventAttendanceMode')[0])];
  const movedOnline = memberOf(event.own('eventStatus')[0]) === 'EventMovedOnline';
  // Many tools write "offline" whatever the place: what can only be joined online is online.
  const seen = online ? (venue ? 'hybrid' : 'online') : 'in-person';
  const attendance = movedOnline ? 'online' : !mode || (mode === 'in-person' && online) ? seen : mode;
  if (mode === 'in-person' && attendance === 'online' && !movedOnline)
    event.remark('eventAttendanceMode is offline, but the location is online: it is shown as online');
  return given({
    attendance,
    venue: venue && (attendance === 'online' ? origin(venue) : venue),
    joinUrl,
    access: [...access],
  });
}

/** The address of an online meeting is where it comes from, not where people go. */
function origin({ locality, region, country }: Venue): Venue | undefined {
  const found = given({ locality, region, country });
  return Object.keys(found).length ? found : undefined;
}
