/**
 * Which zone of the tz database a TZID means. Most files name one; what knows other names, and compares rules, is loaded only
 * for files that need it.
 */
import { isTimeZone } from '../recurrence/zone.js';
import type { Component } from './components.js';

/** Finds what has no name of its own; see further-zones.ts. */
export type FurtherZones = (
  id: string,
  calendar: Component,
  likely: string | undefined,
) => string | undefined;

/** The zone that an id names as the tz database does. */
export const zoneNamedBy = (id: string): string | undefined =>
  /^(?:etc\/)?(?:utc|gmt|z|zulu)$/i.test(id) ? 'UTC' : isTimeZone(id) ? id : undefined;
