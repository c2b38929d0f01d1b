/** What one row of a sheet says about a meeting: when, where and how. */
import type { Attendance, Change, LocalDate, Meeting, Venue } from '../domain/meeting.js';
import { isTimeZone } from '../domain/recurrence/zone.js';
import { parseYesNo } from '../domain/words/answers.js';
import { parseAttendance } from '../domain/words/attendance.js';
import { countryCode } from '../domain/words/country.js';
import { parseCancelled, parseMoved } from '../domain/words/date-list.js';
import type { Lexicon } from '../domain/words/lexicon.js';
import { meetsOn } from '../domain/words/meets-on.js';
import { parseStanding, sentenceOff } from '../domain/words/standing.js';
import { parseWhen, type When } from '../domain/words/when.js';
import type { RowReader } from './csv-row.js';
import { given, number, position, text } from './record.js';

function readAttendance(row: RowReader, venue: Venue | undefined, joinUrl: string | undefined): Attendance {
  const place = Boolean(venue?.name || venue?.address);
  const read = (words: string, lexicon: Lexicon): Attendance | undefined => {
    const yes = parseYesNo(words, lexicon);
    // "yes" under the header "online".
    return yes === undefined
      ? parseAttendance(words, lexicon)
      : yes
        ? place
          ? 'hybrid'
          : 'online'
        : 'in-person';
  };
  const said = row.words('attendance', read, 'write "in person", "online" or "both"');
  return said ?? (joinUrl ? (place ? 'hybrid' : 'online') : 'in-person');
}

function readVenue(row: RowReader): Venue | undefined {
  const latitude = number(row.line('latitude'));
  const longitude = number(row.line('longitude'));
  const point = position(latitude, longitude);
  if (!point && (row.cells.latitude || row.cells.longitude)) {
    row.remark('latitude and longitude are no place on Earth: write for example 53.7997 and -1.5492');
  }
  const venue = given({
    name: row.line('venue'),
    address: row.line('address'),
    locality: row.line('town'),
    district: row.line('district'),
    region: row.line('region'),
    postalCode: row.line('postcode'),
    country: row.words('country', countryCode, 'write its name in English or its two letters'),
    position: point,
    directions: row.prose('directions'),
  });
  return Object.keys(venue).length ? venue : undefined;
}

/**
 * What a cell says of a group that does not meet for now: then no date may look as if it did. '' where a
 * ticked box says it, without words.
 */
function readOff(row: RowReader): string | undefined {
  const wordsOf = (cell: string) => (parseYesNo(cell, row.lexicon) === undefined ? cell : '');
  const status = row.words('status', parseStanding, 'write "active" or "suspended"');
  if (status === 'off') return wordsOf(row.line('status') ?? '');
  const cancelled = row.line('cancelled') ?? '';
  const ticked = parseYesNo(cancelled, row.lexicon);
  if (ticked ?? parseStanding(cancelled, row.lexicon) === 'off') return wordsOf(cancelled);
  const sentence = status ? undefined : sentenceOff(row.prose('note') ?? '', row.lexicon);
  if (sentence)
    row.remark(
      `the note says "${text(sentence, 60)}", but its dates are shown: write "suspended" into a column "status", or dates into "cancelled dates"`,
    );
  return undefined;
}

/** The meeting that a row describes. Throws a `RuleError` where its words for when cannot be read. */
export function readMeeting(row: RowReader): Meeting {
  const { cells } = row;
  const first = row.start();
  const day = row.line('day') ?? '';
  const off = readOff(row);
  const words = {
    // A sheet of single dates names the weekday beside each.
    day: cells.date && !cells.start && !cells.repeats && first.day ? '' : day,
    repeats: row.line('repeats') ?? '',
    time: row.line('time') ?? first.time ?? '',
    end: row.line('end') ?? '',
    duration: row.line('duration') ?? '',
    start: first.day,
    today: row.context.today,
  };
  const when: When = off === undefined ? parseWhen(words, row.lexicon) : { text: off, remarks: [] };
  const { start, rule, remarks, ...rest } = when;
  for (const remark of remarks) row.remark(remark);
  const clock = start?.slice(11) ?? '';
  const startDay = start?.slice(0, 10);
  const meets = (date: LocalDate) => (startDay ? meetsOn(startDay, rule, date) : undefined);
  const single = off === undefined && parseYesNo(cells.cancelled ?? '', row.lexicon) === undefined;
  const cancelled = parseCancelled(
    (single && row.prose('cancelled')) || '',
    (part) => row.date('cancelled', part),
    meets,
    row.lexicon,
  );
  const moved = parseMoved(row.prose('moved') ?? '', (part) => row.date('moved', part), clock, row.lexicon);
  const changes: Change[] = [...cancelled.changes, ...moved.changes];
  for (const { recurrenceId } of changes) {
    if (meets(recurrenceId) === false)
      row.remark(
        `${recurrenceId} is cancelled or moved, but the group does not meet on that day: check the date`,
      );
  }
  const unread = [...cancelled.unread, ...moved.unread];
  for (const part of unread)
    row.remark(`"${text(part, 60)}" is no cancelled or moved date that I can read: it is shown as a note`);
  const joinUrl = row.link('joinLink');
  const venue = readVenue(row);
  const zoneName = row.words(
    'zone',
    (words) => (/\/|^UTC$/.test(words) && isTimeZone(words) ? words : undefined),
    'write for example Europe/London',
  );
  return given({
    ...rest,
    start,
    rule,
    timeZone: zoneName ?? row.context.timeZone,
    changes: changes.length ? changes : undefined,
    attendance: readAttendance(row, venue, joinUrl),
    venue,
    joinUrl,
    joinPhone: row.phone('joinPhone'),
    joinNote: row.prose('joinNote'),
    access: row.list('access'),
    // In the sheet's own words: a session that is off must never look as if it were on.
    note: unread.length
      ? [cells.cancelled, cells.moved]
          .filter(Boolean)
          .map((cell) => text(cell))
          .join('; ')
      : undefined,
  });
}
