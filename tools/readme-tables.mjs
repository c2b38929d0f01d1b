/**
 * Writes the README's tables out of what they describe: the elements' manifest, the theme, the help lines. `--check` writes
 * nothing and fails when a table is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';
import { elementsOf, readManifest } from './manifest.mjs';

const read = (file) => readFileSync(path.join(root, file), 'utf8');

const cell = (text) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (text) => `\`${text}\``;

function table(head, rows) {
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

/** A default as one writes it in CSS; sizes in the theme's own unit become the pixels that they are on most pages. */
function inWords(css) {
  const [, light, dark] = /^light-dark\((\S+), (\S+)\)$/.exec(css) ?? [];
  if (light) return `${code(light)}, dark ${code(dark)}`;
  if (css === 'inherit') return 'the page’s';
  if (/^var\(--_family\)$/.test(css)) return `${code('--kith-font-family')}`;
  return code(css.replace(/calc\((\d+) \* var\(--_px\)\)/g, '$1px').replace(/^max\((\d+px), \1\)$/, '$1'));
}

/** Custom property → its default, as the theme reads it. */
function defaults() {
  return new Map(
    [...read('src/ui/theme.ts').matchAll(/var\((--kith-[\w-]+), (.+)\);$/gm)].map(([, name, css]) => [
      name,
      css,
    ]),
  );
}

function propertyRows({ members = [] }) {
  return members
    .filter(({ attribute }) => !attribute)
    .map(({ kind, name, description, type }) => [
      code(kind === 'method' ? `${name}()` : name),
      description ?? '',
      kind === 'method' ? 'method' : code(type?.text ?? ''),
    ]);
}

function countries(rows) {
  const names = new Intl.DisplayNames('en-GB', { type: 'region' });
  return [...new Set(rows.map(({ country }) => country))].map((country) => names.of(country)).sort();
}

function helpLines() {
  const { lines } = JSON.parse(read('src/content/help-lines.json'));
  const of = (tier) => countries(lines.filter((row) => row.tier === tier));
  const [talk, urgent, emergency] = ['talk', 'urgent', 'emergency'].map(of);
  return [
    `- Someone to talk to, in ${talk.length} countries: ${talk.join(', ')}.`,
    `- Urgent help from a health service, in ${urgent.length}: ${urgent.join(', ')}.`,
    `- The emergency number, in ${emergency.length} countries.`,
  ].join('\n');
}

/** What stands between the markers, by the name in them. */
function sections() {
  const [finder] = elementsOf(readManifest()).filter(({ tagName }) => tagName === 'kith-group-finder');
  const css = defaults();
  const named = (entries, show = code) =>
    entries.map(({ name, description = '' }) => [show(name), description]);
  return {
    attributes: table(['Attribute', 'What it does'], named(finder.attributes)),
    properties: table(['Property or method', 'What it does', 'Type'], propertyRows(finder)),
    slots: table(
      ['Slot', 'What it is for'],
      named(finder.slots, (name) => (name ? code(name) : '(no name)')),
    ),
    events: table(['Event', 'When, and what it carries'], named(finder.events)),
    'custom-properties': table(
      ['Custom property', 'What it sets', 'If you say nothing'],
      finder.cssProperties.map(({ name, description = '' }) => [
        code(name),
        description,
        css.has(name) ? inWords(css.get(name)) : '',
      ]),
    ),
    parts: table(['Part', 'What it is'], named(finder.cssParts)),
    states: table(
      ['State', 'When'],
      named(finder.cssStates, (name) => code(`:state(${name})`)),
    ),
    'help-lines': helpLines(),
  };
}

/** The README with every table as it should be. Throws where a marker is missing. */
export function withTables(text) {
  let written = text;
  for (const [name, content] of Object.entries(sections())) {
    const between = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`);
    if (!between.test(written)) throw new Error(`README.md lacks <!-- ${name} --> and <!-- /${name} -->.`);
    written = written.replace(between, (_, start, end) => `${start}\n\n${content}\n\n${end}`);
  }
  return written;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = path.join(root, 'README.md');
  const text = read('README.md');
  const wanted = withTables(text);
  if (!process.argv.includes('--check')) writeFileSync(file, wanted);
  else if (text !== wanted) {
    console.error('README.md: a table is out of date. Run node tools/readme-tables.mjs');
    process.exit(1);
  }
  console.log('README.md: the tables are as the sources say.');
}
