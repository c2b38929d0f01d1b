/**
 * Points out what in a question tells who asked it: numbers, addresses, links, names, dates of birth. It points and nothing more: the
 * visitor decides. A false alarm makes people stop looking, so what is not plainly one of these is passed over.
 */
import { phoneNumbers } from './phone-numbers.js';

export type DetailKind = 'phone' | 'email' | 'link' | 'handle' | 'birth-date' | 'name';

/** A stretch of the text, in UTF-16 units; `end` is behind it. */
export interface Detail {
  readonly kind: DetailKind;
  readonly start: number;
  readonly end: number;
}

/** From, and up to. */
export type Range = readonly [start: number, end: number];

// Every repetition is bounded, or begins only where nothing of its kind stands before it: no text takes more time than its length asks for.

const CHARACTER = '\\p{L}\\p{M}\\p{N}';
const SPACE = '[ \\t\\u00a0]';
const pattern = (...parts: readonly string[]) => new RegExp(parts.join(''), 'giu');

const DOMAIN = `(?:[${CHARACTER}-]{1,63}\\.){1,6}`;
const ENDING = '(?:com|org|net|info|edu|eu|io|gg|uk|ie|us|es|mx|ar|cl|pe|ae|sa|eg|ma|jo)';
const MAILBOX = `(?<![${CHARACTER}._%+-])[${CHARACTER}._%+-]`;
const MAILERS = '(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|proton|protonmail|gmx|aol|msn)';

const ADDRESS = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"]{2,}/giu;
/** An address without its beginning. Endings that are words too ("no.es mío") need a path. */
const HOST = pattern(
  `(?<![${CHARACTER}@._-])(?:${DOMAIN}(?:(?:com|org|net|info|edu|uk)(?:\\.[a-z]{2})?(?![${CHARACTER}@-]|\\.[${CHARACTER}])|[a-z]{2}(?=/)))(?:/[^\\s<>"]*)?`,
);
const EMAIL = pattern(`${MAILBOX}{1,64}@${DOMAIN}\\p{L}{2,24}`);
/** "name at host dot com", "name (at) host.com". A word alone in place of @ needs more to tell that it is one. */
const SPELLED_EMAIL = pattern(
  `${MAILBOX}{2,64}(?:${SPACE}{0,2}[[({]${SPACE}?(?:at|@|arroba)${SPACE}?[\\])}]${SPACE}{0,2}`,
  `|${SPACE}{1,2}(?:@|arroba|آت|ات)${SPACE}{1,2}`,
  `|${SPACE}{1,2}at${SPACE}{1,2}(?=${MAILERS}(?![${CHARACTER}])|[${CHARACTER}-]{1,63}${SPACE}{1,2}dot${SPACE}))`,
  `[${CHARACTER}-]{1,63}${SPACE}{0,2}[[({]?${SPACE}?(?:\\.|dot|punto|دوت|نقطة)${SPACE}?[\\])}]?${SPACE}{0,2}`,
  `(?:${ENDING}|كوم)(?![${CHARACTER}])`,
);

const AT_NAME = pattern(`(?<![${CHARACTER}._@/])@[\\p{L}_][${CHARACTER}._]{1,29}`);
/** "Meet me @home". */
const NO_NAME = /^@(?:home|work|school|uni|college|hospital|night|least|all|casa|trabajo)$/i;
const U_NAME = /(?<![\p{L}\p{N}/])\/?u\/[\w-]{3,20}/giu;
const NETWORKS =
  'insta(?:gram)?|ig|snap(?:chat)?|tiktok|discord|telegram|twitter|facebook|fb|kik|reddit|skype|' +
  'انستا|انستغرام|انستقرام|سناب|سناب شات|تيك توك|تلغرام|تليجرام|فيسبوك|تويتر';
const NETWORK_NAME = pattern(
  `(?<![${CHARACTER}])(?:${NETWORKS})${SPACE}{0,2}(?:([:=])|is|es|هو)${SPACE}{0,2}(@?[\\p{L}\\p{N}_][${CHARACTER}._-]{2,29})`,
);
/** No word of a sentence looks like that. */
const ODD_WORD = /[\d_@]|\.\p{L}/u;
const SENTENCE_GOES_ON = /^[ \t]+[\p{L}\p{N}]/u;

