/** What a custom property is when nobody sets it, read from the one place that reads it, for tables and for editors. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

const code = (text) => `\`${text}\``;

/** Custom property → its default, as the theme reads it. */
export function themeDefaults() {
  const theme = readFileSync(path.join(root, 'src/ui/theme.ts'), 'utf8');
  return new Map([...theme.matchAll(/var\((--kith-[\w-]+), (.+)\);$/gm)].map(([, name, css]) => [name, css]));
}

/** A default as one writes it in CSS; sizes in the theme's own unit become the pixels that they are on most pages. */
export function plainDefault(css) {
  const [, light, dark] = /^light-dark\((\S+), (\S+)\)$/.exec(css) ?? [];
  if (light) return `${code(light)}, dark ${code(dark)}`;
  if (css === 'inherit') return 'the page’s';
  if (/^var\(--_family\)$/.test(css)) return code('--kith-font-family');
  return code(css.replace(/calc\((\d+) \* var\(--_px\)\)/g, '$1px').replace(/^max\((\d+px), \1\)$/, '$1'));
}
