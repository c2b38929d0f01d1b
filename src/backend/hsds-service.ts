/** What an HSDS service says about itself ("Schema Reference", service), apart from when and where. */
import { type Contact, FREE, type Group } from '../domain/group.js';
import { mailUrl } from '../domain/links.js';
import { parseAudience } from '../domain/words/audience.js';
import { parseJoining } from '../domain/words/joining.js';
import { parseLanguages } from '../domain/words/languages.js';
import { Lexicon } from '../domain/words/lexicon.js';
import { en } from '../domain/words/vocabulary/en.js';
import type { HsdsRecord } from './hsds-record.js';
import { given, MOST_ITEMS, PROSE, text, together } from './record.js';

/** Words of attending types, of joining and of audiences, as English feeds write them. */
export const lexicon = new Lexicon([en]);

/** Words to choose by are short; a longer text is a note. */
const WORD = 60;
/** "Publishers should be aware that consuming applications may wish to extract a 'short description'". */
const SUMMARY = 300;
/** An age that says "no upper limit". */
const OLDEST = 99;

/** The first sentences or the first line of a description, and what is left. */
function shortened(description: string | undefined): { summary?: string; rest?: string } {
  if (!description) return {};
  if (description.length <= SUMMARY && !description.includes('\n')) return { summary: description };
  const line = /^[^\n]+/.exec(description)?.[0] ?? '';
  const summary =
    line.length <= SUMMARY ? line : /^.{20,299}[.!?…](?=\s)/u.exec(line.slice(0, SUMMARY + 1))?.[0];
  return summary ? given({ summary, rest: description.slice(summary.length).trim() }) : { rest: description };
}

let names: Intl.DisplayNames | undefined;

/** Tags by the codes that a list has; the same few come again and again. */
const tags = new Map<string, string | undefined>();

/** The BCP 47 tag of a code that the device knows: two letters where there are two ("eng" is "en"). */
function tagOf(code: string | undefined): string | undefined {
  if (!code || !/^[a-z]{2,3}(?![a-z])/i.test(code)) return undefined;
  if (tags.has(code)) return tags.get(code);
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  let tag: string | undefined;
  try {
    [tag] = Intl.getCanonicalLocales(code.replaceAll('_', '-'));
    if (!tag || !names.of(tag)) tag = undefined;
  } catch {
    tag = undefined;
  }
  // A hostile list could bring a new one in every record.
  if (tags.size < 500) tags.set(code, tag);
  return tag;
}

/** ISO 639-1 or -3, as the specification says, or a name. */
function languagesOf(records: readonly HsdsRecord[]): string[] {
  const spoken = new Set<string>();
  for (const record of records) {
    const code = record.text('code', 20);
    const name = record.text('name') ?? record.text('language') ?? code;
    const tag = tagOf(code) ?? tagOf(name);
    if (tag) spoken.add(tag);
    else if (name) {
      const read = parseLanguages(name, lexicon);
      for (const known of read.tags) spoken.add(known);
      for (const word of read.unknown)
        record.remark(
          `${record.path.slice(0, -1)} "${text(word, 40)}" is no language: write its code, such as "en"`,
        );
    }
  }
  return [...spoken];
}

function ageOf(record: HsdsRecord): string | undefined {
  const youngest = record.number('minimum_age') ?? 0;
  const oldest = record.number('maximum_age') ?? 0;
  const ends = oldest > 0 && oldest < OLDEST && oldest >= youngest;
  if (ends) return `${youngest}–${oldest}`;
  return youngest > 0 && youngest < OLDEST ? `${youngest}+` : undefined;
}

/** Terms of taxonomies: topics, or for whom it is where `link_type` says so. */
function termsOf(record: HsdsRecord): { topics: string[]; audience: string[] } {
  const topics = new Set<string>();
  const audience = new Set<string>();
  const attributes = record.inside(
    'attributes',
    'service_taxonomys',
    'service_taxonomies',
    'service_attributes',
  );
  for (const attribute of attributes) {
    const name = attribute.one('taxonomy_term', 'taxonomy')?.text('name');
    if (!name) continue;
    const type = `${attribute.text('link_type')} ${attribute.text('link_entity')}`;
    // "what the taxonomy term describes, e.g. the service eligibility or intended audience"
    if (/eligib|audience|target|people|circumstance/i.test(type)) audience.add(name);
    // Places and schedules may be tagged as well; a service area is no topic.
    else if (!/location|area|schedule|cost|language|access/i.test(type)) topics.add(name);
  }
  return { topics: [...topics].slice(0, 50), audience: [...audience].slice(0, 50) };
}

