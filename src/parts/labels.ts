/** Words for the few values that every listing shares. */
import { FAMILY, FOR_ALL, FOR_MEMBERS, FREE } from '../domain/group.js';
import type { Locale } from '../i18n/locale.js';

export function joiningLabel({ strings }: Locale, value: string): string {
  return value === 'book' ? strings.book : value === 'referral' ? strings.referral : strings.dropIn;
}

export function leadershipLabel({ strings }: Locale, value: string): string {
  return value === 'peers'
    ? strings.ledByPeers
    : value === 'both'
      ? strings.ledByBoth
      : strings.ledByProfessionals;
}

/** Words from the feed stay the feed's. */
export function audienceLabel({ strings }: Locale, value: string): string {
  return value === FAMILY
    ? strings.family
    : value === FOR_ALL
      ? strings.forAll
      : value === FOR_MEMBERS
        ? strings.forMembers
        : value;
}

export const costLabel = ({ strings }: Locale, value: string): string =>
  value === FREE ? strings.free : value;
