/**
 * Makes the dynamic imports of the script build quick and able to try again.
 *
 * Quick: the loader asks for a widget and for the parts that it shares with others at the same moment. Otherwise a browser
 * learns of the parts only from the widget that arrived, one round trip later.
 *
 * Able to try again: Chromium and Firefox keep a failed import for as long as the page lives, so the same address would fail
 * for ever. A second try therefore needs a second address for the same file: a query for a single file, and for the shared
 * parts, whose address stands inside other files, another spelling of their folder (RFC 3986, 6.2.2.2: `chunks` and `%63hunks`
 * are the same path).
 *
 * A page may name the hash of each file in an import map. The hashes hold for the addresses that the map names, so a second
 * address would let in what the first one kept out: on such a page a second try asks for the same address again.
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

/**
 * Files that have to be here before a widget runs, itself left out: what it needs, and what its later parts need besides
 * themselves, so that these parts can be asked for twice.
 */
function first(bundle, widget) {
  const parts = new Set([widget]);
  const files = new Set();
  for (const part of parts) {
    for (const name of [part, ...needs(bundle, part)]) {
      if (name !== part) files.add(name);
      for (const later of bundle[name].dynamicImports) parts.add(later);
    }
  }
  return [...files];
}

const CHUNKS = 'chunks/';

const bare = (file) => file.slice(CHUNKS.length);

/** Whether an import map of the page names hashes. Written out where it is needed: that is less to load than a function. */
const HELD = '[...document.scripts].some(s=>s.type=="importmap"&&/"integrity"/.test(s.text))';

/** In the loader: `w` is the widget's file, `s` the shared ones. `f` counts spellings of the folder, `q` queries per widget. */
const LOADER = `
function kithImport(w,...s){
let k=kithImport,f=k.f|0,q=k[w]|0,d="./"+"chunks".replace(/./g,(c,i)=>f>>i&1?"%"+c.charCodeAt().toString(16):c)+"/",m;
s=Promise.all(s.map(n=>import(d+n)));
m=import(d+w+(q?"?"+q:""));
m.catch(()=>{});
return s.then(()=>m.catch(e=>{k[w]=q+!${HELD};throw e}),e=>{k.f=f+!${HELD};throw e})
}`;

/** In a chunk: what it loads later needs nothing but files that are here already, so a query is enough. */
const CHUNK = `
function kithImport(n){
let q=kithImport[n]|0;
return import("./"+n+(q?"?"+q:"")).catch(e=>{kithImport[n]=q+!${HELD};throw e})
}`;

const oneLine = (code) => code.trim().replaceAll('\n', '');

/** Writes `call` in place of the import of `target`. */
function replaceImport(chunk, target, specifier, call) {
  const pattern = specifier.replace(/[.*+?^$()|{}[\]\\]/g, '\\$&');
  const found = new RegExp(`\\bimport\\(\\s*(["'\`])${pattern}\\1\\s*\\)`, 'g');
  if (!found.test(chunk.code)) throw new Error(`${chunk.fileName}: no import of ${target} was found.`);
  chunk.code = chunk.code.replace(found, call);
}

export function steadyImports() {
  return {
    name: 'kith-steady-imports',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const loader = chunks.find(({ isEntry }) => isEntry);
      for (const chunk of chunks) {
        if (chunk.imports.includes(loader.fileName)) {
          this.error(
            `${chunk.fileName} imports the loader, which a page may know by another address and would run twice.`,
          );
        }
        const own = chunk.imports.find((name) => loader.dynamicImports.includes(name));
        if (own) this.error(`${chunk.fileName} imports ${own}, which a second try would run twice.`);
        if (chunk === loader || chunk.dynamicImports.length === 0) continue;
        for (const target of chunk.dynamicImports) {
          replaceImport(chunk, target, `./${bare(target)}`, `kithImport(${JSON.stringify(bare(target))})`);
        }
        chunk.code += `\n${oneLine(CHUNK)}\n`;
      }
      for (const widget of loader.dynamicImports) {
        const files = [widget, ...first(bundle, widget)].map(bare);
        replaceImport(
          loader,
          widget,
          `./${widget}`,
          `kithImport(${files.map((file) => JSON.stringify(file)).join()})`,
        );
      }
      loader.code += `\n${oneLine(LOADER)}\n`;
    },
  };
}
