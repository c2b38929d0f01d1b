/**
 * Codes that people copy by hand: Crockford's base 32 with a check symbol that catches every single slip and every swap of
 * neighbours, so that a mistyped code is told at once and not looked up in vain.
 */
import { refuse } from './sealing-error.js';

/** Crockford's 32 symbols: no I, L, O and U. */
export const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Five bits each, the highest first; bits left over at the end are zeros. */
export function toSymbols(bytes: Uint8Array): string {
  let symbols = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) symbols += SYMBOLS[(held >> (bits - 5)) & 31];
  }
  return bits ? symbols + SYMBOLS[(held << (5 - bits)) & 31] : symbols;
}

/**
 * The check symbol: the sum of aⁱ · sᵢ over GF(32), i from 1, in the field of x⁵ + x² + 1 with a = 2. As a has the order 31, up to 30
 * symbols have weights of their own, all different from the check symbol's weight 1.
 */
export function checkSymbol(symbols: string): string {
  let sum = 0;
  // Horner's rule from the last symbol on: each step multiplies by a.
  for (const symbol of [...symbols].reverse()) {
    sum = (sum ^ SYMBOLS.indexOf(symbol)) << 1;
    if (sum & 32) sum ^= 0b100101;
  }
  return SYMBOLS[sum] ?? '';
}

/** What people and phones write in place of a symbol or between symbols. */
const plainly = (typed: string): string =>
  typed
    .normalize('NFKC')
    // Marks of direction come along when a code is copied out of right-to-left text.
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/U/g, 'V');

/**
 * Reads what somebody typed: case, hyphens, spaces, O for 0, I and L for 1, U for V are forgiven.
 *
 * @param count How many symbols there are without the check symbol.
 * @returns The symbols without the check symbol.
 * @throws SealingError `code-symbol`, `code-length` or `code-check`.
 */
export function readSymbols(typed: string, count: number): string {
  const symbols = plainly(typed);
  for (const symbol of symbols) if (!SYMBOLS.includes(symbol)) refuse('code-symbol', 'code');
  if (symbols.length !== count + 1) refuse('code-length', 'code');
  const data = symbols.slice(0, count);
  if (checkSymbol(data) !== symbols[count]) refuse('code-check', 'code');
  return data;
}

/** The symbols with their check symbol, in groups. */
export const inGroups = (symbols: string, size: number): string =>
  (symbols + checkSymbol(symbols)).match(new RegExp(`.{1,${size}}`, 'g'))?.join('-') ?? '';
