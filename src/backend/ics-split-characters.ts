/**
 * Some programs fold calendars at 75 bytes, in the middle of a character. Such a text is no UTF-8, so it was read as
 * Windows-1252: this takes it back to its bytes, joins the characters, and reads it anew.
 */

/** @returns The text as it was meant; as it is when it was nothing of the kind. */
export function joinSplitCharacters(text: string): string {
  const bytesOf = new Map<string, number>();
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (const [byte, character] of [...new TextDecoder('windows-1252').decode(all)].entries())
    bytesOf.set(character, byte);
  const joined = text.replace(/([^\p{ASCII}])\r?\n[ \t](?=[^\p{ASCII}])/gu, '$1');
  const bytes = new Uint8Array(joined.length);
  for (let at = 0; at < joined.length; at++) {
    const byte = bytesOf.get(joined[at] ?? '');
    if (byte === undefined) return text;
    bytes[at] = byte;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}
