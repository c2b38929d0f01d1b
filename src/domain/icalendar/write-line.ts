/** Content lines as RFC 5545 3.1 wants them written: escaped, folded at 75 octets without splitting a character, ended by CR LF. */

const MOST_OCTETS = 75;

const octets = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** One line, folded, with its end. */
export function fold(line: string): string {
  let folded = '';
  let length = 0;
  for (const character of line) {
    const size = octets(character);
    if (length + size > MOST_OCTETS) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += size;
  }
  return `${folded}\r\n`;
}

/** TEXT (RFC 5545 3.3.11), without what no text has: control characters and halves of characters. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cs}\u007f]|(?![\n\t])[\u0000-\u001f]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** What stands in a line as it is, such as an address: one line. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, '');
