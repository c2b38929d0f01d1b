/** The server's own pages and the scripts that they load. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { root } from '../../../tools/install.mjs';
import { clientOf } from '../set-up/http-client.mjs';
import { temporaryFolder } from '../set-up/process.mjs';
import { sealing } from '../set-up/sealing.mjs';
import { planBox } from '../set-up/staff-client.mjs';
import { aBox, aLink, anApp, failing, OWN, onBothDatabases, PAGE, readScripts } from './an-app.mjs';

const files = readScripts(path.join(root, 'server/dist/public/kith'));
const nobody = sealing.toBase64url(sealing.randomBytes(16));

onBothDatabases('the server’s pages', (open) => {
  let fetch;
  let store;
  let desk;
  const get = async (at, headers = {}, method = 'GET') => {
    const response = await fetch(new Request(`${OWN}${at}`, { method, headers }));
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  before(async () => {
    store = await open();
    ({ fetch } = anApp(store, { files }));
    desk = await aBox(store, fetch);
  });

  const isStrict = ({ headers, text }) => {
    const policy = headers.get('content-security-policy');
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types lit-html 'allow-duplicates'",
    ])
      assert.ok(policy.split('; ').includes(part), part);
    assert.ok(!/unsafe|https?:|\*/.test(policy), policy);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('permissions-policy'), /camera=\(\)/);
    assert.equal(headers.get('set-cookie'), null);
    assert.equal(headers.get('access-control-allow-origin'), null);
    // No inline script or style, no address but our own and the directory of help lines.
    assert.ok(
      !/<style|style=|\son\w+=|<script(?![^>]*\ssrc="\/kith\/loader\.js"><\/script>)/.test(text),
      text,
    );
    const elsewhere = [...text.matchAll(/(?:src|href)="(https?:[^"]*)"/g)].map(([, to]) => to);
    assert.deepEqual(elsewhere, ['https://findahelpline.com']);
  };

  it('show the box to whoever has the link, with help that needs no script', async () => {
    const page = await get(`/ask/${desk.id}`, { origin: PAGE });
    assert.equal(page.status, 200);
    isStrict(page);
    const [, inside] =
      /<kith-question-box backend="\/" box-id="[\w-]{22}" key-id="[\w-]{43}">([\s\S]*)<\/kith-question-box>/.exec(
        page.text,
      );
    assert.ok(page.text.includes(`box-id="${desk.id}" key-id="${desk.pin}"`));
    assert.match(inside, /emergency number/);
    assert.match(inside, /findahelpline/);
    assert.match(page.text, /<html lang="en" dir="ltr">/);
    assert.match(page.text, /<title>Ask a question<\/title>/);
  });

  it('have the help lines of the country that the link names, and of no other word', async () => {
    const named = await get(`/ask/${desk.id}?country=gb`);
    assert.match(named.text, /key-id="[\w-]{43}" country="GB">/);
    for (const nonsense of ['', 'GBR', '%22%3E%3Cscript%3E', 'G%22'])
      assert.doesNotMatch((await get(`/ask/${desk.id}?country=${nonsense}`)).text, /country=|<script>/);
  });

  it('speak the box’s language where they can', async () => {
    for (const [language, lang, dir, word] of [
      ['es-MX', 'es', 'ltr', 'emergencias'],
      ['ar', 'ar', 'rtl', 'الطوارئ'],
      ['cy', 'en', 'ltr', 'emergency'],
      ['', 'en', 'ltr', 'emergency'],
      ['constructor', 'en', 'ltr', 'emergency'],
    ]) {
      const box = await aBox(store, fetch, { manifest: { language } });
      const page = await get(`/ask/${box.id}`);
      isStrict(page);
      assert.ok(page.text.includes(`<html lang="${lang}" dir="${dir}">`), language);
      assert.ok(page.text.includes(word), language);
    }
  });

  it('say kindly that there is no box, and show where help is', async () => {
    for (const id of [nobody, 'x', `${desk.id}%22%3E%3Cscript%3E`, '..%2f..%2fetc%2fpasswd', '%00', '%ff']) {
      const page = await get(`/ask/${id}`);
      assert.equal(page.status, 404, id);
      isStrict(page);
      assert.match(page.text, /no question box here/);
      assert.match(page.text, /findahelpline/);
      assert.ok(!page.text.includes('<script'), 'nothing of the address is on the page');
    }
  });

  it('show where help is also when the database is away', async () => {
    const away = anApp(failing(store, () => ['published']));
    const response = await away.fetch(new Request(`${OWN}/ask/${desk.id}`));
    assert.equal(response.status, 503);
    assert.ok(Number(response.headers.get('retry-after')) > 0);
    isStrict({ headers: response.headers, text: await response.text() });
    assert.deepEqual(away.lines, [
      { event: 'request-failed', route: 'GET /ask/{boxId}', error: 'Error', count: 1 },
    ]);
  });

  it('greet at the front without naming any box', async () => {
    const page = await get('/');
    assert.equal(page.status, 200);
    isStrict(page);
    assert.ok(!page.text.includes(desk.id));
  });

  it('have a style sheet that knows light and dark, kept for a while', async () => {
    const sheet = await get('/page.css');
    assert.match(sheet.headers.get('content-type'), /^text\/css/);
    assert.match(sheet.text, /color-scheme: light dark/);
    assert.match(sheet.text, /^body\.desk \{[^}]*padding: 1rem/m, 'the desk keeps off the edge of a phone');
    const again = await get('/page.css', { 'if-none-match': sheet.headers.get('etag') });
    assert.equal(again.status, 304);
  });
});

