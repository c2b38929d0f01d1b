/**
 * The next version out of the files in .changeset/. The libraries of changesets do it and not their program: that one finds
 * packages by way of `workspaces`, and would not see ours, which stands at the root.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import applyReleasePlanOf from '@changesets/apply-release-plan';
import assembleReleasePlanOf from '@changesets/assemble-release-plan';
import { parse } from '@changesets/config';
import readChangesetsOf from '@changesets/read';

// They are CommonJS with a default inside the default.
const [applyReleasePlan, assembleReleasePlan, readChangesets] = [
  applyReleasePlanOf,
  assembleReleasePlanOf,
  readChangesetsOf,
].map((library) => library.default ?? library);

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The package at the root as the only one; what stands in `workspaces` is released by itself. */
function packagesOf(folder) {
  const packageJson = readJson(path.join(folder, 'package.json'));
  const own = { dir: folder, packageJson };
  return { tool: 'root', root: own, packages: [own] };
}

/** What the files in .changeset/ ask for: `{ from, to, type, summaries }`, or undefined where there are none. */
export async function pendingVersion(folder) {
  const { plan } = await planOf(folder);
  const [release] = plan.releases;
  return release
    ? {
        from: release.oldVersion,
        to: release.newVersion,
        type: release.type,
        summaries: plan.changesets.map(({ summary }) => summary),
      }
    : undefined;
}

async function planOf(folder) {
  const packages = packagesOf(folder);
  const config = parse(readJson(path.join(folder, '.changeset/config.json')), packages);
  const changesets = await readChangesets(folder);
  return { packages, config, plan: assembleReleasePlan(changesets, packages, config, undefined) };
}

function rewrite(file, change) {
  if (existsSync(file)) writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** Lets what repeats package.json's version say the same: the source, and the lock. */
export function followVersion(folder) {
  const { version } = readJson(path.join(folder, 'package.json'));
  rewrite(path.join(folder, 'src/version.ts'), (text) => {
    const pattern = /(export const version = ')[^']*(')/;
    if (!pattern.test(text)) throw new Error('src/version.ts has no line that says the version.');
    return text.replace(pattern, `$1${version}$2`);
  });
  rewrite(path.join(folder, 'package-lock.json'), (text) => {
    const lock = JSON.parse(text);
    lock.version = version;
    if (lock.packages?.['']) lock.packages[''].version = version;
    return `${JSON.stringify(lock, null, 2)}\n`;
  });
}

/** Applies the files of .changeset/: version, changelog, and what follows the version. Returns it, or undefined. */
export async function applyVersion(folder) {
  const { packages, config, plan } = await planOf(folder);
  const [release] = plan.releases;
  if (!release) return undefined;
  await applyReleasePlan(plan, packages, config);
  rewrite(path.join(folder, 'CHANGELOG.md'), (text) => text.replace(/^(## .*)\n(?=###)/gm, '$1\n\n'));
  followVersion(folder);
  return release.newVersion;
}

/** The section of CHANGELOG.md that tells a version, without its heading; undefined where there is none. */
export function changelogOf(folder, version) {
  const text = readFileSync(path.join(folder, 'CHANGELOG.md'), 'utf8');
  const start = text.indexOf(`\n## ${version}\n`);
  if (start < 0) return undefined;
  const end = text.indexOf('\n## ', start + 1);
  return text
    .slice(start, end < 0 ? undefined : end)
    .replace(/^\n## .*\n+/, '')
    .trim();
}
