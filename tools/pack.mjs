/**
 * The package as a stranger gets it: packed, then held against publint (is package.json right for the files that are there?) and
 * "are the types wrong" (does every way to import an entry find its code and its types?).
 *
 *   node tools/pack.mjs       complaints, or one line
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

/** Packs the built package into a folder of its own. Returns the tarball's path and what npm says of it. */
export function pack(folder) {
  // The scripts are left out, or npm would build once more; everybody who calls this has built.
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
    { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error(`npm pack failed:\n${stdout}${stderr}`);
  const said = JSON.parse(stdout);
  // npm 11 gives a list, later ones an object by name.
  const [about] = Array.isArray(said) ? said : Object.values(said);
  return { file: path.join(folder, about.filename), about };
}

/** Calls `use` with a tarball that is gone afterwards. */
export async function withTarball(use) {
  const cache = path.join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'pack-'));
  try {
    return await use(pack(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function publintComplaints(file, packageJson) {
  const { publint } = await import('publint');
  const { formatMessage } = await import('publint/utils');
  const bytes = readFileSync(file);
  const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages } = await publint({ pack: { tarball }, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, packageJson, { color: false })}`);
}

/**
 * Ways to resolve an entry that we make no promise for: Node before `exports`, and TypeScript's belief that `require` can't load
 * a module, which every Node that we support can.
 */
const NOT_PROMISED = new Set(['node10', 'node16-cjs']);

async function typeComplaints(file) {
  const { checkPackage, createPackageFromTarballData } = await import('@arethetypeswrong/core');
  const result = await checkPackage(createPackageFromTarballData(readFileSync(file)));
  if (!result.types) return ['types: the package has none.'];
  return result.problems
    .filter(({ resolutionKind }) => !NOT_PROMISED.has(resolutionKind))
    .map(({ kind, trace: _, ...where }) => `types: ${kind} ${JSON.stringify(where)}`);
}

/** What is wrong with a packed package, one sentence each. */
export async function packageComplaints({ file }) {
  const packageJson = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return [...(await publintComplaints(file, packageJson)), ...(await typeComplaints(file))];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await withTarball(async (tarball) => {
    const complaints = await packageComplaints(tarball);
    for (const complaint of complaints) console.error(complaint);
    const { entryCount, size } = tarball.about;
    if (complaints.length === 0) {
      console.log(
        `package: ${entryCount} files, ${Math.round(size / 1000)} kB packed; its entries and types are right.`,
      );
    }
    process.exitCode = complaints.length === 0 ? 0 : 1;
  });
}
