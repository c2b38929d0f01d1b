/**
 * Reads what a clinic wrote. A pack is judged item by item: a bad one is left out and told with its id and
 * the mend, and never takes the good ones with it. What would say something else than was meant is left out
 * too: a quiz that calls a myth true is worse than a shorter one.
 */
import { webUrl } from './links.js';
import type { LocalDate } from './meeting.js';
import type { Choice, ChoiceItem, Complaint, Item, Pack, Review, Source, StatementItem } from './quiz.js';
import type { Localised, Overlay } from './quiz-overlay.js';
import { parseLocalDate } from './recurrence/plain-day.js';

/** The format that is read here. */
export const PACK_FORMAT = 1;

/** Longest heading, name or answer, and longest explanation. */
export const LINE = 300;
export const PROSE = 2000;
/** Most items of a pack. */
export const MOST_ITEMS = 500;

type Fields = Readonly<Record<string, unknown>>;
type Tell = (text: string) => void;

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

/** White space, control characters, halves of characters, and overrides of the writing direction. */
const ODD = /[\s\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu;

/** One clean line, or ''. What is too long is told, never cut: half a sentence can say the opposite. */
function line(value: unknown, what: string, tell: Tell, max = LINE): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') {
    tell(`${what} is no text: write it between quotation marks.`);
    return '';
  }
  if (value.length > max) {
    tell(`${what} has ${value.length} letters: ${max} are allowed.`);
    return '';
  }
  return value.replace(ODD, ' ').trim();
}

const TEXTS = {
  fact: LINE,
  explanation: PROSE,
  whyItMatters: LINE,
} as const;

/** The object without what is undefined or '', so that an optional property is either there or absent. */
function given<T extends object>(object: T): T {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;
}

function day(value: unknown, what: string, tell: Tell): LocalDate | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && parseLocalDate(value) !== undefined)
    return value;
  tell(`${what} is no day: write it as 2026-11-21.`);
  return undefined;
}

function known(fields: Fields, names: readonly string[], where: string, tell: Tell): void {
  for (const name of Object.keys(fields))
    if (!names.includes(name) && !/^(?:x-|\$schema$)/.test(name))
      tell(`${where}${name} is no field of a pack; a note of your own begins with "x-".`);
}

/** Ids name items in overlays and on the device: letters that no address or file changes. */
const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z\d](?:[a-z\d-]{0,78}[a-z\d])?$/.test(value);
const ID = 'write small letters, digits and hyphens, such as "must-talk".';

/** A flag; what is no flag counts as yes where that is the careful side. */
function flag(value: unknown, what: string, tell: Tell): boolean | undefined {
  if (value === undefined || value === null || typeof value === 'boolean') return value || undefined;
  tell(`${what} is neither true nor false, and counts as true.`);
  return true;
}

const REGION = /^[A-Z]{2}(?:-[A-Z\d]{1,3})?$/;

/** `undefined` for none; `null` for one that cannot be read, so that nothing is told where it is not true. */
function regionOf(value: unknown, tell: Tell): string | undefined | null {
  if (value === undefined || value === null) return undefined;
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  if (REGION.test(code)) return code;
  tell('region is no country or part of one: write it as "GB" or "GB-ENG" (ISO 3166).');
  return null;
}

const SOURCE = ['title', 'publisher', 'year', 'url', 'checkedOn'];

function sourceOf(value: unknown, tell: Tell): Source | undefined {
  const fields = fieldsOf(value);
  if (!fields) {
    tell('source is missing: say where the fact comes from, with title, publisher, year and url.');
    return undefined;
  }
  known(fields, SOURCE, 'source.', tell);
  const title = line(fields.title, 'source.title', tell);
  const publisher = line(fields.publisher, 'source.publisher', tell);
  if (!title || !publisher) {
    tell(`source.${title ? 'publisher' : 'title'} is missing.`);
    return undefined;
  }
  const { year } = fields;
  const isYear = typeof year === 'number' && Number.isInteger(year) && year >= 1800 && year <= 2200;
  if (year !== undefined && year !== null && !isYear) tell('source.year is no year: write it as 2024.');
  const url = typeof fields.url === 'string' ? webUrl(fields.url) : undefined;
  if (fields.url !== undefined && fields.url !== null && !url)
    tell('source.url is no web address: write it with https://.');
  const checkedOn = day(fields.checkedOn, 'source.checkedOn', tell);
  if (!isYear && !checkedOn)
    tell('source.year is missing: add it, or for a page without a year the day of your check as checkedOn.');
  return given({ title, publisher, year: isYear ? year : undefined, url, checkedOn }) as Source;
}

