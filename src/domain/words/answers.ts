/** Yes and no, as a sheet says them: words, ticks and a checkbox's TRUE. */
import { plain } from './plain.js';

/** `undefined` for anything that is neither. */
export function parseYesNo(text: string): boolean | undefined {
  const words = plain(text).replace(/[.!]$/, '');
  if (/^(?:y|yes|true|wahr|verdadero|vrai|si|ja|j|oui|o|x|1|✓|✔|✅|given|agreed)$/.test(words)) return true;
  return /^(?:n|no|false|falsch|falso|faux|nein|non|0|✗|✘|-)$/.test(words) ? false : undefined;
}
