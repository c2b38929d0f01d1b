/**
 * What one event of a calendar says besides its dates: what it is called, where it is, how to join from home. Programs hide the
 * links to their rooms in many places; names and addresses of organisers and guests are never read.
 */
import { type CalledOff, calledOff, calledOffInNote } from '../domain/icalendar/called-off.js';
import { type Component, valueIn } from '../domain/icalendar/components.js';
import { parameter, textList, unescapeText } from '../domain/icalendar/content-line.js';
import { plainText, roomIn } from '../domain/icalendar/rich-text.js';
import { webUrl } from '../domain/links.js';
import type { Attendance, Meeting, Venue } from '../domain/meeting.js';
import { parseAddress } from '../domain/words/address.js';
import { given, number, position, prose, text } from './record.js';

export interface Facts {
  /** The name, without words that call it off. */
  readonly title: string;
  /** What title or note say of the evening. */
  readonly off?: CalledOff;
  /** The note begins with it and says no more, or the title says it. */
  readonly isPlain: boolean;
  readonly note?: string;
  readonly way: Pick<Meeting, 'attendance' | 'venue' | 'joinUrl' | 'joinPhone' | 'joinNote'>;
  readonly topics: readonly string[];
  readonly url?: string;
}

/** What programs write as a place when there is none. */
const NO_PLACE =
  /^(?:online|virtual|zoom|google meet|skype|(?:microsoft )?teams|webex|telephone|phone|video|conference call|jitsi)\b/i;
const LINK = /https?:\/\/[^\s<>"]+/i;
/** Lines that one needs at the door of an online room. */
const CODES =
  /^.*\b(?:meeting[ -]?id|webinar id|pass ?code|password|access code|kenncode|kennwort|besprechungs-id|c[óo]digo de acceso|contrase[ñn]a|id de r[ée]union|code secret|mot de passe)\b.*$/gim;

const textOf = (event: Component, name: string): string =>
  unescapeText(valueIn(event, name)?.slice(0, 20_000) ?? '');

const LINKS = [
  'X-GOOGLE-CONFERENCE',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
];

/** RFC 7986's CONFERENCE: a link, or a number to dial. */
function conferences(event: Component): { link?: string | undefined; phone?: string | undefined } {
  const all = (event.properties.get('CONFERENCE') ?? []).slice(0, 20);
  const video = all.filter((one) => /VIDEO/i.test(parameter(one, 'FEATURE') ?? ''));
  return {
    link: [...video, ...all].map(({ value }) => webUrl(value)).find((url) => url),
    phone: all.map(({ value }) => /^\s*tel:([+\d][\d().,*#-]+)/i.exec(value)?.[1]).find((tel) => tel),
  };
}

function venueOf(event: Component, place: string): Venue | undefined {
  const [latitude, longitude] = textOf(event, 'GEO').split(/[;,]/).map(number);
  const point = position(latitude, longitude);
  const { street: _, ...parts } = parseAddress(place);
  return place || point ? given({ address: place, ...parts, position: point }) : undefined;
}

function wayOf(event: Component, note: string): Facts['way'] {
  const location = textOf(event, 'LOCATION');
  const conference = conferences(event);
  const page = webUrl(textOf(event, 'URL'));
  const link =
    conference.link ??
    LINKS.map((name) => webUrl(valueIn(event, name) ?? '')).find((url) => url) ??
    roomIn(location) ??
    webUrl(LINK.exec(location)?.[0] ?? '') ??
    (page && roomIn(page)) ??
    roomIn(note);
  const place = text(location.replace(/[\r\n]+/g, ', ').replace(LINK, ' ')).replace(
    /^[\s;,|/-]+|[\s;,|/-]+$/g,
    '',
  );
  const venue = NO_PLACE.test(place) ? undefined : venueOf(event, place);
  const online = link ?? conference.phone;
  const attendance: Attendance = venue
    ? online
      ? 'hybrid'
      : 'in-person'
    : online || place
      ? 'online'
      : 'in-person';
  const codes = attendance === 'in-person' ? [] : (note.match(CODES) ?? []);
  return given({
    attendance,
    venue,
    joinUrl: link,
    joinPhone: conference.phone,
    joinNote: prose(codes.slice(0, 5).join('\n'), 500) || undefined,
  });
}

function topicsOf(event: Component): string[] {
  const written = (event.properties.get('CATEGORIES') ?? []).slice(0, 20);
  const words = written.flatMap(({ value }) => textList(value.slice(0, 2000))).map((word) => text(word, 60));
  // Outlook's colours are no topics.
  return [...new Set(words.filter((word) => word && !/^\w+ category$/i.test(word)))].slice(0, 20);
}

export function factsOf(event: Component): Facts {
  const written = textOf(event, 'DESCRIPTION');
  const whole = plainText(written || textOf(event, 'X-ALT-DESC'));
  const title = text(textOf(event, 'SUMMARY'));
  const inTitle = calledOff(title);
  const inNote = inTitle ? undefined : calledOffInNote(whole);
  const page = webUrl(textOf(event, 'URL'));
  const way = wayOf(event, whole || written);
  return {
    title: inTitle ? inTitle.rest : title,
    isPlain: Boolean(inTitle ?? inNote?.rest === ''),
    way,
    topics: topicsOf(event),
    ...given({
      off: inTitle ?? inNote,
      note: prose(way.joinNote ? whole.replace(CODES, '') : whole) || undefined,
      url: page === way.joinUrl ? undefined : page,
    }),
  };
}

/** RFC 5545 3.8.1.3: CONFIDENTIAL is as little for everybody as PRIVATE. */
export const isPrivate = (event: Component): boolean =>
  /^(?:private|confidential)$/i.test(valueIn(event, 'CLASS') ?? '');

/** What a webmaster knows an event by; never the name of a private one. */
export const called = (event: Component): string =>
  `"${text((isPrivate(event) ? '' : textOf(event, 'SUMMARY')) || (valueIn(event, 'UID') ?? 'an event'), 60)}"`;
