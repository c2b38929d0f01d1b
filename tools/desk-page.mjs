/**
 * The facilitators' desk as one file: for who would rather not trust the server with the script that opens the questions. It works from a
 * disk, a memory stick or another site, loads nothing, and its own policy lets its one script run and no other.
 */
import { createHash } from 'node:crypto';

const STYLE = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; color: light-dark(#1d2327, #e8ebec); background: light-dark(#fff, #14191b); }
body { max-inline-size: 60rem; margin-inline: auto; padding: 1rem; }
kith-facilitator-desk { display: block; }
@media print { body { max-inline-size: none; padding: 0; } }
`;

/** Before the desk is there: in the first language of the browser that the desk speaks. */
const SPEAK = `for(const l of navigator.languages){const n=l.slice(0,2);if(['en','es','ar'].includes(n)){document.documentElement.lang=l;document.documentElement.dir=n==='ar'?'rtl':'ltr';break}}`;

const wordOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The same code where no part of it ends the script's tag or begins a comment. */
const inTag = (code) => code.replace(/<(?=\/script|script|!--)/gi, '\\x3c');

/** What the page may do: run its script, take its style, ask servers; its links tell nobody where they come from. */
const policyOf = (script) =>
  [
    "default-src 'none'",
    `script-src ${wordOf(script)}`,
    `style-src ${wordOf(STYLE)}`,
    'connect-src https: http://localhost:* http://127.0.0.1:*',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates'",
  ].join('; ');

/** @param {string} code The built desk, one module without imports. */
export function deskPage(code) {
  const script = `\n${SPEAK}\n${inTag(code)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policyOf(script)}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Facilitator’s desk</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<kith-facilitator-desk>
<p>This desk needs a present-day browser with scripts switched on. What is typed here stays on this device until it is sealed.</p>
</kith-facilitator-desk>
</main>
<script type="module">${script}</script>
</body>
</html>
`;
}

/** Writes the page beside the script of the desk. */
export function besideTheDesk() {
  return {
    name: 'kith-desk-page',
    generateBundle(_options, bundle) {
      const [file, ...more] = Object.values(bundle);
      if (file?.type !== 'chunk' || more.length > 0) throw new Error('The desk is one file.');
      this.emitFile({ type: 'asset', fileName: 'kith-desk.html', source: deskPage(file.code) });
    },
  };
}
