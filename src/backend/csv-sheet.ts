/** Finds the table in a sheet: which delimiter, which record is the header, which column is what. */
import type { Lexicon } from '../domain/words/lexicon.js';
import type { Column } from '../domain/words/vocabulary.js';
import { columnNames } from './csv-columns.js';
import { csvRecords } from './csv-records.js';
import { Problem } from './problem.js';

/** One data row. */
export interface SheetRow {
  /** As the spreadsheet counts it: the first record is row 1. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

export interface Sheet {
  readonly rows: readonly SheetRow[];
  /** The header as written. */
  readonly headers: readonly string[];
  /** Headers that name no column, or name one a second time. */
  readonly unknown: readonly string[];
}

/** A title or two may stand above the header, not a page. */
const HEADER_WITHIN = 30;

const isEmpty = (cell: string) => !cell || /^(?:[-–—]|n\/?a)$/i.test(cell);

interface Header {
  readonly at: number;
  readonly columns: readonly (Column | undefined)[];
  readonly known: number;
}

/** The record with the most known names, `name` among them: a lone "Groups" is a title. */
function findHeader(records: readonly (readonly string[])[], lexicon: Lexicon): Header | undefined {
  let best: Header | undefined;
  for (const [at, record] of records.slice(0, HEADER_WITHIN).entries()) {
    const seen = new Set<Column>();
    const columns = record.map((cell) => {
      const column = cell.length < 100 ? lexicon.columnOf(cell) : undefined;
      if (!column || seen.has(column)) return undefined;
      seen.add(column);
      return column;
    });
    if (seen.has('name') && seen.size > Math.max(1, best?.known ?? 0))
      best = { at, columns, known: seen.size };
  }
  return best;
}

/** Throws a `Problem` for a web page in place of a sheet. */
export function refuseHtml(text: string, address: string | undefined): void {
  if (!/^\s*<(?:!doctype|!--|html|head|body|script|\?xml)/i.test(text)) return;
  const google = /accounts\.google\.com|ServiceLogin|docs\.google\.com/.test(
    `${address ?? ''} ${text.slice(0, 100_000)}`,
  );
  throw new Problem(
    'malformed',
    google
      ? 'Google answered with a page instead of the sheet, so the sheet is private. In Google Sheets choose Share → Anyone with the link → Viewer, or File → Share → Publish to web → CSV.'
      : 'The address answers with a web page, not with CSV. Open it in a private window: it should download a file of rows and commas.',
  );
}

/** Tells what stands where a header row should. */
export function noHeader(text: string): Problem {
  const first = csvRecords(text.slice(0, 5000)).find((record) => record.some((cell) => cell.trim())) ?? [];
  const found = first.flatMap((cell) => cell.trim().slice(0, 40) || []).slice(0, 20);
  return new Problem(
    'malformed',
    `No row of column names was found. ${found.length ? `The first row says: ${found.join(', ')}. ` : ''}` +
      `A sheet needs at least "group name" and one more of: ${columnNames.join(', ')}.`,
  );
}

/** The table, or `undefined` when no header row is found. */
export function readSheet(text: string, lexicon: Lexicon): Sheet | undefined {
  let records: string[][] = [];
  let header: Header | undefined;
  for (const delimiter of [',', ';', '\t']) {
    const sample = findHeader(csvRecords(text.slice(0, 50_000), delimiter), lexicon);
    if (!sample || sample.known <= (header?.known ?? 0)) continue;
    records = csvRecords(text, delimiter);
    header = findHeader(records, lexicon) ?? sample;
  }
  if (!header) return undefined;
  const { at, columns } = header;
  const headers = (records[at] ?? []).map((cell) => cell.trim());
  const rows = records.slice(at + 1).flatMap((record, index): SheetRow[] => {
    // Rows of unticked boxes reach to the end of a sheet.
    if (record.every((cell) => isEmpty(cell.trim()) || cell.trim() === 'FALSE')) return [];
    const cells: Partial<Record<Column, string>> = {};
    for (const [place, column] of columns.entries()) {
      const cell = (record[place] ?? '').trim();
      if (column && !isEmpty(cell)) cells[column] = cell;
    }
    return [{ row: at + index + 2, cells }];
  });
  return { rows, headers, unknown: headers.filter((name, place) => name && !columns[place]) };
}
