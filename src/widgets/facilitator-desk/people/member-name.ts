/** A name for somebody on the team: tidy, short enough, and nobody else's, since people sign in by it. */
import { readText, tidyText } from '../../../domain/sealing/plain-text.js';
import { SealingError } from '../../../domain/sealing/sealing-error.js';
import type { DeskStrings } from '../../../i18n/desk/desk-strings.js';
import type { OpenedBox } from '../work/opened-box.js';

/** As the server compares names. */
const folded = (name: string): string => name.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');

/**
 * @param own Id of the member who is renamed.
 * @returns The name, or what has to be mended.
 */
export function readName(
  typed: string,
  { roster, server }: OpenedBox,
  words: DeskStrings,
  own?: string,
): { readonly name: string } | { readonly said: string } {
  try {
    const name = tidyText(typed, 'name').trim().replace(/ +/g, ' ');
    readText(name, 'name', { most: 80, needed: true });
    const others = [...roster.members.filter(({ id }) => id !== own), ...server.invitations];
    return others.some((other) => folded(other.name) === folded(name))
      ? { said: words.peopleNameTaken }
      : { name };
  } catch (error) {
    if (!(error instanceof SealingError)) throw error;
    if (error.reason === 'empty') return { said: words.peopleNameEmpty };
    return { said: error.reason === 'too-long' ? words.peopleNameLong : words.failCharacters };
  }
}
