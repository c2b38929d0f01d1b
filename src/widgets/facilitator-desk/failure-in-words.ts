/** Why something was not done, as a calm sentence for whoever sits at the desk, and whether the desk has to be locked for it. */
import { Problem } from '../../backend/problem.js';
import { StaffRefusal } from '../../backend/staff-api.js';
import { SealingError, type SealingReason } from '../../domain/sealing/sealing-error.js';
import type { DeskStrings } from '../../i18n/desk/desk-strings.js';
import type { Locale } from '../../i18n/locale.js';

const REFUSALS = {
  'sign-in-refused': 'failSignIn',
  'too-many': 'failTooMany',
  busy: 'failServer',
  'signed-out': 'failSignedOut',
  claimed: 'failClaimed',
  'no-such-question': 'failNoSuchQuestion',
  'seq-taken': 'failThreeAnswers',
  older: 'failOlder',
  'version-taken': 'failOlder',
  'claim-refused': 'failClaimRefused',
  'box-exists': 'failBoxExists',
  'box-full': 'failFull',
  'not-allowed': 'failKeepersOnly',
  'foreign-origin': 'failForeignOrigin',
  'no-such-box': 'failNoSuchBox',
  'sheet-not-proven': 'failSheet',
} as const satisfies Readonly<Record<string, keyof DeskStrings>>;

/** Refusals of the sealing that are a slip of whoever types. */
const SLIPS = {
  passphrase: 'failPassphrase',
  'code-length': 'failSheetCode',
  'code-symbol': 'failSheetCode',
  'code-check': 'failSheetCode',
  'too-long': 'failTooLong',
  empty: 'failEmpty',
  'control-character': 'failCharacters',
  'ill-formed-text': 'failCharacters',
  'insecure-context': 'failInsecure',
} as const satisfies Partial<Readonly<Record<SealingReason, keyof DeskStrings>>>;

const named = <T extends object>(table: T, name: string): name is string & keyof T =>
  Object.hasOwn(table, name);

export interface Failure {
  /** For whoever sits at the desk. */
  readonly said: string;
  /** For the console: what whoever runs the server can mend; absent where it is nobody's fault but a slip. */
  readonly hint?: unknown;
}

export function failureInWords(error: unknown, words: DeskStrings, locale: Locale): Failure {
  if (error instanceof StaffRefusal) {
    const { reason, retrySeconds } = error;
    if (reason === 'too-many' && retrySeconds > 0)
      return { said: locale.say(words.failTooManyWait, { n: Math.ceil(retrySeconds / 60) }) };
    return named(REFUSALS, reason)
      ? { said: words[REFUSALS[reason]] }
      : { said: words.failServer, hint: error };
  }
  if (error instanceof SealingError)
    return named(SLIPS, error.reason)
      ? { said: words[SLIPS[error.reason]] }
      : { said: words.failUntrusted, hint: error };
  if (error instanceof Problem)
    return { said: error.kind === 'offline' ? words.failOffline : words.failUnreachable, hint: error.hint };
  return { said: words.failUnexpected, hint: error };
}

/** Whether the session is over on the server, so that the keys have no business here. */
export const endsSession = (error: unknown): boolean =>
  error instanceof StaffRefusal && error.reason === 'signed-out';