onBothDatabases('the page of the desk', (open) => {
  let store;
  let fetch;
  const get = async (headers = {}) => {
    const response = await fetch(new Request(`${OWN}/desk`, { headers }));
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  before(async () => {
    store = await open();
    ({ fetch } = anApp(store));
  });

  it('names no box before there is one, the only one with its pin, and none of several', async () => {
    const none = await get();
    assert.equal(none.status, 200);
    assert.match(none.text, /<kith-facilitator-desk server="\/">/);
    assert.match(none.text, /<script type="module" src="\/kith\/desk\.js"><\/script>/);
    assert.match(none.text, /needs JavaScript/);
    const { secret } = await aLink(store);
    const plan = await planBox();
    const claim = sealing.toBase64url(await sealing.claimOf(secret));
    const { status } = await clientOf(OWN, { fetch })('POST', '/v1/boxes', { claim, ...plan.body });
    assert.equal(status, 201);
    const named = (await get()).text;
    assert.ok(
      named.includes(
        `<kith-facilitator-desk server="/" box-id="${sealing.toBase64url(plan.boxId)}" key-id="${plan.pin}">`,
      ),
      'also while it is not open yet',
    );
    await aBox(store, fetch);
    assert.match((await get()).text, /<kith-facilitator-desk server="\/">/);
  });

  it('speaks a language of the browser while no box has one', async () => {
    ({ fetch } = anApp(await open()));
    const said = async (accepted) =>
      /<html lang="(..)" dir="(...)">/.exec((await get({ 'accept-language': accepted })).text)?.[1];
    assert.equal(await said('ar'), 'ar');
    assert.equal(await said('fr-CA,fr;q=0.9, ES-mx;q=0.8,en;q=0.7'), 'es');
    assert.equal(await said('tlh, toString, *;q=0.1'), 'en');
    assert.equal(await said(''), 'en');
  });

  it('speaks the language of the only box, whatever the browser asks for, and names the key that signs now', async () => {
    const other = await open();
    ({ fetch } = anApp(other));
    const desk = await aBox(other, fetch, { manifest: { language: 'ar' } });
    assert.match((await get({ 'accept-language': 'es' })).text, /<html lang="ar" dir="rtl">/);
    const handing = await sealing.makeKeyPair('ECDSA');
    const same = (members) => members;
    await desk.staff('PUT', 'roster', await desk.nextRoster(same, { nextIdPk: handing.pk }));
    assert.ok((await get()).text.includes(`key-id="${desk.pin}"`));
  });

  it('loads from here alone, runs no text as a script and stands in no frame', async () => {
    const { headers, text } = await get();
    const policy = headers.get('content-security-policy').split('; ');
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ])
      assert.ok(policy.includes(part), part);
    assert.equal(headers.get('x-frame-options'), 'DENY');
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.doesNotMatch(text, /https?:|style=|\son\w+=/);
  });

  it('says so when the database is away', async () => {
    const away = anApp(failing(store, () => ['onlyBox']));
    const response = await away.fetch(new Request(`${OWN}/desk`));
    assert.equal(response.status, 503);
    assert.ok(Number(response.headers.get('retry-after')) > 0);
  });

  it('has its script beside the widgets’ own', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'desk.js'), 'export {};');
    const app = anApp(store, { files: readScripts(folder) });
    const response = await app.fetch(new Request(`${OWN}/kith/desk.js`));
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type'), /^text\/javascript/);
  });
});

describe('the scripts under /kith/', () => {
  const { fetch } = anApp({}, { files });
  const get = async (at, headers = {}) => {
    const response = await fetch(new Request(`${OWN}${at}`, { headers }));
    return {
      status: response.status,
      headers: response.headers,
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  };

  it('are all that the widgets’ build has made, and may be loaded by any page', async () => {
    assert.ok(files.has('/kith/loader.js') && files.has('/kith/single.js'));
    assert.ok([...files.keys()].some((name) => name.startsWith('/kith/chunks/')));
    for (const name of files.keys()) {
      const { status, headers } = await get(name);
      assert.equal(status, 200, name);
      assert.equal(headers.get('access-control-allow-origin'), '*');
      assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.match(
        headers.get('content-type'),
        name.endsWith('.js') ? /^text\/javascript/ : /^application\/json/,
      );
      assert.equal(
        headers.get('cache-control'),
        name.startsWith('/kith/chunks/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      );
    }
  });

  it('come packed to whoever takes that, the same bytes', async () => {
    const plain = await get('/kith/loader.js');
    const packed = await get('/kith/loader.js', { 'accept-encoding': 'br, gzip;q=0.8' });
    assert.equal(plain.headers.get('content-encoding'), null);
    assert.equal(packed.headers.get('content-encoding'), 'gzip');
    assert.equal(packed.headers.get('vary'), 'Accept-Encoding');
    assert.deepEqual(gunzipSync(packed.bytes), plain.bytes);
    assert.equal(
      (await get('/kith/loader.js', { 'accept-encoding': 'gzip;q=0' })).headers.get('content-encoding'),
      null,
    );
    const again = await get('/kith/loader.js', { 'if-none-match': plain.headers.get('etag') });
    assert.equal(again.status, 304);
    assert.equal(again.bytes.length, 0);
  });

  it('lead nowhere else', async () => {
    for (const at of [
      '/kith/',
      '/kith/chunks/',
      '/kith/nothing.js',
      '/kith/../kith-server.js',
      '/kith/%2e%2e/%2e%2e/kith-server.js',
      '/kith/..%2f..%2fkith-server.js',
      '/kith/..\\..\\package.json',
      '/kith/chunks/../loader.js%00',
      '/kith//loader.js',
      '/kith/loader.js/',
    ]) {
      const { status, headers } = await get(at);
      assert.equal(status, 404, at);
      assert.equal(headers.get('content-type'), 'application/problem+json');
    }
  });
});
