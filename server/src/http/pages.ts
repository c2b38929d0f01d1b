/** The few pages of the server itself: a plain one at the front, and the visitor's page to which a link leads. They load from here and from nowhere else. */
import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { fromBase64url, pinOf, readBoxId, toBase64url } from '../../../src/domain/sealing/server.js';
import type { Log } from '../log.js';
import { nameOf } from '../log.js';
import type { PageLanguage } from './page-words.js';
import { PAGE_WORDS, pageLanguage } from './page-words.js';
import type { OpenBox, PublishedBoxes } from './published-boxes.js';
import { hasAlready } from './published-boxes.js';

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

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

const STYLE = `:root {
  color-scheme: light dark;
  font: 1.0625rem/1.5 system-ui, sans-serif;
  color: light-dark(#1d2327, #e8ebec);
  background: light-dark(#fff, #14191b);
}
body { max-inline-size: 42rem; margin-inline: auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; text-wrap: balance; }
a { color: light-dark(#0b5c5c, #8fd3d0); }
kith-question-box { display: block; }
`;
const STYLE_TAG = `"${createHash('sha256').update(STYLE).digest('base64url').slice(0, 22)}"`;

/** Where somebody is found to talk to, in any country. */
const DIRECTORY = 'https://findahelpline.com';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);

interface Page {
  readonly lang: string;
  readonly dir: string;
  readonly title: string;
  readonly script?: boolean;
  /** HTML. */
  readonly body: string;
}

const pageOf = ({ lang, dir, title, script, body }: Page): string => `<!doctype html>
<html lang="${escaped(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="/page.css">${
  script ? '\n<script type="module" src="/kith/loader.js"></script>' : ''
}
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

const helpOf = (language: PageLanguage): string => {
  const { danger, findHelp } = PAGE_WORDS[language];
  return `<p><strong>${escaped(danger)}</strong></p>
<p><a href="${DIRECTORY}" rel="noreferrer">${escaped(findHelp)}</a></p>`;
};

/** The country of the help lines, as the link names it: a language would say nothing of it. */
const countryOf = (named: string | undefined): string =>
  named && /^[A-Za-z]{2}$/.test(named) ? ` country="${named.toUpperCase()}"` : '';

async function askPage(boxId: string, box: OpenBox, country: string | undefined): Promise<string> {
  const language = pageLanguage(box.language);
  const { title, dir, intro, needsScript } = PAGE_WORDS[language];
  const pin = await pinOf(fromBase64url(box.manifest.idPk, 'idPk'));
  return pageOf({
    lang: language,
    dir,
    title,
    script: true,
    // The heading is the widget's too: it stands there once, before and after the widget has come.
    body: `<kith-question-box backend="/" box-id="${boxId}" key-id="${pin}"${countryOf(country)}>
<h1 slot="title">${escaped(title)}</h1>
<p>${escaped(intro)}</p>
<p>${escaped(needsScript)}</p>
${helpOf(language)}
</kith-question-box>`,
  });
}

/** A page of the server's own, without a box. */
const plainPage = (title: string, words: readonly string[]): string =>
  pageOf({
    lang: 'en',
    dir: 'ltr',
    title,
    body: `<h1>${escaped(title)}</h1>
${words.map((one) => `<p>${escaped(one)}</p>`).join('\n')}
${helpOf('en')}`,
  });

/** Which language its box would have had is not known. */
const NO_BOX = plainPage('There is no question box here', [
  'This address leads to no open box. Please look at the link again, or ask whoever gave it to you.',
]);

const FRONT = plainPage('A Kith question box lives here', [
  'This server keeps sealed questions for a peer-support group. It cannot read them, and it does not keep who asked.',
  'If you came to ask something, please use the link or the page that your group gave you.',
]);

/** Where a first link leads: its secret stays in the fragment, which no browser sends. */
const DESK = plainPage('There is no desk on this server', [
  'This version keeps questions and answers; it brings no page for the people who answer. The link that was printed at the start is for a program that makes the box: server/README.md has one to copy.',
]);

const BUSY = plainPage('The question box cannot open just now', ['Please try again in a little while.']);

export function pages(app: Hono, boxes: PublishedBoxes, log: Log): void {
  const html = (text: string, status: number, more = {}) =>
    new Response(text, { status, headers: { ...HEADERS, ...more } });

  app.get('/', () => html(FRONT, 200));
  app.get('/desk', () => html(DESK, 404));

  // Browsers ask for one by themselves.
  app.get(
    '/favicon.ico',
    () => new Response(null, { status: 204, headers: { 'cache-control': 'public, max-age=86400' } }),
  );

  app.get('/page.css', (c) => {
    const headers = {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
      etag: STYLE_TAG,
    };
    return hasAlready(c.req.header('if-none-match'), STYLE_TAG)
      ? new Response(null, { status: 304, headers })
      : new Response(STYLE, { headers });
  });

  app.get('/ask/:boxId', async (c) => {
    let boxId: ReturnType<typeof readBoxId>;
    try {
      boxId = readBoxId(c.req.param('boxId'));
    } catch {
      return html(NO_BOX, 404);
    }
    try {
      const box = await boxes.find(boxId);
      return box
        ? html(await askPage(toBase64url(boxId), box, c.req.query('country')), 200)
        : html(NO_BOX, 404);
    } catch (error) {
      log('request-failed', { route: 'GET /ask/{boxId}', error: nameOf(error) });
      return html(BUSY, 503, { 'retry-after': '5' });
    }
  });
}