const REVIEW = ['status', 'clinicalReviewer', 'livedExperienceReviewer', 'reviewedOn', 'reviewDue'];

/** A review that is not whole counts as a draft: nobody is said to have signed what they did not. */
function reviewIn(value: unknown, tell: Tell): Review {
  const fields = fieldsOf(value) ?? {};
  known(fields, REVIEW, 'review.', tell);
  const { status } = fields;
  if (status !== 'draft' && status !== 'reviewed')
    tell('review.status is neither "draft" nor "reviewed", and counts as "draft".');
  const review: Review = given({
    status: status === 'reviewed' ? status : 'draft',
    clinicalReviewer: line(fields.clinicalReviewer, 'review.clinicalReviewer', tell),
    livedExperienceReviewer: line(fields.livedExperienceReviewer, 'review.livedExperienceReviewer', tell),
    reviewedOn: day(fields.reviewedOn, 'review.reviewedOn', tell),
    reviewDue: day(fields.reviewDue, 'review.reviewDue', tell),
  }) as Review;
  if (!review.reviewDue) tell('review.reviewDue is missing: say by which day the facts are looked at again.');
  const { clinicalReviewer, livedExperienceReviewer, reviewedOn } = review;
  if (review.status === 'reviewed' && !(clinicalReviewer && livedExperienceReviewer && reviewedOn)) {
    tell(
      'a reviewed pack names clinicalReviewer, livedExperienceReviewer and reviewedOn; until then it counts as "draft".',
    );
    return { ...review, status: 'draft' };
  }
  return review;
}

function choicesOf(value: unknown, tell: Tell): readonly Choice[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const choices = list.flatMap((entry, index): Choice[] => {
    const fields = fieldsOf(entry) ?? {};
    known(fields, ['id', 'text', 'isTrue'], `choice ${index + 1}: `, tell);
    const { id, isTrue } = fields;
    const text = line(fields.text, `text of choice ${index + 1}`, tell);
    return isId(id) && id !== 'unsure' && text && typeof isTrue === 'boolean' ? [{ id, text, isTrue }] : [];
  });
  const ids = new Set(choices.map(({ id }) => id));
  if (
    choices.length === list.length &&
    ids.size === list.length &&
    list.length >= 2 &&
    choices.some(({ isTrue }) => isTrue)
  )
    return choices;
  tell(
    'choices needs two or more, each with an id of its own (not "unsure"), a text and isTrue; one at least is true.',
  );
  return undefined;
}

const ITEM = [
  'id',
  'topic',
  ...Object.keys(TEXTS),
  'source',
  'confidence',
  'sensitive',
  'region',
  'localise',
];
const ASKS = ['statement', 'isTrue', 'question', 'choices'];

type Asks = Pick<StatementItem, 'statement' | 'isTrue'> | Pick<ChoiceItem, 'question' | 'choices'>;

function asksOf(fields: Fields, tell: Tell): Asks | undefined {
  const statement = line(fields.statement, 'statement', tell);
  const question = line(fields.question, 'question', tell);
  if (!!statement === !!question) {
    tell('an item has either a statement with isTrue, or a question with choices.');
    return undefined;
  }
  if (question) {
    const choices = choicesOf(fields.choices, tell);
    return choices && { question, choices };
  }
  const { isTrue } = fields;
  if (typeof isTrue === 'boolean') return { statement, isTrue };
  tell('isTrue is missing: write true or false, without quotation marks.');
  return undefined;
}

