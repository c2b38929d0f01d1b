/**
 * Lists that a facilitator takes along as CSV (RFC 4180). A visitor wrote what stands in the cells, and a spreadsheet runs what begins like a
 * formula, so such a cell begins with an apostrophe: it is text then.
 */

/** What spreadsheets take for the beginning of a formula, in full width too, behind white space or what is not seen. */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠\u2212\ufe62\ufe63\ufe66\ufe6b]|^[\t\r\n]/u;

/** One cell as text, whatever a spreadsheet would make of it. */
export const safeCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const quoted = (text: string): string =>
  /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Rows as one file: every line ends with CR LF, the last one too. */
export const safeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map((cell) => quoted(safeCell(cell))).join(',')}\r\n`).join('');
