/** Says where a group meets, line by line. */
import type { Venue } from '../domain/meeting.js';

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Its name, then its address as it should be printed, with what it lacks of town, region and postcode. */
export function venueLines({ name = '', address = '', locality, region, postalCode }: Venue): string[] {
  const said = bare(address);
  const lacks = (part = '') => !said.includes(bare(part)) && part;
  const town = lacks(locality);
  const whole = [address, town, (town || !address) && lacks(region), lacks(postalCode)];
  return [name, whole.filter(Boolean).join(', ')].filter(Boolean);
}
