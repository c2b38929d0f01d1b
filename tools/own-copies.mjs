/**
 * Gives each adapter its own copy of what only adapters and later parts need. A page reads one format, as a rule: so it asks for
 * one file that holds all of the reading and none of what other formats need, in place of shared files that hold both.
 *
 * What the widgets themselves need when they start is never copied: it is there once, and a class such as `Problem` is one class.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ADAPTER = /\/src\/backend\/adapters\/([\w-]+)\.ts$/;
const COPY = /\?for=([\w-]+)$/;
const IMPORT = /^(?:import|export)\s(?!type\b)[^;'"]*?\bfrom\s+'(\.[^']+)\.js'/gm;

/** Every module that is loaded with `file`, itself included. */
function loadedWith(file, found) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    loadedWith(`${path.resolve(path.dirname(file), name)}.ts`, found);
  }
  return found;
}

/** @param {string[]} widgets The modules that define widgets. */
export function ownCopies(widgets) {
  let present = new Set();
  return {
    name: 'kith-own-copies',
    enforce: 'pre',
    buildStart() {
      present = new Set();
      for (const widget of widgets) loadedWith(path.resolve(widget), present);
    },
    async resolveId(source, importer = '') {
      const adapter = ADAPTER.exec(importer)?.[1] ?? COPY.exec(importer)?.[1];
      if (!adapter || !source.startsWith('.')) return null;
      const resolved = await this.resolve(source, importer.replace(COPY, ''), { skipSelf: true });
      if (!resolved || resolved.external || present.has(resolved.id)) return resolved;
      return { ...resolved, id: `${resolved.id}?for=${adapter}` };
    },
    load(id) {
      return COPY.test(id) ? { code: readFileSync(id.replace(COPY, ''), 'utf8'), moduleType: 'ts' } : null;
    },
  };
}
