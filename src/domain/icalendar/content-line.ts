/**
 * The lines of RFC 5545 3.1, however a file was folded, ended or garbled: one at a time, so that 25 MB of history
 * never stand in memory twice.
 */

/** Longer values are cut: an attachment may be a file of megabytes. */
const LONGEST = 200_000;

/** One line that may go on over several: as it stands in the file, with the number of its first line. */
export interface RawLine {
  readonly number: number;
  readonly raw: string;
}

/** A property as it is written; its value still has its escapes. */
export interface Property {
  /** Upper case. */
  readonly name: string;
  /** `;TZID=Europe/London`, or ''. */
  readonly parameters: string;
  readonly value: string;
}

/** CR LF, LF or CR end a line, blank lines are passed over, and a line that begins with white space goes on with the last. */
export function* contentLines(text: string): Generator<RawLine> {
  const breaks = /[\r\n]+/g;
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const start = at;
    const number = line;
    let end: number;
    do {
      breaks.lastIndex = at;
      const [found = ''] = breaks.exec(text) ?? [];
      end = found ? breaks.lastIndex - found.length : text.length;
      at = found ? breaks.lastIndex : text.length;
      line += found.length < 2 || found === '\r\n' ? 1 : (found.match(/\r\n?|\n/g)?.length ?? 0);
    } while (text[at] === ' ' || text[at] === '\t');
    yield { number, raw: text.slice(start, end) };
  }
}

export const unfold = (raw: string): string => raw.slice(0, LONGEST).replace(/[\r\n]+[ \t]/g, '');

/** The name of the property of a line, upper case: most lines are of no use and need not be read further. */
export const nameOf = (raw: string): string =>
  /^\s*([\w-]+)/.exec(unfold(raw.slice(0, 200)))?.[1]?.toUpperCase() ?? '';

const LINE = /^\s*([\w-]+)\s*((?:;(?:"[^"]*"|[^":])*)?):([\s\S]*)$/;
/** Where quotes do not pair up, the first colon ends the name. */
const BROKEN = /^\s*([\w-]+)\s*(;[^:]*)?:([\s\S]*)$/;

export function parseLine(raw: string): Property | undefined {
  const line = unfold(raw);
  const [, name, parameters = '', value = ''] = LINE.exec(line) ?? BROKEN.exec(line) ?? [];
  return name ? { name: name.toUpperCase(), parameters, value } : undefined;
}

const CARETS: Readonly<Record<string, string>> = { n: '\n', '^': '^', "'": '"' };

/** The first value of a parameter, without quotes, its carets (RFC 6868) read. */
export function parameter({ parameters }: Property, name: string): string | undefined {
  if (!parameters) return undefined;
  for (const [, key = '', quoted, plain = ''] of parameters.matchAll(
    /;\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^;,"]*))/g,
  )) {
    if (key.toUpperCase() !== name) continue;
    return (quoted ?? plain).replace(/\^([n^'])/g, (_, mark: string) => CARETS[mark] ?? '').trim();
  }
  return undefined;
}

/** TEXT (RFC 5545 3.3.11). Writers escape more than they have to: "\:" and "\"" are read as well. */
export const unescapeText = (value: string): string =>
  value.includes('\\')
    ? value.replace(/\\([\s\S])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark))
    : value;

/** A list of TEXT: escaped commas part nothing. */
export const textList = (value: string): string[] =>
  (value.match(/(?:\\[\s\S]|[^,\\])+/g) ?? []).map((item) => unescapeText(item).trim());
