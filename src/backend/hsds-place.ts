/** Where an HSDS service is delivered ("Schema Reference", location): a place to go to, a room on the web, or an address for letters. */
import type { Venue } from '../domain/meeting.js';
import { countryCode } from '../domain/words/country.js';
import type { HsdsRecord } from './hsds-record.js';
import { given, MOST_ITEMS, pointOf, text } from './record.js';

export interface Place {
  readonly virtual: boolean;
  readonly venue?: Venue;
  readonly joinUrl?: string;
  readonly access: readonly string[];
}

/** The address that people go to: "address_type … may be physical, postal, or virtual". */
function addressOf(location: HsdsRecord): HsdsRecord | undefined {
  const addresses = location.inside('addresses', 'physical_addresses', 'physical_address', 'address');
  const type = (address: HsdsRecord) => address.text('address_type')?.toLowerCase();
  const physical = addresses.find((one) => type(one) === 'physical') ?? addresses.find((one) => !type(one));
  if (!physical && addresses.some((one) => type(one) === 'postal'))
    location.tally.repeat(
      'postal',
      location.row,
      (times) =>
        `An address is for letters only (address_type "postal") and not shown (${times}): if people meet there, write "physical"`,
    );
  return physical;
}

/** Sentences of a description, as words to show and to choose by. */
const sentences = (prose: string): string[] =>
  prose
    .split(/\n+|(?<=[.!?;])\s+/)
    .map((part) => text(part.replace(/^[-*•]\s*|[.;]$/g, '')))
    .filter((part) => part);

const joined = (...parts: (string | undefined)[]): string => parts.filter((part) => part).join(' ');

function venueOf(location: HsdsRecord): Venue {
  const address = addressOf(location);
  const street = [address?.text('address_1'), address?.text('address_2')];
  const city = address?.text('city');
  const region = address?.text('state_province') ?? address?.text('region');
  const postalCode = address?.text('postal_code');
  const country = address?.text('country');
  const known = country && countryCode(country);
  if (country && !known)
    location.remark(`${location.path}country "${text(country, 40)}" is not two letters such as GB`);
  // "Ashford, OH 44001", but "Leeds LS9 8AA".
  const town = region ? [city, joined(region, postalCode)] : [joined(city, postalCode)];
  const line = [...street, ...town].filter((part) => part).join(', ');
  const name = location.text('name') ?? location.text('alternate_name');
  const details = location
    .inside('accessibility', 'accessibility_for_disabilities')
    .map((one) => one.plain('details'));
  return given({
    name: name && !line.startsWith(name) ? name : undefined,
    address: text(line) || undefined,
    locality: city,
    region: region === city ? undefined : region,
    postalCode,
    country: known || undefined,
    position: pointOf(location),
    directions:
      [location.plain('description'), location.plain('transportation'), ...details]
        .filter((part) => part)
        .join('\n') || undefined,
  });
}

/** `undefined` for a location where nobody meets. */
export function placeOf(location: HsdsRecord): Place | undefined {
  const type = location.text('location_type')?.toLowerCase();
  if (type === 'postal') return undefined;
  if (type === 'virtual') {
    // "If location_type is virtual, then this field represents the URL of a virtual location."
    return given({ virtual: true, joinUrl: location.link('url'), access: [] });
  }
  const access = location
    .inside('accessibility', 'accessibility_for_disabilities')
    .flatMap((one) => sentences(one.plain('description') ?? one.plain('accessibility') ?? ''));
  const venue = venueOf(location);
  return given({
    virtual: false,
    venue: Object.keys(venue).length ? venue : undefined,
    access: [...new Set(access)].slice(0, MOST_ITEMS),
  });
}