function itemOf(value: unknown, index: number, taken: ReadonlySet<string>, complaints: Complaint[]): Item[] {
  const fields = fieldsOf(value) ?? {};
  const { id } = fields;
  const name = isId(id) ? id : `#${index + 1}`;
  const tell = (text: string) => complaints.push({ item: name, text });
  const leftOut = (why: string): Item[] => {
    if (why) tell(why);
    tell('The item is left out.');
    return [];
  };
  if (!isId(id)) return leftOut(`id is missing or odd: ${ID}`);
  if (taken.has(id)) return leftOut('another item has the same id: give each its own.');
  known(fields, [...ITEM, ...ASKS], '', tell);
  const asks = asksOf(fields, tell);
  const source = sourceOf(fields.source, tell);
  const region = regionOf(fields.region, tell);
  const fact = line(fields.fact, 'fact', tell);
  const explanation = line(fields.explanation, 'explanation', tell, PROSE);
  if (!fact || !explanation) return leftOut(`${fact ? 'explanation' : 'fact'} is missing.`);
  if (!asks || !source || region === null) return leftOut('');
  const { confidence } = fields;
  const sure = confidence === 'high' || confidence === 'medium' || confidence === 'low';
  if (confidence !== undefined && !sure) tell('confidence is none of "high", "medium" and "low".');
  return [
    given({
      id,
      topic: line(fields.topic, 'topic', tell),
      ...asks,
      fact,
      explanation,
      whyItMatters: line(fields.whyItMatters, 'whyItMatters', tell),
      source,
      confidence: sure ? confidence : undefined,
      sensitive: flag(fields.sensitive, 'sensitive', tell),
      region,
      localise: flag(fields.localise, 'localise', tell),
    }) as Item,
  ];
}

function itemsIn(value: unknown, complaints: Complaint[]): readonly Item[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  if (list.length > MOST_ITEMS)
    complaints.push({ text: `there are ${list.length} items: the first ${MOST_ITEMS} are read.` });
  const taken = new Set<string>();
  return list.slice(0, MOST_ITEMS).flatMap((entry, index) => {
    const items = itemOf(entry, index, taken, complaints);
    for (const { id } of items) taken.add(id);
    return items;
  });
}

function setsIn(value: unknown, has: (id: string) => boolean, complaints: Complaint[]): Pack['sets'] {
  const sets: [string, readonly string[]][] = [];
  for (const [name, ids] of Object.entries(fieldsOf(value) ?? {})) {
    const list: readonly unknown[] = Array.isArray(ids) ? ids : [];
    const there = list.filter((id): id is string => isId(id) && has(id));
    for (const id of list)
      if (!there.some((one) => one === id))
        complaints.push({ text: `the set "${name}" names ${JSON.stringify(id)}, which is no item here.` });
    if (there.length > 0 && isId(name)) sets.push([name, there]);
    else
      complaints.push({
        text: `the set "${name}" is left out: name it in small letters, with items of the pack.`,
      });
  }
  return Object.fromEntries(sets);
}

/** Language subtags that are written from right to left. */
const RTL = /^(?:ar|ckb|dv|fa|he|ku-Arab|ps|sd|ug|ur|yi)\b/i;

function languageOf(value: unknown): string | undefined {
  try {
    return typeof value === 'string' ? Intl.getCanonicalLocales(value)[0] : undefined;
  } catch {
    return undefined;
  }
}

/** Is it an overlay rather than a pack? Then `readOverlay` reads it. */
export const isOverlay = (json: unknown): boolean => !!fieldsOf(json)?.overlays;

const PACK = [
  'packFormat',
  'id',
  'version',
  'language',
  'direction',
  'title',
  'intro',
  'disclaimer',
  'answers',
  'feedbackOpeners',
  'review',
  'sets',
  'items',
];

function wordsOf<K extends string>(
  value: unknown,
  keys: readonly K[],
  what: string,
  tell: Tell,
): Readonly<Record<K, string>> | undefined {
  if (value === undefined || value === null) return undefined;
  const fields = fieldsOf(value) ?? {};
  const words = keys.map((key) => [key, line(fields[key], `${what}.${key}`, tell)] as const);
  if (words.every(([, text]) => text)) return Object.fromEntries(words) as Record<K, string>;
  tell(`${what} needs ${keys.join(', ')}; it is left out.`);
  return undefined;
}

function format(fields: Fields, tell: Tell): boolean {
  if (fields.packFormat === PACK_FORMAT) return true;
  tell(
    fields.packFormat === undefined
      ? `packFormat is missing: write "packFormat": ${PACK_FORMAT}.`
      : `packFormat is ${JSON.stringify(fields.packFormat)}, and this version reads ${PACK_FORMAT}.`,
  );
  return false;
}

/**
 * A pack out of JSON that somebody wrote by hand. No `pack`: nothing of it can be shown, and the complaints
 * say why.
 */
