/**
 * Gives each adapter, and each part that a widget loads later, its own copy of what its widget does not need when it starts. A page
 * reads one format and shows one or two widgets, as a rule: so it asks for one file that holds all of a part and nothing else, in
 * place of shared files that hold what only other parts need.
 *
 * A part that an adapter loads later has copies of its own as well: what both need would else stand in a file for all.
 *
 * What a widget needs when it starts is never copied for its own parts: it is there once, and a class such as `Problem` is one class.
 * A part that several widgets load is one file for all of them, and so is what it holds: `ui/url-state` knows whose name is whose.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

const ADAPTER = /\/src\/backend\/adapters\/([\w-]+)\.ts$/;
/** Ours, and what Lit's directives are made of: they hold no state of the page. */
const COPIED = /\/src\/|\/directives\/|\/directive(?:-helpers)?\.js$/;
/** Modules whose dynamic imports are later parts. */
const LATER = /\/src\/(?:widgets|parts)\//;
const WIDGET = /\/src\/widgets\/([\w-]+)\//;
const COPY = /\?for=([\w-]+)$/;
const IMPORT = /^(?:import|export)\s(?!type\b)[^;'"]*?\bfrom\s+'(\.[^']+)\.js'/gm;

const copy = (resolved, reader) => ({ ...resolved, id: `${resolved.id}?for=${reader}` });

/** Every module of ours that is loaded with `file`, itself included. */
function loadedWith(file, found) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    loadedWith(`${path.resolve(path.dirname(file), name)}.ts`, found);
  }
  return found;
}

const folder = path.join(root, 'src/define');

/** Per widget, every module that it needs when it starts. */
const startsByWidget = () =>
  new Map(
    readdirSync(folder).map((file) => [
      path.basename(file, '.ts'),
      loadedWith(path.join(folder, file), new Set()),
    ]),
  );

/** Every module that some widget needs when it starts. */
export const neededAtStart = () => new Set([...startsByWidget().values()].flatMap((files) => [...files]));

export function ownCopies() {
  let starts = new Map();
  /** What is there before a part runs: where only one widget loads it, all that this one starts with. */
  const before = new Map();
  const isThere = (reader, id) => {
    const widget = before.get(reader);
    return widget ? starts.get(widget).has(id) : [...starts.values()].every((files) => files.has(id));
  };
  return {
    name: 'kith-own-copies',
    enforce: 'pre',
    buildStart() {
      starts = startsByWidget();
    },
    async resolveId(source, importer = '', { kind } = {}) {
      const file = importer.replace(COPY, '');
      const later = kind === 'dynamic-import' && LATER.test(file);
      const reader = ADAPTER.exec(importer)?.[1] ?? COPY.exec(importer)?.[1];
      if (!(reader || later) || !/^(?:\.|lit(?:-html)?\/directives\/)/.test(source)) return null;
      const resolved = await this.resolve(source, file, { skipSelf: true });
      if (!resolved || resolved.external || !COPIED.test(resolved.id)) return resolved;
      const name = path.basename(resolved.id).replace(/\.[jt]s$/, '');
      if (kind !== 'dynamic-import') return isThere(reader, resolved.id) ? resolved : copy(resolved, reader);
      const widget = WIDGET.exec(resolved.id)?.[1];
      const part = widget ? `${widget}-${name}` : name;
      before.set(part, widget);
      return copy(resolved, part);
    },
    load(id) {
      return COPY.test(id)
        ? { code: readFileSync(id.replace(COPY, ''), 'utf8'), moduleType: id.includes('.ts?') ? 'ts' : 'js' }
        : null;
    },
  };
}
