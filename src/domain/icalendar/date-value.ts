/** Dates, times and lengths as RFC 5545 3.3 writes them, brought to the wall clock of one zone. */
import { MINUTE_MS, parseWritten } from '../recurrence/plain-day.js';
import { RuleError } from '../recurrence/rule-error.js';
import { toInstant, toWall, UTC, zoneNamed } from '../recurrence/zone.js';
import { type Property, parameter } from './content-line.js';

/** The IANA name for a TZID of the file. */
export type ZoneNames = (id: string) => string | undefined;

/** A DATE or DATE-TIME. */
export interface Moment {
  /** Wall clock in `zone`. */
  readonly wall: number;
  readonly dateOnly: boolean;
  /** IANA name; absent: floating. */
  readonly zone?: string;
}

/** The TZID of a property. Colons in names that were not quoted are taken for the end of the name: "GMT+01:00", "tzone://…". */
export function zoneIdOf(property: Property): string | undefined {
  const id = parameter(property, 'TZID');
  const colon = property.value.lastIndexOf(':');
  return id && colon >= 0 ? `${id}:${property.value.slice(0, colon)}` : id || undefined;
}

/**
 * The dates of a property; of periods their starts.
 * @throws {RuleError} For what is no date, and for zones that nobody knows.
 */
export function momentsOf(property: Property, zones: ZoneNames): Moment[] {
  const id = zoneIdOf(property);
  const { value } = property;
  return value
    .slice(value.lastIndexOf(':') + 1)
    .split(',')
    .flatMap((item): Moment[] => {
      const text = item.trim().toUpperCase();
      if (!text) return [];
      const written = parseWritten(text.replace(/\/.*$/, ''));
      if (!written) throw new RuleError(`${property.name} "${item.slice(0, 40)}" is no date`);
      const { wall, dateOnly, utc } = written;
      if (dateOnly || (!utc && !id)) return [{ wall, dateOnly }];
      const zone = utc ? 'UTC' : zones(id ?? '');
      if (!zone)
        throw new RuleError(
          `its time zone "${id?.slice(0, 60)}" is not known: name the zone of the calendar in source-time-zone`,
        );
      return [{ wall, dateOnly, zone }];
    });
}

/** The one date of a property. */
export function momentOf(property: Property, zones: ZoneNames): Moment {
  const [moment] = momentsOf(property, zones);
  if (!moment) throw new RuleError(`${property.name} is empty`);
  return moment;
}

/** What clocks in a zone show at a moment; a floating one shows the same everywhere. */
export function wallIn({ wall, zone, dateOnly }: Moment, wanted: string | undefined): number {
  if (dateOnly || !zone || !wanted || zone === wanted) return wall;
  return toWall(toInstant(wall, zoneNamed(zone) ?? UTC), zoneNamed(wanted) ?? UTC);
}

/** Minutes from one moment to another, exactly; a floating one is in the other's zone. */
export function minutesFrom(start: Moment, end: Moment): number {
  const instant = ({ wall, zone }: Moment, other?: string) =>
    toInstant(wall, zoneNamed(zone ?? other ?? '') ?? UTC);
  return (instant(end, start.zone) - instant(start, end.zone)) / MINUTE_MS;
}
