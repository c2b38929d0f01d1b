/** Weekdays as people write them in English, Spanish, German and French, alone, in lists and in spans. */
import { WEEKDAYS, type Weekday } from '../recurrence/rule.js';
import { type Token, tokens, type Vocabulary } from './plain.js';

const NAMES: Readonly<Record<Weekday, string>> = {
  MO: 'mon(?:days?)?|mo|montags?|lun(?:es|dis?)?',
  TU: 'tu(?:es?(?:days?)?)?|di|dienstags?|mar(?:tes|dis?)?',
  WE: 'wed(?:s|nesdays?)?|mi|mittwochs?|mie(?:rcoles)?|mer(?:credis?)?',
  TH: 'thu(?:r(?:s(?:days?)?)?)?|do|donnerstags?|jue(?:ves)?|jeu(?:dis?)?',
  FR: 'fri(?:days?)?|fr|freitags?|vie(?:rnes)?|ven(?:dredis?)?',
  SA: 'sat(?:urdays?)?|sa|samstags?|sonnabends?|sab(?:ados?)?|sam(?:edis?)?',
  SU: 'sun(?:days?)?|so|sonntags?|dom(?:ingos?)?|dim(?:anches?)?',
};

/** Part of the day after a weekday ("Tuesday evenings", "Dienstagabend") says nothing that the time does not say. */
const PART =
  '(?:(?:in the|por la|de la|am|le) )?(?:mornings?|afternoons?|evenings?|nights?|manana|tarde|noche|vormittags?|nachmittags?|abends?|morgens?|matin|apres-midi|soir)';

/** Tokens of weekdays, for the readers of repeats as well. `TO` spans two days, `_` is passed over. */
export const DAY_WORDS: Vocabulary = {
  ...Object.fromEntries(WEEKDAYS.map((day) => [day, `(?:${NAMES[day]})(?: ?-?${PART})?`])),
  WORKDAYS: 'weekdays?|working days|week days|entre semana|dias laborables|wochentags?|en semaine',
  WEEKEND: 'weekends?|week-?ends?|fin(?:es)? de semana|wochenenden?',
  TO: 'to|through|thru|till|until|al?|hasta|bis|au|jusqu au',
  _: `${PART}|and|y|e|und|et|on|the|los|las|el|la|les|le|de|del|du|am|an|jede[nmrs]?|every|each|cada|chaque|todos los|todas las|tous les|every|from|von|desde|only|solo|nur`,
};

export const isDay = (kind: string | undefined): kind is Weekday =>
  (WEEKDAYS as readonly unknown[]).includes(kind);

/** Puts the days between the two ends of a span, and the days of "weekdays"; `undefined` for a span without ends. */
export function spelledOut(found: readonly Token[]): Token[] | undefined {
  const days: Token[] = [];
  const add = (from: number, to: number, word: string) => {
    for (let day = from; day <= to; day++) days.push({ kind: WEEKDAYS[day % 7] ?? '', word });
  };
  for (let at = 0; at < found.length; at++) {
    const { kind, word } = found[at] as Token;
    const before = found[at - 1]?.kind;
    const after = found[at + 1]?.kind;
    if (kind === 'WORKDAYS') add(0, 4, word);
    else if (kind === 'WEEKEND') add(5, 6, word);
    else if (kind !== 'TO') days.push({ kind, word });
    else if (isDay(before) && isDay(after)) {
      const from = WEEKDAYS.indexOf(before) + 1;
      const to = WEEKDAYS.indexOf(after) - 1;
      add(from, to < from - 1 ? to + 7 : to, word);
    } else if (word !== '-') return undefined;
  }
  return days;
}

const read = tokens(DAY_WORDS);

/** "Tuesdays", "Mon & Wed", "lunes a viernes", "dienstags" in the order of the week; `undefined` when any word is unknown. */
export function parseDays(text: string): Weekday[] | undefined {
  const found = spelledOut((read(text) ?? []).filter(({ kind }) => kind !== '_'));
  return found?.length ? WEEKDAYS.filter((day) => found.some(({ kind }) => kind === day)) : undefined;
}
