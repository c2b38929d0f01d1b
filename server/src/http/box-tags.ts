/** Finds the box's widget in the HTML of a page. What came from elsewhere may be anything: no search takes longer for being badly written. */

const OPENING = '<kith-question-box';
export const MOST_TAGS = 5;
export const MOST_OF_TAG = 2000;

/** Places that only look like a tag: more than so many, and the rest of the page is not looked at. */
const MOST_TRIES = 100;

/** A tag to its end; quotes may hold a `>`. */
const TAG = /^<kith-question-box(?:[\s/](?:[^"'>]|"[^"]*"|'[^']*')*)?>/i;

function withoutComments(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = html.indexOf('<!--', from);
    if (start === -1) break;
    parts.push(html.slice(from, start));
    const end = html.indexOf('-->', start + 4);
    // A comment that never ends takes the rest with it, as in a browser.
    if (end === -1) return parts.join('');
    from = end + 3;
  }
  parts.push(html.slice(from));
  return parts.join('');
}

/** The opening tags as they are written. */
export function boxTags(html: string): readonly string[] {
  const seen = withoutComments(html);
  const lower = seen.toLowerCase();
  const tags: string[] = [];
  let at = lower.indexOf(OPENING);
  for (let tries = 0; at !== -1 && tries < MOST_TRIES && tags.length < MOST_TAGS; tries++) {
    const tag = TAG.exec(seen.slice(at, at + MOST_OF_TAG))?.[0];
    if (tag) tags.push(tag);
    at = lower.indexOf(OPENING, at + OPENING.length);
  }
  return tags;
}
