/**
 * Writes a script in ASCII alone. A classic script is read in the encoding of its page, and old pages name none: letters beyond
 * ASCII would come out as others, or break the script. Modules are always UTF-8 and stay as they are.
 */

const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The same code with every other letter as an escape, which means the same in strings, templates and patterns. */
export function inAscii(code) {
  const after = /\\[^\x00-\x7f]/.exec(code);
  if (after) throw new Error(`A backslash before "${after[0][1]}" would undo its escape.`);
  return code.replace(/[\u0080-\uffff]/g, escaped);
}

export function plainAscii() {
  return {
    name: 'kith-plain-ascii',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = inAscii(file.code);
    },
  };
}