const MONTH = `(?:${[
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  'ene(?:ro)?|febrero|marzo|abr(?:il)?|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|dic(?:iembre)?',
  'يناير|فبراير|مارس|[أا]بريل|مايو|يونيو|يوليو|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر',
  'كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول',
].join('|')})(?![${CHARACTER}])\\.?`;
const YEAR = '(?:19|20)\\d\\d(?!\\d)';
const NTH = '(?:st|nd|rd|th|º|\\.)?';
const LINKING = `(?:${SPACE}{1,2}|,${SPACE}?)(?:(?:of|de|del|من|عام|سنة)${SPACE})?`;
const DAY_AND_MONTH = `\\d{1,2}${NTH}${LINKING}${MONTH}`;
const MONTH_AND_DAY = `${MONTH}${SPACE}{1,2}\\d{1,2}${NTH}`;
const WHOLE_DATE = [
  '\\d{1,2}/\\d{1,2}/Y|\\d{1,2}\\.\\d{1,2}\\.Y|\\d{1,2}-\\d{1,2}-Y'.replaceAll('Y', YEAR),
  `${YEAR}(?:/\\d{1,2}/|-\\d{1,2}-|\\.\\d{1,2}\\.)\\d{1,2}(?!\\d)`,
  `(?:${DAY_AND_MONTH}|${MONTH_AND_DAY})${LINKING}${YEAR}`,
].join('|');
const DATE = pattern(`(?<![${CHARACTER}./-])(?:${WHOLE_DATE})`);
/** A date without a word about birth is one of birth when it lies so far back; others are about what happened. */
const OLDEST = 1920;
const YOUNGEST = 2015;
const BORN =
  'born|dob|d\\.o\\.b\\.?|date of birth|birth ?date|birthday|nac[ií]|nacid[oa]|fecha de nacimiento|cumpleaños|cumplo años|' +
  'ولدت|مولود|مولودة|مواليد|(?:عيد|تاريخ) (?:ال)?ميلادي?';
const BIRTH = pattern(
  `(?<![${CHARACTER}])(?:${BORN})(?:[ \\t:,]|(?<![${CHARACTER}])(?:is|was|on|in|the|el|en|es|día|año|de|في|عام|سنة|يوم|هو)(?![${CHARACTER}])){1,12}`,
  `(${WHOLE_DATE}|\\d{1,2}([./-])\\d{1,2}\\2\\d\\d(?!\\d)|\\d{1,2}/\\d{1,2}(?![\\d/])|${DAY_AND_MONTH}|${MONTH_AND_DAY}(?!\\d)|(?:${MONTH}${LINKING})?${YEAR})`,
);

