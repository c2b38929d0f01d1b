import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from '../../tools/install.mjs';
import { elementsOf, undocumented } from '../../tools/manifest.mjs';

const read = (file) => readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json'));

/** Every file that an entry of `exports` names, in whatever condition. */
const targets = (entry) => (typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(targets));

/** An import of a package, as the compiler writes it. */
const BARE_IMPORT = /\bfrom\s+'(?<from>[^.'][^']*)'|\bimport\('(?<later>[^.'][^']*)'\)/g;

const widgets = readdirSync(path.join(root, 'src/define')).map((name) => name.replace(/\.ts$/, ''));

/** Apps of the staff's own page, which no page of a clinic loads. */
const APPS = ['facilitator-desk'];

describe('the package', () => {
  it('exports single files, by their names, and each of them is there', () => {
    for (const [entry, value] of Object.entries(manifest.exports)) {
      assert.ok(!entry.includes('*'), `${entry} names one file`);
      for (const target of targets(value)) assert.ok(existsSync(path.join(root, target)), target);
    }
  });

  it('is resolved by Node to the very file that each entry names', () => {
    for (const [entry, value] of Object.entries(manifest.exports)) {
      const specifier = entry.replace('.', manifest.name);
      const { default: target = value } = value;
      const resolved = fileURLToPath(import.meta.resolve(specifier));
      assert.equal(resolved, path.join(root, target), specifier);
    }
  });

  it('exports no inner file', () => {
    for (const inner of ['dist/index.js', 'dist/domain/search.js', 'src/index.ts', 'define/group-finder'])
      assert.throws(() => import.meta.resolve(`${manifest.name}/${inner}`), {
        code: /PACKAGE_PATH_NOT_EXPORTED/,
      });
  });

  it('exports every schema', () => {
    for (const name of readdirSync(path.join(root, 'schema')))
      assert.equal(manifest.exports[`./schema/${name}`], `./schema/${name}`);
  });

  it('exports every quiz pack as it was written', () => {
    const written = readdirSync(path.join(root, 'src/content/quiz')).filter((name) => name.endsWith('.json'));
    assert.ok(written.length > 0);
    for (const name of written) {
      assert.equal(manifest.exports[`./quiz/${name}`], `./dist/quiz/${name}`);
      assert.equal(read(`dist/quiz/${name}`), read(`src/content/quiz/${name}`));
    }
  });

  it('has effects by being imported only in what registers elements', () => {
    assert.deepEqual(manifest.sideEffects, ['**/define/*', '**/cdn/*']);
  });

  it('runs where it says, under the licence that it says', () => {
    assert.equal(manifest.license, 'MIT');
    assert.match(read('LICENSE'), /^MIT License/);
    assert.equal(manifest.engines.node, '>=20.19');
  });

  it('imports nothing that it does not declare', () => {
    const declared = [
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.peerDependencies).map((name) => name.replace('@types/', '')),
    ];
    const optional = new Set(Object.keys(manifest.peerDependenciesMeta));
    assert.deepEqual(
      Object.keys(manifest.peerDependencies).sort(),
      [...optional].sort(),
      'no peer is needed',
    );
    for (const name of readdirSync(path.join(root, 'dist'), { recursive: true }).map(String)) {
      if (!/\.(?:js|d\.ts)$/.test(name) || name.startsWith('cdn')) continue;
      for (const { groups } of read(`dist/${name}`).matchAll(BARE_IMPORT)) {
        const from = groups.from ?? groups.later;
        const known =
          from.startsWith('node:') || declared.some((each) => from === each || from.startsWith(`${each}/`));
        assert.ok(known, `dist/${name} imports ${from}`);
      }
    }
  });

  it('exports a definition and a class for every widget, and a line of the loader for those of a clinic’s page', async () => {
    const index = await import(pathToFileURL(path.join(root, 'dist/index.js')).href);
    const loader = read('src/cdn/manifest.ts');
    const single = read('src/cdn/single.ts');
    for (const widget of widgets) {
      assert.ok(`./define/${widget}.js` in manifest.exports, widget);
      const name = widget.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase());
      assert.equal(typeof index[name], 'function', name);
      const isOfPages = !APPS.includes(widget);
      for (const text of [loader, single])
        assert.equal(text.includes(`../define/${widget}.js`), isOfPages, widget);
      assert.equal(loader.includes(`'kith-${widget}'`), isOfPages, widget);
    }
  });

  it('registers nothing when index is imported, also in Node', () => {
    const code =
      "const { GroupFinder } = await import('./dist/index.js'); console.log(typeof GroupFinder, typeof customElements === 'undefined' || customElements.get('kith-group-finder') === undefined);";
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(said.trim(), 'function true');
  });

  it('says the same version everywhere', () => {
    assert.ok(read('src/version.ts').includes(`'${manifest.version}'`));
  });

  it('depends on Lit, on HPKE, on the proof of work, and on nothing else', () => {
    assert.deepEqual(Object.keys(manifest.dependencies), ['altcha-lib', 'hpke', 'lit']);
  });

  for (const lockFile of ['package-lock.json', 'test/consumers/package-lock.json']) {
    it(`locks packages in ${lockFile} without naming a registry`, () => {
      const lock = read(lockFile);
      // A workspace's link says its folder; nothing says a host.
      assert.doesNotMatch(lock, /"resolved": "(?!server")/);
      assert.ok(!/https?:\/\/[^"]*registry/i.test(lock), 'no registry’s address');
    });
  }
});

