/** Beginnings of answers that a facilitator may take and change. Only their names are here: their words are in i18n, in every language. */

export const ANSWER_TEMPLATES = [
  /** "Thank you for writing. Several of us have asked ourselves that." */
  'not-alone',
  /** What one of us did; no advice. */
  'own-experience',
  /** How an evening goes, and that one may come and only listen. */
  'come-along',
  /** Medicine, tests, treatment: for a nurse or doctor. */
  'ask-a-clinician',
  /** This is not for us, and who it is for. */
  'not-for-us',
  /** This worries me: the checked reply, with the help line. */
  'worried',
] as const;

export type AnswerTemplate = (typeof ANSWER_TEMPLATES)[number];
