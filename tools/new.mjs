/** `npm run new widget NAME`, `npm run new adapter NAME`: writes the files, enters them where they are listed, stays green. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root } from './install.mjs';
import { adapterFiles } from './templates/adapter.mjs';
import { camel, widgetFiles } from './templates/widget.mjs';

const USAGE = `npm run new widget NAME     such as: npm run new widget mood-board
npm run new adapter NAME    such as: npm run new adapter our-format
NAME in small letters, with dashes.`;

function stop(message) {
  console.error(message);
  process.exit(1);
}

const read = (file) => readFileSync(path.join(root, file), 'utf8');

function write(file, text) {
  const full = path.join(root, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
}

/** Puts `line` before the first match of `mark`; stops where the file no longer looks as this tool knows it. */
function insertBefore(file, mark, line) {
  const text = read(file);
  const found = mark.exec(text);
  if (!found) stop(`${file} does not hold ${mark}: enter the new part there by hand.`);
  write(file, text.slice(0, found.index) + line + text.slice(found.index));
}

const append = (file, line) => write(file, `${read(file).trimEnd()}\n${line}\n`);

function create(files) {
  const taken = Object.keys(files).filter((file) => existsSync(path.join(root, file)));
  if (taken.length > 0) stop(`These are here already, so nothing was written:\n${taken.join('\n')}`);
  for (const [file, text] of Object.entries(files)) write(file, text);
}

/** Widgets and adapters that are lists in code are entered with these; the linter then sorts and wraps them. */
function enterWidget({ name, tag, className }) {
  insertBefore('src/cdn/manifest.ts', /^};/m, `  '${tag}': () => import('../define/${name}.js'),\n`);
  append('src/cdn/single.ts', `import '../define/${name}.js';`);
  append('src/index.ts', `export { ${className} } from './widgets/${name}/${name}.js';`);
  append('src/index.ts', `export { ${className}ReadyEvent } from './widgets/${name}/${name}.events.js';`);
  insertBefore(
    'tools/budgets.mjs',
    /^};\nconst LOADER/m,
    `  '${name}': { aim: 16 * KILO, gate: 20 * KILO, adapters: false },\n`,
  );
  const manifest = JSON.parse(read('package.json'));
  const entries = Object.entries(manifest.exports);
  const at = entries.findIndex(([key]) => key === './cdn/loader.js');
  entries.splice(at, 0, [
    `./define/${name}.js`,
    { types: `./dist/define/${name}.d.ts`, default: `./dist/define/${name}.js` },
  ]);
  manifest.exports = Object.fromEntries(entries);
  write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

function enterAdapter({ name }) {
  const constant = camel(name);
  insertBefore(
    'src/backend/catalogue.ts',
    /^];\n/m,
    `  {
    format: '${name}',
    recognises: ({ json }) => typeof json === 'object' && json !== null && '${constant}' in json,
    load: async () => (await import('./adapters/${name}.js')).${constant},
  },
`,
  );
}

const [kind, name] = process.argv.slice(2);
if ((kind !== 'widget' && kind !== 'adapter') || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name ?? ''))
  stop(USAGE);
ensureInstalled();
const capital = (text) => text[0].toUpperCase() + text.slice(1);
const names = {
  name,
  tag: `kith-${name}`,
  className: capital(camel(name)),
  title: capital(name.replaceAll('-', ' ')),
};
const files = kind === 'widget' ? widgetFiles(names) : adapterFiles(names);
create(files);
if (kind === 'widget') enterWidget(names);
else enterAdapter(names);
const touched = [
  ...Object.keys(files),
  ...(kind === 'widget'
    ? ['src/cdn/manifest.ts', 'src/cdn/single.ts', 'src/index.ts', 'tools/budgets.mjs', 'package.json']
    : ['src/backend/catalogue.ts']),
];
spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/@biomejs/biome/bin/biome'),
    'check',
    '--write',
    '--log-level=error',
    ...touched,
  ],
  { cwd: root, stdio: 'inherit' },
);
spawnSync(process.execPath, [path.join(root, 'tools/readme-tables.mjs')], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
touched.push('llms.txt');
console.log(`Written or changed:\n${touched.map((file) => `  ${file}`).join('\n')}\n`);
const test = touched.find((file) => file.endsWith('.test.ts'));
console.log(
  `Try it:\n  npm test -- ${test}\n  npm run check\n\nWhat to fill in next stands in CONTRIBUTING.md.`,
);
