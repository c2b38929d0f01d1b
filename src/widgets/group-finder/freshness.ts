/** "Ring before you go": what is said of an entry that was not checked for long. */
import type { Directory } from '../../domain/directory.js';
import type { Group } from '../../domain/group.js';
import { DAY_MS, parseLocalDate } from '../../domain/recurrence/plain-day.js';
import type { Locale } from '../../i18n/locale.js';
import { wholeNumber } from '../../ui/attributes.js';

const STALE_DAYS = 90;

/** @param after Days as the attribute `stale-after` has them. @returns Nothing for what is fresh. */
export function staleInWords(
  locale: Locale,
  group: Group,
  directory: Directory | undefined,
  now: number,
  after: string,
): string | undefined {
  const checked = group.lastChecked ?? directory?.lastChecked;
  const day = checked === undefined ? undefined : parseLocalDate(checked);
  if (checked === undefined || day === undefined) return locale.strings.staleUnknown;
  if (now / DAY_MS - day <= (wholeNumber(after, 1) ?? STALE_DAYS)) return undefined;
  return locale.say(locale.strings.staleSince, { date: locale.month(checked) });
}
