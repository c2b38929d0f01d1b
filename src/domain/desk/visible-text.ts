/**
 * A question was written by anybody at all. What a screen hides or turns around (marks of direction, zero-width and tag characters,
 * controls) is shown by its number, so that a facilitator reads what is there and copies nothing unseen.
 */

/** A stretch of text as it is, or one character that a screen would not show. */
export type VisibleSegment =
  | { readonly kind: 'text'; readonly text: string }
  /** `name` as Unicode writes it: "U+202E". */
  | { readonly kind: 'mark'; readonly text: string; readonly name: string };

/**
 * Controls but tab and newline, all format characters (bidi, zero-width, tags, soft hyphen, byte order mark), line and paragraph separators,
 * private and unassigned ones, halves of pairs, fillers that look like nothing, and variation selectors.
 */
const HIDDEN =
  /(?![\t\n\p{ExtPict}])(?:[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029\u115f\u1160\u2800\u3164\uffa0]|\u034f|[\u17b4\u17b5]|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])/gu;

/**
 * What a picture or a letter needs and no reader misses: a joiner between the parts of an emoji, the selector behind one, joiners inside of
 * Arabic and Indic words. Alone or elsewhere they are shown.
 */
const PICTURE_BEFORE = /(?:\p{ExtPict}|\p{EMod}|[#*0-9])\ufe0f?$/u;
const PICTURE_AFTER = /^\p{ExtPict}/u;
const JOINED_LETTER_BEFORE =
  /[\p{scx=Arab}\p{scx=Deva}\p{scx=Beng}\p{scx=Taml}\p{scx=Mlym}\p{scx=Sinh}]\p{M}*$/u;
const JOINED_LETTER_AFTER = /^[\p{scx=Arab}\p{scx=Deva}\p{scx=Beng}\p{scx=Taml}\p{scx=Mlym}\p{scx=Sinh}]/u;

function belongs(mark: string, before: string, after: string): boolean {
  if (mark === '\ufe0f') return PICTURE_BEFORE.test(before) && !before.endsWith('\ufe0f');
  if (mark === '\u200d') {
    return (
      (PICTURE_BEFORE.test(before) && PICTURE_AFTER.test(after)) ||
      (JOINED_LETTER_BEFORE.test(before) && JOINED_LETTER_AFTER.test(after))
    );
  }
  return mark === '\u200c' && JOINED_LETTER_BEFORE.test(before) && JOINED_LETTER_AFTER.test(after);
}

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The text in its order; put together again, the segments are what came in. */
export function visibleText(text: string): readonly VisibleSegment[] {
  const segments: VisibleSegment[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(HIDDEN)) {
    const end = index + mark.length;
    // A few characters on either side decide.
    if (belongs(mark, text.slice(Math.max(0, index - 8), index), text.slice(end, end + 4))) continue;
    if (index > from) segments.push({ kind: 'text', text: text.slice(from, index) });
    segments.push({ kind: 'mark', text: mark, name: nameOf(mark) });
    from = end;
  }
  if (from < text.length) segments.push({ kind: 'text', text: text.slice(from) });
  return segments;
}
