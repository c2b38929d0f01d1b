/**
 * What people who write for others in distress have learnt to look at before an answer goes out. It is a list to go through and a few plain
 * patterns that point at a place; nothing is ever kept from being sent.
 */

/** The list, in the order in which one goes through it. Its words are in i18n. */
export const CARE_CHECKS = [
  'no-method',
  'no-place',
  'no-numbers',
  'no-single-cause',
  'help-line',
  'no-promise',
  'experience-not-advice',
] as const;

export type CareCheck = (typeof CARE_CHECKS)[number];

/** What a pattern points at. */
export type CareHintKind =
  /** A number of tablets, an amount. */
  | 'dose'
  /** "Committed suicide": as if it were a crime. */
  | 'committed'
  /** A person called by what they live with. */
  | 'label'
  /** "Suffers from". */
  | 'suffers'
  /** An attempt that "succeeded" or "failed". */
  | 'attempt'
  /** Advice in place of experience. */
  | 'must'
  /** What nobody can promise. */
  | 'promise';

/** A stretch of the text, in UTF-16 units; `end` is behind it. */
export interface CareHint {
  readonly kind: CareHintKind;
  readonly start: number;
  readonly end: number;
}

/** The item of the list under which a place is pointed at. */
export const CHECK_OF_HINT: Readonly<Record<CareHintKind, CareCheck>> = {
  dose: 'no-method',
  committed: 'experience-not-advice',
  label: 'experience-not-advice',
  suffers: 'experience-not-advice',
  attempt: 'no-numbers',
  must: 'experience-not-advice',
  promise: 'no-promise',
};

/** Whole words, white space between them as it comes. */
const words = (text: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${text.replaceAll(' ', '\\s{1,9}')})(?![\\p{L}\\p{N}])`, 'giu');

/** English: a list of words for each language has to be made by people who speak it. */
const PATTERNS: readonly (readonly [CareHintKind, RegExp])[] = [
  [
    'dose',
    words(
      '\\d{1,6}(?:[.,]\\d{1,3})?\\s?(?:mg|mcg|[µμ]g|g|ml|cl|milligrams?|micrograms?|grams?|millilit(?:re|er)s?|tablets?|pills?|capsules?|units?|packets?|boxes)',
    ),
  ],
  ['committed', words('commit(?:s|ted|ting)? suicide')],
  ['label', words('addicts?|junk(?:ie|y)s?|schizophrenics?|psychos?')],
  ['suffers', words('suffer(?:s|ed|ing)? from')],
  [
    'attempt',
    words('(?:un)?successful (?:suicide )?attempts?|failed (?:suicide )?attempts?|completed suicide'),
  ],
  ['must', words('you (?:really |just |simply |always |never )?(?:must|should|ought to)')],
  [
    'promise',
    words(
      '(?:will|can) (?:cure|heal) you|will cure|(?:guarantee|promise) (?:you|that)|you will (?:definitely |certainly |surely )?(?:be fine|be cured|get better|recover)',
    ),
  ],
];

/** Places to look at once more, in their order. */
export const careHints = (text: string): readonly CareHint[] =>
  PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      kind,
      start: index,
      end: index + found.length,
    })),
  ).sort((a, b) => a.start - b.start || a.end - b.end);
