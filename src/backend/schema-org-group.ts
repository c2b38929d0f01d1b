/** What an event, or the series that it belongs to, says of its group; when and where it meets is read elsewhere. */
import { type Contact, FREE, type Group } from '../domain/group.js';
import { mailUrl } from '../domain/links.js';
import { parseAudience } from '../domain/words/audience.js';
import { parseLanguages } from '../domain/words/languages.js';
import { Lexicon } from '../domain/words/lexicon.js';
import { en } from '../domain/words/vocabulary/en.js';
import { given, text } from './record.js';
import type { NodeReader } from './schema-org-node.js';

export type GroupFields = Omit<Group, 'id' | 'name' | 'meetings'>;

const lexicon = new Lexicon([en]);

/** A first paragraph of this length says what a group is about. */
const SUMMARY = 400;

/** A first short paragraph is the summary, whatever follows are notes. */
function described(event: NodeReader): Pick<Group, 'summary' | 'notes'> {
  const short = event.text('disambiguatingDescription', SUMMARY);
  const whole = event.prose('description');
  const [, first, rest] = /^(.+?)(?:\n+([\s\S]*))?$/.exec(whole ?? '') ?? [];
  if (short) return given({ summary: short, notes: whole === short ? undefined : whole });
  return first && first.length <= SUMMARY ? given({ summary: first, notes: rest }) : given({ notes: whole });
}

function contactOf(event: NodeReader): Contact | undefined {
  const [organizer] = event.nodes('organizer');
  const name = organizer?.text('name') ?? event.words('organizer')[0];
  if (!organizer) return name ? { name } : undefined;
  const [point] = organizer.nodes('contactPoint');
  const email = organizer.text('email') ?? point?.text('email');
  const contact = given({
    name,
    phone: organizer.text('telephone') ?? point?.text('telephone'),
    email: email && mailUrl(email) ? email.replace(/^mailto:/i, '') : undefined,
    url: organizer.link('url'),
  });
  return Object.keys(contact).length ? contact : undefined;
}

/** "18-" as "18+", "18-25" as "18–25": figures, which are read in every language. */
function agesOf(event: NodeReader): string[] {
  return event.words('typicalAgeRange').flatMap((range) => {
    const [, from, to] = /^(\d{1,3})?\s?[-–+]?\s?(\d{1,3})?\+?$/.exec(range) ?? [];
    return from && to ? `${from}–${to}` : from && /[-–+]$/.test(range) ? `${from}+` : to ? `0–${to}` : range;
  });
}

/** Whom it is for; the type of an audience says more than its name. */
function audienceOf(event: NodeReader): string[] {
  const words = event.all('audience').flatMap((value) => {
    const audience = event.at(value);
    return audience ? (audience.text('audienceType') ?? audience.text('name') ?? []) : text(value);
  });
  const listed = words.flatMap((word) => word.split(/[,;|]/)).map((word) => text(word));
  return [...parseAudience([...new Set(listed.filter(Boolean))], lexicon), ...agesOf(event)];
}

function languagesOf(event: NodeReader): string[] {
  const words = event.all('inLanguage').flatMap((value) => {
    const language = event.at(value);
    return language ? (language.text('alternateName') ?? language.text('name') ?? []) : text(value);
  });
  return parseLanguages(words.slice(0, 20).join(', '), lexicon).tags;
}

function costOf(event: NodeReader): string | undefined {
  const free = event.raw('isAccessibleForFree');
  if (free === true || /^(?:true|https?:\/\/schema\.org\/True)$/i.test(text(free))) return FREE;
  const prices = new Set<string>();
  for (const offer of event.nodes('offers').slice(0, 5)) {
    const currency = offer.text('priceCurrency', 20) ?? '';
    const amount = (name: string): string => offer.text(name, 40) ?? '';
    const [low, high] = [amount('price') || amount('lowPrice'), amount('highPrice')];
    if (!low) continue;
    const range = high && high !== low ? `${low}–${high}` : low;
    prices.add(/\d/.test(range) ? `${range} ${currency}`.trim() : range);
  }
  const told = [...prices].join(' / ');
  return /^0(?:[.,]0+)?(?: [A-Z]{3})?$/.test(told) ? FREE : told || undefined;
}

/** What it is about, unless that is the organisation or the place itself. */
function topicsOf(event: NodeReader): string[] {
  const about = event
    .nodes('about')
    .filter((node) => !node.types.some((type) => /Organization|Person|Place|Business$/.test(type)))
    .flatMap((node) => node.text('name') ?? []);
  const plain = event
    .all('about')
    .filter((value) => typeof value === 'string' && !event.at(value))
    .map((value) => text(value));
  return [
    ...new Set([
      ...about,
      ...plain.filter((word) => !/^https?:/.test(word)),
      ...event.words('keywords', true),
    ]),
  ];
}

export function pageOf(event: NodeReader): string | undefined {
  return event.link('url') ?? event.nodes('offers')[0]?.link('url');
}

export function readGroup(event: NodeReader, page: string | undefined): GroupFields {
  const leader = event
    .nodes('performer')
    .find(({ types }) => types.includes('Person'))
    ?.text('name');
  const contact = contactOf(event);
  return {
    topics: topicsOf(event),
    audience: audienceOf(event),
    languages: languagesOf(event),
    ...described(event),
    ...given({ url: page, leader, cost: costOf(event), contact }),
  };
}
