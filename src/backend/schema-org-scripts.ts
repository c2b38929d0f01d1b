/**
 * Finds the JSON-LD in a web page's text. A parser of HTML would be a Trusted Types sink on strict pages, so the text is
 * searched from front to back, each character once or twice, whatever stands in it.
 */

/** More blocks than any page has; the limits are against hostile pages. */
const MOST_BLOCKS = 2000;
/** A start tag is no longer than this. */
const LONGEST_TAG = 2000;

const TYPE =
  /\stype\s*=\s*(?:"\s*application\/ld\+json\b[^"]*"|'\s*application\/ld\+json\b[^']*'|application\/ld\+json(?=[\s;/]|$))/i;

/** Where a tag that begins at `from` ends, quotes looked after; -1 where it does not. */
function endOfTag(page: string, from: number): number {
  let quote = '';
  const last = Math.min(page.length, from + LONGEST_TAG);
  for (let at = from; at < last; at++) {
    const character = page[at] ?? '';
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '>') return at;
    else if (character === '"' || character === "'") quote = character;
  }
  return -1;
}

/** What stands in a script is neither escaped nor, as a rule, commented out; some editors do both. */
function unwrapped(content: string): string {
  return content
    .trim()
    .replace(/^(?:<!--|(?:\/\/|\/\*)?\s?<!\[CDATA\[(?:\*\/)?)/, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s?\]\]>(?:\*\/)?)$/, '')
    .trim();
}

/** The text of every `<script type="application/ld+json">`, in order. Comments are skipped. */
export function jsonLdScripts(page: string): string[] {
  const blocks: string[] = [];
  const mark = /<!--|<script(?=[\s>/])/gi;
  const close = /<\/script(?=[\s>/])/gi;
  for (let found = mark.exec(page); found && blocks.length < MOST_BLOCKS; found = mark.exec(page)) {
    const from = found.index;
    if (found[0] === '<!--') {
      const end = page.indexOf('-->', from + 4);
      if (end < 0) break;
      mark.lastIndex = end + 3;
      continue;
    }
    const open = endOfTag(page, mark.lastIndex);
    if (open < 0) {
      mark.lastIndex = Math.min(page.length, mark.lastIndex + LONGEST_TAG);
      continue;
    }
    close.lastIndex = open + 1;
    const end = close.exec(page);
    // A script without an end takes the rest of the page with it, as it does in a browser.
    if (!end) break;
    if (TYPE.test(page.slice(from + 7, open))) blocks.push(unwrapped(page.slice(open + 1, end.index)));
    mark.lastIndex = end.index + 8;
  }
  return blocks;
}
