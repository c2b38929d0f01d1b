/** Telephone numbers in running text, as people in many countries write them; years, doses, prices and times are none. */

/** Digits with what people write between them; marks of direction come along with numbers in Arabic text. */
const BETWEEN = '[ \\t\\u00a0\\u202f.()\\-\\u2010\\u2011\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]';
const RUN = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}.,/:#_+$€£-])(?:\\+${BETWEEN}{0,2})?\\(?\\d(?:${BETWEEN}{0,3}\\d)*`,
  'gu',
);
const DATE_OR_TIME = /^\(?(?:\d{1,2}[.-]\d{1,2}[.-]\d{4}|\d{4}-\d\d-\d\d)/;
const UNIT =
  /^[ \u00a0]?(?:[%€£$°/]|(?:mg|mcg|ml|kg|g|km|m|euros?|pesos|dollars|pounds|calories|kcal|people|years|años|personas)(?!\p{L}))/u;
/** Somebody says that it is a number to ring: then short ones count too. */
const RING = new RegExp(
  `(?:phone|mobile|cell|tel|my number|call|text|ring|whatsapp|m[oó]vil|tel[eé]fono|mi número|ll[aá]ma(?:me|d)?|escr[ií]beme|` +
    `هاتف|رقم|رقمي|هاتفي|جوال|جوالي|موبايل|اتصل|اتصلوا|اتصلي|واتس|واتساب)(?!\\p{L})[^\\d\\n]{0,16}$`,
  'iu',
);
/** Lengths of the groups in which numbers without a leading 0 are written. */
const SHAPES = new Set(['3-3-4', '2-4-4', '1-3-3-4', '1-4-4', '2-8', '3-7']);
/** Nine digits, as in Spain: with 6 to 9 in front. */
const NINE = new Set(['3-3-3', '3-2-2-2', '2-3-2-2', '3-6', '2-7']);

function isNumber(run: string, before: string, after: string): boolean {
  const groups = run.match(/\d+/g) ?? [];
  const digits = groups.join('');
  const count = digits.length;
  const [first = ''] = groups;
  if (count < 7 || DATE_OR_TIME.test(run)) return false;
  if (run.startsWith('+')) return count >= 8 && count <= 15;
  if (UNIT.test(after) || groups.every((group) => /^(?:19|20)\d\d$/.test(group))) return false;
  // Millions, and a row of the same digit.
  if (/0{5}$|^(\d)\1*$|\D000$/.test(groups.length > 1 ? run : digits)) return false;
  if (/^00[1-9]/.test(digits)) return count >= 10 && count <= 17;
  if (count <= 12 && RING.test(before)) return true;
  if (digits.startsWith('0'))
    return count >= 9 && count <= 12 && first.length > 1 && (count < 12 || first.length > 3);
  if (groups.length === 1) return count >= 9 && count <= 12;
  const shape = groups.map(({ length }) => length).join('-');
  return SHAPES.has(shape) || (NINE.has(shape) && /^[6-9]/.test(digits));
}

/** Where they stand. Digits have to be 0 to 9. */
export function* phoneNumbers(text: string): Iterable<readonly [start: number, end: number]> {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const end = index + run.length;
    if (isNumber(run, text.slice(Math.max(0, index - 30), index), text.slice(end, end + 12)))
      yield [index, end];
  }
}
