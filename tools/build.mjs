/** `npm run build`: dist/ with modules and types, the two script builds for pages, the facilitators' desk, and the manifest. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { ensureInstalled, root } from './install.mjs';

const quiet = process.argv.includes('--quiet');
const say = quiet ? () => {} : console.log;

function run(title, file, ...given) {
  say(title);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules', file), ...given],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (status === 0) return;
  console.error(`${title} failed:\n${stdout}${stderr}`);
  process.exit(status ?? 1);
}

ensureInstalled();
rmSync(path.join(root, 'dist'), { recursive: true, force: true });
run('modules and types', 'typescript/bin/tsc', '-p', 'tsconfig.build.json');
for (const mode of ['loader', 'single', 'desk']) {
  run(`script build: ${mode}`, 'vite/bin/vite.js', 'build', '--mode', mode, '--logLevel', 'error');
}
// As people wrote them, for a clinic that copies one and changes it.
cpSync(path.join(root, 'src/content/quiz'), path.join(root, 'dist/quiz'), {
  recursive: true,
  filter: (from) => !from.endsWith('.ts'),
});
say('manifest, types for templates, data for editors');
const { elementsOf, readManifest } = await import('./manifest.mjs');
const { vscodeCss, vscodeHtml, webTypes } = await import('./editor-data.mjs');
const { elementTypes } = await import('./element-types.mjs');
const { checksums, hashes, integrityText } = await import('./integrity.mjs');
const packageJson = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const manifest = readManifest();
const elements = elementsOf(manifest);
const index = await import(pathToFileURL(path.join(root, 'dist/index.js')).href);
const integrity = hashes();
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const made = {
  ...elementTypes(elements, new Set(Object.keys(index))),
  'cdn.d.ts': '/** The scripts for pages are loaded for what they do; they export nothing. */\nexport {};\n',
  'vscode.html-custom-data.json': json(vscodeHtml(elements)),
  'vscode.css-custom-data.json': json(vscodeCss(elements)),
  'web-types.json': json(webTypes(elements, packageJson)),
  'cdn/integrity.json': json(integrity),
  'integrity.txt': integrityText(packageJson, integrity),
  'desk/SHA256SUMS': checksums(path.join(root, 'dist/desk')),
  // Last, since its time says how old all of dist/ is.
  'custom-elements.json': json(manifest),
};
for (const [name, content] of Object.entries(made)) writeFileSync(path.join(root, 'dist', name), content);
const { deskScript, filesOfDist } = await import('./budgets.mjs');
for (const { name, content } of [...filesOfDist(), deskScript()])
  say(`  ${name}: ${gzipSync(content, { level: 9 }).length} bytes gzip`);
