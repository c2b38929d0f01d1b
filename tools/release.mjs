/**
 * Releases the package (docs/releasing.md):
 *
 *   npm run release -- version      the next version out of .changeset/: version, changelog, one commit
 *   npm run release -- --dry-run    packs and checks what would be published, and says what would stand in the way
 *   npm run release                 refuses or: gate, pack, check, publish with provenance, tag
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root } from './install.mjs';

const USAGE = 'npm run release -- [version | --dry-run]';

const git = (...given) => spawnSync('git', given, { cwd: root, encoding: 'utf8' });
const said = (result) => result.stdout.trim();

function stop(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}

/** Runs a program before the reader's eyes. */
function show(program, ...given) {
  console.log(`\n$ ${[program, ...given].join(' ')}`);
  return (
    spawnSync(program, given, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ===
    0
  );
}

/** Where the registry can be told which commit and which run made a package. */
function canAttest({ ACTIONS_ID_TOKEN_REQUEST_URL, SIGSTORE_ID_TOKEN } = process.env) {
  return Boolean(ACTIONS_ID_TOKEN_REQUEST_URL || SIGSTORE_ID_TOKEN);
}

const DIRTY = 'The work tree has changes: a release is made of what is committed, and of nothing else.';

/** Everything that stands in the way of publishing, one sentence each. */
async function obstacles({ version, repository }, tag) {
  const { changelogOf, pendingVersion } = await import('./versions.mjs');
  const pending = await pendingVersion(root);
  return [
    said(git('status', '--porcelain')) === '' || DIRTY,
    !pending ||
      `.changeset/ asks for ${pending?.to}: run npm run release -- version first, and have it reviewed.`,
    changelogOf(root, version) !== undefined || `CHANGELOG.md says nothing about ${version}.`,
    said(git('tag', '--list', tag)) === '' ||
      `The tag ${tag} is there already: ${version} has been released.`,
    repository !== undefined ||
      'package.json names no "repository". npm compares it with the place that a package was built in, and takes no provenance without it: write the public address there.',
    canAttest() ||
      'No provenance can be made here: it needs a CI job that may ask for an identity token (GitHub: permissions id-token: write; GitLab: SIGSTORE_ID_TOKEN).',
  ].filter((each) => each !== true);
}

async function makeVersion() {
  if (said(git('status', '--porcelain')) !== '') stop(DIRTY);
  const { applyVersion } = await import('./versions.mjs');
  const version = await applyVersion(root);
  if (!version)
    stop(
      'There is no change in .changeset/, so there is no next version. docs/releasing.md says how to write one.',
    );
  if (!show(process.execPath, 'tools/readme-tables.mjs'))
    stop('README.md and llms.txt could not be written.');
  git('add', '--all');
  const commit = git('commit', '--quiet', '--message', `Version ${version}`);
  if (commit.status !== 0) stop('git would not commit:', commit.stdout, commit.stderr);
  console.log(`Version ${version} is committed. Have it reviewed and merged; then npm run release, in CI.`);
}

/** Prints what is in a tarball, and what would be said to npm and git. */
function tell({ about }, { name, version }, tag, channel) {
  console.log(
    `\n${name} ${version} as ${channel}: ${about.entryCount} files, ${about.size} bytes packed, ${about.unpackedSize} unpacked`,
  );
  console.log(`integrity ${about.integrity}`);
  for (const { path: file, size } of about.files) console.log(`  ${String(size).padStart(8)}  ${file}`);
  console.log(
    `\nnpm publish ${about.filename} --provenance --access public --tag ${channel}\ngit tag --annotate ${tag}`,
  );
}

async function build() {
  if (!show(process.execPath, 'tools/build.mjs', '--quiet')) stop('The build failed.');
}

/** Packs into .cache/release and checks it. */
async function packed() {
  const { pack, packageComplaints } = await import('./pack.mjs');
  const folder = path.join(root, '.cache/release');
  mkdirSync(folder, { recursive: true });
  const tarball = pack(folder);
  const complaints = await packageComplaints(tarball);
  if (complaints.length > 0)
    stop('The packed package is not right:', ...complaints.map((each) => `  ${each}`));
  console.log('The packed package is right: publint and the types have no complaint.');
  return tarball;
}

async function release(dryRun) {
  const packageJson = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { version } = packageJson;
  const tag = `v${version}`;
  // A version such as 1.2.0-beta.1 is not what `npm install` gives unasked.
  const channel = version.includes('-') ? 'next' : 'latest';
  const inTheWay = await obstacles(packageJson, tag);
  if (dryRun) {
    await build();
    const tarball = await packed();
    tell(tarball, packageJson, tag, channel);
    console.log('\nNothing was published. The gate (.ci/run) was not run.');
    if (inTheWay.length > 0)
      console.log(`npm run release would refuse:\n${inTheWay.map((each) => `  ${each}`).join('\n')}`);
    return;
  }
  if (inTheWay.length > 0) stop(...inTheWay);
  if (!show('bash', '.ci/run')) stop('The gate is red: nothing is published.');
  if (said(git('status', '--porcelain')) !== '')
    stop('The gate has changed files that are committed: nothing is published.');
  // The gate has built dist/ from nothing, and its tests have seen this very build.
  const tarball = await packed();
  tell(tarball, packageJson, tag, channel);
  if (!show('npm', 'publish', tarball.file, '--provenance', '--access', 'public', '--tag', channel)) {
    stop('npm did not publish. Nothing was tagged.');
  }
  if (!show('git', 'tag', '--annotate', tag, '--message', `${packageJson.name} ${version}`)) {
    stop(`${version} is published, but not tagged: git tag --annotate ${tag}`);
  }
  console.log(
    `${version} is out. Send the tag: git push origin ${tag}. Lines with hashes for this version: dist/integrity.txt`,
  );
}

const given = process.argv.slice(2);
const known = given.length === 0 || (given.length === 1 && ['version', '--dry-run'].includes(given[0]));
if (!known) stop(USAGE);
ensureInstalled();
if (given[0] === 'version') await makeVersion();
else await release(given[0] === '--dry-run');
