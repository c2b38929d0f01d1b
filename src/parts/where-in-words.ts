/** Says where a group meets, line by line. */
import type { Venue } from '../domain/meeting.js';

const present = (line: string | undefined): line is string => line !== undefined && line !== '';

/** Its name, then its address as it should be printed. */
export function venueLines(venue: Venue): string[] {
  const { name, address, locality } = venue;
  const rest = address ?? [locality, venue.region, venue.postalCode].filter(present).join(', ');
  return [name, rest].filter(present);
}
