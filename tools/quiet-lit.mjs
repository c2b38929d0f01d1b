/**
 * Keeps Lit from writing on the page's globals, in the script builds: a guest leaves nothing there. Lit notes its versions on
 * `globalThis`, for warnings of its development build, and defines `Symbol.metadata` for decorators of a kind that is not written
 * here (docs/decisions/decorators.md). A version of Lit that says these things in other words stops the build.
 */

const LIT =
  /\/node_modules\/(?:lit-html|lit-element|@lit\/reactive-element)\/(lit-html|lit-element|reactive-element)\.js$/;

/** Per module, what is taken out and what stands in its place; each must be there once. */
const CHANGES = {
  'lit-html': [[/,\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '']],
  'lit-element': [[/\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0']],
  'reactive-element': [
    [/,\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{const \w+=litPropertyMetadata[^}]*\}/, ''],
  ],
};

/** @param {string} name @param {string} code One of Lit's own modules as it is published. */
export function quiet(name, code) {
  return CHANGES[name].reduce((text, [pattern, instead]) => {
    if (!pattern.test(text))
      throw new Error(`${name} no longer says ${pattern}: look at tools/quiet-lit.mjs.`);
    return text.replace(pattern, instead);
  }, code);
}

export function quietLit() {
  return {
    name: 'kith-quiet-lit',
    transform(code, id) {
      const name = LIT.exec(id)?.[1];
      return name ? { code: quiet(name, code), map: null } : null;
    },
  };
}
