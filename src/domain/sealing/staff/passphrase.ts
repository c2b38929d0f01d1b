/** The desk makes the passphrase; an own choice is not offered, since a chosen one would be the weakest link. */
import { refuse } from '../sealing-error.js';
import type { Random } from '../web-crypto.js';
import { randomBytes } from '../web-crypto.js';
import { plainPassphrase } from './staff-auth.js';
import { words } from './word-list.js';

/** Seven words of 7,776: 90.4 bits. */
export const PASSPHRASE_WORDS = 7;

/** The largest multiple of 7,776 that two bytes reach; numbers from it on are drawn again, so that every word is as likely. */
const FAIR = 62_208;

/** So many words of the list, single spaces between them. */
export function drawWords(count: number, random: Random = randomBytes): string {
  const list = words();
  const chosen: string[] = [];
  while (chosen.length < count) {
    const [high = 0, low = 0] = random(2);
    const number = high * 256 + low;
    if (number < FAIR) chosen.push(list[number % list.length] ?? '');
  }
  return chosen.join(' ');
}

export const makePassphrase = (random: Random = randomBytes): string => drawWords(PASSPHRASE_WORDS, random);

/**
 * A typed passphrase in its plain form.
 *
 * @throws SealingError `passphrase`: not seven words, or one that is not on the list. The field says which, never what was typed.
 */
export function readPassphrase(typed: string): string {
  const plain = plainPassphrase(typed);
  const given = plain.split(' ');
  if (given.length !== PASSPHRASE_WORDS) refuse('passphrase', 'number of words');
  const known = new Set(words());
  given.forEach((word, at) => {
    if (!known.has(word)) refuse('passphrase', `word ${at + 1}`);
  });
  return plain;
}
