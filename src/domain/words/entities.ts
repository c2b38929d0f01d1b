/** Feeds exported from web pages carry the page's escapes ("St. Mary&#8217;s"): read as text, never as markup. */

/** Those that web pages' editors write, each with its character; letters with accents come as numbers. */
const NAMED =
  'amp & lt < gt > quot " apos \' ndash – mdash — lsquo ‘ rsquo ’ ldquo “ rdquo ” hellip … eacute é ntilde ñ'.split(
    ' ',
  );

/** Character references as the characters they stand for; tags and unknown names stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}\d{0,2}));/gi,
    (written, decimal, hex, name) => {
      // Names stand at even places.
      if (name) return name === 'nbsp' ? ' ' : (NAMED[NAMED.indexOf(name) + 1 || NAMED.length] ?? written);
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : ' ';
    },
  );
}