/** "35 GBP per 1 hour session (Under 18s)", for prices that hold today. */
function costOf(record: HsdsRecord, today: string): string | undefined {
  const options = record.inside('cost_options').flatMap((option) => {
    const until = option.day('valid_to');
    const from = option.day('valid_from');
    if ((until && until < today) || (from && from > today)) return [];
    const amount = option.number('amount');
    const currency = option.text('currency', 10)?.toUpperCase();
    const price = amount === undefined ? undefined : `${amount} ${currency ?? ''}`.trim();
    const what = [price, option.plain('amount_description', 200)].filter((part) => part).join(' ');
    const who = option.plain('option', 200);
    if (amount === 0 && what === price && !who) return FREE;
    return what && who ? `${what} (${who})` : what || who || [];
  });
  const described =
    record.plain('fees_description', 600) ?? (options.length ? undefined : record.plain('fees', 600));
  const prices = [...new Set(options)];
  if (prices.length === 1 && prices[0] === FREE) return described ?? FREE;
  const told = prices.map((price) => (price === FREE ? '0' : price)).join('; ');
  return text([described, told].filter((part) => part).join(' · '), PROSE) || undefined;
}

/** Numbers to talk to come before all others; a fax reaches no one. */
function phoneOf(records: readonly HsdsRecord[]): string | undefined {
  const type = (phone: HsdsRecord) => phone.text('type')?.toLowerCase() ?? '';
  const phones = records.filter((phone) => phone.text('number') && !/fax|pager|video/.test(type(phone)));
  const phone = phones.find((one) => /^(?:voice|cell)?$/.test(type(one))) ?? phones[0];
  const number = phone?.text('number')?.replace(/^["'\s]+|["'\s]+$/g, '');
  const extension = phone?.text('extension', 10);
  return number && (extension ? `${number} ext. ${extension}` : number);
}

/** The first that can be reached: the record's own address and numbers, then those of its contacts. */
export function reachOf(record: HsdsRecord): Contact {
  const contacts = record.inside('contacts');
  const email = [record, ...contacts]
    .map((one) => one.text('email'))
    .find((written) => written && mailUrl(written));
  const named = contacts[0];
  return given({
    name: named?.text('name') ?? named?.text('title') ?? named?.text('department'),
    phone: phoneOf([...record.inside('phones'), ...contacts.flatMap((one) => one.inside('phones'))]),
    email,
  });
}

function contactOf(
  service: HsdsRecord,
  places: readonly (readonly HsdsRecord[])[],
  organization: HsdsRecord | undefined,
): Contact | undefined {
  // A place's own number belongs to the group only where it meets in one place.
  const near = [service, ...(places.length === 1 ? places : []).flat()].map(reachOf);
  const own = given({
    phone: near.find(({ phone }) => phone)?.phone,
    email: near.find(({ email }) => email)?.email,
  });
  const behind = organization && reachOf(organization);
  const name = [near.find((one) => one.name)?.name, organization?.text('name')]
    .filter((part) => part)
    .join(', ');
  const contact = Object.keys(own).length
    ? own
    : given({
        phone: behind?.phone,
        email: behind?.email,
        url: organization && (organization.link('website') ?? organization.link('url')),
      });
  const whole: Contact = given({ name: text(name), ...contact });
  return Object.keys(whole).length ? whole : undefined;
}

/** The day of the last check: "assured_date" is just that; else the day of the last change. */
function checkedOn(record: HsdsRecord, today: string): string | undefined {
  for (const name of ['assured_date', 'last_modified']) {
    const day = record.day(name);
    if (day && day <= today) return day;
    if (day) record.remark(`${name} ${day} lies in the future, so it is not counted`);
  }
  return undefined;
}

/** Everything but id and meetings. @param places For each place the link to it and the place itself, which may have contacts and languages. */
export function readService(
  record: HsdsRecord,
  name: string,
  places: readonly (readonly HsdsRecord[])[],
  organization: HsdsRecord | undefined,
  today: string,
): Omit<Group, 'id' | 'meetings'> {
  const { summary, rest } = shortened(record.plain('description'));
  const eligible = [
    record.plain('eligibility_description'),
    ...record.inside('eligibilitys', 'eligibilities').map((one) => one.plain('eligibility')),
  ].filter((part) => part !== undefined);
  const ages = [record, ...record.inside('eligibilitys', 'eligibilities')].flatMap((one) => ageOf(one) ?? []);
  const { topics, audience } = termsOf(record);
  const process = record.plain('application_process', 600);
  const also = record.text('alternate_name');
  const own = record.inside('languages');
  const spoken = own.length ? own : places.flat().flatMap((place) => place.inside('languages'));
  return given({
    name,
    summary,
    // A short-term alert comes before all else.
    notes: together(
      record.plain('alert'),
      rest,
      ...eligible.filter((part) => part.length > WORD),
      record.plain('interpretation_services'),
      record.plain('accreditations'),
      also !== name ? also : undefined,
    ),
    url: record.link('url'),
    topics,
    audience: [
      ...new Set([
        ...parseAudience([...audience, ...eligible.filter((part) => part.length <= WORD)], lexicon),
        ...ages,
      ]),
    ].slice(0, MOST_ITEMS),
    languages: languagesOf(spoken),
    // A longer text says more than we read: "patients need a referral, everyone else rings us".
    joining: process && process.length <= WORD ? parseJoining(process, lexicon) : undefined,
    // A bare "passport" of `required_documents` would not say what it is for.
    joiningNote: process,
    cost: costOf(record, today),
    contact: contactOf(record, places, organization),
    lastChecked: checkedOn(record, today),
  });
}
