/**
 * What a quiz pack must fulfil besides being readable: what a schema cannot say. The rules come from research on
 * correcting myths (docs/decisions/quiz-packs.md); this is what reminds an author of them, not what replaces a reviewer.
 */
import type { LocalDate } from '../domain/meeting.js';
import {
  type Complaint,
  type Item,
  isChoice,
  isPastReview,
  type Pack,
  type Review,
  type Source,
} from '../domain/quiz.js';
import type { Localised, Overlay } from '../domain/quiz-overlay.js';
import { readingAge } from './reading-age.js';
import { claimsIn, hurtfulIn } from './wording.js';

/** Oldest reader whom a whole pack, and a single item, may ask for. */
const PACK_AGE = 12;
const ITEM_AGE = 14;

/** In a set of so many statements or more, at least this part is true, and this part is not. */
const SET_SIZE = 4;
const SHARE = 1 / 4;

/** How a text begins that puts the myth first. */
const MYTH_FIRST =
  /^\W*(?:(?:it|this|that)(?:’s| is)\s+(?:a\s+)?(?:myth|false|untrue|wrong)|myth\b|false\b|(?:many|some|most|a lot of)\s+people\s+(?:think|believe|say)|people\s+(?:often\s+)?(?:think|believe|say)|contrary\s+to|(?:es|son)\s+(?:un\s+)?(?:mitos?|falsos?)|mito\b|(?:much[ao]s?|algun[ao]s|la\s+mayoría\s+de\s+la)\s+(?:gente|personas)\s+(?:cree|piensa|dice)n?|خرافة|من الخطأ|يعتقد\s+(?:كثير|معظم|بعض|الناس))/iu;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Does a text hold another whole, whatever stands between its words in signs and capitals? */
const holds = (text: string, part: string): boolean =>
  ` ${wordsOf(text).join(' ')} `.includes(` ${wordsOf(part).join(' ')} `);

/** What a visitor must not take for true: a statement that is not, and the wrong answers of a question. */
function mythsOf(item: Item): readonly string[] {
  if (!isChoice(item)) return item.isTrue ? [] : [item.statement];
  // "Yes" or "Two" is no myth by itself.
  return item.choices
    .filter(({ text, isTrue }) => !isTrue && wordsOf(text).length > 3)
    .map(({ text }) => text);
}

type Tell = (text: string) => void;

function worded(texts: readonly (string | undefined)[], language: string, tell: Tell): void {
  for (const text of texts)
    for (const { found, instead } of hurtfulIn(text ?? '', language))
      tell(`"${found}" hurts: say ${/^[\p{L}]+ [\p{L}]+$/u.test(instead) ? `"${instead}"` : instead}.`);
}

function claiming(texts: readonly (string | undefined)[], language: string, tell: Tell): void {
  for (const text of texts)
    for (const claim of claimsIn(text ?? '', language))
      tell(
        `"${claim}" claims a clinical effect that research on peer support does not show: say what it does show, or that it is not clear.`,
      );
}

function sourced({ year, checkedOn }: Source, today: LocalDate, tell: Tell): void {
  if (year !== undefined && year > Number(today.slice(0, 4))) tell(`source.year ${year} lies in the future.`);
  if (checkedOn !== undefined && checkedOn > today) tell(`source.checkedOn ${checkedOn} lies in the future.`);
}

function reviewed(review: Review, today: LocalDate, tell: Tell): void {
  if (isPastReview(review, today))
    tell(
      `its review was due on ${review.reviewDue}, so the quiz says "being reviewed": have it reviewed, then set review.reviewDue.`,
    );
  if (review.reviewedOn !== undefined && review.reviewedOn > today)
    tell(`review.reviewedOn ${review.reviewedOn} lies in the future.`);
}

/** The fact comes first: whoever reads the heading alone must not take the myth home. */
function factFirst(
  texts: Pick<Localised, 'fact' | 'explanation'>,
  myths: readonly string[],
  tell: Tell,
): void {
  const { fact = '', explanation = '' } = texts;
  if (MYTH_FIRST.test(fact)) tell('the fact begins with the myth: begin with what is true.');
  else if (myths.some((myth) => holds(fact, myth)))
    tell('the fact repeats the myth: say what is true, in other words.');
  if (MYTH_FIRST.test(explanation) || myths.some((myth) => holds(explanation.split(/[.!?؟]/)[0] ?? '', myth)))
    tell('the explanation begins with the myth: fact, myth once, reason, fact.');
}

