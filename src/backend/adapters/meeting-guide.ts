/**
 * Reads Meeting Guide feeds (github.com/code4recovery/spec): a bare array with one record for each weekly
 * meeting. Records that differ only in when they meet become one group. A fallback that is not in the
 * specification names where it was seen.
 */
import type { Organisation } from '../../domain/directory.js';
import { type Contact, FAMILY, type Group } from '../../domain/group.js';
import { allowedUrl, mailUrl, webUrl } from '../../domain/links.js';
import type { Attendance, Meeting, Venue } from '../../domain/meeting.js';
import type { Address } from '../../domain/words/address.js';
import { minutesBetween, parseClock, type TimeOfDay } from '../../domain/words/clock.js';
import { type Place, placeOf } from '../meeting-guide-place.js';
import { type Kind, type Meaning, ONLY_AL_ANON, typeMeanings } from '../meeting-guide-types.js';
import type { DirectoryAdapter, ReadContext, Reading } from '../ports.js';
import { Problem, refuseMany } from '../problem.js';
import { fields, given, list, type RecordReader, slugOf, Tally, text, together } from '../record.js';
import {
  DAY_NAMES,
  EscapedRecord,
  joinPhoneOf,
  LeftOut,
  readEach,
  someTimeOn,
  WeeklyGroups,
  type When,
  weekly,
  zoneOf,
} from '../weekly-records.js';

/** What stays the same for a whole feed. */
interface Feed {
  readonly context: ReadContext;
  readonly tally: Tally;
  readonly alAnon: boolean;
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** Times and addresses come again and again: each is read once. */
  readonly times: Map<string, TimeOfDay | undefined>;
  readonly addresses: Map<string, Address>;
}

/** Al-Anon's own codes or words in enough of the records; one stray code must not turn a feed into one for families. */
function isAlAnon(records: readonly unknown[]): boolean {
  let score = 0;
  for (const record of records) {
    const { types, name, entity } = fields(record) ?? {};
    if (Array.isArray(types) && types.some((type) => typeof type === 'string' && ONLY_AL_ANON.test(type)))
      score += 10;
    else if (/\b(?:AFG|al-?anon|alateen)\b/i.test(`${text(name)} ${text(entity)}`)) score++;
  }
  return score * 2 > records.length;
}

function timeOfDay(record: RecordReader, name: string, feed: Feed): TimeOfDay | undefined {
  const written = record.text(name) ?? '';
  // The specification says HH:MM; "12:00 PM" is seen in feeds.
  if (!feed.times.has(written)) feed.times.set(written, parseClock(written));
  const time = feed.times.get(written);
  if (written && !time && name === 'time')
    throw new LeftOut(`time "${text(written, 40)}" is no time that can be read`);
  if (written && !time) record.remark(`${name} "${text(written, 40)}" is no time that can be read`);
  return time;
}

function daysOf(record: RecordReader): number[] {
  const written = record.raw('day');
  const words = list(written);
  const days = new Set<number>();
  let bad = '';
  for (const word of words) {
    // Names of days are how the table form of the specification writes them.
    const named = DAY_NAMES.findIndex((name) => name.toLowerCase() === word.toLowerCase());
    const day = /^[0-6]$/.test(word) ? Number(word) : named;
    if (day < 0) bad ||= `day "${text(word, 40)}" is not 0 (Sunday) to 6 (Saturday)`;
    else days.add(day);
  }
  if (bad && !days.size) throw new LeftOut(bad);
  if (bad) record.remark(bad);
  return [...days].sort((a, b) => a - b);
}

function whensOf(record: RecordReader, feed: Feed): When[] {
  const days = daysOf(record);
  const time = timeOfDay(record, 'time', feed);
  const end = timeOfDay(record, 'end_time', feed);
  if (!time || !days.length) {
    const said = record.text('time');
    if (days.length || said) record.remark('day or time is missing, so no date can be told');
    return [days.length ? someTimeOn(days) : given({ text: said })];
  }
  const durationMinutes = (end && minutesBetween(time, end)) || undefined;
  return days.map((day) => ({ ...weekly(day, time), ...given({ durationMinutes }) }));
}

/** Spec, "Online Meeting Fields" and types TC and ONL; where no option is given, calculated as Code for Recovery's plugin does. */
function attendanceOf(
  record: RecordReader,
  place: Place,
  joinable: boolean,
  types: readonly string[],
): Attendance {
  const option = record.text('attendance_option')?.toLowerCase().replace('-', '_');
  const closed = types.includes('closed');
  const online =
    joinable || types.includes('online') || place.isOnlineName || record.text('conference_url') !== undefined;
  if (closed || option === 'inactive') {
    // A link is a link: what can be joined is not closed.
    if (joinable || (closed && online && option !== 'inactive')) return 'online';
    throw new LeftOut(closed ? 'temporarily closed' : 'marked as inactive, without a link or number to join');
  }
  if (option === 'in_person') return 'in-person';
  if (option === 'online' || option === 'hybrid') return option;
  if (option)
    record.remark(`attendance_option "${text(option, 40)}" is not in_person, online, hybrid or inactive`);
  return online ? (place.exact ? 'hybrid' : 'online') : 'in-person';
}

