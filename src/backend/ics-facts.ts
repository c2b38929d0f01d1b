/**
 * What one event of a calendar says besides its dates: what it is called, where it is, how to join from home. Programs hide the
 * links to their rooms in many places; names and addresses of organisers and guests are never read.
 */
import type { State } from '../domain/icalendar/called-off.js';
import { type Component, valueIn } from '../domain/icalendar/components.js';
import { unescapeText } from '../domain/icalendar/content-line.js';
import { hasWords } from '../domain/icalendar/telling-words.js';
import { webUrl } from '../domain/links.js';
import type { Attendance, Meeting, Position } from '../domain/meeting.js';
import { parseAddress } from '../domain/words/address.js';
import { given, prose, text } from './record.js';

/** Brings what few calendars need. */
export type Further = () => Promise<typeof import('./ics-further.js')>;

/** What is said of an evening that is off or elsewhere. */
export interface Off {
  readonly state: State;
  /** The words, unless the note has them. */
  readonly all: string;
  /** The same, or '' where they say no more than the state does. */
  readonly more: string;
}

/** The words of an event, as they are written. */
export interface Said {
  readonly title: string;
  readonly note: string;
  readonly place: string;
  readonly page?: string | undefined;
}

/** What the words mean. */
export interface Found extends Pick<Said, 'title' | 'note' | 'place'> {
  readonly off?: Off | undefined;
  readonly isPlain?: boolean;
  readonly point?: Position | undefined;
  readonly topics?: readonly string[];
  /** The place is "online" or the like. */
  readonly isNoPlace?: boolean;
  readonly isRemote?: boolean;
  readonly link?: string | undefined;
  readonly phone?: string | undefined;
  /** Lines that one needs at the door of an online room. */
  readonly codes?: string;
}

export interface Facts {
  /** The name, without words that call it off. */
  readonly title: string;
  /** What title or note say of the evening. */
  readonly off?: Off;
  /** The note begins with it and says no more, or the title says it. */
  readonly isPlain: boolean;
  readonly note?: string;
  readonly way: Pick<Meeting, 'attendance' | 'venue' | 'joinUrl' | 'joinPhone' | 'joinNote'>;
  readonly topics: readonly string[];
  readonly url?: string;
}

const textOf = (event: Component, name: string): string =>
  unescapeText(valueIn(event, name)?.slice(0, 20_000) ?? '');

/** The links that programs add under names of their own. */
const LINKS = [
  'X-GOOGLE-CONFERENCE',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
];

/** Whether an event has what only the further part reads: it is loaded for too many rather than for too few. */
const needsFurther = (event: Component, { title, note, place, page }: Said): boolean =>
  [...LINKS, 'CONFERENCE', 'CATEGORIES', 'GEO'].some((name) => valueIn(event, name)) ||
  /<|https?:|-::|[-_.*=~]{10}/i.test(note + place) ||
  hasWords(`${title}\n${place}\n${page}`, note);

export async function factsOf(event: Component, further: Further): Promise<Facts> {
  const said = {
    title: text(textOf(event, 'SUMMARY')),
    note: textOf(event, 'DESCRIPTION') || textOf(event, 'X-ALT-DESC'),
    place: textOf(event, 'LOCATION'),
    page: webUrl(textOf(event, 'URL')),
  };
  const found: Found = needsFurther(event, said) ? (await further()).wordsOf(event, said, LINKS) : said;
  const { title, off, isPlain, isRemote, link, phone, point } = found;
  const place = text(found.place.replace(/[\r\n]+/g, ', ')).replace(/^[\s;,|/-]+|[\s;,|/-]+$/g, '');
  const { street: _, ...parts } = parseAddress(place);
  const venue =
    (place || point) && !found.isNoPlace ? given({ address: place, ...parts, position: point }) : undefined;
  return {
    title,
    isPlain: isPlain ?? false,
    way: given({
      attendance: (!isRemote ? 'in-person' : venue ? 'hybrid' : 'online') as Attendance,
      venue,
      joinUrl: link,
      joinPhone: phone,
      joinNote: prose(found.codes, 500),
    }),
    topics: found.topics ?? [],
    ...given({ off, note: prose(found.note), url: said.page === link ? undefined : said.page }),
  };
}

/** RFC 5545 3.8.1.3: CONFIDENTIAL is as little for everybody as PRIVATE. */
export const isPrivate = (event: Component): boolean =>
  /^(?:private|confidential)$/i.test(valueIn(event, 'CLASS') ?? '');

/** What a webmaster knows an event by; never the name of a private one. */
export const called = (event: Component): string =>
  `"${text((isPrivate(event) ? '' : textOf(event, 'SUMMARY')) || (valueIn(event, 'UID') ?? 'an event'), 60)}"`;
