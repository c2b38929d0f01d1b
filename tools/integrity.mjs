/**
 * Hashes of the scripts for pages (Subresource Integrity), and the lines that name them. `single.js` takes its hash in its own
 * tag; the loader asks for its chunks by itself, so their hashes stand in an import map.
 *
 *   npm run --silent integrity                                      lines for a copy at /kith/
 *   npm run --silent integrity -- https://cdn.example/kith/         lines for another place
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

const CDN = path.join(root, 'dist/cdn');

/** File below dist/cdn → `sha384-…`, in the order of the names. */
export function hashes(folder = CDN) {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true })
      .map((name) => name.split(path.sep).join('/'))
      .filter((name) => name.endsWith('.js'))
      .sort()
      .map((name) => {
        const digest = createHash('sha384')
          .update(readFileSync(path.join(folder, name)))
          .digest('base64');
        return [name, `sha384-${digest}`];
      }),
  );
}

/** The files of a folder as `sha256sum --check` reads them, so that who keeps the desk on a disk can see that it is this one. */
export const checksums = (folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:html|js)$/.test(name))
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex')}  ${name}\n`,
    )
    .join('');

/** What stands between the tags of the import map, where the folder stands at `base`. */
function importMap(base, all) {
  const integrity = Object.fromEntries(
    Object.entries(all)
      .filter(([name]) => name !== 'single.js')
      .map(([name, hash]) => [base + name, hash]),
  );
  return `\n${JSON.stringify({ integrity }, null, 2)}\n`;
}

/** The lines for the loader, where it stands at `base`. */
export function loaderLines(base, all) {
  return `<script type="importmap">${importMap(base, all)}</script>
<script type="module" src="${base}loader.js" integrity="${all['loader.js']}"${origin(base)}></script>`;
}

/** The word by which a Content-Security-Policy allows that import map, which is an inline script to it. */
export function policyWord(base, all) {
  return `'sha256-${createHash('sha256').update(importMap(base, all)).digest('base64')}'`;
}

/** The line for the single script, where it stands at `base`. */
export function singleLine(base, all) {
  return `<script src="${base}single.js" integrity="${all['single.js']}"${origin(base)} defer></script>`;
}

/** A script of another host is compared with its hash only when that host lets it be read. */
const origin = (base) => (/^https?:/.test(base) ? ' crossorigin' : '');

/** The lines of this version for a copy at /kith/, and for a CDN that serves npm's packages. */
export function integrityText({ name, version }, all) {
  const cdn = `https://cdn.jsdelivr.net/npm/${name}@${version}/dist/cdn/`;
  const block = (base) =>
    `The loader:\n\n${loaderLines(base, all)}\n\nA Content-Security-Policy allows this import map by this word in script-src:\n\n${policyWord(base, all)}\n\nThe single script:\n\n${singleLine(base, all)}\n`;
  return `${name} ${version}: lines with hashes (Subresource Integrity)

An import map stands before every module script of the page. Where the folder stands elsewhere, write its address in place of /kith/.
Every version has hashes of its own: take these lines anew with each update.

== A copy of the folder cdn at /kith/ ==

${block('/kith/')}
== npm's copy on a public CDN, this version and no other ==

The CDN's operator sees your visitors' internet addresses. A copy on your own site tells nobody.

${block(cdn)}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const base = (process.argv[2] ?? '/kith/').replace(/\/?$/, '/');
  const { ensureBuilt } = await import('./build-if-stale.mjs');
  await ensureBuilt();
  const all = hashes();
  console.log(`${loaderLines(base, all)}\n\nscript-src ${policyWord(base, all)}\n\n${singleLine(base, all)}`);
}
