/** Groups as schema.org events (JSON-LD), for search engines: https://schema.org/Event, https://schema.org/Schedule. */
import type { Directory } from '../domain/directory.js';
import type { Group } from '../domain/group.js';
import { webUrl } from '../domain/links.js';
import type { Attendance, LocalDateTime, Meeting, Occurrence, Venue } from '../domain/meeting.js';
import { nextOccurrence } from '../domain/recurrence/occurrences.js';
import { MINUTE_MS, parseLocalDateTime } from '../domain/recurrence/plain-day.js';
import type { Rule, Weekday } from '../domain/recurrence/rule.js';
import { localTime } from '../domain/recurrence/zone.js';

type Fields = Readonly<Record<string, unknown>>;

const known = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );

const MODES: Readonly<Record<Attendance, string>> = {
  'in-person': 'https://schema.org/OfflineEventAttendanceMode',
  online: 'https://schema.org/OnlineEventAttendanceMode',
  hybrid: 'https://schema.org/MixedEventAttendanceMode',
};

const STATUS: Readonly<Record<Occurrence['status'], string>> = {
  scheduled: 'https://schema.org/EventScheduled',
  changed: 'https://schema.org/EventScheduled',
  cancelled: 'https://schema.org/EventCancelled',
  moved: 'https://schema.org/EventRescheduled',
};

const UNITS: Readonly<Record<Rule['frequency'], string>> = {
  DAILY: 'D',
  WEEKLY: 'W',
  MONTHLY: 'M',
  YEARLY: 'Y',
};

const DAYS: Readonly<Record<Weekday, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

/** A wall clock with its offset at that instant: `2026-11-24T18:30:00+00:00`. */
export function withOffset(local: string, instant: number): string {
  const minutes = Math.round(((parseLocalDateTime(local) ?? instant) - instant) / MINUTE_MS);
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local}:00${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Parts that schema.org has no words for. */
const UNSAID = ['bySetPos', 'byWeekNo', 'byYearDay', 'byHour', 'byMinute', 'bySecond'] as const;

/** A schedule, or undefined where it would say something else than the rule. */
function schedule(meeting: Meeting): Fields | undefined {
  const { rule, start, durationMinutes, timeZone, exceptDates } = meeting;
  if (!rule || !start || UNSAID.some((part) => rule[part])) return undefined;
  return known({
    '@type': 'Schedule',
    repeatFrequency: `P${rule.interval ?? 1}${UNITS[rule.frequency]}`,
    repeatCount: rule.count,
    byDay: rule.byDay?.map(({ weekday, nth }) =>
      nth === undefined ? `https://schema.org/${DAYS[weekday]}` : `${nth}${weekday}`,
    ),
    byMonth: rule.byMonth,
    byMonthDay: rule.byMonthDay,
    startDate: start.slice(0, 10),
    endDate: rule.until?.slice(0, 10),
    startTime: `${start.slice(11, 16)}:00`,
    duration: durationMinutes && `PT${durationMinutes}M`,
    scheduleTimezone: timeZone,
    exceptDate: exceptDates,
  });
}

function place(venue: Venue): Fields {
  const { name, address, locality, region, postalCode, country, position } = venue;
  const postal = known({
    '@type': 'PostalAddress',
    streetAddress: address,
    addressLocality: locality,
    addressRegion: region,
    postalCode,
    addressCountry: country,
  });
  return known({
    '@type': 'Place',
    name,
    address: postal,
    geo: position && { '@type': 'GeoCoordinates', ...position },
  });
}

function locations({ attendance, venue, joinUrl }: Meeting, page: string | undefined): Fields[] {
  const url = webUrl(joinUrl ?? '') ?? page;
  return [
    ...(venue && attendance !== 'online' ? [place(venue)] : []),
    ...(attendance !== 'in-person' && url ? [{ '@type': 'VirtualLocation', url }] : []),
  ];
}

function event(
  group: Group,
  meeting: Meeting,
  directory: Directory,
  now: number,
  zone: string,
): Fields | undefined {
  const next = nextOccurrence(meeting, now, zone);
  if (!next) return undefined;
  const contact = group.contact ?? directory.organisation;
  const page = webUrl(group.url ?? '');
  const clock = (local: LocalDateTime, instant: number) =>
    meeting.timeZone ? withOffset(local, instant) : `${local}:00`;
  return known({
    '@type': 'Event',
    '@id': page && group.meetings.length === 1 ? `${page}#kith-${encodeURIComponent(group.id)}` : undefined,
    name: group.name,
    description: group.summary,
    url: page,
    startDate: clock(next.local, next.start),
    endDate: next.end && clock(localTime(next.end, meeting.timeZone ?? zone), next.end),
    eventSchedule: schedule(meeting),
    eventStatus: STATUS[next.status],
    eventAttendanceMode: MODES[meeting.attendance],
    location: locations(meeting, page),
    keywords: group.topics,
    inLanguage: group.languages,
    organizer:
      contact &&
      known({
        '@type': 'Organization',
        name: contact.name,
        telephone: contact.phone,
        email: contact.email,
        url: contact.url,
      }),
  });
}

/**
 * The coming event of each meeting, as a JSON-LD document.
 * @param now Milliseconds since the epoch.
 * @param zone IANA zone in which floating times are read.
 */
export function eventData(directory: Directory, now: number, zone: string): Fields {
  return {
    '@context': 'https://schema.org',
    '@graph': directory.groups.flatMap((group) =>
      group.meetings.flatMap((meeting) => event(group, meeting, directory, now, zone) ?? []),
    ),
  };
}
