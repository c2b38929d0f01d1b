import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../../tools/install.mjs';
import { elementsOf } from '../../tools/manifest.mjs';

const read = (file) => readFileSync(path.join(root, file), 'utf8');
const readJson = (file) => JSON.parse(read(file));
const packageJson = readJson('package.json');
const elements = elementsOf(readJson('dist/custom-elements.json'));
const names = (entries = []) => entries.map(({ name }) => name).sort();
/** Names that several elements share stand once. */
const all = (kind, show = (name) => name) =>
  [...new Set(elements.flatMap((element) => names(element[kind])))].map(show).sort();

describe('what editors read', () => {
  it('tells VS Code every element with every attribute', () => {
    const { version, tags } = readJson('dist/vscode.html-custom-data.json');
    assert.equal(version, 1.1);
    assert.deepEqual(
      tags.map(({ name, attributes }) => [name, names(attributes)]),
      elements.map(({ tagName, attributes }) => [tagName, names(attributes)]),
    );
  });

  it('tells VS Code every custom property, part and state', () => {
    const css = readJson('dist/vscode.css-custom-data.json');
    assert.equal(css.version, 1.1);
    assert.deepEqual(names(css.properties), all('cssProperties'));
    assert.deepEqual(
      names(css.pseudoElements),
      all('cssParts', (name) => `::part(${name})`),
    );
    assert.deepEqual(
      names(css.pseudoClasses),
      all('cssStates', (name) => `:state(${name})`),
    );
  });

  it('tells JetBrains the same, and where package.json says', () => {
    const types = readJson(packageJson['web-types']);
    assert.equal(types.name, packageJson.name);
    assert.equal(types.version, packageJson.version);
    const told = types.contributions.html.elements;
    assert.deepEqual(
      told.map(({ name }) => name),
      elements.map(({ tagName }) => tagName),
    );
    told.forEach((element, index) => {
      const documented = elements[index];
      const fields = (documented.members ?? []).filter(({ kind }) => kind === 'field');
      assert.deepEqual(names(element.attributes), names(documented.attributes));
      assert.deepEqual(names(element.js.events), names(documented.events));
      assert.deepEqual(names(element.js.properties), names(fields));
      assert.deepEqual(names(element.css.properties), names(documented.cssProperties));
      assert.deepEqual(names(element.css.parts), names(documented.cssParts));
      assert.equal(element.slots.length, documented.slots?.length ?? 0);
    });
  });

  it('leaves no description empty and writes no "undefined"', () => {
    for (const file of ['vscode.html-custom-data', 'vscode.css-custom-data', 'web-types']) {
      const text = read(`dist/${file}.json`);
      assert.doesNotMatch(text, /"(?:description|value)": ""/, file);
      assert.doesNotMatch(text, /default: undefined|\(undefined\)|null/, file);
    }
  });
});

describe('llms.txt', () => {
  const text = read('llms.txt');

  it('says all that an element offers', () => {
    const all = ({ attributes, events, slots, cssProperties }) =>
      [attributes, events, slots, cssProperties].flatMap(names).filter(Boolean);
    for (const element of elements) {
      assert.ok(text.includes(`\n## <${element.tagName}>\n`), element.tagName);
      for (const name of all(element)) assert.ok(text.includes(`\n- \`${name}\``), name);
      for (const name of names(element.cssParts)) assert.ok(text.includes(`\`::part(${name})\``), name);
      for (const name of names(element.cssStates)) assert.ok(text.includes(`\`:state(${name})\``), name);
    }
  });

  it('names every format and every entry of the package', async () => {
    const { formatNames } = await import(pathToFileURL(path.join(root, 'dist/backend/catalogue.js')).href);
    const told = /## Formats that `src` may name\n\n((?:- .*\n)+)/.exec(text)?.[1] ?? '';
    assert.deepEqual(
      [...told.matchAll(/`([\w-]+)`/g)].map(([, name]) => name),
      [...formatNames()].sort(),
    );
    for (const entry of Object.keys(packageJson.exports))
      assert.ok(text.includes(`- \`${entry.replace('.', packageJson.name)}\``), entry);
  });

  it('is packed, and its links lead to files that are packed or to the web', () => {
    assert.ok(packageJson.files.includes('llms.txt'));
    for (const [, link] of text.matchAll(/\]\(([^)#]+)\)/g)) {
      if (/^https?:/.test(link)) continue;
      assert.ok(existsSync(path.join(root, link)), link);
    }
  });
});
