/** One row of a sheet as a meeting and as what it says about its group: each cell through the reader of its words. */
import type { FirstVisit, Group } from '../domain/group.js';
import type { Attendance, Change, LocalDate, Meeting, Venue } from '../domain/meeting.js';
import { isTimeZone } from '../domain/recurrence/zone.js';
import { countryCode } from '../domain/words/address.js';
import { parseYesNo } from '../domain/words/answers.js';
import { parseAttendance } from '../domain/words/attendance.js';
import { parseAudience } from '../domain/words/audience.js';
import { parseCancelled, parseMoved } from '../domain/words/date-list.js';
import { type DateOrder, parseDate } from '../domain/words/dates.js';
import { parseJoining } from '../domain/words/joining.js';
import { parseLanguages } from '../domain/words/languages.js';
import { parseLeadership } from '../domain/words/leadership.js';
import { meetsOn } from '../domain/words/meets-on.js';
import { parseWhen } from '../domain/words/when.js';
import { type Column, columnName } from './csv-columns.js';
import type { SheetRow } from './csv-sheet.js';
import type { ReadContext } from './ports.js';
import { given, list, number, position, RecordReader, type Tally, text } from './record.js';

/** What rows say about a group; its id, notes and meetings come of all rows together. */
export type GroupFields = Omit<Group, 'id' | 'notes' | 'meetings'>;

/** One row of the sheet, with the readers that its cells need. */
export class RowReader {
  readonly #record: RecordReader;