const CALLED = pattern(
  `(?<![${CHARACTER}])(?:my name(?:['’]?s| is)|mi nombre es|me llamo|((?:i['’]?m|i am) called)|[إا]سمي(?: هو)?)[ \\t:]{1,3}`,
);
const NAME = /\p{L}[\p{L}\p{M}'’-]{1,30}/uy;
const CAPITAL = /^\p{Lu}/u;
const ARABIC = /^\p{scx=Arab}/u;
/** A name in small letters is followed by nothing, or by a new thought: "my name is often mispronounced" has none. */
const NAME_ENDS =
  /^(?:\s*$|\s*[.,;:!?)\n]|\s+(?:and|but|i|i['’]?m|from|y|pero|soy|tengo|vivo)(?![\p{L}\p{N}]))/iu;
/** What follows "my name is" and is none. */
const NO_NAMES = new Set(
  (
    'not on in at the an and but or being never always still also already only too so just used known written spelled because that this ' +
    "there what it i'm i’m i've im my his her been really actually from " +
    'no en el la los las un una muy que pero porque siempre nunca solo tengo soy vivo ' +
    'على في من مش ليس ليست مو غير ما لا هنا موجود معروف'
  ).split(' '),
);
/** Arabic names of which the first word is not the whole. */
const GOES_ON = /^(?:عبد|[أا]بو|[أا]م|[إا]بن)$/;

/** Ends of what is found that belong to the sentence. */
const SENTENCE_ENDS = '.,;:!?)]}\'"»”’،؛؟…-';

const trimmed = (text: string, start: number, found: string): Range => {
  let end = start + found.length;
  while (end > start && SENTENCE_ENDS.includes(text.charAt(end - 1))) end--;
  return [start, end];
};

const all = (text: string, what: RegExp): Range[] =>
  Array.from(text.matchAll(what), (match) => trimmed(text, match.index, match[0]));

function* networkNames(text: string): Iterable<Range> {
  for (const match of text.matchAll(NETWORK_NAME)) {
    const [whole, colon, name = ''] = match;
    const [start, end] = trimmed(text, match.index + whole.length - name.length, name);
    const alone = colon && !SENTENCE_GOES_ON.test(text.slice(end, end + 9));
    if (alone || ODD_WORD.test(text.slice(start, end))) yield [start, end];
  }
}

function* birthDates(text: string): Iterable<Range> {
  for (const match of text.matchAll(BIRTH)) {
    // A birthday is no year of birth: "since my birthday in 2019".
    if (/^(?:birthday|cumple|عيد)[^\d]*\d{4}$/i.test(match[0])) continue;
    const end = match.index + match[0].length;
    yield [end - (match[1]?.length ?? 0), end];
  }
  for (const match of text.matchAll(DATE)) {
    const year = Number(/(?<!\d)\d{4}(?!\d)/.exec(match[0])?.[0]);
    if (year >= OLDEST && year <= YOUNGEST) yield [match.index, match.index + match[0].length];
  }
}

function* names(text: string): Iterable<Range> {
  const wordAt = (at: number): string => {
    NAME.lastIndex = at;
    const word = NAME.exec(text)?.[0] ?? '';
    return NO_NAMES.has(word.toLowerCase()) ? '' : word;
  };
  for (const match of text.matchAll(CALLED)) {
    const start = match.index + match[0].length;
    const first = wordAt(start);
    let end = start + first.length;
    const isCapital = CAPITAL.test(first);
    if (!first || first.startsWith('ال')) continue;
    if (!isCapital && !ARABIC.test(first)) {
      // "I'm called names."
      if (match[1] || !NAME_ENDS.test(text.slice(end, end + 12))) continue;
    }
    const second = text.charAt(end) === ' ' ? wordAt(end + 1) : '';
    if (ARABIC.test(first) ? GOES_ON.test(first) && second : isCapital && CAPITAL.test(second))
      end += 1 + second.length;
    yield trimmed(text, start, text.slice(start, end));
  }
}

const plainDigits = (text: string) =>
  text.replace(/[٠-٩۰-۹０-９]/g, (digit) => String(digit.charCodeAt(0) & 15));

/** What in a text tells who wrote it, in its order and without overlaps. */
export function personalDetails(text: string): readonly Detail[] {
  // As many units as before, so that places in one are places in the other.
  const plain = plainDigits(text);
  const found: Detail[] = [];
  const taken = new Uint8Array(text.length);
  const add = (kind: DetailKind, ranges: Iterable<Range>) => {
    for (const [start, end] of ranges) {
      if (end <= start || taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      found.push({ kind, start, end });
    }
  };
  // What stands first keeps its stretch: an address may hold what looks like a handle, or a number.
  add('link', all(plain, ADDRESS));
  add('email', all(plain, EMAIL));
  add('email', all(plain, SPELLED_EMAIL));
  add('link', all(plain, HOST));
  add(
    'handle',
    all(plain, AT_NAME).filter(([start, end]) => !NO_NAME.test(plain.slice(start, end))),
  );
  add('handle', all(plain, U_NAME));
  add('handle', networkNames(plain));
  add('birth-date', birthDates(plain));
  add('phone', phoneNumbers(plain));
  add('name', names(plain));
  return found.sort((a, b) => a.start - b.start);
}
