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
/** So much of what is typed is looked at, and so many stems of one text. */
const TYPED_CHARACTERS = 4000;
const MOST_STEMS = 400;
/** Characters read between two pauses: a few milliseconds on a slow phone. */
const SLICE_CHARACTERS = 8000;
/** Words to which one slip may lead. */
const MOST_SLIPS = 30;
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

/** The stems among these words that say something, each once. */
function stemsOf(words: readonly string[]): Set<string> {
  const stems = new Set<string>();
  for (const word of words) {
    if (stems.size >= MOST_STEMS) break;
    if ((word.length > 2 || isSpaceless(word)) && !SILENT.has(word)) stems.add(stem(word));
  }
  return stems;
}

/** An entry's words, folded, with a space around each, so that " word" finds beginnings. */
interface Searchable {
  readonly question: string;
  readonly topic: string;
  readonly answer: string;
}

/** What is known of the entries; only the functions here look inside. */
export interface AnswersIndex {
  readonly entries: readonly CatalogueEntry[];
  /** The texts of the entries that have been read so far, from the first on. */
  readonly texts: Searchable[];
  /** All words of these. */
  readonly words: Set<string>;
  /** Places of the entries whose question or topic has the stem. */
  readonly places: Map<string, number[]>;
  /** The stems of each entry. */
  readonly stems: ReadonlySet<string>[];
  /** Stems by their first letter. */
  readonly byLetter: Map<string, string[]>;
  /** What an entry's stems weigh together; there when all entries are read. */
  weights?: readonly number[];
  /** Stems to which a typed one is near, as they were looked up. */
  readonly near: Map<string, readonly string[]>;
}

/** An index that has read nothing yet: `readAnswers` reads in slices, and the first search or similarity whatever is left. */
export const indexAnswers = (entries: readonly CatalogueEntry[]): AnswersIndex => ({
  entries,
  texts: [],
  words: new Set(),
  places: new Map(),
  stems: [],
  byLetter: new Map(),
  near: new Map(),
});

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** Reads one entry, and says how many characters that took. */
function readNext({ entries, texts, words, places, stems, byLetter }: AnswersIndex): number {
  const place = texts.length;
  const entry = entries[place];
  if (!entry) return 0;
  const read = (text: string): string[] => {
    const found = findableWords(text);
    for (const word of found) words.add(word);
    return found;
  };
  const [question, topic, answer] = [read(entry.question), read(entry.topic), read(entry.answer)];
  const own = stemsOf([...question, ...topic]);
  for (const one of own) {
    if (!places.has(one)) push(byLetter, one.charAt(0), one);
    push(places, one, place);
  }
  stems.push(own);
  const spaced = (list: readonly string[]) => ` ${list.join(' ')} `;
  texts.push({ question: spaced(question), topic: spaced(topic), answer: spaced(answer) });
  return entry.question.length + entry.answer.length;
}

/** Reads the entries in slices, calling `pause` between them. */
export async function readAnswers(index: AnswersIndex, pause: () => Promise<void>): Promise<void> {
  for (let work = 0; index.texts.length < index.entries.length; ) {
    work += readNext(index);
    if (work < SLICE_CHARACTERS) continue;
    work = 0;
    await pause();
  }
}

/** The index with every entry read. */
function complete(index: AnswersIndex): AnswersIndex {
  while (index.texts.length < index.entries.length) readNext(index);
  return index;
}

/** A stem weighs the more the fewer entries have it. */
const weightOf = ({ places, entries }: AnswersIndex, one: string): number =>
  Math.log(1 + entries.length / (places.get(one)?.length || 1));

function weightsOf(index: AnswersIndex): readonly number[] {
  index.weights ??= index.stems.map((stems) => {
    let sum = 0;
    for (const one of stems) sum += weightOf(index, one);
    return sum;
  });
  return index.weights;
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
  const { entries, places } = complete(index);
  const weights = weightsOf(index);
  // What each entry shares with what is typed: how much it weighs, and how many words of it there are.
  const shared = new Float64Array(entries.length);
  const count = new Uint16Array(entries.length);
  let typedWeight = 0;
  for (const word of stemsOf(wordsOf(typed.slice(0, TYPED_CHARACTERS)))) {
    const stems = nearTo(index, word);
    let heaviest = 0;
    const counted = stems.length > 1 ? new Set<number>() : undefined;
    for (const one of stems) {
      const weight = weightOf(index, one) * (one === word ? 1 : SLIP);
      heaviest = Math.max(heaviest, weight);
      for (const place of places.get(one) ?? []) {
        if (counted?.has(place)) continue;
        counted?.add(place);
        shared[place] = (shared[place] ?? 0) + weight;
        count[place] = (count[place] ?? 0) + 1;
      }
    }
    // A word that no entry has says that the question is about something else, too.
    typedWeight += heaviest || Math.log(1 + entries.length);
  }
  const scores = new Map<number, number>();
  count.forEach((words, place) => {
    if (words < LEAST_SHARED) return;
    const score = (shared[place] ?? 0) / Math.sqrt(typedWeight * (weights[place] || 1));
    if (score >= LEAST_ALIKE) scores.set(place, score);
  });
  return ranked(entries, scores).slice(0, most);
}

/** What a typed beginning counts in one text: more for a whole word. */
const hit = (text: string, word: string): number =>
  text.includes(` ${word} `) ? 1.5 : text.includes(isSpaceless(word) ? word : ` ${word}`) ? 1 : 0;

const hits = ({ question, topic, answer }: Searchable, word: string): number =>
  Math.max(4 * hit(question, word), 3 * hit(topic, word), hit(answer, word));

/** Words that a typed one with a slip stands for. */
const slipsOf = (known: Iterable<string>, typed: string): readonly string[] =>
  isForgivable(typed) ? [...known].filter((one) => almostBegins(one, typed)).slice(0, MOST_SLIPS) : [];

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
  const { texts, words: known } = complete(index);
  const scores = new Map<number, number>();
  entries.forEach((entry, place) => {
    if (ofTopic(entry)) scores.set(place, 0);
  });
  for (const word of typed) {
    const isKnown = texts.some((one) => hits(one, word) > 0);
    const forms = isKnown ? [word] : slipsOf(known, word);
    for (const [place, score] of scores) {
      const one = texts[place];
      const best = one ? Math.max(0, ...forms.map((form) => hits(one, form))) : 0;
      if (best) scores.set(place, score + best);
      else scores.delete(place);
    }
  }
  return ranked(entries, scores);
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