describe('the scripts for pages', () => {
  const scripts = readdirSync(path.join(root, 'dist/cdn'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.js'));

  it('need no eval and no preloading of Vite', () => {
    for (const name of scripts) {
      const code = read(`dist/cdn/${name}`);
      for (const word of [
        'eval(',
        'new Function',
        '__vitePreload',
        'modulepreload',
        'url(data:',
        'new Worker',
      ]) {
        assert.ok(!code.includes(word), `${name}: ${word}`);
      }
      // A file that a visitor saves is no script.
      if (code.includes('createObjectURL')) assert.match(code, /text\/calendar/, name);
    }
  });

  it('are one file without modules in the single build', () => {
    const code = read('dist/cdn/single.js');
    assert.ok(!/\bimport\s*[({"'`]|\bimport\.meta\b|\bexport\s*[{*]/.test(code));
    assert.ok(/^\(function\(\)|^\(\(\)=>|^!function/.test(code), 'nothing is declared outside a function');
  });

  it('never import the loader, whose address a page may change', () => {
    for (const name of scripts.filter((each) => each.startsWith('chunks')))
      assert.ok(!read(`dist/cdn/${name}`).includes('loader.js'), name);
  });

  it('ask for a widget and for what it shares at the same moment', () => {
    const loader = read('dist/cdn/loader.js');
    const asked = /kithImport\(("[^)]*")\)/.exec(loader)?.[1].replaceAll('"', '').split(',') ?? [];
    const own = asked.find((name) => name.startsWith('group-finder'));
    const needed = [
      ...read(`dist/cdn/chunks/${own}`).matchAll(
        /\bfrom\s*["']\.\/([\w.-]+)["']|\bimport\s*["']\.\/([\w.-]+)["']/g,
      ),
    ].map((found) => found[1] ?? found[2]);
    for (const name of needed) assert.ok(asked.includes(name), `${name} is asked for at once`);
  });
});

describe('the manifest of the elements', () => {
  const built = JSON.parse(read('dist/custom-elements.json'));

  it('names every widget', () => {
    assert.deepEqual(
      elementsOf(built)
        .map(({ tagName }) => tagName)
        .sort(),
      widgets.map((name) => `kith-${name}`).sort(),
    );
  });

  it('documents everything public', () => {
    assert.deepEqual(undocumented(built), []);
  });
});
