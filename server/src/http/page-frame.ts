/** What all pages of the server itself have in common: their headers, their frame of HTML, their one style sheet. */
import { createHash } from 'node:crypto';
import type { PageLanguage } from './page-words.js';
import { PAGE_WORDS } from './page-words.js';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

/** Of every page: it loads from here alone, runs no text as a script, and stands in nobody's frame. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // For what does not know `frame-ancestors`.
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex',
};

export const STYLE = `:root {
  color-scheme: light dark;
  font: 1.0625rem/1.5 system-ui, sans-serif;
  color: light-dark(#1d2327, #e8ebec);
  background: light-dark(#fff, #14191b);
}
body { max-inline-size: 42rem; margin-inline: auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; text-wrap: balance; }
a { color: light-dark(#0b5c5c, #8fd3d0); }
body.desk { max-inline-size: 60rem; padding: 1rem; }
@media print { body.desk { max-inline-size: none; padding: 0; } }
kith-question-box, kith-facilitator-desk { display: block; }
`;
export const STYLE_TAG = `"${createHash('sha256').update(STYLE).digest('base64url').slice(0, 22)}"`;

/** Where somebody is found to talk to, in any country. */
const DIRECTORY = 'https://findahelpline.com';

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);

export interface Page {
  readonly lang: string;
  readonly dir: string;
  readonly title: string;
  /** File under /kith/. */
  readonly script?: 'loader.js' | 'desk.js';
  /** HTML. */
  readonly body: string;
}

export const pageOf = ({ lang, dir, title, script, body }: Page): string => `<!doctype html>
<html lang="${escaped(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="/page.css">${
  script ? `\n<script type="module" src="/kith/${script}"></script>` : ''
}
</head>
<body${script === 'desk.js' ? ' class="desk"' : ''}>
<main>
${body}
</main>
</body>
</html>
`;

export const helpOf = (language: PageLanguage): string => {
  const { danger, findHelp } = PAGE_WORDS[language];
  return `<p><strong>${escaped(danger)}</strong></p>
<p><a href="${DIRECTORY}" rel="noreferrer">${escaped(findHelp)}</a></p>`;
};
