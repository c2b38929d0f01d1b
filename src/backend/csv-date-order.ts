/** Whether a sheet writes the day or the month first, from everything in it that gives a hint. */
import type { LocalDate } from '../domain/meeting.js';
import { countryCode } from '../domain/words/country.js';
import { type DateOrder, dateOrder, isOpenDate, parseDate } from '../domain/words/dates.js';
import { parseDays } from '../domain/words/days.js';
import type { Lexicon } from '../domain/words/lexicon.js';
import type { Column } from '../domain/words/vocabulary.js';
import type { Sheet } from './csv-sheet.js';
import type { Tally } from './record.js';

const DATES = ['start', 'date', 'cancelled', 'moved', 'checked'] as const;

/** Decides, for every column of dates, whether the day or the month comes first. */
export function dateOrders(
  sheet: Sheet,
  tally: Tally,
  today: LocalDate,
  lexicon: Lexicon,
): (column: Column) => DateOrder {
  const values = (column: Column) =>
    sheet.rows.flatMap(({ cells }) =>
      (cells[column] ?? '')
        .split(lexicon.pattern('[;,|\\n]| (?:[-–→]|->|<to>|<and>) '))
        .map((part) => part.replace(/\(.*/, ''))
        .filter((part) => part.length < 60),
    );
  const own = new Map(DATES.map((column) => [column as Column, dateOrder(values(column), lexicon)]));
  // A first date has to fall on the group's day.
  const byDay = new Set(
    sheet.rows.flatMap(({ cells: { start = '', day = '' } }) => {
      const [weekday, another] = parseDays(day, lexicon) ?? [];
      if (!weekday || another || !isOpenDate(start, lexicon)) return [];
      const fits = (['day-first', 'month-first'] as const).filter((order) =>
        parseDate(`${weekday} ${parseDate(start, today, lexicon, order)}`, today, lexicon),
      );
      return fits.length === 1 ? fits : [];
    }),
  );
  const elsewhere = new Set([...own.values()].filter((order) => order !== undefined));
  const countries = new Set(
    sheet.rows.flatMap(({ cells }) => (cells.country ? [countryCode(cells.country)] : [])),
  );
  const evidence =
    (elsewhere.size === 1 ? [...elsewhere][0] : undefined) ??
    (byDay.size === 1 ? [...byDay][0] : undefined) ??
    (sheet.headers.some((header) => lexicon.isDayFirst(header)) ? 'day-first' : undefined) ??
    (countries.size === 1 ? (countries.has('US') ? 'month-first' : 'day-first') : undefined);
  if (!evidence) {
    const open = DATES.flatMap((column) => values(column).filter((part) => isOpenDate(part, lexicon)))[0];
    if (open) {
      const read = parseDate(open, today, lexicon);
      tally.remark(
        `Nothing shows whether "${open.trim()}" starts with the day or the month: it was read as ${read}. Write dates like 2026-12-24 to be sure`,
      );
    }
  }
  return (column) => own.get(column) ?? evidence ?? 'day-first';
}
