/**
 * Links that open a diary on the web with a date filled in, and the one that makes a diary follow a calendar. They are
 * put together on the device: nobody hears of them before someone taps.
 */
import { type DiaryPage, starting } from './diary.js';
import { ruleLine } from './icalendar/write.js';
import { formatLocalDateTime, MINUTE_MS, parseWritten } from './recurrence/plain-day.js';
import { toInstant, toWall, UTC, type Zone, zoneNamed } from './recurrence/zone.js';

/** Servers refuse addresses that are much longer. */
const LONGEST = 2000;
const LONGEST_DESCRIPTION = 600;
const LONGEST_LOCATION = 120;

/** An address with its parameters; %20 for spaces, since Outlook shows a plus as a plus. */
function address(base: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(parameters).flatMap(([name, value]) =>
    value ? `${name}=${encodeURIComponent(value.replace(/\p{Cs}/gu, ''))}` : [],
  );
  return `${base}?${written.join('&')}`;
}

/** As much of the description as an address can hold. */
function fitting(description: string | undefined, write: (description: string) => string): string {
  let told = starting(description ?? '', LONGEST_DESCRIPTION);
  let url = write(told);
  while (url.length > LONGEST && told) {
    told = starting(told, Math.floor(told.length / 3));
    url = write(told);
  }
  return url;
}

interface Hours {
  /** Instants; of a floating time, what clocks show. */
  readonly start: number;
  readonly end: number;
  readonly zone: Zone;
  /** Where the browser knows it. */
  readonly zoneName: string | undefined;
}

function hoursOf({ entries: [{ meeting }] }: DiaryPage): Hours | undefined {
  const wall = parseWritten(meeting.start ?? '')?.wall;
  if (wall === undefined) return undefined;
  const known = zoneNamed(meeting.timeZone ?? '');
  const zone = known ?? UTC;
  const start = toInstant(wall, zone);
  // An end that nobody has named is not made up.
  const end = start + (meeting.durationMinutes ?? 0) * MINUTE_MS;
  return { start, end, zone, zoneName: known && meeting.timeZone };
}

/** Google Calendar; nothing where its link cannot say when: it takes a rule, but no exceptions to it. */
export function googleUrl(page: DiaryPage): string | undefined {
  const [{ meeting }, ...more] = page.entries;
  const hours = hoursOf(page);
  if (!hours || more.length || (meeting.rule && (meeting.exceptDates || meeting.changes))) return undefined;
  const basic = (instant: number): string =>
    `${formatLocalDateTime(toWall(instant, hours.zone)).replace(/[-:]/g, '')}00`;
  return fitting(page.description, (details) =>
    address('https://calendar.google.com/calendar/render', {
      action: 'TEMPLATE',
      text: page.title,
      dates: `${basic(hours.start)}/${basic(hours.end)}`,
      ctz: hours.zoneName,
      recur: meeting.rule && ruleLine(meeting.rule, hours),
      details,
      location: starting(page.location ?? '', LONGEST_LOCATION),
    }),
  );
}

/** For people's own accounts, and for those that an employer or a school gives. */
const OUTLOOK = { home: 'https://outlook.live.com', work: 'https://outlook.office.com' } as const;

/** Outlook on the web; nothing for what repeats, which its link cannot say. */
export function outlookUrl(page: DiaryPage, account: keyof typeof OUTLOOK): string | undefined {
  const [{ meeting }, ...more] = page.entries;
  const hours = hoursOf(page);
  if (!hours || more.length || meeting.rule) return undefined;
  // It knows no zones: an instant, or a time as it stands.
  const written = (instant: number): string =>
    `${formatLocalDateTime(instant)}:00${hours.zoneName ? 'Z' : ''}`;
  return fitting(page.description, (body) =>
    address(`${OUTLOOK[account]}/calendar/deeplink/compose`, {
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject: page.title,
      startdt: written(hours.start),
      enddt: written(hours.end),
      body,
      location: starting(page.location ?? '', LONGEST_LOCATION),
    }),
  );
}

/**
 * The address at which a diary follows a whole calendar; nothing for what is no address of the web.
 * @param base Where a relative address begins.
 */
export function webcalUrl(feed: string, base: string): string | undefined {
  try {
    const url = new URL(feed.trim(), base);
    if (!/^(?:https?|webcal):$/.test(url.protocol) || url.username || url.password) return undefined;
    return url.href.replace(/^https?:/, 'webcal:');
  } catch {
    return undefined;
  }
}
