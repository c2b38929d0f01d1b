/** The rarer formats, what tells them apart, and what to say of a text that is none: asked for where a list is none of the common ones. */
import type { Format } from './ports.js';
import { Problem } from './problem.js';

/** Fields that only meetings, formats or service bodies of a Basic Meeting List Toolbox have. */
const BMLT = /^(?:weekday_tinyint|id_bigint|meeting_name|key_string|helpline)$/;

/** One list of a Basic Meeting List Toolbox, or several together. */
function isBmlt(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || 'groups' in json) return false;
  if (Array.isArray(json))
    return Object.keys(json.find((value) => value && typeof value === 'object') ?? {}).some((name) =>
      BMLT.test(name),
    );
  return (
    ('meetings' in json && Array.isArray(json.meetings)) ||
    Object.values(json).some((value) => Array.isArray(value) && isBmlt(value))
  );
}

/** Beginnings of the fields that services, links, pages and tables of HSDS have, and no other format: BMLT has `service_body_bigint`. */
const OF_HSDS =
  /^(?:service(?!_body)|organization|schedules|location_t|alternate_n|application_p|eligib|assured|total_?[iE]|openapi_)/;

/** HSDS names itself nowhere: its fields tell it. A list of services need give no more than id, name and status. */
const isHsds = (json: unknown): boolean =>
  typeof json === 'object' &&
  json !== null &&
  !('@type' in json || 'groups' in json) &&
  Object.entries(json).some(
    ([key, value]) =>
      OF_HSDS.test(key) || (key === 'status' && /^(?:(?:in)?active|defunct|temporarily)/.test(String(value))),
  );

export const furtherFormats: readonly Format[] = [
  {
    format: 'schema-org',
    // JSON-LD says so at its beginning; web pages carry it for search engines.
    recognises: ({ text }) => /^\s*(?:<.*ld\+json|[[{].{0,2000}"@(?:context|type)")/is.test(text),
    load: async () => (await import('./adapters/schema-org.js')).schemaOrg,
  },
  {
    format: 'bmlt',
    recognises: ({ json }) => isBmlt(json),
    load: async () => (await import('./adapters/bmlt.js')).bmlt,
  },
  {
    format: 'hsds',
    recognises: ({ json }) => (Array.isArray(json) ? json.slice(0, 5).some(isHsds) : isHsds(json)),
    load: async () => (await import('./adapters/hsds.js')).hsds,
  },
  {
    // Whatever else is a list of records: its adapter says what is missing.
    format: 'meeting-guide',
    recognises: ({ json }) => Array.isArray(json),
    load: async () => (await import('./adapters/meeting-guide.js')).meetingGuide,
  },
];

/** Why a text is of none of the formats that there are. */
export function noFormat(
  text: string,
  address: string,
  forced: string | undefined,
  names: readonly string[],
): Problem {
  const known = names.join(', ');
  if (forced) {
    return new Problem(
      'unsupported',
      `format="${forced}" is none that we know. Leave it out, or write one of ${known}`,
    );
  }
  const start = text.trimStart();
  if (start === '') return new Problem('malformed', `${address} is empty`);
  if (start.startsWith('<')) {
    return new Problem(
      'malformed',
      `${address} answered with a web page instead of a list. If it is a Google Sheet, choose Share, "Anyone with the link", Viewer. Of a calendar take the iCal (ICS) address`,
    );
  }
  if (start.startsWith('{') || start.startsWith('[')) {
    return new Problem(
      'malformed',
      `${address} looks like JSON but is not whole, or is no format that we know (${known})`,
    );
  }
  return new Problem('unsupported', `${address} is no format that we know (${known})`);
}
