/**
 * Finds published answers on the device: those near to what somebody is typing, so that some need not ask, and those that a reader looks
 * for. Nothing that is typed has to leave the page for that.
 */
import { findableWords, isSpaceless, wordsOf } from './fold.js';
import type { CatalogueEntry } from './sealing/catalogue.js';
import { almostBegins, isForgivable } from './typo.js';

export type { CatalogueEntry } from './sealing/catalogue.js';

/** How many a visitor who is writing should be shown at most. */
const MOST_SIMILAR = 3;
/** Meaningful words that both have to share. */
const LEAST_SHARED = 2;
/** From 0 to 1: how much of what both say has to be the same. */
const LEAST_ALIKE = 0.3;
/** A word with a slip counts for less. */
const SLIP = 0.7;
/** A pasted page is no search: the first words count. */
const SEARCH_WORDS = 20;
const SEARCH_CHARACTERS = 300;
/** Words of a question that are looked at. */
const TYPED_WORDS = 400;
/** What was looked up is kept, since every key that is pressed leaves all words but one as they were. */
const MOST_KEPT = 2000;

/** Words that say nothing of what is asked, folded. */
const SILENT = new Set(
  (
    'the and for are was were with that this these those have has had not but you your she her him his they them their our its can could ' +
    'would should will shall may might must what when where which who whom why how does did doing been being from into about after before ' +
    'than then there here very just also any all some more most much many because while still get got ive dont cant isnt doesnt didnt wont ' +
    'know feel want need like really ' +
    'que como cuando donde quien cual por para con sin una uno unos unas los las les del esto esta este eso esa ese estos estas muy mas pero ' +
    'porque desde hasta sobre entre tengo tiene tener puedo puede poder debo debe hay ser estar estoy soy son fue sido todo toda nada algo ' +
    'tambien mis sus nos cada hace hacer quiero ' +
    'في من على الى عن مع هل ما ماذا كيف متى اين لماذا هذا هذه ذلك التي الذي ان انا انت هو هي نحن هم كان كانت يكون قد لا لم لن او ثم كل بعد قبل ' +
    'عند اذا لكن ايضا يمكن يجب شيء اريد عندي'
  ).split(' '),
);

const ARABIC = /^\p{scx=Arab}/u;
const LEAST_OF_STEM = 3;

/** What the forms of a word have in common, roughly: "drinking", "drinks" → "drink"; "medicamentos" → "medicament"; "الأدوية" → "ادوي". */
function stem(word: string): string {
  const bare = ARABIC.test(word)
    ? word
        .replace(/^(?:[وفبك]?ال|لل)(?=.{3})/, '')
        .replace(/^و(?=.{4})/, '')
        .replace(/(?:ها|ات|ون|ين|هم|نا|تي|ه|ي)$/, '')
    : word.replace(/(?:ings?|ed|edly|ly|mente|ies|[aeo]s|[aeosy])$/, '').replace(/([^aeiou])\1$/, '$1');
  return bare.length < LEAST_OF_STEM ? word : bare;
}

/** The stems that say something, each once. */
function stemsOf(text: string): Set<string> {
  const stems = new Set<string>();
  for (const word of findableWords(text)) {
    if (stems.size >= TYPED_WORDS) break;
    if ((word.length > 2 || isSpaceless(word)) && !SILENT.has(word)) stems.add(stem(word));
  }
  return stems;
}

/** An entry's words for the search: folded, each with a space in front, so that " word" finds beginnings. */
interface Searchable {
  readonly question: string;
  readonly topic: string;
  readonly answer: string;
}

