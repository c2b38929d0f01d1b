/**
 * The packed package, installed into empty projects and used as strangers use it. What they build with is a package of its own
 * beside this file, so that none of it is ever a dependency of ours.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { groupsOn, openBrowser } from './page.mjs';
import { NAME, openWorkshop, run } from './project.mjs';

let workshop;
let browser;

const project = (name) => path.join(workshop.folder, name);
const built = (name) => path.join(project(name), 'dist');
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Runs a tool that has to succeed. */
async function build(name, tool, ...given) {
  const { status, said } = await run(
    project(name),
    path.resolve(workshop.folder, 'node_modules', tool),
    ...given,
  );
  assert.equal(status, 0, said);
  return said;
}

const viteBuild = (name) => build(name, 'vite/bin/vite.js', 'build', '--logLevel', 'warn');

/** Opens what a project has built; its finder must show the groups of the list and say nothing on the console. */
async function showsGroups(folder, more = async () => {}) {
  await browser.visit(folder, async (page, said) => {
    assert.deepEqual((await groupsOn(page)).sort(), [
      'Family and Friends Online',
      'Tuesday Low Mood Group',
      'Walk and Talk',
    ]);
    await more(page);
    assert.deepEqual(said, []);
  });
}

/** What every framework's page does besides: properties, slots and events reach both ways. */
async function isWired(page) {
  const output = page.locator('output');
  await page.getByRole('heading', { name: 'Groups of ours' }).waitFor();
  await page.getByText('Our own line').waitFor();
  assert.equal(await output.innerText(), '3 groups');
  await page.locator('kith-group-finder [data-group]').first().click();
  await page.locator('output', { hasText: 'opened true' }).waitFor();
  assert.equal(await page.locator('kith-group-finder').getAttribute('class'), 'finder');
}

before(async () => {
  [workshop, browser] = await Promise.all([openWorkshop(), openBrowser()]);
});

after(async () => {
  await browser?.close();
  workshop?.close();
});

describe('the installed package', () => {
  it('comes with its three dependencies and what those need, and with nothing optional', () => {
    const { dependencies } = readJson(path.join(workshop.installed, 'package.json'));
    assert.deepEqual(Object.keys(dependencies), ['altcha-lib', 'hpke', 'lit']);
    assert.ok([NAME, 'altcha-lib', 'hpke', 'lit'].every((name) => workshop.alone.includes(name)));
    for (const name of ['@types/react', 'react', 'vue', 'svelte', 'typescript'])
      assert.ok(!workshop.alone.includes(name), name);
  });

  it('holds what a stranger reads and nothing of the workshop', () => {
    const top = readdirSync(workshop.installed).sort();
    for (const name of ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'llms.txt', 'schema'])
      assert.ok(top.includes(name), name);
    for (const name of ['src', 'test', 'stories', 'tools', 'bench', 'node_modules'])
      assert.ok(!top.includes(name), name);
  });

  it('lets Node resolve each entry, import the modules, and registers nothing', async () => {
    const said = JSON.parse(await build('node', '../node/every-entry.mjs'));
    assert.ok(said.tags.length > 0);
    assert.deepEqual(said.registered, []);
    assert.deepEqual(said.added, []);
    assert.ok(said.told.some(([name, count]) => name === NAME && count > 5));
  });

  it('is loaded by require in Node', async () => {
    const { said } = await run(project('node'), 'required.cjs');
    assert.match(said, /^function true$/m);
  });

  it('runs what it gives to the command line', async () => {
    const { bin = {}, version } = readJson(path.join(workshop.installed, 'package.json'));
    for (const [name, file] of Object.entries(bin)) {
      assert.ok(existsSync(path.join(workshop.folder, 'node_modules/.bin', name)), name);
      const { status, said } = await run(workshop.folder, path.join(workshop.installed, file), '--version');
      assert.deepEqual([status, said.trim()], [0, version], name);
    }
  });

  it('names files for editors that are there', () => {
    const manifest = readJson(path.join(workshop.installed, 'package.json'));
    for (const field of ['customElements', 'web-types', 'types'])
      assert.ok(readFileSync(path.join(workshop.installed, manifest[field]), 'utf8').length > 0, field);
  });
});

