/** `print-groups`: the list as plain HTML, to stand inside the element for browsers without script, search engines and paper. */
import { helpLines } from '../content/help-lines.js';
import type { Directory } from '../domain/directory.js';
import { contactFor, type Group } from '../domain/group.js';
import { countryOf } from '../domain/help-country.js';
import { type Help, helpFor } from '../domain/help-line.js';
import { mailUrl, telUrl, webUrl } from '../domain/links.js';
import type { Meeting } from '../domain/meeting.js';
import { nextOccurrence } from '../domain/recurrence/occurrences.js';
import { localTime } from '../domain/recurrence/zone.js';
import { en } from '../i18n/en.js';
import { Locale, stringsFor } from '../i18n/locale.js';
import { repeatOf, undatedInWords } from '../parts/when-in-words.js';
import { attendanceInWords, venueLines } from '../parts/where-in-words.js';
import { eventData, withOffset } from './event-data.js';
import { call, escaped, helpOf, link, type PublishOptions, publish } from './printed.js';
import type { World } from './run.js';
import { type Given, leftOutOf, ownZone, readAll } from './sources.js';

export interface PrintOptions extends PublishOptions {
  readonly lang?: string | undefined;
  readonly country?: string | undefined;
}

const line = (parts: readonly string[]): string[] => {
  const there = parts.filter(Boolean);
  return there.length > 0 ? [`    <p dir="auto">${there.join(', ')}</p>`] : [];
};

/** "Every Tuesday, 18:30 to 20:00", with the next date. */
function when(locale: Locale, meeting: Meeting, now: number, zone: string): string {
  const { strings } = locale;
  const next = nextOccurrence(meeting, now, zone);
  const said = repeatOf(locale, meeting);
  if (!next) return escaped(undatedInWords(locale, meeting));
  const at = meeting.timeZone ? next.local : localTime(next.start, zone);
  const minutes = next.end === undefined ? undefined : next.end;
  const to = minutes === undefined ? undefined : localTime(minutes, meeting.timeZone ?? zone).slice(11);
  const date = locale.day(at.slice(0, 10), localTime(now, zone).slice(0, 4));
  const datetime = meeting.timeZone ? withOffset(at, next.start) : at;
  const hours = (day: string) =>
    to
      ? locale.say(strings.dayFromTo, { day, from: locale.time(at.slice(11)), to: locale.time(to) })
      : locale.say(strings.dayFrom, { day, from: locale.time(at.slice(11)) });
  const time = `<time datetime="${escaped(datetime)}">${escaped(hours(date))}</time>`;
  // A mark that no phrase holds stands for what is no plain text.
  return said
    ? `${escaped(said)}. ${escaped(locale.say(strings.nextUp, { next: '\0' })).replace('\0', time)}`
    : time;
}

function where(locale: Locale, { attendance, venue, joinUrl }: Meeting): string[] {
  const way = attendanceInWords(locale, attendance);
  const online = attendance === 'in-person' ? undefined : webUrl(joinUrl ?? '');
  return [
    online ? link(online, way) : escaped(way),
    ...(venue && attendance !== 'online' ? venueLines(venue).map(escaped) : []),
  ];
}

function groupLines(locale: Locale, group: Group, directory: Directory, now: number, zone: string): string[] {
  const page = webUrl(group.url ?? '');
  const contact = contactFor(group, directory.organisation);
  const tel = telUrl(contact?.phone ?? '');
  const mail = mailUrl(contact?.email ?? '');
  return [
    '  <li>',
    `    <h3 dir="auto">${page ? link(page, group.name) : escaped(group.name)}</h3>`,
    ...line([escaped(group.summary ?? '')]),
    ...line(group.topics.map(escaped)),
    ...group.meetings.flatMap((meeting) => [
      ...line([when(locale, meeting, now, zone)]),
      ...line(where(locale, meeting)),
      ...line(meeting.access.map(escaped)),
    ]),
    ...line([
      escaped(contact?.name ?? ''),
      tel && contact?.phone ? call(tel, contact.phone) : '',
      mail && contact?.email ? link(mail, contact.email) : '',
    ]),
    '  </li>',
  ];
}

/** JSON that cannot end the script element it stands in. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * The list as a piece of HTML.
 * @param now Milliseconds since the epoch.
 * @param zone IANA zone in which floating times are read, and which says what day it is.
 */
function groupsAsHtml(directory: Directory, locale: Locale, help: Help, now: number, zone: string): string {
  return [
    `<!-- Written by kith-widgets print-groups on ${localTime(now, zone).slice(0, 10)}; run it again when the list changes. -->`,
    ...helpOf(locale, help),
    `<ul lang="${escaped(locale.tag)}" dir="${locale.strings.dir}">`,
    ...directory.groups.flatMap((group) => groupLines(locale, group, directory, now, zone)),
    '</ul>',
    `<script type="application/ld+json">${inScript(eventData(directory, now, zone))}</script>`,
    '',
  ].join('\n');
}

/** Writes the list to a file, into a page, or out. */
export async function printGroups(given: Given, options: PrintOptions, world: World): Promise<number> {
  const { directory, sources, hints = [] } = await readAll(given, world.now);
  const { country, hint } = countryOf(options.country, directory);
  for (const one of [...hints, ...(hint ? [hint] : []), ...leftOutOf(sources)])
    world.err(`${one.replace(/\.?$/, '.')}\n`);
  const lang = options.lang ?? 'en-GB';
  const locale = new Locale({ ...en, ...(await stringsFor(lang)) }, lang, country);
  const text = groupsAsHtml(
    directory,
    locale,
    helpFor(country, helpLines),
    world.now,
    given.timeZone ?? ownZone(),
  );
  return publish(text, 'kith-groups', options, world);
}