export interface AnswersIndex {
  readonly entries: readonly CatalogueEntry[];
  /** Places of the entries whose question or topic has the stem. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** What an entry's stems weigh together. */
  readonly weights: readonly number[];
  /** Stems by their first letter. */
  readonly byLetter: ReadonlyMap<string, readonly string[]>;
  /** Stems to which a typed one is near, as they were looked up. */
  readonly near: Map<string, readonly string[]>;
  /** For the search; made when something is searched for. */
  searchable?: readonly Searchable[];
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** A stem weighs the more the fewer entries have it. */
const weightOf = ({ length }: readonly number[], entries: number) => Math.log(1 + entries / length);

/** Reads the entries once; what is typed is then compared with the index alone. */
export function indexAnswers(entries: readonly CatalogueEntry[]): AnswersIndex {
  const places = new Map<string, number[]>();
  const byLetter = new Map<string, string[]>();
  entries.forEach(({ question, topic }, place) => {
    for (const one of stemsOf(`${question} ${topic}`)) {
      if (!places.has(one)) push(byLetter, one.charAt(0), one);
      push(places, one, place);
    }
  });
  const weights = entries.map(() => 0);
  for (const having of places.values()) {
    const weight = weightOf(having, entries.length);
    for (const place of having) weights[place] = (weights[place] ?? 0) + weight;
  }
  return { entries, places, weights, byLetter, near: new Map() };
}

/** The stems of the index that a typed one stands for: itself, or those with one slip. */
function nearTo({ places, byLetter, near }: AnswersIndex, typed: string): readonly string[] {
  if (places.has(typed)) return [typed];
  if (!isForgivable(typed)) return [];
  let found = near.get(typed);
  if (!found) {
    found = (byLetter.get(typed.charAt(0)) ?? []).filter(
      (one) => Math.abs(one.length - typed.length) < 2 && almostBegins(one, typed),
    );
    if (near.size >= MOST_KEPT) near.clear();
    near.set(typed, found);
  }
  return found;
}

/** Newer entries first, else as they stand in the catalogue. */
const newer = (a: CatalogueEntry, b: CatalogueEntry) => b.day - a.day;

/** The best first, as many as have a score. */
function ranked(entries: readonly CatalogueEntry[], scores: ReadonlyMap<number, number>): CatalogueEntry[] {
  return [...scores]
    .flatMap(([place, score]) => {
      const entry = entries[place];
      return entry ? [{ entry, place, score }] : [];
    })
    .sort((a, b) => b.score - a.score || newer(a.entry, b.entry) || a.place - b.place)
    .map(({ entry }) => entry);
}

/** Entries whose questions are near to what is being typed, the nearest first; none while too little is typed to tell. */
export function similarAnswers(
  index: AnswersIndex,
  typed: string,
  most = MOST_SIMILAR,
): readonly CatalogueEntry[] {
  const { entries, places, weights } = index;
  const shared = new Map<number, { weight: number; words: number }>();
  let typedWeight = 0;
  for (const word of stemsOf(typed)) {
    const stems = nearTo(index, word);
    // A word that no entry has says that the question is about something else, too.
    typedWeight += stems.length ? 0 : Math.log(1 + entries.length);
    let heaviest = 0;
    const counted = new Set<number>();
    for (const one of stems) {
      const having = places.get(one) ?? [];
      const weight = weightOf(having, entries.length) * (one === word ? 1 : SLIP);
      heaviest = Math.max(heaviest, weight);
      for (const place of having) {
        if (counted.has(place)) continue;
        counted.add(place);
        const sum = shared.get(place) ?? { weight: 0, words: 0 };
        shared.set(place, { weight: sum.weight + weight, words: sum.words + 1 });
      }
    }
    typedWeight += heaviest;
  }
  const scores = new Map<number, number>();
  for (const [place, { weight, words }] of shared) {
    const score = weight / Math.sqrt(typedWeight * (weights[place] || 1));
    if (words >= LEAST_SHARED && score >= LEAST_ALIKE) scores.set(place, score);
  }
  return ranked(entries, scores).slice(0, most);
}

const spaced = (text: string) => ` ${findableWords(text).join(' ')} `;

/** What a typed beginning counts in one text: more for a whole word. */
const hit = (text: string, word: string): number =>
  text.includes(` ${word} `) ? 1.5 : text.includes(isSpaceless(word) ? word : ` ${word}`) ? 1 : 0;

const hits = ({ question, topic, answer }: Searchable, word: string): number =>
  Math.max(4 * hit(question, word), 3 * hit(topic, word), hit(answer, word));

export interface AnswersQuery {
  /** What was typed; '' for all. */
  readonly words: string;
  /** Absent or '': any. */
  readonly topic?: string;
}

/** Entries that have every typed word, by its beginning or with one slip where none begins with it; the best first, then the newest. */
export function searchAnswers(
  index: AnswersIndex,
  { words, topic }: AnswersQuery,
): readonly CatalogueEntry[] {
  const { entries } = index;
  const typed = wordsOf(words.slice(0, SEARCH_CHARACTERS)).slice(0, SEARCH_WORDS);
  const ofTopic = (entry: CatalogueEntry) => !topic || entry.topic === topic;
  if (!typed.length) return entries.filter(ofTopic).sort(newer);
  index.searchable ??= entries.map(({ question, topic, answer }) => ({
    question: spaced(question),
    topic: spaced(topic),
    answer: spaced(answer),
  }));
  const { searchable } = index;
  const scores = new Map<number, number>();
  entries.forEach((entry, place) => {
    if (ofTopic(entry)) scores.set(place, 0);
  });
  for (const word of typed) {
    const known = searchable.some((texts) => hits(texts, word) > 0);
    const forms = known ? [word] : isForgivable(word) ? slipsOf(searchable, word) : [];
    for (const [place, score] of scores) {
      const texts = searchable[place];
      const best = texts ? Math.max(0, ...forms.map((form) => hits(texts, form))) : 0;
      if (best) scores.set(place, score + best);
      else scores.delete(place);
    }
  }
  return ranked(entries, scores);
}

/** The words of all entries that a typed one with a slip stands for. */
function slipsOf(searchable: readonly Searchable[], typed: string): string[] {
  const forms = new Set<string>();
  for (const { question, topic, answer } of searchable) {
    for (const word of `${question}${topic}${answer}`.split(' '))
      if (!forms.has(word) && almostBegins(word, typed)) forms.add(word);
  }
  return [...forms];
}

export interface TopicCount {
  readonly topic: string;
  readonly count: number;
}

/** The topics of the entries, those with most entries first. */
export function topicsOf(entries: readonly CatalogueEntry[]): readonly TopicCount[] {
  const counts = new Map<string, number>();
  for (const { topic } of entries) if (topic) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return Array.from(counts, ([topic, count]) => ({ topic, count })).sort((a, b) => b.count - a.count);
}