/** The first day of "2021-07-18 15:36:58", "12/13/2020 10:42:52 AM"; of 4/5/2021 no one can tell which is the month. */
function dayOf(updated: string, today: string): string | undefined {
  const iso = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=$|[T ])/.exec(updated)?.[0];
  if (iso) return iso <= today ? iso : undefined;
  const [, first = '', second = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(updated) ?? [];
  const [a, b] = [Number(first), Number(second)];
  if (!a || !b || a > 31 || b > 31 || (a !== b && (a > 12 ? b > 12 : b < 13))) return undefined;
  const [month, day] = a > 12 ? [b, a] : [a, b];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function contactOf(record: RecordReader, group: string | undefined): Contact {
  const first = (field: string): string | undefined => {
    for (const n of [1, 2, 3]) {
      const value = record.text(`contact_${n}_${field}`);
      if (value) return value;
    }
    return undefined;
  };
  const email = record.text('email') ?? first('email');
  return given({
    name: first('name') ?? group,
    phone: record.text('phone') ?? first('phone'),
    email: email && mailUrl(email) ? email : undefined,
  });
}

/** Everything of a record but when it meets. */
function groupOf(
  record: RecordReader,
  feed: Feed,
): { group: Omit<Group, 'id' | 'meetings'>; meeting: Meeting } {
  const groupName = record.text('group');
  const name = record.text('name') ?? groupName;
  if (!name) throw new LeftOut('has no name');

  const sorted: Record<Kind, string[]> = {
    topics: [],
    audience: feed.alAnon ? [FAMILY] : [],
    access: [],
    place: [],
    joining: [],
    languages: [],
    state: [],
  };
  for (const code of record.list('types')) {
    const meaning = feed.meanings.get(code.toLowerCase());
    if (meaning) {
      const [told, word] = meaning;
      const kind = told === 'joining' ? 'audience' : told;
      if (!sorted[kind].includes(word)) sorted[kind].push(word);
    } else
      feed.tally.repeat(
        code,
        record.row,
        (times) => `type code "${text(code, 40)}" is not known and not shown (${times})`,
      );
  }

  const place = placeOf(record, feed.addresses);
  const joinUrl = record.link('conference_url');
  // Spec, "conference_phone".
  const joinPhone = joinPhoneOf(record, 'conference_phone');
  const attendance = attendanceOf(record, place, Boolean(joinUrl ?? joinPhone), sorted.state);
  // The address of an online meeting is where it comes from (spec, "Geographic Fields"), not where people go.
  const { name: building, address, position: point, directions, postalCode, ...origin } = place.venue;
  const shown: Venue = attendance === 'online' ? origin : place.venue;
  const contact = contactOf(
    record,
    groupName === name || groupName === record.text('district') ? undefined : groupName,
  );
  return {
    group: given({
      name,
      notes: together(record.prose('notes'), record.prose('group_notes')),
      url: record.link('website') ?? record.link('url'),
      topics: sorted.topics,
      audience: sorted.audience,
      languages: sorted.languages,
      // Spec, "Time Fields": without day and time a meeting is by appointment.
      joining: record.text('time') || daysOf(record).length ? undefined : ('book' as const),
      contact: Object.keys(contact).length ? contact : undefined,
      lastChecked: dayOf(record.text('updated') ?? '', feed.context.today),
    }),
    meeting: given({
      timeZone: zoneOf(record, 'timezone', feed.context),
      attendance,
      venue: Object.keys(shown).length ? shown : undefined,
      joinUrl,
      joinNote: together(record.prose('conference_url_notes'), record.prose('conference_phone_notes')),
      joinPhone,
      access: attendance === 'online' ? sorted.access : [...sorted.access, ...sorted.place],
    }),
  };
}

/** Who keeps the listing: what all records that name someone agree on. */
function organisationOf(records: readonly EscapedRecord[]): Organisation | undefined {
  const agreed = (name: string): string => {
    let said = '';
    let before: unknown;
    for (const record of records) {
      const raw = record.raw(name);
      // Thousands of records in a row say the same, or nothing.
      if (raw === before) continue;
      before = raw;
      const value = text(list(raw)[0] ?? '', 500);
      if (said && value && value !== said) return '';
      said ||= value;
    }
    return said;
  };
  const email = agreed('entity_email');
  const organisation = given({
    name: agreed('entity'),
    phone: agreed('entity_phone'),
    email: mailUrl(email) && email,
    // The example of the specification says `entity_url`, its definitions `entity_website_url`.
    url: webUrl(agreed('entity_website_url') || agreed('entity_url')),
    reportUrl: allowedUrl(agreed('feedback_url')) ?? mailUrl(agreed('feedback_emails')),
  });
  return Object.keys(organisation).length ? organisation : undefined;
}

export const meetingGuide: DirectoryAdapter = {
  format: 'meeting-guide',

  async read({ json }, context): Promise<Reading> {
    if (!Array.isArray(json)) {
      throw new Problem(
        'malformed',
        'A Meeting Guide feed is a JSON array of meetings ("[ {…}, {…} ]"); this is something else',
      );
    }
    refuseMany(json.length, context.address);
    const tally = new Tally();
    const alAnon = isAlAnon(json);
    const feed: Feed = {
      context,
      tally,
      alAnon,
      meanings: typeMeanings(alAnon),
      times: new Map(),
      addresses: new Map(),
    };
    const groups = new WeeklyGroups();
    const records: EscapedRecord[] = [];
    await readEach(json, context, tally, EscapedRecord, (record) => {
      records.push(record);
      const whens = whensOf(record, feed);
      const told = groupOf(record, feed);
      const slug = record.text('slug', 80) ?? record.text('id', 80) ?? slugOf(told.group.name);
      groups.add({ ...told, whens, slug, keeper: record.text('website') }, record.row);
    });
    const organisation = organisationOf(records);
    return tally.reading({ ...given({ organisation }), groups: groups.all() });
  },
};
