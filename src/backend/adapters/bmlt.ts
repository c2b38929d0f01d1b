/**
 * Reads what servers of the Basic Meeting List Toolbox answer to GetSearchResults (bmlt-enabled/bmlt-server,
 * MeetingResource.php): one record for each weekly meeting, all values as strings, with the list of formats or without.
 * Records that differ only in when they meet become one group.
 */
import type { Group } from '../../domain/group.js';
import type { Attendance, Meeting, Venue } from '../../domain/meeting.js';
import { Bodies } from '../bmlt-bodies.js';
import { type Format, Formats } from '../bmlt-formats.js';
import { type Place, placeOf } from '../bmlt-place.js';
import { whenOf } from '../bmlt-when.js';
import type { DirectoryAdapter, ReadContext, Reading } from '../ports.js';
import { Problem, refuseMany } from '../problem.js';
import { fields, given, slugOf, Tally, text, together } from '../record.js';
import { EscapedRecord, joinPhoneOf, LeftOut, readEach, WeeklyGroups, zoneOf } from '../weekly-records.js';

class BmltRecord extends EscapedRecord {
  override raw(name: string): unknown {
    const value = super.raw(name);
    if (typeof value !== 'string') return value;
    // Seen in feeds: "Bus Lines#@-@#B60", the form's question in front of the answer, also twice.
    const mark = value.lastIndexOf('#@-@#');
    const answer = mark < 0 ? value : value.slice(mark + 5);
    return /^\s*(?:null|undefined)\s*$/i.test(answer) ? undefined : answer;
  }
}

interface Feed {
  readonly context: ReadContext;
  readonly formats: Formats;
  readonly bodies: Bodies;
}

const VENUE_TYPES: Readonly<Record<string, Attendance>> = { 1: 'in-person', 2: 'online', 3: 'hybrid' };

/** The venue type, in older servers only the formats VM (virtual), HY (hybrid) and TC (building temporarily closed). */
function attendanceOf(
  record: EscapedRecord,
  states: readonly string[],
  place: Place,
  joinable: boolean,
): Attendance {
  const written = record.text('venue_type');
  const said = VENUE_TYPES[written ?? ''];
  const virtual = states.includes('VM');
  if (states.includes('TC')) {
    // A link is a link: what can be joined is not closed.
    if (joinable || virtual || said === 'online') return 'online';
    throw new LeftOut('temporarily closed');
  }
  if (written && written !== '0' && !said)
    record.remark(`venue_type "${text(written, 40)}" is not 1 (in person), 2 (virtual) or 3 (hybrid)`);
  if (said) return said;
  if (states.includes('HYBR')) return 'hybrid';
  if (virtual || place.isOnlineName) return 'online';
  return joinable ? (place.exact ? 'hybrid' : 'online') : 'in-person';
}

/** "Zoom ID 123 456 789" stands where a link or a number should: not to be opened, but to be read. */
function wordsIn(record: EscapedRecord, name: string, read: string | undefined): string | undefined {
  const written = read ? undefined : record.prose(name, 500);
  return written && /\d{3}/.test(written) && !/^\s*[a-z][\w+.-]*:\S/i.test(written) ? written : undefined;
}

function meetingOf(record: EscapedRecord, formats: readonly Format[], feed: Feed): Meeting {
  const words = (kind: Format['kind']) =>
    formats.flatMap((format) => (format.kind === kind ? format.words : []));
  const place = placeOf(record);
  const joinUrl = record.link('virtual_meeting_link');
  const joinPhone = joinPhoneOf(record, 'phone_meeting_number');
  const attendance = attendanceOf(record, words('state'), place, Boolean(joinUrl ?? joinPhone));
  // The address of an online meeting is where it comes from, not where people go.
  const { name, address, position, directions, postalCode, ...origin } = place.venue;
  const shown: Venue = attendance === 'online' ? origin : place.venue;
  return given({
    timeZone: zoneOf(record, 'time_zone', feed.context),
    attendance,
    venue: Object.keys(shown).some((key) => key !== 'approximate') ? shown : undefined,
    joinUrl,
    joinPhone,
    joinNote: together(
      wordsIn(record, 'virtual_meeting_link', joinUrl),
      record.prose('virtual_meeting_additional_info'),
      wordsIn(record, 'phone_meeting_number', joinPhone),
      record.prose('phone_meeting_additional_info'),
    ),
    access: [...new Set([...words('access'), ...(attendance === 'online' ? [] : words('place'))])],
  });
}