export function readPack(json: unknown): { readonly pack?: Pack; readonly complaints: readonly Complaint[] } {
  const complaints: Complaint[] = [];
  const tell = (text: string) => complaints.push({ text });
  const fields = fieldsOf(json);
  if (!fields) {
    tell('this is no pack: a pack is a JSON object with packFormat, id, title and items.');
    return { complaints };
  }
  if (!format(fields, tell)) return { complaints };
  known(fields, PACK, '', tell);
  const items = itemsIn(fields.items, complaints);
  const id = isId(fields.id) ? fields.id : undefined;
  const language = languageOf(fields.language);
  const title = line(fields.title, 'title', tell);
  if (!id) tell(`id is missing or odd: ${ID}`);
  if (!language) tell('language is missing or none: write it as "en" or "pt-BR" (BCP 47).');
  if (!title) tell('title is missing.');
  if (items.length === 0) tell('no item can be shown.');
  const review = reviewIn(fields.review, tell);
  if (!id || !language || !title || items.length === 0) return { complaints };
  const { direction } = fields;
  const ids = new Set(items.map((item) => item.id));
  return {
    pack: given({
      id,
      version: line(fields.version, 'version', tell) || '0',
      language,
      direction: direction === 'rtl' || (direction !== 'ltr' && RTL.test(language)) ? 'rtl' : 'ltr',
      title,
      intro: line(fields.intro, 'intro', tell, PROSE),
      disclaimer: line(fields.disclaimer, 'disclaimer', tell, PROSE),
      answers: wordsOf(fields.answers, ['true', 'false', 'unsure'], 'answers', tell),
      feedbackOpeners: wordsOf(
        fields.feedbackOpeners,
        ['match', 'noMatch', 'unsure'],
        'feedbackOpeners',
        tell,
      ),
      review,
      sets: setsIn(fields.sets, (name) => ids.has(name), complaints),
      items,
    }) as Pack,
    complaints,
  };
}

const OVERLAY = [
  'packFormat',
  'overlays',
  'language',
  'region',
  'review',
  'hide',
  'items',
  'localise',
  'sets',
];
const LOCALISED = [...Object.keys(TEXTS), 'source', 'region', 'sensitive'];

function localisedOf(value: unknown, id: string, complaints: Complaint[]): readonly [string, Localised][] {
  const tell = (text: string) => complaints.push({ item: id, text });
  const fields = fieldsOf(value) ?? {};
  known(fields, LOCALISED, '', tell);
  const source = fields.source === undefined ? undefined : sourceOf(fields.source, tell);
  const region = regionOf(fields.region, tell);
  if (!isId(id) || region === null || (fields.source !== undefined && !source)) {
    tell('Its own words are left out.');
    return [];
  }
  const words = Object.entries(TEXTS).map(([key, max]) => [key, line(fields[key], key, tell, max)] as const);
  const sensitive = flag(fields.sensitive, 'sensitive', tell);
  return [[id, given({ ...Object.fromEntries(words), source, region, sensitive }) as Localised]];
}

/** An overlay out of JSON, in the same manner. */
export function readOverlay(json: unknown): {
  readonly overlay?: Overlay;
  readonly complaints: readonly Complaint[];
} {
  const complaints: Complaint[] = [];
  const tell = (text: string) => complaints.push({ text });
  const fields = fieldsOf(json) ?? {};
  if (!format(fields, tell)) return { complaints };
  known(fields, OVERLAY, '', tell);
  const language = languageOf(fields.language);
  const region = regionOf(fields.region, tell);
  const { overlays } = fields;
  if (!isId(overlays)) tell('overlays is missing: write the id of the pack that it lies over.');
  if (!language) tell('language is missing or none: write the pack’s, such as "en" (BCP 47).');
  if (!isId(overlays) || !language || region === null) return { complaints };
  const hide: readonly unknown[] = Array.isArray(fields.hide) ? fields.hide : [];
  return {
    overlay: given({
      overlays,
      language,
      region,
      review: fields.review === undefined ? undefined : reviewIn(fields.review, tell),
      hide: hide.filter(isId),
      items: itemsIn(fields.items, complaints),
      localise: Object.fromEntries(
        Object.entries(fieldsOf(fields.localise) ?? {}).flatMap(([id, words]) =>
          localisedOf(words, id, complaints),
        ),
      ),
      // Its items may be the pack's: the pack is not here to ask.
      sets: setsIn(fields.sets, () => true, complaints),
    }) as Overlay,
    complaints,
  };
}
