/**
 * Gives each adapter its own copy of what no widget needs when it starts. A page reads one format, as a rule: so it asks for one
 * file that holds all of the reading and nothing that only other formats need, in place of shared files that hold both.
 *
 * A part that an adapter loads later has copies of its own as well: what both need would else stand in a file for all.
 *
 * What a widget needs when it starts is never copied: it is there once, and a class such as `Problem` is one class.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

const ADAPTER = /\/src\/backend\/adapters\/([\w-]+)\.ts$/;
const COPY = /\?for=([\w-]+)$/;
const IMPORT = /^(?:import|export)\s(?!type\b)[^;'"]*?\bfrom\s+'(\.[^']+)\.js'/gm;

/** Every module of ours that is loaded with `file`, itself included. */
function loadedWith(file, found) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    loadedWith(`${path.resolve(path.dirname(file), name)}.ts`, found);
  }
  return found;
}

/** Every module that a widget needs when it starts. */
export function neededAtStart() {
  const folder = path.join(root, 'src/define');
  const found = new Set();
  for (const widget of readdirSync(folder)) loadedWith(path.join(folder, widget), found);
  return found;
}

export function ownCopies() {
  let atStart = new Set();
  return {
    name: 'kith-own-copies',
    enforce: 'pre',
    buildStart() {
      atStart = neededAtStart();
    },
    async resolveId(source, importer = '', { kind } = {}) {
      const adapter = ADAPTER.exec(importer)?.[1] ?? COPY.exec(importer)?.[1];
      if (!adapter || !source.startsWith('.')) return null;
      const resolved = await this.resolve(source, importer.replace(COPY, ''), { skipSelf: true });
      if (!resolved || resolved.external || atStart.has(resolved.id)) return resolved;
      const reader = kind === 'dynamic-import' ? path.basename(resolved.id, '.ts') : adapter;
      return { ...resolved, id: `${resolved.id}?for=${reader}` };
    },
    load(id) {
      return COPY.test(id) ? { code: readFileSync(id.replace(COPY, ''), 'utf8'), moduleType: 'ts' } : null;
    },
  };
}
