/** Turns the bytes of a listing into text, whatever program wrote it. */

/** The byte order marks of what spreadsheet programs call "Unicode text". */
const UTF_16: Readonly<Record<string, string>> = { '255,254': 'utf-16le', '254,255': 'utf-16be' };

/** Calendars are folded at 75 bytes, by some programs in the middle of a character: the fold's own bytes are taken out again. */
const joined = (bytes: Uint8Array): Uint8Array =>
  bytes.filter((byte, at) => {
    // CR, LF or the space: where the fold ends, before a byte that only goes on with a character.
    const end = at + (byte === 13 ? 3 : byte === 10 ? 2 : 1);
    return bytes[end - 2] !== 10 || bytes[end - 1] !== 32 || Number(bytes[end]) >> 6 !== 2;
  });

/**
 * UTF-8 comes before what a server declares, since many declare one charset for all their files and other text
 * is hardly ever valid UTF-8 by chance. Spreadsheet programs still write Windows-1252.
 */
export function decode(bytes: Uint8Array, charset = ''): string {
  const wide = UTF_16[`${bytes[0]},${bytes[1]}`] ?? (/^utf-16/i.test(charset) ? charset : 'utf-8');
  for (const label of [wide, '', charset]) {
    try {
      return new TextDecoder(label || 'utf-8', { fatal: true }).decode(label ? bytes : joined(bytes));
    } catch {
      // Not that, or a name that no browser knows.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}
