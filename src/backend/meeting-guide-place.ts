/** Where a Meeting Guide record says that people meet; addresses come whole or in pieces, exact or as a town. */
import type { Venue } from '../domain/meeting.js';
import { type Address, parseAddress } from '../domain/words/address.js';
import { countryCode } from '../domain/words/country.js';
import { decodeEntities } from '../domain/words/entities.js';
import { given, pointOf, type RecordReader } from './record.js';
import { ONLINE_NAME } from './weekly-records.js';

export interface Place {
  readonly venue: Venue;
  /** Whether people can find it: more than a town, and not said to be approximate. */
  readonly exact: boolean;
  /** "Zoom" as a location. */
  readonly isOnlineName: boolean;
}

export function placeOf(record: RecordReader, addresses: Map<string, Address>): Place {
  const separate = {
    street: record.text('address'),
    locality: record.text('city'),
    // ".TX" is seen in feeds.
    region: record.text('state')?.replace(/^\W+/, ''),
    postalCode: record.text('postal_code'),
    country: record.text('country'),
  };
  let country = separate.country && countryCode(separate.country);
  // A number has lost the zeros in front.
  if (country === 'US' && separate.postalCode && /^\d{3,4}$/.test(separate.postalCode)) {
    separate.postalCode = separate.postalCode.padStart(5, '0');
  }
  const { street, locality, region, postalCode } = separate;
  const tail = [region, postalCode].filter((part) => part).join(' ');
  const address =
    record.text('formatted_address') ??
    [street, locality, tail, separate.country].filter((part) => part).join(', ');
  const parsed = addresses.get(address) ?? parseAddress(address);
  addresses.set(address, parsed);
  country ??= parsed.country;
  const said = record.text('approximate')?.toLowerCase() ?? record.raw('approximate');
  const approximate =
    said === 'yes' ||
    said === true ||
    (said !== 'no' && said !== false && !((locality && street) || parsed.street));

  const town = locality ?? parsed.locality;
  const state = region ?? parsed.region;
  const regions = Array.isArray(record.raw('regions'))
    ? record.list('regions').map(decodeEntities)
    : [record.text('region'), record.text('sub_region')];
  const own = regions.filter((name) => name && name !== town && name !== state);
  const serviceDistrict = record.text('district');
  // "Discouraged because they require special program knowledge" (spec, "region"): "District 07" is no place.
  if (serviceDistrict && !/\d|^district\b/i.test(serviceDistrict)) own.push(serviceDistrict);

  const name = record.text('location');
  const isOnlineName = ONLINE_NAME.test(name ?? '');
  return {
    venue: given({
      name: isOnlineName || name === serviceDistrict ? undefined : name,
      address: address || undefined,
      locality: town,
      district: own.at(-1),
      region: state ?? (own.length > 1 ? own[0] : undefined),
      postalCode: postalCode ?? parsed.postalCode,
      country,
      position: pointOf(record),
      approximate: approximate || undefined,
      directions: record.prose('location_notes'),
    }),
    exact: !approximate && !isOnlineName,
    isOnlineName,
  };
}
