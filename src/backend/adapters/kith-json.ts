/**
 * Reads Kith's own format, written by hand or by software; `schema/kith-directory.schema.json` documents it
 * and a test holds the two together. A bad meeting never takes its group along, a bad group never the rest.
 */
import type { Organisation } from '../../domain/directory.js';
import { type Contact, FAMILY, FIRST_VISIT, type FirstVisit, type Group } from '../../domain/group.js';
import { allowedUrl, mailUrl } from '../../domain/links.js';
import type { Attendance, Change, Meeting, Venue } from '../../domain/meeting.js';
import {
  dayOf,
  formatLocalDate,
  formatLocalDateTime,
  parseWritten,
} from '../../domain/recurrence/plain-day.js';
import { parseRule, type Rule, RuleError } from '../../domain/recurrence/rule.js';
import { isTimeZone } from '../../domain/recurrence/zone.js';
import type { DirectoryAdapter, ReadContext } from '../ports.js';
import { Problem, refuseMany } from '../problem.js';
import { fields, given, PROSE, position, RecordReader, slugOf, Tally, text, uniqueIds } from '../record.js';
import { oneOf, part, parts, whole, yes } from '../record-parts.js';

/** What other adapters put together is read back whole from a snapshot: the size of the file is the limit. */
const MOST_PARTS = 5000;

/** What a part of a group falls back on. */
interface Inherited {
  readonly today: string;
  readonly timeZone?: string;
  readonly country?: string;
  readonly venue?: Venue;
  readonly access?: readonly string[];
}

/** A wall clock or, where `days` says so, a day, in one form. */
function moment(written: string, days: 'day' | 'start' | 'either'): string | undefined {
  const found = parseWritten(written.replace(/^(\S+) (\d)/, '$1T$2'));
  if (!found || found.utc || (days !== 'either' && found.dateOnly !== (days === 'day'))) return undefined;
  return found.dateOnly ? formatLocalDate(dayOf(found.wall)) : formatLocalDateTime(found.wall);
}

const HOW_WRITTEN = {
  day: 'a day such as 2026-12-03',
  start: 'a local date and time such as 2026-12-03T18:30, without Z or offset',
  either: 'a day or a local date and time, such as 2026-12-03 or 2026-12-03T18:30',
};

function date(record: RecordReader, name: string, days: 'day' | 'start' | 'either'): string | undefined {
  const written = record.text(name);
  const read = written && moment(written, days);
  if (written && !read)
    record.remark(`${record.path}${name} "${text(written, 40)}" is not ${HOW_WRITTEN[days]}`);
  return read || undefined;
}

/** A day in the future is a slip that would keep an old entry from saying "ring before you go". */
function pastDay(record: RecordReader, name: string, today: string): string | undefined {
  const day = date(record, name, 'day');
  if (!day || day <= today) return day;
  record.remark(`${record.path}${name} ${day} lies in the future, so it is not counted`);
  return undefined;
}

function dates(record: RecordReader, name: string, days: 'start' | 'either'): string[] | undefined {
  const value = record.raw(name);
  const read: string[] = [];
  for (const item of Array.isArray(value) ? value.slice(0, MOST_PARTS) : [value]) {
    const written = text(item);
    const one = moment(written, days);
    if (one) read.push(one);
    else if (item !== undefined && item !== null) {
      record.remark(`${record.path}${name} has "${text(written, 40)}", which is not ${HOW_WRITTEN[days]}`);
    }
  }
  return read.length ? read : undefined;
}

/** ISO 8601 ("PT1H30M") or whole minutes. */
function duration(record: RecordReader): number | undefined {
  const written = record.text('duration');
  if (!written) return undefined;
  const found = /^(?:(\d{1,5})|P(?:(\d)D)?(?:T(?=\d)(?:(\d{1,3})H)?(?:(\d{1,5})M)?)?)$/i.exec(written);
  const [, minutes, d, h, m] = (found ?? []).map((digits) => Number(digits ?? 0));
  const sum = (minutes ?? 0) + (d ?? 0) * 1440 + (h ?? 0) * 60 + (m ?? 0);
  if (sum > 0 && sum <= 10_080) return sum;
  record.remark(
    `${record.path}duration "${text(written, 40)}" is no length such as 90 (minutes) or "PT1H30M"`,
  );
  return undefined;
}

function email(record: RecordReader): string | undefined {
  const written = record.text('email');
  if (written && mailUrl(written)) return written;
  if (written) record.remark(`${record.path}email "${text(written, 40)}" is no e-mail address`);
  return undefined;
}

