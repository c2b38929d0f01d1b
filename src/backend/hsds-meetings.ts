/** The meetings of an HSDS service: which of its schedules hold at which of its places, and how one attends there. */
import type { Attendance, Meeting } from '../domain/meeting.js';
import { formatLocalDate, parseLocalDate } from '../domain/recurrence/plain-day.js';
import { parseAttendance } from '../domain/words/attendance.js';
import type { Place } from './hsds-place.js';
import type { HsdsRecord } from './hsds-record.js';
import { readSchedule, scheduleNote } from './hsds-schedule.js';
import { lexicon } from './hsds-service.js';
import type { ReadContext } from './ports.js';
import { given, prose, uniqueIds } from './record.js';

/** More sessions than any group has: a hostile service could have each schedule at each place. */
const MOST_MEETINGS = 100;
/** Days of one closure. */
const MOST_CLOSED = 100;

/** Names of the list of schedules, that of versions 1 and 2 last. */
export const SCHEDULES = ['schedules', 'schedule', 'regular_schedules', 'regular_schedule'] as const;

/** A place with the link that names it. */
export interface Spot {
  readonly link?: HsdsRecord;
  readonly location?: HsdsRecord;
  readonly place?: Place;
}

/** How one attends, in free text ("attending_type"): "ONLINE", "VENUE", "in person or by video". */
function attendanceOf(record: HsdsRecord | undefined): Attendance | undefined {
  const written = record?.text('attending_type');
  if (!written) return undefined;
  const inPerson = /\bvenue|\bpremises|\bhome visit/i.test(written);
  const read = parseAttendance(written, lexicon);
  return inPerson && read === 'online' ? 'hybrid' : (read ?? (inPerson ? 'in-person' : undefined));
}

/** Days on which a version 1 `holiday_schedules` entry says "closed". */
function closedDays(records: readonly HsdsRecord[], today: string): string[] {
  const days = new Set<string>();
  for (const holiday of records.flatMap((one) => one.inside('holiday_schedules', 'holiday_schedule'))) {
    const [first, last] = [holiday.day('start_date'), holiday.day('end_date')];
    const from = parseLocalDate(first ?? '');
    const to = parseLocalDate(last ?? first ?? '');
    if (from === undefined || to === undefined || !/^(?:true|y|yes|1)$/i.test(String(holiday.raw('closed'))))
      continue;
    for (
      let day = Math.max(from, (parseLocalDate(today) ?? 0) - 1);
      day <= Math.min(to, from + MOST_CLOSED);
      day++
    )
      days.add(formatLocalDate(day));
  }
  return [...days];
}

function meetingAt(
  schedule: HsdsRecord | undefined,
  spot: Spot,
  web: string | undefined,
  service: HsdsRecord,
): Omit<Meeting, 'start'> {
  const { place, link } = spot;
  const said = attendanceOf(schedule) ?? attendanceOf(service);
  const attendance = place?.virtual ? 'online' : (said ?? 'in-person');
  const online = attendance === 'online';
  return given({
    attendance,
    venue: online ? undefined : place?.venue,
    joinUrl: place?.joinUrl ?? (attendance === 'in-person' ? undefined : web),
    access: online ? [] : (place?.access ?? []),
    note: prose(
      [...new Set([link?.plain('description', 1000), schedule && scheduleNote(schedule)])]
        .filter((part) => part)
        .join('\n'),
    ),
  });
}

/**
 * The schedules that hold at a place: the closest win. "… when this schedule is specific to a service in a particular
 * location" comes before the service's regular schedule; that of the location is when the building is open.
 */
function schedulesAt({ link, location }: Spot, service: HsdsRecord): HsdsRecord[] {
  const own = link?.inside(...SCHEDULES) ?? [];
  if (own.length) return own;
  const regular = service.inside(...SCHEDULES);
  if (regular.length) return regular;
  const building = location?.inside(...SCHEDULES) ?? [];
  if (building.length)
    service.tally.repeat(
      'building',
      service.row,
      (times) =>
        `A service without schedules of its own is shown with the hours of its location (${times}): give the service a schedule`,
    );
  return building;
}

/** All meetings, at each place with the schedules that hold there. */
export function meetingsOf(service: HsdsRecord, spots: readonly Spot[], context: ReadContext): Meeting[] {
  const meetings: Meeting[] = [];
  const seen = new Set<string>();
  const idFor = uniqueIds();
  const add = (meeting: Omit<Meeting, 'id'>, id: string | undefined) => {
    const key = JSON.stringify(meeting);
    if (seen.has(key) || meetings.length >= MOST_MEETINGS) return;
    seen.add(key);
    meetings.push(id ? { id: idFor(id), ...meeting } : meeting);
  };
  const web = spots.find(({ place }) => place?.joinUrl)?.place?.joinUrl;
  const toGo = spots.some(({ place }) => place?.venue);
  const hybrid = (schedule: HsdsRecord) => attendanceOf(schedule) === 'hybrid';
  for (const spot of spots.length ? spots : [{}]) {
    const closed = closedDays([service, ...(spot.link ? [spot.link] : [])], context.today);
    let any = false;
    for (const schedule of schedulesAt(spot, service)) {
      // One session in a room and on the web is one meeting, told of at the room.
      if (spot.place?.virtual && toGo && hybrid(schedule)) {
        any = true;
        continue;
      }
      const reading = readSchedule(schedule, context);
      if ('none' in reading) {
        schedule.remark(`${schedule.path.slice(0, -1)} is not shown: ${reading.none}`);
        continue;
      }
      any = true;
      const { when } = reading;
      const exceptDates = when.rule && closed.length ? closed : undefined;
      add(
        given({ ...when, ...meetingAt(schedule, spot, web, service), exceptDates }),
        schedule.text('id', 80),
      );
    }
    // A place to go to is worth telling, also where no one knows when.
    if (!any && spot.place) add(meetingAt(undefined, spot, web, service), spot.link?.text('id', 80));
  }
  return meetings;
}
