/** The protocol counts days; people name them. */
import type { Locale } from '../../i18n/locale.js';

const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** @param day Days since 1970-01-01, UTC. @param today The year is named where it is another one. */
export const dayInWords = (locale: Locale, day: number, today: number): string =>
  locale.day(dateOf(day), dateOf(today).slice(0, 4));
