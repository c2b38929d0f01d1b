/**
 * Which zone of the tz database a TZID means. Most files name one, or hide one in a longer name; what knows Windows' names
 * and compares rules is loaded only for files that need it.
 */
import { isTimeZone } from '../recurrence/zone.js';
import { type Component, valueIn } from './components.js';
import { unescapeText } from './content-line.js';
import type { ZoneNames } from './date-value.js';

/** Finds what has no name of its own; see further-zones.ts. */
export type FurtherZones = (
  id: string,
  zone: Component | undefined,
  likely: string | undefined,
) => string | undefined;

/** "/freeassociation.sourceforge.net/Tzfile/Europe/London" ends in a name; "America/Argentina/Salta" has three parts. */
function nameAtEnd(id: string): string | undefined {
  const parts = id.replace(/\s/g, '_').split('/').slice(-4);
  for (let at = 0; at < parts.length; at++) {
    const name = parts.slice(at).join('/');
    if ((at === 0 || name.includes('/')) && isTimeZone(name)) return name;
  }
  return undefined;
}

/** The name as the file gives it, or as its VTIMEZONE does. */
function named(id: string, zone: Component | undefined): string | undefined {
  if (/^(?:tzone:\/\/microsoft\/)?(?:utc|z|zulu|gmt)$|^etc\/(?:utc|gmt|zulu)$/i.test(id)) return 'UTC';
  const inside = zone && valueIn(zone, 'X-LIC-LOCATION');
  return nameAtEnd(id) ?? (inside ? nameAtEnd(unescapeText(inside)) : undefined);
}

const plain = (id: string): string => unescapeText(id).trim().replace(/^"|"$/g, '');

/** The VTIMEZONE of a calendar that an id names. */
function definitionOf(calendar: Component, id: string): Component | undefined {
  return calendar.parts.find((part) => plain(valueIn(part, 'TZID') ?? '') === id);
}

/** The names of one calendar's zones, each looked up once. */
export function zoneNames(
  calendar: Component,
  further: FurtherZones | undefined,
  likely: string | undefined,
): ZoneNames {
  const known = new Map<string, string | undefined>();
  return (written) => {
    const id = plain(written);
    if (!known.has(id)) {
      const zone = definitionOf(calendar, id);
      known.set(id, named(id, zone) ?? further?.(id, zone, likely));
    }
    return known.get(id);
  };
}
