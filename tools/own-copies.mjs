/**
 * Gives each part that a widget loads later (an adapter, filters, an opened page) its own copy of what its widget does not need
 * when it starts. A page reads one format and shows one or two widgets, as a rule: so it asks for one file that holds all of a part
 * and nothing else, in place of shared files that hold what only other parts need.
 *
 * A part that such a part loads later has copies of its own as well: what both need would else stand in a file for all.
 *
 * What a widget needs when it starts is never copied for its parts: it is there once, and a class such as `Problem` is one class.
 * A part that several widgets load is one file for all of them; it counts on what all of them start with. So must be whatever knows
 * something of the whole page, such as `ui/url-state`, which knows whose name is whose: within another part it would know less.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

/** Ours, and what Lit's directives are made of: they hold no state of the page. */
const COPIED = /\/src\/|\/directives\/|\/directive(?:-helpers)?\.js$/;
const NEAR = /^(?:\.|lit(?:-html)?\/directives\/)/;
const COPY = /\?for=([\w-]+)$/;
const IMPORT = /^(?:import|export)\s(?!type\b)[^;'"]*?\bfrom\s+'(\.[^']+)\.js'/gm;
const LATER = /\bimport\('(\.[^']+)\.js'\)/g;

/** Which widgets a page loads: the facilitators' desk is none of them. */
const MANIFEST = path.join(root, 'src/cdn/manifest.ts');

/** Modules of ours that `file` names. */
const named = (file, pattern) =>
  [...readFileSync(file, 'utf8').matchAll(pattern)].map(
    ([, name]) => `${path.resolve(path.dirname(file), name)}.ts`,
  );

/** Every module of ours that is loaded with `file`, itself included. */
function loadedWith(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const next of named(file, IMPORT)) loadedWith(next, found);
  return found;
}

/** Per widget, every module that it needs when it starts. */
const starts = () =>
  new Map(named(MANIFEST, LATER).map((file) => [path.basename(file, '.ts'), loadedWith(file)]));

/** Every module that some widget needs when it starts. */
export const neededAtStart = () => new Set([...starts().values()].flatMap((files) => [...files]));

/** Each module that a widget loads later, with what all widgets that do so start with. */
function laterParts() {
  const parts = new Map();
  for (const files of starts().values()) {
    for (const target of new Set([...files].flatMap((file) => named(file, LATER)))) {
      const before = parts.get(target);
      parts.set(target, new Set([...(before ?? files)].filter((file) => files.has(file))));
    }
  }
  return parts;
}

const copy = (resolved, part) => ({ ...resolved, id: `${resolved.id.replace(COPY, '')}?for=${part}` });

const same = (one, other) => one?.size === other.size && [...other].every((file) => one.has(file));

/** `group-finder-narrowing` for a widget's own part, the module's name for others. */
const nameOf = (id) =>
  /\/src\/(?:widgets\/([\w-]+)\/)?.*?([\w-]+)\.ts$/.exec(id)?.slice(1).filter(Boolean).join('-');

export function ownCopies() {
  let later = new Map();
  /** What is there before a part runs, by its name. */
  const there = new Map();
  return {
    name: 'kith-own-copies',
    enforce: 'pre',
    buildStart() {
      later = laterParts();
    },
    async resolveId(source, importer = '', { kind } = {}) {
      const part = COPY.exec(importer)?.[1];
      const isLater = kind === 'dynamic-import';
      if (!(part || isLater) || !NEAR.test(source)) return null;
      const resolved = await this.resolve(source, importer.replace(COPY, ''), { skipSelf: true });
      if (!resolved || resolved.external || !COPIED.test(resolved.id)) return resolved;
      const { id } = resolved;
      if (!isLater) return there.get(part).has(id) ? resolved : copy(resolved, part);
      const before = part ? there.get(part) : later.get(id);
      // The loader's own dynamic imports are widgets: nothing comes before them.
      if (!before) return resolved;
      // What a part of a part needs is counted from the same widgets.
      const name = part && !same(later.get(id), before) ? `${part}--${nameOf(id)}` : nameOf(id);
      there.set(name, before);
      return copy(resolved, name);
    },
    load(id) {
      return COPY.test(id)
        ? { code: readFileSync(id.replace(COPY, ''), 'utf8'), moduleType: id.includes('.ts?') ? 'ts' : 'js' }
        : null;
    },
  };
}