describe('a program in TypeScript 5', () => {
  for (const module of ['nodenext', 'preserve']) {
    it(`finds types for every entry, module ${module}, with libraries checked too`, async () => {
      const { exports } = readJson(path.join(workshop.installed, 'package.json'));
      const entries = Object.entries(exports).filter(([, { types }]) => types);
      assert.ok(entries.length > 5);
      const code = entries.map(
        ([entry], index) => `import * as e${index} from '${entry.replace('.', NAME)}';`,
      );
      const used = `export const all: object[] = [${entries.map((_, index) => `e${index}`)}];`;
      mkdirSync(project('types'), { recursive: true });
      writeFileSync(path.join(project('types'), 'package.json'), '{ "type": "module" }');
      writeFileSync(path.join(project('types'), 'index.ts'), [...code, used, ''].join('\n'));
      const options = ['--target', 'es2022', '--strict', '--exactOptionalPropertyTypes', '--noEmit'];
      await build('types', 'typescript/bin/tsc', 'index.ts', '--module', module, ...options);
    });
  }
});

describe('a site built with Vite', () => {
  it('shows the groups of its list', async () => {
    await viteBuild('vite');
    await showsGroups(built('vite'));
  });
});

describe('a site built with esbuild', () => {
  before(() => build('esbuild', '../esbuild/build.mjs'));

  it('shows the groups of its list', async () => {
    cpSync(path.join(project('esbuild'), 'index.html'), path.join(built('esbuild'), 'index.html'));
    await showsGroups(built('esbuild'));
  });

  it('carries nothing of what it imports and does not use', () => {
    assert.equal(readFileSync(path.join(built('esbuild'), 'nothing.js'), 'utf8').trim(), '');
  });
});

describe('a page with React 19', () => {
  it('is checked by TypeScript: right attributes, properties and events are taken, wrong ones refused', async () => {
    await build('react', 'typescript/bin/tsc', '-p', 'tsconfig.json');
  });

  it('shows the groups, and hears of what happens', async () => {
    await build('react', '../react/build.mjs');
    cpSync(path.join(project('react'), 'index.html'), path.join(built('react'), 'index.html'));
    await showsGroups(built('react'), isWired);
  });
});

describe('a page with Vue', () => {
  it('is checked by vue-tsc: right attributes, properties and events are taken, wrong ones refused', async () => {
    const { said } = await run(
      project('vue'),
      workshop.tool('vue-tsc/bin/vue-tsc.js'),
      '-p',
      'tsconfig.json',
    );
    const errors = [...said.matchAll(/^(\S+)\((\d+),\d+\): error/gm)].map(
      ([, file, line]) => `${file}:${line}`,
    );
    assert.deepEqual(
      [...new Set(errors)],
      ['Wrong.vue:6', 'Wrong.vue:7', 'Wrong.vue:8', 'Wrong.vue:9'],
      said,
    );
  });

  it('shows the groups, and hears of what happens', async () => {
    await viteBuild('vue');
    await showsGroups(built('vue'), isWired);
  });
});

describe('a page with Svelte', () => {
  it('is checked by svelte-check: right attributes, properties and events are taken, wrong ones refused', async () => {
    const { said } = await run(
      project('svelte'),
      workshop.tool('svelte-check/bin/svelte-check'),
      '--tsconfig',
      'tsconfig.json',
      '--output',
      'machine',
    );
    const errors = [...said.matchAll(/ ERROR "([^"]+)" (\d+):/g)].map(([, file, line]) => `${file}:${line}`);
    assert.deepEqual(
      [...new Set(errors)],
      ['Wrong.svelte:5', 'Wrong.svelte:6', 'Wrong.svelte:7', 'Wrong.svelte:8'],
      said,
    );
  });

  it('shows the groups, and hears of what happens', async () => {
    await viteBuild('svelte');
    await showsGroups(built('svelte'), isWired);
  });
});