  constructor(
    readonly row: SheetRow,
    readonly tally: Tally,
    readonly context: ReadContext,
    readonly order: (column: Column) => DateOrder,
  ) {
    // Under the names that the webmaster sees in the remarks.
    this.#record = new RecordReader(
      Object.fromEntries(
        Object.entries(row.cells).map(([column, cell]) => [columnName(column as Column), cell]),
      ),
      tally,
      row.row,
    );
  }

  remark(reason: string): void {
    this.tally.remark(reason, this.row.row);
  }

  line(column: Column): string | undefined {
    return this.#record.text(columnName(column));
  }

  prose(column: Column): string | undefined {
    return this.#record.prose(columnName(column));
  }

  link(column: Column): string | undefined {
    return this.#record.link(columnName(column));
  }

  list(column: Column): string[] {
    return list(this.row.cells[column]?.replace(/[\r\n]+/g, ';'));
  }

  date(column: Column, part = this.line(column)): LocalDate | undefined {
    return part ? parseDate(part, this.context.today, this.order(column)) : undefined;
  }

  /** What the reader makes of the cell's words; words that it cannot read are told, with the mend. */
  words<T>(column: Column, read: (words: string) => T | undefined, mend: string): T | undefined {
    const words = this.line(column);
    const value = words === undefined ? undefined : read(words);
    if (words !== undefined && value === undefined)
      this.remark(`"${text(words, 60)}" in the column "${columnName(column)}" could not be read: ${mend}`);
    return value;
  }

  /** First date, and a time where the sheet keeps both in one cell. */
  start(): { day?: LocalDate | undefined; time?: string | undefined } {
    const column = this.row.cells.start ? 'start' : 'date';
    const written = this.line(column);
    if (!written) return {};
    const [, date = written, time] = /^(.*\d)[ T](\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?)$/i.exec(written) ?? [];
    const day = this.date(column, date);
    if (!day)
      this.remark(
        `"${text(written, 60)}" in the column "${columnName(column)}" is no date that I can read: write for example 2026-12-24`,
      );
    else if (
      parseDate(date, `${Number(this.context.today.slice(0, 4)) + 2}-01-01`, this.order(column)) !== day
    ) {
      this.remark(`"${date}" in the column "${columnName(column)}" has no year and was read as ${day}`);
    }
    return { day, time: time && !/^0?0:00/.test(time) ? time : undefined };
  }

  meeting(): Meeting {
    const { cells } = this.row;
    const first = this.start();
    const day = this.line('day') ?? '';
    const when = parseWhen({
      // A sheet of single dates names the weekday beside each.
      day: cells.date && !cells.start && !cells.repeats && first.day ? '' : day,
      repeats: this.line('repeats') ?? '',
      time: this.line('time') ?? first.time ?? '',
      end: this.line('end') ?? '',
      duration: this.line('duration') ?? '',
      start: first.day,
      today: this.context.today,
    });
    const { start, rule, remarks, ...rest } = when;
    for (const remark of remarks) this.remark(remark);
    const clock = start?.slice(11) ?? '';
    const startDay = start?.slice(0, 10);
    const meets = (date: LocalDate) => (startDay ? meetsOn(startDay, rule, date) : undefined);
    const cancelled = parseCancelled(
      this.prose('cancelled') ?? '',
      (part) => this.date('cancelled', part),
      meets,
    );
    const moved = parseMoved(this.prose('moved') ?? '', (part) => this.date('moved', part), clock);
    const changes: Change[] = [...cancelled.changes, ...moved.changes];
    for (const { recurrenceId } of changes) {
      if (meets(recurrenceId) === false)
        this.remark(
          `${recurrenceId} is cancelled or moved, but the group does not meet on that day: check the date`,
        );
    }
    const unread = [...cancelled.unread, ...moved.unread];
    for (const part of unread)
      this.remark(`"${text(part, 60)}" is no cancelled or moved date that I can read: it is shown as a note`);
    const joinUrl = this.link('joinLink');
    const venue = this.venue();
    const zoneName = this.words(
      'zone',
      (words) => (/\/|^UTC$/.test(words) && isTimeZone(words) ? words : undefined),
      'write for example Europe/London',
    );
    return given({
      ...rest,
      start,
      rule,
      timeZone: zoneName ?? this.context.timeZone,
      changes: changes.length ? changes : undefined,
      attendance: this.attendance(venue, joinUrl),
      venue,
      joinUrl,
      joinPhone: this.line('joinPhone'),
      joinNote: this.prose('joinNote'),
      access: this.list('access'),
      // In the sheet's own words: a session that is off must never look as if it were on.
      note: unread.length
        ? [cells.cancelled, cells.moved]
            .filter(Boolean)
            .map((cell) => text(cell))
            .join('; ')
        : undefined,
    });
  }

  attendance(venue: Venue | undefined, joinUrl: string | undefined): Attendance {
    const place = Boolean(venue?.name || venue?.address);
    const read = (words: string): Attendance | undefined => {
      const yes = parseYesNo(words);
      // "yes" under the header "online".
      return yes === undefined ? parseAttendance(words) : yes ? (place ? 'hybrid' : 'online') : 'in-person';
    };
    const said = this.words('attendance', read, 'write "in person", "online" or "both"');
    return said ?? (joinUrl ? (place ? 'hybrid' : 'online') : 'in-person');
  }

  venue(): Venue | undefined {
    const latitude = number(this.line('latitude'));
    const longitude = number(this.line('longitude'));
    const point = position(latitude, longitude);
    if (!point && (this.row.cells.latitude || this.row.cells.longitude)) {
      this.remark('latitude and longitude are no place on Earth: write for example 53.7997 and -1.5492');
    }
    const venue = given({
      name: this.line('venue'),
      address: this.line('address'),
      locality: this.line('town'),
      district: this.line('district'),
      region: this.line('region'),
      postalCode: this.line('postcode'),
      country: this.words('country', countryCode, 'write its name in English or its two letters'),
      position: point,
      directions: this.prose('directions'),
    });
    return Object.keys(venue).length ? venue : undefined;
  }

  firstVisit(): FirstVisit | undefined {
    const answers = given({
      talking: this.prose('talking'),
      companion: this.prose('companion'),
      lateOrEarly: this.prose('lateOrEarly'),
      size: this.prose('size'),
      greeter: this.prose('greeter'),
      door: this.prose('door'),
      nameNeeded: this.prose('nameNeeded'),
      camera: this.prose('camera'),
      contactOutside: this.prose('contactOutside'),
      unsafe: this.prose('unsafe'),
    });
    return Object.keys(answers).length ? answers : undefined;
  }

  /** What the row says about its group. */
  group(): Omit<GroupFields, 'name'> {
    const { cells } = this.row;
    const languages = parseLanguages(this.line('languages') ?? '');
    for (const word of languages.unknown)
      this.remark(`"${text(word, 60)}" is no language that I know: write its name in English, or its code`);
    const joining = this.words(
      'joining',
      parseJoining,
      'write "drop in", "book" or "referral". The words are shown as they are',
    );
    const how = this.line('joining');
    const ledBy = this.line('ledBy');
    const contact = given({
      name: this.line('contactName'),
      phone: this.line('phone'),
      email: this.words(
        'email',
        (words) => (/^[^\s@]+@[^\s@]+$/.test(words) ? words : undefined),
        'it is no e-mail address',
      ),
    });
    const checked = this.words(
      'checked',
      (words) => this.date('checked', words),
      'write for example 2026-11-02',
    );
    if (checked && checked > this.context.today)
      this.remark(`last checked on ${checked} lies in the future, so it was passed over`);
    const quote = this.prose('quote');
    const agreed = parseYesNo(cells.consent ?? '');
    if (quote && !agreed)
      this.remark(
        'the quote is not shown: put "yes" into the column "quote consent" when the member has agreed',
      );
    const leadership = ledBy ? parseLeadership(ledBy) : undefined;
    return given({
      summary: this.prose('summary'),
      url: this.link('website'),
      topics: this.list('topics'),
      audience: parseAudience(this.list('audience')),
      languages: languages.tags,
      leadership,
      leader: this.line('leader') ?? (leadership ? undefined : ledBy),
      training: this.prose('training'),
      joining,
      // More than a word says more than we read.
      joiningNote: this.prose('joiningNote') ?? (how && (!joining || /\s\S+\s/.test(how)) ? how : undefined),
      cost: this.line('cost'),
      confidentiality: this.prose('confidentiality'),
      contact: Object.keys(contact).length ? contact : undefined,
      lastChecked: checked && checked <= this.context.today ? checked : undefined,
      firstVisit: this.firstVisit(),
      quote: quote && agreed ? given({ text: quote, by: this.line('quoteBy') }) : undefined,
    });
  }
}
