/**
 * Takes the white space that only people need out of the stylesheets in the script builds. They are plain and formatted by Biome,
 * which is what makes a few replacements enough; what could not be squeezed safely stops the build.
 */

const STYLES = /\bcss`([^`]*)`/g;

/** @param {string} text A stylesheet as Biome leaves it. */
export function squeezed(text) {
  const odd = /\$\{(?!\w+\})|"/.exec(text)?.[0];
  if (odd)
    throw new Error(`A stylesheet holds ${odd}: take it out, or teach tools/squeeze-css.mjs to read it.`);
  const strings = [];
  return (
    text
      .replace(/\/\*.*?\*\//gs, '')
      // What a page shows stays as it is.
      .replace(/'[^'\n]*'/g, (string) => `'${strings.push(string) - 1}'`)
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};]) ?/g, '$1')
      .replace(/([:,]) /g, '$1')
      .replaceAll(';}', '}')
      .replace(/'(\d+)'/g, (_, at) => strings[Number(at)])
      .trim()
  );
}

export function squeezeCss() {
  return {
    name: 'kith-squeeze-css',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/src/') || !code.includes('css`')) return null;
      return { code: code.replace(STYLES, (_, text) => `css\`${squeezed(text)}\``), map: null };
    },
  };
}
