/**
 * Reading the opening tags of one element out of a page's HTML, as text: nothing of a foreign page is ever put into a document. It goes once
 * over the text, as a browser does (HTML, 13.2.5), so that no page takes more time than its length asks for.
 */
import { decodeEntities } from '../words/entities.js';

/** Attributes by their names in lower case. */
export type TagAttributes = ReadonlyMap<string, string>;

/** A page is not read further than this; a pasted book is no page. */
const MOST_CHARACTERS = 2_000_000;

/** What stands inside of these is no markup, or is not shown: it may hold a snippet without being one. */
const SILENT = new Set(
  'script style textarea title template xmp noembed noframes noscript iframe'.split(' '),
);

const TAG_NAME = /[a-z][^\t\n\f\r />]*/iy;
const SPACE = /[\t\n\f\r ]*/y;
const BETWEEN = /[\t\n\f\r /]*/y;
const ATTRIBUTE_NAME = /=?[^\t\n\f\r />=]*/y;
const BARE_VALUE = /[^\t\n\f\r >]*/y;

/** What the pattern matches at this very place. */
function textAt(pattern: RegExp, html: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(html)?.[0] ?? '';
}

/** A value behind its sign, and where it ends; undefined when its quote never closes. */
function readValue(html: string, at: number): { readonly value: string; readonly end: number } | undefined {
  const quote = html[at];
  if (quote !== '"' && quote !== "'") {
    const value = textAt(BARE_VALUE, html, at);
    return { value, end: at + value.length };
  }
  const close = html.indexOf(quote, at + 1);
  return close < 0 ? undefined : { value: html.slice(at + 1, close), end: close + 1 };
}

/** The attributes from this place on, and where the tag ends; undefined when it never does. */
function readAttributes(
  html: string,
  from: number,
): { readonly attributes: TagAttributes; readonly end: number } | undefined {
  const attributes = new Map<string, string>();
  for (let at = from; at < html.length; ) {
    at += textAt(BETWEEN, html, at).length;
    if (html[at] === '>') return { attributes, end: at + 1 };
    const name = textAt(ATTRIBUTE_NAME, html, at);
    at += name.length;
    const sign = at + textAt(SPACE, html, at).length;
    const read =
      html[sign] === '=' ? readValue(html, sign + 1 + textAt(SPACE, html, sign + 1).length) : undefined;
    if (html[sign] === '=' && !read) return undefined;
    const key = name.toLowerCase();
    // Of two with one name the first counts.
    if (key && !attributes.has(key)) attributes.set(key, decodeEntities(read?.value ?? ''));
    at = read?.end ?? at;
  }
  return undefined;
}

/** Where what is inside of a silent element ends. */
function endOfSilent(html: string, name: string, at: number): number {
  const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  close.lastIndex = at;
  return close.exec(html)?.index ?? html.length;
}

/** The opening tags of an element, in their order. */
export function elementTags(page: string, element: string): readonly TagAttributes[] {
  const html = page.slice(0, MOST_CHARACTERS);
  const found: TagAttributes[] = [];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('!--', at + 1)) {
      const close = html.indexOf('-->', at + 2);
      if (close < 0) break;
      at = close + 3;
      continue;
    }
    const name = textAt(TAG_NAME, html, at + 1).toLowerCase();
    if (name === '') {
      at++;
      continue;
    }
    const read = readAttributes(html, at + 1 + name.length);
    if (!read) break;
    if (name === element) found.push(read.attributes);
    at = SILENT.has(name) ? endOfSilent(html, name, read.end) : read.end;
  }
  return found;
}
