/** Writes custom-elements.json: what the analyzer reads from the sources, less what is no public API. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

/** Members that Lit and the platform define; they are documented there. */
const LIFECYCLE = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'attributeChangedCallback',
  'adoptedCallback',
  'render',
  'willUpdate',
  'firstUpdated',
  'updated',
  'update',
  'createRenderRoot',
  'getUpdateComplete',
  'shouldUpdate',
  'styles',
  'shadowRootOptions',
]);

const built = (file) => file?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

function isPublic(member) {
  const hidden = member.privacy === 'private' || member.privacy === 'protected' || /^[#_]/.test(member.name);
  return !hidden && !LIFECYCLE.has(member.name) && !member.static;
}

/** Names files as they are published, and keeps classes of elements, their events and their definitions. */
function publish(manifest) {
  const rename = (value) => {
    if (Array.isArray(value)) return value.map(rename);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        (key === 'module' || key === 'path') && typeof inner === 'string' ? built(inner) : rename(inner),
      ]),
    );
  };
  const modules = manifest.modules.map((module) => ({
    ...module,
    declarations: (module.declarations ?? [])
      .filter(({ kind, customElement, superclass }) => kind === 'class' && (customElement || superclass))
      .map((declaration) => ({
        ...declaration,
        ...(declaration.members ? { members: declaration.members.filter(isPublic) } : {}),
        // The analyzer also takes the arguments of our event classes for names of events.
        ...(declaration.events
          ? { events: declaration.events.filter(({ name }) => name?.startsWith('kith-')) }
          : {}),
      })),
  }));
  return rename({
    ...manifest,
    // The analyzer takes files as the disk lists them, which another checkout does otherwise.
    modules: modules
      .filter(
        ({ declarations, exports }) =>
          declarations.length > 0 || exports?.some(({ kind }) => kind === 'custom-element-definition'),
      )
      .sort((one, other) => (one.path < other.path ? -1 : 1)),
  });
}

/** The manifest of the sources as they stand. */
export function readManifest() {
  const cache = path.join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'manifest-'));
  // Left to itself the analyzer writes this folder's name into package.json, and no option of its command line stops it.
  const config = path.join(folder, 'config.mjs');
  writeFileSync(config, 'export default { packagejson: false };\n');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js'),
      'analyze',
      '--config',
      path.relative(root, config),
      '--litelement',
      '--quiet',
      '--globs',
      'src/widgets/**/*.ts',
      'src/define/*.ts',
      'src/ui/kith-element.ts',
      'src/parts/listing-widget.ts',
      'src/parts/*-events.ts',
      'src/parts/quick-exit.ts',
      '--outdir',
      path.relative(root, folder),
    ],
    { cwd: root, encoding: 'utf8' },
  );
  try {
    if (status !== 0) throw new Error(`The analyzer failed:\n${stdout}${stderr}`);
    return publish(JSON.parse(readFileSync(path.join(folder, 'custom-elements.json'), 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The elements of a manifest. */
export function elementsOf(manifest) {
  return manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
}

/** What a manifest leaves undocumented, one sentence each. */
export function undocumented(manifest) {
  const complaints = [];
  const elements = elementsOf(manifest);
  if (elements.length === 0)
    complaints.push('The manifest holds no element: has a widget lost its @element line?');
  for (const element of elements) {
    const tag = `<${element.tagName}>`;
    if (!element.description) complaints.push(`${tag} has no description above its class.`);
    for (const kind of [
      'attributes',
      'members',
      'events',
      'slots',
      'cssParts',
      'cssProperties',
      'cssStates',
    ]) {
      for (const entry of element[kind] ?? []) {
        const name = entry.name || '(default)';
        if (!entry.description && !entry.inheritedFrom?.module?.startsWith('node_modules')) {
          complaints.push(`${tag} ${kind}: ${name} has no description.`);
        }
      }
    }
  }
  return complaints;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const complaints = undocumented(readManifest());
  for (const complaint of complaints) console.error(complaint);
  console.log(
    complaints.length === 0
      ? 'manifest: everything public is documented.'
      : `manifest: ${complaints.length} to mend.`,
  );
  process.exit(complaints.length === 0 ? 0 : 1);
}
