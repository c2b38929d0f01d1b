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

const oneLine = (text = '') => text.replace(/\s+/g, ' ').trim();
const cell = (text) => oneLine(text).replaceAll('|', '\\|');
const code = (text) => `\`${text}\``;

function table(head, rows) {
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

const propertyRow = ({ kind, name, description, type }) => [
  code(kind === 'method' ? `${name}()` : name),
  description ?? '',
  kind === 'method' ? 'method' : code(type?.text ?? ''),
];

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

/**
 * Entries by who has them, those of most elements first. Entries are the same where name and description are: an attribute that
 * means something else in another element stands beside it.
 * @param pick What is told of an element.
 */
function byOwners(elements, pick) {
  const owners = new Map();
  for (const { tagName, ...element } of elements)
    for (const entry of pick(element) ?? []) {
      const key = JSON.stringify([entry.name, oneLine(entry.description)]);
      const found = owners.get(key) ?? { entry, tags: [] };
      found.tags.push(tagName);
      owners.set(key, found);
    }
  const groups = new Map();
  for (const { entry, tags } of owners.values()) {
    const key = tags.join(' ');
    groups.set(key, { tags, entries: [...(groups.get(key)?.entries ?? []), entry] });
  }
  return [...groups.values()].sort((a, b) => b.tags.length - a.tags.length);
}

/** It stands on a page of its own, which only staff open: what all widgets have is a matter of those that visitors meet. */
const isDesk = ({ tagName }) => tagName === 'kith-facilitator-desk';

const sameEntry = (one, other) =>
  one.name === other.name && oneLine(one.description) === oneLine(other.description);

/** The desk's own entries, and the names of those that it has in common with all widgets. */
function deskTable(elements, common, pick, head, row) {
  return elements.filter(isDesk).flatMap(({ tagName, ...element }) => {
    const all = pick(element) ?? [];
    const shared = all.filter((entry) => common.some((one) => sameEntry(one, entry)));
    const own = all.filter((entry) => !shared.includes(entry));
    const said = shared.map(({ name }) => code(name)).join(', ');
    if (all.length === 0) return [];
    if (own.length === 0) return `${code(`<${tagName}>`)} has of these: ${said}.`;
    return `Only ${code(`<${tagName}>`)}${said && `, beside ${said}`}:\n\n${table(head, own.map(row))}`;
  });
}

/** A table of what all widgets have, one for each widget or several of them, and one for the desk. */
function tablesOf(elements, pick, head, row) {
  const widgets = elements.filter((element) => !isDesk(element));
  const groups = byOwners(widgets, pick);
  const isCommon = ({ tags }) => tags.length === widgets.length;
  const common = groups.filter(isCommon).flatMap(({ entries }) => entries);
  return [
    ...groups.map((group) => {
      const rows = table(head, group.entries.map(row));
      if (isCommon(group)) return rows;
      return `Only ${group.tags.map((tag) => code(`<${tag}>`)).join(' and ')}:\n\n${rows}`;
    }),
    ...deskTable(elements, common, pick, head, row),
  ].join('\n\n');
}

/** What stands between the markers, by the name in them. */
function sections(elements) {
  const css = themeDefaults();
  const told =
    (show = code) =>
    ({ name, description = '' }) => [show(name), description];
  const tables = (pick, head, row = told()) => tablesOf(elements, pick, head, row);
  return {
    attributes: tables(({ attributes }) => attributes, ['Attribute', 'What it does']),
    properties: tables(
      ({ members = [] }) => members.filter(({ attribute }) => !attribute),
      ['Property or method', 'What it does', 'Type'],
      propertyRow,
    ),
    slots: tables(
      ({ slots }) => slots,
      ['Slot', 'What it is for'],
      told((name) => (name ? code(name) : '(no name)')),
    ),
    events: tables(({ events }) => events, ['Event', 'When, and what it carries']),
    'custom-properties': tables(
      ({ cssProperties }) => cssProperties,
      ['Custom property', 'What it sets', 'If you say nothing'],
      ({ name, description = '' }) => [
        code(name),
        description,
        css.has(name) ? plainDefault(css.get(name)) : '',
      ],
    ),
    parts: tables(({ cssParts }) => cssParts, ['Part', 'What it is']),
    states: tables(
      ({ cssStates }) => cssStates,
      ['State', 'When'],
      told((name) => code(`:state(${name})`)),
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
