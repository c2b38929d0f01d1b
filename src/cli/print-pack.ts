/**
 * `print-pack`: the facts of a quiz pack with their sources as plain HTML, for a leaflet and to stand inside
 * the element. No statement is printed: a myth on paper stands there without its question.
 */
import { Problem } from '../backend/problem.js';
import { helpLines } from '../content/help-lines.js';
import { loadPack } from '../content/quiz/packs.js';
import { helpFor } from '../domain/help-line.js';
import { webUrl } from '../domain/links.js';
import {
  currentItems,
  type Item,
  isPastReview,
  itemsOf,
  type Pack,
  type Review,
  reviewOf,
  type Source,
} from '../domain/quiz.js';
import { overlay } from '../domain/quiz-overlay.js';
import { localTime } from '../domain/recurrence/zone.js';
import { en } from '../i18n/en.js';
import { Locale, stringsFor } from '../i18n/locale.js';
import { inLine, type PackFile, readPackFile } from './packs.js';
import { escaped, helpOf, link, type PublishOptions, publish } from './printed.js';
import type { World } from './run.js';
import { ownZone } from './sources.js';

export interface PrintPackOptions extends PublishOptions {
  readonly lang?: string | undefined;
  readonly country?: string | undefined;
  readonly set?: string | undefined;
  readonly overlay?: readonly string[] | undefined;
  readonly region?: string | undefined;
}

/** "Title. Publisher, 2019." A title keeps its own language's direction. */
function sourceOf(locale: Locale, { title, publisher, year, url, checkedOn }: Source): string {
  const to = webUrl(url ?? '');
  const cited = to ? link(to, title) : escaped(title);
  const when = checkedOn
    ? ` ${escaped(locale.say(locale.strings.lastChecked, { date: locale.date(checkedOn) }))}.`
    : '';
  return `<bdi>${cited}. ${escaped(publisher)}${year === undefined ? '' : `, ${year}`}.</bdi>${when}`;
}

function itemLines(locale: Locale, { fact, explanation, whyItMatters, source }: Item): string[] {
  return [
    '  <li>',
    `    <h3>${escaped(fact)}</h3>`,
    ...[explanation, whyItMatters].flatMap((text) => (text ? [`    <p>${escaped(text)}</p>`] : [])),
    `    <p><small>${sourceOf(locale, source)}</small></p>`,
    '  </li>',
  ];
}

/** Who has signed what is printed; one draft among it makes all of it one. */
function reviewInWords(locale: Locale, reviews: readonly Review[]): string {
  const { strings } = locale;
  const [first] = reviews;
  if (!first || reviews.some(({ status }) => status === 'draft')) return strings.leafletDraft;
  const each = new Set(
    reviews.map(({ clinicalReviewer = '', livedExperienceReviewer = '', reviewedOn }) =>
      locale.say(strings.leafletReviewed, {
        clinician: clinicalReviewer,
        lived: livedExperienceReviewer,
        date: reviewedOn ? locale.date(reviewedOn) : '',
      }),
    ),
  );
  return [...each].join(' ');
}

function factsAsHtml(
  pack: Pack,
  items: readonly Item[],
  locale: Locale,
  help: readonly string[],
  today: string,
): string {
  const { language, direction, disclaimer } = pack;
  const written = `lang="${escaped(language)}" dir="${direction}"`;
  const spoken = `lang="${escaped(locale.tag)}" dir="${locale.strings.dir}"`;
  return [
    `<!-- Written by kith-widgets print-pack on ${today}; run it again when the pack changes. -->`,
    ...help,
    `<ul ${written}>`,
    ...items.flatMap((item) => itemLines(locale, item)),
    '</ul>',
    ...(disclaimer ? [`<p ${written}>${escaped(disclaimer)}</p>`] : []),
    `<p ${spoken}><small>${escaped(
      reviewInWords(
        locale,
        items.map((item) => reviewOf(pack, item)),
      ),
    )}</small></p>`,
    '',
  ].join('\n');
}

/** The pack of a file, or what is wrong with it. */
function packOf({ file, pack, overlay: over, complaints }: PackFile): Pack {
  if (pack) return pack;
  const why = over ? 'it is an overlay: name it with --overlay' : complaints.map(inLine).join(' ');
  throw new Problem('malformed', `${file} is no pack that can be printed: ${why}`.replace(/\.$/, ''));
}

/** Writes the facts to a file, into a page, or out. */
export async function printPack(
  file: string | undefined,
  options: PrintPackOptions,
  world: World,
): Promise<number> {
  const today = localTime(world.now, ownZone()).slice(0, 10);
  const tell = (texts: readonly string[]) => {
    for (const text of texts) world.err(`${text.replace(/[.]?$/, '.')}\n`);
  };
  const read = file === undefined ? undefined : await readPackFile(file);
  const base = read ? packOf(read) : await loadPack(options.lang ?? 'en');
  const lang = options.lang ?? (base.language === 'en' ? 'en-GB' : base.language);
  const over = await Promise.all((options.overlay ?? []).map(readPackFile));
  const laid = overlay(
    base,
    over.map(({ file: from, overlay: one, complaints }) => {
      if (one) return one;
      throw new Problem(
        'malformed',
        `${from} is no overlay: ${complaints.map(inLine).join(' ')}`.replace(/\.$/, ''),
      );
    }),
    options.region?.toUpperCase(),
  );
  tell(
    [...(read?.complaints ?? []), ...over.flatMap(({ complaints }) => complaints), ...laid.complaints].map(
      inLine,
    ),
  );
  const { pack } = laid;
  const { set } = options;
  if (set !== undefined && !Object.hasOwn(pack.sets, set))
    throw new Problem(
      'not-found',
      `the pack ${pack.id} has no set "${set}"; it has ${Object.keys(pack.sets).join(', ') || 'none'}`,
    );
  const chosen = itemsOf(pack, set);
  const items = currentItems(pack, chosen, today);
  if (isPastReview(pack.review, today) || items.length === 0)
    throw new Problem(
      'malformed',
      `the pack ${pack.id} is being reviewed (its review was due on ${pack.review.reviewDue}), so no fact of it is printed`,
    );
  const stale = chosen.length - items.length;
  if (stale > 0) tell([`${stale} facts are left out: their review is due`]);
  if (pack.review.status === 'draft')
    tell([`The pack ${pack.id} is a draft that nobody has signed off, and the print says so`]);
  // What is always at hand in English is what a list needs; a leaflet needs a little more.
  const locale = new Locale({ ...en, ...(await stringsFor(lang)) }, lang, options.country);
  const help = helpOf(locale, helpFor(options.country?.toUpperCase(), helpLines));
  return publish(factsAsHtml(pack, items, locale, help, today), 'kith-pack', options, world);
}
