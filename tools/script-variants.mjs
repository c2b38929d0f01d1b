/**
 * The scripts of dist/cdn as two unlucky sites have them: `/other-version/…` says that it is another version, `/without-search/…`
 * lacks the file that searches; and the Lit of a page that has one of its own. Host pages name these addresses; the test server
 * and Storybook serve them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

const OWN_LIT = 'own-lit/lit-html.js';

export const OTHER_VERSION = '0.0.9';

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const SCRIPTS = path.join(root, 'dist/cdn');

/** What each site makes of a script; undefined where it does not have it. */
const VARIANTS = {
  'other-version': (_name, code) =>
    code.replaceAll(/(["'`])([\d.]+)\1/g, (all, quote, text) =>
      text === version ? quote + OTHER_VERSION + quote : all,
    ),
  'without-search': (name, code) => (name.startsWith('chunks/narrowing') ? undefined : code),
};

/** The script at an address such as `/other-version/loader.js`; undefined where there is none. */
export function variantAt(address) {
  if (address === `/${OWN_LIT}`)
    return readFileSync(path.join(root, 'node_modules/lit-html/lit-html.js'), 'utf8');
  const [, variant, name] = /^\/([\w-]+)\/([\w./-]+\.js)$/.exec(address) ?? [];
  const change = Object.hasOwn(VARIANTS, variant ?? '') ? VARIANTS[variant] : undefined;
  if (!change || name.includes('..')) return undefined;
  try {
    return change(name, readFileSync(path.join(SCRIPTS, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Every script of every variant, by its address. */
function allVariants() {
  const scripts = readdirSync(SCRIPTS, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.js'));
  const names = Object.keys(VARIANTS).flatMap((variant) => scripts.map((script) => `${variant}/${script}`));
  return [OWN_LIT, ...names].flatMap((name) => {
    const code = variantAt(`/${name}`);
    return code === undefined ? [] : [{ name, code }];
  });
}

/** For Vite: serves the variants, and writes them beside what is built. */
export function scriptVariants() {
  return {
    name: 'kith-script-variants',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const code = variantAt(new URL(request.url ?? '/', 'http://localhost').pathname);
        if (code === undefined) return next();
        response.setHeader('content-type', 'text/javascript');
        return response.end(code);
      });
    },
    generateBundle() {
      for (const { name, code } of allVariants())
        this.emitFile({ type: 'asset', fileName: name, source: code });
    },
  };
}
