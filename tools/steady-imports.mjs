/**
 * Makes the dynamic imports of the script build quick and able to try again.
 *
 * Quick: the loader asks for a widget and for the parts that it shares with others at the same moment. Otherwise a browser
 * learns of the parts only from the widget that arrived, one round trip later.
 *
 * Able to try again: Chromium and Firefox keep a failed import for as long as the page lives, so the same address would fail
 * for ever. A second try therefore needs a second address for the same file: a query for a single file, and for the shared
 * parts, whose address stands inside other files, another spelling of their folder (RFC 3986, 6.2.2.2: `chunks` and `%63hunks`
 * are the same path, and every server decodes it).
 */

/** Files that `name` needs before it can run, over any number of steps. */
function needs(bundle, name, found = new Set()) {
  for (const next of bundle[name]?.imports ?? []) {
    if (next in bundle && !found.has(next)) {
      found.add(next);
      needs(bundle, next, found);
    }
  }
  return found;
}

const CHUNKS = 'chunks/';

/** In the loader: `w` is the widget's file, `s` the shared ones. `f` counts spellings of the folder, `q` queries per widget. */
const LOADER = `
function kithImport(w,...s){
let k=kithImport,f=k.f|0,q=k[w]|0,d="./"+"chunks".replace(/./g,(c,i)=>f>>i&1?"%"+c.charCodeAt().toString(16):c)+"/",m;
s=Promise.all(s.map(n=>import(d+n)));
m=import(d+w+(q?"?"+q:""));
m.catch(()=>{});
return s.then(()=>m.catch(e=>{k[w]=q+1;throw e}),e=>{k.f=f+1;throw e})
}`;

/** In a chunk: what it loads later needs nothing but files that are here already, so a query is enough. */
const CHUNK = `
function kithImport(n){
let q=kithImport[n]|0;
return import("./"+n+(q?"?"+q:"")).catch(e=>{kithImport[n]=q+1;throw e})
}`;

const oneLine = (code) => code.trim().replaceAll('\n', '');

export function steadyImports() {
  return {
    name: 'kith-steady-imports',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const widgets = chunks.filter(({ isEntry }) => isEntry).flatMap(({ dynamicImports }) => dynamicImports);
      for (const chunk of chunks) {
        const own = chunk.imports.find((name) => widgets.includes(name));
        if (own) this.error(`${chunk.fileName} imports ${own}, which a second try would run twice.`);
        const loader = chunk.isEntry;
        const present = new Set([chunk.fileName, ...needs(bundle, chunk.fileName)]);
        if (!loader && [...present].some((name) => bundle[name].isEntry)) {
          this.error(
            `${chunk.fileName} imports the loader, which a page may know by another address and would run twice.`,
          );
        }
        if (chunk.dynamicImports.length === 0) continue;
        for (const target of chunk.dynamicImports) {
          const name = target.slice(CHUNKS.length);
          const missing = [...needs(bundle, target)].filter((other) => !present.has(other));
          if (!loader && missing.length > 0) {
            this.error(
              `${target} is loaded later by ${chunk.fileName} and also needs ${missing}, which could not be asked for twice.`,
            );
          }
          const specifier = `./${loader ? target : name}`.replace(/[.*+?^$()|{}[\]\\]/g, '\\$&');
          const call = new RegExp(`\\bimport\\(\\s*(["'\`])${specifier}\\1\\s*\\)`, 'g');
          if (!call.test(chunk.code)) this.error(`${chunk.fileName}: no import of ${target} was found.`);
          const names = [name, ...missing.map((other) => other.slice(CHUNKS.length))];
          chunk.code = chunk.code.replace(
            call,
            `kithImport(${names.map((each) => JSON.stringify(each)).join()})`,
          );
        }
        chunk.code += `\n${oneLine(loader ? LOADER : CHUNK)}\n`;
      }
    },
  };
}
