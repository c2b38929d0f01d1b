/** Where a BMLT record says that people meet: an address in pieces, of which servers fill different ones. */
import type { Venue } from '../domain/meeting.js';
import { parseAddress } from '../domain/words/address.js';
import { countryCode } from '../domain/words/country.js';
import { given, pointOf, type RecordReader, together } from './record.js';
import { ONLINE_NAME } from './weekly-records.js';

export interface Place {
  readonly venue: Venue;
  /** Whether people can find it: more than a town. */
  readonly exact: boolean;
  /** "Zoom" as a location. */
  readonly isOnlineName: boolean;
}

/** "B60" alone is no bus to somebody who does not know it. */
function line(record: RecordReader, name: string, label: string, said: RegExp): string | undefined {
  const written = record.text(name, 500);
  return written && (said.test(written) ? written : `${label}: ${written}`);
}

export function placeOf(record: RecordReader): Place {
  const street = record.text('location_street');
  const neighbourhood = record.text('location_neighborhood');
  const borough = record.text('location_city_subsection');
  const town = record.text('location_municipality');
  const region = record.text('location_province');
  const county = record.text('location_sub_province');
  const postalCode = record.text('location_postal_code_1');
  const nation = record.text('location_nation');
  const name = record.text('location_text');
  const isOnlineName = ONLINE_NAME.test(name ?? '');

  const seen = new Set<string>();
  const parts = [street, neighbourhood, borough, town].filter((part) => {
    const key = part?.toLowerCase();
    return key && !seen.has(key) && seen.add(key);
  });
  const tail = [region, postalCode].filter((part) => part).join(' ');
  const address = [...parts, tail, nation].filter((part) => part).join(', ');
  // Some servers keep the whole address in the street.
  const parsed = town && nation ? {} : parseAddress(address);
  const locality = town ?? borough ?? parsed.locality ?? neighbourhood;
  const district = [borough, neighbourhood].find(
    (part) => part && part.toLowerCase() !== locality?.toLowerCase(),
  );
  return {
    venue: given({
      name: isOnlineName ? undefined : name,
      address,
      locality,
      district,
      region: region ?? county ?? parsed.region,
      postalCode: postalCode ?? parsed.postalCode,
      country: (nation && countryCode(nation)) || parsed.country,
      position: pointOf(record),
      approximate: !street || undefined,
      directions: together(
        record.prose('location_info'),
        line(record, 'bus_lines', 'Bus', /bus/i),
        line(record, 'train_lines', 'Train', /train|tren|zug|bahn|métro|metro|subway|line/i),
      ),
    }),
    exact: Boolean(street) && !isOnlineName,
    isOnlineName,
  };
}
