/**
 * Takes an address on one line apart. Map services write them by country: "San Jose, CA 95112, USA",
 * "Leeds LS2 9DX, UK", "10115 Berlin, Germany". What is not clear stays part of the street.
 */
import { countryNamed } from './country.js';

export interface Address {
  /** House, street and whatever else stands in front of the town. */
  readonly street?: string;
  readonly locality?: string;
  readonly region?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

const UK = /\b(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-HJKMNP-Y\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b/i;
const CANADA = /\b[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d$/i;
/** Map services leave it at the first half where the address is no more exact. */
const CANADA_HALF = /\b[ABCEGHJ-NPRSTVXY]\d[A-Z]$/i;
const IRELAND = /\b[AC-FHKNPRTV-Y]\d[\dW] ?(?=\w*\d)[\dAC-FHKNPRTV-Y]{4}\b/i;
const ZIP = /(?:^|\s)\d{5}(?:-\d{4})?$/;
/** "VIC 3000" at the end, "10115 Berlin" and "1012 AB Amsterdam" in front. */
const DIGITS_LAST = /(?:^|\s)\d{4,6}(?:-\d{3,4})?$/;
const DIGITS_FIRST = /^(?:[A-Z]{1,2}-)?(?:\d{4} [A-Z]{2}|\d{4,5})(?=\s|$)/;

/** Countries that write town, state, postcode. */
const STATES = /^(?:US|CA|AU|MX|BR|IN)$/;
/** British and Irish counties that are written after the town and are no town themselves. */
const COUNTY =
  /shire$|^(?:co\.?|county|greater) |^(?:(?:west|east) sussex|west midlands|merseyside|tyne (?:and|&) wear|cumbria|kent|essex|surrey|norfolk|suffolk|devon|cornwall|dorset|somerset)$/i;

const SHAPES: Readonly<Record<string, readonly RegExp[]>> = {
  GB: [UK],
  CA: [CANADA, CANADA_HALF],
  IE: [IRELAND],
  US: [ZIP],
  AU: [DIGITS_LAST],
};

/** The postcode in one part of an address, and what is left of the part. */
function postcodeIn(
  part: string,
  country: string | undefined,
  digits: boolean,
): [code: string, rest: string] | undefined {
  const shapes = country ? (SHAPES[country] ?? [DIGITS_FIRST, DIGITS_LAST]) : [UK, CANADA, ZIP, DIGITS_FIRST];
  for (const shape of shapes) {
    const code = digits || shape === UK || shape === CANADA ? shape.exec(part)?.[0] : undefined;
    if (code) return [code.trim().toUpperCase(), part.replace(code, ' ').replace(/\s+/g, ' ').trim()];
  }
  return undefined;
}

export function parseAddress(text: string): Address {
  let parts = text
    .slice(0, 500)
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part);
  // Seen in feeds: the whole address written twice.
  const half = parts.length / 2;
  if (half >= 2 && parts.slice(0, half).join() === parts.slice(half).join()) parts = parts.slice(0, half);

  const found: { -readonly [K in keyof Address]: Address[K] } = {};
  let country = countryNamed(parts.at(-1) ?? '');
  // "Georgia" alone at the end may be the state or the country.
  if (country === 'GE' && parts.length < 4) country = undefined;
  if (country) parts.pop();

  for (const at of [parts.length - 1, parts.length - 2]) {
    const part = parts[at];
    // "12345 Main Street" and "Calle 20 de Octubre 2072" in front of a town are houses before they are postcodes.
    const hit = part && postcodeIn(part, country, at > 0 || (country !== undefined && parts.length === 1));
    if (!hit) continue;
    const [code, rest] = hit;
    // "Fitzroy VIC 3065" leaves town and state together.
    const both = /^(.*[a-z].*) ([A-Z]{2,3})$/.exec(rest);
    found.postalCode = code;
    parts.splice(at, 1, ...(both ? [both[1] ?? '', both[2] ?? ''] : rest ? [rest] : []));
    break;
  }
  // Postcodes that no other country writes; Jersey, Guernsey and Man are none of the United Kingdom.
  if (!country && found.postalCode) {
    if (UK.test(found.postalCode))
      country = /^(?:JE|GY|IM)/.exec(found.postalCode)?.[0].replace('GY', 'GG') ?? 'GB';
    else if (/^\w\d[A-Z] ?\d/.test(found.postalCode)) country = 'CA';
  }

  const house = (part: string | undefined): boolean => /^#?\d|^(?:unit|suite|p\.?o\.?) /i.test(part ?? '');
  const last = parts.at(-1);
  const abbreviated = /^[A-Z]{2,3}$/.test(last ?? '');
  if (last !== undefined && parts.length > 1) {
    const before = parts.at(-2);
    const state = country ? STATES.test(country) && (abbreviated || !house(before)) : abbreviated;
    if (state || ((!country || country === 'GB' || country === 'IE') && COUNTY.test(last))) {
      found.region = last;
      parts.pop();
    }
  } else if (last !== undefined && abbreviated) {
    found.region = last;
    parts.pop();
  }
  const town = parts.at(-1);
  if (town !== undefined && !house(town)) {
    found.locality = town;
    parts.pop();
  }
  if (parts.length) found.street = parts.join(', ');
  if (country) found.country = country;
  return found;
}
