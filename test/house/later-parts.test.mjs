import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { build } from 'vite';
import { root } from '../../tools/install.mjs';

/** Module-wide variables that are no more than a cache of what can be worked out again, or numbers for ids. */
const CACHES = new Set([
  'backend/bmlt-formats.ts',
  'backend/hsds-service.ts',
  'backend/schema-org-draft.ts',
  'domain/help-line.ts',
  'domain/recurrence/plain-day.ts',
  'domain/recurrence/zone.ts',
  'domain/words/country.ts',
  'domain/words/languages.ts',
  'parts/take-home.ts',
]);
const KEEPS = /^(?:export )?(?:let \w|const \w+ = new (?:Map|Set|WeakMap|WeakSet)(?:<.*>)?\(\);?$)/m;

const source = (id) =>
  path.relative(path.join(root, 'src'), id.replace(/\?.*/, '')).split(path.sep).join('/');

/** Every file of the script build with the modules of ours in it. */
let chunks;

const withWidget = (name) =>
  chunks.filter(({ modules }) => modules.some((id) => id.startsWith(`widgets/${name}/`)));
const named = (pattern) => chunks.filter(({ fileName }) => pattern.test(fileName));

/** Files that `chunk` needs before it runs, itself included. */
function closure(chunk, found = new Set()) {
  if (found.has(chunk)) return found;
  found.add(chunk);
  for (const name of chunk.imports)
    closure(
      chunks.find(({ fileName }) => fileName === name),
      found,
    );
  return found;
}

describe('the files of the script build', () => {
  before(async () => {
    const built = await build({ root, mode: 'loader', logLevel: 'error', build: { write: false } });
    chunks = [built]
      .flat()
      .flatMap(({ output }) => output.filter(({ type }) => type === 'chunk'))
      .map(({ fileName, imports, modules }) => ({
        fileName,
        imports,
        modules: Object.keys(modules)
          .filter((id) => id.includes('/src/'))
          .map(source),
      }));
  });

  it('hold nothing of a widget that a page does not show', () => {
    for (const [one, other] of [
      ['group-finder', 'meeting-calendar'],
      ['meeting-calendar', 'group-finder'],
    ]) {
      const files = withWidget(one);
      assert.ok(files.length > 2, `${one} has parts`);
      for (const chunk of files.flatMap((file) => [...closure(file)])) {
        const strangers = chunk.modules.filter((id) => id.startsWith(`widgets/${other}/`));
        assert.deepEqual(strangers, [], `${chunk.fileName}, which ${one} asks for`);
      }
    }
  });

  it('keep what only one widget starts with out of the way of the others', () => {
    const all = (name) => new Set(withWidget(name).flatMap((file) => [...closure(file)]));
    const has = (name, module) => [...all(name)].some(({ modules }) => modules.includes(module));
    for (const module of ['domain/month.ts', 'domain/sessions.ts', 'i18n/en-calendar.ts']) {
      assert.ok(has('meeting-calendar', module), module);
      assert.ok(!has('group-finder', module), module);
    }
    for (const module of ['domain/timetable.ts', 'domain/search.ts', 'i18n/en-search.ts']) {
      assert.ok(has('group-finder', module), module);
      assert.ok(!has('meeting-calendar', module), module);
    }
  });

  it('hold once what knows something of the whole page', () => {
    const places = new Map();
    for (const { fileName, modules } of chunks)
      for (const id of modules) places.set(id, [...(places.get(id) ?? []), fileName]);
    const copied = [...places].filter(
      ([id, files]) => files.length > 1 && KEEPS.test(readFileSync(path.join(root, 'src', id), 'utf8')),
    );
    // The quiz reads a listing at its end, and with a copy of its own: at worst a list is asked for twice on a page with a finder.
    const catalogue = places.get('backend/catalogue.ts') ?? [];
    assert.equal(catalogue.filter((file) => !/\/next-groups-/.test(file)).length, 1);
    assert.deepEqual(
      copied.filter(([id]) => !CACHES.has(id) && id !== 'backend/catalogue.ts'),
      [],
    );
    for (const id of ['ui/url-state.ts', 'parts/quick-exit.ts']) assert.equal(places.get(id)?.length, 1, id);
  });

  it('bring the address of the page in one file for all widgets', () => {
    const [shared, ...more] = named(/\/url-state-/);
    assert.deepEqual(more, []);
    assert.deepEqual(shared?.modules, ['ui/url-state.ts']);
    assert.equal(named(/\/page-address-/).length, 2);
  });
});
