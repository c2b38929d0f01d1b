/**
 * How people say in a calendar that an evening does not take place: not with STATUS, but with a word in front of the
 * title, or after it. English, Spanish, German, French and Arabic.
 */

export type State = 'cancelled' | 'moved' | 'postponed';

export interface CalledOff {
  readonly state: State;
  /** The text without the words that say so; '' when it says nothing else. */
  readonly rest: string;
  /** All that was cut. */
  readonly said: string;
}

/** Accents may be missing, as people type. What is no name of a group anywhere needs no colon behind it. */
const WORDS: readonly (readonly [State, string])[] = [
  [
    'cancelled',
    'cancel+ed|cancel+ation|called off|cancelad[oa]s?|suspendid[oa]s?|anulad[oa]s?|abgesagt|entf[äa]e?llt|f[äa]e?llt (?:heute )?aus|annul[ée]{1,2}e?s?|supprim[ée]{1,2}s?' +
      '|(?:تم )?[إا]لغا?ء|(?:تم )?[إا]لغاؤه?ا?|[أا]لغيت?|ملغ[ىيا]ة?' +
      "|no (?:meeting|group|session)s?|(?:no hay|sin) (?:reuni[óo]n|grupo|sesi[óo]n|encuentro)|keine?e?n? (?:treffen|gruppe|gruppentreffen|sitzung)|pas d(?:e |['’])(?:r[ée]union|groupe|rencontre|s[ée]ance)" +
      '|لا (?:يوجد |توجد )?(?:اجتماع|جلسة|لقاء)',
  ],
  [
    'postponed',
    'postponed|aplazad[oa]s?|pospuest[oa]s?|postergad[oa]s?|verschoben|report[ée]{1,2}s?|(?:تم )?ت[أا]جيل|م[ؤو]جلة?|[أا]جلت?',
  ],
  [
    'moved',
    'moved(?! (?:by|with|on)\\b)|rescheduled|relocated|trasladad[oa]s?|movid[oa]s?|reprogramad[oa]s?|verlegt|d[ée]plac[ée]{1,2}s?|(?:تم )?نقل|منقولة?|تم النقل',
  ],
];

/** A title that is longer is none. */
const LONGEST = 400;

const END = '(?![\\p{L}\\p{M}\\p{N}])';
const LEADING = WORDS.map(
  ([state, words]) =>
    [state, new RegExp(`^[\\s*!#([{<-]*(?:${words})${END}[\\s\\])}>*!.:;,|/–—-]*`, 'iu')] as const,
);
/** Behind a name the word stands apart: in brackets, after a dash or colon, or in capitals. */
const TRAILING = WORDS.map(
  ([state, words]) =>
    [
      state,
      new RegExp(`(?:\\s*[([{*]+\\s*|\\s+[–—|-]+\\s+|\\s*[:;,|–—]\\s+)(?:${words})${END}.*$`, 'iu'),
    ] as const,
);
const SHOUTED = /\s+(CANCELL?ED|CANCELAD[OA]|ABGESAGT|ANNUL[ÉE]+|POSTPONED|MOVED)[\s!.*]*$/u;

/** What a title or note that begins or ends like this means for its evening. */
export function calledOff(text: string): CalledOff | undefined {
  const line = text.slice(0, LONGEST).normalize('NFC').trim();
  for (const [state, words] of LEADING) {
    const said = words.exec(line)?.[0];
    if (said) return { state, rest: line.slice(said.length).trim(), said };
  }
  for (const [state, words] of TRAILING) {
    const found = words.exec(line);
    if (found?.index) return { state, rest: line.slice(0, found.index), said: found[0] };
  }
  const shouted = SHOUTED.exec(line);
  if (!shouted) return undefined;
  const { state = 'cancelled' } = calledOff(shouted[1] ?? '') ?? {};
  return { state, rest: line.slice(0, shouted.index), said: shouted[0] };
}

/** For a note, which tells of much else: only its first line, and only when it begins so. */
export function calledOffInNote(note: string): CalledOff | undefined {
  const line = note
    .slice(0, LONGEST)
    .normalize('NFC')
    .trim()
    .replace(/\n[\s\S]*$/, '');
  for (const [state, words] of LEADING) {
    const said = words.exec(line)?.[0];
    if (said) return { state, rest: line.slice(said.length).trim(), said: line };
  }
  return undefined;
}
