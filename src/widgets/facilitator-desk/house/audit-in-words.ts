/** What the staff did, day by day, as sentences. A server may know deeds that this desk does not: those are told by their own names. */
import type { AuditRow } from '../../../backend/staff-api.js';
import type { DeskStrings } from '../../../i18n/desk/desk-strings.js';
import { dayInWords } from '../day-in-words.js';
import type { Speech } from '../desk-screen.js';

const DEEDS = {
  'made box': 'auditMadeBox',
  'opened session': 'auditOpenedSession',
  'claimed question': 'auditClaimedQuestion',
  'answered question': 'auditAnsweredQuestion',
  'closed question': 'auditClosedQuestion',
  'signed manifest': 'auditSignedManifest',
  'signed roster': 'auditSignedRoster',
  'signed catalogue': 'auditSignedCatalogue',
  'opened sheet': 'auditOpenedSheet',
  'proved sheet': 'auditProvedSheet',
  'changed sheet': 'auditChangedSheet',
  'recovered account': 'auditRecoveredAccount',
  'made invitation': 'auditMadeInvitation',
  'removed invitation': 'auditRemovedInvitation',
  'accepted invitation': 'auditAcceptedInvitation',
  'changed account': 'auditChangedAccount',
  'changed rules': 'auditChangedRules',
  'made publication': 'auditMadePublication',
  'removed publication': 'auditRemovedPublication',
  'changed origins': 'auditChangedOrigins',
} as const satisfies Readonly<Record<string, keyof DeskStrings>>;

export interface AuditDay {
  readonly day: string;
  /** One for each person. */
  readonly lines: readonly string[];
}

/** Names that nobody here has checked: letters and digits of them, and not many. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N} -]/gu, '?').slice(0, 40);

function deedOf({ action, kind, times }: AuditRow, { locale, words }: Speech): string {
  const name = `${action} ${kind}`;
  if (Object.hasOwn(DEEDS, name)) return locale.say(words[DEEDS[name as keyof typeof DEEDS]], { n: times });
  return locale.say(words.proofAuditUnknown, { deed: locale.apart(bare(name)), n: times });
}

/**
 * @param nameOf The name of a present member.
 * @param today Days since 1970-01-01: the year is said where it is another one.
 */
export function auditInWords(
  rows: readonly AuditRow[],
  speech: Speech,
  { nameOf, today }: { nameOf(id: string): string | undefined; readonly today: number },
): readonly AuditDay[] {
  const { locale, words } = speech;
  const who = (actor: string): string => {
    if (actor === '') return words.proofAuditSheet;
    const name = nameOf(actor);
    return name === undefined ? locale.say(words.proofAuditLeft, { id: bare(actor) }) : locale.apart(name);
  };
  const days = new Map<number, Map<string, AuditRow[]>>();
  for (const row of rows) {
    const people = days.get(row.day) ?? new Map<string, AuditRow[]>();
    days.set(row.day, people);
    people.set(row.actor, [...(people.get(row.actor) ?? []), row]);
  }
  return [...days]
    .sort(([a], [b]) => b - a)
    .map(([day, people]) => ({
      day: dayInWords(locale, day, today),
      lines: [...people].map(([actor, deeds]) =>
        locale.say(words.proofAuditLine, {
          name: who(actor),
          deeds: locale.enumerate(deeds.map((row) => deedOf(row, speech))),
        }),
      ),
    }));
}