/**
 * What `contact_name_1`, `contact_phone_1`, `contact_email_1` … and `email_contact` hold is never shown: they are members' own
 * names and numbers, which the server gives to signed-in keepers only. Where they are in a file, nobody asked those members.
 */
function groupOf(
  record: EscapedRecord,
  name: string,
  formats: readonly Format[],
  feed: Feed,
): Omit<Group, 'id' | 'meetings'> {
  const words = (...kinds: Format['kind'][]) => [
    ...new Set(formats.flatMap((format) => (kinds.includes(format.kind) ? format.words : []))),
  ];
  const notes = (kind: Format['kind']) =>
    formats.map((format) => (format.kind === kind ? format.note : undefined));
  return given({
    name,
    notes: together(record.prose('comments'), ...notes('notes')),
    topics: words('topics'),
    audience: words('joining', 'audience'),
    // `lang_enum` is the language in which the record is written, not the one that is spoken.
    languages: words('languages'),
    joiningNote: together(...notes('joining'))?.replaceAll('\n\n', ' '),
    contact: feed.bodies.contactOf(record),
  });
}

/** GetFormats and GetServiceBodies answer lists as well, without a meeting in them. */
const isOther = (list: unknown): boolean => {
  const first = Array.isArray(list) ? fields(list.find((value) => fields(value))) : undefined;
  return Boolean(first && ('key_string' in first || ('parent_id' in first && 'name' in first)));
};

/** The records, and the lists that stand beside them. */
function partsOf(json: unknown): { meetings: readonly unknown[]; formats?: unknown; bodies?: unknown } {
  const answer = fields(json);
  const meetings = answer ? answer.meetings : json;
  if (Array.isArray(meetings) && !isOther(meetings)) {
    return {
      meetings,
      formats: answer?.formats,
      bodies: answer?.serviceBodies ?? answer?.service_bodies,
    };
  }
  throw new Problem(
    'malformed',
    'A BMLT list is the answer to GetSearchResults: "[ {…}, {…} ]" or { "meetings": [ … ], "formats": [ … ] }; this holds no meetings. ' +
      'Its address ends in client_interface/json/?switcher=GetSearchResults&get_used_formats=1',
  );
}

export const bmlt: DirectoryAdapter = {
  format: 'bmlt',

  async read({ json }, context): Promise<Reading> {
    const { meetings, formats, bodies } = partsOf(json);
    refuseMany(meetings.length, context.address);
    const tally = new Tally();
    const feed: Feed = { context, formats: new Formats(formats, tally), bodies: new Bodies(bodies, tally) };
    const groups = new WeeklyGroups();
    await readEach(meetings, context, tally, BmltRecord, (record) => {
      const published = record.raw('published');
      // An object may have no words at all, or words that throw.
      if (typeof published !== 'object' && /^(?:0|false|no)$/i.test(String(published ?? '')))
        throw new LeftOut('is not published');
      const name = record.text('meeting_name');
      if (!name) throw new LeftOut('has no name (meeting_name)');
      const known = feed.formats.of(record);
      const comments = text(record.raw('comments'));
      const when = whenOf(record, [...known.map((format) => format.name), ...(comments ? [comments] : [])]);
      const meeting = meetingOf(record, known, feed);
      groups.add(
        {
          group: groupOf(record, name, known, feed),
          meeting,
          whens: [when],
          slug: record.text('id_bigint', 80) ?? slugOf(name),
          keeper: record.text('service_body_bigint'),
        },
        record.row,
      );
    });
    return tally.reading({ ...given({ organisation: feed.bodies.organisation() }), groups: groups.all() });
  },
};
