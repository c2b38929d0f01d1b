/** "Ring before you go": what is said of an entry that was not checked for long. */
import type { Directory } from '../domain/directory.js';
import { contactFor, type Group } from '../domain/group.js';
import { DAY_MS, parseLocalDate } from '../domain/recurrence/plain-day.js';
import type { Locale } from '../i18n/locale.js';
import { wholeNumber } from '../ui/attributes.js';

const STALE_DAYS = 90;

/** Whether a list says of anything in it when that was checked. */
export const saysWhenChecked = ({ lastChecked, groups }: Directory): boolean =>
  lastChecked !== undefined || groups.some((group) => group.lastChecked !== undefined);

/** @param after Days as the attribute `stale-after` has them. @returns Nothing for what is fresh. */
export function staleInWords(
  locale: Locale,
  group: Group,
  directory: Directory,
  now: number,
  after: string,
): string | undefined {
  const { strings } = locale;
  const checked = group.lastChecked ?? directory.lastChecked;
  const day = checked === undefined ? undefined : parseLocalDate(checked);
  if (day !== undefined && now / DAY_MS - day <= (wholeNumber(after, 1) ?? STALE_DAYS)) return undefined;
  const said =
    checked === undefined || day === undefined
      ? strings.staleUnknown
      : locale.say(strings.staleSince, { date: locale.month(checked) });
  return contactFor(group, directory.organisation)?.phone ? `${said} ${strings.ringFirst}` : said;
}
