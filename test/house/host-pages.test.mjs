import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../tools/install.mjs';
import { quiet } from '../../tools/quiet-lit.mjs';
import { OTHER_VERSION, variantAt } from '../../tools/script-variants.mjs';

const read = (file) => readFileSync(path.join(root, file), 'utf8');
const namesOf = (folder, ending) =>
  readdirSync(path.join(root, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(ending));

/** Pages that are there for a single test, and have nothing to look at. */
const BARE = ['blank', 'there-and-back', 'address-there-and-back'];

describe('the host pages', () => {
  const pages = namesOf('test/pages', '.html').map((name) => name.slice(0, -5));

  it('are all stories, and all tested', () => {
    const stories = read('stories/host-pages.stories.ts');
    const tests = namesOf('test/host', '.test.ts')
      .map((name) => read(`test/host/${name}`))
      .join('\n');
    assert.ok(pages.length > 20);
    for (const page of pages.filter((name) => !BARE.includes(name))) {
      assert.ok(stories.includes(`'${page}'`), `a story shows ${page}`);
      assert.ok(tests.includes(`'${page}'`), `a test opens ${page}`);
    }
  });

  it('load scripts that stand under the addresses of a site, so that a test can hold them back', () => {
    for (const page of pages) {
      for (const [, address] of read(`test/pages/${page}.html`).matchAll(/<script[^>]*\ssrc="([^"]+)"/g))
        assert.match(address, /^\/(?:dist\/cdn|without-search|other-version|test\/pages)\//, page);
    }
  });

  it('find another version, and scripts of which one file is missing', () => {
    const chunks = namesOf('dist/cdn/chunks', '.js');
    const narrowing = chunks.find((name) => name.startsWith('narrowing'));
    const telling = chunks.filter((name) =>
      variantAt(`/other-version/chunks/${name}`)?.includes(OTHER_VERSION),
    );
    assert.ok(telling.length > 0, 'a file tells the version');
    assert.ok(variantAt('/without-search/loader.js'));
    assert.equal(variantAt(`/without-search/chunks/${narrowing}`), undefined);
    assert.equal(variantAt('/other-version/../package.json'), undefined);
    assert.equal(variantAt('/constructor/loader.js'), undefined);
  });
});

describe('the Lit in the scripts for pages', () => {
  it('writes nothing on the page’s globals', () => {
    for (const name of namesOf('dist/cdn', '.js')) {
      assert.doesNotMatch(
        read(`dist/cdn/${name}`),
        /litHtmlVersions|litElementVersions|reactiveElementVersions|litPropertyMetadata|Symbol\.metadata/,
        name,
      );
    }
  });

  it('stops the build when it says these things in other words', () => {
    assert.throws(() => quiet('lit-html', 'globalThis.litHtmlVersions.push("4.0.0")'), /quiet-lit/);
  });
});
