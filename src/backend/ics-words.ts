/**
 * What hides in the words of an event: that it is called off, how to join from home, a web page in small. Many calendars have
 * none of it, so it comes with the further part.
 */
import { type CalledOff, calledOff, calledOffInNote } from '../domain/icalendar/called-off.js';
import type { Component } from '../domain/icalendar/components.js';
import { textList, unescapeText } from '../domain/icalendar/content-line.js';
import { plainText, roomIn } from '../domain/icalendar/rich-text.js';
import { webUrl } from '../domain/links.js';
import type { Found, Off, Said } from './ics-facts.js';
import { number, position, text } from './record.js';

/** What programs write as a place when there is none. */
const NO_PLACE =
  /^(?:online|virtual|zoom|google meet|skype|(?:microsoft )?teams|webex|telephone|phone|video|conference call|jitsi)\b/i;
const LINK = /https?:\/\/[^\s<>"]+/i;
/** Lines that one needs at the door of an online room. */
const CODES =
  /^.*\b(?:meeting[ -]?id|webinar id|pass ?code|password|access code|kenncode|kennwort|besprechungs-id|c[óo]digo de acceso|contrase[ñn]a|id de r[ée]union|code secret|mot de passe)\b.*$/gim;

/** The words about the change: all of them, and those that say more than the state does. */
function saying({ state, said }: CalledOff, note: string): Off {
  const all = note.includes(said) ? '' : said.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
  return { state, all, more: /\s/.test(all) ? all : '' };
}

function topicsOf(categories: readonly string[]): string[] {
  const words = categories.flatMap((list) => textList(list.slice(0, 2000))).map((word) => text(word, 60));
  // Outlook's colours are no topics.
  return [...new Set(words.filter((word) => word && !/^\w+ category$/i.test(word)))].slice(0, 20);
}

export function wordsOf(
  event: Component,
  { title, note: written, place: location, page }: Said,
  links: readonly string[],
): Found {
  const all = (name: string) => event.properties.get(name)?.slice(0, 20) ?? [];
  const firstOf = (name: string) => all(name)[0]?.value ?? '';
  const conferences = all('CONFERENCE');
  const note = plainText(written);
  const [latitude, longitude] = unescapeText(firstOf('GEO')).split(/[;,]/).map(number);
  const inTitle = calledOff(title);
  const off = inTitle ?? calledOffInNote(note);
  // RFC 7986: a link, or a number to dial.
  const video = conferences.filter(({ parameters }) => /FEATURE=[^;]*VIDEO/i.test(parameters));
  const urls = [...video, ...conferences].map(({ value }) => value).concat(links.map(firstOf));
  const link =
    urls.map(webUrl).find((url) => url) ??
    roomIn(location) ??
    webUrl(LINK.exec(location)?.[0] ?? '') ??
    (page && roomIn(page)) ??
    roomIn(note || written);
  const phone = conferences
    .map(({ value }) => /^\s*tel:([+\d][\d().,*#-]+)/i.exec(value)?.[1])
    .find((tel) => tel);
  const place = location.replace(LINK, ' ');
  const isNoPlace = NO_PLACE.test(place.replace(/^[\s;,|/-]+/, ''));
  const isRemote = Boolean(link ?? phone) || isNoPlace;
  const codes = isRemote ? (note.match(CODES) ?? []) : [];
  return {
    title: inTitle ? inTitle.rest : title,
    note: codes.length ? note.replace(CODES, '') : note,
    place,
    point: position(latitude, longitude),
    topics: topicsOf(all('CATEGORIES').map(({ value }) => value)),
    off: off && saying(off, note),
    isPlain: Boolean(inTitle ?? off?.rest === ''),
    isNoPlace,
    isRemote,
    link,
    phone,
    codes: codes.slice(0, 5).join('\n'),
  };
}
