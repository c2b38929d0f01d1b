/**
 * When a BMLT record says that people meet. The format knows weekly meetings only; groups that meet less often say so in the
 * comments or by a format, and a date on which nobody is there would be worse than none.
 */
import { clockText, parseClock } from '../domain/words/clock.js';
import { given, type RecordReader, text } from './record.js';
import { DAY_NAMES, DAYS, LeftOut, someTimeOn, type When, weekly } from './weekly-records.js';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const ORDINAL = `(?:1st|2nd|3rd|4th|5th|${ORDINALS.join('|')}|last)`;
const CLOCK = String.raw`(?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?`;
const FRONT = '(?:(?:only|meets?|meeting|on|the|every|each) )*';
/** Nothing but "3rd Friday of the month", "Only meets 1st & 3rd week", "last Sunday, 7 PM to 8 PM". */
const NTH = new RegExp(
  String.raw`^(${FRONT})(${ORDINAL}(?:(?: ?[,&/+] ?| and | ?, and )${ORDINAL})*) (\w+?)s?( of(?: \w+)? months?| in the month| monthly)?( only)?(?:,? ${CLOCK}(?: ?(?:-|–|to|until) ?${CLOCK})?)?[.!]?$`,
  'i',
);
/** Nothing but "every other week", "Bi-weekly", "monthly". */
const SELDOM = new RegExp(
  String.raw`^${FRONT}(?:(?:bi|semi)?-?monthly|bi-?weekly|fortnightly|once a month|twice a month|(?:(?:every|each) (?:other|second|2nd|two|2)|alternat(?:e|ing)) (?:weeks?|\w+days?))(?: only)?[.!]?$`,
  'i',
);

/** The first fifth Sunday, Monday … of a year. */
const FIFTHS = ['01-30', '01-31', '02-29', '03-29', '03-30', '03-31', '01-29'];

/** Months in which every rule has a session, for a start to count from. */
function startOf(day: number, nth: number): string {
  const first = day === 6 ? 1 : day + 2;
  const date = nth < 0 ? (first < 4 ? first + 28 : first + 21) : first + 7 * (nth - 1);
  return nth === 5 ? `2000-${FIFTHS[day]}` : `2000-01-${String(date).padStart(2, '0')}`;
}

/** Sessions of a month that the words name and nothing else; `unclear` where they may as well speak of what is read that week. */
function seldom(words: string, day: number): readonly number[] | 'unclear' | undefined {
  if (SELDOM.test(words)) return 'unclear';
  const [, front = '', ordinals = '', unit = '', month, only] = NTH.exec(words) ?? [];
  if (!ordinals) return undefined;
  const same = unit.slice(0, 3).toLowerCase() === DAY_NAMES[day]?.slice(0, 3).toLowerCase();
  if (!same && !/^w(?:ee)?k$/i.test(unit)) return undefined;
  // "Last week" of a month may begin before its last Friday.
  if (!(month || only || /only|meets/i.test(front)) || (!same && /last/i.test(ordinals))) return 'unclear';
  const nths = (ordinals.match(new RegExp(ORDINAL, 'gi')) ?? []).map((word) =>
    /last/i.test(word) ? -1 : Number.parseInt(word, 10) || ORDINALS.indexOf(word.toLowerCase()) + 1,
  );
  return [...new Set(nths)];
}

/** "01:30:00"; servers write 00:00:00 and 24:00:00 for what nobody knows. */
function durationOf(record: RecordReader): number | undefined {
  const written = record.text('duration_time');
  if (!written) return undefined;
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)(?::\d\d)?$/.exec(written) ?? [];
  const duration = Number(hours) * 60 + Number(minutes);
  if (Number.isNaN(duration) || duration > 1440)
    record.remark(`duration_time "${text(written, 40)}" is no length that can be read`);
  return duration > 0 && duration < 1440 ? duration : undefined;
}

/** A weekday beside the feed's own words is said in the language of the record. */
function dayIn(record: RecordReader, day: number): string {
  const lang = record.text('lang_enum') ?? 'en';
  const tag = /^[a-z]{2,3}(?:-[a-z]{2,4})?$/i.test(lang) ? lang : 'en';
  // 2 January 2000 was a Sunday.
  return new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, 0, 2 + day),
  );
}

/** @param words Names of formats and comments, of which one may say that the group meets less often. */
export function whenOf(record: RecordReader, words: readonly string[]): When {
  const written = record.text('start_time');
  const time = written ? parseClock(written) : undefined;
  if (written && !time) throw new LeftOut(`start_time "${text(written, 40)}" is no time that can be read`);
  const weekday = record.text('weekday_tinyint');
  const number = weekday && /^[1-7]$/.test(weekday) ? Number(weekday) : undefined;
  if (weekday && !number)
    throw new LeftOut(`weekday_tinyint "${text(weekday, 40)}" is not 1 (Sunday) to 7 (Saturday)`);
  if (!time || !number) {
    record.remark('weekday_tinyint or start_time is missing, so no date can be told');
    return number ? someTimeOn([number - 1]) : given({ text: time && clockText(time) });
  }
  // "24:00" is the end of its day, which is where the next one begins.
  const day = (number - 1 + (/^24/.test(written ?? '') ? 1 : 0)) % 7;
  const duration = given({ durationMinutes: durationOf(record) });
  for (const word of words) {
    const nths = seldom(word, number - 1);
    if (!nths) continue;
    if (nths !== 'unclear' && day === number - 1) {
      const first = nths.find((nth) => nth > 0 && nth < 5) ?? nths[0] ?? 1;
      const byDay = nths.map((nth) => ({ weekday: DAYS[day] ?? 'MO', nth }));
      return {
        start: `${startOf(day, first)}T${clockText(time)}`,
        rule: { frequency: 'MONTHLY', byDay },
        ...duration,
      };
    }
    record.remark(`"${text(word, 60)}" does not say for sure on which dates: no date is told`);
    return { text: [dayIn(record, number - 1), clockText(time), word].join(', ') };
  }
  return { ...weekly(day, time), ...duration };
}
