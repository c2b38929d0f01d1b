/** What people type differs in case, accents, dashes and spaces; the readers of words see it in one shape. */
import { fold } from '../plain-letters.js';

/** Folded, with one kind of dash, apostrophe and space. */
export function plain(text: string): string {
  return fold(text)
    .replace(/[‐-―−]/g, '-')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
