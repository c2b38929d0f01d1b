/**
 * llms.txt: the package on one page, for people and programs that read before they write. What the elements offer comes from
 * their manifest; formats, privacy and policies are the README's own sections, so that nothing is said twice in two ways.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';
import { plainDefault, themeDefaults } from './theme-defaults.mjs';

const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** Sections of the README that are taken over whole, by their headings. */
const SECTIONS = [
  'The two lines',
  'The calendar',
  'One file, or npm',
  'Where your groups come from',
  'True or not? The quiz',
  'Ask a question: the box',
  'For those who answer: the desk',
  'Help lines',
  'Privacy, in plain words',
  'If your site sends a Content-Security-Policy',
  'Hashes, so that nobody can change the script',
  'Browsers',
  'What it is not',
];

const code = (text) => `\`${text}\``;
const oneLine = (text = '') => text.replace(/\s+/g, ' ').trim();

function section(readme, title) {
  const start = readme.indexOf(`\n## ${title}\n`);
  if (start < 0) throw new Error(`README.md has no section "${title}", which llms.txt takes over.`);
  const end = readme.indexOf('\n## ', start + 1);
  const text = readme.slice(start + 1, end < 0 ? undefined : end);
  // Markers of generated tables and pictures say nothing here.
  return text
    .replace(/<!--[\s\S]*?-->\n*/g, '')
    .replace(/^!\[.*\)\n*/gm, '')
    .trim();
}

function list(title, entries, show) {
  return entries?.length > 0 ? [`### ${title}`, entries.map(show).join('\n')] : [];
}

function aboutElement(element) {
  const defaults = themeDefaults();
  const named = (entry, name = code(entry.name)) => `- ${name}: ${oneLine(entry.description)}`;
  const extra = ({ name }) => (defaults.has(name) ? ` Else ${plainDefault(defaults.get(name))}.` : '');
  return [
    `## <${element.tagName}>`,
    oneLine(element.description),
    ...list('Attributes', element.attributes, (entry) =>
      named(entry, `${code(entry.name)}${entry.type?.text === 'boolean' ? ' (boolean)' : ''}`),
    ),
    ...list(
      'Properties and methods',
      (element.members ?? []).filter(({ attribute }) => !attribute),
      (entry) =>
        named(
          entry,
          entry.kind === 'method'
            ? code(`${entry.name}()`)
            : `${code(entry.name)} (${code(entry.type?.text)})`,
        ),
    ),
    ...list('Slots', element.slots, (entry) => named(entry, entry.name ? code(entry.name) : '(no name)')),
    ...list('Events', element.events, (entry) =>
      named(entry, `${code(entry.name)}${entry.type ? ` (${entry.type.text})` : ''}`),
    ),
    ...list('Custom states', element.cssStates, (entry) => named(entry, code(`:state(${entry.name})`))),
    ...list('Parts', element.cssParts, (entry) => named(entry, code(`::part(${entry.name})`))),
    ...list('Custom properties', element.cssProperties, (entry) => named(entry) + extra(entry)),
  ].join('\n\n');
}

/** What `format` may say: each adapter is named as its format. */
function formats() {
  return readdirSync(path.join(root, 'src/backend/adapters'))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();
}

/** The text of llms.txt. */
export function llmsText(elements) {
  const readme = read('README.md');
  const { name, exports } = JSON.parse(read('package.json'));
  const [, promise = ''] = /^# .+\n+([\s\S]*?)\n\n/.exec(readme) ?? [];
  const [first, ...others] = SECTIONS;
  return `${[
    `# ${name}`,
    `> ${oneLine(promise.replaceAll('**', ''))}`,
    section(readme, first),
    ...elements.map(aboutElement),
    '## Formats that `src` may name',
    formats()
      .map((format) => `- ${code(format)}`)
      .join('\n'),
    '## What the package exports',
    Object.keys(exports)
      .map((entry) => `- ${code(entry.replace('.', name))}`)
      .join('\n'),
    ...others.map((title) => section(readme, title)),
  ].join('\n\n')}\n`;
}
