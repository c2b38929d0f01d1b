/** The vocabularies of the languages that a reader of words knows, put together into patterns. */

import type { Rule } from '../recurrence/rule.js';
import { plain } from './plain.js';
import type { Column, Vocabulary, WordKind } from './vocabulary.js';

/** Headers differ in case, accents, spaces, plural and what stands in brackets: "Start_Times*", "start time (24 h)". */
const columnKey = (header: string) =>
  plain(header.replace(/\(.*?\)|\[.*?\]/g, ''))
    .replace(/[^\p{L}\d]+/gu, '')
    .replace(/s$/, '');

export class Lexicon {
  readonly #patterns = new Map<string, RegExp>();
  readonly #columns = new Map<string, [column: Column, dayFirst: boolean]>();

  /** @param parseRule Reads RRULEs; few sheets have any, and then they are words that nobody knows. */
  constructor(
    readonly vocabularies: readonly Vocabulary[],
    readonly parseRule?: (text: string) => Rule,
  ) {
    for (const { columns, dayFirst } of vocabularies) {
      for (const [column, names] of Object.entries(columns)) {
        for (const name of names.split('|')) {
          const key = columnKey(name);
          if (!this.#columns.has(key)) this.#columns.set(key, [column as Column, dayFirst]);
        }
      }
    }
  }

  /** The column that a header names. */
  columnOf(header: string): Column | undefined {
    return this.#columns.get(columnKey(header))?.[0];
  }

  /** True for a header in a language whose writers put the day first in a date. */
  isDayFirst(header: string): boolean {
    return this.#columns.get(columnKey(header))?.[1] ?? false;
  }

  /** A regular expression in which `<kind>` stands for all words of that kind; a source always comes with the same flags. */
  pattern(source: string, flags = 'u'): RegExp {
    let pattern = this.#patterns.get(source);
    if (!pattern) {
      const whole = source.replace(/<(\w+)>/g, (_, kind) => `(?:${this.#words(kind as WordKind).join('|')})`);
      pattern = new RegExp(whole, flags);
      this.#patterns.set(source, pattern);
    }
    return pattern;
  }

  /** Where a word stands among those of its kind: 0 for the first. */
  place(kind: WordKind, word: string): number {
    return Math.max(
      ...this.#words(kind).map((words) =>
        words.split('|').findIndex((pattern) => new RegExp(`^${pattern}$`).test(word)),
      ),
    );
  }

  #words(kind: WordKind): string[] {
    return this.vocabularies.flatMap(({ words }) => words[kind] ?? []);
  }
}
