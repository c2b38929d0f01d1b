/**
 * Finds groups by the words that a visitor types, on the device: every word must match by its
 * beginning, in any order, and a longer word may hold one slip.
 */
import { findableWords, isSpaceless, wordsOf } from './fold.js';
import type { Group } from './group.js';
import { almostBegins, isForgivable } from './typo.js';

/** Only so much of one field is indexed: a name of a megabyte must neither hang nor fill the device. */
const FIELD_CHARACTERS = 2000;
/** And so much of one group, however many fields it repeats. */
const GROUP_CHARACTERS = 20_000;
/** A pasted page is no search: the first words count. */
const QUERY_CHARACTERS = 300;
const QUERY_WORDS = 20;
/** Characters indexed between two pauses: a few milliseconds on a slow phone. */
const SLICE_CHARACTERS = 8000;

interface Entry {
  readonly word: string;
  /** Indexes of the groups that have the word, ascending. */
  readonly ids: number[];
}

/** What a search gave. */
export interface Found {
  /** Indexes of the groups that answer; absent when no word was typed. */
  readonly ids?: ReadonlySet<number>;
  /** The typed words, folded, and the words of the listing to which a slip was forgiven: for marking. */
  readonly words: readonly string[];
}

/** Fields that are mostly a group's own. */
function* ownFields(group: Group): Iterable<string | undefined> {
  yield group.name;
  yield group.summary;
  yield group.leader;
  yield group.training;
  for (const { venue, note } of group.meetings) {
    yield note;
    yield venue?.name;
    yield venue?.address;
    yield venue?.postalCode;
  }
  yield group.notes;
}

/** Fields of which a listing has few, each in many groups. */
function* sharedFields(group: Group, languageName: (code: string) => string): Iterable<string | undefined> {
  yield* group.topics;
  yield* group.audience;
  for (const code of group.languages) yield `${code} ${languageName(code)}`;
  for (const { venue } of group.meetings) {
    yield venue?.locality;
    yield venue?.district;
    yield venue?.region;
  }
}

export class SearchIndex {
  readonly #groups: readonly Group[];
  readonly #languageName: (code: string) => string;
  /** Words by their first letter. */
  readonly #entries = new Map<string, Entry[]>();
  readonly #byWord = new Map<string, Entry>();
  /** Words in scripts without spaces, which are searched in their middle too. */
  readonly #runs: Entry[] = [];
  /** The words of a shared field, read once. */
  readonly #shared = new Map<string, readonly Entry[]>();
  #indexed = 0;

  /** @param languageName A language's name for its code, so that "Polish" finds "pl". */
  constructor(groups: readonly Group[], languageName: (code: string) => string = () => '') {
    this.#groups = groups;
    const names = new Map<string, string>();
    // A browser builds a table for every name it is asked for, and thousands of groups speak the same few languages.
    this.#languageName = (code) => {
      const name = names.get(code) ?? languageName(code);
      names.set(code, name);
      return name;
    };
  }

  /** Reads the groups in slices, calling `pause` between them. */
  async build(pause: () => Promise<void>): Promise<void> {
    await pause();
    for (let work = 0; this.#indexed < this.#groups.length; ) {
      work += this.#indexNext();
      if (work < SLICE_CHARACTERS) continue;
      work = 0;
      await pause();
    }
  }

  /** The groups that have every typed word. Complete at any time: what `build` has not read yet is read now. */
  find(query: string): Found {
    const typed = wordsOf(query.slice(0, QUERY_CHARACTERS)).slice(0, QUERY_WORDS);
    if (!typed.length) return { words: [] };
    while (this.#indexed < this.#groups.length) this.#indexNext();
    const words = new Set(typed);
    // How many of the words each group has had so far.
    const had = new Uint8Array(this.#groups.length);
    typed.forEach((word, place) => {
      let entries = this.#beginningWith(word);
      if (!entries.length && isForgivable(word) && !isSpaceless(word)) {
        entries = [...this.#byWord.values()].filter((entry) => almostBegins(entry.word, word));
        for (const entry of entries) words.add(entry.word);
      }
      for (const { ids } of entries) {
        for (const id of ids) if (had[id] === place) had[id] = place + 1;
      }
    });
    const ids = new Set<number>();
    for (let id = 0; id < had.length; id++) if (had[id] === typed.length) ids.add(id);
    return { ids, words: [...words] };
  }

  #beginningWith(word: string): Entry[] {
    if (isSpaceless(word)) return this.#runs.filter((entry) => entry.word.includes(word));
    return (this.#entries.get(word.charAt(0)) ?? []).filter((entry) => entry.word.startsWith(word));
  }

  /** Indexes one group and says how many characters that took. */
  #indexNext(): number {
    const id = this.#indexed++;
    const group = this.#groups[id];
    if (!group) return 0;
    let text = '';
    for (const field of ownFields(group)) {
      if (field) text += `${field.slice(0, FIELD_CHARACTERS)}\n`;
      if (text.length > GROUP_CHARACTERS) break;
    }
    for (const word of findableWords(text)) mark(this.#entryOf(word), id);
    let read = text.length;
    for (const field of sharedFields(group, this.#languageName)) {
      if (!field) continue;
      if (read > GROUP_CHARACTERS) break;
      read += Math.min(field.length, FIELD_CHARACTERS);
      for (const entry of this.#entriesOf(field)) mark(entry, id);
    }
    return read;
  }

  #entriesOf(field: string): readonly Entry[] {
    let entries = this.#shared.get(field);
    if (!entries) {
      entries = findableWords(field.slice(0, FIELD_CHARACTERS)).map((word) => this.#entryOf(word));
      this.#shared.set(field, entries);
    }
    return entries;
  }

  #entryOf(word: string): Entry {
    let entry = this.#byWord.get(word);
    if (!entry) {
      entry = { word, ids: [] };
      this.#byWord.set(word, entry);
      const first = word.charAt(0);
      const siblings = this.#entries.get(first);
      if (siblings) siblings.push(entry);
      else this.#entries.set(first, [entry]);
      if (isSpaceless(word)) this.#runs.push(entry);
    }
    return entry;
  }
}

/** Groups are read in order, so that one that has the word already is the last. */
function mark({ ids }: Entry, id: number): void {
  if (ids.at(-1) !== id) ids.push(id);
}