function itemFaults(item: Item, language: string, today: LocalDate): Complaint[] {
  const complaints: Complaint[] = [];
  const tell = (text: string) => complaints.push({ item: item.id, text });
  const { fact, explanation, whyItMatters } = item;
  const asked = isChoice(item) ? [item.question, ...item.choices.map(({ text }) => text)] : [item.statement];
  const held = isChoice(item)
    ? item.choices.filter(({ isTrue }) => isTrue).map(({ text }) => text)
    : [item.isTrue ? item.statement : undefined];
  worded([...asked, fact, explanation, whyItMatters], language, tell);
  claiming([...held, fact, explanation, whyItMatters], language, tell);
  factFirst(item, mythsOf(item), tell);
  sourced(item.source, today, tell);
  const age = language.startsWith('en') ? readingAge(proseOf(item)) : undefined;
  if (age !== undefined && age > ITEM_AGE)
    tell(
      `its reading age is ${Math.round(age)}, and ${ITEM_AGE} is the most: use shorter sentences and words.`,
    );
  if (item.review) reviewed(item.review, today, tell);
  return complaints;
}

/** What a visitor reads of an item, as one text. */
const proseOf = (item: Item): string =>
  [isChoice(item) ? item.question : item.statement, item.fact, item.explanation, item.whyItMatters ?? '']
    .map((text) => text.replace(/(?<![.!?])$/, '.'))
    .join(' ');

/** Statements that are true, and that are not. */
export function balanceOf(items: readonly Item[]): { readonly true: number; readonly false: number } {
  const statements = items.filter((item) => !isChoice(item));
  const trues = statements.filter((item) => !isChoice(item) && item.isTrue).length;
  return { true: trues, false: statements.length - trues };
}

function balanceFault(name: string, items: readonly Item[]): Complaint[] {
  const balance = balanceOf(items);
  const all = balance.true + balance.false;
  if (all < SET_SIZE || Math.min(balance.true, balance.false) >= all * SHARE) return [];
  return [
    {
      text: `${name} has ${balance.true} true statements and ${balance.false} that are not: who sees the pattern answers the pattern. Make a quarter of them the other kind.`,
    },
  ];
}

/** Reading age of a whole pack; English alone. */
export const packAge = ({ language, items }: Pack): number | undefined =>
  language.startsWith('en') ? readingAge(items.map(proseOf).join(' ')) : undefined;

/** @param today For what is past, and for what cannot be yet. */
export function packFaults(pack: Pack, today: LocalDate): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const tell = (text: string) => complaints.push({ text });
  const { title, intro, disclaimer, language, items, sets } = pack;
  const said = [title, intro, disclaimer];
  worded(
    [...said, ...Object.values(pack.answers ?? {}), ...Object.values(pack.feedbackOpeners ?? {})],
    language,
    tell,
  );
  claiming(said, language, tell);
  for (const item of items)
    if (mythsOf(item).some((myth) => said.some((text) => holds(text ?? '', myth))))
      tell(
        `the title, intro or disclaimer repeats the myth of ${item.id}: a myth stands inside its question alone.`,
      );
  reviewed(pack.review, today, tell);
  const age = packAge(pack);
  if (age !== undefined && age > PACK_AGE)
    tell(
      `the reading age is ${Math.round(age)}, and ${PACK_AGE} is the most: use shorter sentences and words.`,
    );
  return [
    ...complaints,
    ...items.flatMap((item) => itemFaults(item, language, today)),
    ...balanceFault('the pack', items),
    ...Object.entries(sets).flatMap(([name, ids]) =>
      balanceFault(
        `the set "${name}"`,
        items.filter(({ id }) => ids.includes(id)),
      ),
    ),
  ];
}

/** The same for an overlay, as far as it can be told without the pack that it lies over. */
export function overlayFaults(over: Overlay, today: LocalDate): readonly Complaint[] {
  const complaints: Complaint[] = [];
  if (over.review) reviewed(over.review, today, (text) => complaints.push({ text }));
  return [
    ...complaints,
    ...(over.items ?? []).flatMap((item) => itemFaults(item, over.language, today)),
    ...Object.entries(over.localise ?? {}).flatMap(([item, words]) => {
      const found: Complaint[] = [];
      const tell = (text: string) => found.push({ item, text });
      const texts = [words.fact, words.explanation, words.whyItMatters];
      worded(texts, over.language, tell);
      claiming(texts, over.language, tell);
      factFirst(words, [], tell);
      if (words.source) sourced(words.source, today, tell);
      return found;
    }),
  ];
}
