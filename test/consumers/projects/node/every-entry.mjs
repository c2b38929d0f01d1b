/** Resolves every entry that the installed package exports, and imports those that are code and register nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const manifest = fileURLToPath(import.meta.resolve('kith-widgets/package.json'));
const { name, exports, sideEffects } = JSON.parse(readFileSync(manifest, 'utf8'));
const effects = sideEffects.map((glob) => glob.replaceAll('*', ''));
// Lit leaves its versions there, and in Node a registry of elements.
await import('lit');
const before = Object.getOwnPropertyNames(globalThis);
const told = [];
for (const entry of Object.keys(exports)) {
  const specifier = entry.replace('.', name);
  const file = fileURLToPath(import.meta.resolve(specifier));
  if (!existsSync(file)) throw new Error(`${specifier} leads to ${file}, which is not there.`);
  const registers = effects.some((folder) => file.includes(folder));
  if (file.endsWith('.js') && !registers) told.push([specifier, Object.keys(await import(specifier)).length]);
}
const added = Object.getOwnPropertyNames(globalThis).filter((each) => !before.includes(each));
const elements = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve(`${name}/custom-elements.json`)), 'utf8'),
);
const tags = elements.modules.flatMap(({ declarations }) =>
  declarations.map(({ tagName }) => tagName).filter(Boolean),
);
const registered = tags.filter((tag) => globalThis.customElements?.get(tag));
console.log(JSON.stringify({ told, added, tags, registered }));
