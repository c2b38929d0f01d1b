/** The few pages of the server itself: a plain one at the front, and the visitor's page to which a link leads. They load from here and from nowhere else. */
import type { Hono } from 'hono';
import { fromBase64url, pinOf, readBoxId, toBase64url } from '../../../src/domain/sealing/server.js';
import type { Log } from '../log.js';
import { nameOf } from '../log.js';
import type { Store } from '../store.js';
import { escaped, helpOf, PAGE_HEADERS, pageOf, STYLE, STYLE_TAG } from './page-frame.js';
import { firstOf, PAGE_WORDS, pageLanguage } from './page-words.js';
import type { OpenBox, PublishedBoxes } from './published-boxes.js';
import { hasAlready } from './published-boxes.js';

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
    script: 'loader.js',
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

/**
 * Where a first link leads: its secret stays in the fragment, which no browser sends. Before a box has a language, whoever makes it or was
 * given a link is spoken to in the first one of their browser's that these pages have.
 */
async function deskPage(
  store: Pick<Store, 'onlyBox'>,
  boxes: PublishedBoxes,
  accepted = '',
): Promise<string> {
  const only = await store.onlyBox();
  const box = only && (await boxes.find(only.boxId));
  const language = box ? pageLanguage(box.language) : firstOf(accepted);
  const { deskTitle, dir, deskNeedsScript } = PAGE_WORDS[language];
  // Of several boxes none is named: which of them somebody works for stands in their own link.
  const ids = only ? ` box-id="${toBase64url(only.boxId)}" key-id="${await pinOf(only.idPk)}"` : '';
  return pageOf({
    lang: language,
    dir,
    title: deskTitle,
    script: 'desk.js',
    body: `<kith-facilitator-desk server="/"${ids}>
<h1>${escaped(deskTitle)}</h1>
<p>${escaped(deskNeedsScript)}</p>
</kith-facilitator-desk>`,
  });
}

const BUSY = plainPage('The question box cannot open just now', ['Please try again in a little while.']);

export function pages(app: Hono, store: Pick<Store, 'onlyBox'>, boxes: PublishedBoxes, log: Log): void {
  const html = (text: string, status: number, more = {}) =>
    new Response(text, { status, headers: { ...PAGE_HEADERS, ...more } });

  const orBusy = async (route: string, work: () => Promise<Response>) => {
    try {
      return await work();
    } catch (error) {
      log('request-failed', { route, error: nameOf(error) });
      return html(BUSY, 503, { 'retry-after': '5' });
    }
  };

  app.get('/', () => html(FRONT, 200));

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
    return orBusy('GET /ask/{boxId}', async () => {
      const box = await boxes.find(boxId);
      return box
        ? html(await askPage(toBase64url(boxId), box, c.req.query('country')), 200)
        : html(NO_BOX, 404);
    });
  });

  app.get('/desk', (c) =>
    orBusy('GET /desk', async () => html(await deskPage(store, boxes, c.req.header('accept-language')), 200)),
  );
}
