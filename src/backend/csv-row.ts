/** One row of a sheet, with the readers that its cells need. */

import { countryOfZone } from '../domain/country-of-zone.js';
import type { LocalDate } from '../domain/meeting.js';
import { RuleError } from '../domain/recurrence/rule-error.js';
import { countryCode } from '../domain/words/country.js';
import { type DateOrder, parseDate } from '../domain/words/dates.js';
import type { Lexicon } from '../domain/words/lexicon.js';
import { spoiltPhone } from '../domain/words/phone.js';
import type { Column } from '../domain/words/vocabulary.js';
import { columnName } from './csv-columns.js';
import type { SheetRow } from './csv-sheet.js';
import type { ReadContext } from './ports.js';
import { list, RecordReader, type Tally, text } from './record.js';

export class RowReader {
  readonly #record: RecordReader;
  readonly cells: SheetRow['cells'];

  constructor(
    { row, cells }: SheetRow,
    tally: Tally,
    readonly context: ReadContext,
    readonly order: (column: Column) => DateOrder,
    readonly lexicon: Lexicon,
  ) {
    this.cells = cells;
    // Under the names that the webmaster sees in the remarks.
    const named = Object.entries(cells).map(([column, cell]) => [columnName(column as Column), cell]);
    this.#record = new RecordReader(Object.fromEntries(named), tally, row);
  }

  remark(reason: string): void {
    this.#record.remark(reason);
  }

  /** Throws a `RuleError` for a cell that shows a spreadsheet's error in place of a value. */
  refuseErrors(): void {
    for (const [column, cell] of Object.entries(this.cells))
      if (/^#(?:REF|N\/A|NAME|VALUE|DIV\/0|NUM|ERROR|NULL)[!?]?$/.test(cell))
        throw new RuleError(`a formula in the column "${columnName(column as Column)}" fails with ${cell}`);
  }

  line(column: Column): string | undefined {
    return this.#record.text(columnName(column));
  }

  prose(column: Column): string | undefined {
    return this.#record.prose(columnName(column));
  }

  /** A number to ring, as it is written; one that the spreadsheet has spoilt is told. */
  phone(column: Column): string | undefined {
    const phone = this.line(column);
    const zone = this.line('zone') ?? this.context.timeZone;
    const country = countryCode(this.line('country') ?? '') ?? (zone ? countryOfZone(zone) : undefined);
    const spoilt = phone && spoiltPhone(phone, country);
    if (spoilt)
      this.remark(
        `"${phone}" in the column "${columnName(column)}" ${
          spoilt === 'zero' ? 'has lost the 0 in front' : 'was rounded'
        }: format the column as plain text and type the number again`,
      );
    return phone;
  }

  link(column: Column): string | undefined {
    return this.#record.link(columnName(column));
  }

  list(column: Column): string[] {
    return list(this.cells[column]?.replace(/[\r\n]+/g, ';'));
  }

  date(column: Column, part: string, today = this.context.today): LocalDate | undefined {
    return parseDate(part, today, this.lexicon, this.order(column));
  }

  /** What the reader makes of the cell's words; words that it cannot read are told, with the mend. */
  words<T>(
    column: Column,
    read: (words: string, lexicon: Lexicon) => T | undefined,
    mend: string,
  ): T | undefined {
    const words = this.line(column);
    const value = words === undefined ? undefined : read(words, this.lexicon);
    if (words !== undefined && value === undefined)
      this.remark(`"${text(words, 60)}" in the column "${columnName(column)}" could not be read: ${mend}`);
    return value;
  }

  /** First date, and a time where the sheet keeps both in one cell. */
  start(): { day?: LocalDate | undefined; time?: string | undefined } {
    const column = this.cells.start ? 'start' : 'date';
    const written = this.line(column);
    if (!written) return {};
    const [, date = written, time] = /^(.*\d)[ T](\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?)$/i.exec(written) ?? [];
    const day = this.date(column, date);
    if (!day)
      this.remark(
        `"${text(written, 60)}" in the column "${columnName(column)}" is no date that I can read: write for example 2026-12-24`,
      );
    // Read as of another year, a date without its year is another.
    else if (this.date(column, date, `${Number(this.context.today.slice(0, 4)) + 2}-01-01`) !== day)
      this.remark(`"${date}" in the column "${columnName(column)}" has no year and was read as ${day}`);
    return { day, time: time && !/^0?0:00/.test(time) ? time : undefined };
  }
}
