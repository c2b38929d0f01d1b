/**
 * Writes the README's tables out of what they describe: the elements' manifest, the theme, the help lines; and llms.txt out of
 * the same and the README. `--check` writes nothing and fails when one is out of date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';
import { llmsText } from './llms.mjs';
import { elementsOf, readManifest } from './manifest.mjs';
import { plainDefault, themeDefaults } from './theme-defaults.mjs';

const read = (file) => readFileSync(path.join(root, file), 'utf8');

const cell = (text) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (text) => `\`${text}\``;

function table(head, rows) {
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
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
function sections(elements) {
  const [finder] = elements.filter(({ tagName }) => tagName === 'kith-group-finder');
  const css = themeDefaults();
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
        css.has(name) ? plainDefault(css.get(name)) : '',
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
export function withTables(text, elements) {
  let written = text;
  for (const [name, content] of Object.entries(sections(elements))) {
    const between = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`);
    if (!between.test(written)) throw new Error(`README.md lacks <!-- ${name} --> and <!-- /${name} -->.`);
    written = written.replace(between, (_, start, end) => `${start}\n\n${content}\n\n${end}`);
  }
  return written;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const check = process.argv.includes('--check');
  const elements = elementsOf(readManifest());
  let outOfDate = false;
  /** Writes a file, or with `--check` only tells that it is not as it should be. */
  const hold = (name, wanted) => {
    const file = path.join(root, name);
    if (existsSync(file) && read(name) === wanted) return;
    if (!check) return writeFileSync(file, wanted);
    console.error(`${name} is out of date. Run node tools/readme-tables.mjs`);
    outOfDate = true;
  };
  hold('README.md', withTables(read('README.md'), elements));
  hold('llms.txt', llmsText(elements));
  if (outOfDate) process.exit(1);
  console.log('README.md and llms.txt: as the sources say.');
}
