/** What a desk in another language calls the thing that tests name in English, so that the same hands work it in every language. */
import type { DeskStrings } from '../../../src/i18n/desk/desk-strings.js';
import { deskWords } from '../../../src/i18n/desk/desk-words.js';
import { enDesk } from '../../../src/i18n/desk/en.js';
import type { FacilitatorDesk } from '../../../src/widgets/facilitator-desk/facilitator-desk.js';

const spoken = new Map<string, DeskStrings>();

/** Call it before a desk in this language is worked. */
export async function learn(lang: string): Promise<void> {
  if (lang && lang !== 'en') spoken.set(lang, await deskWords(lang));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const PLACE = /\\\{(\w+)\\\}/g;

/** The name itself in English; else what it is in the desk's language, however its values are kept apart. */
export function itsOwn(desk: FacilitatorDesk, name: string | RegExp): string | RegExp {
  const words = spoken.get(desk.lang);
  if (!words || typeof name !== 'string') return name;
  // Two phrases that are one in English may be two there.
  const meant: string[] = [];
  for (const key of Object.keys(enDesk) as (keyof DeskStrings)[]) {
    const [phrase, other] = [enDesk[key], words[key]];
    if (typeof phrase !== 'string' || typeof other !== 'string') continue;
    const seen = new Set<string>();
    const once = (place: string): boolean => !seen.has(place) && Boolean(seen.add(place));
    const form = escaped(phrase).replace(PLACE, (_, place: string) =>
      once(place) ? `(?<${place}>.+)` : '.+',
    );
    const groups = new RegExp(`^${form}$`).exec(name);
    if (!groups) continue;
    const value = (place: string): string => escaped(groups.groups?.[place] ?? '');
    meant.push(
      escaped(other).replace(PLACE, (_, place: string) => `[\u2066-\u2069]*${value(place)}[\u2066-\u2069]*`),
    );
  }
  return meant.length > 0 ? new RegExp(`^(?:${meant.join('|')})$`) : name;
}

/** Whether a text holds what is named in English. */
export function holdsItsOwn(desk: FacilitatorDesk, text: string, name: string): boolean {
  const own = itsOwn(desk, name);
  return typeof own === 'string' ? text.includes(own) : new RegExp(own.source.slice(1, -1)).test(text);
}
