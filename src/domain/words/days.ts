/** Weekdays as people write them, alone, in lists and in spans. */

import { WEEKDAYS } from '../recurrence/plain-day.js';
import type { Weekday } from '../recurrence/rule.js';
import type { Lexicon } from './lexicon.js';
import { type Token, tokens } from './tokens.js';

/** Tokens of weekdays, for the readers of repeats as well. `TO` spans two days. */
export const DAY_WORDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(WEEKDAYS.map((day) => [day, `<${day}>(?: ?-?<part>)?`])),
  WORKDAYS: '<workdays>',
  WEEKEND: '<weekend>',
  TO: '<to>',
  _: '<part>|<and>|<each>|<filler>',
};

export const isDay = (kind: string | undefined): kind is Weekday =>
  (WEEKDAYS as readonly unknown[]).includes(kind);

/** Puts the days between the two ends of a span, and the days of "weekdays"; `undefined` for a span without ends. */
export function spelledOut(found: readonly Token[]): Token[] | undefined {
  const days: Token[] = [];
  const add = (from: number, to: number, word: string) => {
    for (let day = from; day <= to; day++) days.push({ kind: WEEKDAYS[day % 7] ?? '', word });
  };
  for (const [at, token] of found.entries()) {
    const { kind, word } = token;
    const before = found[at - 1]?.kind;
    const after = found[at + 1]?.kind;
    if (kind === 'WORKDAYS') add(0, 4, word);
    else if (kind === 'WEEKEND') add(5, 6, word);
    else if (kind !== 'TO') days.push(token);
    else if (isDay(before) && isDay(after)) {
      const from = WEEKDAYS.indexOf(before) + 1;
      const to = WEEKDAYS.indexOf(after) - 1;
      add(from, to < from - 1 ? to + 7 : to, word);
    } else if (word !== '-') return undefined;
  }
  return days;
}

const read = tokens(DAY_WORDS);

/** "Tuesdays", "Mon & Wed", "weekdays" in the order of the week; `undefined` when any word is unknown. */
export function parseDays(text: string, lexicon: Lexicon): Weekday[] | undefined {
  const found = spelledOut(read(text, lexicon) ?? []);
  return found?.length ? WEEKDAYS.filter((day) => found.some(({ kind }) => kind === day)) : undefined;
}
