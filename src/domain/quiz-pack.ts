/** Reads a pack or an overlay that a clinic wrote, and tells its webmaster everything that is wrong with it. */
import type { Complaint, Pack, Review } from './quiz.js';
import {
  day,
  type Fields,
  fieldsOf,
  flag,
  given,
  ID,
  isId,
  known,
  line,
  listOf,
  PROSE,
  partsOf,
  regionOf,
  type Tell,
} from './quiz-fields.js';
import { itemsIn, sourceOf, TEXTS } from './quiz-items.js';
import type { Localised, Overlay } from './quiz-overlay.js';

/** The format that is read here. */
export const PACK_FORMAT = 1;

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

function setsIn(value: unknown, has: (id: string) => boolean, complaints: Complaint[]): Pack['sets'] {
  const sets: [string, readonly string[]][] = [];
  for (const [name, ids] of partsOf(value, 'sets', complaints)) {
    const list = listOf(ids, `the set "${name}"`, complaints);
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
  if (value === undefined) return undefined;
  const fields = fieldsOf(value) ?? {};
  known(fields, keys, `${what}.`, tell);
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
    tell('this is no pack: a pack is written between { and }, with packFormat, id, title and items.');
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
  if (direction !== undefined && direction !== 'ltr' && direction !== 'rtl')
    tell('direction is neither "ltr" nor "rtl".');
  const version = line(fields.version, 'version', tell);
  if (!version) tell('version is missing: write one, and change it when a fact changes.');
  const ids = new Set(items.map((item) => item.id));
  return {
    pack: given({
      id,
      version: version || '0',
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
  if (fields !== value) tell('what is localised is missing: write it between { and }.');
  known(fields, LOCALISED, '', tell);
  const source = fields.source === undefined ? undefined : sourceOf(fields.source, tell);
  const region = regionOf(fields.region, tell);
  if (!isId(id) || region === null || (fields.source !== undefined && !source)) {
    tell('Its own words are left out.');
    return [];
  }
  const words = Object.entries(TEXTS).map(([key, max]) => {
    const text = line(fields[key], key, tell, max);
    if (!text && key !== 'whyItMatters' && typeof fields[key] === 'string') tell(`${key} is empty.`);
    return [key, text] as const;
  });
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
  const hide = listOf(fields.hide, 'hide', complaints);
  for (const id of hide) if (!isId(id)) tell(`hide names ${JSON.stringify(id)}, which is no id.`);
  return {
    overlay: given({
      overlays,
      language,
      region,
      review: fields.review === undefined ? undefined : reviewIn(fields.review, tell),
      hide: hide.filter(isId),
      items: itemsIn(fields.items, complaints),
      localise: Object.fromEntries(
        partsOf(fields.localise, 'localise', complaints).flatMap(([id, words]) =>
          localisedOf(words, id, complaints),
        ),
      ),
      // Its items may be the pack's: the pack is not here to ask.
      sets: setsIn(fields.sets, () => true, complaints),
    }) as Overlay,
    complaints,
  };
}