const contact = (record: RecordReader): Contact =>
  given({
    name: record.text('name'),
    phone: record.text('phone'),
    email: email(record),
    url: record.link('url'),
  });

const organisation = (record: RecordReader): Organisation => ({
  ...contact(record),
  ...given({ reportUrl: mailUrl(record.text('reportUrl') ?? '') ?? record.link('reportUrl', allowedUrl) }),
});

function venueAndAccess(record: RecordReader, country?: string): { venue?: Venue; access: string[] } {
  const latitude = record.number('latitude');
  const longitude = record.number('longitude');
  const point = position(latitude, longitude);
  if (!point && (record.raw('latitude') ?? record.raw('longitude') ?? '') !== '') {
    record.remark(`${record.path}latitude and longitude are no place on Earth (are they swapped?)`);
  }
  const code = record.text('country')?.toUpperCase();
  if (code && !/^[A-Z]{2}$/.test(code)) record.remark(`${record.path}country is not two letters such as GB`);
  const own: Venue = given({
    name: record.text('name'),
    address: record.text('address', PROSE),
    locality: record.text('locality'),
    district: record.text('district'),
    region: record.text('region'),
    postalCode: record.text('postalCode'),
    country: code && /^[A-Z]{2}$/.test(code) ? code : undefined,
    position: point,
    approximate: yes(record, 'approximate'),
    directions: record.prose('directions'),
  });
  const access = record.list('access');
  return Object.keys(own).length ? { venue: { ...given({ country }), ...own }, access } : { access };
}

function change(record: RecordReader, inherited: Inherited): Change | undefined {
  const recurrenceId = date(record, 'recurrenceId', 'either');
  const status = oneOf(record, 'status', ['cancelled', 'moved', 'changed']);
  const start = date(record, 'start', 'start');
  const details = given({
    range: oneOf(record, 'range', ['this-and-future']),
    start,
    durationMinutes: duration(record),
    venue: part(record, 'venue', (venue) => venueAndAccess(venue, inherited.country))?.venue,
    joinUrl: record.link('joinUrl'),
    note: record.prose('note'),
  });
  if (recurrenceId && status && (status !== 'moved' || start)) return { recurrenceId, status, ...details };
  record.remark(
    `${record.path.slice(0, -1)} is left out: it needs recurrenceId, status and, when moved, the new start`,
  );
  return undefined;
}

