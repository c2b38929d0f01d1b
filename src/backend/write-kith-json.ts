/** Writes a directory as Kith JSON: what the adapter reads again is the same directory. */
import type { Directory } from '../domain/directory.js';
import type { Group } from '../domain/group.js';
import type { Change, Meeting, Venue } from '../domain/meeting.js';
import { formatRule } from '../domain/recurrence/rule.js';

/** Without what is absent or empty. */
function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

const venueFields = ({ position, ...rest }: Venue) => filled({ ...rest, ...position });

const changeFields = ({ durationMinutes, venue, ...rest }: Change) =>
  filled({ ...rest, duration: durationMinutes, venue: venue && venueFields(venue) });

const meetingFields = ({ durationMinutes, rule, changes, venue, ...rest }: Meeting) =>
  filled({
    ...rest,
    duration: durationMinutes,
    rrule: rule && formatRule(rule),
    changes: changes?.map(changeFields),
    venue: venue && venueFields(venue),
  });

const groupFields = ({ meetings, quote, ...rest }: Group) =>
  filled({
    ...rest,
    // A quote is in a directory only where its member agreed.
    quote: quote && { ...quote, consented: true },
    meetings: meetings.map(meetingFields),
  });

/** The text of a file that `schema/kith-directory.schema.json` describes. */
export function writeKithJson({ organisation, lastChecked, copiedOn, groups }: Directory): string {
  const file = { ...filled({ organisation, lastChecked, copiedOn }), groups: groups.map(groupFields) };
  return `${JSON.stringify(file, null, 2)}\n`;
}
