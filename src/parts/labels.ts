/** Words for the few values that every listing shares. */
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
