import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { filesOfDist } from '../../tools/budgets.mjs';
import { root } from '../../tools/install.mjs';
import { neededAtStart } from '../../tools/own-copies.mjs';
import { inAscii } from '../../tools/plain-ascii.mjs';
import { squeezed } from '../../tools/squeeze-css.mjs';

const phrases = (file) =>
  [...readFileSync(path.join(root, 'src/i18n', file), 'utf8').matchAll(/^ {2}(\w+):/gm)].map(
    ([, key]) => key,
  );

describe('the script build', () => {
  it('has every phrase at hand that is said before a later part is there', () => {
    const later = new Set(['en-search.ts', 'en-take-home.ts', 'en-quiz-end.ts'].flatMap(phrases));
    assert.ok(later.size > 20 && phrases('en-list.ts').length > 50, 'the phrases were read');
    const early = [...neededAtStart()].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bstrings\.(\w+)/g)]
        .filter(([, key]) => later.has(key))
        .map(([, key]) => `${path.relative(root, file)}: ${key}`),
    );
    assert.deepEqual(early, []);
  });

  it('lets an adapter import nothing but what the loader has asked for', () => {
    const files = filesOfDist();
    const asked = files.find(({ name }) => name === 'loader.js')?.content ?? '';
    const adapters = readdirSync(path.join(root, 'src/backend/adapters')).map((name) => name.slice(0, -3));
    for (const adapter of adapters) {
      const chunk = files.find(({ name }) => new RegExp(`^chunks/${adapter}-[\\w-]{8}\\.js$`).test(name));
      assert.ok(chunk, `dist has a file for ${adapter}`);
      const imports = [...chunk.content.matchAll(/\bfrom\s*["']\.\/([^"']+)["']/g)].map(([, name]) => name);
      assert.ok(imports.length > 0, `${adapter} shares what is there already`);
      for (const name of imports) assert.ok(asked.includes(`"${name}"`), `${adapter} imports ${name}`);
    }
  });

  it('squeezes stylesheets without changing what they say', () => {
    const sheet = "\n  a:hover > b,\n  .c .d {\n    margin: calc(2 * var(--_x)) 0;\n    content: '';\n  }\n";
    assert.equal(squeezed(sheet), "a:hover > b,.c .d{margin:calc(2 * var(--_x)) 0;content:''}");
    assert.equal(squeezed('\n  /* why */\n  p {\n    color: red;\n  }\n'), 'p{color:red}');
    assert.equal(squeezed("\n  a {\n    content: ', a; b: ' '1';\n  }\n"), "a{content:', a; b: ' '1'}");
    assert.throws(() => squeezed('\n  a {\n    content: "a";\n  }\n'), /stylesheet/);
  });

  it('writes the single script in ASCII, since a page without UTF-8 would read other letters', () => {
    const single = filesOfDist().find(({ name }) => name === 'single.js')?.content ?? '';
    assert.match(single, /^[\0-\x7f]+$/);
  });

  it('writes letters as escapes that mean the same', () => {
    const code = "[`é`+'ü عر','😀',/^[à-ü😀]+$/u.test('ü😀'),'a\\n']";
    assert.match(inAscii(code), /^[\0-\x7f]+$/);
    assert.deepEqual(
      runInNewContext(`JSON.stringify(${inAscii(code)})`),
      JSON.stringify(['éü عر', '😀', true, 'a\n']),
    );
    assert.throws(() => inAscii("'\\é'"), /backslash/);
  });
});
