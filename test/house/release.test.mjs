import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { root } from '../../tools/install.mjs';
import { applyVersion, changelogOf, pendingVersion } from '../../tools/versions.mjs';

const folders = [];
let folder;

const write = (name, text) => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const read = (name) => readFileSync(path.join(folder, name), 'utf8');
const change = (name, type, text) =>
  write(`.changeset/${name}.md`, `---\n'kith-widgets': ${type}\n---\n\n${text}\n`);

describe('the next version', () => {
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'kith-release-'));
    folders.push(folder);
    cpSync(path.join(root, '.changeset/config.json'), path.join(folder, '.changeset/config.json'));
    cpSync(path.join(root, '.changeset/changelog.cjs'), path.join(folder, '.changeset/changelog.cjs'));
    const versions = { name: 'kith-widgets', version: '1.2.3' };
    write('package.json', `${JSON.stringify({ ...versions, workspaces: ['server'] }, null, 2)}\n`);
    write(
      'package-lock.json',
      JSON.stringify({ ...versions, packages: { '': versions, 'node_modules/a': { version: '7.0.0' } } }),
    );
    write('CHANGELOG.md', '# Changes\n\n## 1.2.3\n\n- Something old.\n');
    write('src/version.ts', "/** The version. */\nexport const version = '1.2.3';\n");
    spawnSync('git', ['init', '--quiet'], { cwd: folder });
  });

  after(() => {
    for (const each of folders) rmSync(each, { recursive: true, force: true });
  });

  it('is none where nothing has changed', async () => {
    assert.equal(await pendingVersion(folder), undefined);
    assert.equal(await applyVersion(folder), undefined);
    assert.equal(JSON.parse(read('package.json')).version, '1.2.3');
  });

  it('is the greatest that a change asks for, and is told before it is made', async () => {
    change('a', 'patch', 'A mend.');
    change('b', 'minor', 'A new attribute.');
    const { from, to, type } = await pendingVersion(folder);
    assert.deepEqual([from, to, type], ['1.2.3', '1.3.0', 'minor']);
  });

  it('stands in package.json, the lock and the source, and the changelog tells it in its own words', async () => {
    change('a', 'minor', 'A new attribute.\n\nIt does this.');
    assert.equal(await applyVersion(folder), '1.3.0');
    assert.equal(JSON.parse(read('package.json')).version, '1.3.0');
    const lock = JSON.parse(read('package-lock.json'));
    assert.deepEqual(
      [lock.version, lock.packages[''].version, lock.packages['node_modules/a'].version],
      ['1.3.0', '1.3.0', '7.0.0'],
    );
    assert.match(read('src/version.ts'), /export const version = '1\.3\.0';/);
    assert.equal(changelogOf(folder, '1.3.0'), '### Minor Changes\n\n- A new attribute.\n\n  It does this.');
    assert.equal(changelogOf(folder, '1.2.3'), '- Something old.');
    assert.ok(read('CHANGELOG.md').startsWith('# Changes\n\n## 1.3.0\n\n### '));
    assert.deepEqual(readdirSync(path.join(folder, '.changeset')).sort(), ['changelog.cjs', 'config.json']);
  });

  it('is refused where a change names another package', async () => {
    write('.changeset/a.md', "---\n'kith-other': patch\n---\n\nA mend.\n");
    await assert.rejects(pendingVersion(folder), /kith-other/);
  });
});

describe('what is to be released', () => {
  it('has changes that can be read', async () => {
    await assert.doesNotReject(pendingVersion(root));
  });

  it('is told in the changelog', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    assert.ok(changelogOf(root, version));
  });
});