function ruleOf(record: RecordReader): { rule?: Rule; bad?: string } {
  const written = record.text('rrule', 1000);
  if (!written) return {};
  try {
    return { rule: parseRule(written.replace(/^RRULE:/i, '')) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { bad: `rrule: ${error.message}` };
  }
}

function meeting(record: RecordReader, inherited: Inherited): Meeting | undefined {
  const start = date(record, 'start', 'start');
  const { rule, bad } = ruleOf(record);
  const said = record.prose('text');
  const own = part(record, 'venue', (venue) => venueAndAccess(venue, inherited.country));
  const venue = own?.venue ?? inherited.venue;
  const joinUrl = record.link('joinUrl');
  const joinPhone = record.text('joinPhone');
  // A link that was refused still says that people meet online.
  const online = Boolean(joinPhone || record.text('joinUrl') || record.text('joinNote'));
  const attendance: Attendance =
    oneOf(record, 'attendance', ['in-person', 'online', 'hybrid']) ??
    (online ? (venue ? 'hybrid' : 'online') : 'in-person');
  const zone = record.text('timeZone');
  const known = zone !== undefined && isTimeZone(zone);
  if (zone && !known)
    record.remark(`${record.path}timeZone "${text(zone, 40)}" is no zone such as Europe/London`);
  const placeAccess =
    attendance === 'online'
      ? []
      : own?.venue
        ? own.access
        : [...(own?.access ?? []), ...(inherited.access ?? [])];
  const rest = given({
    id: record.text('id'),
    durationMinutes: duration(record),
    timeZone: known ? zone : inherited.timeZone,
    extraDates: dates(record, 'extraDates', 'start'),
    exceptDates: dates(record, 'exceptDates', 'either'),
    changes: parts(record, 'changes', MOST_PARTS, (entry) => change(entry, inherited)),
    text: said,
    attendance,
    // A group's own venue is none of its online meetings'.
    venue: attendance === 'online' ? own?.venue : venue,
    joinUrl,
    joinNote: record.prose('joinNote'),
    joinPhone,
    access: [...new Set([...record.list('access'), ...placeAccess])],
    note: record.prose('note'),
  });
  const { changes, ...plain } = rest;
  const common = changes.length ? rest : plain;
  if (start && !bad) return { ...common, ...given({ start, rule }) };
  if (rule?.byDay) {
    record.remark(`${record.path}start is missing: the days are told, and no date`);
    return { ...common, rule };
  }
  if (bad) record.remark(`${record.path}${bad}`);
  // Words are better than a date that is wrong.
  if (said) return { ...common, text: said };
  // Where and how is worth showing, too, while nobody has written when.
  const open = !record.text('start') && !record.text('rrule');
  if (open && (own?.venue || joinUrl || joinPhone || record.text('attendance'))) return common;
  record.remark(
    `${record.path.slice(0, -1)} is left out: it needs a start that can be read, or its time in words (text)`,
  );
  return undefined;
}

function quote(record: RecordReader): Group['quote'] {
  const said = record.prose('text');
  const by = record.text('by');
  const consented = yes(record, 'consented');
  if (said && consented) return { text: said, ...given({ by }) };
  record.remark(
    `${record.path.slice(0, -1)} is not shown: it needs text, and "consented": true from the member who said it`,
  );
  return undefined;
}

function group(
  record: RecordReader,
  inherited: Inherited,
  idFor: (wish: string) => string,
): Group | undefined {
  const name = record.text('name');
  if (!name) return undefined;
  const place = part(record, 'venue', (venue) => venueAndAccess(venue, inherited.country));
  const forMeetings: Inherited = { ...inherited, ...place };
  return {
    id: idFor(record.text('id') ?? slugOf(name)),
    name,
    topics: record.list('topics'),
    audience: record.list('audience').map((word) => (word.toLowerCase() === FAMILY ? FAMILY : word)),
    languages: record.list('languages'),
    meetings: parts(record, 'meetings', MOST_PARTS, (entry) => meeting(entry, forMeetings)),
    ...given({
      summary: record.prose('summary'),
      notes: record.prose('notes'),
      url: record.link('url'),
      calendarName: record.text('calendarName'),
      datesOnly: yes(record, 'datesOnly'),
      leadership: oneOf(record, 'leadership', ['peers', 'professionals', 'both']),
      leader: record.text('leader'),
      training: record.prose('training'),
      joining: oneOf(record, 'joining', ['drop-in', 'book', 'referral']),
      joiningNote: record.prose('joiningNote'),
      cost: record.text('cost', PROSE),
      confidentiality: record.prose('confidentiality'),
      contact: part(record, 'contact', contact),
      lastChecked: pastDay(record, 'lastChecked', inherited.today),
      firstVisit: part(
        record,
        'firstVisit',
        (visit): FirstVisit =>
          given(Object.fromEntries(FIRST_VISIT.map((question) => [question, visit.prose(question)]))),
      ),
      quote: part(record, 'quote', (said) => quote(said)),
    }),
  };
}

async function read(json: unknown, context: ReadContext) {
  const found = fields(json);
  const listed = found?.groups;
  if (!found || !Array.isArray(listed)) {
    throw new Problem(
      'malformed',
      'A Kith directory is a JSON object with a list of groups: { "groups": [ … ] }',
    );
  }
  refuseMany(listed.length, context.address);
  const tally = new Tally();
  const top = new RecordReader(found, tally, undefined, '', context.address);
  const zone = top.text('timeZone');
  const known = zone !== undefined && isTimeZone(zone);
  if (zone && !known) top.remark(`timeZone "${text(zone, 40)}" is no zone such as Europe/London`);
  const inherited: Inherited = given({
    today: context.today,
    timeZone: known ? zone : context.timeZone,
    country: /^[a-z]{2}$/i.test(top.text('country') ?? '') ? top.text('country')?.toUpperCase() : undefined,
  });
  const idFor = uniqueIds();
  const groups: Group[] = [];
  top.raw('groups');
  const head = whole(top, (record) =>
    given({
      organisation: part(record, 'organisation', organisation),
      lastChecked: pastDay(record, 'lastChecked', context.today),
      copiedOn: pastDay(record, 'copiedOn', context.today),
    }),
  );
  for (const [index, item] of listed.entries()) {
    if (index % 20 === 19) await context.pause();
    const row = index + 1;
    const entry = fields(item);
    const one =
      entry &&
      whole(new RecordReader(entry, tally, row, '', context.address), (record) =>
        group(record, inherited, idFor),
      );
    if (one) {
      groups.push(one);
      tally.kept++;
    } else tally.leaveOut(row, entry ? 'has no name' : 'is no group ("{…}")');
  }
  return tally.reading({ ...head, groups });
}

export const kithJson: DirectoryAdapter = {
  format: 'kith-json',
  read: ({ json }, context) => read(json, context),
};
