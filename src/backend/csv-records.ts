/** RFC 4180, read as forgivingly as spreadsheets write it. */

/**
 * The cells of every record. LF, CR and CRLF end a record, a BOM is dropped, a quote within a bare
 * cell is a quote, and so is one that never closes: it must not swallow the rest of the sheet.
 */
export function csvRecords(text: string, delimiter = ','): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const ends = new RegExp(`[${delimiter}\\r\\n]`, 'g');
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      let from = at + 1;
      while (close >= 0 && text[close + 1] === '"') {
        cell += text.slice(from, close + 1);
        from = close + 2;
        close = text.indexOf('"', from);
      }
      if (close < 0) cell = '';
      else {
        cell += text.slice(from, close);
        at = close + 1;
      }
    }
    ends.lastIndex = at;
    const end = ends.exec(text)?.index ?? text.length;
    record.push(cell + text.slice(at, end));
    at = end + 1;
    if (text[end] === delimiter) {
      if (at < text.length) continue;
      record.push('');
    } else if (text[end] === '\r' && text[at] === '\n') at++;
    records.push(record);
    record = [];
  }
  return records;
}
